package model

// Cohesion C in [0, 1] is the members' collective identity. It grows with
// results and meetings, falls with vetoes, accessions and contested handovers,
// drifts back to where it started, and feeds back on tolerance (brief:
// architecture and collective identity reinforce each other).

var (
	CohesionStart = param(ParamInfo{Name: "cohesion_start", Default: 0.5, Min: 0, Max: 1, Low: 0.3, High: 0.7, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "middle of the scale; no measure exists",
		Text:   Text{"cohesión al inicio y a la que tiende", "cohesion at the start, and to which it drifts"}})
	CohesionDecay = param(ParamInfo{Name: "cohesion_decay", Default: 0.25, Min: 0, Max: 2, Low: 0.125, High: 0.5, Unit: "per year", From: Assumption, Mechanism: Cohesion,
		Source: "identity that is not renewed fades in some four years",
		Text:   Text{"velocidad con que la cohesión vuelve a su nivel inicial", "speed at which cohesion drifts back to its start"}})
	CohesionResult = param(ParamInfo{Name: "cohesion_per_result", Default: 0.006, Min: 0, Max: 0.05, Low: 0.003, High: 0.012, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "size: assumption",
		Text:   Text{"cohesión que gana un mandato cumplido (por el margen que falta)", "cohesion gained by a fulfilled mandate (times what is missing)"}})
	CohesionMeeting = param(ParamInfo{Name: "cohesion_per_meeting", Default: 0.004, Min: 0, Max: 0.05, Low: 0, High: 0.008, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "size: assumption",
		Text:   Text{"cohesión que gana una reunión de GAN, Consejo o cumbre", "cohesion gained by a meeting of GAN, Council or summit"}})
	CohesionVeto = param(ParamInfo{Name: "cohesion_per_veto", Default: 0.0015, Min: 0, Max: 0.05, Low: 0, High: 0.003, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "size: assumption",
		Text:   Text{"cohesión que pierde un veto (por la que hay)", "cohesion lost by a veto (times what there is)"}})
	CohesionAccession = param(ParamInfo{Name: "cohesion_per_accession", Default: 0.08, Min: 0, Max: 0.4, Low: 0, High: 0.16, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "brief: will coherence remain as membership grows?; size: assumption",
		Text:   Text{"cohesión que pierde el ingreso de un miembro (por la que hay)", "cohesion lost by an accession (times what there is)"}})
	CohesionContest = param(ParamInfo{Name: "cohesion_per_contest", Default: 0.15, Min: 0, Max: 0.6, Low: 0.05, High: 0.3, Unit: "index", From: Assumption, Mechanism: Cohesion,
		Source: "size: assumption",
		Text:   Text{"cohesión que pierde un traspaso disputado (por la que hay)", "cohesion lost by a contested handover (times what there is)"}})
)

func (w *world) gainCohesion(x float64) {
	if w.on(Cohesion) {
		w.cohesion += float64(x * (1 - w.cohesion))
	}
}

func (w *world) loseCohesion(x float64) {
	if w.on(Cohesion) {
		w.cohesion -= float64(x * w.cohesion)
	}
}

func (w *world) gainFromResult() { w.gainCohesion(w.p[CohesionResult]) }

func (w *world) gainFromMeeting(b Body) {
	if b >= HighLevelGroup {
		w.gainCohesion(w.p[CohesionMeeting])
	}
}

func (w *world) loseFromVeto()      { w.loseCohesion(w.p[CohesionVeto]) }
func (w *world) loseFromAccession() { w.loseCohesion(w.p[CohesionAccession]) }
func (w *world) loseFromContest()   { w.loseCohesion(w.p[CohesionContest]) }

// driftCohesion is one month of return to the starting level.
func (w *world) driftCohesion() {
	if w.on(Cohesion) {
		w.cohesion += float64(w.p[CohesionDecay] / 12 * (w.p[CohesionStart] - w.cohesion))
	}
}
