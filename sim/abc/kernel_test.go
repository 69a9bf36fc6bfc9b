package abc

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// drawDistances draws at least two distances over many orders of magnitude, up
// to 10**most, some of them infinite and at least one not.
func drawDistances(t *rapid.T, most float64) []float64 {
	magnitude := rapid.Float64Range(-6, most)
	d := []float64{math.Pow(10, magnitude.Draw(t, "finite"))}
	for range rapid.IntRange(1, 60).Draw(t, "more") {
		if rapid.IntRange(0, 5).Draw(t, "undefined") == 0 {
			d = append(d, math.Inf(1))
		} else {
			d = append(d, math.Pow(10, magnitude.Draw(t, "finite")))
		}
	}
	return d
}

// sizeAt is the effective sample size straight from its definition.
func sizeAt(distances []float64, step float64) float64 {
	nearest := math.Inf(1)
	for _, d := range distances {
		nearest = min(nearest, d)
	}
	sum, squares := 0.0, 0.0
	for _, d := range distances {
		w := 0.0
		if !math.IsInf(d, 1) {
			w = math.Exp(-step * (d - nearest) / 2)
		}
		sum += w
		squares += w * w
	}
	return sum * sum / squares
}

func TestNextPrecisionKeepsTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.SampledFrom([]float64{0, 1e-9, 0.25, 0.9}).Draw(t, "from")
		// Particles survive a precision only if its product with their distance
		// is moderate.
		most := 12.0
		if from > 0 {
			most = 4 - math.Log10(from)
		}
		d := drawDistances(t, most)
		n := float64(defined(d))
		target := rapid.Float64Range(0.05, 0.99).Draw(t, "alpha") * n
		next := nextPrecision(d, from, target)
		require.Greater(t, next, from)
		require.LessOrEqual(t, next, 1.0)
		size := sizeAt(d, next-from)
		if next == 1 {
			require.GreaterOrEqual(t, size, target*(1-1e-6))
			return
		}
		require.InEpsilon(t, target, size, 1e-6)
	})
}

func TestEffectiveSizeDecreasesWithThePrecision(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDistances(t, 12)
		a := rapid.Float64Range(1e-12, 1).Draw(t, "a")
		b := rapid.Float64Range(a, 1).Draw(t, "b")
		atA, atB := effective(incrementalWeights(d, a)), effective(incrementalWeights(d, b))
		require.LessOrEqual(t, atB, atA*(1+1e-9))
		require.LessOrEqual(t, atA, float64(defined(d))*(1+1e-9))
		require.GreaterOrEqual(t, atB, 1-1e-9)
		require.InEpsilon(t, sizeAt(d, a), atA, 1e-9)
	})
}

func TestEqualDistancesNeedNoSteps(t *testing.T) {
	require.Equal(t, 1.0, nextPrecision([]float64{7, 7, 7, math.Inf(1)}, 0, 0.6*3))
}

// Distances as large as a float64 holds still leave a first step.
func TestNextPrecisionOfExtremeDistances(t *testing.T) {
	next := nextPrecision([]float64{1e300, 2e300, 3e300, 4e300}, 0, 0.6*4)
	require.Positive(t, next)
	require.InDelta(t, 0.6*4, sizeAt([]float64{1e300, 2e300, 3e300, 4e300}, next), 1e-6)
}

func TestDistance(t *testing.T) {
	require.Equal(t, 4.0+9, distance([]float64{3, -1}, []float64{1, 0.5}, []float64{1, 0.5}))
	for _, undefined := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		require.Equal(t, math.Inf(1), distance([]float64{1, undefined}, []float64{1, 1}, []float64{1, 1}))
	}
	require.Equal(t, math.Inf(1), distance([]float64{math.Inf(1), math.NaN()}, []float64{1, 1}, []float64{1, 1}))
}

func TestRatio(t *testing.T) {
	require.InDelta(t, math.Exp(-0.5*0.25*(5-2)), ratio(0.25, 5, 2), 1e-15)
	require.Greater(t, ratio(0.25, 2, 5), 1.0)
	require.Zero(t, ratio(1e-9, math.Inf(1), 5))
}

func TestMovesFor(t *testing.T) {
	for _, c := range []struct {
		acceptance float64
		moves      int
	}{{0, 9}, {1e-300, 9}, {0.2, 9}, {0.3, 9}, {0.32, 8}, {0.5, 5}, {0.77, 3}, {0.95, 2}, {0.951, 1}, {1, 1}} {
		require.Equal(t, c.moves, movesFor(c.acceptance, 9), "%v", c.acceptance)
	}
	require.Equal(t, 4, movesFor(0.3, 4))
}
