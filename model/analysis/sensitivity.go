package analysis

import "cumbre/sim/sens"

// Sensitivity is the analysis that a study's key `sensitivity` asks for, of one measure.
type Sensitivity struct {
	Method  string // name of the sampler: morris or sobol
	Size    int    // trajectories or base points that are complete enough to be used
	Outputs []Output
}

// Output is one quantity that is explained: a design's mean at a point, or its difference
// to the baseline there.
type Output struct {
	Design     int
	Difference bool // to the first design
	Morris     *sens.MorrisEffects
	Sobol      *sens.SobolIndices
}
