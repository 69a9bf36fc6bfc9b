package model

import (
	"cmp"
	"slices"

	"cumbre/sim"
)

// Meetings: a body decides only when it meets, and only as much as its agenda
// holds; what is not reached waits. The presidency pro tempore (or a
// secretariat) convenes, and a meeting slips with probability 1 − capability.

var (
	NCInterval = param(ParamInfo{Name: "nc_interval_days", Default: 30, Min: 7, Max: 180, Low: 14, High: 30, Unit: "days", From: Assumption, Mechanism: Meetings,
		Source: "National Coordinations meet monthly or faster; no count found",
		Text:   Text{"días entre reuniones de las coordinaciones nacionales", "days between meetings of the National Coordinations"}})
	GANInterval = param(ParamInfo{Name: "gan_interval_days", Default: 74, Min: 20, Max: 365, Unit: "days", From: Data, Mechanism: Meetings,
		Source: "4.47 meetings a year 2016–2018 (mandates: GAN 35 to 43), less the mean slip",
		Text:   Text{"días entre reuniones del GAN", "days between GAN meetings"}})
	TGInterval = param(ParamInfo{Name: "tg_round_interval_days", Default: 74, Min: 20, Max: 365, Unit: "days", From: Data, Mechanism: Meetings,
		Source: "4.77 rounds a year 2013–2018 (mandates: rounds 8 to 29), less the mean slip",
		Text:   Text{"días entre rondas de grupos técnicos", "days between rounds of technical groups"}})
	CouncilInterval = param(ParamInfo{Name: "council_interval_days", Default: 175, Min: 30, Max: 730, Unit: "days", From: Data, Mechanism: Meetings,
		Source: "2.06 meetings a year 2016–2019 (mandates: Council 15 to 21)",
		Text:   Text{"días entre reuniones del Consejo de Ministros", "days between Council of Ministers meetings"}})
	CouncilOn = param(ParamInfo{Name: "council", Default: 0, Min: 0, Max: 1, Whole: true, From: Brief, Mechanism: Meetings, Design: true,
		Source: "the brief describes four levels of decision, without the Council, which met all the same; 1 adds it between the GAN and the summit",
		Text:   Text{"1 si el Consejo de Ministros decide, 0 si no", "1 if the Council of Ministers decides, 0 if not"}})
	GroupsPerRound = param(ParamInfo{Name: "groups_per_round", Default: 12, Min: 1, Max: 40, Whole: true, Unit: "groups", From: Data, Mechanism: Meetings,
		Source: "10 groups in session at Punta Arenas 2015, 14 at Lima 2018 (mandates)",
		Text:   Text{"grupos técnicos que caben en una ronda", "technical groups that one round can hold"}})
	TGAgenda = param(ParamInfo{Name: "tg_agenda", Default: 4, Min: 1, Max: 30, Low: 2, High: 8, Whole: true, Unit: "mandates", From: Assumption, Mechanism: Meetings,
		Source: "a two-day session",
		Text:   Text{"mandatos que un grupo técnico trata en una sesión", "mandates one technical group treats in a session"}})
	NCAgenda = param(ParamInfo{Name: "nc_agenda", Default: 20, Min: 1, Max: 200, Low: 10, High: 40, Whole: true, Unit: "mandates", From: Assumption, Mechanism: Meetings,
		Source: "no minutes published",
		Text:   Text{"mandatos que caben en una reunión de coordinaciones", "mandates that fit in a meeting of the National Coordinations"}})
	GANAgenda = param(ParamInfo{Name: "gan_agenda", Default: 30, Min: 1, Max: 200, Low: 15, High: 60, Whole: true, Unit: "mandates", From: Assumption, Mechanism: Meetings,
		Source: "no minutes published",
		Text:   Text{"mandatos que caben en una reunión del GAN", "mandates that fit in a GAN meeting"}})
	CouncilAgenda = param(ParamInfo{Name: "council_agenda", Default: 20, Min: 1, Max: 200, Low: 10, High: 40, Whole: true, Unit: "mandates", From: Assumption, Mechanism: Meetings,
		Source: "14 numbered decisions 2017–2022 (mandates) are the formal part only",
		Text:   Text{"mandatos que caben en un Consejo", "mandates that fit in a Council"}})
	SummitAgenda = param(ParamInfo{Name: "summit_agenda", Default: 30, Min: 1, Max: 200, Low: 20, High: 60, Whole: true, Unit: "mandates", From: Assumption, Mechanism: Meetings,
		Source: "the Puerto Varas declaration has 21 points (AGC Communication 2016)",
		Text:   Text{"mandatos que caben en una cumbre", "mandates that fit in a summit"}})
	SlipDays = param(ParamInfo{Name: "slip_days", Default: 25, Min: 1, Max: 180, Low: 7, High: 60, Unit: "days", From: Assumption, Mechanism: Meetings,
		Source: "size: assumption; drawn between half and one and a half times this",
		Text:   Text{"días que se pospone una reunión que no se logra convocar", "days by which a meeting that was not convened slips"}})
	MaxSlips = param(ParamInfo{Name: "max_slips", Default: 3, Min: 0, Max: 20, Low: 2, High: 6, Whole: true, Unit: "slips", From: Assumption, Mechanism: Meetings,
		Source: "members meet on their own in the end",
		Text:   Text{"veces que puede posponerse una misma reunión", "times that one meeting can slip"}})
	GANFriction = param(ParamInfo{Name: "friction", Default: 0.03, Min: 0, Max: 0.5, Low: 0, High: 0.06, Unit: "probability", From: Assumption, Mechanism: Friction, PerMember: true,
		Source: "brief: potential intra-bureaucratic tension between diplomats and trade officials; size: assumption",
		Text:   Text{"probabilidad de que los dos ministerios de un miembro no lleguen de acuerdo a un punto del GAN", "probability that a member's two ministries are not agreed on an item at the GAN"}})
)

