package analysis

import (
	"math"

	"cumbre/sim/stat"
)

// None is no design.
const None = -1

// Group is what a set of runs says about one measure.
type Group struct {
	Points int // in the group
	Absent int // points of these that no unit has a value of, and that the means leave out
	Units  int // with a value for every design
	Lost   int // units in which some design has none: it failed, or the measure is undefined

	Designs     []stat.Estimate // means over Units, by design
	Differences []stat.Estimate // paired, to the first design, by design; that of the first has N 0

	// Leader is the design with the better mean and Second the next; None if the measure
	// has no better and worse, if there are no units or no other design, or if the best two
	// are equal.
	Leader, Second int
	// Lead is by how much the leader is ahead of the second, paired, 0 or more.
	Lead stat.Estimate
	// Probability is, by design, how probable it is that its mean is the best one, given
	// the units: see best.go. It is nil without intervals or a second design, or without
	// better and worse. It speaks of chance in the model, not of its assumptions.
	Probability []float64
}

// group is what a group of points says about one measure.
func (r *results) group(points []int, metric int) Group {
	u := r.units(points, metric)
	g := Group{
		Points: u.points, Absent: u.absent, Units: u.n, Lost: u.lost, Leader: None, Second: None,
		Designs: make([]stat.Estimate, r.designs), Differences: make([]stat.Estimate, r.designs), Lead: nothing(),
	}
	for d := range r.designs {
		g.Designs[d], g.Differences[d] = u.estimate(0, d, None, r.o.Level), nothing()
		if d > 0 {
			g.Differences[d] = u.estimate(0, d, 0, r.o.Level)
		}
	}
	if better := r.o.Metrics[metric].Info().Better; better != 0 && r.designs > 1 && u.n > 0 {
		g.lead(u, better, r.o.Level)
		g.Probability = r.best(u, &g, better)
	}
	return g
}

// nothing is an estimate of nothing.
func nothing() stat.Estimate {
	var t stat.Tally
	return t.Interval(0.5)
}

// lead finds who leads. A mean is better if it is greater in the direction of the measure.
func (g *Group) lead(u *units, better int, level float64) {
	ahead := func(a, b int) bool {
		return float64(better)*g.Designs[a].Mean > float64(better)*g.Designs[b].Mean
	}
	first, second := 0, 1
	if ahead(1, 0) {
		first, second = 1, 0
	}
	for d := 2; d < len(g.Designs); d++ {
		switch {
		case ahead(d, first):
			first, second = d, first
		case ahead(d, second):
			second = d
		}
	}
	if !ahead(first, second) {
		return
	}
	g.Leader, g.Second = first, second
	if better > 0 {
		g.Lead = u.estimate(0, first, second, level)
	} else {
		g.Lead = u.estimate(0, second, first, level)
	}
}

// Repeated reports whether there are intervals, and chance can be told from more: with two
// units at least and, if these are points of a sample, two replications of them.
func (g Group) Repeated() bool { return len(g.Designs) > 0 && !math.IsNaN(g.Designs[0].Low) }

// Leads reports whether the leader is ahead by more than chance: its interval is above 0.
func (g Group) Leads() bool { return g.Leader != None && g.Lead.Low > 0 }
