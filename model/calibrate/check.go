package calibrate

import (
	"context"
	"math"
	"slices"

	"cumbre/model/history"
	"cumbre/sim/experiment"
	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// Outcome is how runs stand to one target.
type Outcome struct {
	Target            history.Target
	Sorted            []float64 // the quantity in the runs that have it
	Low, Median, High float64   // its 5th, 50th and 95th percentile
	Undefined         int       // runs that do not have it
	Verdict           history.Verdict
}

// Check runs the scenario anew, under keys of its own, and holds it against every target:
// runs take the points by a stride, one run each until there are n.
func (c *Calibration) Check(ctx context.Context, points Accepted, n int, seed uint64, workers int, progress func(done, total int)) ([]Outcome, error) {
	values := make([][]float64, len(c.Targets))
	newWorker := func() func(int) ([]float64, error) {
		world := newWorld(c)
		return func(run int) ([]float64, error) {
			h := world.run(points[Row(run, len(points))], rng.Mix(seed, uint64(run)))
			y := make([]float64, len(c.Targets))
			for i := range c.Targets {
				y[i] = c.Targets[i].Of(h)
			}
			return y, nil
		}
	}
	err := experiment.Ordered(ctx, n, workers, newWorker, func(run int, y []float64) error {
		for i, x := range y {
			values[i] = append(values[i], x)
		}
		if progress != nil {
			progress(run+1, n)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	outcomes := make([]Outcome, len(c.Targets))
	for i, t := range c.Targets {
		outcomes[i] = outcome(t, values[i])
	}
	return outcomes, nil
}

func outcome(t history.Target, values []float64) Outcome {
	n := len(values)
	values = slices.DeleteFunc(values, math.IsNaN)
	slices.Sort(values)
	o := Outcome{Target: t, Sorted: values, Undefined: n - len(values), Low: stat.Quantile(values, 0.05), Median: stat.Quantile(values, 0.5), High: stat.Quantile(values, 0.95)}
	o.Verdict = t.Compare(o.Low, o.Median, o.High)
	return o
}
