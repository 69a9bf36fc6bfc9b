package main

import (
	"cumbre/sim"
	"cumbre/sim/rng"
)

// approvals is the approval line of the package comment.
type approvals struct {
	kernel             *sim.Kernel
	arrival, done      sim.Kind
	meeting            sim.Kind
	p                  approvalsParameters
	gaps, works, votes rng.Stream

	mandates []mandate
	vacant   []uint64      // of mandates
	desk     queue[uint64] // mandates that wait for an official
	free     int           // officials
	waiting  [][]uint64    // mandates that wait for each body
	spent    total
	steps    uint64
}

type mandate struct {
	arrived float64
	body    int     // whose approval it needs next
	work    float64 // mean of its next piece of work
}

func newApprovals(p approvalsParameters, seed uint64) *approvals {
	source := rng.New(seed, 0)
	l := &approvals{
		kernel: sim.New(), p: p, free: p.Officials, waiting: make([][]uint64, len(p.Bodies)),
		gaps: source.Stream(1, 0, 0, 0), works: source.Stream(2, 0, 0, 0), votes: source.Stream(3, 0, 0, 0),
	}
	l.arrival = l.kernel.On("arrival", 0, l.arrive)
	l.done = l.kernel.On("work done", 0, l.finish)
	l.meeting = l.kernel.On("meeting", 0, l.meet)
	l.kernel.After(l.gaps.Exp(p.Gap), l.arrival, 0)
	for i, b := range p.Bodies {
		l.kernel.At(b.First, l.meeting, uint64(i))
	}
	return l
}

func (l *approvals) run(horizon float64) (steps uint64, mean float64) {
	l.kernel.Run(horizon)
	return l.steps, l.spent.mean()
}

func (l *approvals) arrive(e sim.Event) {
	l.steps++
	l.kernel.After(l.gaps.Exp(l.p.Gap), l.arrival, 0)
	l.submit(l.register(mandate{arrived: e.Time, work: l.p.Prepare}))
}

// register gives a mandate a place in memory.
func (l *approvals) register(m mandate) uint64 {
	if last := len(l.vacant) - 1; last >= 0 {
		id := l.vacant[last]
		l.vacant = l.vacant[:last]
		l.mandates[id] = m
		return id
	}
	l.mandates = append(l.mandates, m)
	return uint64(len(l.mandates) - 1)
}

// submit gives a mandate to a free official, or leaves it on the desk.
func (l *approvals) submit(id uint64) {
	if l.free == 0 {
		l.desk.push(id)
		return
	}
	l.free--
	l.start(id)
}

func (l *approvals) start(id uint64) {
	l.kernel.After(l.works.Exp(l.mandates[id].work), l.done, id)
}

func (l *approvals) finish(e sim.Event) {
	l.steps++
	body := l.mandates[e.Arg].body
	l.waiting[body] = append(l.waiting[body], e.Arg)
	if l.desk.len() > 0 {
		l.start(l.desk.pop())
	} else {
		l.free++
	}
}

func (l *approvals) meet(e sim.Event) {
	body := int(e.Arg)
	l.kernel.After(l.p.Bodies[body].Interval, l.meeting, e.Arg)
	agenda := l.waiting[body]
	l.waiting[body] = agenda[:0] // a vote never adds to the same body's agenda
	for _, id := range agenda {
		l.vote(id, body)
	}
}

func (l *approvals) vote(id uint64, body int) {
	l.steps++
	m := &l.mandates[id]
	switch {
	case !l.votes.Bernoulli(l.p.Consent):
		m.work = l.p.Rework
		l.submit(id)
	case body+1 < len(l.waiting):
		m.body++
		l.waiting[m.body] = append(l.waiting[m.body], id)
	default:
		l.spent.add(l.kernel.Now() - m.arrived)
		l.vacant = append(l.vacant, id)
	}
}
