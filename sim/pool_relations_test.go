package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
	"cumbre/sim/rng"
)

// Relations between whole runs of a pool that hold to the last bit, or nearly.

var busyPool = sim.PoolConfig{Capacity: 3, Loss: 0.01}

// Looking changes nothing: a run with every question asked at every event is, to the
// bit, the run without. (A pool that advances when asked fails this.)
func TestPoolIgnoresObservers(t *testing.T) {
	alone, watched := newStation(4), newStation(4)
	var j sim.Job
	watched.kernel.Trace(func(sim.Event) {
		p := watched.pool
		p.Remaining(j)
		_ = p.Area() + p.Busy() + p.Delivered() + float64(p.Len())
		p.SetCapacity(p.Capacity())
		watched.kernel.Next()
	})
	for _, s := range []*station{alone, watched} {
		s.reset(5, 0, busyPool, 2.5, exponential)
		j = s.pool.Add(1e6, 0) // always present
		s.kernel.Run(5_000)
	}
	require.Equal(t, alone.kernel.Digest(), watched.kernel.Digest())
	require.Equal(t, alone.pool.Area(), watched.pool.Area())
	require.Equal(t, alone.pool.Busy(), watched.pool.Busy())
	require.Equal(t, alone.pool.Delivered(), watched.pool.Delivered())
}

// In units of time half as long everything takes exactly twice as many: a power of two
// rounds nothing.
func TestPoolUnitOfTimeIsFree(t *testing.T) {
	days, halfDays := newStation(4), newStation(4)
	days.reset(6, 0, busyPool, 2.5, exponential)
	slow := busyPool
	slow.Speed = 0.5
	halfDays.reset(6, 0, slow, 1.25, exponential)
	days.kernel.Run(5_000)
	halfDays.kernel.Run(10_000)
	require.Equal(t, days.ended, halfDays.ended)
	require.Equal(t, 2*days.pool.Area(), halfDays.pool.Area())
	require.Equal(t, days.pool.Delivered(), halfDays.pool.Delivered())
}

// More servers never finish fewer jobs by any time, with the same arrivals and no loss.
func TestPoolMoreServersFinishNoLess(t *testing.T) {
	few, many := newStation(4), newStation(4)
	few.reset(7, 0, sim.PoolConfig{Capacity: 2}, 1.9, exponential)
	many.reset(7, 0, sim.PoolConfig{Capacity: 2.3}, 1.9, exponential)
	for at := 1.0; at < 5_000; at++ {
		few.kernel.Run(at)
		many.kernel.Run(at)
		require.Equal(t, few.jobs, many.jobs)
		require.LessOrEqual(t, few.ended, many.ended)
	}
}

// Work is conserved over a long run of a pool that never empties, where virtual time and
// every sum are largest, with heavy-tailed work, abandonment and changing capacity.
func TestPoolConservesWorkForLong(t *testing.T) {
	const rounds, abandoned, endless = 200_000, 3, 1e7
	s := newStation(4)
	s.reset(8, 0, sim.PoolConfig{Capacity: 2, Loss: 0.001}, 1.5, func(r *rng.Stream) float64 { return r.LogNormal(0.3, 1.5) })
	permanent := s.pool.Add(endless, 0)
	removed := 0.0
	for i := range rounds {
		s.kernel.Run(float64(i))
		job := s.pool.Add(abandoned, 0)
		s.kernel.Run(float64(i) + 0.5)
		left, _ := s.pool.Remove(job)
		removed += left
		s.pool.SetCapacity(2 + float64(i%4))
	}
	left, present := s.pool.Remove(permanent)
	require.True(t, present)
	removed += left
	added := s.added + rounds*abandoned + endless
	s.draw = func(*rng.Stream) float64 { return 0 } // no more work: let the rest finish
	for s.pool.Len() > 0 {
		s.kernel.Step()
	}
	require.InEpsilon(t, added-removed, s.pool.Delivered(), 1e-9)
}
