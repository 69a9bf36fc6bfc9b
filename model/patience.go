package model

// Patience: a mandate that nobody has turned into a decision lapses; an adopted
// one that nobody implements is forgotten too, more slowly; and a new government
// may withdraw what its predecessor sponsored.

var (
	PatienceDays = param(ParamInfo{Name: "patience_days", Default: 1100, Min: 180, Max: 7300, Low: 600, High: 3000, Unit: "days", From: Assumption, Mechanism: Patience,
		Source: "the Additional Protocol's first amendment took 771 days from mandate to signature (milestones), and lived; no lapsed mandate is documented",
		Text:   Text{"mediana de días tras los que caduca un mandato sin adoptar", "median days after which a mandate not adopted lapses"}})
	PatienceSpread = param(ParamInfo{Name: "patience_spread", Default: 0.6, Min: 0, Max: 1.5, Low: 0.3, High: 0.9, From: Assumption, Mechanism: Patience,
		Source: "log-standard deviation",
		Text:   Text{"dispersión logarítmica de la paciencia", "log-spread of patience"}})
	AfterlifeDays = param(ParamInfo{Name: "implementation_patience_days", Default: 1500, Min: 365, Max: 14600, Low: 730, High: 6000, Unit: "days", From: Assumption, Mechanism: Patience,
		Source: "about two thirds of 1,033 Mercosur policies were incorporated 1994–2008 (Arnold 2017); no Alliance figure exists: free within the peer range",
		Text:   Text{"mediana de días tras los que se abandona lo adoptado y no instrumentado", "median days after which what was adopted and not implemented is abandoned"}})
	Withdrawal = param(ParamInfo{Name: "withdrawal", Default: 0.08, Min: 0, Max: 0.5, Low: 0.02, High: 0.16, Unit: "probability", From: Assumption, Mechanism: Patience,
		Source: "a new head of state drops initiatives of the predecessor; scaled by 1 − continuity",
		Text:   Text{"probabilidad de que un gobierno nuevo, sin continuidad burocrática, retire un mandato que su país patrocinaba", "probability that a new government, without bureaucratic continuity, withdraws a mandate its country sponsored"}})
)

func (w *world) startPatience(m *mandate) {
	if w.on(Patience) {
		s := w.src.Stream(drawPatience, m.id, 0, 0)
		m.patience = w.k.After(s.LogNormal(w.p[PatienceDays], w.p[PatienceSpread]), w.kinds.lapse, m.arg())
	}
}

// renewPatience gives an adopted mandate the longer patience of implementation.
// A signed treaty does not expire: the Cooperation Fund's waited 2,236 days for
// its last parliament (milestones).
func (w *world) renewPatience(m *mandate) {
	w.k.Cancel(m.patience)
	if w.on(Patience) && m.instrument != treaty {
		s := w.src.Stream(drawAfterlife, m.id, 0, 0)
		m.patience = w.k.After(s.LogNormal(w.p[AfterlifeDays], w.p[PatienceSpread]), w.kinds.lapse, m.arg())
	}
}

// withdrawMandates lets member i's new government drop what its predecessors
// sponsored and nobody has adopted.
func (w *world) withdrawMandates(i int) {
	if !w.on(Patience) {
		return
	}
	g := &w.members[i]
	p := w.p[Withdrawal] * (1 - g.v[Continuity])
	for _, m := range w.mandates[:w.count] {
		if m.sponsor != i || m.state >= adopted {
			continue
		}
		s := w.src.Stream(drawWithdraw, m.id, uint64(g.government), 0)
		if s.Bernoulli(p) {
			w.end(m, evWithdraw)
		}
	}
}
