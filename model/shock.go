package model

// Shocks: a pandemic, a political crisis in a member, a trade shock; each at a
// scenario's date or by a yearly hazard. What a crisis does is in crisis.go, how a
// pandemic changes meetings in virtual.go.

var (
	PandemicLoss = param(ParamInfo{Name: "pandemic_capacity_loss", Default: 0.3, Min: 0, Max: 0.9, Low: 0.15, High: 0.5, Unit: "share", From: Assumption, Mechanism: Shocks,
		Source: "ministries at home or on the emergency; size: assumption",
		Text:   Text{"capacidad que se pierde en una pandemia", "capacity lost in a pandemic"}})
	PandemicDelay = param(ParamInfo{Name: "pandemic_summit_delay", Default: 0.6, Min: 0, Max: 1, Low: 0.4, High: 0.8, Unit: "probability", From: Assumption, Mechanism: Shocks,
		Source: "the 2020 summit came five months late and half online (summits, ppt); probability per attempt: assumption",
		Text:   Text{"probabilidad de que una pandemia posponga un intento de cumbre", "probability that a pandemic postpones an attempted summit"}})
	TradeShockLoss = param(ParamInfo{Name: "trade_shock_will_loss", Default: 0.1, Min: 0, Max: 0.5, Low: 0, High: 0.2, Unit: "share", From: Assumption, Mechanism: Shocks,
		Source: "brief: ups and downs of world trade; size: assumption",
		Text:   Text{"voluntad que pierden todos en un choque comercial", "will everybody loses in a trade shock"}})
	PandemicHazard = param(ParamInfo{Name: "pandemic_hazard", Default: 0, Min: 0, Max: 0.2, Low: 0, High: 0.02, Unit: "per year", From: Assumption, Mechanism: Shocks,
		Source: "the default scenario has the pandemic of 2020 at its date and no other",
		Text:   Text{"pandemias al azar por año", "random pandemics per year"}})
	CrisisHazard = param(ParamInfo{Name: "crisis_hazard", Default: 0, Min: 0, Max: 2, Low: 0, High: 0.1, Unit: "per year", From: Assumption, Mechanism: Shocks, PerMember: true,
		Source: "crises that end a government are early_end_hazard; these do not",
		Text:   Text{"crisis políticas al azar por año y miembro", "random political crises per year and member"}})
	TradeShockHazard = param(ParamInfo{Name: "trade_shock_hazard", Default: 0, Min: 0, Max: 1, Low: 0, High: 0.2, Unit: "per year", From: Assumption, Mechanism: Shocks,
		Source: "the default has none but those of a scenario",
		Text:   Text{"choques comerciales al azar por año", "random trade shocks per year"}})
	ShockDays = param(ParamInfo{Name: "shock_days", Default: 240, Min: 10, Max: 1500, Low: 120, High: 480, Unit: "days", From: Assumption, Mechanism: Shocks,
		Source: "length of a random shock",
		Text:   Text{"días que dura un choque al azar", "days a random shock lasts"}})
)

// shockKind tells random shocks apart.
type shockKind uint8

const (
	pandemicShock shockKind = iota
	tradeShock
	crisisShock // + member index
)

func (w *world) startShocks() {
	w.pandemicUntil, w.tradeShockUntil, w.willShock = 0, 0, 0
	for k := range w.shocks {
		w.shocks[k] = arrivals{left: w.shockGap(shockKind(k), 0)}
	}
	w.updateShocks()
}

// shockGap is the unit-rate time to a random shock of a kind.
func (w *world) shockGap(k shockKind, ordinal int) float64 {
	s := w.src.Stream(drawShock, uint64(k), uint64(ordinal), 0)
	return s.Exp(1)
}

// updateShocks brings the streams of random shocks to the present hazards.
func (w *world) updateShocks() {
	if !w.on(Shocks) {
		return
	}
	w.setHazard(pandemicShock, w.p[PandemicHazard])
	w.setHazard(tradeShock, w.p[TradeShockHazard])
	for i := range w.members {
		w.setHazard(crisisShock+shockKind(i), w.members[i].v[CrisisHazard])
	}
}

func (w *world) setHazard(k shockKind, perYear float64) {
	w.setArrivals(&w.shocks[k], perYear/DaysPerYear, w.kinds.shock, uint64(k))
}

// randomShock strikes and plans its successor.
func (w *world) randomShock(k shockKind) {
	f := &w.shocks[k]
	w.nextArrival(f, w.shockGap(k, f.ordinal+1), w.kinds.shock, uint64(k))
	switch k {
	case pandemicShock:
		w.pandemic(w.p[ShockDays])
	case tradeShock:
		w.tradeShock(w.p[ShockDays])
	default:
		w.crisis(int(k-crisisShock), w.p[ShockDays])
	}
}

func (w *world) pandemic(days float64) {
	w.pandemicUntil = max(w.pandemicUntil, w.k.Now()+days)
	w.shockBegan(RecordPandemic, days)
}

// pandemicOn reports whether one is under way.
func (w *world) pandemicOn() bool { return w.k.Now() < w.pandemicUntil }

func (w *world) tradeShock(days float64) {
	w.tradeShockUntil = max(w.tradeShockUntil, w.k.Now()+days)
	w.shockBegan(RecordTradeShock, days)
}

func (w *world) shockBegan(r RecordKind, days float64) {
	w.noteInstitution(r, -1)
	w.k.After(days, w.kinds.shockEnds, 0)
	w.shocksMoved()
}

// shocksMoved brings will, capacities and flows to the shocks in force.
func (w *world) shocksMoved() {
	w.willShock = 0
	if w.k.Now() < w.tradeShockUntil {
		w.willShock = w.p[TradeShockLoss]
	}
	for i := range w.members {
		w.averageWill(&w.members[i])
	}
	w.recapacity()
	w.updateFlows()
}

// pandemicLoss is the share of capacity every member loses to it now.
func (w *world) pandemicLoss() float64 {
	if w.pandemicOn() {
		return w.p[PandemicLoss]
	}
	return 0
}

func (w *world) pandemicDelay() float64 {
	if w.pandemicOn() {
		return w.p[PandemicDelay]
	}
	return 0
}
