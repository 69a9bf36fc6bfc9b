package history

import (
	"math"
	"slices"

	"cumbre/model"
)

// Scope says what stretch of time a prediction is of.
type Scope string

// The scopes.
const (
	OfYear     Scope = "year"       // one calendar year, the first from the start of the prediction
	Cumulative Scope = "cumulative" // from the start of the prediction to a year's end
	AtMoment   Scope = "moment"     // on the last day of a year
	ByOrdinal  Scope = "ordinal"    // one presidency pro tempore
)

// Levels are the quantiles that predictions are given at.
func Levels() []float64 { return []float64{0.05, 0.25, 0.5, 0.75, 0.95} }

// Prediction is the distribution of one quantity that a scenario does not give.
type Prediction struct {
	Name     string
	Text     model.Text
	Unit     string
	Decimals int
	Scope    Scope
	Year     int        // 0 for ordinals
	Ordinal  int        // of a presidency pro tempore, counted from the first; 0 for others
	From, To model.Date // the window, To not part of it; of a moment, its day; 0 for ordinals
	Role     Role
	Member   int     // who holds that presidency in most histories; -1 for none
	Share    float64 // of the histories in which it begins, those in which that member holds it
	Bands    Distribution

	GivenSummit bool // taken over the histories alone that held the summit of the calendar's last handover on its day

	measure Measure
	scale   func(float64) float64 // of what the histories give; nil for none
	holder  bool                  // the values are members
}

// Of measures the quantity in a history.
func (p *Prediction) Of(h *History) float64 { return p.measure(h) }

// Quantile returns a quantile of the histories: +Inf if it lies beyond the horizon.
func (p *Prediction) Quantile(level float64) float64 {
	x := p.Bands.Quantile(level)
	if p.scale == nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return x
	}
	return p.scale(x)
}

// PredictionStart is the day after the last handover that a scenario's calendar gives.
func PredictionStart(s *model.Spec) model.Date { return calendarEnd(s) + 1 }

// What is predicted, by scope.
var (
	predictedYearly = []string{"summits", "gan_meetings", "council_meetings", "tg_rounds", "groups_that_sat", "presidency_changes",
		"mandates_issued", "treaties_signed"}
	predictedTotals  = []string{"summits", "longest_gap_without_summit", "gan_meetings", "council_meetings", "treaties_signed"}
	predictedMoments = []string{"groups_in_existence", "mandates_open", "treaties_in_force", "share_in_force"}
	predictedToForce = []string{"signed_treaty_days_to_force", "signed_treaty_days_to_force_p20", "signed_treaty_days_to_force_p80"}
)

// Predictions plans what a scenario predicts: every quantity for every year that begins
// after the start of the prediction or holds it, and every presidency that may begin.
func Predictions(s *model.Spec) []Prediction {
	b := &planner{spec: s, start: PredictionStart(s)}
	for year := b.start.Year(); model.NewDate(year+1, 1, 1) <= s.End; year++ {
		b.year = year
		first, next := max(b.start, model.NewDate(year, 1, 1)), model.NewDate(year+1, 1, 1)
		b.each(predictedYearly, OfYear, first, next)
		b.each(predictedTotals, Cumulative, b.start, next)
		b.each(predictedMoments, AtMoment, next-1, next-1)
		b.each(predictedToForce, Cumulative, s.Start, next) // signed at any time
		b.each(predictedToForce, Cumulative, b.start, next) // signed since
	}
	b.presidencies()
	return b.all
}

type planner struct {
	spec  *model.Spec
	start model.Date
	year  int
	all   []Prediction
}

func (b *planner) each(names []string, scope Scope, from, to model.Date) {
	for _, name := range names {
		q, _ := ByName(name)
		first := from
		if name == "longest_gap_without_summit" {
			first-- // the day of the last handover, and of its summit
		}
		b.all = append(b.all, Prediction{Name: q.Name, Text: q.Text, Unit: q.Unit, Decimals: q.Decimals, Scope: scope, Year: b.year,
			From: first, To: to, Role: RoleOf(q, b.spec, b.window(from, to)), Member: -1, GivenSummit: b.givenSummit(q), measure: b.measure(q, b.window(first, to))})
	}
}

