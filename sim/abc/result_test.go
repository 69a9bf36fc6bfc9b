package abc

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// partlyUndefined is scalar with no output where θ < 1.
func partlyUndefined(low, high float64) Problem {
	p := scalar(low, high, 1)
	inner := p.NewSimulator
	p.NewSimulator = func() simulator {
		run := inner()
		return func(theta []float64, key uint64) ([]float64, error) {
			y, err := run(theta, key)
			if theta[0] < 1 {
				y[0] = math.NaN()
			}
			return y, err
		}
	}
	return p
}

// Nine tenths of the prior are undefined, far below Alpha; the posterior is the
// normal around 1 cut off at 1, half a normal.
func TestUndefinedOutputsAreExcluded(t *testing.T) {
	p := partlyUndefined(-44, 6)
	r, err := Run(t.Context(), p, Options{Particles: 1000})
	require.NoError(t, err)
	require.EqualValues(t, 100, r.Generations[0].ESS)
	require.InEpsilon(t, 60, r.Generations[1].ESS, 1e-6)
	for i := range r.Particles {
		require.GreaterOrEqual(t, r.Particles[i][0], 1.0)
		require.False(t, math.IsNaN(r.Outputs[i][0]))
	}
	requireMoments(t, p, Options{Particles: 1000}, 0.1,
		expectation{"mean", identity, 1 + math.Sqrt(2/math.Pi)},
		expectation{"square", func(theta []float64) float64 { return (theta[0] - 1) * (theta[0] - 1) }, 1})
}

func TestNearlyAllUndefined(t *testing.T) {
	_, err := Run(t.Context(), partlyUndefined(-9, 0), Options{Particles: 50})
	require.Equal(t, &UndefinedError{Defined: 0, Particles: 50}, err)
	require.EqualError(t, err, "only 0 of 50 simulations from the prior had all their outputs defined")

	_, err = Run(t.Context(), partlyUndefined(-23, 2), Options{Particles: 50}) // the two strata above 1
	require.Equal(t, &UndefinedError{Defined: 2, Particles: 50}, err)

	_, err = Run(t.Context(), partlyUndefined(-15.66, 2), Options{Particles: 50}) // three
	require.NoError(t, err)
}

// What the simulator cannot reach it does not pretend to reach.
func TestUnreachableObservationsStopEarly(t *testing.T) {
	p := scalar(0, 1, 300)
	r, err := Run(t.Context(), p, Options{Particles: 100, MinAcceptance: 0.3})
	require.NoError(t, err)
	require.Equal(t, LowAcceptance, r.Stop)
	require.Greater(t, r.Scale, 1.0)
	last := len(r.Generations) - 1
	require.Less(t, r.Generations[last].Acceptance, 0.3)
	for _, g := range r.Generations[1:last] {
		require.GreaterOrEqual(t, g.Acceptance, 0.3)
	}

	r, err = Run(t.Context(), p, Options{Particles: 100, MaxGenerations: 2})
	require.NoError(t, err)
	require.Equal(t, OutOfGenerations, r.Stop)
	require.Greater(t, r.Scale, 1.0)
	require.Len(t, r.Generations, 3)
}

func TestGenerationsAddUp(t *testing.T) {
	o := Options{Particles: 300, Alpha: 0.7, MaxMoves: 6}
	r, err := Run(t.Context(), scalar(0, 50, -1), o)
	require.NoError(t, err)
	first, last := r.Generations[0], r.Generations[len(r.Generations)-1]
	require.Equal(t, Generation{Scale: math.Inf(1), ESS: 300, Simulations: 300, Unique: 300}, first)
	require.Equal(t, r.Scale, last.Scale)
	require.Equal(t, r.Unique, last.Unique)
	sum := 0
	for i, g := range r.Generations {
		sum += g.Simulations
		if i == 0 {
			continue
		}
		require.Less(t, g.Scale, r.Generations[i-1].Scale)
		if g.Scale > 1 {
			require.InEpsilon(t, 0.7*300, g.ESS, 1e-6)
		}
		require.GreaterOrEqual(t, g.ESS, 0.7*300*(1-1e-6))
		require.True(t, g.Moves >= 1 && g.Moves <= 6)
		require.Equal(t, g.Moves*300, g.Simulations)
		require.True(t, g.Acceptance > 0 && g.Acceptance <= float64(g.Simulations)/float64(g.Moves*300))
	}
	require.Equal(t, sum, r.Simulations)
	distinct := make(map[float64]bool)
	for _, y := range r.Outputs {
		distinct[y[0]] = true
	}
	require.Len(t, distinct, r.Unique)
	require.Less(t, r.Unique, 300)
}

// Repeated particles do not share memory with each other.
func TestResultIsTheCallers(t *testing.T) {
	r, err := Run(t.Context(), scalar(-20, 30, 2), Options{Particles: 100})
	require.NoError(t, err)
	before := slices.Clone(r.Particles[1])
	for k := range r.Particles[0] {
		r.Particles[0][k] = math.NaN()
	}
	require.Equal(t, before, r.Particles[1])
}

func TestWrongNumberOfOutputs(t *testing.T) {
	p := scalar(0, 1, 0)
	p.NewSimulator = linear([][]float64{{1}, {1}}, 1)
	_, err := Run(t.Context(), p, Options{Particles: 10})
	require.EqualError(t, errors.Unwrap(err), "2 outputs for 1 observations")
}

func TestStopsHaveNames(t *testing.T) {
	require.Equal(t, []string{"stated error reached", "acceptance too low", "out of generations", "unknown"},
		[]string{AtStatedError.String(), LowAcceptance.String(), OutOfGenerations.String(), Stop(9).String()})
}
