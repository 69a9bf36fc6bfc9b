package model

import "cumbre/model/machine"

// Secretariat: a design with staff first needs a treaty, agreed and ratified by
// all, and time to set up, which take officials' days and money. Only then do its shares of convening, memory,
// mediation, drafting and monitoring count. Its people are one pool: overload
// makes a well-staffed secretariat fail too.

var (
	Staff = param(ParamInfo{Name: "secretariat_staff", Default: 0, Min: 0, Max: 300, Unit: "posts", From: Brief, Mechanism: Secretariat, Design: true,
		Source: "the Alliance has none; peers: SICA 25, Mercosur 35–40, EFTA 90, CARICOM 200, ASEAN 300",
		Text:   Text{"plazas de la secretaría", "posts of the secretariat"}})
	SecretariatConvening = param(ParamInfo{Name: "secretariat_convening", Default: 0, Min: 0, Max: 1, Low: 0, High: 1, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "a lever of the design",
		Text:   Text{"parte de la convocatoria que asume la secretaría", "share of convening that the secretariat takes over"}})
	SecretariatMemory = param(ParamInfo{Name: "secretariat_memory", Default: 0, Min: 0, Max: 1, Low: 0, High: 0.95, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "a lever of the design",
		Text:   Text{"parte de la memoria y del seguimiento que guarda la secretaría", "share of memory and follow-up that the secretariat keeps"}})
	SecretariatMediation = param(ParamInfo{Name: "secretariat_mediation", Default: 0, Min: 0, Max: 1, Low: 0, High: 0.8, Unit: "probability", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "a lever of the design",
		Text:   Text{"probabilidad de que medie la secretaría", "probability that the secretariat mediates"}})
	SecretariatDrafting = param(ParamInfo{Name: "secretariat_drafting", Default: 0, Min: 0, Max: 0.9, Low: 0, High: 0.4, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "a lever of the design",
		Text:   Text{"parte del trabajo técnico que la secretaría quita a las delegaciones", "share of technical work the secretariat takes off delegations"}})
	SecretariatMonitoring = param(ParamInfo{Name: "secretariat_monitoring", Default: 0, Min: 0, Max: 1, Low: 0, High: 0.6, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "a lever of the design",
		Text:   Text{"parte de la vigilancia de normas que hace la secretaría", "share of monitoring that the secretariat does"}})
	SecretariatCapability = param(ParamInfo{Name: "secretariat_capability", Default: 0.92, Min: 0, Max: 1, Low: 0.6, High: 1, Unit: "probability", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "staff quality decides whether an organisation lives: 38 % are zombies (Gray 2018); level: assumption",
		Text:   Text{"probabilidad de que la secretaría convoque a tiempo", "probability that the secretariat convenes on time"}})
	PoolingGain = param(ParamInfo{Name: "pooling_gain", Default: 0.4, Min: 0, Max: 0.75, Low: 0.1, High: 0.6, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "one draft instead of four saves at most three quarters; 0 means it saves nothing",
		Text:   Text{"trabajo que se ahorra al hacerse una vez para todos", "work saved when it is done once for all"}})
	ConveningStaff = param(ParamInfo{Name: "convening_staff", Default: 2, Min: 0, Max: 20, Low: 1, High: 4, Unit: "posts", From: Assumption, Mechanism: Secretariat,
		Source: "meetings, archive, interpretation",
		Text:   Text{"plazas que ocupan convocatoria y memoria cuando la secretaría las asume del todo", "posts taken by convening and memory when the secretariat does all of it"}})
	AgreementDays = param(ParamInfo{Name: "secretariat_agreement_days", Default: 540, Min: 0, Max: 3650, Low: 270, High: 1080, Unit: "days", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "brief: governments seem reluctant; the first amendment took 771 days to signature (milestones)",
		Text:   Text{"mediana de días para acordar el tratado que crea la secretaría", "median days to agree the treaty that creates the secretariat"}})
	SetupDays = param(ParamInfo{Name: "secretariat_setup_days", Default: 300, Min: 0, Max: 1825, Low: 150, High: 600, Unit: "days", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "seat, budget, recruitment",
		Text:   Text{"días para instalar la secretaría una vez ratificada", "days to set the secretariat up once ratified"}})
	AgreementWork = param(ParamInfo{Name: "secretariat_agreement_work", Default: 150, Min: 0, Max: 2000, Low: 75, High: 300, Unit: "official-days", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "two people of each member, a third of their time over the median agreement; size: assumption",
		Text:   Text{"trabajo de los ministerios de cada miembro para acordar el tratado que crea la secretaría", "work of each member's ministries to agree the treaty that creates the secretariat"}})
	SetupStaff = param(ParamInfo{Name: "secretariat_setup_staff", Default: 0.4, Min: 0, Max: 1, Low: 0.25, High: 0.6, Unit: "share", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "posts are filled one by one from none to all, and a seat is fitted out; size: assumption",
		Text:   Text{"parte de las plazas que se paga mientras se instala la secretaría", "share of posts paid while the secretariat is being set up"}})
	SovereigntyCostParam = param(ParamInfo{Name: "sovereignty_cost", Default: 0.03, Min: 0, Max: 0.2, Low: 0, High: 0.06, Unit: "depth", From: Assumption, Mechanism: Secretariat, Design: true,
		Source: "brief: the design was meant to safeguard sovereignty; size: assumption",
		Text:   Text{"tolerancia que se pierde si se delega todo", "tolerance lost when everything is delegated"}})
)

