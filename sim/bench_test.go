package sim_test

import (
	"fmt"
	"math"
	"testing"

	"cumbre/sim"
	"cumbre/sim/rng"
)

// Every benchmark reports the time per event (BenchmarkCancel: per rescheduling), so
// that their ratios in one run mean something on any machine.

// BenchmarkMM1 is an M/M/1 queue at load 0.9 through the kernel.
func BenchmarkMM1(b *testing.B) {
	q := newMM1(0.9, 1)
	q.reset(1, 0)
	b.ReportAllocs()
	for b.Loop() {
		q.kernel.Step()
	}
}

// BenchmarkMM1Run is the same queue, driven by Run.
func BenchmarkMM1Run(b *testing.B) {
	q := newMM1(0.9, 1)
	q.reset(1, 0)
	b.ReportAllocs()
	b.ResetTimer()
	q.kernel.Run(float64(b.N) / 1.8) // 0.9 arrivals and 0.9 departures per unit of time
}

// BenchmarkMM1NoEventSet draws the same numbers in the same order, but its event set
// are two variables: the least that an M/M/1 simulation can do.
func BenchmarkMM1NoEventSet(b *testing.B) {
	arrivals, services := streams(1, 0)
	arrival, departure := arrivals.Exp(1/0.9), math.Inf(1)
	var n int
	var now, area float64
	for b.Loop() {
		t := min(arrival, departure)
		area += float64(n) * (t - now)
		now = t
		if arrival < departure {
			arrival = now + arrivals.Exp(1/0.9)
			if n++; n == 1 {
				departure = now + services.Exp(1)
			}
		} else if n--; n > 0 {
			departure = now + services.Exp(1)
		} else {
			departure = math.Inf(1)
		}
	}
	if area < 0 {
		b.Fatal("the area cannot be negative")
	}
}

// BenchmarkHold is the hold model (Vaucher & Duval 1975): n events pending, each
// schedules its successor an exponential time later.
func BenchmarkHold(b *testing.B) {
	for _, n := range []uint64{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			k := sim.New()
			draws := rng.New(1, 0).Stream(1, 0, 0, 0)
			var hold sim.Kind
			hold = k.On("hold", 0, func(e sim.Event) { k.After(draws.Exp(1), hold, e.Arg) })
			for i := range n {
				k.After(draws.Exp(1), hold, i)
			}
			k.Run(10) // forget the initial order
			b.ReportAllocs()
			for b.Loop() {
				k.Step()
			}
		})
	}
}

// BenchmarkPool is an M/M/10 processor-sharing pool at load 0.9.
func BenchmarkPool(b *testing.B) {
	s := newStation(10)
	s.reset(1, 0, sim.PoolConfig{Capacity: 10}, 9, exponential)
	s.kernel.Run(1_000)
	b.ReportAllocs()
	for b.Loop() {
		s.kernel.Step()
	}
}

// BenchmarkCancel reschedules one of 1 000 pending events at a time: what a pool does
// to the calendar at each change.
func BenchmarkCancel(b *testing.B) {
	k := sim.New()
	draws := rng.New(1, 0).Stream(1, 0, 0, 0)
	kind := k.On("timer", 0, func(sim.Event) {})
	timers := make([]sim.Ticket, 1_000)
	for i := range timers {
		timers[i] = k.At(draws.Exp(1), kind, uint64(i))
	}
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		timers[i] = k.Reschedule(timers[i], draws.Exp(1))
		i = (i + 1) % len(timers)
	}
}
