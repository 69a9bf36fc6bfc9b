package model

import "cumbre/sim"

// Officials' capacity: each ministry of each member has a pool of officials who
// share their time among the tasks at hand. Its capacity is
//
//	K·a(t) − loads,  a = (1 − competing)(1 − γ(1 − w̃))(1 − office)(1 − pandemic)
//
// where office is the loss of a campaign, a transition or a crisis, and the loads are
// the official-days a year that monitoring, observers, productive policy and the
// negotiation of a secretariat's treaty take, spread over the year.

var (
	Officials = param(ParamInfo{Name: "officials_per_ministry", Default: 8, Min: 1, Max: 60, Low: 3, High: 20, Unit: "officials", From: Assumption, Mechanism: Capacity, PerMember: true,
		Source: "150–200 officials of four members attend a round (mandates: Punta Arenas 2015, Santiago 2016), part-time; full-time equivalents are not known",
		Text:   Text{"funcionarios de tiempo completo por ministerio dedicados a la Alianza", "full-time-equivalent officials per ministry for the Alliance"}})
	Workdays = param(ParamInfo{Name: "workdays_per_year", Default: 220, Min: 180, Max: 250, Low: 205, High: 235, Unit: "days/year", From: Assumption, Mechanism: Capacity,
		Source: "five-day week less holidays and leave",
		Text:   Text{"días hábiles por año de un funcionario", "working days per year of an official"}})
	WillCapacity = param(ParamInfo{Name: "will_capacity", Default: 0.4, Min: 0, Max: 1, Low: 0.2, High: 0.6, Unit: "share", From: Assumption, Mechanism: Capacity,
		Source: "brief: organisational capacities may be blocked by a head of state's lack of interest; size: assumption",
		Text:   Text{"parte de la capacidad que depende de la voluntad política", "share of capacity that depends on political will"}})
	LameDuckLoss = param(ParamInfo{Name: "lame_duck_loss", Default: 0.15, Min: 0, Max: 0.8, Low: 0.05, High: 0.3, Unit: "share", From: Assumption, Mechanism: Capacity,
		Source: "campaign months; size: assumption",
		Text:   Text{"capacidad que se pierde en campaña", "capacity lost during a campaign"}})
	TransitionLoss = param(ParamInfo{Name: "transition_loss", Default: 0.35, Min: 0, Max: 0.9, Low: 0.15, High: 0.55, Unit: "share", From: Assumption, Mechanism: Capacity,
		Source: "between election and a settled new team; Mexico's turn was skipped in 2018 for its transition (ppt)",
		Text:   Text{"capacidad que se pierde en una transición de gobierno", "capacity lost in a transition of government"}})
	CrisisLoss = param(ParamInfo{Name: "crisis_capacity_loss", Default: 0.35, Min: 0, Max: 0.9, Low: 0.15, High: 0.55, Unit: "share", From: Assumption, Mechanism: Capacity,
		Source: "as in a transition; size: assumption",
		Text:   Text{"capacidad que pierde un miembro cuyo gobierno está en crisis", "capacity lost by a member whose government is in crisis"}})
	CompetingShare = param(ParamInfo{Name: "competing_share", Default: 0.25, Min: 0, Max: 0.7, Low: 0.1, High: 0.4, Unit: "share", From: Assumption, Mechanism: Capacity, PerMember: true,
		Source: "brief: mandates compete with other national and foreign-policy priorities; size: assumption; redrawn each quarter between half and one and a half times this",
		Text:   Text{"capacidad media que absorben otras prioridades nacionales", "mean capacity absorbed by other national priorities"}})
	CapacityFloor = param(ParamInfo{Name: "capacity_floor", Default: 0.1, Min: 0.01, Max: 0.5, Low: 0.05, High: 0.2, Unit: "share", From: Assumption, Mechanism: Capacity,
		Source: "somebody always answers the phone",
		Text:   Text{"parte de los funcionarios que nunca se pierde", "share of officials that is never lost"}})
	MultitaskingLoss = param(ParamInfo{Name: "multitasking_loss", Default: 0.05, Min: 0, Max: 1, Low: 0, High: 0.1, From: Assumption, Mechanism: Multitasking,
		Source: "ε of 1/(1 + ε·max(0, n − K)/K): twice as many tasks as officials cost 5 %; size: assumption",
		Text:   Text{"pérdida por atender n tareas con K funcionarios: eficiencia 1/(1 + ε·max(0, n−K)/K)", "loss from n tasks with K officials: efficiency 1/(1 + ε·max(0, n−K)/K)"}})
)

