package rng

import (
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
)

// name is everything a draw depends on.
type name struct {
	seed, replication uint64
	purpose           Purpose
	a, b, c           uint64
}

func (n name) stream() Stream { return New(n.seed, n.replication).Stream(n.purpose, n.a, n.b, n.c) }

func (n name) first() uint64 {
	s := n.stream()
	return s.Uint64()
}

// parts are the six inputs of a name, each able to set one of them to x.
var parts = []struct {
	label string
	bits  int
	set   func(n *name, x uint64)
	get   func(n name) uint64
}{
	{"seed", 64, func(n *name, x uint64) { n.seed = x }, func(n name) uint64 { return n.seed }},
	{"replication", 64, func(n *name, x uint64) { n.replication = x }, func(n name) uint64 { return n.replication }},
	{"purpose", 32, func(n *name, x uint64) { n.purpose = Purpose(x) }, func(n name) uint64 { return uint64(n.purpose) }},
	{"a", 64, func(n *name, x uint64) { n.a = x }, func(n name) uint64 { return n.a }},
	{"b", 64, func(n *name, x uint64) { n.b = x }, func(n name) uint64 { return n.b }},
	{"c", 64, func(n *name, x uint64) { n.c = x }, func(n name) uint64 { return n.c }},
}

// smallName returns the i-th of a family of names as models make them: small
// integers everywhere.
func smallName(i int) name {
	u := uint64(i)
	return name{u % 3, u % 5, Purpose(u % 7), u, u % 11, u % 2}
}

// TestAvalanche flips every input bit of many ordinary names and counts how
// often each of the first 128 output bits flips with it. The count is binomial
// with n trials at 1/2; the bound of 6 standard deviations would be exceeded
// by one of the 45,056 cells with probability 1e-4.
func TestAvalanche(t *testing.T) {
	const n = 2048
	for _, part := range parts {
		for bit := range part.bits {
			var flips [128]int
			for i := range n {
				before, after := smallName(i), smallName(i)
				part.set(&after, part.get(after)^1<<bit)
				s, z := before.stream(), after.stream()
				count(flips[:64], s.Uint64()^z.Uint64())
				count(flips[64:], s.Uint64()^z.Uint64())
			}
			for out, f := range flips {
				if math.Abs(float64(f)-n/2) > 6*math.Sqrt(n)/2 {
					t.Fatalf("bit %d of %s flips output bit %d %d times in %d", bit, part.label, out, f, n)
				}
			}
		}
	}
}

func count(flips []int, x uint64) {
	for ; x != 0; x &= x - 1 {
		flips[bits.TrailingZeros64(x)]++
	}
}

// TestNamesAreDistinct takes all names with parts below 10: a million, among
// them all permutations. Random 64-bit numbers would collide with probability
// 3e-8.
func TestNamesAreDistinct(t *testing.T) {
	const side = 10
	seen := make(map[uint64]name, side*side*side*side*side*side)
	for i := range side * side * side * side * side * side {
		n, rest := name{}, uint64(i)
		for _, part := range parts {
			part.set(&n, rest%side)
			rest /= side
		}
		x := n.first()
		if other, ok := seen[x]; ok {
			t.Fatalf("%+v and %+v start alike", n, other)
		}
		seen[x] = n
	}
}

// TestNeighbours treats the first draws of consecutive names as one sequence
// and asks whether they look uniform and independent, for each of the six
// parts, next to each other and at strides as ids have.
func TestNeighbours(t *testing.T) {
	const n = 1 << 17
	for _, part := range parts {
		for _, stride := range []uint64{1, 2, 1 << 12} {
			x := make([]float64, n)
			y := make([]float64, n) // second draws
			for i := range x {
				key := name{1, 2, 3, 4, 5, 6}
				part.set(&key, uint64(i)*stride)
				s := key.stream()
				x[i], y[i] = s.Float64(), s.Float64()
			}
			label := part.label
			requireUniform(t, label, x)
			requireUniform(t, label+", second draws", y)
			requireUncorrelated(t, label+", next name", x[1:], x[:n-1])
			requireUncorrelated(t, label+", name after next", x[2:], x[:n-2])
			requireUncorrelated(t, label+", within a stream", x, y)
			requireUncorrelated(t, label+", second with next first", x[1:], y[:n-1])
		}
	}
}

// TestOrderDoesNotMatter is the reason for the package: no draw of one stream
// changes another, and a stream can be taken again at any time.
func TestOrderDoesNotMatter(t *testing.T) {
	s := New(7, 3)
	one, two := s.Stream(1, 10, 0, 0), s.Stream(1, 11, 0, 0)
	a1, b1, a2 := one.Uint64(), two.Uint64(), one.Uint64()

	again := s.Stream(1, 11, 0, 0)
	require.Equal(t, b1, again.Uint64())
	again = s.Stream(1, 10, 0, 0)
	require.Equal(t, a1, again.Uint64())
	copied := again
	require.Equal(t, a2, again.Uint64())
	require.Equal(t, a2, copied.Uint64(), "a copy continues with the same numbers")
	require.True(t, s == New(7, 3) && s != New(3, 7), "a source compares by its inputs")
}

func TestMix(t *testing.T) {
	const side = 1000
	seen := make(map[uint64]bool, side*side)
	for a := range uint64(side) {
		for b := range uint64(side) {
			seen[Mix(a, b)] = true
		}
	}
	require.Len(t, seen, side*side, "small ids and ordinals collide, or their order does not matter")
	require.NotEqual(t, Mix(Mix(1, 2), 3), Mix(1, Mix(2, 3)), "grandchild of 1, child of 1")
}

// TestMixAvalanche has the tolerance of TestAvalanche.
func TestMixAvalanche(t *testing.T) {
	const n = 2048
	for bit := range 64 {
		var first, second [64]int
		for i := range uint64(n) {
			a, b := i/32, i%32
			count(first[:], Mix(a, b)^Mix(a^1<<bit, b))
			count(second[:], Mix(a, b)^Mix(a, b^1<<bit))
		}
		for out := range 64 {
			require.InDelta(t, n/2, first[out], 6*math.Sqrt(n)/2, "parent bit %d, output bit %d", bit, out)
			require.InDelta(t, n/2, second[out], 6*math.Sqrt(n)/2, "ordinal bit %d, output bit %d", bit, out)
		}
	}
}
