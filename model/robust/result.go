package robust

import (
	"cumbre/model"
	"cumbre/sim/stat"
)

// Robustness is what Run found.
type Robustness struct {
	Spec         *model.Spec
	Designs      []model.Design // compared, the first is the baseline
	Axes         []Axis         // what was drawn
	Replaced     []Replaced     // what of the scenario gave way to it
	Seed         uint64
	Asked        int // worlds asked for
	Worlds       int // worlds finished: fewer if Interrupted
	Replications int // of each design in each world
	Level        float64
	Reach        float64 // of the draw: 1 is whole ranges; 0 of Points
	Points       *Points // what the worlds are, if nothing was drawn
	// Effective is how many different worlds know a share as well as these. It is less
	// than Worlds where points are copies of one another.
	Effective int
	// Barren counts the worlds in which no design fulfils a single mandate.
	Barren int
	// Digest is the SHA-256, in hexadecimal, of the digests of all runs in order of
	// (world, replication, design), each as eight bytes, little-endian.
	Digest      string
	Checks      []string // World.Digest of the first worlds
	Measures    [NumMeasures]Measure
	Interrupted bool
}

// checked is how many worlds leave a digest of their own, so that a copy of the
// result can be checked without running all of it.
const checked = 5

// Measure is the result in one of Measures. Every world is one of: a lead of one
// design, a tie, undefined.
type Measure struct {
	Metric model.Metric
	Leads  []Lead // by design
	// Ties counts the worlds in which the best designs are equal to the bit,
	// Undefined those in which no design has a value.
	Ties, Undefined int
	// Partial counts the worlds in which some design had no value and so could not
	// lead; they are counted for who led among the others.
	Partial     int
	Differences []Difference // every design but the first, less the first
}

// Lead says in what share of all worlds a design leads in a measure.
type Lead struct {
	Worlds int
	Share  stat.Estimate // of all worlds, with Wilson's interval for Effective worlds: of the sample, no more
	// Clear counts the leads that are larger than their own noise; the rest may be
	// owed to chance.
	Clear      int
	ClearShare stat.Estimate
	Influence
}

// Difference is a design's paired difference to the first one, over worlds.
type Difference struct {
	Design          int // position in Robustness.Designs
	Worlds          int // in which it is defined
	Low, Mid, High  float64
	Higher, Smaller int // worlds in which it is above and below zero
	// Chance is the share of the variance over worlds that is owed to the chance
	// within them; the rest is owed to the assumptions. NaN with one replication.
	Chance float64
}

// The quantiles that are Low, Mid and High.
const (
	lowQuantile  = 0.05
	midQuantile  = 0.5
	highQuantile = 0.95
)
