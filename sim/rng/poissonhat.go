package rng

import "math"

// poissonHat is the hat of PTRS for one mean: the count k(u) for u uniform in
// (-1/2, 1/2), accepted with probability P(N = k(u)) k'(u) / invAlpha. The
// method is exact if that never exceeds 1, is at least squeeze in the body of
// the hat, and at most us = 1/2 - |u| in its tail.
//
// Hörmann's fits for invAlpha and squeeze miss the first two conditions by up
// to 0.6 % for means below 1000 (his k(u) jumps, which makes the true bounds
// ragged). The terms in 0.2/mean and 0.3/mean repair that, at the price of 1 %
// more rejections, and the tests check the three conditions.
type poissonHat struct{ mean, a, b, invAlpha, squeeze float64 }

const (
	hatBody = 0.07
	hatTail = 0.013
)

func newPoissonHat(mean float64) poissonHat {
	b := 0.931 + float64(2.53*math.Sqrt(mean))
	return poissonHat{
		mean:     mean,
		a:        -0.059 + float64(0.02483*b),
		b:        b,
		invAlpha: (1.1239 + 1.1328/(b-3.4)) * (1 + 0.2/mean),
		squeeze:  0.9277 - 3.6224/(b-2) - 0.3/mean,
	}
}

// count returns k(u).
func (h poissonHat) count(u, us float64) float64 {
	return math.Floor(float64((2*h.a/us+h.b)*u) + h.mean + 0.43)
}

// ratio returns k'(u) / invAlpha, of which P(N = k(u)) makes the probability
// to accept.
func (h poissonHat) ratio(us float64) float64 { return (h.a/(us*us) + h.b) / h.invAlpha }
