package stat

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTQuantile uses the printed tables of Student's t, and the closed forms
// for 1 and 2 degrees of freedom.
func TestTQuantile(t *testing.T) {
	for _, c := range []struct{ p, df, want float64 }{
		{0.975, 1, 12.706204736}, {0.975, 2, 4.302652730}, {0.975, 5, 2.570581836}, {0.975, 10, 2.228138852}, {0.975, 30, 2.042272456},
		{0.995, 10, 3.169272673}, {0.9995, 5, 6.868826626}, {0.95, 20, 1.724718243}, {0.975, math.Inf(1), 1.959963985}, {0.5, 7, 0},
	} {
		require.InDelta(t, c.want, TQuantile(c.p, c.df), 2e-9, "p %v, df %v", c.p, c.df)
		require.InDelta(t, -c.want, TQuantile(1-c.p, c.df), 2e-8, "1-p %v, df %v", c.p, c.df)
	}
	for _, p := range []float64{1e-6, 0.001, 0.025, 0.2, 0.4, 0.51, 0.7, 0.9, 0.99, 0.9995} {
		cauchy, two := math.Tan(math.Pi*(p-0.5)), (2*p-1)/math.Sqrt(2*p*(1-p))
		require.InEpsilon(t, cauchy, TQuantile(p, 1), 1e-9, "p %v, df 1", p)
		require.InEpsilon(t, two, TQuantile(p, 2), 1e-9, "p %v, df 2", p)
	}
	require.InDelta(t, TQuantile(0.975, math.Inf(1)), TQuantile(0.975, 1e7), 1e-6)
}

// sleep holds the extra hours of sleep under two drugs of Student (1908).
var sleep = [2][]float64{
	{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
	{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4},
}

// TestSleep compares with the paired t test that R prints for these data:
// t = 4.0621, df = 9, p = 0.002833, 95 % interval 0.7001142 to 2.4598858.
// With one degree of freedom t is Cauchy's, with two it has a closed form too.
func TestTBelow(t *testing.T) {
	for _, x := range []float64{-3, -0.5, 0, 1, 40} {
		require.InDelta(t, 0.5+math.Atan(x)/math.Pi, TBelow(x, 1), 1e-12)
		require.InDelta(t, 0.5+x/2/math.Sqrt(2+x*x), TBelow(x, 2), 1e-12)
		require.InDelta(t, x, TQuantile(TBelow(x, 2.5), 2.5), 1e-6*math.Abs(x)+1e-9)
	}
	require.Panics(t, func() { TBelow(0, 0) })
}

func TestSleep(t *testing.T) {
	var p Paired
	for i := range sleep[0] {
		p.Add(sleep[1][i], sleep[0][i])
	}
	e := p.Interval(0.95)
	require.Equal(t, 10, e.N)
	require.InDelta(t, 1.58, e.Mean, 1e-12)
	require.InDelta(t, 0.7001142, e.Low, 5e-8)
	require.InDelta(t, 2.4598858, e.High, 5e-8)
	require.InDelta(t, (2.4598858-0.7001142)/2, e.HalfWidth(), 5e-8)
	require.InDelta(t, 0.002833, p.P(), 5e-7)
}

func TestTTestWithoutSpread(t *testing.T) {
	require.Equal(t, 1.0, TTest(tallyOf(0, 0, 0)))
	require.Equal(t, 0.0, TTest(tallyOf(2, 2)))
	require.True(t, math.IsNaN(TTest(tallyOf(5))))
	require.True(t, math.IsNaN(TTest(Tally{})))
	require.True(t, math.IsNaN(TTest(tallyOf(1, math.NaN(), 2))))
}

func TestPairedSkipsNaN(t *testing.T) {
	var p Paired
	p.Add(3, 1)
	p.Add(math.NaN(), 1)
	p.Add(1, math.NaN())
	p.Add(5, 1)
	require.Equal(t, 2, p.Skipped())
	require.Equal(t, 2, p.N())
	require.Equal(t, 3.0, p.Mean())
}

// TestIntervalAndTestAgree: the interval of level 1-p just touches 0.
func TestIntervalAndTestAgree(t *testing.T) {
	s := tallyOf(0.3, 1.9, -0.4, 2.2, 0.8, 1.1)
	e := s.Interval(1 - TTest(s))
	require.InDelta(t, 0, e.Low, 1e-9)
}

func TestIntervalOfTooFew(t *testing.T) {
	e := tallyOf(4).Interval(0.9)
	require.True(t, e.N == 1 && e.Mean == 4 && math.IsNaN(e.Low) && math.IsNaN(e.High) && math.IsNaN(e.HalfWidth()))
	require.True(t, math.IsNaN(Tally{}.Interval(0.9).Mean))
	require.Equal(t, Estimate{2, 4, 4, 4}, tallyOf(4, 4).Interval(0.9))
}

// TestCoverage: of many intervals from normal samples, the stated share must
// hold the true mean, exactly in theory; 4 standard errors of a binomial. With
// normal instead of t quantiles, 5 observations would give 0.88 for 0.95.
func TestCoverage(t *testing.T) {
	const n = 20_000
	r := rand.New(rand.NewPCG(3, 4))
	for _, size := range []int{2, 5, 30} {
		for _, level := range []float64{0.5, 0.95} {
			covered, rejected := 0.0, 0.0
			for range n {
				var s Tally
				for range size {
					s.Add(3 * r.NormFloat64())
				}
				if e := s.Interval(level); e.Low <= 0 && 0 <= e.High {
					covered++
				}
				if TTest(s) < 1-level {
					rejected++
				}
			}
			require.InDelta(t, level, covered/n, 4*math.Sqrt(level*(1-level)/n), "size %d", size)
			require.Equal(t, float64(n), covered+rejected, "test and interval decide alike")
		}
	}
}

func TestOutsideDomainPanics(t *testing.T) {
	q := NewP2(0.5)
	var w, late TimeWeighted
	late.Start(5, 1)
	for message, call := range map[string]func(){
		"stat: Interval needs 0 < level < 1, got [95]":                                     func() { tallyOf(1, 2).Interval(95) },
		"stat: TQuantile needs 0 < p < 1 and df > 0, got [1 3]":                            func() { TQuantile(1, 3) },
		"stat: TQuantile needs 0 < p < 1 and df > 0, got [0.5 0]":                          func() { TQuantile(0.5, 0) },
		"stat: Quantile needs 0 <= p <= 1, got [NaN]":                                      func() { Quantile([]float64{1}, math.NaN()) },
		"stat: NewP2 needs 0 < p < 1, got [1]":                                             func() { NewP2(1) },
		"stat: P2.Add needs a finite number, got [NaN]":                                    func() { q.Add(math.NaN()) },
		"stat: Holm or Bonferroni needs p-values in [0, 1], got [1.2]":                     func() { Holm([]float64{0.1, 1.2}) },
		"stat: TimeWeighted needs Start first, then times that never go back, got [0 1]":   func() { w.Set(1, 1) },
		"stat: TimeWeighted needs Start first, then times that never go back, got [5 4.5]": func() { late.Set(4.5, 1) },
		"stat: TimeWeighted needs Start first, then times that never go back, got [5 NaN]": func() { late.Mean(math.NaN()) },
	} {
		require.PanicsWithValue(t, message, call)
	}
}
