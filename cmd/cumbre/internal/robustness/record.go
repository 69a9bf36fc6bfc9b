package robustness

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/scenarios"
	"cumbre/sim/stat"
)

// Note is what every share has to be read with.
const Note = "shares of worlds weigh all values in the ranges equally; they are not probabilities"

// AcceptedNote is what every share of accepted points has to be read with.
const AcceptedNote = "shares of points that agree with the record, as far as the calibration asks and given its ranges; what it left fixed stays as the scenario says"

// Record is what `cumbre robust --json` prints: documented in its help, stable,
// keys in this order.
type Record struct {
	Scenario     string     `json:"scenario"`
	ScenarioHash string     `json:"scenario_hash"`
	Accepted     *Accepted  `json:"accepted,omitempty"` // the points that the worlds are; nil if they were drawn
	Reach        float64    `json:"reach"`              // 0 of accepted points
	Drawn        int        `json:"parameters_drawn"`
	Space        string     `json:"space_hash"` // of what was drawn and between which values
	Kept         []string   `json:"kept"`       // assumptions that were not drawn
	Replaced     []Replaced `json:"replaced"`   // the scenario's settings that gave way to the draw
	Seed         uint64     `json:"seed"`
	Worlds       int        `json:"worlds"`
	Replications int        `json:"replications"`
	Level        float64    `json:"level"`
	Digest       string     `json:"digest"`
	Checks       []string   `json:"first_worlds"` // digests of the first worlds
	Barren       int        `json:"worlds_without_fulfilment"`
	Designs      []string   `json:"designs"` // the first is the baseline
	Measures     []Measure  `json:"measures"`
	Note         string     `json:"note"`
	Asked        int        `json:"worlds_asked,omitempty"` // of a run that was interrupted
	Interrupted  bool       `json:"interrupted,omitempty"`
}

// Accepted is the accepted set of a calibration whose points the worlds are.
type Accepted struct {
	File      string `json:"file"`
	SHA256    string `json:"sha256"` // of its content, in hexadecimal
	Rows      int    `json:"rows"`
	Effective int    `json:"effective_worlds"` // as many different points would know a share as well
}

// Replaced is a setting of the scenario that gave way.
type Replaced struct {
	Parameter string  `json:"parameter"`
	Value     float64 `json:"value"`
	Member    string  `json:"member,omitempty"`
	Date      string  `json:"date,omitempty"` // of the event that set it
}

// Measure is who leads in one measure.
type Measure struct {
	Metric      string       `json:"metric"`
	Unit        string       `json:"unit"`
	Leads       []Lead       `json:"leads"` // by design
	Ties        int          `json:"ties"`
	Undefined   int          `json:"undefined"`
	Partial     int          `json:"partly_undefined"`
	Differences []Difference `json:"differences"`
}

// Lead is in how many worlds a design leads.
type Lead struct {
	Design   string     `json:"design"`
	Worlds   int        `json:"worlds"`
	Share    Number     `json:"share"`
	Low      Number     `json:"low"`
	High     Number     `json:"high"`
	Clear    int        `json:"clear_worlds"`
	Critical Number     `json:"critical_distance"`
	Decisive []Decisive `json:"decisive"`
}

// Decisive is a parameter that decides whether the design leads.
type Decisive struct {
	Parameter string    `json:"parameter"`
	Distance  Number    `json:"distance"`
	Leads     string    `json:"leads_where"` // "large" or "small"
	Thirds    [3]Number `json:"share_by_third"`
}

// Difference is a design's paired difference to the baseline over worlds.
type Difference struct {
	Design   string `json:"design"`
	Baseline string `json:"baseline"`
	Worlds   int    `json:"worlds"`
	P5       Number `json:"p5"`
	Median   Number `json:"median"`
	P95      Number `json:"p95"`
	Above    int    `json:"worlds_above_zero"`
	Below    int    `json:"worlds_below_zero"`
	Chance   Number `json:"variance_owed_to_chance"`
}

// New makes the record of what package robust found.
func New(r *robust.Robustness) Record {
	rec := Record{
		Scenario: r.Spec.Name, ScenarioHash: scenarios.Hash(r.Spec), Reach: r.Reach, Drawn: len(r.Axes), Space: spaceHash(r.Axes),
		Kept: kept(r.Axes), Replaced: []Replaced{}, Seed: r.Seed, Worlds: r.Worlds, Replications: r.Replications, Level: r.Level,
		Digest: r.Digest, Checks: r.Checks, Barren: r.Barren, Note: Note, Interrupted: r.Interrupted,
	}
	if r.Points != nil {
		rec.Accepted, rec.Note = &Accepted{Rows: len(r.Points.Rows), Effective: r.Effective}, AcceptedNote
	}
	if r.Interrupted {
		rec.Asked = r.Asked
	}
	for _, g := range r.Replaced {
		x := Replaced{Parameter: g.Param.String(), Value: g.Value, Member: g.Member}
		if g.Date != 0 {
			x.Date = g.Date.String()
		}
		rec.Replaced = append(rec.Replaced, x)
	}
	for _, d := range r.Designs {
		rec.Designs = append(rec.Designs, d.Name)
	}
	for _, m := range r.Measures {
		rec.Measures = append(rec.Measures, rec.measure(r, m))
	}
	return rec
}

