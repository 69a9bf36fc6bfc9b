package experiment

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim/rng"
)

func factorial(t require.TestingT, seed uint64, levels ...int) [][]int {
	f, err := NewFactorial(rng.New(seed, 0).Stream(0, 0, 0, 0), levels...)
	require.NoError(t, err)
	points := make([][]int, f.Size())
	for i := range points {
		points[i] = make([]int, len(levels))
		f.Point(i, points[i])
	}
	return points
}

// Both promises, for any numbers of levels: every combination once, and in every
// prefix the levels of each factor equally often, to within one.
func TestFactorialVisitsAllAndEveryPrefixIsBalanced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.SliceOfN(rapid.IntRange(1, 8), 0, 4).Draw(t, "levels")
		points := factorial(t, rapid.Uint64().Draw(t, "seed"), levels...)
		size := 1
		counts := make([][]int, len(levels))
		for j, l := range levels {
			size *= l
			counts[j] = make([]int, l)
		}
		require.Len(t, points, size)
		for _, p := range points {
			for j, level := range p {
				counts[j][level]++
				require.LessOrEqual(t, slices.Max(counts[j])-slices.Min(counts[j]), 1, "factor %d", j)
			}
		}
		sorted := slices.Clone(points)
		slices.SortFunc(sorted, slices.Compare)
		require.Len(t, slices.CompactFunc(sorted, slices.Equal), size)
	})
}

// Renaming decouples factors that walk the diagonal together: over seeds, the rank
// correlation of two of five levels in the first five points, of mean 0 and standard
// deviation 1/2, is on average 0 within 4 standard errors, and so is that of
// factors whose shifts walk together.
func TestFactorialFactorsAreUncorrelatedFromTheStart(t *testing.T) {
	const seeds = 400
	for _, pair := range [][2]int{{0, 1}, {1, 2}, {0, 3}} {
		var sum float64
		for seed := range uint64(seeds) {
			for _, p := range factorial(t, seed, 5, 5, 5, 5)[:5] {
				sum += float64((p[pair[0]]-2)*(p[pair[1]]-2)) / 10
			}
		}
		require.InDelta(t, 0, sum/seeds, 4*0.5/math.Sqrt(seeds), "%v", pair)
	}
}

func TestFactorialRefusesWhatCannotBe(t *testing.T) {
	stream := rng.New(1, 0).Stream(0, 0, 0, 0)
	_, err := NewFactorial(stream, slices.Repeat([]int{1 << 20}, 4)...)
	require.EqualError(t, err, "4 factors have too many combinations of levels to be counted")
	require.Panics(t, func() { _, _ = NewFactorial(stream, 3, 0) })
	f, err := NewFactorial(stream, 3, 2)
	require.NoError(t, err)
	require.Panics(t, func() { f.Point(6, make([]int, 2)) })
	require.Panics(t, func() { f.Point(0, make([]int, 3)) })
}

func TestFactorialGolden(t *testing.T) {
	var sum uint64
	for _, p := range factorial(t, 1, 4, 6, 3, 2) {
		for _, level := range p {
			sum = sum*31 + uint64(level)
		}
	}
	require.Equal(t, uint64(0x2cf408e72c5fb48), sum)
}
