package main

import (
	"cumbre/sim"
	"cumbre/sim/rng"
)

// mm1 is an M/M/1 queue, first come first served.
type mm1 struct {
	kernel             *sim.Kernel
	arrival, departure sim.Kind
	p                  mm1Parameters
	gaps, services     rng.Stream

	arrived queue[float64] // times of arrival of those present
	spent   total
}

func newMM1(p mm1Parameters, seed uint64) *mm1 {
	source := rng.New(seed, 0)
	q := &mm1{kernel: sim.New(), p: p, gaps: source.Stream(1, 0, 0, 0), services: source.Stream(2, 0, 0, 0)}
	q.arrival = q.kernel.On("arrival", 0, q.arrive)
	q.departure = q.kernel.On("departure", 0, q.depart)
	q.kernel.After(q.gaps.Exp(p.Gap), q.arrival, 0)
	return q
}

func (q *mm1) run(horizon float64) (steps uint64, mean float64) {
	q.kernel.Run(horizon)
	return q.kernel.Executed(), q.spent.mean()
}

func (q *mm1) arrive(e sim.Event) {
	q.kernel.After(q.gaps.Exp(q.p.Gap), q.arrival, 0)
	if q.arrived.push(e.Time); q.arrived.len() == 1 {
		q.serve()
	}
}

func (q *mm1) depart(e sim.Event) {
	q.spent.add(e.Time - q.arrived.pop())
	if q.arrived.len() > 0 {
		q.serve()
	}
}

func (q *mm1) serve() { q.kernel.After(q.services.Exp(q.p.Service), q.departure, 0) }
