package robust

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"math"
	"slices"

	"cumbre/sim/stat"
)

// totals is what is remembered of the worlds so far: who led, and by how much.
type totals struct {
	*plan
	worlds      int
	barren      int
	digest      hash.Hash
	checks      []string
	leaders     [NumMeasures][]Leader    // by world
	differences [NumMeasures][][]float64 // by design and world, undefined ones left out
	noise       [NumMeasures][]stat.Tally
}

func newTotals(p *plan) *totals {
	t := &totals{plan: p, digest: sha256.New()}
	for k := range Measures {
		t.differences[k] = make([][]float64, len(p.o.Designs))
		t.noise[k] = make([]stat.Tally, len(p.o.Designs))
	}
	return t
}

// deliver takes in one world.
func (t *totals) deliver(w World) error {
	t.digest.Write(w.bytes())
	if len(t.checks) < checked {
		t.checks = append(t.checks, w.Digest())
	}
	for k := range Measures {
		t.leaders[k] = append(t.leaders[k], w.Leaders[k])
		for d := 1; d < len(t.o.Designs); d++ {
			if x := w.against[d][k]; !math.IsNaN(x.mean) {
				t.differences[k][d] = append(t.differences[k][d], x.mean)
				t.noise[k][d].Add(x.noise)
			}
		}
	}
	t.worlds++
	if w.barren() {
		t.barren++
	}
	if t.o.Each != nil {
		if err := t.o.Each(w); err != nil {
			return err
		}
	}
	if t.o.Progress != nil {
		t.o.Progress(t.worlds, t.o.Worlds)
	}
	return nil
}

// robustness draws the conclusions.
func (t *totals) robustness() *Robustness {
	r := &Robustness{
		Spec: t.given, Axes: t.axes, Replaced: t.replaced, Seed: t.o.Seed, Asked: t.o.Worlds, Worlds: t.worlds,
		Replications: t.o.Replications, Level: t.o.Level, Reach: t.o.Reach, Points: t.o.Points, Effective: effective(t.kinds[:t.worlds]), Barren: t.barren, Digest: hex.EncodeToString(t.digest.Sum(nil)), Checks: t.checks,
	}
	for _, d := range t.o.Designs {
		r.Designs = append(r.Designs, t.given.Designs[d])
	}
	for k := range Measures {
		r.Measures[k] = t.measure(k)
	}
	return r
}

func (t *totals) measure(k int) Measure {
	m := Measure{Metric: Measures[k], Leads: make([]Lead, len(t.o.Designs))}
	for _, l := range t.leaders[k] {
		switch {
		case l.Design == Tie:
			m.Ties++
		case l.Design == None:
			m.Undefined++
		case l.Clear:
			m.Leads[l.Design].Clear++
			fallthrough
		default:
			m.Leads[l.Design].Worlds++
		}
		if l.Partial {
			m.Partial++
		}
	}
	weight := effective(t.kinds[:t.worlds])
	for d := range m.Leads {
		l := &m.Leads[d]
		l.Share = stat.ShareOf(float64(l.Worlds)/float64(t.worlds), weight, t.o.Level)
		l.ClearShare = stat.ShareOf(float64(l.Clear)/float64(t.worlds), weight, t.o.Level)
		l.Influence = t.influence(k, d)
	}
	for d := 1; d < len(t.o.Designs); d++ {
		m.Differences = append(m.Differences, newDifference(d, t.differences[k][d], t.noise[k][d]))
	}
	return m
}

func newDifference(design int, all []float64, noise stat.Tally) Difference {
	d := Difference{Design: design, Worlds: len(all), Chance: math.NaN()}
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	d.Low, d.Mid, d.High = stat.Quantile(sorted, lowQuantile), stat.Quantile(sorted, midQuantile), stat.Quantile(sorted, highQuantile)
	var spread stat.Tally
	for _, x := range all {
		spread.Add(x)
		switch {
		case x > 0:
			d.Higher++
		case x < 0:
			d.Smaller++
		}
	}
	// The law of total variance: what varies over worlds is what the assumptions
	// move, and the noise of each world's mean.
	if v := spread.Var(); v > 0 {
		d.Chance = min(1, noise.Mean()/v)
	}
	return d
}
