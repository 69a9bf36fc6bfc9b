package sim_test

import (
	"math"
	"slices"
)

// reference is a kernel too simple to be wrong: a list, sorted before each use, in
// which every ticket ever issued can be looked up.
type reference struct {
	clock   float64
	entries []entry // pending
	tickets int
	events  []happening
}

type entry struct {
	happening
	ticket int // the order of issue is also the sequence
}

func (r *reference) now() float64     { return r.clock }
func (r *reference) issued() int      { return r.tickets }
func (r *reference) len() int         { return len(r.entries) }
func (r *reference) log() []happening { return r.events }
func (r *reference) reset()           { r.clock, r.entries = 0, nil }

func (r *reference) at(t float64, kind int, arg uint64) {
	r.entries = append(r.entries, entry{happening{t, kind, arg}, r.tickets})
	r.tickets++
}

func (r *reference) find(ticket int) int {
	return slices.IndexFunc(r.entries, func(e entry) bool { return e.ticket == ticket })
}

func (r *reference) pending(ticket int) bool { return r.find(ticket) >= 0 }

func (r *reference) cancel(ticket int) bool {
	i := r.find(ticket)
	if i < 0 {
		return false
	}
	r.entries = slices.Delete(r.entries, i, i+1)
	return true
}

func (r *reference) reschedule(ticket int, t float64) {
	e := r.entries[r.find(ticket)]
	r.cancel(ticket)
	r.at(t, e.kind, e.arg)
}

func (r *reference) sort() {
	slices.SortFunc(r.entries, func(a, b entry) int {
		switch {
		case a.time < b.time:
			return -1
		case a.time > b.time:
			return +1
		case priorities[a.kind] != priorities[b.kind]:
			return int(priorities[a.kind]) - int(priorities[b.kind])
		}
		return a.ticket - b.ticket
	})
}

func (r *reference) next() (happening, bool) {
	r.sort()
	if len(r.entries) == 0 || math.IsInf(r.entries[0].time, 1) {
		return happening{}, false
	}
	return r.entries[0].happening, true
}

func (r *reference) step() bool {
	e, ok := r.next()
	if !ok {
		return false
	}
	r.entries = r.entries[1:]
	r.clock = e.time
	r.events = append(r.events, e)
	react(r, e)
	return true
}

func (r *reference) run(until float64) {
	for {
		e, ok := r.next()
		if !ok || e.time >= until {
			break
		}
		r.step()
	}
	if !math.IsInf(until, 1) {
		r.clock = until
	}
}
