package sim

import "math"

// PoolConfig says what a [Pool] is made of.
type PoolConfig struct {
	Capacity float64 // servers, ≥ 0, need not be whole; +Inf: one for every job
	Speed    float64 // work one server does per unit of time, > 0; 0 means 1
	Loss     float64 // multitasking loss ε per job too many per server, ≥ 0
}

// withDefaults fills in what was left out and refuses what makes no sense.
func (c PoolConfig) withDefaults() PoolConfig {
	if c.Speed == 0 {
		c.Speed = 1
	}
	mustCapacity(c.Capacity)
	if !(c.Speed > 0 && c.Speed < math.Inf(1)) {
		panic("sim: PoolConfig.Speed must be finite and > 0")
	}
	if !(c.Loss >= 0 && c.Loss < math.Inf(1)) {
		panic("sim: PoolConfig.Loss must be finite and >= 0")
	}
	return c
}

func mustCapacity(c float64) {
	if !(c >= 0) { // NaN included
		panic("sim: the capacity of a pool must be >= 0")
	}
}

// rate is the work done per unit of time on each of n ≥ 1 jobs:
//
//	speed · min(1, capacity/n) · 1/(1 + loss·max(0, n − capacity)/capacity)
//
// The second factor is egalitarian processor sharing with at most one server per job
// (Kleinrock 1967; Cohen 1979); the third the cost of switching between tasks, which
// grows with the number of tasks each server has beyond its first.
func (c PoolConfig) rate(n float64) float64 {
	if n <= c.Capacity {
		return c.Speed
	}
	if c.Capacity == 0 {
		return 0
	}
	switching := 1 + float64(c.Loss*(n-c.Capacity))/c.Capacity
	return c.Speed * (c.Capacity / n) / switching
}

// Job is the handle of a job in a [Pool]. It stops being present when the job finishes
// or is removed, and never becomes present again. The zero Job is never present.
type Job struct{ ticket Ticket }

// Pool is a processor-sharing station: the jobs present share the servers equally, at
// most one server per job, without queueing. It is the usual model of staff that work
// on several files at once, as it is of a time-sharing computer.
//
// All jobs advance at the same rate, so the pool keeps a single number, its virtual
// time: the work that each job present throughout has received. A job that arrives at
// virtual time v with work w finishes when virtual time is v + w, whatever arrives and
// leaves in between. So jobs keep their order, an operation costs O(log n) instead of
// O(n), and only the first job needs an event in the kernel's calendar. (The idea is
// that of fair queueing: Demers, Keshav & Shenker 1989; Parekh & Gallager 1993.)
//
// Jobs due at the same virtual time finish in order of arrival, each in an event of
// its own. What the methods report does not depend on how often they are asked.
type Pool struct {
	kernel *Kernel
	kind   Kind
	done   func(arg uint64)
	config PoolConfig

	jobs       calendar // in virtual time
	first      key      // of the job to finish first
	finish     float64  // its virtual time; +Inf without jobs
	completion Ticket   // the one event pending: the first job finishes

	// State at the last change, at time since; virtual time has run at rate from there.
	since   float64
	virtual float64
	rate    float64
	totals  poolTotals
}

// poolTotals are integrals over time.
type poolTotals struct {
	area      float64 // of the number of jobs
	busy      float64 // of the number of busy servers
	delivered float64 // of the work done per unit of time
}

// NewPool returns a pool that calls done, with what Add was given, in an event of its
// own at the time each job finishes; done may change the pool. name and priority are
// those of the kind of that event (see [Kernel.On]); its Arg is the job's. The pool has
// no servers until Reset or SetCapacity. Panics if done is nil.
func NewPool(k *Kernel, name string, priority uint8, done func(arg uint64)) *Pool {
	if done == nil {
		panic("sim: NewPool: pool " + name + " has no done function")
	}
	p := &Pool{kernel: k, done: done}
	p.kind = k.On(name, priority, p.complete)
	p.Reset(PoolConfig{})
	return p
}

// Reset empties the pool, sets its integrals to 0 and gives it a configuration. It must
// follow every Kernel.Reset. Panics if a field of c is out of its range.
func (p *Pool) Reset(c PoolConfig) {
	p.config = c.withDefaults()
	p.jobs.reset()
	p.since, p.totals = p.kernel.Now(), poolTotals{}
	p.schedule() // no jobs: cancels the event, if there is one
}

// SetCapacity changes the number of servers from now on; 0 freezes the work, and
// nothing is lost. Panics if c is negative or NaN.
func (p *Pool) SetCapacity(c float64) {
	mustCapacity(c)
	if c == p.config.Capacity {
		return
	}
	p.advance(p.virtualNow())
	p.config.Capacity = c
	p.schedule()
}

// Configure changes capacity, speed and loss from now on; jobs keep the work they have
// received. Panics if a field of c is out of its range.
func (p *Pool) Configure(c PoolConfig) {
	c = c.withDefaults()
	if c == p.config {
		return
	}
	p.advance(p.virtualNow())
	p.config = c
	p.schedule()
}

// Capacity returns the number of servers.
func (p *Pool) Capacity() float64 { return p.config.Capacity }

// Add starts a job of the given work, in units of work (Speed 1: the time it takes one
// server). A job of no work finishes at this time too, in an event still to come; one of
// work +Inf never finishes. Panics if work is negative or NaN.
func (p *Pool) Add(work float64, arg uint64) Job {
	if !(work >= 0) {
		panic("sim: Pool.Add: work must be >= 0")
	}
	p.advance(p.virtualNow())
	job := Job{p.jobs.insert(p.virtual+float64(work), 0, p.kind, arg)}
	p.schedule()
	return job
}

// Remove takes a job out and returns the work it still needed; false if it was not present.
func (p *Pool) Remove(j Job) (remaining float64, ok bool) {
	if !p.jobs.pending(j.ticket) {
		return 0, false
	}
	p.advance(p.virtualNow())
	remaining = p.jobs.slots[j.ticket.slot].when - p.virtual
	p.jobs.remove(j.ticket)
	p.schedule()
	return remaining, true
}

// Remaining returns the work a job still needs; false if it is not present.
func (p *Pool) Remaining(j Job) (float64, bool) {
	if !p.jobs.pending(j.ticket) {
		return 0, false
	}
	return p.jobs.slots[j.ticket.slot].when - p.virtualNow(), true
}

// Len returns the number of jobs present.
func (p *Pool) Len() int { return p.jobs.len() }

// Area returns the integral of Len over time from Reset to Now: the total time spent by
// jobs in the pool. Divided by the time, the mean number; by the arrivals, the mean
// sojourn (Little 1961).
func (p *Pool) Area() float64 { return p.totalsAt(p.virtualNow()).area }

// Busy returns the integral of the number of busy servers, min(Len, Capacity), over
// time from Reset to Now.
func (p *Pool) Busy() float64 { return p.totalsAt(p.virtualNow()).busy }

// Delivered returns the work done from Reset to Now. Work added is work delivered, plus
// what remains, plus what was removed.
func (p *Pool) Delivered() float64 { return p.totalsAt(p.virtualNow()).delivered }
