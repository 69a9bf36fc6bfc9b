package abc_test

import (
	"context"
	"fmt"

	"cumbre/sim/abc"
	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// Twenty customers waited four minutes on average, measured to half a minute.
// What is the mean of the distribution, if waits are exponential? The few
// customers leave more doubt about it than the measurement does.
func ExampleRun() {
	const purpose rng.Purpose = 0
	r, err := abc.Run(context.Background(), abc.Problem{
		Low: []float64{0}, High: []float64{30},
		Observed: []float64{4}, Error: []float64{0.5},
		NewSimulator: func() func([]float64, uint64) ([]float64, error) {
			return func(theta []float64, key uint64) ([]float64, error) {
				s := rng.New(1, key).Stream(purpose, 0, 0, 0)
				var waits stat.Tally
				for range 20 {
					waits.Add(s.Exp(theta[0]))
				}
				return []float64{waits.Mean()}, nil
			}
		},
	}, abc.Options{Particles: 2000, Workers: 2})
	if err != nil {
		panic(err)
	}
	var mean stat.Tally
	for _, theta := range r.Particles {
		mean.Add(theta[0])
	}
	fmt.Printf("%v: scale %v after %d generations\n", r.Stop, r.Scale, len(r.Generations)-1)
	fmt.Printf("mean wait %.1f ± %.1f\n", mean.Mean(), mean.SD())
	// Output:
	// stated error reached: scale 1 after 4 generations
	// mean wait 4.5 ± 1.2
}
