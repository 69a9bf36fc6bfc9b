package rng

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// sampler is a distribution as the tests see it: a draw, and what theory says
// of it. One of cdf (continuous) and pmf (counts) is set.
type sampler struct {
	label          string
	draw           func(s *Stream) float64
	cdf, pmf       func(x float64) float64
	mean, variance float64
}

// samplers cover every branch: inversion and rejection of the Poisson, both
// gamma algorithms, clustered and nearly Poisson negative binomials.
func samplers() []sampler {
	all := []sampler{
		{label: "float64", draw: (*Stream).Float64, cdf: func(x float64) float64 { return x }, mean: 0.5, variance: 1.0 / 12},
		{label: "open", draw: (*Stream).Open, cdf: func(x float64) float64 { return x }, mean: 0.5, variance: 1.0 / 12},
		{label: "normal", draw: (*Stream).Normal, cdf: distuv.UnitNormal.CDF, mean: 0, variance: 1},
	}
	for _, mean := range []float64{1, 4.5} {
		all = append(all, continuous(fmt.Sprintf("exp(%v)", mean), func(s *Stream) float64 { return s.Exp(mean) }, distuv.Exponential{Rate: 1 / mean}))
	}
	all = append(all,
		continuous("uniform(-2,5)", func(s *Stream) float64 { return s.Uniform(-2, 5) }, distuv.Uniform{Min: -2, Max: 5}),
		continuous("lognormal(3,0.8)", func(s *Stream) float64 { return s.LogNormal(3, 0.8) }, distuv.LogNormal{Mu: math.Log(3), Sigma: 0.8}))
	for _, c := range [][3]float64{{-1, 2, 4}, {0, 0, 2}, {1, 3, 3}} {
		all = append(all, continuous(fmt.Sprintf("triangular%v", c), func(s *Stream) float64 { return s.Triangular(c[0], c[1], c[2]) }, distuv.NewTriangle(c[0], c[2], c[1], nil)))
	}
	for _, shape := range []float64{0.2, 0.9, 1, 2.5, 40} {
		all = append(all, continuous(fmt.Sprintf("gamma(%v,3)", shape), func(s *Stream) float64 { return s.Gamma(shape, 3) }, distuv.Gamma{Alpha: shape, Beta: 1.0 / 3}))
	}
	for _, mean := range []float64{0.01, 0.7, 5, 9.999, 10, 30.5, 1000, 1e5} {
		all = append(all, sampler{
			label: fmt.Sprintf("poisson(%v)", mean),
			draw:  func(s *Stream) float64 { return float64(s.Poisson(mean)) },
			pmf:   distuv.Poisson{Lambda: mean}.Prob, mean: mean, variance: mean,
		})
	}
	for _, c := range [][2]float64{{3, 0.5}, {3, 200}, {60, 4}, {0.1, 1}} {
		mean, r := c[0], c[1]
		all = append(all, sampler{
			label: fmt.Sprintf("negbin%v", c),
			draw:  func(s *Stream) float64 { return float64(s.NegBin(mean, r)) },
			pmf:   negBinProb(mean, r), mean: mean, variance: mean + mean*mean/r,
		})
	}
	return append(all,
		sampler{label: "bernoulli(0.3)", draw: func(s *Stream) float64 { return indicator(s.Bernoulli(0.3)) },
			pmf: distuv.Bernoulli{P: 0.3}.Prob, mean: 0.3, variance: 0.21},
		sampler{label: "intn(7)", draw: func(s *Stream) float64 { return float64(s.IntN(7)) },
			pmf: func(x float64) float64 { return indicator(x >= 0 && x < 7) / 7 }, mean: 3, variance: 4})
}

// theory is what gonum knows of a continuous distribution.
type theory interface {
	CDF(x float64) float64
	Mean() float64
	Variance() float64
}

func continuous(label string, draw func(*Stream) float64, d theory) sampler {
	return sampler{label: label, draw: draw, cdf: d.CDF, mean: d.Mean(), variance: d.Variance()}
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// negBinProb is Γ(k+r)/(k! Γ(r)) (r/(r+m))^r (m/(r+m))^k.
func negBinProb(m, r float64) func(k float64) float64 {
	return func(k float64) float64 {
		return math.Exp(-mathext.Lbeta(k+1, r) - math.Log(k+r) + r*math.Log(r/(r+m)) + k*math.Log(m/(r+m)))
	}
}

// TestDistributions draws each number from the stream of another member, as a
// model does, and compares with theory: continuous ones through their
// distribution function, which must turn them into uniform numbers; counts by
// their frequencies; and the first two moments of both.
func TestDistributions(t *testing.T) {
	const n = 150_000
	for i, d := range samplers() {
		t.Run(d.label, func(t *testing.T) {
			source, x := New(2026, uint64(i)), make([]float64, n)
			for who := range x {
				s := source.Stream(1, uint64(who), 0, 0)
				x[who] = d.draw(&s)
			}
			requireMoments(t, d, x)
			if d.pmf != nil {
				requireCounts(t, d, x)
				return
			}
			for j := range x {
				x[j] = d.cdf(x[j])
			}
			requireUniform(t, d.label, x)
		})
	}
}

// requireMoments compares the mean with a tolerance of 5 standard errors known
// from theory, and the variance with 5 standard errors estimated from the
// sample's fourth moment.
func requireMoments(t *testing.T, d sampler, x []float64) {
	t.Helper()
	n := float64(len(x))
	var m1, m2, m4 float64
	for _, v := range x {
		dev := v - d.mean
		m1 += dev / n
		m2 += dev * dev / n
		m4 += dev * dev * dev * dev / n
	}
	require.InDelta(t, d.mean, d.mean+m1, 5*math.Sqrt(d.variance/n), "mean")
	require.InDelta(t, d.variance, m2, 5*math.Sqrt((m4-m2*m2)/n), "variance")
}

// requireCounts compares frequencies. Neighbouring counts share a cell until
// at least 20 are expected in it; what is left at the end joins the last cell.
func requireCounts(t *testing.T, d sampler, x []float64) {
	t.Helper()
	seen := map[float64]float64{}
	for _, k := range x {
		require.True(t, k >= 0 && k == math.Floor(k), "%v is no count", k)
		seen[k]++
	}
	n := float64(len(x))
	var observed, expected []float64
	var o, e, total float64
	for k := 0.0; k <= d.mean+40*math.Sqrt(d.variance)+40; k++ {
		o, e, total = o+seen[k], e+n*d.pmf(k), total+n*d.pmf(k)
		if e >= 20 {
			observed, expected = append(observed, o), append(expected, e)
			o, e = 0, 0
		}
	}
	require.InDelta(t, n, total, 1e-6*n, "the expectations of this test are wrong")
	last := len(observed) - 1
	observed[last], expected[last] = observed[last]+o, expected[last]+e
	requireFrequencies(t, d.label, observed, expected)
}
