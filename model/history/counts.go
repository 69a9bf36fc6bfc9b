package history

import (
	"math"
	"slices"

	"cumbre/model"
)

// meetings counts how often a body met.
func meetings(b model.Body) func(*History, Window) float64 {
	return func(h *History, w Window) float64 { return float64(len(w.within(h.Meetings[b]))) }
}

// groupsThatSat counts each group once, in however many rounds it sat.
func groupsThatSat(h *History, w Window) float64 {
	var sat []int
	for i, t := range h.Sessions {
		if w.holds(t) {
			sat = append(sat, h.Sat[i])
		}
	}
	slices.Sort(sat)
	return float64(len(slices.Compact(sat)))
}

func presidencyChanges(h *History, w Window) float64 {
	n := 0
	for _, t := range h.Terms {
		if w.holds(t.Start) {
			n++
		}
	}
	return float64(n)
}

// Presidency returns a presidency pro tempore by its ordinal: 1 is the one in office at
// the start, of which only the end is in the record. It reports false for one that did
// not begin before the horizon.
func (h *History) Presidency(ordinal int) (Term, bool) {
	i := ordinal - 2 // the first is not among those that began
	if i < 0 || i >= len(h.Terms) {
		return Term{}, false
	}
	return h.Terms[i], true
}

// PresidencyDays measures how long a presidency lasted: +Inf if it had not ended, or not
// begun, by the horizon, so that the long ones are not left out of a distribution.
func PresidencyDays(ordinal int) Measure {
	return func(h *History) float64 {
		t, ok := h.Presidency(ordinal)
		if !ok || math.IsNaN(t.End) {
			return math.Inf(1)
		}
		return t.End - t.Start
	}
}

// PresidencyStart measures when a presidency began, days since Spec.Start: +Inf if it had
// not by the horizon.
func PresidencyStart(ordinal int) Measure {
	return func(h *History) float64 {
		t, ok := h.Presidency(ordinal)
		if !ok {
			return math.Inf(1)
		}
		return t.Start
	}
}

// PresidencyMember measures who held a presidency, as an index in Spec.Members: NaN if it
// had not begun by the horizon.
func PresidencyMember(ordinal int) Measure {
	return func(h *History) float64 {
		t, ok := h.Presidency(ordinal)
		if !ok {
			return math.NaN()
		}
		return float64(t.Member)
	}
}
