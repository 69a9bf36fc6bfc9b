package experiment

import (
	"fmt"
	"math/bits"

	"cumbre/sim/rng"
)

// Factorial is a full factorial design: every combination of the levels of some
// factors, each once, in a balanced order. It promises that
//
//   - in every prefix of the order the numbers of times that two levels of one
//     factor were visited differ by at most one, for every factor;
//   - the first points, as many as the factors have levels, are a Latin hypercube
//     if all have equally many, and so are the next, and the next.
//
// A study that was interrupted is thus a smaller study of all levels, not half
// of the study with the first factor at its lowest.
//
// The combinations are the group Z_l1 × … × Z_lk, walked along its diagonal
// (1, …, 1), which after lcm(l1, …, lk) steps is back where it started; then along
// the next coset of the diagonal, until all are done. Each factor thus steps
// through all its levels again and again, which is the balance. The cosets are
// numbered by shifts s_j in 0 … gcd(l_j, lcm(l_1, …, l_j-1))-1 of the factors
// after the first; that is again a full factorial, and it is walked in the same
// way. Levels are renamed by a random permutation for each factor: without it,
// factors would rise together along the diagonal.
type Factorial struct {
	size   int
	period int        // length of the diagonal
	rename [][]int    // by factor: the level behind each number
	shifts *Factorial // of the factors after the first; nil if there is but one coset
}

// NewFactorial returns the design for factors with the given numbers of levels;
// stream decides the order and nothing else. No factors have one combination, of
// nothing. It panics if a factor has no level, and returns an error if the
// combinations are too many to be counted in an int.
func NewFactorial(stream rng.Stream, levels ...int) (*Factorial, error) {
	size := 1
	for j, l := range levels {
		if l < 1 {
			panic(fmt.Sprintf("experiment: factor %d has %d levels", j, l))
		}
		hi, lo := bits.Mul64(uint64(size), uint64(l))
		if hi != 0 || lo > uint64(^uint(0)>>1) {
			return nil, fmt.Errorf("%d factors have too many combinations of levels to be counted", len(levels))
		}
		size = int(lo)
	}
	return newFactorial(&stream, size, levels), nil
}

func newFactorial(stream *rng.Stream, size int, levels []int) *Factorial {
	f := &Factorial{size: size, period: 1}
	var cosets []int
	for j, l := range levels {
		f.rename = append(f.rename, permutation(stream, l))
		common := gcd(l, f.period)
		if j > 0 {
			cosets = append(cosets, common)
		}
		f.period *= l / common
	}
	if f.size > f.period {
		f.shifts = newFactorial(stream, f.size/f.period, cosets)
	}
	return f
}

// Size returns the number of points.
func (f *Factorial) Size() int { return f.size }

// Point writes the level of each factor, counted from 0, at point i of the order
// into levels. It panics unless 0 <= i < Size and there is a place for each factor.
func (f *Factorial) Point(i int, levels []int) {
	if i < 0 || i >= f.size || len(levels) != len(f.rename) {
		panic(fmt.Sprintf("experiment: point %d of %d with %d places for %d factors", i, f.size, len(levels), len(f.rename)))
	}
	clear(levels)
	if f.shifts != nil {
		f.shifts.Point(i/f.period, levels[1:])
	}
	for j, name := range f.rename {
		levels[j] = name[(i%f.period+levels[j])%len(name)]
	}
}

// permutation returns 0 … n-1 in random order (Fisher and Yates, from the inside
// out).
func permutation(stream *rng.Stream, n int) []int {
	order := make([]int, n)
	for i := range order {
		j := stream.IntN(i + 1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
