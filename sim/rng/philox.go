package rng

import "math/bits"

// Multipliers and key increments of Philox4x64 (Salmon et al. 2011): the
// increments are the fractions of the golden ratio and of √3.
const (
	philoxM0 = 0xd2e7470ee14c6c93
	philoxM1 = 0xca5a826395121157
	philoxW0 = 0x9e3779b97f4a7c15
	philoxW1 = 0xbb67ae8584caa73b
)

// keyRounds is the smallest number of rounds with which Philox4x64 passes
// BigCrush as a generator. Here its output is not the random number but the
// state of another generator, so the usual margin of ten buys nothing.
const keyRounds = 7

// philox returns the Philox4x64 block of a counter under a key.
func philox(x [4]uint64, key [2]uint64, rounds int) [4]uint64 {
	x0, x1, x2, x3 := x[0], x[1], x[2], x[3]
	k0, k1 := key[0], key[1]
	for range rounds {
		hi0, lo0 := bits.Mul64(philoxM0, x0)
		hi1, lo1 := bits.Mul64(philoxM1, x2)
		x0, x1, x2, x3 = hi1^x1^k0, lo1, hi0^x3^k1, lo0
		k0 += philoxW0
		k1 += philoxW1
	}
	return [4]uint64{x0, x1, x2, x3}
}
