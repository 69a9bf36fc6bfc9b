package sim

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// churn schedules, cancels and reschedules at random, with many ties, while it runs, and
// returns the kernel, whose digest says in what order everything happened.
func churn(sequence uint32) *Kernel {
	r := rand.New(rand.NewPCG(7, 7))
	k := New()
	k.events.sequence = sequence
	var tickets [100]Ticket
	var kinds [3]Kind
	for i := range kinds {
		kinds[i] = k.On("churn", uint8(i%2), func(Event) {
			for range 4 {
				ticket := &tickets[r.IntN(len(tickets))]
				switch at := k.Now() + float64(r.IntN(4)); {
				case !k.Pending(*ticket):
					*ticket = k.At(at, kinds[r.IntN(3)], r.Uint64()%10)
				case r.IntN(3) == 0:
					k.Cancel(*ticket)
				default:
					*ticket = k.Reschedule(*ticket, at)
				}
			}
		})
	}
	for i := range tickets {
		tickets[i] = k.At(float64(r.IntN(4)), kinds[i%3], uint64(i))
	}
	for k.Executed() < 5_000 && k.Step() {
	}
	return k
}

// After 2^32 − 1 sequences the calendar renumbers; the order must not notice.
func TestSequencesDoNotOverflow(t *testing.T) {
	expected := churn(0)
	require.Equal(t, uint64(5_000), expected.Executed())
	for _, left := range []uint32{0, 1, 50, 99, 100, 101, 1_000, 7_777} {
		k := churn(maxSequence - left)
		require.Less(t, k.events.sequence, uint32(100_000), "it has renumbered")
		require.Equal(t, expected.Digest(), k.Digest(), "%d sequences left", left)
	}
}

// A timer that is put off for ever must not fill the memory with stale keys, nor may
// many of them at once.
func TestStaleKeysAreDropped(t *testing.T) {
	for _, n := range []int{1, 1_000} {
		k := New()
		kind := k.On("timer", 0, func(Event) {})
		timers := make([]Ticket, n)
		for i := range timers {
			timers[i] = k.At(1, kind, uint64(i))
		}
		for i := range 100_000 {
			timers[i%n] = k.Reschedule(timers[i%n], float64(i))
			require.LessOrEqual(t, len(k.events.heap), 2*n+64)
		}
		require.Equal(t, n, k.Len())
		require.Len(t, k.events.slots, n, "rescheduling keeps the slot")
	}
}

func TestTooManyPendingEventsPanic(t *testing.T) {
	k := New()
	kind := k.On("", 0, func(Event) {})
	k.events.slots = make([]slot, maxSlots) // all occupied
	require.PanicsWithValue(t, "sim: more than 2^24 entries pending in one calendar", func() { k.At(1, kind, 0) })
}

func TestKeyOrderAndFields(t *testing.T) {
	ascending := []key{
		newKey(0, 255, maxSequence, maxSlots-1),
		newKey(1, 0, 1, 9),
		newKey(1, 0, 2, 3),
		newKey(1, 0, maxSequence, 0),
		newKey(1, 1, 1, 0),
		newKey(1, 255, 1, 0),
		newKey(never, 0, 1, 0),
	}
	for i := range ascending {
		for j := range ascending {
			require.Equal(t, i < j, less(&ascending[i], &ascending[j]) == 1)
		}
	}
	k := newKey(5, 200, 0xfedcba98, 0x765432)
	require.Equal(t, uint8(200), k.priority())
	require.Equal(t, uint32(0xfedcba98), k.sequence())
	require.Equal(t, uint32(0x765432), k.slot())
}

// Both ways to build a heap, at every size around the bounds of a level.
func TestHeapSorts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 100 {
		keys := make([]key, n)
		for i := range keys {
			keys[i] = newKey(r.Uint64N(20), 0, uint32(i+1), 0)
		}
		built := slices.Clone(keys)
		heapify(built)
		var pushed calendar
		for _, k := range keys {
			pushed.push(k)
		}
		slices.SortFunc(keys, func(a, b key) int { return int(less(&b, &a)) - int(less(&a, &b)) })
		require.Equal(t, keys, drain(built))
		require.Equal(t, keys, drain(pushed.heap))
	}
}

func drain(heap []key) []key {
	c, out := calendar{heap: heap}, []key{}
	for len(c.heap) > 0 {
		out = append(out, c.heap[0])
		c.dropRoot()
	}
	return out
}
