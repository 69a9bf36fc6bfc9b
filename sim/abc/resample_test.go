package abc

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func drawWeights(t *rapid.T) []float64 {
	w := rapid.SliceOfN(rapid.OneOf(rapid.Just(0.0), rapid.Float64Range(1e-9, 1)), 1, 80).Draw(t, "weights")
	if slices.Max(w) == 0 {
		w[rapid.IntRange(0, len(w)-1).Draw(t, "heavy")] = 1
	}
	return w
}

func total(w []float64) (sum float64) {
	for _, v := range w {
		sum += v
	}
	return sum
}

// copies counts how often each index was chosen.
func copies(chosen []int) []float64 {
	n := make([]float64, len(chosen))
	for _, i := range chosen {
		n[i]++
	}
	return n
}

func TestSystematicGivesEachItsShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWeights(t)
		u := rapid.OneOf(rapid.Float64Range(0, 1), rapid.Just(math.Nextafter(1, 0))).Draw(t, "u")
		if u == 1 {
			u = 0
		}
		chosen := systematic(w, u)
		require.Len(t, chosen, len(w))
		require.True(t, slices.IsSorted(chosen))
		for i, n := range copies(chosen) {
			share := w[i] / total(w) * float64(len(w))
			require.Less(t, math.Abs(n-share), 1+1e-9, "index %d", i)
			if w[i] == 0 {
				require.Zero(t, n)
			}
		}
	})
}

// On average over the offset each has exactly its share: no bias by position.
func TestSystematicIsUnbiased(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWeights(t)
		const offsets = 1000
		mean := make([]float64, len(w))
		for k := range offsets {
			for i, n := range copies(systematic(w, (float64(k)+0.5)/offsets)) {
				mean[i] += n / offsets
			}
		}
		for i := range w {
			require.InDelta(t, w[i]/total(w)*float64(len(w)), mean[i], 2.0/offsets)
		}
	})
}
