package history

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

var none = math.NaN()

// archive is a history short enough to count on one's fingers: ten years, whose days are
// numbered from the first.
func archive() *History {
	start := model.NewDate(2010, 1, 1)
	h := &History{
		Spec: &model.Spec{Start: start, End: start + 3650, Groups: []model.GroupSpec{
			{Created: start}, {Created: start + 100}, {Created: start + 1000},
		}},
		End:      3650,
		Sessions: []float64{50, 50, 150, 150, 150, 1200}, // rounds of two, three and one
		Sat:      []int{0, 1, 0, 1, 2, 2},
		Terms:    []Term{{1, 400, 800}, {2, 800, 1300}, {3, 1300, none}},
	}
	h.Meetings[model.Summit] = []float64{100, 500, 1500}
	h.Meetings[model.HighLevelGroup] = []float64{10, 100, 200, 365, 400}
	h.Meetings[model.Council] = []float64{300, 900}
	h.Meetings[model.TechnicalGroup] = []float64{50, 150, 1200}
	mandate := func(origin, form, state string, issued, adopted, ended float64) {
		h.Mandates = append(h.Mandates, model.MandateInfo{Origin: origin, Form: form, State: state, Issued: issued, Adopted: adopted, Ended: ended})
	}
	mandate("declaration", model.FormAction, "fulfilled", 0, 60, 90)
	mandate(model.OriginSummit, model.FormTreaty, "fulfilled", 100, 300, 1000)         // 200 to signature, 700 to force
	mandate(model.OriginSummit, model.FormTreaty, "in implementation", 100, 500, none) // 400 to signature
	mandate(model.OriginSummit, model.FormRegulation, "lapsed", 100, none, 700)
	mandate(model.OriginExtraSummit, model.FormTreaty, "lapsed", 450, 600, 2000) // signed, never in force
	mandate(model.OriginSummit, model.FormTreaty, "fulfilled", 500, 1100, 1400)  // 600 and 300
	mandate("gan", model.FormTreaty, "before the GAN", 900, none, none)
	return h
}

func TestQuantitiesOfAHistoryWithKnownAnswers(t *testing.T) {
	year := model.DaysPerYear
	for _, c := range []struct {
		name     string
		from, to float64
		want     float64
	}{
		{"gan_meetings", 0, 3650, 5},
		{"gan_meetings", 100, 365, 2}, // its first day is in the window, its last is not
		{"gan_meetings", 401, 3650, 0},
		{"gan_meetings", 365, 365, 0},
		{"gan_meetings_per_year", 0, 2 * year, 2.5},
		{"council_meetings", 300, 900, 1},
		{"council_meetings_per_year", 0, 4 * year, 0.5},
		{"tg_rounds", 0, 151, 2},
		{"tg_rounds_per_year", 0, year, 2},
		{"groups_in_session", 0, 3650, 2},
		{"groups_in_session", 0, 100, 2},
		{"groups_in_session", 200, 1000, none},
		{"groups_that_sat", 0, 100, 2},
		{"groups_that_sat", 0, 200, 3},
		{"groups_that_sat", 1200, 1201, 1},
		{"groups_that_sat", 200, 1200, 0},
		{"groups_in_existence", 0, 0, 1},
		{"groups_in_existence", 0, 99, 1},
		{"groups_in_existence", 0, 100, 2}, // from its first day on
		{"groups_in_existence", 0, 3650, 3},
		{"mandates_per_summit", 0, 3650, 2}, // three and one; the extraordinary one does not count
		{"mandates_per_summit", 101, 600, 1},
		{"mandates_per_summit", 101, 500, none},
		{"summits", 0, 3650, 3},
		{"summits", 100, 500, 1},
		{"days_between_summits", 0, 3650, 700},
		{"days_between_summits", 0, 1500, 400},
		{"days_between_summits", 0, 500, none},
		{"longest_gap_without_summit", 0, 1600, 1000},
		{"longest_gap_without_summit", 0, 3650, 2150}, // after the last one
		{"longest_gap_without_summit", 200, 300, 100}, // none at all
		{"longest_gap_without_summit", 100, 600, 400},
		{"presidency_changes", 0, 3650, 3},
		{"presidency_changes", 400, 800, 1},
		{"presidency_days", 0, 3650, 450}, // not the one in office
		{"presidency_days", 0, 800, 400},
		{"presidency_days", 401, 1299, none}, // none both begins and ends
		{"treaties_signed", 0, 3650, 4},
		{"treaties_signed", 300, 600, 2},
		{"treaties_in_force", 0, 1000, 0}, // in force on the day, not before it
		{"treaties_in_force", 0, 1001, 1},
		{"treaties_in_force", 0, 3650, 2},
		{"treaty_days_to_force", 0, 3650, 500},
		{"treaty_days_to_force", 0, 1200, 700}, // the quick one is not yet in force
		{"treaty_days_to_force", 1000, 3650, 300},
		{"treaty_days_to_force", 0, 900, none},
		{"treaty_days_to_force_p20", 0, 3650, 380},
		{"treaty_days_to_force_p40", 0, 3650, 460},
		{"treaty_days_to_force_p60", 0, 3650, 540},
		{"treaty_days_to_force_p80", 0, 3650, 620},
		{"signed_treaty_days_to_force", 0, 550, 700}, // 700, and one not in force at the horizon
		{"signed_treaty_days_to_force_p80", 0, 550, math.Inf(1)},
		{"signed_treaty_days_to_force", 0, 3650, 700}, // 300, 700, and two that never will be
		{"signed_treaty_days_to_force_p20", 0, 3650, 300},
		{"signed_treaty_days_to_force_p80", 0, 3650, math.Inf(1)},
		{"signed_treaty_days_to_force", 301, 1100, math.Inf(1)},
		{"signed_treaty_days_to_force", 1000, 1101, 300},
		{"signed_treaty_days_to_force", 0, 300, none}, // none signed yet
		{"treaty_days_to_signature", 0, 550, 300},     // 200 and 400
		{"treaty_days_to_signature", 0, 3650, 300},
		{"treaty_days_to_signature", 0, 300, none},
		{"mandates_issued", 0, 3650, 7},
		{"mandates_issued", 100, 450, 3},
		{"mandates_open", 0, 95, 0},
		{"mandates_open", 0, 101, 3},
		{"mandates_open", 0, 700, 5}, // what ends on the day is open before it
		{"mandates_open", 0, 3650, 2},
		{"share_in_force", 0, 60, none},
		{"share_in_force", 0, 95, 1},
		{"share_in_force", 0, 3650, 0.6}, // three of five
	} {
		q, ok := ByName(c.name)
		require.True(t, ok, c.name)
		got := q.Of(archive(), Window{c.from, c.to})
		if math.IsNaN(c.want) {
			require.True(t, math.IsNaN(got), "%s from %g to %g: %g", c.name, c.from, c.to, got)
			continue
		}
		if math.IsInf(c.want, 1) {
			require.True(t, math.IsInf(got, 1), "%s from %g to %g: %g", c.name, c.from, c.to, got)
			continue
		}
		require.InDelta(t, c.want, got, 1e-9, "%s from %g to %g", c.name, c.from, c.to)
	}
}

