package sim_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The total order of events, with cancelling and rescheduling from outside and from
// handlers, against the dumb reference.
func TestKernelAgreesWithSortedList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		check(t, rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "program"))
	})
}

// Long programs, which grow the heap to several levels and make it drop stale keys.
func TestKernelAgreesWithSortedListAtLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		op := rapid.Custom(func(t *rapid.T) []byte {
			kind := rapid.SampledFrom([]byte{0, 8, 16, 0, 8, 16, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 3}).Draw(t, "op")
			return []byte{kind, rapid.Byte().Draw(t, "a"), rapid.Byte().Draw(t, "b")}
		})
		check(t, slices.Concat(rapid.SliceOfN(op, 200, 500).Draw(t, "program")...))
	})
}

func FuzzKernel(f *testing.F) {
	f.Add([]byte{0, 1, 20, 8, 1, 31, 16, 1, 8, 3, 0, 0})         // three events tie
	f.Add([]byte{0, 3, 4, 0, 255, 5, 6, 2, 1, 5, 0, 0, 4, 3, 0}) // reschedule from never, cancel
	f.Add([]byte{0, 1, 1, 7, 0, 0, 0, 1, 1, 5, 0, 0})            // a ticket from before a reset
	f.Fuzz(func(t *testing.T, program []byte) {
		check(t, program[:min(len(program), 1500)])
	})
}
