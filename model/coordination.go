package model

// National coordination: a coordinator is one server who gives the Alliance a
// share φ of a full-time post. Chores of the presidency and the follow-up of
// every open mandate come off it; what is left reviews files and mediates. So
// attention erodes as mandates pile up, without any rule that says so.

var (
	TimeShare = param(ParamInfo{Name: "coordinator_time_share", Default: 0.35, Min: 0.05, Max: 1, Low: 0.2, High: 0.6, Unit: "share", From: Assumption, Mechanism: Coordination, PerMember: true, Design: true,
		Source: "brief: coordinators have other duties; full-time ones would be sherpas (1). 0.35: assumption",
		Text:   Text{"parte del tiempo que un coordinador nacional dedica a la Alianza", "share of time a national coordinator gives the Alliance"}})
	PPTChores = param(ParamInfo{Name: "ppt_chores", Default: 0.1, Min: 0, Max: 0.6, Low: 0.05, High: 0.2, Unit: "share", From: Assumption, Mechanism: Coordination,
		Source: "brief: the presidency pro tempore is a quasi-secretariat; size: assumption",
		Text:   Text{"parte de una plaza que ocupan al coordinador las tareas de la presidencia pro tempore", "share of a post that the chores of the presidency take of its coordinator"}})
	FollowUpDays = param(ParamInfo{Name: "follow_up_days", Default: 0.005, Min: 0, Max: 0.2, Low: 0.0025, High: 0.015, Unit: "days/month", From: Assumption, Mechanism: Coordination,
		Source: "half an hour per open mandate and year",
		Text:   Text{"seguimiento de cada mandato abierto, por coordinador y mes", "follow-up of each open mandate, per coordinator and month"}})
	ReviewDays = param(ParamInfo{Name: "review_days", Default: 0.2, Min: 0.05, Max: 5, Low: 0.1, High: 0.6, Unit: "days", From: Assumption, Mechanism: Coordination,
		Source: "reading one file and clearing it at home",
		Text:   Text{"mediana de la revisión de un expediente por un coordinador", "median review of one file by one coordinator"}})
	AttentionFloor = param(ParamInfo{Name: "attention_floor", Default: 0.03, Min: 0.005, Max: 0.2, Low: 0.015, High: 0.06, Unit: "share", From: Assumption, Mechanism: Coordination,
		Source: "a coordinator never stops altogether",
		Text:   Text{"atención mínima de un coordinador", "a coordinator's least attention"}})
	LearningDays = param(ParamInfo{Name: "coordinator_learning_days", Default: 120, Min: 0, Max: 720, Low: 60, High: 240, Unit: "days", From: Assumption, Mechanism: Coordination,
		Source: "a new coordinator learns the files",
		Text:   Text{"días que tarda en aprender un coordinador nuevo", "days a new coordinator takes to learn"}})
	LearningLoss = param(ParamInfo{Name: "coordinator_learning_loss", Default: 0.4, Min: 0, Max: 0.9, Low: 0.2, High: 0.6, Unit: "share", From: Assumption, Mechanism: Coordination,
		Source: "size: assumption",
		Text:   Text{"atención que se pierde mientras aprende", "attention lost while learning"}})
)

// attention is the share of a full-time post that member m's coordinator has
// left for reviewing and mediating.
func (w *world) attention(m *member) float64 {
	share := m.v[TimeShare]
	if w.k.Now() < m.learningUntil {
		share *= 1 - w.p[LearningLoss]
	}
	if w.on(Presidency) && w.isHolder(m) && w.presidency.state != contested {
		share -= float64(w.p[PPTChores] * (1 - w.taken(SecretariatConvening)))
	}
	monthly := float64(w.p[FollowUpDays]*float64(w.obs.open)) * (1 - w.taken(SecretariatMemory))
	share -= 12 * monthly / w.p[Workdays]
	if w.on(External) {
		share -= w.externalAttention()
	}
	return max(share, w.p[AttentionFloor])
}

// review sends the file to every coordinator before the National Coordinations
// meet.
func (w *world) review(m *mandate) {
	w.enter(m, Working)
	for i := range w.members {
		if w.members[i].active {
			s := w.src.Stream(drawReview, m.id, uint64(i), 0)
			days := s.LogNormal(w.p[ReviewDays], w.p[WorkSpread]) * w.scale(m.instrument)
			w.give(m, 2*i, taskReview, w.members[i].coordinator, days)
		}
	}
}

func (w *world) reviewed(m *mandate) { w.enqueue(m) }

// replaceCoordinator: the new government appoints its own with probability
// 1 − κ.
func (w *world) replaceCoordinator(i int) {
	m := &w.members[i]
	s := w.src.Stream(drawCoordinator, uint64(i), uint64(m.government), 0)
	if s.Bernoulli(1 - m.v[Continuity]) {
		m.learningUntil = w.k.Now() + w.p[LearningDays]
	}
}
