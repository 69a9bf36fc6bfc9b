package compare

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"

	"cumbre/model"
	"cumbre/sim/stat"
)

// totals is everything remembered of the runs so far. Its size depends on the
// number of designs and years, not on the number of replications.
type totals struct {
	replications int
	digest       hash.Hash
	word         [8]byte // on its way to the digest; here, it is allocated once
	designs      []designTotals
	pairs        []pairTotals
}

// pairTotals tallies the differences between two designs.
type pairTotals struct {
	design, baseline int
	metrics          [model.NumMetrics]stat.Paired
}

func newTotals(designs int) *totals {
	t := &totals{digest: sha256.New(), designs: make([]designTotals, designs)}
	for baseline := range designs {
		for design := baseline + 1; design < designs; design++ {
			t.pairs = append(t.pairs, pairTotals{design: design, baseline: baseline})
		}
	}
	return t
}

// add takes in one replication: one result per design.
func (t *totals) add(results []*model.Result) error {
	for i, r := range results {
		if err := t.designs[i].add(r); err != nil {
			return err
		}
		binary.LittleEndian.PutUint64(t.word[:], r.Digest)
		t.digest.Write(t.word[:])
	}
	for i := range t.pairs {
		p := &t.pairs[i]
		treatment, baseline := results[p.design], results[p.baseline]
		for m := range p.metrics {
			p.metrics[m].Add(finite(treatment.Metrics[m]), finite(baseline.Metrics[m]))
		}
	}
	t.replications++
	return nil
}

// finite returns x, or NaN if it is infinite: neither can be averaged.
func finite(x float64) float64 {
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	return x
}

// comparison estimates everything from the totals.
func (t *totals) comparison(spec *model.Spec, o Options) *Comparison {
	c := &Comparison{
		Spec: spec, Seed: o.Seed, Replications: t.replications, Level: o.Level,
		Digest: hex.EncodeToString(t.digest.Sum(nil)),
	}
	for i := range t.designs {
		r := t.designs[i].result(t.replications, o.Level)
		r.Design = spec.Designs[o.Designs[i]]
		c.Designs = append(c.Designs, r)
	}
	for i := range t.pairs {
		p := &t.pairs[i]
		if p.baseline == 0 {
			c.Differences = append(c.Differences, p.differences(o.Level)...)
		} else {
			c.Between = append(c.Between, p.differences(o.Level)...)
		}
	}
	adjust(c.Differences)
	adjust(c.Between)
	return c
}

func (p *pairTotals) differences(level float64) []Difference {
	all := make([]Difference, model.NumMetrics)
	for m := range all {
		paired := &p.metrics[m]
		all[m] = Difference{
			Design: p.design, Baseline: p.baseline, Metric: model.Metric(m),
			Estimate: paired.Interval(level), P: paired.P(), AdjustedP: math.NaN(), Skipped: paired.Skipped(),
		}
	}
	return all
}

// adjust corrects the p-values of the head metrics for the number of tests, and
// those of the others apart from them: the main table is what a comparison
// claims, the rest is exploration, and must not weaken it.
func adjust(all []Difference) {
	for _, head := range []bool{true, false} {
		var family []*Difference
		var p []float64
		for i := range all {
			if all[i].Metric.Info().Head == head {
				family = append(family, &all[i])
				p = append(p, all[i].P)
			}
		}
		for i, adjusted := range stat.Holm(p) {
			family[i].AdjustedP = adjusted
		}
	}
}
