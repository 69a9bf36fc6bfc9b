package model

// Presidential summits close each presidency pro tempore; crises, transitions
// and low will postpone them, and one postponed too often is not held. In the
// first years there were extraordinary summits too.

var (
	SummitReluctance = param(ParamInfo{Name: "summit_reluctance", Default: 0.8, Min: 0, Max: 1, Low: 0, High: 0.6, From: Assumption, Mechanism: Meetings,
		Source: "no presidential summit was found after January 2022 (summits), when wills diverged; slope: assumption",
		Text:   Text{"probabilidad de que un jefe de Estado sin voluntad alguna no acuda (crece al bajar de 0,5)", "probability that a head of state with no will at all stays away (grows below 0.5)"}})
	SummitCrisis = param(ParamInfo{Name: "summit_crisis", Default: 0.25, Min: 0, Max: 1, Low: 0, High: 0.6, Unit: "probability", From: Assumption, Mechanism: Meetings,
		Source: "the 2018 turn was moved for one transition, the 2022 handover for one crisis (ppt); size: assumption",
		Text:   Text{"probabilidad de que una crisis o transición en un miembro posponga la cumbre", "probability that a crisis or transition in one member postpones the summit"}})
	SummitRetry = param(ParamInfo{Name: "summit_retry_days", Default: 75, Min: 14, Max: 365, Low: 20, High: 180, Unit: "days", From: Assumption, Mechanism: Meetings,
		Source: "handover to Peru was set for November and again for December 2022 (ppt)",
		Text:   Text{"días hasta el siguiente intento de una cumbre pospuesta", "days to the next attempt of a postponed summit"}})
	SummitAttempts = param(ParamInfo{Name: "summit_attempts", Default: 3, Min: 1, Max: 10, Low: 2, High: 5, Whole: true, Unit: "attempts", From: Assumption, Mechanism: Meetings,
		Source: "after these the handover goes on without presidents, as in June 2023 (ppt)",
		Text:   Text{"intentos antes de renunciar a la cumbre", "attempts before the summit is given up"}})
	ExtraSummits = param(ParamInfo{Name: "extra_summits_per_year", Default: 0, Min: 0, Max: 4, Unit: "per year", From: Data, Mechanism: Meetings,
		Source: "summits: four of the first eight (III, V, VI, VIII, 2012–2014) fell between handovers; none later",
		Text:   Text{"cumbres extraordinarias por año", "extraordinary summits per year"}})
)

// call is one summit in the making.
type call struct {
	ordinal   int
	attempt   int
	handsOver bool // the handover waits for it
	ticket    ticket
}

// summon tries to hold the summit; it returns false while it may be tried again.
func (w *world) summon(c *call) (settled bool) {
	if w.presidencyVacant() {
		return true // no summit without a presidency
	}
	if w.summitHappens(c) {
		w.holdSummit(fromSummit, c.ordinal, w.p[MandatesPerSummit])
		return true
	}
	c.attempt++
	if c.attempt >= int(w.p[SummitAttempts]) {
		w.noteInstitution(RecordSummitCancelled, w.presidency.holder)
		return true
	}
	c.ticket = w.k.After(w.p[SummitRetry], w.kinds.summit, 0)
	return false
}

// summitHappens asks every head of state; one absence postpones the summit.
func (w *world) summitHappens(c *call) bool {
	for i := range w.members {
		m := &w.members[i]
		if !m.active {
			continue
		}
		s := w.src.Stream(drawSummitHeld, uint64(c.ordinal), uint64(c.attempt), uint64(i))
		if s.Bernoulli(w.absence(m)) {
			return false
		}
	}
	s := w.src.Stream(drawSummitHeld, uint64(c.ordinal), uint64(c.attempt), MaxMembers)
	return !s.Bernoulli(w.pandemicDelay())
}

// absence is the probability that a member's head of state prevents a summit.
func (w *world) absence(m *member) float64 {
	will := m.meanWill()
	p := float64(w.p[SummitReluctance] * max(0, 1-float64(2*will)))
	if m.state == transition || m.state == inCrisis {
		p += float64((1 - p) * w.p[SummitCrisis])
	}
	return p
}

// holdSummit decides what waits for the presidents, then issues new mandates.
func (w *world) holdSummit(o origin, ordinal int, mandates float64) {
	w.hold(Summit, w.virtual(Summit, o, ordinal))
	w.obs.summitIssued += w.declare(o, ordinal, mandates)
}

func (w *world) startExtraSummits() {
	w.extra = arrivals{left: w.unitGap(numOrigins, 0)}
	w.updateExtraSummits()
}

func (w *world) updateExtraSummits() {
	w.setArrivals(&w.extra, w.p[ExtraSummits]/DaysPerYear, w.kinds.extraSummit, 0)
}

// extraSummit holds an extraordinary summit: those of history fell in the margins of
// meetings the presidents attended anyway, so nothing postpones them.
func (w *world) extraSummit() {
	f := &w.extra
	if !w.presidencyVacant() {
		w.holdSummit(fromExtraSummit, f.ordinal, w.p[ExtraSummitMandates])
	}
	w.nextArrival(f, w.unitGap(numOrigins, f.ordinal+1), w.kinds.extraSummit, 0)
}
