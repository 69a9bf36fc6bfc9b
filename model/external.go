package model

// External load, the brief's third challenge: observers and candidates take
// time of coordinators and ministries; an accession adds a veto player.

var (
	ObserverDays = param(ParamInfo{Name: "observer_days", Default: 0.8, Min: 0, Max: 10, Low: 0.4, High: 1.6, Unit: "official-days/year", From: Assumption, Mechanism: External,
		Source: "brief: more productive relations with 59 observers burden limited human resources; size: assumption",
		Text:   Text{"trabajo anual de cada miembro por estado observador", "yearly work of each member per observer state"}})
	CandidateDays = param(ParamInfo{Name: "candidate_days", Default: 15, Min: 0, Max: 200, Low: 7, High: 30, Unit: "official-days/year", From: Assumption, Mechanism: External,
		Source: "a joint negotiation with associate candidates since 2017 (observers); size: assumption",
		Text:   Text{"trabajo anual de cada miembro por candidato en negociación", "yearly work of each member per candidate in negotiation"}})
	ExternalCoordinator = param(ParamInfo{Name: "external_coordinator_share", Default: 0.1, Min: 0, Max: 0.5, Low: 0.05, High: 0.2, Unit: "share", From: Assumption, Mechanism: External,
		Source: "of that work, what falls on the coordinator; the rest is the ministries'",
		Text:   Text{"parte de ese trabajo que recae en el coordinador", "share of that work that falls on the coordinator"}})
)

// externalDays is one member's work on external relations, days per year.
func (w *world) externalDays() float64 {
	if !w.on(External) {
		return 0
	}
	return float64(w.observers*w.p[ObserverDays]) + float64(w.candidates*w.p[CandidateDays])
}

// externalLoad is the ministries' part, official-days per year.
func (w *world) externalLoad() float64 { return w.externalDays() * (1 - w.p[ExternalCoordinator]) }

// externalAttention is the share of a full-time post it takes of a coordinator.
func (w *world) externalAttention() float64 {
	return w.externalDays() * w.p[ExternalCoordinator] / w.p[Workdays]
}

func (w *world) startObservers() {
	w.observers = 0
	for i, o := range w.spec.Observers {
		if t := w.clock(o.Date); t <= 0 {
			w.observers = o.Count
		} else {
			w.k.At(t, w.kinds.observers, uint64(i))
		}
	}
}

func (w *world) observersChange(i int) {
	w.account()
	w.observers = w.spec.Observers[i].Count
	w.recapacity()
}

func (w *world) candidatesChange(e *Event) {
	w.account()
	w.candidates = e.arg("count")
	w.recapacity()
}

// accede makes a waiting member a full one: a veto player more, in the rotation
// after the founders.
func (w *world) accede(i int) {
	m := &w.members[i]
	if m.active {
		return
	}
	w.account()
	m.active = true
	w.presidency.order = append(w.presidency.order, i)
	w.countVoters()
	w.loseFromAccession()
	w.noteInstitution(RecordAccession, i)
	w.recapacity()
	w.updateFlows()
}
