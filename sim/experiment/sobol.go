package experiment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"cumbre/sim/rng"
)

// Sobol is the sequence of Sobol' (1967) in up to [SobolDimensions] dimensions,
// with the direction numbers of Joe and Kuo (2008, their set D(6)) and in the
// order of Antonov and Saleev (1979).
//
// In base 2 it is a (t, s)-sequence: of any 2^m points from a multiple of 2^m on,
// each box of volume 2^(t-m) whose sides are dyadic intervals holds 2^t. With
// t = 0 in one dimension, and in the first two together, that is as even as can
// be; the set D(6) keeps t small in all pairs of dimensions. Prefixes of 2^m
// points are the natural sizes, others are uneven at the ends.
//
// Coordinates have 32 binary digits, so the sequence has 2^32 points.
type Sobol struct {
	directions [][sobolBits]uint32 // by dimension: what each digit of the point's number flips
	scrambled  bool
	keys       []uint64 // by dimension, of the scrambling
}

// SobolDimensions is the largest number of dimensions.
const SobolDimensions = 1000

const sobolBits = 32

// NewSobol returns the sequence in d dimensions as published, which begins in the
// corner 0: for comparison with other programs. It panics unless
// 1 <= d <= SobolDimensions.
func NewSobol(d int) *Sobol {
	if d < 1 || d > SobolDimensions {
		panic(fmt.Sprintf("experiment: Sobol' sequence in %d dimensions, of 1 to %d", d, SobolDimensions))
	}
	return &Sobol{directions: directionNumbers()[:d]}
}

// NewScrambledSobol returns the sequence with the nested uniform scrambling of Owen
// (1995), which is what experiments want. Each point by itself is then uniform on
// the cube, never just on a grid, so means over the points are unbiased; all
// points together keep the evenness of the sequence, as scrambling only swaps the
// halves of dyadic intervals; and another seed gives an independent repetition,
// from which an error can be told.
//
// Whether two halves are swapped is a bit of a hash (SplitMix64's finalizer) of
// seed, dimension and the interval's digits, so a point is a function of its number,
// in whatever order points are asked for.
func NewScrambledSobol(seed uint64, d int) *Sobol {
	s := NewSobol(d)
	s.scrambled = true
	s.keys = make([]uint64, d)
	for j := range s.keys {
		s.keys[j] = rng.Mix(seed, uint64(j))
	}
	return s
}

// Dimensions returns the number of dimensions.
func (s *Sobol) Dimensions() int { return len(s.directions) }

// Point writes the coordinates of point i, each in [0, 1), into point. It panics
// unless 0 <= i < 2^32 and there is a place for each dimension.
func (s *Sobol) Point(i int64, point []float64) {
	if i < 0 || i >= 1<<sobolBits || len(point) != len(s.directions) {
		panic(fmt.Sprintf("experiment: point %d of a Sobol' sequence with %d places for %d dimensions", i, len(point), len(s.directions)))
	}
	for j := range point {
		point[j] = s.coordinate(i, j)
	}
}

// coordinate returns coordinate j of point i.
func (s *Sobol) coordinate(i int64, j int) float64 {
	gray := uint32(i) ^ uint32(i)>>1
	x := uint64(xorOf(&s.directions[j], gray)) << 32
	if s.scrambled {
		x = scramble(x, s.keys[j])
	}
	return float64(int64(x>>11)) * 0x1p-53
}

func xorOf(directions *[sobolBits]uint32, digits uint32) (x uint32) {
	for b := 0; digits != 0; b, digits = b+1, digits>>1 {
		if digits&1 != 0 {
			x ^= directions[b]
		}
	}
	return x
}

// scramble flips each of the first 32 binary digits of x by a bit that the digits
// before it decide, and the zeros after them, which would be flipped in the same way,
// by random digits that all 32 decide.
func scramble(x, key uint64) uint64 {
	flips := rng.Mix(key, 1<<32|x>>32) >> 32
	for b := range sobolBits {
		before := x >> (64 - b) // the b digits before this one
		flip := rng.Mix(key, 1<<b|before) >> 63
		flips |= flip << (63 - b)
	}
	return x ^ flips
}

//go:embed joekuo.txt
var joeKuo string

// directionNumbers returns, for each dimension, the direction numbers v_1 … v_32
// as binary fractions: v_b = m_b / 2^b for the initial numbers m_1 … m_s of the
// table, and from there on, with the coefficients a of the polynomial of degree s,
//
//	v_b = a_1 v_b-1 ⊕ … ⊕ a_s-1 v_b-s+1 ⊕ v_b-s ⊕ v_b-s / 2^s.
var directionNumbers = sync.OnceValue(func() [][sobolBits]uint32 {
	var all [][sobolBits]uint32
	var first [sobolBits]uint32 // dimension 1 reverses the digits of the number
	for b := range first {
		first[b] = 1 << (31 - b)
	}
	all = append(all, first)
	for line := range strings.Lines(joeKuo) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		all = append(all, recurrence(fields(line)))
	}
	return all
})

// fields reads a line of the table.
func fields(line string) []uint32 {
	var numbers []uint32
	for _, f := range strings.Fields(line) {
		n, err := strconv.ParseUint(f, 10, 32)
		if err != nil {
			panic(err) // the table is part of the program
		}
		numbers = append(numbers, uint32(n))
	}
	return numbers
}

func recurrence(row []uint32) (v [sobolBits]uint32) {
	degree, a, initial := int(row[1]), row[2], row[3:]
	for b := range v {
		if b < degree {
			v[b] = initial[b] << (31 - b)
			continue
		}
		v[b] = v[b-degree] ^ v[b-degree]>>degree
		for k := 1; k < degree; k++ {
			if a>>(degree-1-k)&1 != 0 {
				v[b] ^= v[b-k]
			}
		}
	}
	return v
}
