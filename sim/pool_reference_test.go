package sim_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim"
)

// referencePool works step by step: it remembers what is left of every job and takes off
// each its share, from one change to the next. O(n) per step, no virtual time.
type referencePool struct {
	config                sim.PoolConfig
	now                   float64
	jobs                  []referenceJob
	finished              map[uint64]float64 // time, by arg
	added, removed        float64
	area, busy, delivered float64
}

type referenceJob struct {
	arg  uint64
	left float64
}

// perJob is the formula as the documentation states it.
func (p *referencePool) perJob() float64 {
	n, c := float64(len(p.jobs)), p.config.Capacity
	if n == 0 || c == 0 {
		return 0
	}
	efficiency := 1 / (1 + p.config.Loss*max(0, n-c)/c)
	return p.config.Speed * min(1, c/n) * efficiency
}

func (p *referencePool) add(arg uint64) {
	p.jobs = append(p.jobs, referenceJob{arg, workOf(arg)})
	p.added += workOf(arg)
}

// run works until time t, following up finished jobs as the pool under test does.
func (p *referencePool) run(t float64) {
	for {
		first, rate := p.shortest(), p.perJob()
		if first < 0 {
			p.work(t-p.now, 0)
			return
		}
		needs := 0.0
		if p.jobs[first].left > 0 {
			needs = p.jobs[first].left / rate
		}
		if p.now+needs >= t {
			p.work(t-p.now, rate)
			return
		}
		p.work(needs, rate)
		arg := p.jobs[first].arg
		p.jobs = slices.Delete(p.jobs, first, first+1)
		p.finished[arg] = p.now
		if next, ok := followUp(arg); ok {
			p.add(next)
		}
	}
}

func (p *referencePool) shortest() int {
	at, least := -1, math.Inf(1)
	for i, j := range p.jobs {
		if j.left < least {
			at, least = i, j.left
		}
	}
	return at
}

func (p *referencePool) work(dt, rate float64) {
	n := float64(len(p.jobs))
	p.now += dt
	p.area += n * dt
	p.busy += min(n, p.config.Capacity) * dt
	p.delivered += n * rate * dt
	for i := range p.jobs {
		p.jobs[i].left = max(0, p.jobs[i].left-rate*dt)
	}
}

// workOf and followUp make a job's story a function of its arg, the same for both pools.
// Work is an odd multiple of nothing that times are made of, or zero.
func workOf(arg uint64) float64 { return float64(arg%8) * 0.3819660112501051 }

func followUp(arg uint64) (uint64, bool) { return arg + 1_000_000, arg%5 == 0 && arg < 3_000_000 }

// The pool against the reference, under random arrivals, removals, changes of capacity
// and follow-ups from the done function. Times may differ by rounding; the order of jobs
// that finish at the same time is for another test.
func TestPoolAgreesWithStepByStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		config := sim.PoolConfig{
			Capacity: rapid.SampledFrom([]float64{0, 0.5, 1, 2, 2.5, 10, math.Inf(1)}).Draw(t, "capacity"),
			Speed:    rapid.SampledFrom([]float64{0.25, 1, 3}).Draw(t, "speed"),
			Loss:     rapid.SampledFrom([]float64{0, 0.05, 1}).Draw(t, "loss"),
		}
		dumb := &referencePool{config: config, finished: map[uint64]float64{}}
		k, jobs, finished := sim.New(), map[uint64]sim.Job{}, map[uint64]float64{}
		var p *sim.Pool
		p = sim.NewPool(k, "done", 0, func(arg uint64) {
			finished[arg] = k.Now()
			if next, ok := followUp(arg); ok {
				jobs[next] = p.Add(workOf(next), next)
			}
		})
		p.Reset(config)
		for i := range rapid.IntRange(0, 60).Draw(t, "length") {
			until := k.Now() + float64(rapid.IntRange(0, 4).Draw(t, "gap"))*0.7310585786300049 + 1e-3
			k.Run(until)
			dumb.run(until)
			switch rapid.IntRange(0, 5).Draw(t, "op") {
			case 0, 1, 2:
				arg := uint64(i*8 + rapid.IntRange(0, 7).Draw(t, "work"))
				jobs[arg] = p.Add(workOf(arg), arg)
				dumb.add(arg)
			case 3:
				removeFirst(t, p, jobs, dumb)
			case 4:
				c := rapid.SampledFrom([]float64{0, 0.5, 1, 2.5, 7}).Draw(t, "capacity")
				p.SetCapacity(c)
				dumb.config.Capacity = c
			}
			compare(t, p, jobs, dumb)
		}
		require.LessOrEqual(t, k.Len(), 1, "one event pending at most")
		p.SetCapacity(1)
		dumb.config.Capacity = 1
		k.Run(k.Now() + 1e5)
		dumb.run(k.Now())
		compare(t, p, jobs, dumb)
		require.Zero(t, p.Len())
		require.Len(t, finished, len(dumb.finished))
		for arg, at := range dumb.finished {
			require.InDelta(t, at, finished[arg], 1e-9*at, "job %d", arg)
		}
	})
}

func removeFirst(t require.TestingT, p *sim.Pool, jobs map[uint64]sim.Job, dumb *referencePool) {
	if len(dumb.jobs) == 0 {
		return
	}
	j := dumb.jobs[0]
	dumb.jobs = dumb.jobs[1:]
	dumb.removed += j.left
	left, ok := p.Remove(jobs[j.arg])
	require.True(t, ok)
	require.InDelta(t, j.left, left, 1e-9)
	_, ok = p.Remaining(jobs[j.arg])
	require.False(t, ok)
}

func compare(t require.TestingT, p *sim.Pool, jobs map[uint64]sim.Job, dumb *referencePool) {
	require.Equal(t, len(dumb.jobs), p.Len())
	require.InDelta(t, dumb.area, p.Area(), 1e-9*(1+dumb.area))
	require.InDelta(t, dumb.busy, p.Busy(), 1e-9*(1+dumb.busy))
	require.InDelta(t, dumb.delivered, p.Delivered(), 1e-9*(1+dumb.delivered))
	sum := 0.0
	for _, j := range dumb.jobs {
		left, ok := p.Remaining(jobs[j.arg])
		require.True(t, ok, "job %d", j.arg)
		require.InDelta(t, j.left, left, 1e-9)
		sum += left
	}
	require.InDelta(t, dumb.added, p.Delivered()+sum+dumb.removed, 1e-9*(1+dumb.added), "conservation of work")
}
