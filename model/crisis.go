package model

import "math"

// A political crisis takes a government out of its course: from wherever it stands in
// its term to crisis, from there through transition back into office. One that ends a
// government brings its successor; one that does not (an event of a scenario, or
// crisis_hazard) leaves the head of state in place. Meanwhile the ministries have less
// capacity (crisis_capacity_loss) and a summit may be postponed (summit_crisis). The
// end of a term ends a crisis too.

var CrisisDays = param(ParamInfo{Name: "crisis_days", Default: 60, Min: 0, Max: 365, Low: 30, High: 120, Unit: "days", From: Assumption, Mechanism: Governments,
	Source: "after a removal or resignation",
	Text:   Text{"días de crisis tras una salida anticipada", "days of crisis after an early end"}})

// fall ends a government early: its successor is in place at once, in crisis
// until it has settled.
func (w *world) fall(m *member) {
	GovernmentMachine.Step(&m.state, evFall)
	if m.termEnd <= w.k.Now() {
		m.termEnd = 0 // the calendar's term ended with the fall
	}
	w.newGovernment(m)
	w.settleAfter(m, w.p[CrisisDays])
	w.governmentMoved(m)
}

// crisis takes a government out of its course for some days. One on top of another
// lasts until the later end.
func (w *world) crisis(i int, days float64) {
	m := &w.members[i]
	if m.state == inCrisis {
		days = max(days, m.settlesAt-w.k.Now())
	}
	GovernmentMachine.Step(&m.state, evCrisis)
	w.settleAfter(m, days)
	w.noteInstitution(RecordCrisis, i)
	w.recapacity()
	w.updateFlows()
}

// settleAfter plans the end of a crisis in place of what was next.
func (w *world) settleAfter(m *member, days float64) {
	w.k.Cancel(m.change)
	m.settlesAt = min(w.k.Now()+days, w.scheduledEnd(m))
	m.change = w.k.At(m.settlesAt, w.kinds.settled, uint64(m.index))
}

// scheduledEnd is when the present term is known to end.
func (w *world) scheduledEnd(m *member) float64 {
	if !w.on(Governments) {
		return math.Inf(1)
	}
	if next := m.term + 1; next < len(m.spec.Terms) {
		return max(w.clock(m.spec.Terms[next].Start), w.k.Now())
	}
	if m.termEnd > 0 {
		return max(m.termEnd, w.k.Now())
	}
	return math.Inf(1)
}

// settle ends a crisis: the government goes on with its term or, if that is over,
// makes way for the elected one.
func (w *world) settle(m *member) {
	GovernmentMachine.Step(&m.state, evSettle)
	if over := m.termEnd > 0 && m.termEnd <= w.k.Now(); over && m.term+1 >= len(m.spec.Terms) {
		w.noteInstitution(RecordGovernment, m.index)
		w.inaugurate(m)
		return
	}
	GovernmentMachine.Step(&m.state, evInaugurate)
	w.scheduleChange(m)
	w.governmentMoved(m)
}
