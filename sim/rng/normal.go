package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// Normal returns a standard normal number: mean 0, variance 1.
func (s *Stream) Normal() float64 {
	u := s.Uint64()
	layer := &normalLayers.edges[u&layerMask]
	abscissa := u >> 11
	x := float64(int64(abscissa)) * layer.width
	if abscissa >= layer.inside {
		return s.normalEdge(u, x)
	}
	return signed(x, u)
}

// signed returns x >= 0 with a sign taken from bit 8 of u, which belongs neither
// to the layer nor to the abscissa. A branch on it would be mispredicted every
// other time, which doubled the cost of a draw.
func signed(x float64, u uint64) float64 {
	return math.Float64frombits(math.Float64bits(x) | u<<55&(1<<63))
}

// normalEdge decides the draws that hit the edge of a layer.
func (s *Stream) normalEdge(u uint64, x float64) float64 {
	i := int(u & layerMask)
	if i == 0 {
		return signed(s.normalTail(), u)
	}
	if normalLayers.below(i, s.Float64(), detmath.Exp(-0.5*x*x)) {
		return signed(x, u)
	}
	return s.Normal()
}

// normalTail returns a normal number known to exceed the start of the tail, by
// rejection from an exponential (Marsaglia 1964).
func (s *Stream) normalTail() float64 {
	for {
		x := s.exponential() / normalTail
		if y := s.exponential(); y+y > x*x {
			return normalTail + x
		}
	}
}
