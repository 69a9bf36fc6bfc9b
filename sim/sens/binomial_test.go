package sens

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// Against gonum, over both tails and where the probability underflows.
func TestBinomialTail(t *testing.T) {
	for _, n := range []int{1, 10, 500, 20000} {
		for _, p := range []float64{0.001, 0.2, 0.5, 0.97} {
			for _, share := range []float64{0, 0.001, 0.1, 0.21, 0.5, 0.97, 1} {
				h := int(math.Round(share * float64(n)))
				want := 1.0
				if h > 0 {
					want = 1 - distuv.Binomial{N: float64(n), P: p}.CDF(float64(h-1))
				}
				require.InDelta(t, want, binomialTail(n, h, p), 1e-10, "%d of %d at %v", h, n, p)
			}
		}
	}
	require.InEpsilon(t, math.Pow(0.5, 60), binomialTail(60, 60, 0.5), 1e-12)
	require.Equal(t, []float64{1, 0, 1, 0}, []float64{binomialTail(5, 0, 0.1), binomialTail(5, 2, 0), binomialTail(5, 2, 1), binomialTail(90000, 80000, 0.1)})
}

// Neighbouring numbers have nothing between them, and far ones no overflow.
func TestBetween(t *testing.T) {
	require.Equal(t, 1.5, between(1, 2))
	require.Equal(t, 1.5, between(2, 1))
	next := math.Nextafter(1, 2)
	require.Equal(t, next, between(next, 1))
	require.Equal(t, 1.0, between(1, next))
	require.Equal(t, math.MaxFloat64, between(math.MaxFloat64, -math.MaxFloat64))
}

// ρ by hand: ranks 0 1 2 and 1 0 2; (1·4² + 1·5² + 0·1²) / (4² + 5² + 1²).
func TestRankChange(t *testing.T) {
	require.InDelta(t, 41.0/42, rankChange([]float64{4, 3, 1}, []float64{3, 5, 1}), 1e-15)
	require.Zero(t, rankChange([]float64{4, 3, 1}, []float64{3, 2, 0}))
	require.InDelta(t, 41.0/41, rankChange([]float64{4, 3, math.NaN()}, []float64{3, 5, math.NaN()}), 1e-15)
	require.True(t, math.IsNaN(rankChange([]float64{0, 0}, []float64{0, 0})))
	require.Equal(t, []float64{2, 0.5, 0.5, 3}, ranks([]float64{1, 7, 7, math.NaN()}))
	require.True(t, math.IsNaN(ranking(nil)))
}
