package experiment_test

import (
	"context"
	"fmt"

	"cumbre/sim/experiment"
	"cumbre/sim/rng"
)

// Two workers, one ordered consumer.
func ExampleOrdered() {
	newWorker := func() func(int) (string, error) {
		buffer := make([]byte, 0, 8) // a worker's own memory, reused from item to item
		return func(item int) (string, error) {
			buffer = fmt.Appendf(buffer[:0], "run %d", item)
			return string(buffer), nil
		}
	}
	err := experiment.Ordered(context.Background(), 3, 2, newWorker, func(item int, result string) error {
		fmt.Println(result)
		return nil
	})
	fmt.Println(err)
	// Output:
	// run 0
	// run 1
	// run 2
	// <nil>
}

// Three designs by four sizes: twelve points, of which the first four already have
// every size once, and the designs as evenly as four points can.
func ExampleFactorial() {
	designs, sizes := []string{"light", "sherpa", "secretariat"}, []int{2, 4, 6, 8}
	f, err := experiment.NewFactorial(rng.New(2026, 0).Stream(0, 0, 0, 0), len(designs), len(sizes))
	if err != nil {
		panic(err)
	}
	level := make([]int, 2)
	for i := range 4 {
		f.Point(i, level)
		fmt.Println(designs[level[0]], sizes[level[1]])
	}
	fmt.Println(f.Size(), "in all")
	// Output:
	// sherpa 4
	// light 6
	// secretariat 8
	// sherpa 2
	// 12 in all
}

// The sequence as published, and scrambled.
func ExampleSobol() {
	published, scrambled := experiment.NewSobol(2), experiment.NewScrambledSobol(2026, 2)
	p, s := make([]float64, 2), make([]float64, 2)
	for i := range int64(4) {
		published.Point(i, p)
		scrambled.Point(i, s)
		fmt.Printf("%v  %.3f\n", p, s)
	}
	// Output:
	// [0 0]  [0.146 0.841]
	// [0.5 0.5]  [0.915 0.005]
	// [0.75 0.25]  [0.540 0.654]
	// [0.25 0.75]  [0.499 0.449]
}

// Two trajectories: each moves every factor once.
func ExampleMorris() {
	m := experiment.NewMorris(2026, 3, 4)
	x := make([]float64, 3)
	for i := range int64(2 * m.Block()) {
		m.Point(i, x)
		fmt.Printf("trajectory %d: %.2f\n", i/int64(m.Block()), x)
	}
	// Output:
	// trajectory 0: [0.67 0.00 0.67]
	// trajectory 0: [0.67 0.67 0.67]
	// trajectory 0: [0.00 0.67 0.67]
	// trajectory 0: [0.00 0.67 0.00]
	// trajectory 1: [0.67 0.33 0.00]
	// trajectory 1: [0.00 0.33 0.00]
	// trajectory 1: [0.00 0.33 0.67]
	// trajectory 1: [0.00 1.00 0.67]
}

// A block of the design: A, then A with one coordinate of B, then B.
func ExampleSaltelli() {
	s := experiment.NewSaltelli(2026, 2)
	x := make([]float64, 2)
	for i := range int64(s.Block()) {
		s.Point(i, x)
		fmt.Printf("%.3f\n", x)
	}
	// Output:
	// [0.146 0.841]
	// [0.327 0.841]
	// [0.146 0.258]
	// [0.327 0.258]
}
