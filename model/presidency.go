package model

import (
	"slices"

	"cumbre/model/machine"
)

// The presidency pro tempore rotates in the treaty's order; it convenes, keeps
// the memory and mediates. Handovers follow the real calendar as far as it is
// known, then come at the summit that ends each term. At a handover some open
// files lose their memory. A handover may be contested: technical groups and
// National Coordinations go on, but nobody convenes the GAN or a summit.

var (
	TermDays = param(ParamInfo{Name: "ppt_term_days", Default: 365, Min: 90, Max: 1095, Unit: "days", From: Data, Mechanism: Presidency,
		Source: "regular terms 2012–2022 lasted 385 days on average, summit delays included (ppt; targets)",
		Text:   Text{"días de una presidencia pro tempore hasta su traspaso previsto", "days of a presidency pro tempore until its handover is due"}})
	PPTCapability = param(ParamInfo{Name: "ppt_capability", Default: 0.85, Min: 0, Max: 1, Low: 0.6, High: 1, Unit: "probability", From: Assumption, Mechanism: Presidency, PerMember: true,
		Source: "brief: so far no weak link among the presidencies; level: assumption",
		Text:   Text{"capacidad de la presidencia: probabilidad de convocar a tiempo una reunión", "capability of the presidency: probability of convening a meeting on time"}})
	MemoryLoss = param(ParamInfo{Name: "memory_loss", Default: 0.15, Min: 0, Max: 1, Low: 0.05, High: 0.3, Unit: "share", From: Assumption, Mechanism: Presidency,
		Source: "λ: no permanent archive between presidencies; size: assumption",
		Text:   Text{"parte λ de los expedientes abiertos que pierde su memoria en un traspaso", "share λ of open files that lose their memory at a handover"}})
	CatchUpDays = param(ParamInfo{Name: "catch_up_days", Default: 0.4, Min: 0.1, Max: 10, Low: 0.2, High: 0.8, Unit: "days", From: Assumption, Mechanism: Presidency,
		Source: "twice a review",
		Text:   Text{"trabajo del coordinador entrante para retomar un expediente sin memoria", "work of the incoming coordinator to catch up with a file without memory"}})
	InterimDays = param(ParamInfo{Name: "interim_days", Default: 14, Min: 0, Max: 180, Low: 7, High: 30, Unit: "days", From: Assumption, Mechanism: Presidency,
		Source: "days until the outgoing presidency acts as interim holder",
		Text:   Text{"días hasta que la presidencia saliente actúa como interina en un traspaso disputado", "days until the outgoing presidency acts as interim in a contested handover"}})
)

// presidency is the state of the presidency pro tempore.
type presidency struct {
	state    machine.State
	holder   int
	since    float64
	handover int // handovers so far
	next     int // index of the next entry of the real calendar
	heir     int // who receives, when an event says so; -1 otherwise
	armed    []*Event
	ahead    []*Event // contests that came before their date
	order    []int
	due      ticket
	regular  call // the summit that closes the present term
	vacant   float64
}

func (w *world) startPresidency() {
	p := &w.presidency
	*p = presidency{heir: -1, holder: w.spec.Presidency.Order[0], order: append(p.order[:0], w.spec.Presidency.Order...), armed: p.armed[:0], ahead: p.ahead[:0]}
	for p.next < len(w.spec.Presidency.History) && w.spec.Presidency.History[p.next].Start <= w.spec.Start {
		p.holder = w.spec.Presidency.History[p.next].Member
		p.next++
	}
	w.scheduleHandover()
}

// scheduleHandover sets the end of the present term: the real calendar's, or
// the treaty's.
func (w *world) scheduleHandover() {
	p := &w.presidency
	if p.next < len(w.spec.Presidency.History) {
		p.due = w.k.At(w.clock(w.spec.Presidency.History[p.next].Start), w.kinds.termEnds, 0)
		return
	}
	p.due = w.k.After(w.p[TermDays], w.kinds.termEnds, 0)
}

func (w *world) isHolder(m *member) bool { return m.index == w.presidency.holder }

// presidencyVacant: a contested presidency convenes neither GAN nor summit.
func (w *world) presidencyVacant() bool {
	return w.presidency.state == contested || w.presidency.state == interimHolder
}

// byPresidency is how long work of the presidency takes its holder: a weak link
// needs more of it.
func (w *world) byPresidency(days float64) float64 {
	if !w.on(Presidency) {
		return days
	}
	return days / w.presidencyCapability()
}

// presidencyCapability is the holder's, and never nothing.
func (w *world) presidencyCapability() float64 {
	return max(w.members[w.presidency.holder].v[PPTCapability], w.p[CapacityFloor])
}

// conveningCapability is the probability of convening a meeting on time.
func (w *world) conveningCapability() float64 {
	own := w.members[w.presidency.holder].v[PPTCapability]
	s := w.taken(SecretariatConvening)
	return float64(own*(1-s)) + float64(w.p[SecretariatCapability]*s)
}

// termEnds is the date on which a handover is due.
func (w *world) termEnds() {
	p := &w.presidency
	if p.state != incumbent {
		return
	}
	PresidencyMachine.Step(&p.state, evTermEnds)
	w.noteInstitution(RecordPresidency, p.holder)
	for i, e := range p.armed {
		if e.member("from") == p.holder {
			p.armed = slices.Delete(p.armed, i, i+1)
			w.contest(e)
			return
		}
	}
	if e := w.contestAhead(); e != nil {
		w.contest(e)
		return
	}
	onCalendar := p.next < len(w.spec.Presidency.History)
	w.k.Cancel(p.regular.ticket)
	p.regular = call{ordinal: p.handover, handsOver: !onCalendar}
	if w.summon(&p.regular) || onCalendar {
		w.handOver()
	}
}

