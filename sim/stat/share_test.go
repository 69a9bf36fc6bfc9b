package stat

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// The examples of Newcombe (1998), Statistics in Medicine 17, table I, method 3:
// four shares with their score intervals at 95 %.
func TestShareAgreesWithNewcombe(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}} {
		e := Share(c.k, c.n, 0.95)
		require.Equal(t, c.n, e.N)
		require.InDelta(t, float64(c.k)/float64(c.n), e.Mean, 1e-15)
		require.InDelta(t, c.low, e.Low, 5e-5)
		require.InDelta(t, c.high, e.High, 5e-5)
	}
}

func TestShareIsSymmetricAndHoldsItsMean(t *testing.T) {
	for _, n := range []int{1, 7, 1000} {
		for k := range n + 1 {
			e, mirror := Share(k, n, 0.9), Share(n-k, n, 0.9)
			require.InDelta(t, e.Low, 1-mirror.High, 1e-12)
			require.True(t, 0 <= e.Low && e.Low <= e.Mean && e.Mean <= e.High && e.High <= 1)
		}
	}
	require.True(t, math.IsNaN(Share(0, 0, 0.95).Mean))
	require.Panics(t, func() { Share(3, 2, 0.95) })
	require.Panics(t, func() { Share(1, 2, 1) })
}

// A share seen among copies is that of the sample with the interval of fewer.
func TestShareOfCopies(t *testing.T) {
	require.Equal(t, Share(3, 10, 0.95), ShareOf(0.3, 10, 0.95))
	require.Less(t, ShareOf(0.3, 10, 0.95).Low, Share(30, 100, 0.95).Low)
	require.True(t, math.IsNaN(ShareOf(math.NaN(), 0, 0.95).Mean))
	require.Panics(t, func() { ShareOf(1.1, 10, 0.95) })
}
