package rng

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func anyStream(t *rapid.T) Stream {
	return name{rapid.Uint64().Draw(t, "seed"), 1, 2, rapid.Uint64().Draw(t, "a"), 0, 0}.stream()
}

// TestDegenerate covers parameters that leave nothing to chance.
func TestDegenerate(t *testing.T) {
	s := New(1, 1).Stream(1, 0, 0, 0)
	for range 1000 {
		require.Zero(t, s.Exp(0))
		require.Zero(t, s.Poisson(0))
		require.Zero(t, s.NegBin(0, 2))
		require.Zero(t, s.NegBin(0, math.Inf(1)))
		require.Zero(t, s.Gamma(0.3, 0))
		require.Zero(t, s.IntN(1))
		require.False(t, s.Bernoulli(0))
		require.True(t, s.Bernoulli(1))
		require.Equal(t, 3.5, s.Uniform(3.5, 3.5))
		require.Equal(t, 3.5, s.Triangular(3.5, 3.5, 3.5))
		require.Equal(t, 3.5, s.LogNormal(3.5, 0))
	}
}

func TestOutsideDomainPanics(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	s := New(1, 1).Stream(1, 0, 0, 0)
	for label, call := range map[string]func(){
		"rng: IntN needs n > 0, got [0]":                                    func() { s.IntN(0) },
		"rng: Bernoulli needs 0 <= p <= 1, got [1.5]":                       func() { s.Bernoulli(1.5) },
		"rng: Bernoulli needs 0 <= p <= 1, got [-0.1]":                      func() { s.Bernoulli(-0.1) },
		"rng: Bernoulli needs 0 <= p <= 1, got [NaN]":                       func() { s.Bernoulli(nan) },
		"rng: Uniform needs lo <= hi, both finite, got [2 1]":               func() { s.Uniform(2, 1) },
		"rng: Uniform needs lo <= hi, both finite, got [0 +Inf]":            func() { s.Uniform(0, inf) },
		"rng: Triangular needs lo <= mode <= hi, all finite, got [0 3 2]":   func() { s.Triangular(0, 3, 2) },
		"rng: Triangular needs lo <= mode <= hi, all finite, got [0 NaN 2]": func() { s.Triangular(0, nan, 2) },
		"rng: Exp needs finite mean >= 0, got [-1]":                         func() { s.Exp(-1) },
		"rng: Exp needs finite mean >= 0, got [+Inf]":                       func() { s.Exp(inf) },
		"rng: LogNormal needs finite median > 0 and sigma >= 0, got [0 1]":  func() { s.LogNormal(0, 1) },
		"rng: LogNormal needs finite median > 0 and sigma >= 0, got [1 -1]": func() { s.LogNormal(1, -1) },
		"rng: Gamma needs finite shape > 0 and scale >= 0, got [0 1]":       func() { s.Gamma(0, 1) },
		"rng: Gamma needs finite shape > 0 and scale >= 0, got [1 NaN]":     func() { s.Gamma(1, nan) },
		"rng: Poisson needs 0 <= mean <= 2**50, got [-0.5]":                 func() { s.Poisson(-0.5) },
		"rng: Poisson needs 0 <= mean <= 2**50, got [NaN]":                  func() { s.Poisson(nan) },
		"rng: Poisson needs 0 <= mean <= 2**50, got [1e+16]":                func() { s.Poisson(1e16) },
		"rng: NegBin needs " + negBinDomain + ", got [1 0]":                 func() { s.NegBin(1, 0) },
		"rng: NegBin needs " + negBinDomain + ", got [NaN 1]":               func() { s.NegBin(nan, 1) },
		"rng: NegBin needs " + negBinDomain + ", got [1e+06 1e-09]":         func() { s.NegBin(1e6, 1e-9) },
	} {
		require.PanicsWithValue(t, label, call)
	}
}

