package analysis

import (
	"math"
	"slices"

	"cumbre/model"
	"cumbre/sim/rng"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

// Frontier is the cost-effectiveness of the designs over all points that stand for the
// space, paired within units.
type Frontier struct {
	Cost, Effect model.Metric
	Units        int
	Lost         int              // units without one of the values
	Options      []FrontierOption // by design
}

// FrontierOption is one design.
type FrontierOption struct {
	Cost, Effect stat.Estimate
	sens.Standing
	// Ratio is the incremental cost of one more unit of effect against the next cheaper
	// efficient design, with its percentile bootstrap interval. It is NaN for a design that
	// has none; so is its interval unless nearly all resamples have one, as a ratio whose
	// denominator may be on either side of 0 has no interval (Briggs and Fenn 1998,
	// Confidence intervals or surfaces? Health Economics 7).
	Ratio sens.Estimate
	// Efficient is the share of the resamples in which the design is on the frontier, NaN
	// without intervals.
	Efficient float64
}

// drawFrontier is the purpose of the bootstrap's draws, above those of the model.
const drawFrontier rng.Purpose = 1<<20 + 17

// frontier compares the designs in cost and effect; nil if either is not among the
// measures, or there are no units.
func (r *results) frontier() *Frontier {
	cost, effect := slices.Index(r.o.Metrics, model.MCost), slices.Index(r.o.Metrics, model.MThroughput)
	if cost < 0 || effect < 0 || r.designs < 2 {
		return nil
	}
	u := r.units(r.standing, cost, effect)
	if u.n == 0 {
		return nil
	}
	f := &Frontier{Cost: model.MCost, Effect: model.MThroughput, Units: u.n, Lost: u.lost, Options: make([]FrontierOption, r.designs)}
	for d := range f.Options {
		f.Options[d].Cost, f.Options[d].Effect = u.estimate(0, d, None, r.o.Level), u.estimate(1, d, None, r.o.Level)
	}
	for d, s := range sens.Frontier(u.options(u.mean())) {
		f.Options[d].Standing = s
		f.Options[d].Ratio = sens.Estimate{Value: s.Ratio, Low: math.NaN(), High: math.NaN()}
	}
	f.resample(u, r.study.Seed, r.o)
	return f
}

// Repeated reports whether there are intervals and shares, as those of Group.
func (f *Frontier) Repeated() bool {
	return len(f.Options) > 0 && !math.IsNaN(f.Options[0].Efficient)
}

// options reads a mean as options.
func (u *units) options(mean []float64) []sens.Option {
	all := make([]sens.Option, u.designs)
	for d := range all {
		all[d] = sens.Option{Cost: mean[d], Effect: mean[u.designs+d]}
	}
	return all
}

// resample draws units with replacement and looks at the frontier again; where units are
// points, what the worlds add is drawn beside them. With one unit or one world there is
// nothing to draw.
func (f *Frontier) resample(u *units, seed uint64, o Options) {
	if !u.repeated() {
		for d := range f.Options {
			f.Options[d].Efficient = math.NaN()
		}
		return
	}
	ratios := make([][]float64, u.designs)
	stream := rng.New(seed, 0).Stream(drawFrontier, 0, 0, 0)
	for range o.Resamples {
		mean := u.redrawn(&stream)
		if u.worlds != nil {
			// Drawing n of n values varies less than they do, by n-1 over n: of few worlds that is a lot.
			inflate := math.Sqrt(float64(u.worlds.n) / float64(u.worlds.n-1))
			for i, x := range u.worlds.redrawn(&stream) {
				mean[i] += float64(inflate * x)
			}
		}
		for d, s := range sens.Frontier(u.options(mean)) {
			if s.Status == sens.Efficient {
				f.Options[d].Efficient++
			}
			if !math.IsNaN(s.Ratio) {
				ratios[d] = append(ratios[d], s.Ratio)
			}
		}
	}
	for d := range f.Options {
		x := &f.Options[d]
		x.Efficient /= float64(o.Resamples) // at once: a sum of many shares would not be 1
		if float64(len(ratios[d])) >= o.Level*float64(o.Resamples) && !math.IsNaN(x.Ratio.Value) {
			slices.Sort(ratios[d])
			x.Ratio.Low, x.Ratio.High = stat.Quantile(ratios[d], (1-o.Level)/2), stat.Quantile(ratios[d], (1+o.Level)/2)
		}
	}
}

// redrawn is the mean of as many units, drawn with replacement.
func (u *units) redrawn(stream *rng.Stream) []float64 {
	width := u.metrics * u.designs
	mean := make([]float64, width)
	for range u.n {
		from := stream.IntN(u.n) * width
		for i, v := range u.values[from : from+width] {
			mean[i] += v
		}
	}
	for i := range mean {
		mean[i] /= float64(u.n)
	}
	return mean
}
