package analysis

import (
	"cumbre/model"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

// Frontier is the cost-effectiveness of the designs over all points that stand for the
// space, paired within units.
type Frontier struct {
	Cost, Effect model.Metric // model.MCost and model.MThroughput
	Units        int
	Options      []FrontierOption // by design
}

// FrontierOption is one design.
type FrontierOption struct {
	Cost, Effect stat.Estimate
	sens.Standing
	Ratio     stat.Estimate // incremental cost of one more unit of effect against the next cheaper efficient design: value and percentile bootstrap interval; NaN without one
	Efficient float64       // share of resamples in which the design is on the frontier
}