// TestScale holds exactly, because scaling by a power of two is exact: the
// unit of time is no part of the randomness.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyStream(t)
		z := s
		mean, shape := rapid.Float64Range(0.01, 1e6).Draw(t, "mean"), rapid.Float64Range(0.1, 50).Draw(t, "shape")
		require.Equal(t, z.Exp(8*mean), 8*s.Exp(mean))
		require.Equal(t, 8*s.Gamma(shape, mean), z.Gamma(shape, 8*mean))
		require.Equal(t, 8*s.LogNormal(mean, 0.3), z.LogNormal(8*mean, 0.3))
		require.Equal(t, s.Poisson(mean), z.NegBin(mean, math.Inf(1)))
		require.Equal(t, s, z, "both consumed the same draws")
	})
}

// TestRanges draws with wild parameters, among them neighbouring bounds
// between which every rounding counts.
func TestRanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyStream(t)
		lo := rapid.Float64Range(-1e9, 1e9).Draw(t, "lo")
		hi := lo + rapid.SampledFrom([]float64{1e-7, 1, 1e9, math.Abs(lo) * 0x1p-52}).Draw(t, "width")
		mode := max(lo, min(hi, lo+rapid.Float64Range(0, 1).Draw(t, "mode")*(hi-lo)))
		n := rapid.IntRange(1, math.MaxInt).Draw(t, "n")
		shape := rapid.Float64Range(1e-3, 1e3).Draw(t, "shape")
		mean := math.Exp(rapid.Float64Range(-20, 34).Draw(t, "log mean"))
		for range 200 {
			u, x, k := s.Uniform(lo, hi), s.Triangular(lo, mode, hi), s.IntN(n)
			require.True(t, u >= lo && (u < hi || lo == hi), "uniform %v", u)
			require.True(t, x >= lo && x <= hi, "triangular %v", x)
			require.True(t, k >= 0 && k < n, "integer %v", k)
			o, f := s.Open(), s.Float64()
			require.True(t, o > 0 && o < 1 && f >= 0 && f < 1)
			g, e := s.Gamma(shape, 1), s.Exp(1)
			require.True(t, g >= 0 && g < math.Inf(1) && e >= 0 && e < 100, "gamma %v, exp %v", g, e)
			require.InDelta(t, mean, s.Poisson(mean), 9*math.Sqrt(mean)+30, "Poisson, probability below 1e-15")
			require.GreaterOrEqual(t, s.NegBin(mean/1e6, shape), 0)
		}
	})
}

// TestExtremeBits shows what no sample would: the ends of the intervals.
func TestExtremeBits(t *testing.T) {
	const ones = 1<<64 - 1
	require.Equal(t, []float64{0, 1 - 0x1p-53}, []float64{unit(0), unit(ones)})
	require.Equal(t, []float64{0x1p-53, 1 - 0x1p-53}, []float64{inner(0), inner(ones)})
	require.Equal(t, []float64{0.5, 0.5 + 0x1p-53}, []float64{unit(1 << 63), inner(1 << 63)})
}

// TestIntNIsUnbiased uses a bound of 3/8 of 2**64: without rejection, of three
// consecutive integers two would come up half again as often as the third.
func TestIntNIsUnbiased(t *testing.T) {
	const n = 1 << 18
	bound := math.MaxInt/4*3 + 3
	observed, expected := make([]float64, 3), []float64{n / 3.0, n / 3.0, n / 3.0}
	s := New(4, 4).Stream(1, 0, 0, 0)
	for range n {
		observed[s.IntN(bound)%3]++
	}
	requireFrequencies(t, "IntN", observed, expected)
}

// TestNoAllocation calls the methods by name, as models do: through a function
// value the compiler could not know that the stream stays on the stack.
func TestNoAllocation(t *testing.T) {
	source, who, sum := New(1, 1), uint64(0), 0.0
	require.Zero(t, testing.AllocsPerRun(2000, func() {
		s := source.Stream(1, Mix(who, 1), 2, 3)
		sum += s.Float64() + s.Open() + s.Uniform(-1, 2) + s.Normal() + s.Exp(3) + s.LogNormal(2, 0.7)
		sum += s.Gamma(0.4, 2) + s.Gamma(7.5, 2) + s.Triangular(0, 1, 5)
		sum += float64(s.IntN(9) + s.Poisson(4.2) + s.Poisson(250) + s.NegBin(6, 1.5))
		if s.Bernoulli(0.5) {
			who++
		}
	}))
	require.Positive(t, sum)
}
