package model

import (
	"cumbre/sim"
	"cumbre/sim/rng"
)

// Proliferation of mandates, the brief's first challenge: summits, the GAN, the
// National Coordinations, the technical groups and, where there is one, the
// secretariat issue them; each fulfilled mandate may spawn others.

var (
	MandatesPerSummit = param(ParamInfo{Name: "mandates_per_summit", Default: 72, Min: 0, Max: 200, Unit: "mandates", From: Data, Mechanism: Proliferation,
		Source: "72 presidential mandates at Puerto Varas, 2016 (AGC Communication, 4 Jul 2016; single source); other declarations: not found",
		Text:   Text{"mandatos que emite una cumbre anual con voluntad media 0,5 y ambición 1", "mandates issued by a yearly summit at mean will 0.5 and ambition 1"}})
	SummitDispersion = param(ParamInfo{Name: "summit_dispersion", Default: 12, Min: 1, Max: 100, Low: 4, High: 36, From: Assumption, Mechanism: Proliferation,
		Source: "one count is known, so its spread is not: 12 gives a coefficient of variation near 0.3",
		Text:   Text{"dispersión k de la binomial negativa del número de mandatos (varianza m + m²/k)", "dispersion k of the negative binomial number of mandates (variance m + m²/k)"}})
	ExtraSummitMandates = param(ParamInfo{Name: "extra_summit_mandates", Default: 12, Min: 0, Max: 100, Low: 6, High: 24, Unit: "mandates", From: Assumption, Mechanism: Proliferation,
		Source: "short declarations of the extraordinary summits of 2011–2014; no count found",
		Text:   Text{"mandatos que emite una cumbre extraordinaria", "mandates issued by an extraordinary summit"}})
	Ambition = param(ParamInfo{Name: "ambition", Default: 1, Min: 0.25, Max: 3, Low: 0.5, High: 1.5, From: Assumption, Mechanism: Proliferation,
		Source: "scale of the agenda; 1 is the agenda of 2016",
		Text:   Text{"ambición: multiplica todos los mandatos emitidos", "ambition: multiplies all mandates issued"}})
	GANMandates = param(ParamInfo{Name: "gan_mandates_per_year", Default: 8, Min: 0, Max: 60, Low: 4, High: 16, Unit: "mandates/year", From: Assumption, Mechanism: Proliferation,
		Source: "brief: the GAN is one of the sources of mandates; no count found",
		Text:   Text{"mandatos por año que emite el GAN", "mandates per year issued by the GAN"}})
	NCMandates = param(ParamInfo{Name: "nc_mandates_per_year", Default: 6, Min: 0, Max: 60, Low: 3, High: 12, Unit: "mandates/year", From: Assumption, Mechanism: Proliferation,
		Source: "brief: the National Coordinations are one of the sources of mandates; no count found",
		Text:   Text{"mandatos por año que emiten las coordinaciones nacionales", "mandates per year issued by the National Coordinations"}})
	TGMandates = param(ParamInfo{Name: "tg_mandates_per_year", Default: 12, Min: 0, Max: 100, Low: 6, High: 24, Unit: "mandates/year", From: Assumption, Mechanism: Proliferation,
		Source: "brief: the technical groups are one of the sources of mandates; no count found",
		Text:   Text{"mandatos por año que emiten todos los grupos técnicos", "mandates per year issued by all technical groups"}})
	OwnInitiative = param(ParamInfo{Name: "own_initiative_per_staff", Default: 0, Min: 0, Max: 5, Low: 0, High: 1, Unit: "mandates/staff-year", From: Assumption, Mechanism: Proliferation, Design: true,
		Source: "a right of initiative, as the Andean General Secretariat's (peers: Andean Community, 1997), adds to the agenda",
		Text:   Text{"mandatos de iniciativa propia por plaza de secretaría y año", "own-initiative mandates per secretariat post and year"}})
	TreatyShare = param(ParamInfo{Name: "treaty_share", Default: 0.02, Min: 0, Max: 0.3, Low: 0.005, High: 0.12, Unit: "share", From: Assumption, Mechanism: Proliferation,
		Source: "seven treaty-level instruments were signed 2012–2022 (milestones), far fewer than the mandates issued; how many mandates asked for one is not known",
		Text:   Text{"parte de los mandatos que pide un tratado", "share of mandates that call for a treaty"}})
	RegulationShare = param(ParamInfo{Name: "regulation_share", Default: 0.38, Min: 0, Max: 0.9, Low: 0.2, High: 0.5, Unit: "share", From: Assumption, Mechanism: Proliferation,
		Source: "no breakdown of the 72 mandates found; most ask for cooperation, studies and follow-up",
		Text:   Text{"parte de los mandatos que pide una norma común", "share of mandates that call for a common regulation"}})
	SummitLevelShare = param(ParamInfo{Name: "summit_level_share", Default: 0.15, Min: 0, Max: 1, Low: 0.05, High: 0.3, Unit: "share", From: Assumption, Mechanism: Proliferation,
		Source: "treaties always go to the presidents; how many others do is not known",
		Text:   Text{"parte de lo que no es tratado que debe adoptar la cumbre", "share of non-treaty mandates that the summit itself must adopt"}})
	ProposalDepth = param(ParamInfo{Name: "proposal_depth", Default: 0.12, Min: 0.02, Max: 0.5, Low: 0.08, High: 0.18, Unit: "depth", From: Assumption, Mechanism: Proliferation,
		Source: "scale of depth is [0, 1]; sets the unit in which tolerance and noise are read",
		Text:   Text{"mediana de la profundidad que propone un mandato sobre el statu quo", "median depth proposed above the status quo"}})
	ProposalSpread = param(ParamInfo{Name: "proposal_spread", Default: 0.5, Min: 0, Max: 1.5, Low: 0.3, High: 0.8, From: Assumption, Mechanism: Proliferation,
		Source: "log-standard deviation; mandates range from a study to a protocol",
		Text:   Text{"dispersión logarítmica de la profundidad propuesta", "log-spread of the proposed depth"}})
	SpilloverRate = param(ParamInfo{Name: "spillover", Default: 0.15, Min: 0, Max: 0.9, Low: 0, High: 0.3, Unit: "mandates/mandate", From: Assumption, Mechanism: Spillover,
		Source: "neofunctional spill-over; below 1 or the agenda explodes. Size: assumption",
		Text:   Text{"mandatos nuevos que engendra, en promedio, uno cumplido", "follow-up mandates spawned, on average, by a fulfilled one"}})
)

