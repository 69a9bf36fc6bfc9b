package history

import (
	"slices"

	"cumbre/model"
)

// Role says what agreement between a quantity and the archives is worth.
type Role string

// The roles.
const (
	Given       Role = "input"       // the scenario states it: agreement is by construction, a miss is a contradiction of sources
	Conditional Role = "conditional" // the scenario states the dates of handovers; whether and when presidents meet is the model's
	Tuned       Role = "fitted"      // a parameter was set from these archives: agreement is weak evidence
	Predicted   Role = "prediction"  // no parameter was set from it
)

// Roles returns all roles, the weakest evidence first.
func Roles() []Role { return []Role{Given, Conditional, Tuned, Predicted} }

// lastFitted is the end of the record that parameters were set from: the day after the
// sixteenth summit.
var lastFitted = model.NewDate(2022, 1, 27)

// Quantities that a scenario's calendar of presidencies gives, those that it bears on,
// and those of which a parameter's source or a target marked `calibrate` speaks: what is
// in force follows from ratifications of the same treaties, handovers from the length of
// the same presidencies.
var (
	ofCalendar   = []string{"presidency_changes", "presidency_days"}
	withCalendar = []string{"summits", "days_between_summits", "longest_gap_without_summit"}
	ofArchives   = []string{
		"gan_meetings", "gan_meetings_per_year", "council_meetings", "council_meetings_per_year", "tg_rounds", "tg_rounds_per_year",
		"groups_in_session", "mandates_per_summit", "treaties_signed", "treaties_in_force", "treaty_days_to_force", "treaty_days_to_force_p20",
		"treaty_days_to_force_p40", "treaty_days_to_force_p60", "treaty_days_to_force_p80", "treaty_days_to_signature",
		"signed_treaty_days_to_force", "signed_treaty_days_to_force_p20", "signed_treaty_days_to_force_p80",
		"presidency_days", "presidency_changes", "summits", "days_between_summits", "longest_gap_without_summit",
	}
)

// RoleOf says what a quantity over a window is in a scenario.
func RoleOf(q *Quantity, s *model.Spec, w Window) Role {
	calendar := float64(calendarEnd(s)-s.Start) + 1
	last := float64(lastFitted - s.Start)
	fitted := w.From < last || w.To <= last
	switch {
	case q.Name == "groups_in_existence":
		return Given
	case w.To <= calendar && slices.Contains(ofCalendar, q.Name):
		return Given
	case w.From < calendar && slices.Contains(withCalendar, q.Name):
		return Conditional
	case fitted && slices.Contains(ofArchives, q.Name):
		return Tuned
	}
	return Predicted
}

// calendarEnd is the last handover that a scenario's calendar gives.
func calendarEnd(s *model.Spec) model.Date {
	if n := len(s.Presidency.History); n > 0 {
		return s.Presidency.History[n-1].Start
	}
	return s.Start
}
