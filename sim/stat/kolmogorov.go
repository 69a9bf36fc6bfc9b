package stat

import "math"

// Kolmogorov compares two samples, each sorted in increasing order, by their
// empirical distribution functions. It returns how far that of a rises above
// that of b at most (a has the smaller values) and how far it falls below (a has
// the larger ones); the greater of the two is the two-sample statistic of
// Kolmogorov and Smirnov. Both are NaN if a sample is empty.
func Kolmogorov(a, b []float64) (smaller, larger float64) {
	if len(a) == 0 || len(b) == 0 {
		return math.NaN(), math.NaN()
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		x := min(a[i], b[j])
		for i < len(a) && a[i] == x {
			i++
		}
		for j < len(b) && b[j] == x {
			j++
		}
		d := float64(i)/float64(len(a)) - float64(j)/float64(len(b))
		smaller, larger = max(smaller, d), max(larger, -d)
	}
	return smaller, larger
}

// KolmogorovCritical returns the distance that two samples of n and m from one
// distribution exceed with probability alpha, by the asymptotic bound of Smirnov
// (1948), which errs on the safe side. To test k distributions at once, give it
// alpha/k (Bonferroni). It panics unless n, m > 0 and 0 < alpha < 1.
func KolmogorovCritical(alpha float64, n, m int) float64 {
	if !(alpha > 0 && alpha < 1 && n > 0 && m > 0) {
		outside("KolmogorovCritical", "0 < alpha < 1 and n, m > 0", alpha, float64(n), float64(m))
	}
	return math.Sqrt(-math.Log(alpha/2) / 2 * (1/float64(n) + 1/float64(m)))
}
