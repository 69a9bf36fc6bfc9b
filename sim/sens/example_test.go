package sens_test

import (
	"fmt"
	"math"

	"cumbre/sim/experiment"
	"cumbre/sim/sens"
)

// Which of three factors of the Ishigami function explain its variance? The third
// does so only together with the first.
func ExampleSobol() {
	design := experiment.NewSaltelli(2026, 3)
	u := make([]float64, 3)
	y := make([]float64, 8192*design.Block())
	for i := range y {
		design.Point(int64(i), u)
		y[i] = ishigami(u)
	}
	r, err := sens.Sobol(y, 3, sens.Options{})
	if err != nil {
		panic(err)
	}
	for i, f := range r.Factors {
		fmt.Printf("factor %d: first %.2f, total %.2f [%.2f, %.2f]\n", i, f.First.Value, f.Total.Value, f.Total.Low, f.Total.High)
	}
	for _, w := range r.Warnings {
		fmt.Println(w)
	}
	// Output:
	// factor 0: first 0.31, total 0.56 [0.53, 0.59]
	// factor 1: first 0.44, total 0.44 [0.43, 0.46]
	// factor 2: first -0.00, total 0.24 [0.23, 0.25]
	// factor 0: the interval of the total index is 0.0597 wide, more than 0.05
}

// Screening with ten trajectories of five runs. The third factor does nothing; the
// last two act together only.
func ExampleMorris() {
	design := experiment.NewMorris(2026, 4, 4)
	var points [][]float64
	var y []float64
	for i := range int64(10 * design.Block()) {
		u := make([]float64, 4)
		design.Point(i, u)
		points, y = append(points, u), append(y, 5*u[0]+2*u[1]*u[3])
	}
	r, err := sens.Morris(points, y, sens.Options{})
	if err != nil {
		panic(err)
	}
	for i, f := range r.Factors {
		fmt.Printf("factor %d: mu* %.1f, sigma %.1f\n", i, f.MuStar.Value, f.Sigma.Value)
	}
	// Output:
	// factor 0: mu* 5.0, sigma 0.0
	// factor 1: mu* 1.0, sigma 1.0
	// factor 2: mu* 0.0, sigma 0.0
	// factor 3: mu* 0.9, sigma 0.8
}

// Where does one design win? In a box that three sentences describe.
func ExamplePeel() {
	sequence := experiment.NewScrambledSobol(2026, 4)
	var points [][]float64
	var wins []float64
	for i := range int64(2000) {
		u := make([]float64, 4)
		sequence.Point(i, u)
		win := 0.0
		if u[1] < 0.4 && u[3] > 0.3 {
			win = 1
		}
		points, wins = append(points, u), append(wins, win)
	}
	t, err := sens.Peel(points, wins, sens.PrimOptions{})
	if err != nil {
		panic(err)
	}
	box := t.Paste(t.Boxes[t.Balanced()])
	fmt.Printf("%.0f%% of the wins, %.0f%% of the box wins\n", 100*box.Coverage, 100*box.Density)
	for _, r := range t.Restrictions(box) {
		sign := ">"
		if r.Upper {
			sign = "<"
		}
		fmt.Printf("factor %d %s %.2f (without it %.0f%%)\n", r.Factor, sign, r.Bound, 100*r.Density)
	}
	// Output:
	// 100% of the wins, 100% of the box wins
	// factor 1 < 0.40 (without it 40%)
	// factor 3 > 0.30 (without it 70%)
}

// Four designs by cost and by mandates fulfilled.
func ExampleFrontier() {
	options := []sens.Option{{Cost: 10, Effect: 30}, {Cost: 14, Effect: 31}, {Cost: 16, Effect: 36}, {Cost: 20, Effect: 35}}
	for i, s := range sens.Frontier(options) {
		switch {
		case s.Status == sens.Dominated:
			fmt.Printf("%d: dominated by %d\n", i, s.By)
		case s.Status == sens.ExtendedlyDominated:
			fmt.Printf("%d: dominated by a mix\n", i)
		case math.IsNaN(s.Ratio):
			fmt.Printf("%d: the cheapest\n", i)
		default:
			fmt.Printf("%d: %.2f for one more\n", i, s.Ratio)
		}
	}
	// Output:
	// 0: the cheapest
	// 1: dominated by a mix
	// 2: 1.00 for one more
	// 3: dominated by 2
}
