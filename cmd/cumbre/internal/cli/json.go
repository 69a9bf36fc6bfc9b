package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"math"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/sim/stat"
)

// comparisonJSON is what `cumbre compare --json` prints: documented in its
// help, stable, keys in this order.
type comparisonJSON struct {
	Scenario     string           `json:"scenario"`
	Seed         uint64           `json:"seed"`
	Replications int              `json:"replications"`
	Digest       string           `json:"digest"`
	Designs      []designJSON     `json:"designs"`
	Differences  []differenceJSON `json:"differences"`
	Between      []differenceJSON `json:"between"`
	Interval     intervalJSON     `json:"interval"`   // of low and high
	Correction   correctionJSON   `json:"correction"` // of adjusted_p
	Robust       robustJSON       `json:"robust"`
	Interrupted  bool             `json:"interrupted,omitempty"`
}

type designJSON struct {
	Name       string                   `json:"name"`
	Metrics    ordered[estimateJSON]    `json:"metrics"`
	Vetoes     ordered[ordered[number]] `json:"vetoes"` // by body and member: mean per run
	Dimensions ordered[dimensionJSON]   `json:"dimensions"`
}

// dimensionJSON is what a design makes of one dimension of integration.
type dimensionJSON struct {
	Depth     estimateJSON `json:"depth"`     // of norms, at the end
	Effective estimateJSON `json:"effective"` // what the market took up of it by then
	Bargained estimateJSON `json:"bargained"` // depth bargained away
	Vetoes    estimateJSON `json:"vetoes"`
}

type estimateJSON struct {
	Mean number `json:"mean"`
	Low  number `json:"low"`
	High number `json:"high"`
	Unit string `json:"unit"`
}

type differenceJSON struct {
	Design    string `json:"design"`
	Baseline  string `json:"baseline"`
	Metric    string `json:"metric"`
	Mean      number `json:"mean"`
	Low       number `json:"low"`
	High      number `json:"high"`
	AdjustedP number `json:"adjusted_p"`
}

// intervalJSON says what low and high are.
type intervalJSON struct {
	Level number `json:"level"`
	Kind  string `json:"kind"`
}

// pointwise intervals hold at their level one at a time: that all of them hold
// at once is less probable.
func pointwise(level float64) intervalJSON { return intervalJSON{number(level), "pointwise"} }

// correctionJSON says over which comparisons the p-values are corrected.
type correctionJSON struct {
	Method   string       `json:"method"`
	Families []familyJSON `json:"families"`
}

// familyJSON is a family of tests: some metrics, each of every design against
// the baseline.
type familyJSON struct {
	Family      string   `json:"family"`
	Comparisons int      `json:"comparisons"` // those defined
	Metrics     []string `json:"metrics"`
}

func newCorrectionJSON(c *compare.Comparison) correctionJSON {
	out := correctionJSON{Method: "holm"}
	for _, head := range []bool{true, false} {
		f := familyJSON{Family: "other", Comparisons: comparisons(c, head)}
		if head {
			f.Family = "main"
		}
		for _, m := range model.Metrics() {
			if m.Info().Head == head {
				f.Metrics = append(f.Metrics, m.String())
			}
		}
		out.Families = append(out.Families, f)
	}
	return out
}

// writeJSON prints the comparison as one object.
func writeJSON(w io.Writer, c *compare.Comparison, robust robustAnswer) error {
	out := comparisonJSON{
		Scenario: c.Spec.Name, Seed: c.Seed, Replications: c.Replications, Digest: c.Digest,
		Designs:  []designJSON{},
		Interval: pointwise(c.Level), Correction: newCorrectionJSON(c), Robust: robust.json(), Interrupted: c.Interrupted,
	}
	for _, r := range c.Designs {
		out.Designs = append(out.Designs, newDesignJSON(c.Spec, r))
	}
	out.Differences, out.Between = differencesJSON(c, c.Differences), differencesJSON(c, c.Between)
	return encode(w, out)
}

func newDesignJSON(spec *model.Spec, r compare.DesignResult) designJSON {
	d := designJSON{Name: r.Design.Name}
	for m, e := range r.Metrics {
		info := model.Metric(m).Info()
		d.Metrics.add(info.Name, newEstimateJSON(e, info.Unit))
	}
	for b := range model.NumBodies {
		var members ordered[number]
		for m := range min(r.Members, len(spec.Members)) {
			members.add(spec.Members[m].Code, number(r.Vetoes[b][m]))
		}
		d.Vetoes.add(b.String(), members)
	}
	for dim := range model.NumDimensions {
		d.Dimensions.add(dim.String(), dimensionJSON{
			Depth:     newEstimateJSON(r.Depth[dim], model.MDepth.Info().Unit),
			Effective: newEstimateJSON(r.Effective[dim], model.MEffectiveDepth.Info().Unit),
			Bargained: newEstimateJSON(r.Bargained[dim], model.MDepth.Info().Unit),
			Vetoes:    newEstimateJSON(r.DimVetoes[dim], model.MVetoes.Info().Unit),
		})
	}
	return d
}

func differencesJSON(c *compare.Comparison, all []compare.Difference) []differenceJSON {
	out := []differenceJSON{}
	for _, d := range all {
		out = append(out, differenceJSON{
			Design: c.Designs[d.Design].Design.Name, Baseline: c.Designs[d.Baseline].Design.Name, Metric: d.Metric.String(),
			Mean: number(d.Mean), Low: number(d.Low), High: number(d.High), AdjustedP: number(d.AdjustedP),
		})
	}
	return out
}

func newEstimateJSON(e stat.Estimate, unit string) estimateJSON {
	return estimateJSON{number(e.Mean), number(e.Low), number(e.High), unit}
}

// encode writes v as indented JSON, texts as they are.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// textJSON is a text in both languages, under the keys of scenario files.
type textJSON struct {
	ES string `json:"es"`
	EN string `json:"en"`
}

// number is a float that JSON can hold: null if it is undefined.
type number float64

// MarshalJSON writes the shortest decimal that reads back to the same bits.
func (n number) MarshalJSON() ([]byte, error) {
	if x := float64(n); math.IsNaN(x) || math.IsInf(x, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// ordered is a JSON object whose keys keep the order in which they were added,
// where a map would sort them.
type ordered[T any] struct {
	keys   []string
	values []T
}

func (o *ordered[T]) add(key string, value T) {
	o.keys, o.values = append(o.keys, key), append(o.values, value)
}

// MarshalJSON writes the object.
func (o ordered[T]) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, key := range o.keys {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := writeMember(&b, key, o.values[i]); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func writeMember(b *bytes.Buffer, key string, value any) error {
	k, err := json.Marshal(key)
	if err != nil {
		return err
	}
	v, err := json.Marshal(value)
	if err != nil {
		return err
	}
	b.Write(k)
	b.WriteByte(':')
	b.Write(v)
	return nil
}