// measure takes quantities of summits over the histories alone in which the summit of
// the calendar's last handover was held on its day, as it was: in the others it would be
// held after the start, and count as predicted.
func (b *planner) measure(q *Quantity, w Window) Measure {
	over := q.Over(w)
	if !b.givenSummit(q) {
		return over
	}
	handover := b.window(b.start-1, b.start)
	return func(h *History) float64 {
		if len(handover.within(h.Meetings[model.Summit])) == 0 {
			return math.NaN()
		}
		return over(h)
	}
}

func (b *planner) givenSummit(q *Quantity) bool {
	return b.start-1 > b.spec.Start && slices.Contains(withCalendar, q.Name)
}

func (b *planner) window(from, to model.Date) Window {
	return Window{float64(from - b.spec.Start), float64(to - b.spec.Start)}
}

// maxPresidencies is how many presidencies are followed: more than there is time for.
const maxPresidencies = 40

// presidencies plans the presidencies from the one that takes office with the last
// handover of the calendar.
func (b *planner) presidencies() {
	s := b.spec
	ordinal := 1
	for _, t := range s.Presidency.History {
		if t.Start > s.Start {
			ordinal++
		}
	}
	disputed := b.disputed()
	for n := ordinal; n < ordinal+maxPresidencies; n++ {
		role := func(given bool) Role {
			if given {
				return Given
			}
			return Predicted
		}
		b.all = append(b.all,
			Prediction{Name: "presidency_start", Text: model.Text{ES: "inicio de la presidencia", EN: "start of the presidency"}, Unit: "decimal year", Decimals: 1,
				Scope: ByOrdinal, Ordinal: n, Role: role(n == ordinal || n == ordinal+1 && disputed), Member: -1, measure: PresidencyStart(n), scale: b.decimalYear},
			Prediction{Name: "presidency_days", Text: model.Text{ES: "duración de la presidencia", EN: "length of the presidency"}, Unit: "days",
				Scope: ByOrdinal, Ordinal: n, Role: role(n == ordinal && disputed), Member: -1, measure: PresidencyDays(n)},
			Prediction{Name: "presidency_member", Ordinal: n, measure: PresidencyMember(n), holder: true})
	}
}

// disputed reports whether an event contests the end of the calendar's last presidency,
// and thereby gives it.
func (b *planner) disputed() bool {
	known := b.spec.Presidency.History
	if len(known) == 0 {
		return false
	}
	for _, e := range b.spec.Events {
		i := slices.IndexFunc(e.Type.Fields, func(f model.EventField) bool { return f.Name == "from" })
		if e.Type.Name == "contested_handover" && e.Date >= b.start && int(e.Args[i]) == known[len(known)-1].Member {
			return true
		}
	}
	return false
}

// decimalYear turns days since the start into a year and the part of it gone by.
func (b *planner) decimalYear(days float64) float64 {
	year := (b.spec.Start + model.Date(math.Floor(days))).Year()
	first, next := model.NewDate(year, 1, 1), model.NewDate(year+1, 1, 1)
	return float64(year) + (days-float64(first-b.spec.Start))/float64(next-first)
}

// Predict gives predictions their distributions, those of their measures in an ensemble,
// and leaves out the presidencies that begin in less than half of the histories.
func Predict(plan []Prediction, e *Ensemble) []Prediction {
	var all []Prediction
	for i, p := range plan {
		p.Bands = e.Distribution(i)
		if !p.holder {
			if p.Name == "presidency_start" && (2*p.Bands.Beyond() > e.Replications || e.Replications == 0) {
				break
			}
			all = append(all, p)
			continue
		}
		member, share := mode(e.Values[i])
		for j := len(all) - 2; j < len(all); j++ { // start and length of the same presidency
			all[j].Member, all[j].Share = member, share
		}
	}
	return all
}

// mode is the commonest value, the lowest among equals, and its share; -1 for no values.
func mode(values []float64) (value int, share float64) {
	count := map[int]int{}
	total := 0
	for _, x := range values {
		if !math.IsNaN(x) {
			count[int(x)]++
			total++
		}
	}
	value = -1
	for x := range model.MaxMembers {
		if count[x] > 0 && (value < 0 || count[x] > count[value]) {
			value = x
		}
	}
	if value < 0 {
		return -1, 0
	}
	return value, float64(count[value]) / float64(total)
}

// Measures returns what an ensemble must measure for a plan.
func Measures(plan []Prediction) []Measure {
	all := make([]Measure, len(plan))
	for i := range plan {
		all[i] = plan[i].measure
	}
	return all
}
