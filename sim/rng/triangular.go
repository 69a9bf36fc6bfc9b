package rng

import "math"

// Triangular returns a number with the triangular density on [lo, hi] that
// peaks at mode: what is left when an expert gives a lowest, a likeliest and a
// highest value. It inverts the distribution function, so it consumes one
// draw. It panics unless lo <= mode <= hi and hi-lo is finite.
func (s *Stream) Triangular(lo, mode, hi float64) float64 {
	width := hi - lo
	if !(lo <= mode && mode <= hi && width <= math.MaxFloat64) {
		outside("Triangular", "lo <= mode <= hi, all finite", lo, mode, hi)
	}
	u := s.Float64()
	left, right := mode-lo, hi-mode
	if float64(u*width) < left {
		return lo + math.Sqrt(float64(u*width)*left)
	}
	return hi - math.Sqrt(float64((1-u)*width)*right)
}
