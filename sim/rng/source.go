package rng

import "math/rand/v2"

// Purpose says what a stream is for (arrivals, a member's vote, a delay). The
// model declares its purposes as constants; two decisions of different purpose
// never share numbers.
type Purpose uint32

// Source is the randomness of one replication of an experiment: a comparable
// value to be passed by copy. Equal sources give equal streams.
type Source struct{ seed, replication uint64 }

// New returns the source of a replication under a seed. Every pair gives
// streams of its own; there are no bad seeds, 0 included.
func New(seed, replication uint64) Source { return Source{seed, replication} }

// Stream returns the stream of purpose p for who (a, b, c): for instance
// mandate, member and round. Unused positions are 0. The order of a, b, c
// matters. The call allocates nothing and costs about five draws, so take
// streams where they are needed rather than keep them.
func (s Source) Stream(p Purpose, a, b, c uint64) Stream {
	x := philox(block{a, b, c, uint64(p)}, philoxKey{s.seed, s.replication}, philoxRounds)
	return Stream{*rand.NewPCG(x.x0, x.x2)}
}

// Mix returns the id of a child from the id of its parent and its ordinal
// among the children, to serve as a who. The order of the arguments matters.
// The children of one parent never share an id; two ids of different parents
// collide with probability 2**-64.
func Mix(a, b uint64) uint64 { return finalize(finalize(a+golden) ^ b*odd) }

const (
	golden = 0x9e3779b97f4a7c15 // 2**64 / golden ratio
	odd    = 0xd1342543de82ef95 // good spectral figures: Steele and Vigna (2022)
)

// finalize is Stafford's variant 13 of the MurmurHash3 finalizer, the output
// function of SplitMix64 (Steele, Lea and Flood 2014): a bijection in which
// each input bit flips each output bit half of the time.
func finalize(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
