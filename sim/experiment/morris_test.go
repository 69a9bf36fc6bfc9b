package experiment

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func trajectories(m Morris, n int) [][]float64 {
	points := make([][]float64, n*m.Block())
	for i := range points {
		points[i] = make([]float64, m.factors)
		m.Point(int64(i), points[i])
	}
	return points
}

// Every trajectory moves each factor once by Δ, on the grid and within the cube.
func TestMorrisTrajectories(t *testing.T) {
	for _, p := range []int{2, 4, 8} {
		m := NewMorris(5, 7, p)
		require.InDelta(t, float64(p)/(2*float64(p-1)), m.Step(), 1e-15)
		points := trajectories(m, 50)
		for block := range slices.Chunk(points, m.Block()) {
			moved := make([]int, 7)
			for i := 1; i < len(block); i++ {
				for j := range moved {
					level := block[i][j] * float64(p-1)
					require.InDelta(t, math.Round(level), level, 1e-12)
					require.True(t, 0 <= block[i][j] && block[i][j] <= 1)
					if block[i][j] != block[i-1][j] {
						moved[j]++
						require.InDelta(t, m.Step(), math.Abs(block[i][j]-block[i-1][j]), 1e-15)
					}
				}
			}
			require.Equal(t, slices.Repeat([]int{1}, 7), moved)
		}
	}
}

// Levels equally often, and every factor moves at every place of the order: 5
// standard deviations of a binomial count.
func TestMorrisIsUniform(t *testing.T) {
	const n, k, p = 4000, 3, 4
	levels, places := make([]int, p), make([]int, k)
	for block := range slices.Chunk(trajectories(NewMorris(8, k, p), n), k+1) {
		levels[int(math.Round(block[0][1]*(p-1)))]++
		places[slices.IndexFunc(block[1:], func(x []float64) bool { return x[1] != block[0][1] })]++
	}
	for _, c := range levels {
		require.InDelta(t, n/p, c, 5*math.Sqrt(n*(1.0/p)*(1-1.0/p)))
	}
	for _, c := range places {
		require.InDelta(t, float64(n)/k, c, 5*math.Sqrt(n*(1.0/k)*(1-1.0/k)))
	}
}

func TestMorrisPanicsOutsideItsDomain(t *testing.T) {
	require.Panics(t, func() { NewMorris(1, 0, 4) })
	require.Panics(t, func() { NewMorris(1, 3, 5) })
	require.Panics(t, func() { NewMorris(1, 3, 4).Point(-1, make([]float64, 3)) })
	require.Panics(t, func() { NewMorris(1, 3, 4).Point(0, make([]float64, 2)) })
}

func TestMorrisGolden(t *testing.T) {
	require.Equal(t, uint64(0xb25a3d95aeacbc95), digest(trajectories(NewMorris(1, 10, 4), 20)))
	require.NotEqual(t, trajectories(NewMorris(1, 10, 4), 2), trajectories(NewMorris(2, 10, 4), 2))
}
