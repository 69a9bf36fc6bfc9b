package abc

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"cumbre/sim/experiment"
)

// simulator runs the model once.
type simulator = func(theta []float64, key uint64) ([]float64, error)

// laboratory runs simulations in parallel, or finds them in the store.
type laboratory struct {
	problem *Problem
	workers int
	store   Store

	storing sync.Mutex // one call of store at a time

	resting sync.Mutex
	idle    []simulator // not in use; there are never more than workers in all
}

// task is a simulation to be made.
type task struct {
	name  name
	theta []float64
	key   uint64
}

// measurement is a simulation made.
type measurement struct {
	output   []float64
	distance float64
	loaded   bool // from the store
}

// run makes the simulations and delivers them in order of tasks, from the
// calling goroutine. Whatever the error it returns, all finished simulations
// have been saved.
func (l *laboratory) run(ctx context.Context, tasks []task, deliver func(i int, m measurement)) error {
	err := experiment.Ordered(ctx, len(tasks), l.workers,
		func() func(int) (measurement, error) {
			return func(i int) (measurement, error) { return l.measure(tasks[i]) }
		},
		func(i int, m measurement) error { deliver(i, m); return nil })
	var failed *experiment.ItemError
	if errors.As(err, &failed) {
		t := tasks[failed.Item]
		return &SimulationError{t.name.generation, t.name.move, t.name.particle, t.theta, t.key, failed.Err}
	}
	return err
}

// measure returns a simulation from the store, or makes and saves it. It saves
// here and not on delivery, because what is finished behind a failed simulation
// is never delivered.
func (l *laboratory) measure(t task) (measurement, error) {
	output, loaded := l.load(t.key)
	var err error
	if !loaded {
		output, err = l.simulate(t)
	}
	if err == nil && len(output) != len(l.problem.Observed) {
		err = fmt.Errorf("%d outputs for %d observations", len(output), len(l.problem.Observed))
	}
	if err == nil && !loaded {
		err = l.save(t.key, output)
	}
	if err != nil {
		return measurement{}, err
	}
	return measurement{output, distance(output, l.problem.Observed, l.problem.Error), loaded}, nil
}

// simulate runs an idle simulator, or a new one. After a panic the simulator is
// not used again.
func (l *laboratory) simulate(t task) ([]float64, error) {
	s := l.take()
	if s == nil {
		s = l.problem.NewSimulator()
	}
	output, err := s(slices.Clone(t.theta), t.key)
	output = slices.Clone(output) // before another goroutine may use s
	l.putBack(s)
	return output, err
}

func (l *laboratory) take() (s simulator) {
	l.resting.Lock()
	defer l.resting.Unlock()
	if n := len(l.idle); n > 0 {
		s, l.idle = l.idle[n-1], l.idle[:n-1]
	}
	return s
}

func (l *laboratory) putBack(s simulator) {
	l.resting.Lock()
	defer l.resting.Unlock()
	l.idle = append(l.idle, s)
}

func (l *laboratory) load(key uint64) ([]float64, bool) {
	if l.store == nil {
		return nil, false
	}
	l.storing.Lock()
	defer l.storing.Unlock()
	output, ok := l.store.Load(key)
	return slices.Clone(output), ok
}

func (l *laboratory) save(key uint64, output []float64) error {
	if l.store == nil {
		return nil
	}
	l.storing.Lock()
	defer l.storing.Unlock()
	if err := l.store.Save(key, slices.Clone(output)); err != nil {
		return fmt.Errorf("saving: %w", err)
	}
	return nil
}
