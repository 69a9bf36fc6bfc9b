package stat

import "math"

// Quantile returns the p-quantile of values sorted in increasing order, by
// linear interpolation between order statistics: type 7 of Hyndman and Fan
// (1996), the default of R and NumPy. It is NaN for no values. It panics
// unless 0 <= p <= 1.
func Quantile(sorted []float64, p float64) float64 {
	if !(p >= 0 && p <= 1) {
		outside("Quantile", "0 <= p <= 1", p)
	}
	if len(sorted) == 0 {
		return math.NaN()
	}
	position := float64(p * float64(len(sorted)-1))
	below := int(position)
	if below == len(sorted)-1 {
		return sorted[below]
	}
	lo, hi := sorted[below], sorted[below+1]
	return lo + float64((position-float64(below))*(hi-lo))
}
