package history

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func calendarSpec(events ...model.Event) *model.Spec {
	return &model.Spec{Start: day(2011, 4, 28), End: day(2025, 1, 1), Events: events, Presidency: model.PresidencySpec{
		History: []model.PresidencyTerm{{Member: 3, Start: day(2011, 4, 28)}, {Member: 2, Start: day(2022, 1, 26)}},
	}}
}

func TestPlanOfPredictions(t *testing.T) {
	s := calendarSpec()
	plan := Predictions(s)
	require.Len(t, Measures(plan), len(plan))
	windows := map[string][]model.Date{}
	for _, p := range plan {
		if p.Scope == OfYear && p.Name == "summits" || p.Scope == Cumulative && p.Name == "longest_gap_without_summit" || p.Scope == AtMoment && p.Name == "mandates_open" {
			windows[string(p.Scope)] = append(windows[string(p.Scope)], p.From, p.To)
			require.Equal(t, Predicted, p.Role)
		}
		if p.Name == "groups_in_existence" {
			require.Equal(t, Given, p.Role)
		}
	}
	require.Equal(t, map[string][]model.Date{
		"year":       {day(2022, 1, 27), day(2023, 1, 1), day(2023, 1, 1), day(2024, 1, 1), day(2024, 1, 1), day(2025, 1, 1)},
		"cumulative": {day(2022, 1, 26), day(2023, 1, 1), day(2022, 1, 26), day(2024, 1, 1), day(2022, 1, 26), day(2025, 1, 1)},
		"moment":     {day(2022, 12, 31), day(2022, 12, 31), day(2023, 12, 31), day(2023, 12, 31), day(2024, 12, 31), day(2024, 12, 31)},
	}, windows)
}

func TestPresidenciesThatAnEventGives(t *testing.T) {
	roles := func(s *model.Spec) (all []Role) {
		for _, p := range Predictions(s) {
			if p.Scope == ByOrdinal && p.Ordinal <= 3 {
				all = append(all, p.Role)
			}
		}
		return all
	}
	require.Equal(t, []Role{Given, Predicted, Predicted, Predicted}, roles(calendarSpec()), "start and length of the second, then of the third")
	var contested *model.EventType
	for _, e := range model.EventTypes() {
		if e.Name == "contested_handover" {
			contested = e
		}
	}
	args := make([]float64, len(contested.Fields))
	for i, f := range contested.Fields {
		if f.Name == "from" {
			args[i] = 2
		}
	}
	event := model.Event{Date: day(2022, 12, 14), Type: contested, Args: args}
	require.Equal(t, []Role{Given, Given, Given, Predicted}, roles(calendarSpec(event)))
	event.Date = day(2021, 12, 14)
	require.Equal(t, []Role{Given, Predicted, Predicted, Predicted}, roles(calendarSpec(event)), "over before the prediction starts")
}

// Three histories: presidency 2 ends in two of them, presidency 3 begins in these, 4 in one.
func TestPredictFillsAPlanIn(t *testing.T) {
	s := calendarSpec()
	start := float64(day(2022, 1, 26) - s.Start)
	hist := func(terms ...Term) *History { return &History{Spec: s, Terms: terms, End: float64(s.End - s.Start)} }
	histories := []*History{
		hist(Term{2, start, start + 400}, Term{3, start + 400, start + 900}, Term{0, start + 900, none}),
		hist(Term{2, start, start + 500}, Term{1, start + 500, none}),
		hist(Term{2, start, none}),
	}
	plan := Predictions(s)
	e := &Ensemble{Replications: len(histories), Values: make([][]float64, len(plan))}
	for i, measure := range Measures(plan) {
		for _, h := range histories {
			e.Values[i] = append(e.Values[i], measure(h))
		}
	}
	var ordinals []Prediction
	for _, p := range Predict(plan, e) {
		if p.Scope == ByOrdinal {
			ordinals = append(ordinals, p)
		}
	}
	require.Len(t, ordinals, 4, "the fourth begins in one history of three")
	require.InDelta(t, 2022+25.0/365, ordinals[0].Quantile(0.5), 1e-9)
	require.Equal(t, 2, ordinals[0].Member)
	require.Equal(t, 1.0, ordinals[1].Share)
	require.Equal(t, 500.0, ordinals[1].Quantile(0.6))
	require.True(t, math.IsInf(ordinals[1].Quantile(0.75), 1), "one has not ended")
	require.Equal(t, 1, ordinals[2].Member, "as often as the other, and lower")
	require.Equal(t, 0.5, ordinals[2].Share)
	require.Equal(t, 2, ordinals[3].Bands.Beyond())
	require.Equal(t, 500.0, ordinals[3].Quantile(0))
}

// A summit that was held on the day of the last handover may not be held again after it.
func TestSummitsArePredictedGivenTheLastOne(t *testing.T) {
	s := calendarSpec()
	held := float64(day(2022, 1, 26) - s.Start)
	year := func(name string, scope Scope, summits ...float64) float64 {
		h := &History{Spec: s, End: float64(s.End - s.Start)}
		h.Meetings[model.Summit] = summits
		for _, p := range Predictions(s) {
			if p.Name == name && p.Scope == scope && p.Year == 2022 {
				return p.Of(h)
			}
		}
		return -1
	}
	require.Equal(t, 1.0, year("summits", OfYear, 100, held, held+200))
	require.Equal(t, 0.0, year("summits", Cumulative, held))
	require.Equal(t, 340.0, year("longest_gap_without_summit", Cumulative, held))
	require.True(t, math.IsNaN(year("summits", OfYear, held+75)), "postponed, which it was not")
	require.True(t, math.IsNaN(year("summits", OfYear, held-1)))
	require.Equal(t, 0.0, year("gan_meetings", OfYear), "other quantities do not depend on it")
	s.Presidency.History = s.Presidency.History[:1]
	require.Equal(t, 0.0, year("summits", OfYear), "without a calendar there is no last one; this is of 2022")
}
