package rng

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLogPoissonTextbook compares with k log m - m - log k! where that formula
// still has its digits.
func TestLogPoissonTextbook(t *testing.T) {
	for _, mean := range []float64{0.1, 1, 10, 99.5, 1000} {
		for k := 0.0; k < 3*mean+20; k++ {
			lgamma, _ := math.Lgamma(k + 1)
			require.InDelta(t, k*math.Log(mean)-mean-lgamma, logPoisson(k, mean), 1e-11*(1+mean), "k = %v, mean %v", k, mean)
		}
	}
}

// TestLogPoissonRatio uses P(k+1)/P(k) = mean/(k+1), exact for any mean; at
// 1e12 the textbook formula is off by thousands of times this tolerance. It
// crosses from the table to Stirling's series and from the series of the
// deviance to its closed form.
func TestLogPoissonRatio(t *testing.T) {
	for _, mean := range []float64{3, 17.3, 1e6, 1e9, 1e12} {
		for z := -12.0; z <= 12; z += 0.25 {
			k := math.Floor(mean + z*math.Sqrt(mean))
			if k < 1 {
				continue
			}
			got := logPoisson(k+1, mean) - logPoisson(k, mean)
			require.InDelta(t, math.Log1p((mean-k-1)/(k+1)), got, 1e-12, "k = %v, mean %v", k, mean)
		}
	}
}

// TestPoissonSum checks that probabilities add up to 1, by the trapezoidal
// rule over 16 standard deviations, which is exact for such smooth functions.
func TestPoissonSum(t *testing.T) {
	for _, mean := range []float64{400, 1e6, 1e9, 1e12, 1e15} {
		step, sum := math.Max(1, math.Floor(math.Sqrt(mean)/20)), 0.0
		middle := math.Floor(mean)
		for k := middle - 170*step; k <= middle+170*step; k += step {
			sum += step * math.Exp(logPoisson(k, mean))
		}
		require.InDelta(t, 1, sum, 2e-11, "mean %v", mean)
	}
}

// TestLargePoisson is nearly normal: the standardised draws have mean 0,
// variance 1 and skewness 0 within 5 standard errors.
func TestLargePoisson(t *testing.T) {
	const n = 200_000
	for _, mean := range []float64{1e9, 1e12, 1 << 50} {
		s := New(5, 0).Stream(1, uint64(mean), 0, 0)
		var m1, m2, m3 float64
		for range n {
			z := (float64(s.Poisson(mean)) - mean) / math.Sqrt(mean)
			m1, m2, m3 = m1+z/n, m2+z*z/n, m3+z*z*z/n
		}
		require.InDelta(t, 0, m1, 5*math.Sqrt(1.0/n))
		require.InDelta(t, 1, m2, 5*math.Sqrt(2.0/n))
		require.InDelta(t, 0, m3, 5*math.Sqrt(15.0/n))
	}
}

// TestPoissonHat checks the three conditions under which the rejection is
// exact, over a grid of means and candidates.
func TestPoissonHat(t *testing.T) {
	const n = 1001
	for mean := float64(poissonSwitch); mean < 1e7; mean *= 1.003 {
		h := newPoissonHat(mean)
		for i := 1; i < n; i++ {
			u := float64(i)/n - 0.5
			us := 0.5 - math.Abs(u)
			k := h.count(u, us)
			if k < 0 {
				continue
			}
			accept := math.Exp(logPoisson(k, mean)) * h.ratio(us)
			if accept > 1 || (us >= hatBody && accept < h.squeeze) || (us < hatTail && accept > us) {
				t.Fatalf("mean %v, u %v: probability to accept %v, squeeze %v", mean, u, accept, h.squeeze)
			}
		}
	}
}
