package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// Nothing is allocated per event, nor for a replication after the first.

func TestQueueDoesNotAllocate(t *testing.T) {
	q := newMM1(0.9, 1)
	replication := func() {
		q.reset(1, 0)
		for range 1_000 {
			q.kernel.Step()
		}
		q.kernel.Run(q.kernel.Now() + 1_000)
	}
	require.Zero(t, testing.AllocsPerRun(5, replication))
}

func TestPoolDoesNotAllocate(t *testing.T) {
	s := newStation(10)
	replication := func() {
		s.reset(1, 0, sim.PoolConfig{Capacity: 3}, 2.7, exponential)
		for i := range 1_000 {
			s.kernel.Run(float64(i))
			s.pool.SetCapacity(2.5 + float64(i%3))
			s.pool.Remove(s.pool.Add(1, 0))
			s.pool.Area()
		}
	}
	require.Zero(t, testing.AllocsPerRun(5, replication))
}

func TestCalendarDoesNotAllocate(t *testing.T) {
	k := sim.New()
	kind := k.On("timer", 0, func(sim.Event) {})
	var timers [1_000]sim.Ticket
	cycle := func() {
		for i := range timers {
			timers[i] = k.After(float64(i*7919%1_000), kind, 0)
		}
		for i := range timers {
			timers[i] = k.Reschedule(timers[i], k.Now()+float64(i*104_729%1_000))
		}
		k.Run(k.Now() + 500)
		for _, timer := range timers {
			k.Cancel(timer)
		}
	}
	require.Zero(t, testing.AllocsPerRun(5, cycle))
}
