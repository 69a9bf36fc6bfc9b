package history

import (
	"math"

	"cumbre/model"
)

// Reading is a quantity over a window: what many histories gave and, where the archives
// have a figure of the same window, what was observed.
type Reading struct {
	Quantity *Quantity
	From, To model.Date // of a moment, both are its day
	Year     int        // the calendar year that the window stands for; 0 for none
	Role     Role
	Observed *Target // nil if the archives have no figure
	Bands    Distribution
}

// replayed are the quantities of a replay, in the order of its tables.
var replayed = []string{
	"gan_meetings", "council_meetings", "tg_rounds", "groups_in_session", "groups_in_existence",
	"summits", "mandates_per_summit", "treaties_signed", "treaties_in_force", "presidency_changes",
}

// Replayed returns the quantities of a replay.
func Replayed() []*Quantity {
	all := make([]*Quantity, len(replayed))
	for i, name := range replayed {
		all[i], _ = ByName(name)
	}
	return all
}

// ReplayEnd is the day after which nothing was observed.
func ReplayEnd(observed []Target) model.Date {
	var last model.Date
	for _, t := range observed {
		last = max(last, t.To)
	}
	return last
}

// Readings plans a replay: each quantity in each complete calendar year of the scenario
// and over each window that was observed. An observation that covers more than half of a
// year, or that is of one day of it, stands for the year.
func Readings(s *model.Spec, observed []Target) []Reading {
	var all []Reading
	for _, q := range Replayed() {
		mine := within(s, observed, q)
		for year := s.Start.Year(); model.NewDate(year+1, 1, 1) <= s.End; year++ {
			r := Reading{Quantity: q, From: max(s.Start, model.NewDate(year, 1, 1)), To: model.NewDate(year+1, 1, 1), Year: year}
			if q.Moment {
				r.From, r.To = r.To-1, r.To-1
			}
			for i, t := range mine {
				if t != nil && standsFor(t, year) {
					r.From, r.To, r.Observed, mine[i] = t.From, t.To, t, nil
					break
				}
			}
			all = append(all, r)
		}
		for _, t := range mine {
			if t != nil {
				all = append(all, Reading{Quantity: q, From: t.From, To: t.To, Observed: t})
			}
		}
	}
	for i := range all {
		r := &all[i]
		r.Role = RoleOf(r.Quantity, s, r.window(s))
	}
	return all
}

// within are the observations of a quantity that a scenario's horizon covers.
func within(s *model.Spec, observed []Target, q *Quantity) []*Target {
	var mine []*Target
	for i := range observed {
		if t := &observed[i]; t.Quantity == q && t.From >= s.Start && t.To <= s.End {
			mine = append(mine, t)
		}
	}
	return mine
}

// standsFor reports whether a target is of one calendar year.
func standsFor(t *Target, year int) bool {
	first, next := model.NewDate(year, 1, 1), model.NewDate(year+1, 1, 1)
	if t.From < first || t.To > next {
		return false
	}
	return t.Quantity.Moment && t.From == t.To && t.To < next || 2*(t.To-t.From) > next-first
}

func (r *Reading) window(s *model.Spec) Window {
	return Window{float64(r.From - s.Start), float64(r.To - s.Start)}
}

// Measure returns the reading as a measure of a scenario's histories.
func (r *Reading) Measure(s *model.Spec) Measure { return r.Quantity.Over(r.window(s)) }

// Quantile returns a quantile of the histories.
func (r *Reading) Quantile(p float64) float64 { return r.Bands.Quantile(p) }

// Verdict judges the band from the 5th to the 95th percentile: a hit if it holds the
// figure observed or, where the sources allow an interval, any of it.
func (r *Reading) Verdict() Verdict {
	low, high := r.Quantile(0.05), r.Quantile(0.95)
	if r.Observed == nil || math.IsNaN(low) {
		return NotCompared
	}
	from, to := r.Observed.Value, r.Observed.Value
	if !math.IsNaN(r.Observed.Low) {
		from, to = r.Observed.Low, r.Observed.High
	}
	return hitIf(to >= low && from <= high)
}

// Tally counts verdicts by role.
type Tally struct {
	Role              Role
	Hits, Misses, Not int
}

// TallyOf counts the verdicts on what was observed, one row for each role that occurs.
func TallyOf(readings []Reading) []Tally {
	var all []Tally
	for _, role := range Roles() {
		t := Tally{Role: role}
		for i := range readings {
			r := &readings[i]
			switch {
			case r.Role != role || r.Observed == nil:
			case r.Verdict() == Hit:
				t.Hits++
			case r.Verdict() == Miss:
				t.Misses++
			default:
				t.Not++
			}
		}
		if t.Hits+t.Misses+t.Not > 0 {
			all = append(all, t)
		}
	}
	return all
}
