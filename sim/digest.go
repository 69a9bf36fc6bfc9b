package sim

import "math/bits"

// The digest is a fingerprint of the trajectory, in the sense of OMNeT++: two runs
// with the same digest executed the same events in the same order, as far as 64 bits
// can tell. Golden digests catch an unintended change that every summary statistic
// would miss, and prove one platform equal to another.

const (
	digestStart  = 0x9e3779b97f4a7c15 // 2^64/φ: odd, its bits well spread
	digestFactor = 0x9fb21c651e98df25 // odd, so that multiplying loses nothing
)

// absorb folds a word into a digest: one multiplication, as every event pays for
// it. It is a bijection of the digest for each word, so two trajectories that
// once differ stay different while the same words follow; and the rotation brings
// the high bits, the well-mixed ones, to where the next product spreads them.
func absorb(digest, word uint64) uint64 {
	return bits.RotateLeft64((digest^word)*digestFactor, 29)
}

// absorbEvent folds an event, whose time has the given bits. Multiplying the kind
// keeps it apart from arguments of any layout.
func absorbEvent(digest, when uint64, e Event) uint64 {
	return absorb(absorb(digest, when), e.Arg^uint64(e.Kind)*digestStart)
}

// finish makes every bit of the digest depend on every bit of the last words
// (the finaliser of SplitMix64; Steele, Lea & Flood 2014).
func finish(digest uint64) uint64 {
	digest = (digest ^ digest>>30) * 0xbf58476d1ce4e5b9
	digest = (digest ^ digest>>27) * 0x94d049bb133111eb
	return digest ^ digest>>31
}
