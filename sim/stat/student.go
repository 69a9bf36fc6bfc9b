package stat

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// TQuantile returns the p-quantile of Student's t with df degrees of freedom,
// which need not be an integer; df = +Inf is the normal. It panics unless
// 0 < p < 1 and df > 0.
func TQuantile(p, df float64) float64 {
	if !(p > 0 && p < 1 && df > 0) {
		outside("TQuantile", "0 < p < 1 and df > 0", p, df)
	}
	if df > math.MaxFloat64 {
		return mathext.NormalQuantile(p)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(p)
}

// TBelow returns the probability that Student's t with df degrees of freedom, which need
// not be an integer, is at most x. It panics unless df > 0.
func TBelow(x, df float64) float64 {
	if !(df > 0) {
		outside("TBelow", "df > 0", x, df)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.CDF(x)
}

// TTest returns the two-sided p-value of the hypothesis that the observations
// of t, usually paired differences, have mean 0. With fewer than two it is
// NaN. With no spread at all it is 1 if the mean is 0 and 0 otherwise.
func TTest(t Tally) float64 {
	switch {
	case t.n < 2:
		return math.NaN()
	case t.m2 == 0 && t.mean == 0:
		return 1
	case t.m2 == 0:
		return 0
	}
	x := math.Abs(t.mean) / t.standardError()
	return 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(t.n - 1)}.CDF(-x)
}

// outside panics: a function was called with arguments outside its domain.
func outside(function, domain string, got ...float64) {
	panic(fmt.Sprintf("stat: %s needs %s, got %v", function, domain, got))
}
