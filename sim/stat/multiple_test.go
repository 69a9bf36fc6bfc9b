package stat

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestHolmWorkedExample is the usual textbook example: with p-values 0.01,
// 0.04, 0.03, 0.005, Holm rejects the two smallest at 0.05. The adjusted
// values are those of R's p.adjust.
func TestHolmWorkedExample(t *testing.T) {
	p := []float64{0.01, 0.04, 0.03, 0.005}
	require.InDeltaSlice(t, []float64{0.03, 0.06, 0.06, 0.02}, Holm(p), 1e-15)
	require.InDeltaSlice(t, []float64{0.04, 0.16, 0.12, 0.02}, Bonferroni(p), 1e-15)
	require.Equal(t, []float64{0.01, 0.04, 0.03, 0.005}, p, "the argument is left alone")
}

func TestAdjustmentsIgnoreNaN(t *testing.T) {
	nan := math.NaN()
	for _, adjust := range []func([]float64) []float64{Holm, Bonferroni} {
		got := adjust([]float64{nan, 0.01, nan, 0.9, 0.02})
		require.True(t, math.IsNaN(got[0]) && math.IsNaN(got[2]))
		require.Equal(t, []float64{got[1], got[3], got[4]}, adjust([]float64{0.01, 0.9, 0.02}))
		require.Empty(t, adjust(nil))
	}
	require.Equal(t, 1.0, Bonferroni([]float64{0.9, 0.9})[0])
}

// stepDown decides by Holm's original words: from the smallest p-value on,
// reject while p(i) <= alpha/(m-i+1), then stop.
func stepDown(p []float64, alpha float64) (rejected int) {
	sorted := slices.Sorted(slices.Values(p))
	for i, x := range sorted {
		if x > alpha/float64(len(p)-i) {
			return i
		}
	}
	return len(p)
}

func TestHolmProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 12).Draw(t, "p")
		alpha := rapid.Float64Range(0.001, 0.5).Draw(t, "alpha")
		holm, bonferroni := Holm(p), Bonferroni(p)
		rejected := 0
		for i := range p {
			require.True(t, p[i] <= holm[i] && holm[i] <= bonferroni[i] && bonferroni[i] <= 1)
			if holm[i] <= alpha {
				rejected++
			}
			for j := range p {
				require.False(t, p[i] < p[j] && holm[i] > holm[j], "the order changed")
			}
		}
		require.Equal(t, stepDown(p, alpha), rejected)

		reversed := slices.Clone(p)
		slices.Reverse(reversed)
		reversed = Holm(reversed)
		slices.Reverse(reversed)
		require.Equal(t, holm, reversed, "results follow their p-values")
	})
}
