package abc

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mat"
	gonum "gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"cumbre/sim/rng"
)

// drawPoints draws points of the unit cube, and whether they may lie in a plane:
// fewer than needed, or one coordinate a function of another.
func drawPoints(t *rapid.T) [][]float64 {
	d := rapid.IntRange(1, 6).Draw(t, "d")
	n := rapid.IntRange(1, 40).Draw(t, "n")
	points := make([][]float64, n)
	for i := range points {
		points[i] = rapid.SliceOfN(rapid.Float64Range(0, 1), d, d).Draw(t, "point")
	}
	switch rapid.IntRange(0, 3).Draw(t, "degenerate") {
	case 0:
		for _, p := range points {
			p[d-1] = p[0]
		}
	case 1:
		for _, p := range points {
			p[0] = points[0][0]
		}
	}
	return points
}

func drawPointsAndWeights(t *rapid.T) (points [][]float64, weights []float64) {
	points = drawPoints(t)
	weights = rapid.SliceOfN(rapid.Float64Range(0.01, 1), len(points), len(points)).Draw(t, "weights")
	return points, weights
}

// gonum divides by Σw - 1; the covariance of a distribution by Σw.
func TestCovariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points, weights := drawPointsAndWeights(t)
		for i := range weights {
			weights[i] += 2 // gonum needs Σw > 1
		}
		var want mat.SymDense
		x := mat.NewDense(len(points), len(points[0]), nil)
		for i, p := range points {
			x.SetRow(i, p)
		}
		gonum.CovarianceMatrix(&want, x, weights)
		for k, row := range covariance(points, weights) {
			for l, c := range row {
				require.InDelta(t, want.At(k, l)*(total(weights)-1)/total(weights), c, 1e-12)
			}
		}
	})
}

// The factor reproduces the covariance, but for the smallest jitter of the list
// that leaves a factor at all.
func TestFactorReproducesTheCovariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := covariance(drawPointsAndWeights(t))
		lower := factor(c)
		added := 0.0
		if _, regular := cholesky(c, 0); !regular {
			added = 1e-12
		}
		for k := range c {
			require.Positive(t, lower[k][k])
			for l := range c[k] {
				want := c[k][l]
				if k == l {
					want += added
				}
				require.InDelta(t, want, inner(lower[k], lower[l], l+1), 1e-14)
			}
		}
	})
}

// What is not even positive semidefinite, for all its jitter, is a mistake.
func TestFactorOfNoCovariancePanics(t *testing.T) {
	require.Panics(t, func() { factor([][]float64{{-2}}) })
	require.InDelta(t, math.Sqrt(0.005), factor([][]float64{{-0.005}})[0][0], 1e-15, "the jitter grows as far as it must")
}

// Points that all agree leave nothing but the jitter.
func TestFactorOfNothing(t *testing.T) {
	require.Equal(t, [][]float64{{1e-6}, {0, 1e-6}}, factor([][]float64{{0}, {0, 0}}))
}

func TestCholeskyRefusesWhatIsNoCovariance(t *testing.T) {
	for _, c := range [][][]float64{{{-1}}, {{1}, {2, 1}}, {{1}, {1, 1}}, {{math.NaN()}}} {
		_, ok := cholesky(c, 0)
		require.False(t, ok, "%v", c)
	}
}

// Steps of the walk have mean 0 and covariance 2.38²/d times that of the
// particles. With 200,000 steps the relative standard error of a variance is
// √(2/200000) = 0.3 %.
func TestWalkSteps(t *testing.T) {
	cloud := []particle{{line: []float64{0.1, 0.5}}, {line: []float64{0.3, 0.4}}, {line: []float64{0.7, 0.45}}, {line: []float64{0.2, 0.9}}}
	weights := []float64{1, 0.5, 0.2, 0}
	w := newWalk(cloud, weights)
	c := covariance([][]float64{cloud[0].line, cloud[1].line, cloud[2].line}, weights[:3])
	s := rng.New(5, 5).Stream(0, 0, 0, 0)
	at := []float64{0.25, 0.5}
	var steps [][]float64
	var ones []float64
	for range 200_000 {
		p := w.from(at, &s)
		steps = append(steps, []float64{p[0] - at[0], p[1] - at[1]})
		ones = append(ones, 1)
	}
	got := covariance(steps, ones)
	factor := 2.38 * 2.38 / 2
	require.InEpsilon(t, factor*c[0][0], got[0][0], 0.015)
	require.InEpsilon(t, factor*c[1][1], got[1][1], 0.015)
	require.InDelta(t, factor*c[1][0], got[1][0], 0.015*factor*math.Sqrt(c[0][0]*c[1][1]))
	require.Equal(t, []float64{0.25, 0.5}, at, "the point itself does not move")
}
