package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// capacities reads the capacity of the first member's ministry on days.
func requireCapacities(t *testing.T, s *Spec, want map[float64]float64) {
	t.Helper()
	for day, capacity := range want {
		w := begun(s, 0, 1)
		w.k.Run(day)
		require.InDelta(t, capacity, w.members[0].ministries[trade].Capacity(), 1e-12, "day %v", day)
	}
}

// inCrisisLab is one government whose term ends on day 500, campaign from 350, election on
// 450, and whose crises take half of its capacity.
func inCrisisLab(events ...Event) *Spec {
	s := lab(1, 2000, Governments, Shocks, Capacity).with(Setting{Officials, 10}, Setting{CompetingShare, 0}, Setting{WillCapacity, 0}, Setting{CrisisLoss, 0.5},
		Setting{CampaignDays, 100}, Setting{TransitionDays, 50}, Setting{LameDuckLoss, 0.2}, Setting{TransitionLoss, 0.3})
	s.Members[0].Terms = append(s.Members[0].Terms, Term{Start: s.Start + 500}, Term{Start: s.Start + 1500})
	return s.add(events...)
}

// A crisis that ends no government takes it from wherever it stands and leaves it in
// office, to go on with its term as planned.
func TestCrisisInterruptsATerm(t *testing.T) {
	s := inCrisisLab(event("crisis", "2001-02-10", 0, 50)) // days 40 to 90
	all, r := watched(s, 0, 1)
	require.Equal(t, []step{{"in_office", s.Start + 90}, {"campaign", s.Start + 350}, {"transition", s.Start + 450}, {"in_office", s.Start + 500}}, stepsOf(s, all, 0)[:4])
	require.Len(t, only(all, RecordCrisis), 1)
	require.Equal(t, 2, r.w.members[0].government, "two changes in 2000 days, none by the crisis")
	requireCapacities(t, s, map[float64]float64{39: 10, 41: 5, 89: 5, 91: 10, 351: 8})
}

// During a campaign the crisis delays the election but not the inauguration; a term that
// ends ends the crisis, on the real calendar and after it.
func TestTermEndsACrisis(t *testing.T) {
	s := inCrisisLab(event("crisis", "2001-12-27", 0, 120)) // days 360 to 480
	all, _ := watched(s, 0, 1)
	require.Equal(t, []step{{"campaign", s.Start + 350}, {"in_office", s.Start + 480}, {"campaign", s.Start + 480}, {"transition", s.Start + 480}, {"in_office", s.Start + 500}}, stepsOf(s, all, 0)[:5])
	requireCapacities(t, s, map[float64]float64{361: 5, 479: 5, 481: 7, 501: 10})

	s = inCrisisLab(event("crisis", "2001-12-27", 0, 1000))
	all, r := watched(s, 0, 1)
	require.Equal(t, s.Start+500, stepsOf(s, all, 0)[len(stepsOf(s, all, 0))-4].day)
	require.Equal(t, 2, r.w.members[0].government)
	requireCapacities(t, s, map[float64]float64{499: 5, 501: 10})

	s = lab(1, 1500, Governments, Shocks).with(Setting{TermYears, 2}, Setting{EarlyEndHazard, 0}).add(event("crisis", "2002-11-27", 0, 400)) // days 695 to 1095
	all, r = watched(s, 0, 1)
	end := s.Start + 730 // and a half
	require.Equal(t, []step{{"transition", end}, {"in_office", end}}, stepsOf(s, all, 0)[2:4], "elected although in crisis")
	require.Equal(t, 2, r.w.members[0].government, "again two years later")
}

// Two crises at once last until the later end; a fall in a crisis is a fall.
func TestCrisesOverlap(t *testing.T) {
	s := inCrisisLab(event("crisis", "2001-02-10", 0, 50), event("crisis", "2001-02-20", 0, 10), event("crisis", "2001-03-22", 0, 30)) // 40–90, 50–60, 80–110
	requireCapacities(t, s, map[float64]float64{41: 5, 61: 5, 91: 5, 109: 5, 111: 10})

	s = inCrisisLab(event("crisis", "2001-02-10", 0, 50)).with(Setting{CrisisDays, 60})
	s.Members[0].Terms[1] = Term{Start: s.Start + 70, Early: true}
	all, r := watched(s, 0, 1)
	require.Equal(t, []step{{"in_office", s.Start + 70}, {"crisis", s.Start + 70}, {"in_office", s.Start + 130}}, stepsOf(s, all, 0)[:3])
	require.Positive(t, r.w.members[0].government)
}

// Without governments a crisis only passes.
func TestCrisisWithoutGovernments(t *testing.T) {
	s := inCrisisLab(event("crisis", "2002-04-01", 0, 100)) // days 455 to 555
	s.Off = s.Off.Without(Governments)
	requireCapacities(t, s, map[float64]float64{454: 10, 456: 5, 501: 5, 554: 5, 556: 10, 1600: 10})
}
