package model

import "cumbre/sim"

// Technical work: every member's delegation must finish its lognormal share,
// in its two ministries; a secretariat may draft part of it once for all.

var (
	TechnicalDays = param(ParamInfo{Name: "technical_days", Default: 5, Min: 1, Max: 120, Low: 2, High: 15, Unit: "official-days", From: Assumption, Mechanism: TechnicalWork,
		Source: "no time sheets exist; a norm takes a delegation a week of one official net of other files",
		Text:   Text{"mediana del trabajo técnico de una delegación en una norma", "median technical work of one delegation on a regulation"}})
	WorkSpread = param(ParamInfo{Name: "work_spread", Default: 0.8, Min: 0, Max: 2, Low: 0.5, High: 1.1, From: Assumption, Mechanism: TechnicalWork,
		Source: "log-standard deviation; durations of projects are right-skewed",
		Text:   Text{"dispersión logarítmica del trabajo", "log-spread of work"}})
	ActionFactor = param(ParamInfo{Name: "action_work", Default: 0.5, Min: 0.1, Max: 1, Low: 0.3, High: 0.8, From: Assumption, Mechanism: TechnicalWork,
		Source: "a cooperation action needs less text than a norm",
		Text:   Text{"trabajo de una acción de cooperación frente a una norma", "work of a cooperation action against a regulation"}})
	TreatyFactor = param(ParamInfo{Name: "treaty_work", Default: 4, Min: 1, Max: 20, Low: 1, High: 12, From: Assumption, Mechanism: TechnicalWork,
		Source: "the telecom and e-commerce chapters took 771 days to signature (milestones)",
		Text:   Text{"trabajo de un tratado frente a una norma", "work of a treaty against a regulation"}})
	LeadShare = param(ParamInfo{Name: "lead_ministry_share", Default: 0.7, Min: 0.5, Max: 1, Low: 0.55, High: 0.85, Unit: "share", From: Assumption, Mechanism: TechnicalWork,
		Source: "two ministries share each file (brief: diplomats and trade officials); split: assumption",
		Text:   Text{"parte del trabajo que hace el ministerio que lidera", "share of the work done by the leading ministry"}})
	CEAPSupport = param(ParamInfo{Name: "ceap_support", Default: 0.15, Min: 0, Max: 0.6, Low: 0, High: 0.3, Unit: "share", From: Assumption, Mechanism: TechnicalWork,
		Source: "brief: the technical groups give a leading role to CEAP chapters; size: assumption",
		Text:   Text{"trabajo que ahorra a las delegaciones el capítulo del CEAP", "work a CEAP chapter takes off the delegations"}})
	CEAPPriority = param(ParamInfo{Name: "ceap_priority", Default: 0.5, Min: 0, Max: 2, Low: 0, High: 1, Unit: "ranks", From: Assumption, Mechanism: TechnicalWork,
		Source: "brief: same passage; a presidential mandate ranks 1",
		Text:   Text{"empuje en la agenda que da una contraparte privada", "push on the agenda given by a private counterpart"}})
)

// scale is the work of an instrument against a regulation's.
func (w *world) scale(i instrument) float64 {
	switch i {
	case action:
		return w.p[ActionFactor]
	case treaty:
		return w.p[TreatyFactor]
	}
	return 1
}

// Tasks carry, beside their mandate, what they are for and whose they are.
type taskKind uint8

const (
	taskWork taskKind = iota
	taskReview
	taskMediate
	taskImplement
	taskCatchUp
)

const (
	draftSlot = 2 * MaxMembers // the secretariat's job
	slotBits  = 32
	kindBits  = 40
)

// arg packs (mandate, slot, kind) into a kernel argument.
func (m *mandate) arg() uint64 { return uint64(m.index) }

func taskArg(m *mandate, slot int, kind taskKind) uint64 {
	return m.arg() | uint64(slot)<<slotBits | uint64(kind)<<kindBits
}

func (w *world) at(arg uint64) *mandate { return w.mandates[uint32(arg)] }

// give puts work for a mandate into a pool.
func (w *world) give(m *mandate, slot int, kind taskKind, pool *sim.Pool, days float64) {
	m.jobs[slot] = task{pool, pool.Add(days, taskArg(m, slot, kind))}
	m.pending++
	m.intrinsic = max(m.intrinsic, days/w.speed())
	w.note(m, RecordAsked, 0, w.owner(pool), float64(kind))
}

// taskDone is called by every pool.
func (w *world) taskDone(arg uint64) {
	m, slot, kind := w.at(arg), int(arg>>slotBits&0xff), taskKind(arg>>kindBits)
	if kind == taskCatchUp {
		w.note(m, RecordCaughtUp, 0, w.owner(m.catchUp.pool), 0)
		m.catchUp = task{}
		w.caughtUp(m)
		return
	}
	w.note(m, RecordTask, 0, w.owner(m.jobs[slot].pool), float64(kind))
	m.jobs[slot] = task{}
	m.pending--
	if m.pending > 0 {
		w.layAside(m)
		return
	}
	switch kind {
	case taskWork:
		w.workDone(m)
	case taskReview:
		w.reviewed(m)
	case taskMediate:
		w.mediated(m)
	case taskImplement:
		w.implemented(m)
	}
}

// startWork hands the mandate to every delegation.
func (w *world) startWork(m *mandate) {
	w.advance(m, evStart)
	w.enter(m, Working)
	if !w.on(TechnicalWork) {
		w.workDone(m)
		return
	}
	total := 0.0
	drafted := w.taken(SecretariatDrafting)
	for i := range w.members {
		if w.members[i].active {
			days := w.delegationDays(m, i)
			total += days
			w.share(m, i, taskWork, float64(days*(1-drafted)))
		}
	}
	if drafted > 0 {
		once := 1 - w.p[PoolingGain]
		w.give(m, draftSlot, taskWork, w.secretariat.pool, float64(total*drafted)*once)
	}
}

func (w *world) delegationDays(m *mandate, i int) float64 {
	s := w.src.Stream(drawWork, m.id, uint64(i), 0)
	days := s.LogNormal(w.p[TechnicalDays], w.p[WorkSpread]) * w.scale(m.instrument)
	if m.ceap {
		days *= 1 - w.p[CEAPSupport]
	}
	return days
}

// share splits a member's work between its two ministries.
func (w *world) share(m *mandate, i int, kind taskKind, days float64) {
	leads := lead(m.dim)
	for j := foreign; j < numMinistries; j++ {
		part := w.p[LeadShare]
		if j != leads {
			part = 1 - part
		}
		if part > 0 {
			w.give(m, 2*i+int(j), kind, w.members[i].ministries[j], float64(days*part))
		}
	}
}

// workDone follows the last delegation.
func (w *world) workDone(m *mandate) {
	if w.mustConsult(m) {
		w.consult(m)
		return
	}
	w.table(m, TechnicalGroup)
}
