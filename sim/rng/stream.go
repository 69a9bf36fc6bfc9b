package rng

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
)

// Stream is a sequence of random numbers, obtained from [Source.Stream]. It is
// a value of 16 bytes: a copy continues independently with the same numbers.
// The zero Stream belongs to no source and is not for use.
type Stream struct{ pcg rand.PCG }

// Uint64 returns 64 random bits.
func (s *Stream) Uint64() uint64 { return s.pcg.Uint64() }

// Float64 returns a uniform number in [0, 1), a multiple of 2**-53.
func (s *Stream) Float64() float64 { return unit(s.Uint64()) }

// Open returns a uniform number in (0, 1): an odd multiple of 2**-53, so that
// it is never 0 nor 1 and 1-Open has the same distribution.
func (s *Stream) Open() float64 { return inner(s.Uint64()) }

// unit maps 64 bits to [0, 1), inner to (0, 1).
func unit(u uint64) float64  { return float64(int64(u>>11)) * 0x1p-53 }
func inner(u uint64) float64 { return unit(u | 1<<11) }

// IntN returns a uniform integer in [0, n), without bias (Lemire 2019). It
// panics if n <= 0.
func (s *Stream) IntN(n int) int {
	if n <= 0 {
		outside("IntN", "n > 0", float64(n))
	}
	bound := uint64(n)
	hi, lo := bits.Mul64(s.Uint64(), bound)
	if lo < bound {
		for threshold := -bound % bound; lo < threshold; {
			hi, lo = bits.Mul64(s.Uint64(), bound)
		}
	}
	return int(hi)
}

// outside panics: a sampler was called with parameters outside its domain.
func outside(sampler, domain string, got ...float64) {
	panic(fmt.Sprintf("rng: %s needs %s, got %v", sampler, domain, got))
}
