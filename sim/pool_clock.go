package sim

import "math"

// This file is the pool's virtual clock: how it runs, when it strikes, and how it is
// kept precise.

// virtualNow is virtual time at the kernel's clock. It never passes the first job's
// finish: rounding must not give a job more than its work.
func (p *Pool) virtualNow() float64 {
	return min(p.virtual+float64(p.rate*p.elapsed()), p.finish)
}

func (p *Pool) elapsed() float64 {
	dt := p.kernel.Now() - p.since
	if dt < 0 {
		panic("sim: Kernel.Reset without Pool.Reset")
	}
	return dt
}

// totalsAt is the integrals at the kernel's clock, where virtual time is v. Work
// delivered is taken from virtual time, not from the rate, so that the two cannot drift
// apart.
func (p *Pool) totalsAt(v float64) poolTotals {
	n, dt, t := float64(p.jobs.len()), p.elapsed(), p.totals
	t.area += float64(n * dt)
	t.busy += float64(min(n, p.config.Capacity) * dt)
	t.delivered += float64(n * (v - p.virtual))
	return t
}

// advance brings the state to the kernel's clock, where virtual time is v. Every change
// begins with it. Questions do without: if asking advanced the state, rounding would
// make the trajectory depend on who looks.
func (p *Pool) advance(v float64) {
	p.totals = p.totalsAt(v)
	p.virtual, p.since = v, p.kernel.Now()
}

// complete is the handler of the pool's event: the first job is finished by definition,
// whatever rounding says remains of it.
func (p *Pool) complete(e Event) {
	p.advance(p.finish)
	first, _ := p.jobs.first()
	p.jobs.takeFirst(first)
	p.schedule()
	p.done(e.Arg) // last, when the pool is in order, so that done may do with it what it likes
}

// schedule sets rate and completion to the present jobs and capacity. Every change ends
// with it. If neither the rate nor the first job is another, the event stays: scheduling
// it anew would round its time once more.
func (p *Pool) schedule() {
	first, ok := p.jobs.first()
	if !ok {
		p.idle()
		return
	}
	rate := p.config.rate(float64(p.jobs.len()))
	if rate == p.rate && first == p.first && p.kernel.Pending(p.completion) {
		return
	}
	job := &p.jobs.slots[first.slot()]
	p.rate, p.first, p.finish = rate, first, job.when
	p.kernel.Cancel(p.completion)
	if due := p.due(); due < math.Inf(1) {
		p.completion = p.kernel.At(due, p.kind, job.arg)
	}
}

// due is the time when the first job finishes if nothing changes; +Inf if its work stands
// still, unless none is left.
func (p *Pool) due() float64 {
	remaining := p.finish - p.virtual
	if remaining == 0 {
		return p.kernel.Now()
	}
	return p.kernel.Now() + remaining/p.rate
}

// idle is schedule without jobs. Virtual time starts again from 0: remaining work is the
// difference of two virtual times and the more precise the smaller they are. In a pool
// that never empties it still runs no faster than Speed times the clock, so that it is
// always at least as precise as the clock is.
func (p *Pool) idle() {
	p.kernel.Cancel(p.completion)
	p.first, p.finish = key{}, math.Inf(1)
	p.virtual, p.rate = 0, 0
}
