package abc

import "slices"

// Result is the sample, and how it came about.
type Result struct {
	Particles [][]float64 // free quantities of each particle, equally weighted
	Outputs   [][]float64 // of the simulation each particle was accepted with

	// Scale is the scale reached: the particles are a sample for errors Scale
	// times those stated. It is 1 exactly if Stop is AtStatedError.
	Scale float64
	Stop  Stop // why the run ended

	Generations []Generation // the prior first
	Simulations int          // needed in all, whether run or loaded from the store
	Unique      int          // distinct particles: those that stem from different simulations
}

// Generation is one step from scale to scale.
type Generation struct {
	Scale       float64 // +Inf for the prior
	ESS         float64 // effective sample size before resampling; for the prior, particles whose outputs are all defined
	Moves       int     // of each particle, 0 for the prior
	Acceptance  float64 // share of proposals accepted; 0 for the prior
	Simulations int     // one a proposal
	Unique      int     // distinct particles after moving
}

// Stop is why a run ended.
type Stop int

const (
	// AtStatedError means that the scale is 1: the sample is what was asked for.
	AtStatedError Stop = iota
	// LowAcceptance means that fewer proposals than [Options.MinAcceptance] were
	// accepted, before the scale came down to 1.
	LowAcceptance
	// OutOfGenerations means that [Options.MaxGenerations] did not suffice.
	OutOfGenerations
)

// String returns a phrase in English.
func (s Stop) String() string {
	switch s {
	case AtStatedError:
		return "stated error reached"
	case LowAcceptance:
		return "acceptance too low"
	case OutOfGenerations:
		return "out of generations"
	}
	return "unknown"
}

// particle is a point with the one simulation it was accepted with. It is never
// changed, only replaced, so copies may share its slices.
type particle struct {
	unit     []float64 // position in the unit cube
	line     []float64 // the same on the whole line, where it walks
	theta    []float64 // the same in the box, see box.theta
	output   []float64
	distance float64
	key      uint64 // of the simulation
}

// unique counts the particles that stem from different simulations.
func unique(cloud []particle) int {
	keys := make([]uint64, len(cloud))
	for i, p := range cloud {
		keys[i] = p.key
	}
	slices.Sort(keys)
	return len(slices.Compact(keys))
}

// distances returns the distance of each particle.
func distances(cloud []particle) []float64 {
	d := make([]float64, len(cloud))
	for i, p := range cloud {
		d[i] = p.distance
	}
	return d
}
