package model

// Implementation: each member works an adopted mandate through its own
// ministries; a treaty also waits for ratifications. Until then it is adopted
// and not in force: the implementation gap.

var (
	ImplementDays = param(ParamInfo{Name: "implementation_days", Default: 8, Min: 1, Max: 200, Low: 2, High: 20, Unit: "official-days", From: Assumption, Mechanism: Implementation,
		Source: "somewhat more than drafting it: decree, budget, agencies",
		Text:   Text{"mediana del trabajo de un miembro para instrumentar una norma", "median work of one member to implement a regulation"}})
	RatificationDays = param(ParamInfo{Name: "ratification_days", Default: 700, Min: 60, Max: 3650, Unit: "days", From: Data, Mechanism: Ratification, PerMember: true,
		Source: "signature to force took 811, 1139, 1734 and 2236 days, the slowest of four members (milestones)",
		Text:   Text{"mediana de días que tarda un miembro en ratificar", "median days a member takes to ratify"}})
	RatificationSpread = param(ParamInfo{Name: "ratification_spread", Default: 0.27, Min: 0, Max: 1.5, From: Data, Mechanism: Ratification,
		Source: "maximum-likelihood fit of 19 lags of four members, bounded ones included (milestones)",
		Text:   Text{"dispersión logarítmica de la ratificación", "log-spread of ratification"}})
	ForceShare = param(ParamInfo{Name: "entry_into_force_share", Default: 1, Min: 0.1, Max: 1, Unit: "share", From: Data, Mechanism: Ratification, Design: true,
		Source: "the Framework Agreement entered into force 60 days after the last of four deposits (milestones)",
		Text:   Text{"parte de los miembros cuya ratificación basta para entrar en vigor", "share of members whose ratification brings a treaty into force"}})
	DepthPerNorm = param(ParamInfo{Name: "depth_per_norm", Default: 0.05, Min: 0.005, Max: 0.3, Low: 0.025, High: 0.1, From: Assumption, Mechanism: Implementation,
		Source: "one norm is a small part of its dimension; sets how many exhaust it",
		Text:   Text{"parte de su profundidad que una norma cumplida suma a su dimensión", "share of its depth that a fulfilled regulation adds to its dimension"}})
	DepthPerAction = param(ParamInfo{Name: "depth_per_action", Default: 0.3, Min: 0, Max: 1, Low: 0.15, High: 0.5, From: Assumption, Mechanism: Implementation,
		Source: "a cooperation action binds less than a norm",
		Text:   Text{"profundidad que suma una acción frente a una norma", "depth added by an action against a regulation"}})
	DepthPerTreaty = param(ParamInfo{Name: "depth_per_treaty", Default: 4, Min: 1, Max: 30, Low: 2, High: 8, From: Assumption, Mechanism: Implementation,
		Source: "the Additional Protocol freed 92 % of tariff lines at once (mandates)",
		Text:   Text{"profundidad que suma un tratado frente a una norma", "depth added by a treaty against a regulation"}})
)

// adopt makes a mandate a commitment and hands it to the members.
func (w *world) adopt(m *mandate) {
	w.advance(m, evAdopt)
	m.adopted = w.k.Now()
	w.obs.adopted(w, m)
	w.renewPatience(m)
	w.advance(m, evImplement)
	w.enter(m, Working)
	w.askRatification(m)
	if w.on(Implementation) {
		for i := range w.members {
			if w.members[i].active {
				w.implementBy(m, i)
			}
		}
	}
	if m.pending == 0 {
		w.implemented(m)
	}
	w.layAside(m)
}

// askRatification sends a treaty to every member; as many as the treaty asks
// for must ratify.
func (w *world) askRatification(m *mandate) {
	if m.instrument != treaty || !w.on(Ratification) {
		return
	}
	m.ratifying = ceil(w.p[ForceShare] * float64(w.activeCount()))
	w.note(m, RecordSentToRatify, 0, -1, float64(m.ratifying))
	for i := range w.members {
		if w.members[i].active {
			w.k.After(w.ratificationDays(drawRatify, m.id, i), w.kinds.ratified, taskArg(m, i, 0))
		}
	}
}

func (w *world) ratified(arg uint64) {
	m := w.at(arg)
	if m.state != inImplementation || m.ratifying == 0 {
		return
	}
	m.ratifying--
	w.note(m, RecordRatified, 0, int(arg>>slotBits&0xff), 0)
	if m.ratifying == 0 && m.pending == 0 {
		w.fulfil(m)
	}
}

// implemented follows the last member's work.
func (w *world) implemented(m *mandate) {
	if m.ratifying > 0 {
		w.enter(m, Ratifying)
		return
	}
	w.fulfil(m)
}

// fulfil turns a mandate into a result: the norms of its dimension deepen.
func (w *world) fulfil(m *mandate) {
	w.end(m, evFulfil)
	gain := float64(m.depth * w.weight(m.instrument))
	w.depth[m.dim] = min(w.depth[m.dim]+gain, 1)
	if m.instrument != action {
		w.account()
		w.norms++
	}
	w.gainFromResult()
	w.followUp(m)
}

// weight is what a unit of a mandate's depth adds to its dimension.
func (w *world) weight(i instrument) float64 {
	switch i {
	case action:
		return w.p[DepthPerNorm] * w.p[DepthPerAction]
	case treaty:
		return w.p[DepthPerNorm] * w.p[DepthPerTreaty]
	}
	return w.p[DepthPerNorm]
}

func ceil(x float64) int {
	n := int(x)
	if float64(n) < x {
		n++
	}
	return n
}