// origin says who issued a mandate.
type origin uint8

const (
	fromSummit origin = iota
	fromExtraSummit
	fromGAN
	fromNC
	fromTG
	fromSecretariat
	fromFollowUp
	fromDeclaration // a scenario's event
	numOrigins
)

// meanWill is the heads of state's will, averaged over members and dimensions.
func (w *world) meanWill() float64 {
	sum, n := 0.0, 0.0
	for i := range w.members {
		if m := &w.members[i]; m.active {
			sum += m.meanWill()
			n++
		}
	}
	return sum / n
}

// agendaScale multiplies every flow of new mandates.
func (w *world) agendaScale() float64 { return w.p[Ambition] * w.agenda }

// declare issues the mandates of a summit: NegBin around
// mean · ambition · (0.5 + mean will).
func (w *world) declare(o origin, ordinal int, mean float64) int {
	if !w.on(Proliferation) {
		return 0
	}
	s := w.src.Stream(drawSummitCount, uint64(o), uint64(ordinal), 0)
	n := s.NegBin(mean*w.agendaScale()*(0.5+w.meanWill()), w.p[SummitDispersion])
	for i := range n {
		w.issue(o, ordinal, i, nil)
	}
	return n
}

// followUp issues the mandates that a fulfilled one spawns.
func (w *world) followUp(parent *mandate) {
	if !w.on(Spillover) {
		return
	}
	s := w.src.Stream(drawFollowUps, parent.id, 0, 0)
	for i := range s.Poisson(w.p[SpilloverRate]) {
		w.issue(fromFollowUp, 0, i, parent)
	}
}

// arrivals is a Poisson stream of mandates with a rate that changes in steps.
// It lives in operational time: the gap to the next mandate is a unit
// exponential that the rate uses up, so a change of rate needs no new draw and
// designs with equal rates see equal dates.
type arrivals struct {
	ordinal int
	left    float64 // unit-rate time still to pass
	rate    float64 // mandates per day
	since   float64
	ticket  ticket
}

func (w *world) startArrivals() {
	for o := fromGAN; o <= fromSecretariat; o++ {
		w.flows[o] = arrivals{left: w.unitGap(o, 0)}
	}
	w.updateFlows()
}

func (w *world) unitGap(o origin, ordinal int) float64 {
	s := w.src.Stream(drawArrival, uint64(o), uint64(ordinal), 0)
	return s.Exp(1)
}

// updateFlows brings the streams to the present will, agenda and staff.
func (w *world) updateFlows() {
	if !w.on(Proliferation) {
		return
	}
	scale := w.agendaScale() / DaysPerYear
	w.setRate(fromGAN, w.p[GANMandates]*scale)
	w.setRate(fromNC, w.p[NCMandates]*scale)
	w.setRate(fromTG, w.p[TGMandates]*scale)
	w.setRate(fromSecretariat, w.p[OwnInitiative]*w.operatingStaff()*scale)
}

