package sim

import (
	"math"
	"slices"
)

// calendar is a set of entries ordered by (time, priority, sequence), from which
// any entry can be taken. The kernel keeps its events in one, in simulated time;
// each pool keeps its jobs in another, in virtual time.
//
// The heap holds keys only; what an entry carries stays where it is, in a slab of
// slots. An entry is cancelled by freeing its slot: the key left behind is stale,
// recognised because its sequence is no longer the slot's, and thrown away when it
// comes to the top, or all at once when stale keys outnumber the live. So nobody
// has to keep track of where in the heap an entry is, which would cost a write to
// memory for every step of every sift.
type calendar struct {
	heap     []key
	slots    []slot
	free     []uint32 // slots free for use, last freed first out
	serial   uint64   // of the last entry; never restarts, so no ticket comes to life again
	sequence uint32   // of the last key; restarts with renumber and reset

	// vacant says that the root is the stale key of the entry last taken. What is
	// scheduled next takes its place with one sift instead of two: the commonest
	// pattern of a simulation, where each event schedules the next of its kind.
	vacant bool
}

// slot is what an entry carries. A free slot has serial and sequence 0.
type slot struct {
	serial   uint64
	arg      uint64
	when     float64
	sequence uint32
	kind     Kind
}

// len is the number of entries.
func (c *calendar) len() int { return len(c.slots) - len(c.free) }

// insert adds an entry. when must be ≥ 0 (+Inf included) and not −0.
func (c *calendar) insert(when float64, priority uint8, kind Kind, arg uint64) Ticket {
	i := c.takeSlot()
	s := &c.slots[i]
	s.kind, s.arg = kind, arg
	return c.place(i, when, priority)
}

// move gives the entry of t another time and the last sequence. t must be pending.
func (c *calendar) move(t Ticket, when float64, priority uint8) Ticket {
	moved := c.place(t.slot, when, priority)
	c.tidy()
	return moved
}

// remove takes out the entry of t, if it is still there.
func (c *calendar) remove(t Ticket) bool {
	if !c.pending(t) {
		return false
	}
	c.freeSlot(t.slot)
	c.tidy()
	return true
}

func (c *calendar) pending(t Ticket) bool {
	return t.serial != 0 && int(t.slot) < len(c.slots) && c.slots[t.slot].serial == t.serial
}

// first is the key of the first entry.
func (c *calendar) first() (key, bool) {
	c.vacant = false
	for len(c.heap) > 0 {
		if root := c.heap[0]; c.live(root) {
			return root, true
		}
		c.dropRoot()
	}
	return key{}, false
}

// takeFirst removes the entry whose key first has just returned, and says what it was.
func (c *calendar) takeFirst(first key) (Kind, uint64) {
	s := &c.slots[first.slot()]
	kind, arg := s.kind, s.arg
	c.freeSlot(first.slot())
	c.vacant = true
	return kind, arg
}

// reset empties the calendar and keeps its memory.
func (c *calendar) reset() {
	c.heap, c.slots, c.free = c.heap[:0], c.slots[:0], c.free[:0]
	c.sequence, c.vacant = 0, false
}

func (c *calendar) live(k key) bool { return c.slots[k.slot()].sequence == k.sequence() }

func (c *calendar) takeSlot() uint32 {
	if n := len(c.free); n > 0 {
		s := c.free[n-1]
		c.free = c.free[:n-1]
		return s
	}
	if len(c.slots) == maxSlots {
		panic("sim: more than 2^24 entries pending in one calendar")
	}
	c.slots = append(c.slots, slot{})
	return uint32(len(c.slots) - 1)
}

func (c *calendar) freeSlot(s uint32) {
	c.slots[s].serial, c.slots[s].sequence = 0, 0
	c.free = append(c.free, s)
}

// place puts the entry of slot i at a time, with a new serial and sequence; so the
// ticket and the key that it had, if any, become stale.
func (c *calendar) place(i uint32, when float64, priority uint8) Ticket {
	if c.sequence == maxSequence {
		c.renumber()
	}
	c.sequence++
	c.serial++
	s := &c.slots[i]
	s.serial, s.sequence, s.when = c.serial, c.sequence, when
	c.push(newKey(math.Float64bits(when), priority, c.sequence, i))
	return Ticket{c.serial, i}
}

func (c *calendar) push(k key) {
	if c.vacant {
		c.vacant = false
		siftDown(c.heap, 0, k)
		return
	}
	if len(c.heap) == cap(c.heap) {
		c.heap = grown(c.heap)
	}
	c.heap = append(c.heap, k)
	siftUp(c.heap, uint(len(c.heap)-1), k)
}

// grown is h with room for twice as many keys. The root is put three keys into its
// block of memory, so that the four children of a node, 64 bytes, are one cache line
// and not the halves of two: large calendars wait for memory, not for comparisons.
func grown(h []key) []key {
	const pad = arity - 1
	room := max(2*len(h), 64-pad)
	block := make([]key, pad+room)
	g := block[pad : pad+len(h)]
	copy(g, h)
	return g
}

func (c *calendar) dropRoot() {
	last := len(c.heap) - 1
	k := c.heap[last]
	c.heap = c.heap[:last]
	if last > 0 {
		siftDown(c.heap, 0, k)
	}
}

// tidy drops the stale keys when they outnumber the live ones: each was paid for by
// the cancellation that made it, so the cost per cancellation is constant.
func (c *calendar) tidy() {
	const few = 64 // not worth a pass
	if len(c.heap) > 2*c.len()+few {
		c.dropStale()
		heapify(c.heap)
	}
}

// dropStale leaves the live keys, in no order.
func (c *calendar) dropStale() {
	c.vacant = false
	c.heap = slices.DeleteFunc(c.heap, func(k key) bool { return !c.live(k) })
}

// renumber gives the entries the sequences 1, 2, … in their present order, after
// 2^32 − 1 have been used. (Wrapping round would put what is scheduled last before
// everything else of its time.) A sorted slice is a heap.
func (c *calendar) renumber() {
	c.dropStale()
	slices.SortFunc(c.heap, func(a, b key) int { return int(less(&b, &a)) - int(less(&a, &b)) })
	c.sequence = 0
	for i, k := range c.heap {
		c.sequence++
		c.slots[k.slot()].sequence = c.sequence
		c.heap[i] = newKey(k.when, k.priority(), c.sequence, k.slot())
	}
}
