package history

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func day(year, month, d int) model.Date { return model.NewDate(year, month, d) }

func seen(name string, from, to model.Date, value, low, high float64) Target {
	q, _ := ByName(name)
	return Target{Name: name, Quantity: q, From: from, To: to, Value: value, Low: low, High: high, Use: Check}
}

func TestReadingsOfYearsAndOfWindows(t *testing.T) {
	s := &model.Spec{Start: day(2011, 4, 28), End: day(2013, 2, 1)}
	readings := Readings(s, []Target{
		seen("summits", day(2011, 4, 29), day(2012, 1, 1), 1, none, none),              // stands for 2011
		seen("summits", day(2013, 1, 1), day(2013, 1, 20), 0, none, none),              // a piece of a year that is not complete
		seen("gan_meetings", day(2011, 4, 28), day(2012, 6, 1), 9, none, none),         // no year
		seen("groups_in_existence", day(2012, 5, 23), day(2012, 5, 23), 7, none, none), // stands for 2012
		seen("gan_meetings", day(2012, 6, 1), day(2013, 3, 1), 9, none, none),          // beyond the horizon
	})
	type row struct {
		name     string
		from, to model.Date
		year     int
		observed bool
	}
	var got []row
	for _, r := range readings {
		switch r.Quantity.Name {
		case "summits", "gan_meetings", "groups_in_existence":
			got = append(got, row{r.Quantity.Name, r.From, r.To, r.Year, r.Observed != nil})
		}
	}
	require.Equal(t, []row{
		{"gan_meetings", day(2011, 4, 28), day(2012, 1, 1), 2011, false},
		{"gan_meetings", day(2012, 1, 1), day(2013, 1, 1), 2012, false},
		{"gan_meetings", day(2011, 4, 28), day(2012, 6, 1), 0, true},
		{"groups_in_existence", day(2011, 12, 31), day(2011, 12, 31), 2011, false},
		{"groups_in_existence", day(2012, 5, 23), day(2012, 5, 23), 2012, true},
		{"summits", day(2011, 4, 29), day(2012, 1, 1), 2011, true},
		{"summits", day(2012, 1, 1), day(2013, 1, 1), 2012, false},
		{"summits", day(2013, 1, 1), day(2013, 1, 20), 0, true},
	}, got)
	require.Equal(t, day(2013, 3, 1), ReplayEnd([]Target{seen("summits", 0, day(2013, 3, 1), 0, none, none), seen("summits", 0, 4, 0, none, none)}))
}

func TestVerdictsAndTheirTally(t *testing.T) {
	bands := func(values ...float64) Distribution { return Distribution{Sorted: values} }
	reading := func(role Role, value, low, high float64, d Distribution) Reading {
		x := seen("summits", 0, 1, value, low, high)
		return Reading{Quantity: x.Quantity, Role: role, Observed: &x, Bands: d}
	}
	all := []Reading{
		reading(Given, 27, none, none, bands(21, 21)),
		reading(Given, 21, none, none, bands(21, 21)),
		reading(Predicted, 6, none, none, bands(1, 5)),
		reading(Predicted, 6, 5, 7, bands(1, 5)),   // what its sources allow reaches into the band
		reading(Predicted, 2, none, none, bands()), // nothing to compare with
		{Role: Predicted, Bands: bands(1, 2)},      // nothing observed
		reading(Tuned, 1.2, none, none, bands(1, 2)),
		reading(Tuned, 0.9, none, none, bands(1, 2)),
	}
	var verdicts []Verdict
	for i := range all {
		verdicts = append(verdicts, all[i].Verdict())
	}
	require.Equal(t, []Verdict{Miss, Hit, Miss, Hit, NotCompared, NotCompared, Hit, Miss}, verdicts)
	require.Equal(t, []Tally{{Given, 1, 1, 0}, {Tuned, 1, 1, 0}, {Predicted, 1, 1, 1}}, TallyOf(all))
}
