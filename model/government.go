package model

import "cumbre/model/machine"

// Governments change on the real electoral calendar as far as it is known, then
// by term length and a hazard of an early end. A new head of state redraws will
// per dimension and shifts ideal depths; bureaucratic continuity κ softens both
// (brief: networks of officials mitigate a failure of leadership).

var (
	Continuity = param(ParamInfo{Name: "continuity", Default: 0.5, Min: 0, Max: 1, Low: 0.3, High: 0.7, Unit: "share", From: Assumption, Mechanism: Governments, PerMember: true,
		Source: "brief: selected networks of the bureaucracy give continuity; κ: assumption",
		Text:   Text{"continuidad burocrática κ: parte de la posición del país que no depende del gobierno de turno", "bureaucratic continuity κ: share of a country's position that does not depend on the government of the day"}})
	WillBase = param(ParamInfo{Name: "will_base", Default: 0.5, Min: 0, Max: 1, Low: 0.35, High: 0.65, Unit: "share", From: Assumption, Mechanism: Governments, PerMember: true,
		Source: "middle of the scale; no measure of will exists",
		Text:   Text{"voluntad política de largo plazo de un miembro", "a member's long-run political will"}})
	WillSD = param(ParamInfo{Name: "will_sd", Default: 0.12, Min: 0, Max: 0.4, Low: 0.06, High: 0.2, Unit: "share", From: Assumption, Mechanism: Governments,
		Source: "heads of state differ; size: assumption",
		Text:   Text{"desviación de la voluntad entre jefes de Estado", "deviation of will between heads of state"}})
	WillDimensionSD = param(ParamInfo{Name: "will_dimension_sd", Default: 0.08, Min: 0, Max: 0.3, Low: 0.04, High: 0.14, Unit: "share", From: Assumption, Mechanism: Governments,
		Source: "a head of state cares more for some dimensions; size: assumption",
		Text:   Text{"desviación de la voluntad de un jefe de Estado entre dimensiones", "deviation of one head of state's will between dimensions"}})
	OrientationWill = param(ParamInfo{Name: "orientation_will", Default: 0.1, Min: -0.3, Max: 0.3, Low: -0.1, High: 0.2, Unit: "share", From: Assumption, Mechanism: Governments,
		Source: "brief: the Alliance contrasts with the regionalism of the centre-left; sign and size: assumption, 0 within the range",
		Text:   Text{"voluntad que suma la orientación 1 (derecha) y resta −1 (izquierda)", "will added by orientation 1 (right) and taken by −1 (left)"}})
	OrientationIdeal = param(ParamInfo{Name: "orientation_ideal", Default: 0.06, Min: -0.2, Max: 0.2, Low: -0.06, High: 0.12, Unit: "depth", From: Assumption, Mechanism: Governments,
		Source: "as orientation_will",
		Text:   Text{"profundidad ideal que suma la orientación 1 y resta −1", "ideal depth added by orientation 1 and taken by −1"}})
	IdealSD = param(ParamInfo{Name: "ideal_sd", Default: 0.06, Min: 0, Max: 0.3, Low: 0.03, High: 0.12, Unit: "depth", From: Assumption, Mechanism: Governments,
		Source: "size: assumption",
		Text:   Text{"desviación de la profundidad ideal entre gobiernos", "deviation of ideal depth between governments"}})
	CampaignDays = param(ParamInfo{Name: "campaign_days", Default: 180, Min: 0, Max: 720, Low: 90, High: 270, Unit: "days", From: Assumption, Mechanism: Governments,
		Source: "months before a scheduled change in which a government is a lame duck",
		Text:   Text{"días de campaña antes de la elección", "days of campaign before the election"}})
	TransitionDays = param(ParamInfo{Name: "transition_days", Default: 75, Min: 0, Max: 200, Low: 50, High: 120, Unit: "days", From: Assumption, Mechanism: Governments,
		Source: "from election to inauguration",
		Text:   Text{"días entre la elección y la toma de posesión", "days between election and inauguration"}})
	TermYears = param(ParamInfo{Name: "term_years", Default: 4, Min: 1, Max: 8, Unit: "years", From: Data, Mechanism: Governments, PerMember: true,
		Source: "presidents: 4 years in Chile and Colombia, 5 in Peru, 6 in Mexico",
		Text:   Text{"años de un periodo presidencial", "years of a presidential term"}})
	EarlyEndHazard = param(ParamInfo{Name: "early_end_hazard", Default: 0, Min: 0, Max: 2, Unit: "per year", From: Data, Mechanism: Governments, PerMember: true,
		Source: "presidents 2011–2026: none in Chile, Colombia, Mexico; six early ends in Peru in 14.9 years",
		Text:   Text{"riesgo anual de que un gobierno futuro termine antes de tiempo", "yearly hazard of an early end of a future government"}})
)

// member is one state during a run.
type member struct {
	index  int
	spec   *MemberSpec
	v      Values // values in force for this member
	active bool

	state      machine.State // of its government
	government int           // ordinal of the head of state
	term       int           // index into spec.Terms
	termEnd    float64       // scheduled; 0 if the next term is not planned yet
	fallsAt    float64       // when the hazard ends the present government early
	settlesAt  float64       // end of the present crisis
	will       [NumDimensions]float64
	ideal      [NumDimensions]float64
	mean       float64 // of will
	softMean   float64 // of will softened by continuity
	change     ticket  // next step of its government

	competing     float64
	learningUntil float64

	ministries  [numMinistries]pool
	coordinator pool
}

