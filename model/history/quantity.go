package history

import (
	"math"
	"slices"

	"cumbre/model"
	"cumbre/sim/stat"
)

// Quantity is something the archives tell a figure of, over a window of time.
type Quantity struct {
	Name     string
	Unit     string
	Decimals int
	Text     model.Text
	Moment   bool // it is read on one day, the end of the window
	measure  func(h *History, w Window) float64
}

// Of computes the quantity over a window: NaN if the history has no case of it there.
func (q *Quantity) Of(h *History, w Window) float64 { return q.measure(h, w) }

// quantities is the registry: one line a quantity.
var quantities = []*Quantity{
	{"gan_meetings_per_year", "per year", 2, model.Text{ES: "reuniones del GAN por año", EN: "GAN meetings per year"}, false, perYear(model.HighLevelGroup)},
	{"council_meetings_per_year", "per year", 2, model.Text{ES: "reuniones del Consejo de Ministros por año", EN: "Council of Ministers meetings per year"}, false, perYear(model.Council)},
	{"tg_rounds_per_year", "per year", 2, model.Text{ES: "rondas de grupos técnicos por año", EN: "rounds of technical groups per year"}, false, perYear(model.TechnicalGroup)},
	{"groups_in_session", "groups", 1, model.Text{ES: "grupos técnicos en sesión por ronda", EN: "technical groups in session per round"}, false, groupsInSession},
	{"groups_in_existence", "groups", 0, model.Text{ES: "grupos técnicos existentes", EN: "technical groups in existence"}, true, groupsInExistence},
	{"mandates_per_summit", "mandates", 0, model.Text{ES: "mandatos emitidos por una cumbre ordinaria", EN: "mandates issued by a regular summit"}, false, mandatesPerSummit},
	{"summits", "summits", 0, model.Text{ES: "cumbres presidenciales celebradas", EN: "presidential summits held"}, false, summits},
	{"days_between_summits", "days", 0, model.Text{ES: "días entre cumbres, media", EN: "days between summits, mean"}, false, daysBetweenSummits},
	{"longest_gap_without_summit", "days", 0, model.Text{ES: "lapso más largo sin cumbre", EN: "longest gap without a summit"}, false, longestGap},
	{"presidency_days", "days", 0, model.Text{ES: "duración de las presidencias pro tempore terminadas, media", EN: "length of finished presidencies pro tempore, mean"}, false, presidencyDays},
	{"treaties_signed", "treaties", 0, model.Text{ES: "tratados firmados", EN: "treaties signed"}, false, treatiesSigned},
	{"treaties_in_force", "treaties", 0, model.Text{ES: "tratados en vigor", EN: "treaties in force"}, true, treatiesInForce},
	{"treaty_days_to_force", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor de los tratados en vigor, mediana", EN: "days from signature to entry into force of treaties in force, median"}, true, daysToForce(0.5)},
	{"treaty_days_to_force_p20", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor, cuantil 1/5", EN: "days from signature to entry into force, quantile 1/5"}, true, daysToForce(0.2)},
	{"treaty_days_to_force_p40", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor, cuantil 2/5", EN: "days from signature to entry into force, quantile 2/5"}, true, daysToForce(0.4)},
	{"treaty_days_to_force_p60", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor, cuantil 3/5", EN: "days from signature to entry into force, quantile 3/5"}, true, daysToForce(0.6)},
	{"treaty_days_to_force_p80", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor, cuantil 4/5", EN: "days from signature to entry into force, quantile 4/5"}, true, daysToForce(0.8)},
	{"signed_treaty_days_to_force", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor de los tratados firmados, mediana", EN: "days from signature to entry into force of treaties signed, median"}, false, signedToForce(0.5)},
	{"signed_treaty_days_to_force_p20", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor de los tratados firmados, cuantil 1/5", EN: "days from signature to entry into force of treaties signed, quantile 1/5"}, false, signedToForce(0.2)},
	{"signed_treaty_days_to_force_p80", "days", 0, model.Text{ES: "días de la firma a la entrada en vigor de los tratados firmados, cuantil 4/5", EN: "days from signature to entry into force of treaties signed, quantile 4/5"}, false, signedToForce(0.8)},
	{"treaty_days_to_signature", "days", 0, model.Text{ES: "días del mandato a la firma de los tratados firmados, mediana", EN: "days from mandate to signature of treaties signed, median"}, false, daysToSignature},
	{"mandates_issued", "mandates", 0, model.Text{ES: "mandatos emitidos", EN: "mandates issued"}, false, mandatesIssued},
	{"mandates_open", "mandates", 0, model.Text{ES: "mandatos abiertos, adoptados o no", EN: "mandates open, adopted or not"}, true, mandatesOpen},
	{"share_in_force", "share", 3, model.Text{ES: "parte en vigor de lo adoptado", EN: "share in force of what was adopted"}, true, shareInForce},
	{"gan_meetings", "meetings", 0, model.Text{ES: "reuniones del GAN", EN: "GAN meetings"}, false, meetings(model.HighLevelGroup)},
	{"council_meetings", "meetings", 0, model.Text{ES: "reuniones del Consejo de Ministros", EN: "Council of Ministers meetings"}, false, meetings(model.Council)},
	{"tg_rounds", "rounds", 0, model.Text{ES: "rondas de grupos técnicos", EN: "rounds of technical groups"}, false, meetings(model.TechnicalGroup)},
	{"groups_that_sat", "groups", 0, model.Text{ES: "grupos técnicos que sesionaron en al menos una ronda", EN: "technical groups that sat in at least one round"}, false, groupsThatSat},
	{"presidency_changes", "handovers", 0, model.Text{ES: "traspasos de la presidencia pro tempore", EN: "handovers of the presidency pro tempore"}, false, presidencyChanges},
}

// Quantities returns the registry of quantities.
func Quantities() []*Quantity { return quantities }

// ByName finds a quantity by its registry name.
func ByName(name string) (*Quantity, bool) {
	i := slices.IndexFunc(quantities, func(q *Quantity) bool { return q.Name == name })
	if i < 0 {
		return nil, false
	}
	return quantities[i], true
}

func perYear(b model.Body) func(*History, Window) float64 {
	return func(h *History, w Window) float64 { return float64(len(w.within(h.Meetings[b]))) / w.years() }
}

func groupsInSession(h *History, w Window) float64 {
	rounds := len(w.within(h.Meetings[model.TechnicalGroup]))
	if rounds == 0 {
		return math.NaN()
	}
	return float64(len(w.within(h.Sessions))) / float64(rounds)
}

func groupsInExistence(h *History, w Window) float64 {
	n := 0
	for _, g := range h.Spec.Groups {
		if float64(g.Created-h.Spec.Start) <= w.To {
			n++
		}
	}
	return float64(n)
}

// mandatesPerSummit is the mean over the regular summits that issued any.
func mandatesPerSummit(h *History, w Window) float64 {
	issued, summits, last := 0, 0, math.NaN()
	for _, m := range h.Mandates {
		if m.Origin != model.OriginSummit || !w.holds(m.Issued) {
			continue
		}
		issued++
		if m.Issued != last {
			summits++
			last = m.Issued
		}
	}
	if summits == 0 {
		return math.NaN()
	}
	return float64(issued) / float64(summits)
}

func summits(h *History, w Window) float64 { return float64(len(w.within(h.Meetings[model.Summit]))) }

// daysBetweenSummits is the mean of the intervals that lie wholly in the window.
func daysBetweenSummits(h *History, w Window) float64 {
	held := w.within(h.Meetings[model.Summit])
	if len(held) < 2 {
		return math.NaN()
	}
	return (held[len(held)-1] - held[0]) / float64(len(held)-1)
}

// longestGap counts the time to the window's ends too.
func longestGap(h *History, w Window) float64 {
	gap, last := 0.0, w.From
	for _, t := range append(slices.Clone(w.within(h.Meetings[model.Summit])), w.To) {
		gap = max(gap, t-last)
		last = t
	}
	return gap
}

// presidencyDays is over the terms that began in the window and ended in it.
func presidencyDays(h *History, w Window) float64 {
	sum, n := 0.0, 0
	for _, t := range h.Terms {
		if w.holds(t.Start) && t.End <= w.To { // false for NaN, in office
			sum += t.End - t.Start
			n++
		}
	}
	if n == 0 {
		return math.NaN()
	}
	return sum / float64(n)
}

func treatiesSigned(h *History, w Window) float64 {
	n := 0
	for _, m := range h.treaties(w.To) {
		if m.Adopted >= w.From {
			n++
		}
	}
	return float64(n)
}

func treatiesInForce(h *History, w Window) float64 {
	n := 0
	for _, m := range h.treaties(w.To) {
		if inForce(m, w.To) {
			n++
		}
	}
	return float64(n)
}

// daysToForce is a quantile over the treaties in force by then, as the archives know
// only those: the slow ones are still missing, in the run as in history.
func daysToForce(p float64) func(*History, Window) float64 {
	return func(h *History, w Window) float64 {
		var days []float64
		for _, m := range h.treaties(w.To) {
			if m.Adopted >= w.From && inForce(m, w.To) {
				days = append(days, m.Ended-m.Adopted)
			}
		}
		slices.Sort(days)
		return stat.Quantile(days, p)
	}
}

// signedToForce is a quantile over every treaty signed in the window, followed to the
// horizon: +Inf for one that is not in force by then, which lasts longer, nobody knows
// how much longer. It is a value that occurred: nothing is interpolated across the
// horizon.
func signedToForce(p float64) func(*History, Window) float64 {
	return func(h *History, w Window) float64 {
		var d Distribution
		for _, m := range h.treaties(w.To) {
			switch {
			case m.Adopted < w.From:
			case m.State == "fulfilled":
				d.Sorted = append(d.Sorted, m.Ended-m.Adopted)
			default:
				d.Sorted = append(d.Sorted, math.Inf(1))
			}
		}
		slices.Sort(d.Sorted)
		return d.Quantile(p)
	}
}

func daysToSignature(h *History, w Window) float64 {
	var days []float64
	for _, m := range h.treaties(w.To) {
		if m.Adopted >= w.From {
			days = append(days, m.Adopted-m.Issued)
		}
	}
	slices.Sort(days)
	return stat.Quantile(days, 0.5)
}

func mandatesIssued(h *History, w Window) float64 {
	n := 0
	for _, m := range h.Mandates {
		if w.holds(m.Issued) {
			n++
		}
	}
	return float64(n)
}

func mandatesOpen(h *History, w Window) float64 {
	n := 0
	for _, m := range h.Mandates {
		if m.Issued < w.To && !(m.Ended < w.To) { // NaN, never ended, is open
			n++
		}
	}
	return float64(n)
}

func shareInForce(h *History, w Window) float64 {
	adopted, done := 0, 0
	for _, m := range h.Mandates {
		if m.Adopted < w.To {
			adopted++
			if inForce(m, w.To) {
				done++
			}
		}
	}
	if adopted == 0 {
		return math.NaN()
	}
	return float64(done) / float64(adopted)
}
