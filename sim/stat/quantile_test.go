package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestQuantile has the values of R's quantile(x, type = 7).
func TestQuantile(t *testing.T) {
	x := []float64{1, 2, 4, 8}
	for p, want := range map[float64]float64{0: 1, 0.1: 1.3, 0.25: 1.75, 0.5: 3, 0.75: 5, 0.9: 6.8, 1: 8} {
		require.InDelta(t, want, Quantile(x, p), 1e-15, "p %v", p)
	}
	require.Equal(t, 5.0, Quantile([]float64{5}, 0.3))
	require.True(t, math.IsNaN(Quantile(nil, 0.5)))
}

func TestQuantileProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 1, 30).Draw(t, "x")
		slices.Sort(x)
		p, q := rapid.Float64Range(0, 1).Draw(t, "p"), rapid.Float64Range(0, 1).Draw(t, "q")
		a, b := Quantile(x, min(p, q)), Quantile(x, max(p, q))
		require.LessOrEqual(t, a, b+1e-9)
		require.True(t, x[0] <= a && b <= x[len(x)-1]+1e-9)
		k := rapid.IntRange(0, len(x)-1).Draw(t, "k")
		if len(x) > 1 {
			require.InDelta(t, x[k], Quantile(x, float64(k)/float64(len(x)-1)), 1e-8)
		}
	})
}

// TestP2WorkedExample is the example of Jain and Chlamtac (1985): the median
// of twenty observations, estimated as 4.44.
func TestP2WorkedExample(t *testing.T) {
	q := NewP2(0.5)
	for _, x := range []float64{
		0.02, 0.15, 0.74, 3.39, 0.83, 22.37, 10.15, 15.43, 38.62, 15.92,
		34.60, 10.28, 1.47, 0.40, 0.05, 11.39, 0.27, 0.42, 0.09, 11.37,
	} {
		q.Add(x)
	}
	require.InDelta(t, 4.44, q.Value(), 0.005)
	require.Equal(t, 20, q.N())
}

func TestP2ExactForFew(t *testing.T) {
	empty := NewP2(0.3)
	require.True(t, math.IsNaN(empty.Value()))
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.Float64Range(-10, 10), 1, 5).Draw(t, "x")
		p := rapid.Float64Range(0.01, 0.99).Draw(t, "p")
		q := NewP2(p)
		for _, v := range x {
			q.Add(v)
		}
		require.Equal(t, Quantile(slices.Sorted(slices.Values(x)), p), q.Value())
	})
}

// TestP2Converges compares with the exact quantile of the same sample, by the
// share of the sample between the two: at most 1 % of it for smooth densities.
func TestP2Converges(t *testing.T) {
	const n = 20_000
	r := rand.New(rand.NewPCG(5, 6))
	for label, draw := range map[string]func() float64{"uniform": r.Float64, "normal": r.NormFloat64, "exponential": r.ExpFloat64} {
		for _, p := range []float64{0.05, 0.25, 0.5, 0.9, 0.99} {
			q, x := NewP2(p), make([]float64, n)
			for i := range x {
				x[i] = draw()
				q.Add(x[i])
			}
			slices.Sort(x)
			below, _ := slices.BinarySearch(x, q.Value())
			require.InDelta(t, p, float64(below)/n, 0.01, "%s, p %v", label, p)
		}
	}
}

// TestP2Invariants: whatever comes, the markers stay in order between the
// extremes, so the estimate is one of values seen; constants are exact.
func TestP2Invariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-5, 5), rapid.SampledFrom([]float64{0, 1, 1e12, -1e12})), 6, 200).Draw(t, "x")
		q, constant := NewP2(rapid.Float64Range(0.01, 0.99).Draw(t, "p")), NewP2(0.7)
		for i, v := range x {
			q.Add(v)
			constant.Add(x[0])
			require.Equal(t, x[0], constant.Value())
			if i < 5 {
				continue
			}
			require.True(t, slices.IsSorted(q.height[:]), "heights %v", q.height)
			require.Equal(t, 1.0, q.rank[0])
			require.Equal(t, float64(i+1), q.rank[4])
			for m := range 4 {
				require.Less(t, q.rank[m], q.rank[m+1])
			}
		}
		require.Equal(t, [2]float64{slices.Min(x), slices.Max(x)}, [2]float64{q.height[0], q.height[4]})
	})
}
