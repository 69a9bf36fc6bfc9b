package analysis

import "cumbre/sim/stat"

// None is no design.
const None = -1

// Group is what a set of runs says about one measure.
type Group struct {
	Points int // in the group
	Units  int // with a value for every design
	Lost   int // units in which some design has none: it failed, or the measure is undefined

	Designs     []stat.Estimate // means over Units, by design
	Differences []stat.Estimate // paired, to the first design, by design; that of the first is zero of N 0

	// Leader is the design with the better mean and Second the next; None if the measure
	// has no better and worse, if there are no units, or if the best two are equal.
	Leader, Second int
	// Lead is by how much the leader is ahead of the second, paired, 0 or more.
	Lead stat.Estimate
	// Probability is, by design, the share of bootstrap resamples of the units in which
	// its mean is the best; equal ones share. It is nil with fewer than two units, or
	// without better and worse. It speaks of chance in the model, not of its assumptions.
	Probability []float64
}
