package model

// Bureaucracy: each stage costs a procedure, which grows with a secretariat's
// staff and with the load (brief: how to improve without bureaucratisation).

var (
	ProcedureDays = param(ParamInfo{Name: "procedure_days", Default: 6, Min: 0, Max: 60, Low: 3, High: 12, Unit: "days", From: Assumption, Mechanism: Bureaucracy, Design: true,
		Source: "brief: a light and informal structure is dynamic; size: assumption",
		Text:   Text{"trámite de cada etapa en una estructura sin secretaría ni carga", "procedure of each stage without a secretariat or load"}})
	ProcedureStaff = param(ParamInfo{Name: "procedure_growth_staff", Default: 0.02, Min: 0, Max: 0.2, Low: 0, High: 0.04, Unit: "per post", From: Assumption, Mechanism: Bureaucracy, Design: true,
		Source: "brief: heavy structures are slow; 50 posts double the procedure; size: assumption",
		Text:   Text{"crecimiento del trámite por plaza de secretaría", "growth of the procedure per secretariat post"}})
	ProcedureLoad = param(ParamInfo{Name: "procedure_growth_load", Default: 0.2, Min: 0, Max: 2, Low: 0, High: 0.4, Unit: "per 100 mandates", From: Assumption, Mechanism: Bureaucracy, Design: true,
		Source: "registry and clearance queue too; size: assumption",
		Text:   Text{"crecimiento del trámite por cada 100 mandatos abiertos", "growth of the procedure per 100 open mandates"}})
)

// procedureDays is what one stage's paperwork takes now.
func (w *world) procedureDays() float64 {
	if !w.on(Bureaucracy) {
		return 0
	}
	growth := 1 + float64(w.p[ProcedureStaff]*w.operatingStaff()) + float64(w.p[ProcedureLoad]*float64(w.obs.open)/100)
	return w.p[ProcedureDays] * growth
}
