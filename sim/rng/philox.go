package rng

import "math/bits"

// Multipliers and key increments of Philox4x64 (Salmon et al. 2011). The
// increments are the fractions of the golden ratio and of √3.
const (
	philoxM0 = 0xd2e7470ee14c6c93
	philoxM1 = 0xca5a826395121157
	philoxW0 = 0x9e3779b97f4a7c15
	philoxW1 = 0xbb67ae8584caa73b
)

// philoxRounds is the smallest number of rounds with which Philox4x64 passes
// BigCrush as a generator. Here its output is not the random number but the
// state of another generator, so the customary margin of ten buys nothing.
const philoxRounds = 7

// block and philoxKey are structs rather than arrays because the compiler
// keeps their fields in registers: a third of the time.
type (
	block     struct{ x0, x1, x2, x3 uint64 }
	philoxKey struct{ k0, k1 uint64 }
)

// philox returns the image of a block under a key. It is a bijection of the
// blocks for each key.
func philox(x block, k philoxKey, rounds int) block {
	for range rounds {
		x = x.round(k)
		k = philoxKey{k.k0 + philoxW0, k.k1 + philoxW1}
	}
	return x
}

func (x block) round(k philoxKey) block {
	hi0, lo0 := bits.Mul64(philoxM0, x.x0)
	hi1, lo1 := bits.Mul64(philoxM1, x.x2)
	return block{hi1 ^ x.x1 ^ k.k0, lo1, hi0 ^ x.x3 ^ k.k1, lo0}
}
