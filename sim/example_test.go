package sim_test

import (
	"fmt"

	"cumbre/sim"
	"cumbre/sim/rng"
)

// A queue with one server, Poisson arrivals and exponential service (M/M/1) at load 0.8.
// Theory says that 0.8/(1−0.8) = 4 customers are present on average.
func Example_mm1() {
	var arrival, departure sim.Kind
	var number, area, since float64
	k, random := sim.New(), rng.New(2011, 0).Stream(1, 0, 0, 0)
	count := func(change float64) { // integrates the number present over time
		area += number * (k.Now() - since)
		number, since = number+change, k.Now()
	}
	arrival = k.On("arrival", 0, func(sim.Event) {
		if count(+1); number == 1 {
			k.After(random.Exp(1), departure, 0)
		}
		k.After(random.Exp(1/0.8), arrival, 0)
	})
	departure = k.On("departure", 0, func(sim.Event) {
		if count(-1); number > 0 {
			k.After(random.Exp(1), departure, 0)
		}
	})
	k.After(0, arrival, 0)
	k.Run(1_000_000)
	fmt.Printf("%.1f customers on average\n", area/k.Now())
	// Output: 4.0 customers on average
}

// Two officials with three files. While there are three, each file gets two thirds of an
// official.
func ExamplePool() {
	k := sim.New()
	files := []string{"customs", "visas", "fintech"}
	office := sim.NewPool(k, "file done", 0, func(arg uint64) {
		fmt.Printf("day %.1f: %s\n", k.Now(), files[arg])
	})
	office.Reset(sim.PoolConfig{Capacity: 2})
	for arg, work := range []float64{2, 5, 8} { // official-days
		office.Add(work, uint64(arg))
	}
	k.Run(30)
	fmt.Printf("%.0f official-days of work\n", office.Delivered())
	// Output:
	// day 3.0: customs
	// day 6.0: visas
	// day 9.0: fintech
	// 15 official-days of work
}

// A reminder that is put off, and one that is called off.
func ExampleKernel_Reschedule() {
	k := sim.New()
	remind := k.On("remind", 0, func(e sim.Event) { fmt.Println("reminder", e.Arg, "at", e.Time) })
	first := k.At(1, remind, 1)
	second := k.At(2, remind, 2)
	k.Reschedule(first, 5)
	k.Cancel(second)
	k.Run(10)
	// Output: reminder 1 at 5
}

// The trace hook prints a run as it goes.
func ExampleKernel_Trace() {
	k := sim.New()
	var tick sim.Kind
	tick = k.On("tick", 0, func(e sim.Event) { k.After(2, tick, e.Arg+1) })
	k.Trace(func(e sim.Event) { fmt.Println(e.Time, k.Name(e.Kind), e.Arg) })
	k.At(0, tick, 1)
	k.Run(4)
	// Output:
	// 0 tick 1
	// 2 tick 2
}