// ministry indexes a member's two pools.
type ministry uint8

const (
	foreign ministry = iota
	trade
	numMinistries
)

// lead is the ministry that leads on a dimension; the rest of the work is the
// other one's.
func lead(d Dimension) ministry {
	if d == People || d == CooperationDim {
		return foreign
	}
	return trade
}

// speed is how much work a full-time person does per calendar day.
func (w *world) speed() float64 { return w.p[Workdays] / DaysPerYear }

func (w *world) resetPools() {
	for i := range w.members {
		m := &w.members[i]
		for _, p := range m.ministries {
			p.Reset(sim.PoolConfig{})
		}
		m.coordinator.Reset(sim.PoolConfig{})
	}
	w.secretariat.pool.Reset(sim.PoolConfig{})
}

// recapacity brings every pool to what its people can give now.
func (w *world) recapacity() {
	for i := range w.members {
		if m := &w.members[i]; m.active {
			w.setOfficials(m)
			m.coordinator.Configure(sim.PoolConfig{Capacity: w.attention(m), Speed: w.speed()})
		}
	}
	w.secretariat.pool.Configure(sim.PoolConfig{Capacity: w.secretariatCapacity(), Speed: w.speed(), Loss: w.multitaskingLoss()})
}

func (w *world) multitaskingLoss() float64 {
	if !w.on(Multitasking) {
		return 0
	}
	return w.p[MultitaskingLoss]
}

func (w *world) setOfficials(m *member) {
	k := m.v[Officials]
	if w.on(Capacity) {
		perMinistry := w.standingLoad() / (float64(numMinistries) * w.p[Workdays])
		k = float64(k*w.availability(m)) - perMinistry
		k = max(k, w.p[CapacityFloor]*m.v[Officials])
	}
	for _, p := range m.ministries {
		p.Configure(sim.PoolConfig{Capacity: k, Speed: w.speed(), Loss: w.multitaskingLoss()})
	}
}

// availability is a(t): the share of a member's officials left for the Alliance.
func (w *world) availability(m *member) float64 {
	a := 1 - m.competing
	a *= 1 - float64(w.p[WillCapacity]*(1-m.meanSoftWill()))
	a *= 1 - w.officeLoss(m)
	return a * (1 - w.pandemicLoss())
}

// officeLoss is what the government's place in its term costs.
func (w *world) officeLoss(m *member) float64 {
	switch m.state {
	case campaign:
		return w.p[LameDuckLoss]
	case transition:
		return w.p[TransitionLoss]
	case inCrisis:
		return w.p[CrisisLoss]
	}
	return 0
}

// standingLoad is what the existing stock takes of one member's ministries,
// official-days per year, whatever is on the agenda.
func (w *world) standingLoad() float64 {
	return float64(w.monitoringLoad()) + float64(w.externalLoad()) + float64(w.handLoad()) + float64(w.negotiationLoad())
}

// drawCompetingPriorities redraws, each quarter, what other priorities take.
func (w *world) drawCompetingPriorities() {
	quarter := uint64(w.month / 3)
	for i := range w.members {
		m := &w.members[i]
		s := w.src.Stream(drawCompeting, uint64(i), quarter, 0)
		m.competing = min(m.v[CompetingShare]*s.Uniform(0.5, 1.5), 0.95)
	}
}