// secretariat is its state during a run.
type secretariat struct {
	state       machine.State
	pool        pool
	since       float64 // in operation since
	negotiation float64 // years that agreeing its treaty takes; 0 if it is not under way
}

// planSecretariat starts the treaty that creates the secretariat, if the design
// in force wants one and there is none.
func (w *world) planSecretariat() {
	s := &w.secretariat
	if !w.on(Secretariat) || w.p[Staff] <= 0 || s.state != absent || w.secretariatPlanned {
		return
	}
	w.secretariatPlanned = true
	d := w.src.Stream(drawAgreement, 0, 0, 0)
	days := float64(w.p[AgreementDays] * d.LogNormal(1, w.p[RatificationSpread])) // a median of 0 is no delay
	s.negotiation = days / DaysPerYear
	w.k.After(days, w.kinds.secretariat, 0)
}

// negotiationLoad is what agreeing the treaty takes of one member's ministries while it
// lasts, official-days per year. Ratifying it is parliaments' work.
func (w *world) negotiationLoad() float64 {
	s := &w.secretariat
	if s.state != absent || s.negotiation < 1/DaysPerYear {
		return 0 // none, or over within the day: nobody's work is spread over so little
	}
	return w.p[AgreementWork] / s.negotiation
}

// secretariatStep takes it from a treaty agreed, to ratified, to operating.
func (w *world) secretariatStep() {
	s := &w.secretariat
	w.account()
	switch s.state {
	case absent:
		SecretariatMachine.Step(&s.state, evAgree)
		w.k.After(w.slowestRatification(), w.kinds.secretariat, 0)
	case agreed:
		SecretariatMachine.Step(&s.state, evRatify)
		w.k.After(w.p[SetupDays], w.kinds.secretariat, 0)
	case beingSetUp:
		SecretariatMachine.Step(&s.state, evOperate)
		s.since = w.k.Now()
	}
	w.recapacity()
	w.updateFlows()
	w.noteInstitution(RecordSecretariat, -1)
}

// dissolve hands the dossiers of a secretariat that a reform has closed to the
// presidency's coordinator, so that nothing waits for people who are gone.
func (w *world) dissolve() {
	if w.secretariat.pool.Len() == 0 || w.operatingStaff() > 0 {
		return
	}
	heir := w.members[w.presidency.holder].coordinator
	for _, m := range w.mandates[:w.count] {
		t := &m.jobs[draftSlot]
		if t.pool == nil {
			continue
		}
		days, _ := t.pool.Remove(t.job)
		kind := taskWork
		if m.state == inNegotiation {
			kind = taskMediate
		}
		w.notePassedOn(m, t.pool, heir)
		*t = task{heir, heir.Add(days, taskArg(m, draftSlot, kind))}
	}
}

// slowestRatification: a secretariat needs every member's parliament.
func (w *world) slowestRatification() float64 {
	if !w.on(Ratification) {
		return 0
	}
	slowest := 0.0
	for i := range w.members {
		if w.members[i].active {
			slowest = max(slowest, w.ratificationDays(drawSecRatify, 0, i))
		}
	}
	return slowest
}

// ratificationDays draws how long member i takes to ratify instrument id.
func (w *world) ratificationDays(p purpose, id uint64, i int) float64 {
	s := w.src.Stream(p, id, uint64(i), 0)
	return s.LogNormal(w.members[i].v[RatificationDays], w.p[RatificationSpread])
}

// taken is the value of a share that only an operating secretariat takes over.
func (w *world) taken(share Param) float64 {
	if w.secretariat.state != operating || w.p[Staff] <= 0 {
		return 0
	}
	return w.p[share]
}

// operatingStaff is the number of posts at work.
func (w *world) operatingStaff() float64 {
	if w.secretariat.state != operating {
		return 0
	}
	return w.p[Staff]
}

// paidStaff is the number of posts paid: some while they are being filled, then all.
func (w *world) paidStaff() float64 {
	if w.secretariat.state == beingSetUp {
		return w.p[Staff] * w.p[SetupStaff]
	}
	return w.operatingStaff()
}

// secretariatCapacity is what its staff has left for dossiers after convening,
// memory and monitoring.
func (w *world) secretariatCapacity() float64 {
	staff := w.operatingStaff()
	if staff == 0 {
		return 0
	}
	standing := float64(w.p[ConveningStaff] * (w.taken(SecretariatConvening) + w.taken(SecretariatMemory)) / 2)
	// What it takes over it must do itself, once for all members.
	followUp := 12 * w.p[FollowUpDays] * float64(w.obs.open) * w.taken(SecretariatMemory)
	monitoring := w.norms * w.monitoringDays() * w.taken(SecretariatMonitoring)
	saved := (float64(followUp) + float64(monitoring)) * float64(w.activeCount())
	standing += saved * (1 - w.p[PoolingGain]) / w.p[Workdays]
	return max(staff-standing, w.p[CapacityFloor]*staff)
}

// delegation is how much is delegated, from 0 (nothing) to 1: the mean of the
// five shares and of productive policy at Alliance level.
func (w *world) delegation() float64 {
	sum := w.taken(SecretariatConvening) + w.taken(SecretariatMemory) + w.taken(SecretariatMediation) +
		w.taken(SecretariatDrafting) + w.taken(SecretariatMonitoring) + w.hand()
	return sum / 6
}

// sovereigntyResistance is the tolerance members lose to delegation.
func (w *world) sovereigntyResistance() float64 {
	return float64(w.p[SovereigntyCostParam] * w.delegation())
}
