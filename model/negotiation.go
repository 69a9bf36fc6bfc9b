package model

import "math/bits"

// Negotiation after a veto: a mediator works on the text, which is then amended
// towards the objector, δ ← η·δ, and polled again; after max_rounds, or when
// the text is emptied, it is shelved.

var (
	MediationDays = param(ParamInfo{Name: "mediation_days", Default: 1, Min: 0.2, Max: 30, Low: 0.5, High: 3, Unit: "days", From: Assumption, Mechanism: Negotiation,
		Source: "bilateral calls and a new draft",
		Text:   Text{"mediana del trabajo de un mediador por ronda", "median work of a mediator per round"}})
	Amendment = param(ParamInfo{Name: "amendment", Default: 0.75, Min: 0.3, Max: 1, Low: 0.6, High: 0.9, Unit: "share", From: Assumption, Mechanism: Negotiation,
		Source: "η of y ← q + η(y − q): a quarter of the depth is given up per round",
		Text:   Text{"parte η de la profundidad que conserva el texto enmendado", "share η of depth that the amended text keeps"}})
	MaxRounds = param(ParamInfo{Name: "max_rounds", Default: 4, Min: 0, Max: 20, Low: 2, High: 6, Whole: true, Unit: "rounds", From: Assumption, Mechanism: Negotiation,
		Source: "patience of a body with one text",
		Text:   Text{"rondas de negociación ante un mismo órgano antes de archivar", "rounds of negotiation before one body until it is shelved"}})
	MinDepth = param(ParamInfo{Name: "min_depth", Default: 0.02, Min: 0, Max: 0.2, Low: 0.01, High: 0.04, Unit: "depth", From: Assumption, Mechanism: Negotiation,
		Source: "a sixth of the median proposal: an empty text",
		Text:   Text{"profundidad bajo la cual un texto está vacío y se archiva", "depth below which a text is empty and is shelved"}})
	JointMediation = param(ParamInfo{Name: "joint_mediation_share", Default: 0.4, Min: 0.1, Max: 1, Low: 0.25, High: 0.6, Unit: "share", From: Assumption, Mechanism: Negotiation,
		Source: "four who mediate together do not each work a quarter: they also meet; never less than one over the number of members",
		Text:   Text{"parte del trabajo de un mediador que pone cada coordinador cuando median todos", "share of one mediator's work that each coordinator spends when all mediate"}})
	SharedMediation = param(ParamInfo{Name: "shared_mediation", Default: 0, Min: 0, Max: 1, Unit: "probability", From: Brief, Mechanism: Negotiation, Design: true,
		Source: "brief: sherpas would guide, articulate and advance the agenda; today the presidency mediates",
		Text:   Text{"probabilidad de que medien todos los coordinadores, entre sesiones, y no sólo el de la presidencia", "probability that all coordinators mediate, between sessions, and not the presidency's alone"}})
)

// answerVeto opens a negotiation or gives up.
func (w *world) answerVeto(m *mandate) {
	if !w.on(Negotiation) || m.round >= int(w.p[MaxRounds]) {
		DecisionMachine.Step(&m.decision, evExhaust)
		w.end(m, evShelve)
		return
	}
	DecisionMachine.Step(&m.decision, evMediate)
	w.advance(m, evNegotiate)
	w.enter(m, Negotiating)
	w.mediate(m)
}

// mediate hands the text to whoever mediates in this design: the secretariat,
// all coordinators together, or the presidency's.
func (w *world) mediate(m *mandate) {
	s := w.src.Stream(drawMediation, m.id, m.when(), 0)
	days := s.LogNormal(w.p[MediationDays], w.p[WorkSpread])
	s = w.src.Stream(drawMediator, m.id, m.when(), 0)
	bySecretariat, byAll := s.Bernoulli(w.taken(SecretariatMediation)), s.Bernoulli(w.p[SharedMediation])
	m.presidential = false
	switch {
	case bySecretariat:
		w.give(m, draftSlot, taskMediate, w.secretariat.pool, days)
	case byAll:
		each := max(w.p[JointMediation], 1/float64(w.activeCount()))
		for i := range w.members {
			if w.members[i].active {
				w.give(m, 2*i, taskMediate, w.members[i].coordinator, float64(days*each))
			}
		}
	default:
		i := w.presidency.holder
		m.presidential = true
		w.give(m, 2*i, taskMediate, w.members[i].coordinator, w.byPresidency(days))
	}
}

// passMediations hands the mediations that the outgoing presidency has in hand to the
// incoming one's coordinator, who needs for what is left as long as its own capability
// says.
func (w *world) passMediations(from int, capability float64) {
	to := w.presidency.holder
	if to == from {
		return
	}
	for _, m := range w.mandates[:w.count] {
		t := &m.jobs[2*from]
		if m.state != inNegotiation || !m.presidential || t.pool == nil {
			continue
		}
		days, _ := t.pool.Remove(t.job)
		pool := w.members[to].coordinator
		w.notePassedOn(m, t.pool, pool)
		*t = task{}
		if w.on(Presidency) { // otherwise capability plays no part
			days = w.byPresidency(float64(days * capability))
		}
		m.jobs[2*to] = task{pool, pool.Add(days, taskArg(m, 2*to, taskMediate))}
	}
}

// mediated amends the text and sends it back to the body that vetoed it; a text that is
// emptied is shelved.
func (w *world) mediated(m *mandate) {
	m.round++
	m.rounds++
	m.depth *= w.p[Amendment]
	w.note(m, RecordAmended, m.body, -1, m.depth)
	if m.depth < w.p[MinDepth] {
		DecisionMachine.Step(&m.decision, evExhaust)
		w.end(m, evShelve)
		return
	}
	w.advance(m, toBody[m.body])
	w.enqueue(m)
}

func onesCount(set uint32) int { return bits.OnesCount32(set) }
