package model

// Neglect: a commitment is not yet a policy. A member may let an adopted text lie, with
// a probability that grows as its will falls; its next government thinks again. A treaty
// is left out: its parliament ratifies it or does not, and the lags of ratification are
// data. Monitoring by a secretariat may make neglect rarer, or may not.

var (
	NeglectShare = param(ParamInfo{Name: "neglect", Default: 0.08, Min: 0, Max: 0.3, Low: 0.02, High: 0.16, Unit: "probability", From: Assumption, Mechanism: Neglect, PerMember: true,
		Source: "about two thirds of 1,033 Mercosur policies were incorporated 1994–2008 (Arnold 2017): 0.08 in each of four members leaves about 0.7; no Alliance figure exists: free within the peer range",
		Text:   Text{"probabilidad de que un gobierno, con voluntad media 0,5, no instrumente lo adoptado", "probability that a government, at mean will 0.5, does not implement what was adopted"}})
	ComplianceGain = param(ParamInfo{Name: "compliance_gain", Default: 0, Min: 0, Max: 0.6, Low: 0, High: 0.3, Unit: "share", From: Assumption, Mechanism: Neglect, Design: true,
		Source: "a monitored commitment may be harder to forget; no evidence for the Alliance, hence 0; size: assumption",
		Text:   Text{"parte de la desatención que evita una secretaría que hace toda la vigilancia", "share of neglect prevented by a secretariat that does all the monitoring"}})
)

// neglects draws whether member i's present government lets an adopted text lie.
func (w *world) neglects(m *mandate, i int) bool {
	if !w.on(Neglect) || m.instrument == treaty {
		return false
	}
	g := &w.members[i]
	p := g.v[NeglectShare] * 2 * (1 - w.softWill(i, m.dim))
	p *= 1 - float64(w.p[ComplianceGain]*w.taken(SecretariatMonitoring))
	s := w.src.Stream(drawNeglect, m.id, uint64(i), uint64(g.government))
	return s.Bernoulli(min(p, 1))
}

// implementBy asks member i for its part: now, or never if its government lets the text
// lie.
func (w *world) implementBy(m *mandate, i int) {
	if w.neglects(m, i) {
		m.neglected |= 1 << i
		m.pending++
		w.note(m, RecordNeglect, 0, i, 0)
		return
	}
	s := w.src.Stream(drawImplement, m.id, uint64(i), 0)
	w.share(m, i, taskImplement, s.LogNormal(w.p[ImplementDays], w.p[WorkSpread])*w.scale(m.instrument))
}

// reconsider lets member i's new government take up what its predecessor let lie.
func (w *world) reconsider(i int) {
	for _, m := range w.mandates[:w.count] {
		if m.state != inImplementation || m.neglected&(1<<i) == 0 || w.neglects(m, i) {
			continue
		}
		m.neglected &^= 1 << i
		m.pending--
		w.note(m, RecordResumed, 0, i, 0)
		if m.phase == LaidAside {
			w.enter(m, Working)
		}
		w.implementBy(m, i)
	}
}

// layAside begins the time in which an adopted text waits only for those who let it lie.
func (w *world) layAside(m *mandate) {
	if m.state == inImplementation && m.pending > 0 && m.pending == onesCount(uint32(m.neglected)) {
		w.enter(m, LaidAside)
	}
}
