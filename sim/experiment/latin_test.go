package experiment

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/rng"
)

func column(seed, who uint64, n int) []float64 {
	return Latin(rng.New(seed, 0).Stream(1, who, 0, 0), n)
}

// Every stratum holds one number, whatever their number.
func TestLatinFillsEveryStratumOnce(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 1000} {
		seen := make([]int, n)
		for _, x := range column(7, 3, n) {
			require.True(t, 0 <= x && x < 1)
			seen[int(math.Floor(x*float64(n)*(1+1e-15)))]++
		}
		for stratum, count := range seen {
			require.Equal(t, 1, count, "stratum %d of %d", stratum, n)
		}
	}
	require.Empty(t, column(7, 3, 0))
}

// The order is random: two columns are uncorrelated, and so are a column and the
// order of its rows. 5 standard deviations of a correlation of 1,000.
func TestLatinColumnsAreIndependent(t *testing.T) {
	const n = 1000
	rows := make([]float64, n)
	for i := range rows {
		rows[i] = (float64(i) + 0.5) / n
	}
	a, b := column(1, 1, n), column(1, 2, n)
	bound := 5 / math.Sqrt(n)
	require.InDelta(t, 0, correlation(a, b), bound)
	require.InDelta(t, 0, correlation(a, rows), bound)
	require.InDelta(t, 1, correlation(a, a), 1e-12)
}

func correlation(a, b []float64) float64 {
	var ab, aa, bb float64
	for i := range a {
		x, y := a[i]-0.5, b[i]-0.5
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return ab / math.Sqrt(aa*bb)
}

// A column is the stream's alone; within a stratum the place is random too.
func TestLatinDependsOnItsStreamAlone(t *testing.T) {
	require.Equal(t, column(1, 1, 50), column(1, 1, 50))
	require.NotEqual(t, column(1, 1, 50), column(2, 1, 50))
	require.NotEqual(t, column(1, 1, 50), column(1, 2, 50))
	a, b := column(1, 1, 50), column(1, 2, 50)
	slices.Sort(a)
	slices.Sort(b)
	require.NotEqual(t, a, b)
}

// The bits of every platform.
func TestLatinGolden(t *testing.T) {
	var sum uint64
	for _, x := range column(1, 1, 1000) {
		sum = sum*31 + math.Float64bits(x)
	}
	require.Equal(t, uint64(0x8a774b38e47bdf2d), sum)
}