// retrySummit tries a postponed summit again; a handover that waited for it
// goes on once it is settled.
func (w *world) retrySummit() {
	p := &w.presidency
	if p.state == handoverDue && p.regular.handsOver {
		if e := w.contestAhead(); e != nil {
			w.contest(e)
			return
		}
	}
	if w.summon(&p.regular) && p.regular.handsOver && p.state == handoverDue {
		w.handOver()
	}
}

// heirApparent is who receives the presidency.
func (w *world) heirApparent() int {
	p := &w.presidency
	if p.heir >= 0 {
		return p.heir
	}
	if p.next < len(w.spec.Presidency.History) {
		return w.spec.Presidency.History[p.next].Member
	}
	at := slices.Index(p.order, p.holder)
	for n := 1; n <= len(p.order); n++ {
		if i := p.order[(at+n)%len(p.order)]; w.members[i].active {
			return i
		}
	}
	return p.holder
}

// handOver transfers the presidency.
func (w *world) handOver() {
	p := &w.presidency
	now := w.k.Now()
	w.obs.termEnded(now - p.since)
	if w.presidencyVacant() {
		w.obs.daysWithoutPPT += now - p.vacant
	}
	PresidencyMachine.Step(&p.state, evHandOver)
	from, capability := p.holder, w.presidencyCapability()
	p.holder, p.heir, p.since = w.heirApparent(), -1, now
	w.passMediations(from, capability)
	p.handover++
	// The real calendar's entries up to today are done with.
	for p.next < len(w.spec.Presidency.History) && w.clock(w.spec.Presidency.History[p.next].Start) <= now {
		p.next++
	}
	PresidencyMachine.Step(&p.state, evAssume)
	w.noteInstitution(RecordPresidency, p.holder)
	w.k.Cancel(p.due)
	w.scheduleHandover()
	w.loseMemory()
	w.recapacity()
}

// contestsOf are a scenario's contested handovers.
func contestsOf(s *Spec) (all []*Event) {
	for i := range s.Events {
		if e := &s.Events[i]; e.Type.Name == contestedHandoverName {
			all = append(all, e)
		}
	}
	return all
}

// contestAhead is the event that contests the handover now due before its date has
// come: the term of its `from` ends so little earlier that it is the handover meant.
// Where the calendar gives the handovers, the date alone counts.
func (w *world) contestAhead() *Event {
	p := &w.presidency
	if !w.on(Presidency) || p.next < len(w.spec.Presidency.History) {
		return nil
	}
	now := w.k.Now()
	for _, e := range w.contests {
		ahead := w.clock(e.Date) - now
		if ahead > 0 && ahead <= e.arg("early") && e.member("from") == p.holder && !slices.Contains(p.ahead, e) {
			p.ahead = append(p.ahead, e)
			return e
		}
	}
	return nil
}

// contestedHandover is the event: it takes effect now if `from` holds the
// presidency, otherwise when the next term of `from` ends; not at all if it contested
// a handover shortly before its date.
func (w *world) contestedHandover(e *Event) {
	p := &w.presidency
	if !w.on(Presidency) || slices.Contains(p.ahead, e) {
		return
	}
	if p.holder != e.member("from") || w.presidencyVacant() {
		p.armed = append(p.armed, e)
		return
	}
	if p.state == incumbent {
		PresidencyMachine.Step(&p.state, evTermEnds)
	}
	w.contest(e)
}

func (w *world) contest(e *Event) {
	p := &w.presidency
	PresidencyMachine.Step(&p.state, evContest)
	p.heir, p.vacant = e.member("to"), w.k.Now()
	w.k.Cancel(p.regular.ticket)
	w.k.Cancel(p.due)
	w.noteInstitution(RecordPresidency, p.holder)
	w.loseFromContest()
	w.recapacity()
	days := e.arg("days")
	w.k.After(min(w.p[InterimDays], days), w.kinds.interim, 0)
	w.k.After(days, w.kinds.settle, 0)
}

// interim: until then nobody does the presidency's chores; the outgoing holder
// takes them up again, but does not convene.
func (w *world) interim() {
	PresidencyMachine.Step(&w.presidency.state, evInterim)
	w.recapacity()
	w.noteInstitution(RecordPresidency, w.presidency.holder)
}

// loseMemory sends some open files back to the incoming coordinator, who must
// catch up with them before they can be decided.
func (w *world) loseMemory() {
	if !w.on(Presidency) {
		return
	}
	p := &w.presidency
	lost := w.p[MemoryLoss] * (1 - w.taken(SecretariatMemory))
	pool := w.members[p.holder].coordinator
	for _, m := range w.mandates[:w.count] {
		if m.state >= adopted || m.catchingUp {
			continue
		}
		s := w.src.Stream(drawMemory, m.id, uint64(p.handover), 0)
		if !s.Bernoulli(lost) {
			continue
		}
		m.catchingUp = true
		m.catchUp = task{pool, pool.Add(w.byPresidency(w.p[CatchUpDays]), taskArg(m, 0, taskCatchUp))}
		w.note(m, RecordMemoryLost, 0, p.holder, 0)
		if m.phase == MeetingWait {
			w.enter(m, PeopleWait)
		}
	}
}

// caughtUp lets a file whose memory is restored be decided again.
func (w *world) caughtUp(m *mandate) {
	m.catchingUp = false
	if !m.waiting() {
		return
	}
	w.enter(m, MeetingWait)
	if !w.on(Meetings) {
		w.treat(m)
	}
}

// waiting reports whether the mandate is on a body's agenda.
func (m *mandate) waiting() bool {
	return m.state >= beforeTG && m.state <= beforeSummit && m.phase == PeopleWait && m.pending == 0
}
