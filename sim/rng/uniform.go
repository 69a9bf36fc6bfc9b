package rng

import "math"

// Uniform returns a number distributed uniformly on [lo, hi), or lo if they
// are equal. It panics unless lo <= hi and hi-lo is finite.
func (s *Stream) Uniform(lo, hi float64) float64 {
	width := hi - lo
	if !(width >= 0 && width <= math.MaxFloat64) {
		outside("Uniform", "lo <= hi, both finite", lo, hi)
	}
	x := lo + float64(width*s.Float64())
	if x >= hi && lo < hi { // rounded up
		return math.Nextafter(hi, lo)
	}
	return x
}
