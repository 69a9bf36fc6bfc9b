package sens

import "cumbre/sim/detmath"

// Restriction is a bound of a box, with the evidence for it.
type Restriction struct {
	Factor int
	Upper  bool // an upper bound, else a lower one
	Bound  float64

	// Density without the bound, all others kept, and the share of all hits that would
	// be covered.
	Density, Coverage float64

	// QuasiP is the probability that at least as many of the points in the box are
	// hits if the bound changes nothing: if each is one with the density that the box
	// has without the bound. Small is evidence for the bound. It is no p-value but as
	// if it were one: the bound was chosen on the same points, so it is too small, and
	// the more so the more factors there were to choose from (Bryant and Lempert 2010).
	// Below some 1e-300 it is 0.
	QuasiP float64
}

// Restrictions returns the bounds of a box with the evidence for each, factor by
// factor. Bryant and Lempert take the two bounds of a factor together; one may be
// needed without the other, so they are tested one by one here.
func (t *Trajectory) Restrictions(b Box) []Restriction {
	var all []Restriction
	for _, s := range b.sides() {
		if !b.bounded(s) {
			continue
		}
		without := t.counted(b.free(s))
		all = append(all, Restriction{
			Factor: s.factor, Upper: s.upper, Bound: b.bound(s),
			Density: without.Density, Coverage: without.Coverage,
			QuasiP: binomialTail(b.Points, b.Hits, without.Density),
		})
	}
	return all
}

// binomialTail returns the probability of at least h successes in n trials of
// probability p: the sum of
//
//	P(i) = n! / (i! (n-i)!) p^i (1-p)^(n-i)  for i = h … n,
//
// where P(i+1) = P(i) (n-i)/(i+1) p/(1-p).
func binomialTail(n, h int, p float64) float64 {
	switch {
	case h <= 0 || p >= 1:
		return 1
	case p <= 0:
		return 0
	case float64(h) < float64(float64(n)*p): // the other tail is the small one
		return 1 - binomialTail(n, n-h+1, 1-p)
	}
	log := logBinomial(n, h) + float64(float64(h)*detmath.Log(p)) + float64(float64(n-h)*detmath.Log(1-p))
	term := detmath.Exp(log)
	sum, odds := term, p/(1-p)
	for i := h; i < n; i++ {
		term = float64(term * (float64(n-i) / float64(i+1)) * odds)
		sum += term
	}
	return min(1, sum)
}

// logBinomial returns the logarithm of n over k.
func logBinomial(n, k int) (sum float64) {
	for i := range min(k, n-k) {
		sum += detmath.Log(float64(n-i) / float64(i+1))
	}
	return sum
}
