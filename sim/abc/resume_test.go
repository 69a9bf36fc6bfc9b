package abc

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/experiment"
	"cumbre/sim/rng"
)

// counted is a problem with everything that could go wrong on the way (a whole
// number, undefined outputs, a border with mass), whose simulations are counted.
func counted(simulations *atomic.Int64) Problem {
	return Problem{
		Low: []float64{0, 0}, High: []float64{8, 4}, Whole: []bool{false, true},
		Observed: []float64{1, 3}, Error: []float64{0.1, 0.15},
		NewSimulator: func() simulator {
			run := linear([][]float64{{1, 0.5}, {0.2, 1}}, 0.2)()
			return func(theta []float64, key uint64) ([]float64, error) {
				simulations.Add(1)
				y, err := run(theta, key)
				s := rng.New(7, key).Stream(0, 0, 0, 0)
				if s.Bernoulli(0.1) {
					y[1] = math.NaN()
				}
				theta[0], theta[1] = -9, -9 // whatever a simulator does to its argument
				return y, err
			}
		},
	}
}

var someOptions = Options{Particles: 60, Seed: 3, Workers: 1, MaxMoves: 3}

// undisturbed is the result to be reproduced.
func undisturbed(t *testing.T) *Result {
	t.Helper()
	var made atomic.Int64
	r, err := Run(t.Context(), counted(&made), someOptions)
	require.NoError(t, err)
	require.Equal(t, AtStatedError, r.Stop)
	require.EqualValues(t, r.Simulations, made.Load())
	require.Greater(t, r.Simulations, 500, "long enough to be interrupted")
	return r
}

func TestResultIsIndependentOfWorkers(t *testing.T) {
	want := undisturbed(t)
	for _, workers := range []int{-1, 0, 2, 7, 100} {
		var made atomic.Int64
		o := someOptions
		o.Workers = workers
		r, err := Run(t.Context(), counted(&made), o)
		require.NoError(t, err)
		require.Equal(t, bits(want), bits(r))
		require.EqualValues(t, want.Simulations, made.Load())
	}
}

// Interrupted after so many saved simulations, once or again and again, and
// resumed with another number of workers, a run ends as it would have, and no
// simulation is made twice or lost.
func TestResumedRunIsTheSame(t *testing.T) {
	want := undisturbed(t)
	for _, every := range []int{1 << 30, 500, 301, 61, 60, 59, 17} {
		t.Run(fmt.Sprint(every), func(t *testing.T) {
			var made atomic.Int64
			store := newMemory(t)
			o := someOptions
			o.Store = store
			cause := errors.New("enough for today")
			interrupted := 0
			for attempt := 0; ; attempt++ {
				ctx, cancel := context.WithCancelCause(t.Context())
				next := len(store.outputs) + every
				store.onSave = func(saved int) error {
					if saved == next {
						cancel(cause)
					}
					return nil
				}
				o.Workers = []int{1, 2, 7}[attempt%3]
				r, err := Run(ctx, counted(&made), o)
				require.EqualValues(t, len(store.outputs), made.Load(), "what was made is saved, once")
				if err == nil {
					require.Equal(t, bits(want), bits(r))
					break
				}
				require.Equal(t, cause, err)
				interrupted++
			}
			require.EqualValues(t, want.Simulations, made.Load())
			if every < want.Simulations {
				require.GreaterOrEqual(t, interrupted, want.Simulations/(every+14)-1)
			}
		})
	}
}

// A finished run, run again, makes no simulation and no simulator.
func TestReplayNeedsNoSimulator(t *testing.T) {
	var made atomic.Int64
	o := someOptions
	o.Store = newMemory(t)
	want, err := Run(t.Context(), counted(&made), o)
	require.NoError(t, err)
	p := counted(&made)
	p.NewSimulator = func() simulator { panic("not needed") }
	loaded := 0
	o.Progress = func(p Progress) { loaded = p.Loaded }
	r, err := Run(t.Context(), p, o)
	require.NoError(t, err)
	require.Equal(t, bits(want), bits(r))
	require.Equal(t, want.Simulations, loaded)
}

// With other observations a store serves for what is the same, the prior, and
// misleads in nothing.
func TestStoreOfAnotherProblemDoesNotMislead(t *testing.T) {
	var made atomic.Int64
	o := someOptions
	o.Store = newMemory(t)
	_, err := Run(t.Context(), counted(&made), o)
	require.NoError(t, err)

	other := counted(&made)
	other.Observed = []float64{6, 1}
	want, err := Run(t.Context(), other, someOptions)
	require.NoError(t, err)
	made.Store(0)
	r, err := Run(t.Context(), other, o)
	require.NoError(t, err)
	require.Equal(t, bits(want), bits(r))
	require.EqualValues(t, want.Simulations-o.Particles, made.Load())
}

