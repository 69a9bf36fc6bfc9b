package abc

import (
	"math"

	"cumbre/sim/detmath"
)

// The kernel at scale h is exp(-½ precision distance) with precision = 1/h²:
// 0 for the prior, 1 for the posterior.

// distance returns Σ ((y_j - z_j)/sd_j)², +Inf if an output is not defined.
func distance(output, observed, sd []float64) float64 {
	sum := 0.0
	for j, y := range output {
		r := (y - observed[j]) / sd[j]
		sum += float64(r * r)
	}
	if math.IsNaN(sum) {
		return math.Inf(1)
	}
	return sum
}

// ratio returns K(proposed)/K(current), which may exceed 1; current is finite.
func ratio(precision, proposed, current float64) float64 {
	return detmath.Exp(float64(-0.5 * precision * (proposed - current)))
}

// incrementalWeights returns the ratio of the kernels of two precisions that
// differ by step > 0, for each distance and up to a common factor that makes the
// largest 1. At least one distance must be finite; an infinite one has weight 0.
func incrementalWeights(distances []float64, step float64) []float64 {
	nearest := math.Inf(1)
	for _, d := range distances {
		nearest = min(nearest, d)
	}
	w := make([]float64, len(distances))
	for i, d := range distances {
		w[i] = ratio(step, d, nearest)
	}
	return w
}

// effective returns the effective sample size of weights, (Σw)²/Σw²: their
// number if they are equal, 1 if all but one vanish.
func effective(weights []float64) float64 {
	sum, squares := 0.0, 0.0
	for _, w := range weights {
		sum += w
		squares += float64(w * w)
	}
	return sum * sum / squares
}

// resolution is the relative accuracy of a precision found by bisection.
const resolution = 1.0 / (1 << 40)

// nextPrecision returns the precision above from at which the incremental
// weights have the effective sample size target, or 1 if they have as much
// there. Of the interval that bisection ends with it takes the upper end, so the
// result always exceeds from.
//
// The size decreases with the precision: its logarithm is 2c(s) - c(2s) with
// c(s) = log Σ exp(-½ s distance), which is convex.
func nextPrecision(distances []float64, from, target float64) float64 {
	enough := func(precision float64) bool {
		return effective(incrementalWeights(distances, precision-from)) >= target
	}
	if enough(1) {
		return 1
	}
	lo, hi := from, 1.0
	for mid := (lo + hi) / 2; lo < mid && mid < hi && hi-lo > float64(resolution*hi); mid = (lo + hi) / 2 {
		if enough(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// defined counts the finite distances.
func defined(distances []float64) int {
	n := 0
	for _, d := range distances {
		if !math.IsInf(d, 1) {
			n++
		}
	}
	return n
}
