package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// finish is when a job, by its arg, was done.
type finish struct {
	arg uint64
	at  float64
}

func newPool(c sim.PoolConfig) (k *sim.Kernel, p *sim.Pool, done *[]finish) {
	k, done = sim.New(), new([]finish)
	p = sim.NewPool(k, "done", 0, func(arg uint64) { *done = append(*done, finish{arg, k.Now()}) })
	p.Reset(c)
	return k, p, done
}

// Two servers, three jobs: alone at full speed, then two thirds of a server each.
func TestPoolSharesServers(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: 2})
	p.Add(4, 1)
	k.Run(1)
	p.Add(4, 2)
	p.Add(1, 3) // needs 1.5 at 2/3; then 1 has 2 left and 2 has 3, at full speed
	k.Run(10)
	require.Equal(t, []finish{{3, 2.5}, {1, 4.5}, {2, 5.5}}, *done)
	require.Equal(t, 1.5+4.5+4.5, p.Area(), "the sum of the three sojourns")
	require.Equal(t, 1+2*3.5+1, p.Busy())
	require.Equal(t, 9.0, p.Delivered())
}

// Four jobs on one server with loss 0.5 run at 1/(1 + 0.5·3) = 0.4 in all, 0.1 each, and
// twice that at speed 2.
func TestPoolMultitaskingLoss(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: 1, Speed: 2, Loss: 0.5})
	for arg := range uint64(4) {
		p.Add(1, arg)
	}
	k.Run(6)
	require.Equal(t, []finish{{0, 5}, {1, 5}, {2, 5}, {3, 5}}, *done)
	require.Equal(t, 5.0, p.Busy(), "the server was busy, though it delivered less")
	require.Equal(t, 4.0, p.Delivered())
}

func TestPoolCapacityChangesMidway(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: 1})
	job := p.Add(6, 1)
	p.Add(6, 2)
	k.Run(2) // each has 5 left
	p.SetCapacity(2)
	k.Run(3) // 4
	p.SetCapacity(0)
	require.Zero(t, k.Len(), "frozen: nothing to happen")
	k.Run(13)
	left, ok := p.Remaining(job)
	require.True(t, ok)
	require.Equal(t, 4.0, left)
	p.SetCapacity(0.5)
	k.Run(100)
	require.Equal(t, []finish{{1, 29}, {2, 29}}, *done)
	require.Equal(t, 2.0+2+16*0.5, p.Busy())
	require.Equal(t, 0.5, p.Capacity())
}

// Ties go by arrival, whatever the slots the jobs occupy.
func TestPoolTiesGoByArrival(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: math.Inf(1)})
	first := p.Add(1, 1)
	p.Add(3, 2)
	p.Remove(first) // frees the lower slot for the next
	p.Add(3, 3)
	p.Add(3, 4)
	k.Run(1)
	p.Add(2, 5) // due at the same virtual time
	k.Run(4)
	require.Equal(t, []finish{{2, 3}, {3, 3}, {4, 3}, {5, 3}}, *done)
}

// A job of no work finishes at once, but in an event: Add returns first. It needs no
// server, so it does so even in a frozen pool.
func TestPoolJobOfNoWork(t *testing.T) {
	for _, capacity := range []float64{0, 1} {
		k, p, done := newPool(sim.PoolConfig{Capacity: capacity})
		p.Add(5, 1)
		job := p.Add(0, 2)
		require.Empty(t, *done)
		left, ok := p.Remaining(job)
		require.True(t, ok)
		require.Zero(t, left)
		k.Run(math.SmallestNonzeroFloat64)
		require.Equal(t, []finish{{2, 0}}, *done)
		require.Equal(t, 1, p.Len())
	}
}

// At the very time a job is due, but before its event, rounding must not have given it
// more than its work, nor less than all of it once the event has come.
func TestPoolRoundsToWork(t *testing.T) {
	const jobs = 7
	for i := range 200 {
		work := 0.1 * float64(i+1)
		k, p, done := newPool(sim.PoolConfig{Capacity: 1, Speed: 0.3})
		k.Run(0.7 * float64(i%13))
		job := p.Add(work, 0)
		for range jobs - 1 {
			p.Add(work, 0)
		}
		next, _ := k.Next()
		k.Run(next.Time)
		left, ok := p.Remaining(job)
		require.True(t, ok)
		require.GreaterOrEqual(t, left, 0.0)
		require.LessOrEqual(t, p.Delivered(), jobs*work)
		k.Step()
		require.Len(t, *done, 1)
		require.Equal(t, jobs*work, p.Delivered(), "finished by definition")
		k.Run(next.Time + 1e-9)
		require.Equal(t, 0, p.Len(), "and so are those that tie")
	}
}

// Arrivals that change neither the rate nor the first job leave its time alone, to the bit,
// and its turn among ties.
func TestPoolLeavesItsEventAlone(t *testing.T) {
	k, p, _ := newPool(sim.PoolConfig{Capacity: math.Inf(1), Speed: 0.3})
	p.Add(100, 1)
	before, _ := k.Next()
	for i := range 1_000 {
		k.Run(float64(i) * 0.1)
		p.Add(1_000, 2)
		after, _ := k.Next()
		require.Equal(t, before, after)
	}
}

