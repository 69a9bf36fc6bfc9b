package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// LogNormal returns median * exp(sigma Z) with Z standard normal: half of the
// draws are below median, and sigma is the standard deviation of the
// logarithm. The mean is median * exp(sigma²/2). It panics unless median > 0
// and sigma >= 0, both finite.
func (s *Stream) LogNormal(median, sigma float64) float64 {
	if !(median > 0 && median <= math.MaxFloat64 && sigma >= 0 && sigma <= math.MaxFloat64) {
		outside("LogNormal", "finite median > 0 and sigma >= 0", median, sigma)
	}
	return float64(median * detmath.Exp(float64(sigma*s.Normal())))
}
