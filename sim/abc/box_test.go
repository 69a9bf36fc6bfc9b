package abc

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim/rng"
)

func TestThetaStaysInTheBox(t *testing.T) {
	last := math.Nextafter(1, 0)
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e6, 1e6).Draw(t, "low")
		high := low + rapid.Float64Range(1e-3, 1e6).Draw(t, "length")
		u := rapid.OneOf(rapid.Float64Range(0, last), rapid.Just(last)).Draw(t, "u")
		b := newBox(&Problem{Low: []float64{low, math.Floor(low)}, High: []float64{high, math.Floor(high)}, Whole: []bool{false, true}})
		theta := b.theta([]float64{u, u})
		require.True(t, low <= theta[0] && theta[0] <= high)
		require.InDelta(t, low+u*(high-low), theta[0], 1e-9)
		require.True(t, math.Floor(low) <= theta[1] && theta[1] <= math.Floor(high))
		require.Equal(t, math.Floor(theta[1]), theta[1])
	})
}

// Every whole number, the ends included, has the same share of the cube.
func TestWholeNumbersHaveEqualCells(t *testing.T) {
	b := newBox(&Problem{Low: []float64{-2}, High: []float64{2}, Whole: []bool{true}})
	counts := make(map[float64]int)
	for i := range 1000 {
		counts[b.theta([]float64{(float64(i) + 0.5) / 1000})[0]]++
	}
	require.Equal(t, map[float64]int{-2: 200, -1: 200, 0: 200, 1: 200, 2: 200}, counts)
}

func TestLatinHypercubeHasOnePointPerStratum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, d := rapid.IntRange(1, 200).Draw(t, "n"), rapid.IntRange(1, 5).Draw(t, "d")
		seed := rapid.Uint64().Draw(t, "seed")
		points := latinHypercube(n, d, func(k int) rng.Stream { return rng.New(seed, 0).Stream(0, uint64(k), 0, 0) })
		require.Len(t, points, n)
		for k := range d {
			seen := make([]bool, n)
			for _, p := range points {
				for _, u := range p {
					require.True(t, u >= 0 && u < 1)
				}
				// u·n may round to the border of the next stratum
				seen[int(p[k]*float64(n)*(1-1e-15))] = true
			}
			require.NotContains(t, seen, false)
		}
	})
}

// Coordinates are permuted independently: all 6·6 pairs of orders of three
// points occur equally often. The tolerance is five standard deviations.
func TestLatinHypercubePermutesIndependently(t *testing.T) {
	const runs = 36_000
	counts := make(map[[6]int]int)
	for seed := range uint64(runs) {
		points := latinHypercube(3, 2, func(k int) rng.Stream { return rng.New(seed, 0).Stream(0, uint64(k), 0, 0) })
		var orders [6]int
		for i, p := range points {
			orders[i], orders[3+i] = int(p[0]*3), int(p[1]*3)
		}
		counts[orders]++
	}
	require.Len(t, counts, 36)
	for orders, n := range counts {
		require.InDelta(t, runs/36, n, 5*math.Sqrt(runs/36), "%v", orders)
	}
}

func TestNamesHaveDifferentWordsAndKeys(t *testing.T) {
	words, keys := []uint64{}, []uint64{}
	for _, g := range []int{0, 1, 2, mostGenerations} {
		for _, m := range []int{0, 1, 2, mostMoves} {
			for _, p := range []int{0, 1, 2, mostParticles} {
				n := name{g, m, p}
				words = append(words, n.word())
				keys = append(keys, n.key(1, nil), n.key(2, nil), n.key(1, []float64{1}), n.key(1, []float64{2}), n.key(1, []float64{1, 2}), n.key(1, []float64{2, 1}))
			}
		}
	}
	require.Len(t, words, 64)
	slices.Sort(words)
	slices.Sort(keys)
	require.Len(t, slices.Compact(words), 64)
	require.Len(t, slices.Compact(keys), 6*64)
}
