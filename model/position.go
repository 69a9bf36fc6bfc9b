package model

// Positions: the spatial veto-player model (Tsebelis 2002; Scharpf 1988). A
// proposal of depth y = q_d + δ against the status quo q_d gains member i
//
//	u = |q_d − x_id| − |y − x_id|
//
// and i consents iff u + τ_i + σ·ε ≥ 0, with ε standard normal and tolerance
//
//	τ_i = τ0 + τ_C(C − ½) + τ_w(w̃_id − ½) + τ_r·rounds + legitimacy − sovereignty.
//
// As q_d nears the least willing member's ideal x_id vetoes rise: early success,
// then stagnation, at a different speed in each dimension.

var (
	ToleranceBase = param(ParamInfo{Name: "tolerance_base", Default: 0.06, Min: -0.05, Max: 0.3, Low: 0.03, High: 0.09, Unit: "depth", From: Assumption, Mechanism: Positions,
		Source: "half the median proposal: members go along with small losses",
		Text:   Text{"tolerancia τ0 de un miembro a perder", "a member's tolerance τ0 of a loss"}})
	ToleranceCohesion = param(ParamInfo{Name: "tolerance_cohesion", Default: 0.1, Min: 0, Max: 0.4, Low: 0.05, High: 0.2, Unit: "depth", From: Assumption, Mechanism: Positions,
		Source: "brief: architecture and collective identity reinforce each other; size: assumption",
		Text:   Text{"tolerancia τ_C que añade la cohesión", "tolerance τ_C added by cohesion"}})
	ToleranceWill = param(ParamInfo{Name: "tolerance_will", Default: 0.15, Min: 0, Max: 0.5, Low: 0.08, High: 0.25, Unit: "depth", From: Assumption, Mechanism: Positions,
		Source: "brief: lack of political will may lead to stagnation; size: assumption",
		Text:   Text{"tolerancia τ_w que añade la voluntad", "tolerance τ_w added by will"}})
	ToleranceRound = param(ParamInfo{Name: "tolerance_round", Default: 0.02, Min: 0, Max: 0.2, Low: 0, High: 0.04, Unit: "depth", From: Assumption, Mechanism: Positions,
		Source: "each round of negotiation makes refusal harder (Scharpf 1988, problem-solving style)",
		Text:   Text{"tolerancia τ_r que añade cada ronda de negociación", "tolerance τ_r added by each round of negotiation"}})
	Noise = param(ParamInfo{Name: "noise", Default: 0.07, Min: 0, Max: 0.4, Low: 0.035, High: 0.12, Unit: "depth", From: Assumption, Mechanism: Positions,
		Source: "what the spatial model does not see: details of the text, domestic moods",
		Text:   Text{"desviación σ de lo que el modelo espacial no ve", "deviation σ of what the spatial model does not see"}})
)

// consents decides member i's vote.
func (w *world) consents(m *mandate, i int) bool {
	if !w.on(Positions) || w.spare.matches(m, i) {
		return true
	}
	s := w.src.Stream(drawVote, m.id, m.when(), uint64(i))
	return w.utility(m, i)+w.tolerance(m, i)+float64(w.p[Noise]*s.Normal()) >= 0
}

// utility is what member i gains in depth units from the text over the status
// quo; negative when the text overshoots its ideal.
func (w *world) utility(m *mandate, i int) float64 {
	q, x := w.depth[m.dim], w.members[i].ideal[m.dim]
	y := min(q+m.depth, 1)
	return abs(q-x) - abs(y-x)
}

func (w *world) tolerance(m *mandate, i int) float64 {
	t := w.p[ToleranceBase]
	t += float64(w.p[ToleranceCohesion] * (w.cohesion - 0.5))
	t += float64(w.p[ToleranceWill] * (w.softWill(i, m.dim) - 0.5))
	t += float64(w.p[ToleranceRound] * float64(m.round))
	if m.consulted {
		t += w.p[LegitimacyGain]
	}
	return t - w.sovereigntyResistance()
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