// calendar is a body's sequence of meetings.
type calendar struct {
	ordinal int // of the next meeting
	slips   int // of that meeting
	ticket  sim.Ticket
	queue   []*mandate // waiting for the body, in order of arrival
}

func (w *world) startCalendars() {
	for _, b := range []Body{TechnicalGroup, NationalCoordination, HighLevelGroup, Council} {
		w.scheduleMeeting(b, w.interval(b))
	}
}

func (w *world) interval(b Body) float64 {
	switch b {
	case TechnicalGroup:
		return w.p[TGInterval]
	case NationalCoordination:
		return w.p[NCInterval]
	case HighLevelGroup:
		return w.p[GANInterval]
	}
	return w.p[CouncilInterval]
}

// agendaOf is how many mandates the body's meeting in hand can treat.
func (w *world) agendaOf(b Body) int {
	n := int(w.p[[NumBodies]Param{TGAgenda, NCAgenda, GANAgenda, CouncilAgenda, SummitAgenda}[b]])
	if w.online {
		n = w.onlineAgenda(n)
	}
	return n
}

func (w *world) scheduleMeeting(b Body, days float64) {
	w.bodies[b].ticket = w.k.After(days, w.kinds.meeting, uint64(b))
}

// table brings a mandate to a body: paperwork first, then the coordinators'
// review where the body is theirs, then the agenda.
func (w *world) table(m *mandate, b Body) {
	m.body, m.round = b, 0
	m.decision = convened
	w.advance(m, toBody[b])
	w.procedure(m, w.kinds.tabled)
}

func (w *world) tabled(m *mandate) {
	if m.body == NationalCoordination && w.on(Coordination) {
		w.review(m)
		return
	}
	w.enqueue(m)
}

// enqueue puts the mandate on the body's agenda.
func (w *world) enqueue(m *mandate) {
	w.enter(m, MeetingWait)
	if m.catchingUp {
		w.enter(m, PeopleWait)
	}
	m.queued = w.k.Now()
	if !w.on(Meetings) {
		w.treatNow(m)
		return
	}
	w.bodies[m.body].queue = append(w.bodies[m.body].queue, m)
}

// treatNow decides at once; it serves the model without meetings.
func (w *world) treatNow(m *mandate) {
	if !m.catchingUp {
		w.treat(m)
	}
}

// meet is the date of a body's meeting: held, slipped or not convened.
func (w *world) meet(b Body) {
	c := &w.bodies[b]
	switch {
	case w.presidencyVacant() && !w.convenedAnyway(b):
		c.slips++ // of the same meeting: its next draw is another
		w.scheduleMeeting(b, w.p[SlipDays])
		return
	case w.slips(b):
		c.slips++
		return
	}
	w.hold(b, w.virtual(b, 0, c.ordinal))
	c.ordinal++
	c.slips = 0
	w.scheduleMeeting(b, w.interval(b))
}

