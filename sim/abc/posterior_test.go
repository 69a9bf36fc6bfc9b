package abc

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

func identity(theta []float64) float64 { return theta[0] }

func square(theta []float64) float64 { return theta[0] * theta[0] }

// With y = θ + N(0, 0.8²), error 0.6 and a wide prior the posterior is
// N(z, 0.8² + 0.6²) = N(2, 1).
func TestNormalPosterior(t *testing.T) {
	requireMoments(t, scalar(-20, 30, 2), Options{Particles: 500}, 0.1,
		expectation{"mean", identity, 2},
		expectation{"variance", func(theta []float64) float64 { return (theta[0] - 2) * (theta[0] - 2) }, 1},
		expectation{"within ½sd", func(theta []float64) float64 { return indicator(math.Abs(theta[0]-2) < 0.5) }, 2*normalCDF(0.5) - 1})
}

// With y = Aθ + noise the posterior is N(A⁻¹z, A⁻¹ C A⁻ᵀ), C = diag(s² + sd²).
// The rows of A are nearly parallel, so the quantities are strongly correlated,
// and they differ in their units.
func TestCorrelatedNormalPosterior(t *testing.T) {
	p := Problem{
		Low: []float64{-70, -600}, High: []float64{60, 700},
		Observed: []float64{1, 2}, Error: []float64{0.6, 1.2},
		NewSimulator: linear([][]float64{{1, 0.1}, {0.8, 0.1}}, 0.5),
	}
	v1, v2 := 0.25+0.36, 0.25+1.44 // A⁻¹ = [5 -5; -40 50]
	m1, m2 := 5*1.0-5*2, -40*1.0+50*2
	sd1, sd2 := math.Sqrt(25*v1+25*v2), math.Sqrt(1600*v1+2500*v2)
	correlation := (-200*v1 - 250*v2) / (sd1 * sd2)
	require.Less(t, correlation, -0.95)
	standard := func(f func(a, b float64) float64) func([]float64) float64 {
		return func(theta []float64) float64 { return f((theta[0]-m1)/sd1, (theta[1]-m2)/sd2) }
	}
	requireMoments(t, p, Options{Particles: 1000}, 0.1,
		expectation{"mean 0", standard(func(a, _ float64) float64 { return a }), 0},
		expectation{"mean 1", standard(func(_, b float64) float64 { return b }), 0},
		expectation{"variance 0", standard(func(a, _ float64) float64 { return a * a }), 1},
		expectation{"variance 1", standard(func(_, b float64) float64 { return b * b }), 1},
		expectation{"correlation", standard(func(a, b float64) float64 { return a * b }), correlation})
}

// The data would have θ = -1, below the box: the posterior is N(-1, 1) cut off
// at 0, piled up there. Its moments are those of the truncated normal.
func TestPosteriorPiledUpAtTheBorder(t *testing.T) {
	tail := 1 - normalCDF(1)
	hazard := math.Exp(-0.5) / math.Sqrt(2*math.Pi) / tail
	mean := -1 + hazard
	variance := 1 + hazard - hazard*hazard
	requireMoments(t, scalar(0, 50, -1), Options{Particles: 500}, 0.1,
		expectation{"mean", identity, mean},
		expectation{"square", square, variance + mean*mean},
		expectation{"border", func(theta []float64) float64 { return indicator(theta[0] < 0.2) }, (normalCDF(1.2) - normalCDF(1)) / tail})
}

// In a corner, with correlated quantities, reflected proposals would break the
// balance: this test fails with them.
func TestCorrelatedPosteriorInACorner(t *testing.T) {
	p := Problem{
		Low: []float64{0, 0}, High: []float64{6, 6},
		Observed: []float64{0.5, 0}, Error: []float64{0.8, 0.1},
		NewSimulator: linear([][]float64{{1, 1}, {1, -1}}, 0.6),
	}
	v1, v2 := 0.36+0.64, 0.36+0.01
	density := func(a, b float64) float64 {
		e1, e2 := a+b-0.5, a-b
		return math.Exp(-0.5*e1*e1/v1 - 0.5*e2*e2/v2)
	}
	exact := func(label string, f func(a, b float64) float64) expectation {
		return expectation{
			label, func(theta []float64) float64 { return f(theta[0], theta[1]) },
			grid([2]float64{0, 0}, [2]float64{6, 6}, density, f),
		}
	}
	requireMoments(t, p, Options{Particles: 2000}, 0.05,
		exact("mean", func(a, _ float64) float64 { return a }),
		exact("square", func(_, b float64) float64 { return b * b }),
		exact("product", func(a, b float64) float64 { return a * b }),
		exact("corner", func(a, b float64) float64 { return indicator(a < 0.25 && b < 0.25) }),
		exact("edge", func(a, b float64) float64 { return indicator(a < 0.1) }))
}

// The probability of a whole number is the density there, normalised over those
// of the box. Both ends have mass, so a cell of half the width would be seen.
func TestPosteriorOfAWholeNumber(t *testing.T) {
	p := scalar(-1, 3, 0.4)
	p.Whole = []bool{true}
	total := 0.0
	for k := -1.0; k <= 3; k++ {
		total += math.Exp(-0.5 * (k - 0.4) * (k - 0.4))
	}
	expected := []expectation{{"whole", func(theta []float64) float64 { return indicator(theta[0] == math.Floor(theta[0])) }, 1}}
	for k := -1.0; k <= 3; k++ {
		expected = append(expected, expectation{
			fmt.Sprint(k), func(theta []float64) float64 { return indicator(theta[0] == k) },
			math.Exp(-0.5*(k-0.4)*(k-0.4)) / total,
		})
	}
	requireMoments(t, p, Options{Particles: 500}, 0.05, expected...)
}

// An error so large that the data say nothing leaves the prior, in one
// generation and with every proposal in the box accepted.
func TestHugeErrorLeavesThePrior(t *testing.T) {
	p := scalar(-1, 2, 0)
	p.Error[0] = 1e9
	for seed := range uint64(4) {
		r, err := Run(t.Context(), p, Options{Particles: 400, Seed: seed})
		require.NoError(t, err)
		require.Len(t, r.Generations, 2)
		require.InDelta(t, 400, r.Generations[1].ESS, 1e-6)
	}
	requireMoments(t, p, Options{Particles: 400}, 0.1,
		expectation{"mean", identity, 0.5},
		expectation{"square", square, 1},
		expectation{"low", func(theta []float64) float64 { return indicator(theta[0] < -0.9) }, 1.0 / 30},
		expectation{"high", func(theta []float64) float64 { return indicator(theta[0] >= 1.9) }, 1.0 / 30})
}

// The outputs follow the posterior of the realisation: with a wide prior for θ,
// y given z is N(z, 0.6²). What the simulator would do next has variance 1 + 0.8².
func TestOutputsAreTheAcceptedRealisations(t *testing.T) {
	var y stat.Tally
	for seed := range uint64(seeds) {
		r, err := Run(t.Context(), scalar(-20, 30, 2), Options{Particles: 500, Seed: seed})
		require.NoError(t, err)
		for i := range r.Outputs {
			y.Add(r.Outputs[i][0])
		}
	}
	require.InDelta(t, 2, y.Mean(), 0.03)
	require.InDelta(t, 0.36, y.Var(), 0.03)
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func normalCDF(x float64) float64 { return 0.5 * math.Erfc(-x/math.Sqrt2) }
