package model

// Citizen participation: a share of mandates passes a consultation before the
// technical group, which takes time and brings legitimacy.

var (
	ConsultationShare = param(ParamInfo{Name: "consultation_share", Default: 0, Min: 0, Max: 1, Unit: "share", From: Brief, Mechanism: Citizens,
		Source: "brief: coordination challenges grow if members foster more citizen participation; none today",
		Text:   Text{"parte de los mandatos que pasa por consulta ciudadana", "share of mandates that goes through citizen consultation"}})
	ConsultationDays = param(ParamInfo{Name: "consultation_days", Default: 90, Min: 7, Max: 720, Low: 45, High: 180, Unit: "days", From: Assumption, Mechanism: Citizens,
		Source: "a round of public comment in four countries",
		Text:   Text{"mediana de días de una consulta", "median days of a consultation"}})
	ConsultationSpread = param(ParamInfo{Name: "consultation_spread", Default: 0.4, Min: 0, Max: 1.5, Low: 0.2, High: 0.6, From: Assumption, Mechanism: Citizens,
		Source: "log-standard deviation",
		Text:   Text{"dispersión logarítmica de la consulta", "log-spread of consultation"}})
	LegitimacyGain = param(ParamInfo{Name: "legitimacy_gain", Default: 0.03, Min: 0, Max: 0.2, Low: 0, High: 0.06, Unit: "depth", From: Assumption, Mechanism: Citizens,
		Source: "a consulted text is harder to refuse; size: assumption",
		Text:   Text{"tolerancia que gana un texto consultado", "tolerance gained by a consulted text"}})
)

func (w *world) mustConsult(m *mandate) bool {
	if !w.on(Citizens) {
		return false
	}
	s := w.src.Stream(drawConsult, m.id, 0, 0)
	return s.Bernoulli(w.p[ConsultationShare])
}

func (w *world) consult(m *mandate) {
	w.advance(m, evConsult)
	w.enter(m, Consulting)
	m.consulted = true
	s := w.src.Stream(drawConsultDays, m.id, 0, 0)
	m.timer = w.k.After(s.LogNormal(w.p[ConsultationDays], w.p[ConsultationSpread]), w.kinds.consulted, m.arg())
}