// From returns the record with the name and content of the accepted set that the points
// are of; of worlds that were drawn, as it is.
func (rec Record) From(name string, data []byte) Record {
	if rec.Accepted != nil {
		set := *rec.Accepted
		set.File, set.SHA256 = name, sumOf(data)
		rec.Accepted = &set
	}
	return rec
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func (rec Record) measure(r *robust.Robustness, m robust.Measure) Measure {
	out := Measure{Metric: m.Metric.String(), Unit: m.Metric.Info().Unit, Ties: m.Ties, Undefined: m.Undefined, Partial: m.Partial}
	for d, l := range m.Leads {
		lead := Lead{
			Design: rec.Designs[d], Worlds: l.Worlds, Share: Number(l.Share.Mean), Low: Number(l.Share.Low), High: Number(l.Share.High),
			Clear: l.Clear, Critical: Number(l.Critical), Decisive: []Decisive{},
		}
		for _, x := range l.Decisive {
			lead.Decisive = append(lead.Decisive, newDecisive(r.Axes[x.Axis], x))
		}
		out.Leads = append(out.Leads, lead)
	}
	for _, d := range m.Differences {
		out.Differences = append(out.Differences, Difference{
			Design: rec.Designs[d.Design], Baseline: rec.Designs[0], Worlds: d.Worlds, P5: Number(d.Low), Median: Number(d.Mid), P95: Number(d.High),
			Above: d.Higher, Below: d.Smaller, Chance: Number(d.Chance),
		})
	}
	return out
}

func newDecisive(a robust.Axis, x robust.Decisive) Decisive {
	d := Decisive{Parameter: a.Name(), Distance: Number(x.Distance), Leads: "small"}
	if x.More {
		d.Leads = "large"
	}
	for i, share := range x.Thirds {
		d.Thirds[i] = Number(share)
	}
	return d
}

// kept are the assumptions that are no axis.
func kept(axes []robust.Axis) []string {
	names := []string{}
	for _, p := range model.Params() {
		if p.Info().From == model.Assumption && !slices.ContainsFunc(axes, func(a robust.Axis) bool { return a.Param == p }) {
			names = append(names, p.String())
		}
	}
	return names
}

// spaceHash identifies what is drawn, between which values, and how.
func spaceHash(axes []robust.Axis) string {
	h := sha256.New()
	exact := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	for _, a := range axes {
		i := a.Param.Info()
		fmt.Fprintln(h, a.Name(), exact(i.Low), exact(i.High), exact(a.Low), exact(a.High), a.Log, i.Whole)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// None is how many worlds no design leads in: ties, and worlds without a value.
func (m Measure) None() int { return m.Ties + m.Undefined }

// Info is the registry's line of the measure's metric.
func (m Measure) Info() model.MetricInfo { return m.Of().Info() }

// Of is the metric.
func (m Measure) Of() model.Metric {
	metric, _ := model.MetricByName(m.Metric)
	return metric
}

// Part is the share of the worlds that count of them are.
func (rec Record) Part(count int) float64 { return float64(count) / float64(rec.Worlds) }

// Estimate is the lead's share with its interval.
func (l Lead) Estimate() stat.Estimate {
	return stat.Estimate{Mean: float64(l.Share), Low: float64(l.Low), High: float64(l.High)}
}

// Info is the registry's line of the parameter, whoever sets it; ok is false if it has
// none of that name.
func (d Decisive) Info() (info model.ParamInfo, ok bool) {
	name, _, _ := strings.Cut(d.Parameter, "@")
	p, ok := model.ParamByName(name)
	if !ok {
		return info, false
	}
	return p.Info(), true
}

// Number is a number that JSON can hold: null if it is undefined.
type Number float64

// MarshalJSON writes the shortest decimal that reads back to the same bits.
func (n Number) MarshalJSON() ([]byte, error) {
	if x := float64(n); math.IsNaN(x) || math.IsInf(x, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (n *Number) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*n = Number(math.NaN())
		return nil
	}
	return json.Unmarshal(text, (*float64)(n))
}
