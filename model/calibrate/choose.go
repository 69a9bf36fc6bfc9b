package calibrate

import (
	"context"
	"math"

	"cumbre/model/history"
	"cumbre/sim/rng"
)

// The rule by which one point is chosen from an accepted set as the default: of the
// candidates nearest to the means of the set, in standard deviations, rounded to two
// significant digits, the one whose fresh runs hit most fitted targets and, of equals,
// the one whose medians are nearest to the figures, in units of their errors. So it is a
// point that was accepted and not a mean of points, parameters that offset each other
// stay together, and it did not enter by luck.
const (
	candidates       = 32
	runsPerCandidate = 60
)

// ChoiceSeed is the seed of the choice in a calibration with a seed.
func ChoiceSeed(seed uint64) uint64 { return rng.Mix(seed, 1) }

// Choose applies the rule and returns the values, in the order of Free.
func (c *Calibration) Choose(ctx context.Context, a Accepted, seed uint64, workers int, progress func(done, total int)) ([]float64, error) {
	points := a.nearest(candidates, len(c.Free))
	var best []float64
	most, least := -1, math.Inf(1)
	for n, theta := range points {
		point := make([]float64, len(theta))
		for i, f := range c.Free {
			point[i] = f.rounded(theta[i])
		}
		outcomes, err := c.Check(ctx, Accepted{point}, runsPerCandidate, rng.Mix(seed, uint64(n)), workers, func(done, _ int) {
			if progress != nil {
				progress(n*runsPerCandidate+done, len(points)*runsPerCandidate)
			}
		})
		if err != nil {
			return nil, err
		}
		hit, d := hits(outcomes), c.distance(outcomes)
		if hit > most || hit == most && d < least {
			best, most, least = point, hit, d
		}
	}
	return best, nil
}

// hits counts the fitted targets that are met.
func hits(outcomes []Outcome) int {
	n := 0
	for _, o := range outcomes {
		if o.Target.Fitted() && o.Verdict == history.Hit {
			n++
		}
	}
	return n
}

// distance is how far medians lie from the figures: the sum of squares in units of the
// stated errors.
func (c *Calibration) distance(outcomes []Outcome) float64 {
	sum := 0.0
	for _, o := range outcomes {
		t := o.Target
		z := 0.0
		switch {
		case t.Fitted():
			z = (o.Median - t.Value) / t.Error(c.Discrepancy)
		case t.Use == history.Free:
			z = outside(o.Median, t.Low, t.High) / c.slack(&t)
		}
		sum += float64(z * z)
	}
	if math.IsNaN(sum) {
		return math.Inf(1)
	}
	return sum
}

// Effort is how many points Choose compares, and by how many runs of each.
func Effort() (points, runs int) { return candidates, runsPerCandidate }
