package rng

import (
	"math"

	"cumbre/sim/detmath"
)

const (
	poissonMaxMean = 1 << 50 // beyond it neighbouring counts blur in a float64
	poissonSwitch  = 10      // mean from which rejection beats inversion
)

// Poisson returns a Poisson distributed count of the given mean, always 0 for
// mean 0. It panics unless 0 <= mean <= 2**50.
func (s *Stream) Poisson(mean float64) int {
	switch {
	case !(mean >= 0 && mean <= poissonMaxMean):
		outside("Poisson", "0 <= mean <= 2**50", mean)
	case mean < poissonSwitch:
		return s.poissonInversion(mean)
	}
	return s.poissonRejection(mean)
}

// poissonInversion walks up the distribution function from 0. The rounded
// probabilities may add up to a little less than 1: a draw beyond all of them,
// of probability about 2**-53, is redrawn.
func (s *Stream) poissonInversion(mean float64) int {
	first := detmath.Exp(-mean)
	for {
		u, p := s.Float64(), first
		for k, inverse := range inverses {
			if u < p {
				return k
			}
			u -= p
			p *= mean * inverse
		}
	}
}

// inverses holds 1/(k+1), because a division takes four times as long as a
// product. P(N >= 64) is below 1e-29 for a mean of at most 10.
var inverses = func() (table [64]float64) {
	for k := range table {
		table[k] = 1 / float64(k+1)
	}
	return table
}()

// poissonRejection is the transformed rejection with squeeze PTRS of Hörmann
// (1993), The transformed rejection method for generating Poisson random
// variables. The count stays a float64 until it is accepted, because a
// candidate from the far tail may exceed an int.
func (s *Stream) poissonRejection(mean float64) int {
	hat := newPoissonHat(mean)
	for {
		u, v := s.Open()-0.5, s.Open()
		us := 0.5 - math.Abs(u)
		k := hat.count(u, us)
		if us >= hatBody && v <= hat.squeeze {
			return int(k)
		}
		if k < 0 || (us < hatTail && v > us) {
			continue
		}
		if detmath.Log(v/hat.ratio(us)) <= logPoisson(k, mean) {
			return int(k)
		}
	}
}