func (m *member) meanWill() float64     { return m.mean }
func (m *member) meanSoftWill() float64 { return m.softMean }

// softWill is w̃ = κ·w0 + (1 − κ)·w in one dimension.
func (w *world) softWill(i int, d Dimension) float64 {
	m := &w.members[i]
	k := m.v[Continuity]
	return clamp(float64(k*m.v[WillBase]) + float64((1-k)*m.will[d]) - w.willShock)
}

func (w *world) startGovernments() {
	for i := range w.members {
		m := &w.members[i]
		m.state, m.government, m.term, m.termEnd = inOffice, 0, 0, 0
		w.drawGovernment(m)
		w.drawEarlyEnd(m)
		w.scheduleChange(m)
	}
}

// orientation of the present head of state; unknown futures are at 0.
func (m *member) orientation() float64 {
	if m.term < len(m.spec.Terms) {
		return m.spec.Terms[m.term].Orientation
	}
	return 0
}

// drawGovernment draws will and ideal depths of a new head of state.
func (w *world) drawGovernment(m *member) {
	i, g, o := uint64(m.index), uint64(m.government), m.orientation()
	s := w.src.Stream(drawWill, i, g, uint64(NumDimensions))
	base := m.v[WillBase] + float64(w.p[OrientationWill]*o) + float64(w.p[WillSD]*s.Normal())
	swing := 1 - m.v[Continuity]
	for d := range NumDimensions {
		s := w.src.Stream(drawWill, i, g, uint64(d))
		m.will[d] = clamp(base + float64(w.p[WillDimensionSD]*s.Normal()))
		s = w.src.Stream(drawIdeal, i, g, uint64(d))
		shift := float64(w.p[OrientationIdeal]*o) + float64(w.p[IdealSD]*s.Normal())
		m.ideal[d] = clamp(m.spec.Ideal[d] + float64(swing*shift))
	}
	w.averageWill(m)
}

func (w *world) averageWill(m *member) {
	m.mean, m.softMean = 0, 0
	for d := range NumDimensions {
		m.mean += clamp(m.will[d] - w.willShock)
		m.softMean += w.softWill(m.index, d)
	}
	m.mean /= float64(NumDimensions)
	m.softMean /= float64(NumDimensions)
}

// scheduleChange plans the end of the present government: the real calendar's
// next term, or an endogenous one. A scheduled change is announced by a
// campaign; an early one is not.
func (w *world) scheduleChange(m *member) {
	if !w.on(Governments) {
		return
	}
	now := w.k.Now()
	next := m.term + 1
	future := m.term >= len(m.spec.Terms) || m.spec.Terms[m.term].Scheduled
	switch {
	case next < len(m.spec.Terms):
		m.termEnd = w.clock(m.spec.Terms[next].Start)
		if m.spec.Terms[next].Early {
			m.change = w.k.At(m.termEnd, w.kinds.fall, uint64(m.index))
			return
		}
	case m.termEnd <= now:
		m.termEnd = now + float64(m.v[TermYears]*DaysPerYear)
	}
	if future && m.fallsAt < m.termEnd {
		m.change = w.k.At(max(m.fallsAt, now), w.kinds.fall, uint64(m.index))
		return
	}
	start := max(m.termEnd-w.p[CampaignDays]-w.p[TransitionDays], now)
	m.change = w.k.At(start, w.kinds.campaign, uint64(m.index))
}

// drawEarlyEnd draws when a new government would end early, once for all.
func (w *world) drawEarlyEnd(m *member) {
	s := w.src.Stream(drawEarlyEnd, uint64(m.index), uint64(m.government), 0)
	m.fallsAt = w.k.Now() + s.Exp(1)*DaysPerYear/m.v[EarlyEndHazard] // a hazard of 0 is never
}

func (w *world) startCampaign(m *member) {
	GovernmentMachine.Step(&m.state, evCampaign)
	m.change = w.k.At(max(m.termEnd-w.p[TransitionDays], w.k.Now()), w.kinds.elect, uint64(m.index))
	w.governmentMoved(m)
}

func (w *world) elect(m *member) {
	GovernmentMachine.Step(&m.state, evElect)
	m.change = w.k.At(max(m.termEnd, w.k.Now()), w.kinds.inaugurate, uint64(m.index))
	w.governmentMoved(m)
}

func (w *world) inaugurate(m *member) {
	GovernmentMachine.Step(&m.state, evInaugurate)
	w.newGovernment(m)
	w.scheduleChange(m)
	w.governmentMoved(m)
}

// newGovernment puts the next head of state in office. An interim successor in
// an endogenous term serves out that term.
func (w *world) newGovernment(m *member) {
	m.government++
	m.term = min(m.term+1, len(m.spec.Terms))
	w.drawGovernment(m)
	w.drawEarlyEnd(m)
	w.replaceCoordinator(m.index)
	w.withdrawMandates(m.index)
	w.reconsider(m.index)
}

// governmentMoved brings capacities and flows to the new state of affairs.
func (w *world) governmentMoved(m *member) {
	w.noteInstitution(RecordGovernment, m.index)
	w.recapacity()
	w.updateFlows()
}

func clamp(x float64) float64 { return min(max(x, 0), 1) }
