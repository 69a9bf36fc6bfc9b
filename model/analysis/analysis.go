package analysis

import (
	"cumbre/model"
	"cumbre/model/study"
)

// Options says what to analyse. The zero value of a field means its default.
type Options struct {
	Metrics   []model.Metric // the first is the one that maps, regions and texts speak of first
	Level     float64        // of intervals; 0.95
	Resamples int            // of the bootstrap; 1,000
	Map       [2]string      // names of the factors of the design map; chosen if empty
	Bins      int            // into which sampled factors are cut; chosen if 0
}

// Analysis is what the runs of a study show.
type Analysis struct {
	Study   *study.Study
	Points  *study.Points
	Designs []model.Design // compared; the first is the baseline
	Level   float64

	Runs, Failed int64                     // taken in; Failed of these
	Missing      int64                     // not run yet; with until, what the runs taken in cannot tell is not counted
	Replications struct{ Least, Most int } // complete ones, of a point

	ByPoints bool // units are points, not replications: see the package
	Measures []Measure
	Frontier *Frontier
}

// Measure is all about one measure.
type Measure struct {
	Metric      model.Metric
	Overall     Group        // of all points that stand for the space
	At          []Group      // by point; nil for a study that has only Sensitivity's
	Curves      []Curve      // by factor that varies, in the order of Study.Factors
	Map         *Map         // nil if fewer than two factors vary or points are too few
	Regions     *Regions     // nil if points are too few, or the measure has no better and worse
	Sensitivity *Sensitivity // nil unless the study asks for it
}

// Cut is one level of a swept factor, or an interval of a sampled one.
type Cut struct {
	Low, High float64 // equal for a level
}

// Curve is the designs along one factor, whatever the others are.
type Curve struct {
	Factor int // position in Study.Factors
	Cuts   []Cut
	Groups []Group // by cut
}

// Map is the design map: which design leads over two factors, with what probability, and
// how far ahead.
type Map struct {
	X, Y   int // positions in Study.Factors
	XCuts  []Cut
	YCuts  []Cut
	Groups [][]Group // by YCut, then XCut
	Others []int     // positions of the other factors that vary: each cell is a mean over them
}
