package rng

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// The statistical tests have fixed seeds, so they pass always or never. A
// p-value below the limit would be a coincidence of one in a million for a
// correct sampler; there are a few hundred of them.
const limit = 1e-6

// requireUniform checks that x looks uniform on [0, 1): by chi-square over 512
// cells, which sees local distortion, and by Kolmogorov and Smirnov, which
// sees a shift spread over all of them.
func requireUniform(t *testing.T, label string, x []float64) {
	t.Helper()
	const cells = 512
	observed, expected := make([]float64, cells), make([]float64, cells)
	for i := range expected {
		expected[i] = float64(len(x)) / cells
	}
	for _, u := range x {
		if !(u >= 0 && u <= 1) {
			t.Fatalf("%s: %v outside [0, 1]", label, u)
		}
		observed[min(int(u*cells), cells-1)]++
	}
	requireFrequencies(t, label, observed, expected)
	requireKolmogorov(t, label, x)
}

// requireKolmogorov is the test of Kolmogorov and Smirnov, with the first term
// of the limit distribution, which is accurate for small p-values.
func requireKolmogorov(t *testing.T, label string, x []float64) {
	t.Helper()
	sorted, n, d := slices.Sorted(slices.Values(x)), float64(len(x)), 0.0
	for i, u := range sorted {
		d = max(d, u-float64(i)/n, float64(i+1)/n-u)
	}
	p := 2 * math.Exp(-2*n*d*d)
	require.Greater(t, p, limit, "%s: Kolmogorov-Smirnov distance %v", label, d)
}

// requireFrequencies is Pearson's chi-square test of counts against
// expectations of at least 5 each.
func requireFrequencies(t *testing.T, label string, observed, expected []float64) {
	t.Helper()
	chi2 := 0.0
	for i, e := range expected {
		require.GreaterOrEqual(t, e, 5.0, "%s: cell %d too small for the test", label, i)
		chi2 += (observed[i] - e) * (observed[i] - e) / e
	}
	k := float64(len(expected) - 1)
	p := distuv.ChiSquared{K: k}.Survival(chi2)
	require.Greater(t, p, limit, "%s: chi-square %v with %v degrees of freedom", label, chi2, k)
	require.Less(t, p, 1-limit, "%s: chi-square %v with %v degrees of freedom, too regular", label, chi2, k)
}

// requireUncorrelated checks uniform x and y for linear correlation, whose
// estimate is normal with standard deviation 1/√n, and for any other
// dependence by chi-square over a grid of 16 times 16.
func requireUncorrelated(t *testing.T, label string, x, y []float64) {
	t.Helper()
	const side = 16
	observed, expected := make([]float64, side*side), make([]float64, side*side)
	sum := 0.0
	for i := range x {
		sum += (x[i] - 0.5) * (y[i] - 0.5) * 12
		observed[int(x[i]*side)*side+int(y[i]*side)]++
	}
	for i := range expected {
		expected[i] = float64(len(x)) / (side * side)
	}
	n := float64(len(x))
	require.Less(t, math.Abs(sum/n), 5/math.Sqrt(n), "%s: correlation", label)
	requireFrequencies(t, label+" (pairs)", observed, expected)
}