// The first simulation that fails is reported; the others in hand are saved, and
// without the failure the run goes on from there.
func TestFailedSimulation(t *testing.T) {
	want := undisturbed(t)
	failure := errors.New("the model has no such state")
	for _, workers := range []int{1, 2, 7} {
		for _, fail := range []func() error{func() error { return failure }, func() error { panic(failure) }} {
			var made atomic.Int64
			store := newMemory(t)
			o := someOptions
			o.Store, o.Workers = store, workers
			key := keyInMove(t, 2, 30)
			p := counted(&made)
			p.NewSimulator = failAt(p.NewSimulator, key, fail)
			_, err := Run(t.Context(), p, o)
			var failed *SimulationError
			require.ErrorAs(t, err, &failed)
			require.Equal(t, []int{2, 1}, []int{failed.Generation, failed.Move})
			require.Equal(t, key, failed.Key)
			require.Len(t, failed.Theta, 2)
			var panicked *experiment.PanicError
			require.True(t, errors.Is(err, failure) || errors.As(err, &panicked))
			require.Contains(t, err.Error(), fmt.Sprintf("generation 2, move 1, particle %d at", failed.Particle))
			require.EqualValues(t, len(store.outputs), made.Load())

			r, err := Run(t.Context(), counted(&made), o)
			require.NoError(t, err)
			require.Equal(t, bits(want), bits(r))
			require.EqualValues(t, want.Simulations, made.Load())
		}
	}
}

// keyInMove returns the key of the simulation number i of the first move of a
// generation. A single worker makes the simulations in order.
func keyInMove(t *testing.T, generation, i int) uint64 {
	t.Helper()
	var made atomic.Int64
	var keys []uint64
	p := counted(&made)
	inner := p.NewSimulator
	p.NewSimulator = func() simulator {
		run := inner()
		return func(theta []float64, key uint64) ([]float64, error) {
			keys = append(keys, key)
			return run(theta, key)
		}
	}
	r, err := Run(t.Context(), p, someOptions)
	require.NoError(t, err)
	for _, g := range r.Generations[:generation] {
		i += g.Simulations
	}
	return keys[i]
}

func failAt(inner func() simulator, key uint64, fail func() error) func() simulator {
	return func() simulator {
		run := inner()
		return func(theta []float64, k uint64) ([]float64, error) {
			if k == key {
				return nil, fail()
			}
			return run(theta, k)
		}
	}
}

func TestFailureToSaveEndsTheRun(t *testing.T) {
	var made atomic.Int64
	full := errors.New("disk full")
	store := newMemory(t)
	store.onSave = func(saved int) error {
		if saved == 100 {
			return full
		}
		return nil
	}
	o := someOptions
	o.Store = store
	_, err := Run(t.Context(), counted(&made), o)
	require.ErrorIs(t, err, full)
	require.ErrorContains(t, err, "saving: disk full")
}

func TestCancelledBeforeTheStart(t *testing.T) {
	var made atomic.Int64
	ctx, cancel := context.WithCancelCause(t.Context())
	cause := errors.New("never mind")
	cancel(cause)
	_, err := Run(ctx, counted(&made), someOptions)
	require.Equal(t, cause, err)
	require.Zero(t, made.Load())
}

// Simulators are made once per worker and used by one goroutine at a time.
func TestSimulatorsAreReusedAndNotShared(t *testing.T) {
	var made, simulators atomic.Int64
	p := counted(&made)
	inner := p.NewSimulator
	p.NewSimulator = func() simulator {
		simulators.Add(1)
		run, busy := inner(), atomic.Bool{}
		return func(theta []float64, key uint64) ([]float64, error) {
			if !busy.CompareAndSwap(false, true) {
				return nil, errors.New("shared")
			}
			defer busy.Store(false)
			return run(theta, key)
		}
	}
	o := someOptions
	o.Workers = 5
	_, err := Run(t.Context(), p, o)
	require.NoError(t, err)
	require.LessOrEqual(t, int(simulators.Load()), 5)
}

func TestProgressIsInOrderAndComplete(t *testing.T) {
	var made atomic.Int64
	var seen [2][]Progress
	var r *Result
	for i, workers := range []int{1, 7} {
		o := someOptions
		o.Workers = workers
		o.Progress = func(p Progress) { seen[i] = append(seen[i], p) }
		var err error
		r, err = Run(t.Context(), counted(&made), o)
		require.NoError(t, err)
	}
	require.Equal(t, seen[0], seen[1])
	require.Len(t, seen[0], r.Simulations)
	for i, p := range seen[0] {
		require.Equal(t, i+1, p.Simulations)
		require.Zero(t, p.Loaded)
		require.Equal(t, r.Generations[p.Generation].Scale, p.Scale)
		require.True(t, p.Done >= 1 && p.Done <= p.Total)
	}
	last := seen[0][len(seen[0])-1]
	require.Equal(t, last.Total, last.Done)
	require.True(t, slices.IsSortedFunc(seen[0], func(a, b Progress) int {
		return slices.Compare([]int{a.Generation, a.Move, a.Done}, []int{b.Generation, b.Move, b.Done})
	}))
}
