package robust

import (
	"math"

	"cumbre/model"
	"cumbre/sim/stat"
)

// Measures are what designs are ranked by, each on its own.
var Measures = [NumMeasures]model.Metric{model.MThroughput, model.MDepthThroughput, model.MImplementationGap, model.MCostPerFulfilled}

// NumMeasures is the number of Measures.
const NumMeasures = 4

// fulfilling is the position in Measures of the mandates fulfilled.
const fulfilling = 0

// World is one drawn world and what became of each design in it.
type World struct {
	Number   int
	Values   []float64              // of the drawn parameters, in the order of Robustness.Axes
	Outcomes [][NumMeasures]float64 // by design: the mean over replications, see outcome
	Leaders  [NumMeasures]Leader
	Digests  []uint64 // of all runs, in order of (replication, design)

	against [][NumMeasures]against // by design: its differences to the first
}

// The positions of a Leader that is no design.
const (
	Tie  = -1 // two or more designs are equally good, to the bit
	None = -2 // the measure is defined for no design
)

// Leader says who leads a world in one measure.
type Leader struct {
	Design int  // position in Options.Designs, or Tie, or None
	Clear  bool // the lead over every other design is larger than its own noise
	// Partial says that the measure was not defined for every design: one that
	// fulfils nothing has no cost per fulfilled mandate. Such a design cannot lead.
	Partial bool
}

// against is one design's paired difference to the first, within one world.
type against struct {
	mean  float64 // NaN if undefined for either
	noise float64 // variance of the mean, from its replications; NaN if there is one
}

// judge makes a world of the results of its runs, by replication and design.
func judge(number int, values []float64, results [][]*model.Result, level float64) World {
	designs := len(results[0])
	w := World{Number: number, Values: values, Outcomes: make([][NumMeasures]float64, designs), against: make([][NumMeasures]against, designs)}
	for _, replication := range results {
		for _, r := range replication {
			w.Digests = append(w.Digests, r.Digest)
		}
	}
	for k := range Measures {
		for d := range designs {
			w.Outcomes[d][k] = outcome(results, d, k)
			w.against[d][k] = newAgainst(paired(results, d, 0, k))
		}
		w.Leaders[k] = w.leader(results, k, level)
	}
	return w
}

// barren reports whether no design fulfils anything in any replication.
func (w *World) barren() bool {
	for _, o := range w.Outcomes {
		if o[fulfilling] != 0 {
			return false
		}
	}
	return true
}

// value is a measure in one run, NaN if it has none there.
func value(r *model.Result, k int) float64 {
	x := r.Metrics[Measures[k]]
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	return x
}

// outcome is a measure's mean over the replications. It is undefined (NaN) if it
// is so in any of them: a mean over other replications than those of the designs
// beside it would not be theirs to be compared with.
func outcome(results [][]*model.Result, design, k int) float64 {
	var t stat.Tally
	for _, replication := range results {
		t.Add(value(replication[design], k))
	}
	return t.Mean()
}

// paired is the difference between two designs, replication by replication.
func paired(results [][]*model.Result, design, other, k int) stat.Paired {
	var p stat.Paired
	for _, replication := range results {
		p.Add(value(replication[design], k), value(replication[other], k))
	}
	return p
}

func newAgainst(p stat.Paired) against {
	if p.Skipped() > 0 {
		return against{math.NaN(), math.NaN()}
	}
	return against{p.Mean(), p.Var() / float64(p.N())}
}

// leader finds who leads in measure k.
func (w *World) leader(results [][]*model.Result, k int, level float64) Leader {
	l := Leader{Design: None}
	best := math.Inf(-1)
	for d := range w.Outcomes {
		x := w.Outcomes[d][k] * float64(Measures[k].Info().Better)
		switch {
		case math.IsNaN(x):
			l.Partial = true
		case x > best:
			l.Design, best = d, x
		case x == best:
			l.Design = Tie
		}
	}
	if l.Design == None {
		l.Partial = false
	}
	l.Clear = l.Design >= 0 && w.clear(results, l.Design, k, level)
	return l
}

// clear reports whether a leader's mean difference to each other design keeps
// away from zero, by the paired t interval. A lead over designs without a value
// has no noise to be larger than.
func (w *World) clear(results [][]*model.Result, leader, k int, level float64) bool {
	others := 0
	for d := range w.Outcomes {
		if d == leader || math.IsNaN(w.Outcomes[d][k]) {
			continue
		}
		others++
		if e := paired(results, leader, d, k).Interval(level); !(e.Low > 0 || e.High < 0) {
			return false
		}
	}
	return others > 0
}
