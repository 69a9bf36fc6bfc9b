package stat

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKolmogorovOfKnownSamples(t *testing.T) {
	for _, c := range []struct {
		a, b            []float64
		smaller, larger float64
	}{
		{[]float64{1, 2, 3}, []float64{1, 2, 3}, 0, 0},
		{[]float64{1, 2}, []float64{3, 4}, 1, 0},
		{[]float64{3, 4}, []float64{1, 2}, 0, 1},
		{[]float64{1, 4}, []float64{2, 3}, 0.5, 0.5},
		{[]float64{1, 1, 2}, []float64{1, 2, 2}, 1.0 / 3, 0}, // ties move both at once
		{[]float64{5}, []float64{1, 2, 9, 9}, 0.5, 0.5},
	} {
		smaller, larger := Kolmogorov(c.a, c.b)
		require.InDelta(t, c.smaller, smaller, 1e-15, "%v %v", c.a, c.b)
		require.InDelta(t, c.larger, larger, 1e-15, "%v %v", c.a, c.b)
	}
	smaller, larger := Kolmogorov(nil, []float64{1})
	require.True(t, math.IsNaN(smaller) && math.IsNaN(larger))
}

// The tables' 1.358 for 5 % and 1.628 for 1 %.
func TestKolmogorovCriticalAgreesWithTables(t *testing.T) {
	require.InDelta(t, 1.358*math.Sqrt(2.0/100), KolmogorovCritical(0.05, 100, 100), 1e-4)
	require.InDelta(t, 1.628*math.Sqrt(1.0/50+1.0/200), KolmogorovCritical(0.01, 50, 200), 1e-4)
	require.Panics(t, func() { KolmogorovCritical(0, 1, 1) })
	require.Panics(t, func() { KolmogorovCritical(0.05, 0, 1) })
}

// Of samples from one distribution about one in twenty passes the 5 % bound, at
// most: 40 of 1,000 are expected, 65 would be more than four deviations too many.
func TestKolmogorovKeepsItsErrorRate(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sample := func(n int) []float64 {
		x := make([]float64, n)
		for i := range x {
			x[i] = random.Float64()
		}
		slices.Sort(x)
		return x
	}
	beyond := 0
	for range 1000 {
		smaller, larger := Kolmogorov(sample(80), sample(150))
		if max(smaller, larger) > KolmogorovCritical(0.05, 80, 150) {
			beyond++
		}
	}
	require.Greater(t, beyond, 15)
	require.Less(t, beyond, 65)
}