// A job of infinite work takes its share for ever; time stands still for nobody.
func TestPoolJobWithoutEnd(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: 1})
	background := p.Add(math.Inf(1), 0)
	p.Add(1, 1)
	k.Run(10)
	require.Equal(t, []finish{{1, 2}}, *done)
	require.Equal(t, 10.0, p.Delivered())
	left, ok := p.Remove(background)
	require.True(t, ok)
	require.True(t, math.IsInf(left, 1))
	require.Zero(t, p.Len())
}

// The done function finds the pool in order and may change it: here it removes the job
// due at the same instant, starts another and adds a server.
func TestPoolChangedByDone(t *testing.T) {
	k := sim.New()
	var p *sim.Pool
	var twin, heir sim.Job
	var done []finish
	p = sim.NewPool(k, "done", 0, func(arg uint64) {
		done = append(done, finish{arg, k.Now()})
		if arg != 1 {
			return
		}
		left, ok := p.Remove(twin)
		require.True(t, ok)
		require.Zero(t, left)
		heir = p.Add(1, 3)
		p.Add(0, 4)
		p.SetCapacity(2)
		require.Equal(t, 3, p.Len())
	})
	p.Reset(sim.PoolConfig{Capacity: 1})
	p.Add(2, 1)
	twin = p.Add(2, 2)
	p.Add(5, 5) // 3 left at time 6, and a server of its own from then on
	k.Run(6.5)
	left, _ := p.Remaining(heir)
	require.Equal(t, 0.5, left)
	k.Run(20)
	require.Equal(t, []finish{{1, 6}, {4, 6}, {3, 7}, {5, 9}}, done)
}

func TestPoolHandlesDie(t *testing.T) {
	k, p, _ := newPool(sim.PoolConfig{Capacity: 1})
	gone := p.Add(1, 0)
	k.Run(2)
	removed := p.Add(1, 0)
	p.Remove(removed)
	lost := p.Add(1, 0)
	p.Reset(sim.PoolConfig{Capacity: 1})
	require.Zero(t, k.Len(), "Reset takes its event with it")
	p.Add(1, 0)
	p.Add(1, 0)
	for _, j := range []sim.Job{gone, removed, lost, {}} {
		_, ok := p.Remaining(j)
		require.False(t, ok)
		_, ok = p.Remove(j)
		require.False(t, ok)
	}
	require.Equal(t, 2, p.Len())
}

// Reset in mid-run counts from there.
func TestPoolResetStartsFromNow(t *testing.T) {
	k, p, done := newPool(sim.PoolConfig{Capacity: 1})
	p.Add(5, 1)
	k.Run(3)
	p.Reset(sim.PoolConfig{Capacity: 2, Speed: 4})
	require.Zero(t, p.Area()+p.Busy()+p.Delivered())
	p.Add(2, 2)
	k.Run(7)
	require.Equal(t, []finish{{2, 3.5}}, *done)
	require.Equal(t, 0.5, p.Area())
}

func TestPoolProgrammerErrorsPanic(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	k, p, _ := newPool(sim.PoolConfig{})
	for _, f := range []func(){
		func() { p.Add(-1, 0) },
		func() { p.Add(nan, 0) },
		func() { p.SetCapacity(-1) },
		func() { p.SetCapacity(nan) },
		func() { p.Reset(sim.PoolConfig{Capacity: -1}) },
		func() { p.Reset(sim.PoolConfig{Speed: -1}) },
		func() { p.Reset(sim.PoolConfig{Speed: inf}) },
		func() { p.Reset(sim.PoolConfig{Speed: nan}) },
		func() { p.Reset(sim.PoolConfig{Loss: -1}) },
		func() { p.Reset(sim.PoolConfig{Loss: inf}) },
		func() { sim.NewPool(k, "", 0, nil) },
	} {
		require.Panics(t, f)
	}
	k.Run(5)
	p.Add(1, 0)
	k.Reset()
	require.PanicsWithValue(t, "sim: Kernel.Reset without Pool.Reset", func() { p.Add(1, 0) })
}

// Configure keeps what jobs have received: 6 units of work at speed 1 for 2, then at
// speed 2, end at 4; and the same configuration again changes nothing.
func TestConfigureTakesEffectFromNowOn(t *testing.T) {
	k := sim.New()
	var ends float64
	p := sim.NewPool(k, "pool", 0, func(uint64) { ends = k.Now() })
	p.Reset(sim.PoolConfig{Capacity: 1})
	p.Add(6, 0)
	k.Run(2)
	p.Configure(sim.PoolConfig{Capacity: 1, Speed: 2})
	p.Configure(sim.PoolConfig{Capacity: 1, Speed: 2})
	k.Run(100)
	require.Equal(t, 4.0, ends)
	require.InDelta(t, 6, p.Delivered(), 1e-12)
	require.Panics(t, func() { p.Configure(sim.PoolConfig{Capacity: -1}) })
}
