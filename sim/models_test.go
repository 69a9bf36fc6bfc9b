package sim_test

import (
	"cumbre/sim"
	"cumbre/sim/rng"
)

// The small models that tests and benchmarks share.

const (
	purposeArrival rng.Purpose = iota + 1
	purposeWork
)

func streams(seed, replication uint64) (arrivals, work rng.Stream) {
	src := rng.New(seed, replication)
	return src.Stream(purposeArrival, 0, 0, 0), src.Stream(purposeWork, 0, 0, 0)
}

// mm1 is the M/M/1 queue, first come first served, with its time integral of the number
// in system.
type mm1 struct {
	kernel             *sim.Kernel
	arrival, departure sim.Kind
	meanGap, meanWork  float64
	gaps, work         rng.Stream

	number, served int
	area, since    float64
}

func newMM1(arrivalRate, serviceRate float64) *mm1 {
	q := &mm1{kernel: sim.New(), meanGap: 1 / arrivalRate, meanWork: 1 / serviceRate}
	q.arrival = q.kernel.On("arrival", 0, q.arrive)
	q.departure = q.kernel.On("departure", 0, q.depart)
	return q
}

func (q *mm1) reset(seed, replication uint64) {
	q.kernel.Reset()
	q.gaps, q.work = streams(seed, replication)
	q.number, q.served, q.area, q.since = 0, 0, 0, 0
	q.kernel.After(q.gaps.Exp(q.meanGap), q.arrival, 0)
}

func (q *mm1) arrive(e sim.Event) {
	q.count(+1)
	q.kernel.After(q.gaps.Exp(q.meanGap), q.arrival, e.Arg+1)
	if q.number == 1 {
		q.kernel.After(q.work.Exp(q.meanWork), q.departure, 0)
	}
}

func (q *mm1) depart(sim.Event) {
	q.count(-1)
	q.served++
	if q.number > 0 {
		q.kernel.After(q.work.Exp(q.meanWork), q.departure, 0)
	}
}

func (q *mm1) count(change int) {
	now := q.kernel.Now()
	q.area += float64(q.number) * (now - q.since)
	q.since = now
	q.number += change
}

// station is a pool fed by Poisson arrivals: M/G/c processor sharing.
type station struct {
	kernel      *sim.Kernel
	pool        *sim.Pool
	arrival     sim.Kind
	meanGap     float64
	draw        func(*rng.Stream) float64
	gaps, work  rng.Stream
	added       float64
	jobs, ended int
	time        []float64 // with n jobs present, the last entry for all larger n
	since       float64
}

func exponential(s *rng.Stream) float64 { return s.Exp(1) }

func newStation(levels int) *station {
	s := &station{kernel: sim.New(), time: make([]float64, levels)}
	s.arrival = s.kernel.On("arrival", 0, s.arrive)
	s.pool = sim.NewPool(s.kernel, "done", 0, func(uint64) {
		s.note(s.pool.Len() + 1)
		s.ended++
	})
	return s
}

func (s *station) reset(seed, replication uint64, c sim.PoolConfig, arrivalRate float64, draw func(*rng.Stream) float64) {
	s.kernel.Reset()
	s.pool.Reset(c)
	s.gaps, s.work = streams(seed, replication)
	s.meanGap, s.draw = 1/arrivalRate, draw
	s.added, s.jobs, s.ended, s.since = 0, 0, 0, 0
	clear(s.time)
	s.kernel.After(s.gaps.Exp(s.meanGap), s.arrival, 0)
}

func (s *station) arrive(e sim.Event) {
	s.note(s.pool.Len())
	work := s.draw(&s.work)
	s.added += work
	s.jobs++
	s.pool.Add(work, e.Arg)
	s.kernel.After(s.gaps.Exp(s.meanGap), s.arrival, e.Arg+1)
}

// note credits the time since the last change to the number that was present.
func (s *station) note(n int) {
	now := s.kernel.Now()
	s.time[min(n, len(s.time)-1)] += now - s.since
	s.since = now
}