func TestEveryQuantityIsTested(t *testing.T) {
	empty := &History{Spec: &model.Spec{Start: 10, End: 100}, End: 90}
	seen := map[string]bool{}
	for _, q := range Quantities() {
		require.False(t, seen[q.Name], "%s is there twice", q.Name)
		seen[q.Name] = true
		require.NotEmpty(t, q.Unit, q.Name)
		require.NotEmpty(t, q.Text.ES, q.Name)
		require.NotEmpty(t, q.Text.EN, q.Name)
		x := q.Of(empty, Window{0, 90}) // of an Alliance that did nothing
		if q.Name == "longest_gap_without_summit" {
			require.Equal(t, 90.0, x)
			continue
		}
		require.True(t, x == 0 || math.IsNaN(x), "%s: %g", q.Name, x)
	}
	_, ok := ByName("gan_meeting")
	require.False(t, ok)
}

func TestPresidenciesByOrdinal(t *testing.T) {
	h := archive()
	_, ok := h.Presidency(1)
	require.False(t, ok, "the one in office at the start did not begin within the run")
	term, ok := h.Presidency(3)
	require.True(t, ok)
	require.Equal(t, Term{2, 800, 1300}, term)
	require.Equal(t, 500.0, PresidencyDays(3)(h))
	require.Equal(t, 800.0, PresidencyStart(3)(h))
	require.Equal(t, 2.0, PresidencyMember(3)(h))
	require.True(t, math.IsInf(PresidencyDays(4)(h), 1), "in office at the horizon")
	require.Equal(t, 1300.0, PresidencyStart(4)(h))
	for _, measure := range []Measure{PresidencyDays(5), PresidencyStart(5)} {
		require.True(t, math.IsInf(measure(h), 1), "after the horizon")
	}
	require.True(t, math.IsNaN(PresidencyMember(5)(h)))
}

func TestRoles(t *testing.T) {
	start := model.NewDate(2011, 4, 28)
	s := &model.Spec{Start: start, Presidency: model.PresidencySpec{History: []model.PresidencyTerm{{Start: start}, {Start: model.NewDate(2022, 1, 26)}}}}
	role := func(name string, from, to model.Date) Role {
		q, ok := ByName(name)
		require.True(t, ok)
		return RoleOf(q, s, Window{float64(from - start), float64(to - start)})
	}
	early, late, handover := model.NewDate(2015, 1, 1), model.NewDate(2024, 1, 1), model.NewDate(2022, 1, 27)
	require.Equal(t, Given, role("groups_in_existence", early, early))
	require.Equal(t, Given, role("groups_in_existence", late, late))
	require.Equal(t, Given, role("presidency_changes", early, handover))
	require.Equal(t, Predicted, role("presidency_changes", handover, late))
	require.Equal(t, Conditional, role("summits", early, handover))
	require.Equal(t, Predicted, role("summits", handover, late))
	require.Equal(t, Tuned, role("gan_meetings", early, handover))
	require.Equal(t, Predicted, role("gan_meetings", handover, late))
	require.Equal(t, Tuned, role("treaties_in_force", early, early))
	require.Equal(t, Predicted, role("treaties_in_force", late, late))
	require.Equal(t, Predicted, role("groups_that_sat", early, handover))
	s.Presidency.History = s.Presidency.History[:1]
	require.Equal(t, Tuned, role("presidency_changes", early, handover), "left to the model")
	require.Equal(t, Tuned, role("summits", early, handover))
}
