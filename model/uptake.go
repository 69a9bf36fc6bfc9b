package model

// Output is not outcome: a fulfilled mandate deepens norms q_d at once;
// effective depth e_d follows at the market's own pace (the brief's invisible
// hand). Productive policy at Alliance level, a more visible hand, quickens it
// in the dimensions it names, for a price in work, budget and sovereignty.

var (
	UptakePerYear = param(ParamInfo{Name: "uptake_per_year", Default: 0.12, Min: 0, Max: 1, Low: 0.06, High: 0.24, Unit: "per year", From: Assumption, Mechanism: Uptake,
		Source: "brief: 92 % of tariff lines are free, yet trade inside the Alliance stays near 3 %: slow; size: assumption",
		Text:   Text{"velocidad anual con que la profundidad efectiva sigue a la normativa", "yearly speed at which effective depth follows the depth of norms"}})
	VisibleHand = param(ParamInfo{Name: "visible_hand", Default: 0, Min: 0, Max: 1, Unit: "share", From: Brief, Mechanism: Uptake, Design: true,
		Source: "brief: value chains may need a more visible hand at Alliance level; none today",
		Text:   Text{"intensidad de la política productiva a nivel de la Alianza", "intensity of productive policy at Alliance level"}})
	VisibleHandGain = param(ParamInfo{Name: "visible_hand_gain", Default: 1.5, Min: 0, Max: 6, Low: 0, High: 3, From: Assumption, Mechanism: Uptake,
		Source: "size: assumption; 0 means it achieves nothing",
		Text:   Text{"aceleración de la adopción efectiva con política productiva plena", "quickening of uptake under full productive policy"}})
	VisibleHandDays = param(ParamInfo{Name: "visible_hand_days", Default: 120, Min: 0, Max: 1500, Low: 60, High: 240, Unit: "official-days/year", From: Assumption, Mechanism: Uptake,
		Source: "size: assumption",
		Text:   Text{"trabajo anual de cada miembro en política productiva plena", "yearly work of each member under full productive policy"}})
	VisibleHandBudget = param(ParamInfo{Name: "visible_hand_budget", Default: 4, Min: 0, Max: 100, Low: 2, High: 8, Unit: "USD million/year", From: Assumption, Mechanism: Uptake,
		Source: "the Cooperation Fund has 1 million a year (mandates); a productive policy would need more",
		Text:   Text{"presupuesto anual de la política productiva plena", "yearly budget of full productive policy"}})
)

// hand is the intensity of productive policy in force.
func (w *world) hand() float64 {
	if !w.on(Uptake) {
		return 0
	}
	return w.p[VisibleHand]
}

// handLoad is one member's work on productive policy, official-days per year.
func (w *world) handLoad() float64 { return float64(w.hand() * w.p[VisibleHandDays]) }

// takeUp is one month of uptake: e_d ← e_d + rate/12 · (q_d − e_d).
func (w *world) takeUp() {
	if !w.on(Uptake) {
		return
	}
	for d := range NumDimensions {
		rate := w.p[UptakePerYear] * w.spec.Dimensions[d].Uptake
		if w.spec.Dimensions[d].MoreHand {
			rate *= 1 + float64(w.hand()*w.p[VisibleHandGain])
		}
		w.effective[d] += float64(min(rate/12, 1) * (w.depth[d] - w.effective[d]))
	}
}
