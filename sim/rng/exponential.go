package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// Exp returns an exponentially distributed number of the given mean, in
// [0, ∞) and always 0 for mean 0. It panics unless mean is finite and >= 0.
func (s *Stream) Exp(mean float64) float64 {
	if !(mean >= 0 && mean <= math.MaxFloat64) {
		outside("Exp", "finite mean >= 0", mean)
	}
	return float64(mean * s.exponential())
}

// exponential returns an exponential number of mean 1. The layer takes the
// lowest bits of a draw and the abscissa the highest 53, so they share none.
func (s *Stream) exponential() float64 {
	u := s.Uint64()
	layer := &expLayers.edges[u&layerMask]
	abscissa := u >> 11
	x := float64(int64(abscissa)) * layer.width
	if abscissa < layer.inside {
		return x
	}
	return s.exponentialEdge(int(u&layerMask), x)
}

// exponentialEdge decides the draws that hit the edge of a layer.
func (s *Stream) exponentialEdge(i int, x float64) float64 {
	if i == 0 { // the tail of an exponential is an exponential
		return expTail + s.exponential()
	}
	if expLayers.below(i, s.Float64(), detmath.Exp(-x)) {
		return x
	}
	return s.exponential()
}