// convenedAnyway reports whether a body meets while nobody holds the presidency:
// the lower levels go on, the GAN and the Council meet if a secretariat that
// convenes brings it about.
func (w *world) convenedAnyway(b Body) bool {
	if b < HighLevelGroup {
		return true
	}
	c := &w.bodies[b]
	s := w.src.Stream(drawVacant, uint64(b), uint64(c.ordinal), uint64(c.slips))
	return s.Bernoulli(w.taken(SecretariatConvening) * w.p[SecretariatCapability])
}

// slips draws whether the convener fails, and postpones the meeting if so.
func (w *world) slips(b Body) bool {
	c := &w.bodies[b]
	if !w.on(Presidency) || c.slips >= int(w.p[MaxSlips]) {
		return false
	}
	capability := w.conveningCapability()
	if w.virtual(b, 0, c.ordinal) {
		capability = w.onlineCapability(capability)
	}
	s := w.src.Stream(drawSlip, uint64(b), uint64(c.ordinal), uint64(c.slips))
	if s.Bernoulli(capability) {
		return false
	}
	w.scheduleMeeting(b, w.p[SlipDays]*s.Uniform(0.5, 1.5))
	return true
}

// hold treats as much of the agenda as the body can.
func (w *world) hold(b Body, online bool) {
	w.online = online
	w.obs.met(w, b)
	w.noteMeeting(b)
	c := &w.bodies[b]
	c.queue = slices.DeleteFunc(c.queue, func(m *mandate) bool { return m.state != before[b] })
	slices.SortStableFunc(c.queue, byUrgency)
	if b == TechnicalGroup {
		w.holdRound()
	} else {
		w.treatFirst(b, w.agendaOf(b))
	}
	w.gainFromMeeting(b)
}

// byUrgency orders an agenda: priority, then who has waited longest.
func byUrgency(a, b *mandate) int {
	return cmp.Or(cmp.Compare(b.priority, a.priority), cmp.Compare(a.queued, b.queued), cmp.Compare(a.index, b.index))
}

// treatFirst treats the first n items that are ready and keeps the rest.
func (w *world) treatFirst(b Body, n int) {
	w.treatWhere(b, func(m *mandate) bool {
		if n == 0 {
			return false
		}
		n--
		return true
	})
}

// treatWhere treats the ready items that take picks, and keeps the others.
func (w *world) treatWhere(b Body, take func(*mandate) bool) {
	c := &w.bodies[b]
	w.agendaNow = append(w.agendaNow[:0], c.queue...)
	c.queue = c.queue[:0]
	for _, m := range w.agendaNow {
		if m.catchingUp || !take(m) || (b == HighLevelGroup && w.reserved(m)) {
			c.queue = append(c.queue, m)
			continue
		}
		w.treat(m)
	}
}

// holdRound picks the groups with most files waiting, as many as a round holds,
// and lets each treat its agenda.
func (w *world) holdRound() {
	for i := range w.waiting {
		w.waiting[i] = 0
	}
	for _, m := range w.bodies[TechnicalGroup].queue {
		if !m.catchingUp {
			w.waiting[m.group]++
		}
	}
	room := int(w.p[GroupsPerRound])
	for ; room > 0; room-- {
		g := mostWaiting(w.waiting)
		if w.waiting[g] <= 0 {
			break
		}
		w.waiting[g] = -w.agendaOf(TechnicalGroup) // negative: in session, items left
		w.obs.session()
		w.noteSession(g)
	}
	w.treatWhere(TechnicalGroup, func(m *mandate) bool {
		if w.waiting[m.group] >= 0 {
			return false
		}
		w.waiting[m.group]++
		return true
	})
}

// mostWaiting is the group with most files; the first of equals.
func mostWaiting(waiting []int) int {
	best := 0
	for g, n := range waiting {
		if n > waiting[best] {
			best = g
		}
	}
	return best
}

// reserved draws whether a member comes to the GAN without its two ministries
// agreed on the item, which defers it.
func (w *world) reserved(m *mandate) bool {
	if !w.on(Friction) {
		return false
	}
	for i := range w.members {
		if !w.members[i].active {
			continue
		}
		s := w.src.Stream(drawReserve, m.id, uint64(i), uint64(w.bodies[HighLevelGroup].ordinal))
		if s.Bernoulli(w.members[i].v[GANFriction]) {
			w.note(m, RecordReservation, HighLevelGroup, i, 0)
			return true
		}
	}
	return false
}
