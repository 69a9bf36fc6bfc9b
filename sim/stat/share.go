package stat

import "math"

// Share returns the share k/n of successes with the score interval of Wilson
// (1927) at a confidence level. Unlike the textbook interval it keeps within
// [0, 1] and has a width even where the share is 0 or 1. With n = 0 all is NaN.
// It panics unless 0 <= k <= n and 0 < level < 1.
func Share(k, n int, level float64) Estimate {
	if !(k >= 0 && k <= n && level > 0 && level < 1) {
		outside("Share", "0 <= k <= n and 0 < level < 1", float64(k), float64(n), level)
	}
	return ShareOf(float64(k)/float64(n), n, level)
}

// ShareOf is Share of a share that was seen among others and weighs as much as n of
// them: n is smaller than their number if some are copies. It panics unless
// 0 <= share <= 1, or n = 0, and 0 < level < 1.
func ShareOf(share float64, n int, level float64) Estimate {
	if n == 0 {
		return Estimate{Mean: math.NaN(), Low: math.NaN(), High: math.NaN()}
	}
	if !(share >= 0 && share <= 1 && n > 0 && level > 0 && level < 1) {
		outside("ShareOf", "0 <= share <= 1, n >= 0 and 0 < level < 1", share, float64(n), level)
	}
	z, size := TQuantile((1+level)/2, math.Inf(1)), float64(n)
	zz := float64(z*z) / size
	centre := (share + float64(zz/2)) / (1 + zz)
	half := math.Sqrt(float64(share*(1-share)*zz)+float64(zz*zz/4)) / (1 + zz)
	return Estimate{N: n, Mean: share, Low: min(share, max(0, centre-half)), High: max(share, min(1, centre+half))}
}
