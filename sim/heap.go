package sim

import (
	"math"
	"math/bits"
)

// key is what the calendar sorts: 16 bytes, no pointer, so that four siblings
// share a cache line and the garbage collector never looks inside.
//
// The total order is (time, priority, sequence): earlier first; at the same
// time the lower priority value; at the same time and priority whatever was
// scheduled first. Without the second field a model could not say that meetings
// come before the deadlines of the same day; without the third, the order of
// ties would depend on the shape of the heap, and with it every result.
//
// Both words compare as unsigned integers. Times are never negative, and for
// those the bits of a float64 sort like its value.
type key struct {
	when  uint64 // math.Float64bits of the time
	order uint64 // priority (8 bits), sequence (32), slot (24); the slot never decides
}

// Widths of the fields of key.order. Sequences that run out are renumbered
// (calendar.renumber); slots that run out panic.
const (
	slotBits     = 24
	sequenceBits = 32
	maxSlots     = 1 << slotBits
	maxSequence  = 1<<sequenceBits - 1
)

func newKey(when uint64, priority uint8, sequence, slot uint32) key {
	return key{when, uint64(priority)<<(sequenceBits+slotBits) | uint64(sequence)<<slotBits | uint64(slot)}
}

func (k key) time() float64    { return math.Float64frombits(k.when) }
func (k key) priority() uint8  { return uint8(k.order >> (sequenceBits + slotBits)) }
func (k key) slot() uint32     { return uint32(k.order & (maxSlots - 1)) }
func (k key) sequence() uint32 { return uint32(k.order >> slotBits) }

// less is 1 if a comes before b and 0 otherwise: the borrow of the 128-bit
// subtraction a − b. Which of two events is earlier is a coin toss to the branch
// predictor; arithmetic instead of a branch made sifting a quarter faster.
func less(a, b *key) uint64 {
	_, borrow := bits.Sub64(a.order, b.order, 0)
	_, borrow = bits.Sub64(a.when, b.when, borrow)
	return borrow
}

// The heap is 4-ary (Johnson 1975): half the levels of a binary heap, so half
// the cache misses of a large calendar, for comparisons that cost next to nothing.
const arity = 4

// siftUp puts x at i or above, moving later keys down.
func siftUp(h []key, i uint, x key) {
	for i > 0 {
		parent := (i - 1) / arity
		if less(&x, &h[parent]) == 0 {
			break
		}
		h[i] = h[parent]
		i = parent
	}
	h[i] = x
}

// siftDown puts x at i or below, moving earlier keys up.
func siftDown(h []key, i uint, x key) {
	n := uint(len(h))
	for {
		first := arity*i + 1
		if first+arity > n {
			siftLast(h, i, x)
			return
		}
		siblings := (*[arity]key)(h[first:])
		child := earliest(siblings)
		y := siblings[child&(arity-1)]
		if less(&y, &x) == 0 {
			break
		}
		h[i] = y
		i = first + child
	}
	h[i] = x
}

// earliest is the index of the first of four keys, found without a branch.
func earliest(h *[arity]key) uint {
	a := less(&h[1], &h[0])
	b := 2 + less(&h[3], &h[2])
	return uint(a + (b-a)*less(&h[b&(arity-1)], &h[a&(arity-1)]))
}

// siftLast ends siftDown at a node with fewer than four children, all leaves.
func siftLast(h []key, i uint, x key) {
	h[i] = x
	least := i
	for j := arity*i + 1; j < uint(len(h)); j++ {
		least += (j - least) * uint(less(&h[j], &h[least]))
	}
	h[i], h[least] = h[least], x
}

// heapify establishes the heap order (Floyd 1964), in linear time.
func heapify(h []key) {
	if len(h) < 2 {
		return
	}
	for i := (len(h) - 2) / arity; i >= 0; i-- { // from the last parent
		siftDown(h, uint(i), h[i])
	}
}
