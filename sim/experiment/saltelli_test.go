package experiment

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The layout: AB_i differs from A in coordinate i, which it has from B; A and B side by
// side are the Sobol' sequence; blocks are asked for in any order.
func TestSaltelliBlocks(t *testing.T) {
	const k = 5
	s, sobol := NewSaltelli(3, k), NewScrambledSobol(3, 2*k)
	require.Equal(t, k+2, s.Block())
	for _, n := range []int64{7, 0, 1000} {
		block := make([][]float64, k+2)
		for i := range block {
			block[i] = make([]float64, k)
			s.Point(n*(k+2)+int64(i), block[i])
		}
		both := make([]float64, 2*k)
		sobol.Point(n, both)
		require.Equal(t, both[:k], block[0])
		require.Equal(t, both[k:], block[k+1])
		for i := range k {
			want := append([]float64{}, block[0]...)
			want[i] = block[k+1][i]
			require.Equal(t, want, block[1+i])
			require.NotEqual(t, block[0][i], block[1+i][i])
		}
	}
}

func TestSaltelliPanicsOutsideItsDomain(t *testing.T) {
	require.Panics(t, func() { NewSaltelli(1, 0) })
	require.Panics(t, func() { NewSaltelli(1, SobolDimensions/2+1) })
	require.Panics(t, func() { NewSaltelli(1, 2).Point(-1, make([]float64, 2)) })
	require.Panics(t, func() { NewSaltelli(1, 2).Point(0, make([]float64, 3)) })
}

func TestSaltelliGolden(t *testing.T) {
	s := NewSaltelli(1, 6)
	points := make([][]float64, 400)
	for i := range points {
		points[i] = make([]float64, 6)
		s.Point(int64(i), points[i])
	}
	require.Equal(t, uint64(0x8f2941e05d7fec28), digest(points))
}
