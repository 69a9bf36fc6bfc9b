package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// Gamma returns a gamma distributed number of mean shape*scale and variance
// shape*scale². Shape 1 is the exponential. For small shapes a draw may
// underflow to 0. It panics unless shape > 0 and scale >= 0, both finite.
func (s *Stream) Gamma(shape, scale float64) float64 {
	if !(shape > 0 && shape <= math.MaxFloat64 && scale >= 0 && scale <= math.MaxFloat64) {
		outside("Gamma", "finite shape > 0 and scale >= 0", shape, scale)
	}
	if shape >= 1 {
		return float64(scale * s.gamma(shape))
	}
	// G(a) = G(a+1) U^(1/a) (Stuart 1962), and -log U is exponential.
	boost := detmath.Exp(-s.exponential() / shape)
	return float64(scale * (s.gamma(shape+1) * boost))
}

// gamma returns a gamma number of scale 1 for shape >= 1, by Marsaglia and
// Tsang (2000), A simple method for generating gamma variables: the cube of a
// slightly corrected normal, accepted 95 to 100 % of the time.
func (s *Stream) gamma(shape float64) float64 {
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.Normal()
		v := 1 + float64(c*x)
		if v <= 0 {
			continue
		}
		v = float64(v * v * v)
		u, square := s.Open(), float64(x*x)
		if u < 1-float64(0.0331*square*square) {
			return d * v
		}
		if detmath.Log(u) < float64(0.5*square)+float64(d*(1-v+detmath.Log(v))) {
			return d * v
		}
	}
}
