package model

// Costs value what the design uses: officials' days, coordinators' and
// secretariat posts, meetings, productive policy.

var (
	CostOfficialDay = param(ParamInfo{Name: "cost_official_day", Default: 160, Min: 40, Max: 600, Low: 100, High: 250, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "some 35,000 USD a year with overheads over 220 days",
		Text:   Text{"costo de un día-funcionario", "cost of one official-day"}})
	CostCoordinator = param(ParamInfo{Name: "cost_coordinator_year", Default: 110000, Min: 30000, Max: 300000, Low: 70000, High: 180000, Unit: "USD/year", From: Assumption, Mechanism: Costs,
		Source: "a senior official and support, full time",
		Text:   Text{"costo anual de una coordinación de tiempo completo", "yearly cost of a full-time coordination"}})
	CostStaff = param(ParamInfo{Name: "cost_staff_year", Default: 90000, Min: 50000, Max: 260000, Unit: "USD/year", From: Literature, Mechanism: Costs,
		Source: "budget over staff: CARICOM 18 M/200 = 90,000; Mercosur 2 M/37 = 54,000; ASEAN 20 M/300 = 67,000; EFTA 23 M CHF/90 = 256,000 (peers)",
		Text:   Text{"costo anual de una plaza de secretaría, con su funcionamiento", "yearly cost of a secretariat post, running costs included"}})
	CostSummit = param(ParamInfo{Name: "cost_summit", Default: 900000, Min: 100000, Max: 5000000, Low: 450000, High: 1800000, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "no budget of a summit found",
		Text:   Text{"costo de una cumbre", "cost of a summit"}})
	CostCouncil = param(ParamInfo{Name: "cost_council", Default: 120000, Min: 10000, Max: 800000, Low: 60000, High: 240000, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "no budget found", Text: Text{"costo de un Consejo de Ministros", "cost of a Council of Ministers"}})
	CostGAN = param(ParamInfo{Name: "cost_gan", Default: 60000, Min: 5000, Max: 400000, Low: 30000, High: 120000, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "no budget found", Text: Text{"costo de una reunión del GAN", "cost of a GAN meeting"}})
	CostNC = param(ParamInfo{Name: "cost_nc", Default: 4000, Min: 0, Max: 80000, Low: 1000, High: 8000, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "mostly by video", Text: Text{"costo de una reunión de coordinaciones", "cost of a meeting of the National Coordinations"}})
	CostRound = param(ParamInfo{Name: "cost_round", Default: 250000, Min: 20000, Max: 1500000, Low: 150000, High: 450000, Unit: "USD", From: Assumption, Mechanism: Costs,
		Source: "150–200 travelling officials (mandates); unit cost: assumption", Text: Text{"costo de una ronda de grupos técnicos", "cost of a round of technical groups"}})
)

// meetingCost is what one meeting of a body costs, USD.
func (w *world) meetingCost(b Body) float64 {
	return w.p[[NumBodies]Param{CostRound, CostNC, CostGAN, CostCouncil, CostSummit}[b]]
}

// account adds to the run's bills the work done and the posts held since the last
// call. It is called each month and before anything that it bills changes.
func (w *world) account() {
	o := &w.obs
	years := (w.k.Now() - o.billed) / DaysPerYear
	o.billed = w.k.Now()
	busy := w.busyDays()
	officialDays := float64((busy-o.busyBilled)*w.speed()) + float64(w.standingLoad()*years*float64(w.activeCount()))
	o.busyBilled = busy
	days := years * DaysPerYear
	o.officialsHeld += float64(days * w.officials())
	o.membersHeld += float64(days * float64(w.activeCount()))
	coordinators := 0.0
	for i := range w.members {
		if m := &w.members[i]; m.active {
			coordinators += float64(m.v[TimeShare] * years)
		}
	}
	staff := float64(w.paidStaff() * years)
	o.officialDays += officialDays
	o.staffYears += coordinators + staff
	if w.on(Costs) {
		o.cost += float64(officialDays*w.p[CostOfficialDay]) + float64(coordinators*w.p[CostCoordinator]) +
			float64(staff*w.p[CostStaff]) + float64(w.hand()*w.p[VisibleHandBudget]*years*1e6) + o.meetingCosts
	}
	o.meetingCosts = 0
	o.sovereignty += float64(w.delegation() * years)
	if w.operatingStaff() > 0 {
		o.secretariatYears += years
	}
}

// busyDays is how long the ministries' officials have been at tasks so far,
// calendar days times officials, time lost to multitasking included.
func (w *world) busyDays() float64 {
	sum := 0.0
	for i := range w.members {
		for _, p := range w.members[i].ministries {
			sum += p.Busy()
		}
	}
	return sum
}