func (w *world) setRate(o origin, rate float64) {
	w.setArrivals(&w.flows[o], rate, w.kinds.arrival, uint64(o))
}

// setArrivals changes the rate of a stream from now on.
func (w *world) setArrivals(f *arrivals, rate float64, kind sim.Kind, arg uint64) {
	if rate == f.rate {
		return
	}
	now := w.k.Now()
	f.left = max(f.left-float64(f.rate*(now-f.since)), 0)
	f.rate, f.since = rate, now
	w.k.Cancel(f.ticket)
	if rate > 0 {
		f.ticket = w.k.After(f.left/rate, kind, arg)
	}
}

// nextArrival plans the next one after an arrival, a unit-rate gap later.
func (w *world) nextArrival(f *arrivals, gap float64, kind sim.Kind, arg uint64) {
	f.ordinal++
	f.left, f.since = gap, w.k.Now()
	if f.rate > 0 {
		f.ticket = w.k.After(f.left/f.rate, kind, arg)
	}
}

func (w *world) arrive(o origin) {
	f := &w.flows[o]
	ordinal := f.ordinal
	w.nextArrival(f, w.unitGap(o, ordinal+1), w.kinds.arrival, uint64(o))
	w.issue(o, 0, ordinal, nil)
}

// issue brings a mandate into the world. Its identity comes from who issued it
// and as which one, so the same mandate exists in every design.
func (w *world) issue(o origin, series, ordinal int, parent *mandate) {
	if w.count == w.most {
		panic(TooManyMandates{w.most, w.k.Now()})
	}
	m := w.newMandate()
	m.origin, m.series, m.ordinal, m.parent = o, series, ordinal, parent
	if parent != nil {
		m.id = rng.Mix(parent.id, uint64(ordinal))
	} else {
		m.id = rng.Mix(rng.Mix(uint64(o)+1, uint64(series)), uint64(ordinal))
	}
	w.define(m)
	w.obs.issued(w, m)
	w.startPatience(m)
	w.advance(m, evAssign)
	w.procedure(m, w.kinds.work)
}

// define draws what a mandate asks for.
func (w *world) define(m *mandate) {
	u := w.src.Stream(drawGroup, m.id, 0, 0)
	m.group = w.pickGroup(u.Float64())
	g := &w.spec.Groups[m.group]
	m.dim, m.ceap = g.Dimension, g.CEAP
	m.sponsor = w.pickSponsor(m)
	u = w.src.Stream(drawInstrument, m.id, 0, 0)
	m.instrument = w.instrumentOf(m.dim, u.Float64())
	m.level = HighLevelGroup
	if w.p[CouncilOn] >= 0.5 && m.instrument != action {
		m.level = Council
	}
	u = w.src.Stream(drawLevel, m.id, 0, 0)
	if m.instrument == treaty || u.Bernoulli(w.p[SummitLevelShare]) {
		m.level = Summit
	}
	u = w.src.Stream(drawDepth, m.id, 0, 0)
	m.depth = min(u.LogNormal(w.p[ProposalDepth], w.p[ProposalSpread]), 1)
	m.proposedDepth = m.depth
	m.priority = 0
	if o := m.origin; o == fromSummit || o == fromExtraSummit || o == fromDeclaration {
		m.priority++ // the presidents asked for it
	}
	if m.ceap {
		m.priority += w.p[CEAPPriority]
	}
}

// pickGroup chooses among the groups that exist by weight; u is uniform.
func (w *world) pickGroup(u float64) int {
	total := 0.0
	for i := range w.spec.Groups {
		if w.exists(i) {
			total += w.spec.Groups[i].Weight
		}
	}
	u *= total
	last := 0
	for i := range w.spec.Groups {
		if !w.exists(i) {
			continue
		}
		if u < w.spec.Groups[i].Weight {
			return i
		}
		u -= w.spec.Groups[i].Weight
		last = i
	}
	return last
}

func (w *world) exists(group int) bool {
	return float64(w.spec.Groups[group].Created-w.spec.Start) <= w.k.Now()
}

func (w *world) pickSponsor(m *mandate) int {
	s := w.src.Stream(drawSponsor, m.id, 0, 0)
	at := s.IntN(w.activeCount())
	for i := range w.members {
		if w.members[i].active {
			if at == 0 {
				return i
			}
			at--
		}
	}
	panic("model: no member is active")
}

func (w *world) instrumentOf(d Dimension, u float64) instrument {
	t := float64(w.p[TreatyShare] * w.spec.Dimensions[d].Treatable)
	switch {
	case u < t:
		return treaty
	case u < t+w.p[RegulationShare]:
		return regulation
	}
	return action
}
