package sens

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/rng"
)

func TestIntervalIsThePercentiles(t *testing.T) {
	var values []float64
	for i := range 1001 {
		values = append(values, float64((i*8)%1001))
	}
	for level, want := range map[float64][2]float64{0.95: {25, 975}, 0.9: {50, 950}} {
		e := interval(3, append(values, math.NaN()), level)
		require.InDeltaSlice(t, []float64{3, want[0], want[1], want[1] - want[0]}, []float64{e.Value, e.Low, e.High, e.Width()}, 1e-9)
	}
	require.True(t, math.IsNaN(interval(3, []float64{1}, 0.9).Low))
	require.True(t, math.IsNaN(interval(math.NaN(), values, 0.9).High))
}

// Sums over counted blocks are what the formulas give on the sample that holds each
// block that often, its own mean included, with runs missing.
func TestResampledIndicesAreThoseOfTheResample(t *testing.T) {
	const k, n = 3, 30
	s := rng.New(1, 0).Stream(0, 0, 0, 0)
	y := make([]float64, n*(k+2))
	for i := range y {
		y[i] = 10 + s.Normal()
	}
	y[2], y[7*(k+2)], y[9*(k+2)+k+1] = math.NaN(), math.NaN(), math.NaN()
	sums := newSobolSums(y, k)
	first, total := make([]float64, k), make([]float64, k)
	resampled(Options{Resamples: 5, Seed: 3}, n, func(_ int, times []float64) {
		var resample []float64
		for b, c := range times {
			for range int(c) {
				resample = append(resample, y[b*(k+2):(b+1)*(k+2)]...)
			}
		}
		require.Len(t, resample, len(y))
		sums.indices(times, first, total)
		for i := range k {
			f, tot := naive(resample, k, i)
			require.InDelta(t, f, first[i], 1e-12)
			require.InDelta(t, tot, total[i], 1e-12)
		}
	})
}

// naive computes the indices of factor i in so many words.
func naive(y []float64, k, i int) (first, total float64) {
	var ab, products, squares []float64
	mean := func(x []float64) (m float64) {
		for _, v := range x {
			m += v / float64(len(x))
		}
		return m
	}
	for b := 0; b < len(y); b += k + 2 {
		for _, v := range []float64{y[b], y[b+k+1]} {
			if !math.IsNaN(v) {
				ab = append(ab, v)
			}
		}
	}
	centre, variance := mean(ab), 0.0
	for _, v := range ab {
		variance += (v - centre) * (v - centre) / float64(len(ab)-1)
	}
	for b := 0; b < len(y); b += k + 2 {
		fa, fi, fb := y[b]-centre, y[b+1+i]-centre, y[b+k+1]-centre
		if product := fb * (fi - fa); !math.IsNaN(product) {
			products, squares = append(products, product), append(squares, (fa-fi)*(fa-fi))
		}
	}
	return mean(products) / variance, mean(squares) / (2 * variance)
}
