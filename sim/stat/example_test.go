package stat_test

import (
	"fmt"
	"slices"

	"cumbre/sim/stat"
)

func ExampleTally() {
	var days stat.Tally
	for _, x := range []float64{12, 15, 11, 18, 14} {
		days.Add(x)
	}
	e := days.Interval(0.95)
	fmt.Printf("%.1f ± %.1f days from %d replications\n", e.Mean, e.HalfWidth(), e.N)
	// Output: 14.0 ± 3.4 days from 5 replications
}

func ExampleTimeWeighted() {
	var queue stat.TimeWeighted
	queue.Start(0, 0)
	queue.Add(2, 1)  // one arrives at time 2
	queue.Add(3, 1)  // another at time 3
	queue.Add(7, -1) // one leaves at time 7
	fmt.Printf("mean length %.1f until time 10, at most %.0f\n", queue.Mean(10), queue.Max())
	// Output: mean length 1.2 until time 10, at most 2
}

// Replications run under common random numbers are good and bad together;
// pair by pair, the difference is clear.
func ExamplePaired() {
	majority := []float64{41, 55, 38, 62, 47}
	consensus := []float64{44, 59, 40, 66, 49}
	var saved stat.Paired
	for i := range majority {
		saved.Add(majority[i], consensus[i])
	}
	e := saved.Interval(0.95)
	fmt.Printf("%.1f days (%.1f to %.1f), p = %.3f\n", e.Mean, e.Low, e.High, saved.P())
	// Output: -3.0 days (-4.2 to -1.8), p = 0.003
}

func ExampleHolm() {
	fmt.Printf("%.2f\n", stat.Holm([]float64{0.01, 0.04, 0.03, 0.005}))
	// Output: [0.03 0.06 0.06 0.02]
}

func ExampleP2() {
	median := stat.NewP2(0.5)
	for i := range 1001 {
		median.Add(float64(i * 387 % 1001)) // 0 to 1000, shuffled
	}
	fmt.Printf("%.0f, where sorting all values gives 500\n", median.Value())
	// Output: 501, where sorting all values gives 500
}

func ExampleQuantile() {
	x := []float64{8, 1, 4, 2}
	slices.Sort(x)
	fmt.Println(stat.Quantile(x, 0.5))
	// Output: 3
}
