package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/sim/stat"
)

// step is a government's entry into a state.
type step struct {
	state string
	day   Date
}

func stepsOf(s *Spec, all []Record, member int) (steps []step) {
	for _, x := range only(all, RecordGovernment) {
		if x.Member == member {
			steps = append(steps, step{x.State, s.Start + Date(x.Time)})
		}
	}
	return steps
}

// Scheduled changes are announced: campaign, election, inauguration, on the days the
// calendar and the lengths of campaign and transition give.
func TestGovernmentsFollowTheRealCalendar(t *testing.T) {
	s := alliance()
	campaign, transition := Date(s.Values[CampaignDays]), Date(s.Values[TransitionDays])
	all, _ := watched(s, 0, 1)
	for _, i := range []int{chile, colombia, mexico} {
		var want []step
		for _, term := range s.Members[i].Terms[1:] {
			want = append(want, step{"campaign", term.Start - transition - campaign}, step{"transition", term.Start - transition}, step{"in_office", term.Start})
		}
		require.Equal(t, want, stepsOf(s, all, i)[:len(want)], s.Members[i].Code)
	}
}

// Peru: what ends early is not announced; the successor is in place at once and in
// crisis until settled, or until the next fall.
func TestEarlyEndsInPeru(t *testing.T) {
	s := alliance()
	all, _ := watched(s, 0, 1)
	crisis := Date(s.Values[CrisisDays])
	want := []step{
		{"campaign", date("2011-04-28")}, {"transition", date("2011-05-14")}, {"in_office", date("2011-07-28")}, // the campaign of 2011 was on
		{"campaign", date("2016-07-28") - 255}, {"transition", date("2016-07-28") - 75}, {"in_office", date("2016-07-28")},
		{"crisis", date("2018-03-23")}, {"in_office", date("2018-03-23") + crisis},
		{"crisis", date("2020-11-10")}, {"in_office", date("2020-11-17")}, {"crisis", date("2020-11-17")},
		{"in_office", date("2020-11-17") + crisis}, {"campaign", date("2020-11-17") + crisis}, {"transition", date("2021-07-28") - 75}, {"in_office", date("2021-07-28")},
		{"crisis", date("2022-12-07")}, {"in_office", date("2022-12-07") + crisis},
		{"crisis", date("2025-10-10")}, {"in_office", date("2025-10-10") + crisis},
		{"crisis", date("2026-02-18")}, {"in_office", date("2026-02-18") + crisis}, {"campaign", date("2026-02-18") + crisis},
		{"transition", date("2026-07-28") - 75}, {"in_office", date("2026-07-28")},
	}
	require.Equal(t, want, stepsOf(s, all, peru)[:len(want)])
}

// The last fall the data know is followed by a crisis as long as any other.
func TestCrisisAfterTheLastKnownFall(t *testing.T) {
	s := lab(1, 1500, Governments).with(Setting{CrisisDays, 60})
	s.Members[0].Terms = append(s.Members[0].Terms, Term{Start: s.Start + 500, Early: true})
	all, _ := watched(s, 0, 1)
	require.Equal(t, []step{{"crisis", s.Start + 500}, {"in_office", s.Start + 560}}, stepsOf(s, all, 0)[:2])
}

// After the data, terms are regular.
func TestTermsAfterTheData(t *testing.T) {
	s := lab(1, 3000, Governments).with(Setting{TermYears, 2}, Setting{EarlyEndHazard, 0})
	all, _ := watched(s, 0, 1)
	var at []float64
	for _, x := range only(all, RecordGovernment) {
		if x.State == "in_office" {
			at = append(at, x.Time)
		}
	}
	require.Equal(t, []float64{2 * DaysPerYear, 4 * DaysPerYear, 6 * DaysPerYear, 8 * DaysPerYear}, at)
}

// And they end early by a hazard: falls are a Poisson process when crises take no
// time, whatever the terms. The government in office at the end of the data is known
// to serve it out, unless the data say that its term lies in the future.
func TestEarlyEndsAreAPoissonProcess(t *testing.T) {
	const hazard, years = 0.4, 40
	s := lab(1, years*DaysPerYear, Governments).with(Setting{TermYears, 5}, Setting{EarlyEndHazard, hazard}, Setting{CrisisDays, 0})
	s.Members[0].Terms[0].Scheduled = true
	var falls stat.Tally
	for seed := range uint64(80) {
		n := 0.0
		all, _ := watched(s, 0, seed)
		for _, x := range only(all, RecordGovernment) {
			if x.State == "crisis" {
				n++
			}
		}
		falls.Add(n)
	}
	requireMean(t, hazard*years, falls, 0.2, "falls")
	ratio := falls.Var() / (hazard * years)
	require.Less(t, ratio, distuv.ChiSquared{K: 79}.Quantile(1-5e-5)/79)
	require.Greater(t, ratio, distuv.ChiSquared{K: 79}.Quantile(5e-5)/79)

	s.Members[0].Terms[0].Scheduled = false
	for seed := range uint64(40) {
		all, _ := watched(s, 0, seed)
		require.Equal(t, "campaign", only(all, RecordGovernment)[0].State)
	}
}

// Campaign, transition and crisis cost their shares of capacity, and nothing else does
// here.
func TestCapacityFollowsTheGovernment(t *testing.T) {
	s := lab(1, 2000, Governments, Capacity).with(Setting{Officials, 10}, Setting{CompetingShare, 0}, Setting{WillCapacity, 0},
		Setting{CampaignDays, 100}, Setting{TransitionDays, 50}, Setting{CrisisDays, 30}, Setting{LameDuckLoss, 0.2}, Setting{TransitionLoss, 0.5}, Setting{CrisisLoss, 0.6})
	s.Members[0].Terms = append(s.Members[0].Terms, Term{Start: s.Start + 500}, Term{Start: s.Start + 1000, Early: true})
	w := begun(s, 0, 1)
	for _, c := range []struct{ day, capacity float64 }{{349, 10}, {351, 8}, {449, 8}, {451, 5}, {499, 5}, {501, 10}, {999, 10}, {1001, 4}, {1029, 4}, {1031, 10}} {
		w.k.Run(c.day)
		require.Equal(t, c.capacity, w.members[0].ministries[trade].Capacity(), "day %v", c.day)
		require.Equal(t, c.capacity, w.members[0].ministries[foreign].Capacity(), "day %v", c.day)
	}
}

// Capacity by its formula, K·a − loads, term by term.
func TestCapacityAddsUp(t *testing.T) {
	s := lab(2, 400, Capacity, External, Monitoring, Uptake).with(Setting{Officials, 10}, Setting{CompetingShare, 0.2}, Setting{WillCapacity, 0.5}, Setting{WillBase, 0.6},
		Setting{ObserverDays, 1.5}, Setting{CandidateDays, 20}, Setting{ExternalCoordinator, 0.25}, Setting{MonitoringDays, 3}, Setting{VisibleHand, 0.5}, Setting{VisibleHandDays, 100})
	s.Observers = []ObserverCount{{Date: s.Start - 100, Count: 7}, {Date: s.Start, Count: 12}, {Date: s.Start + 50, Count: 40}}
	s.add(event("candidates", s.Start.String(), 2)).declared(20)
	w := begun(s, 0, 1)
	w.k.Run(40) // twenty norms in force, the monthly clock has ticked
	m := &w.members[1]
	external := 12*1.5 + 2*20.0
	load := (20*3 + external*0.75 + 50) / (2 * DaysPerYear)
	require.InDelta(t, 10*(1-m.competing)*(1-0.5*0.4)-load, m.ministries[trade].Capacity(), 1e-12)
	require.InDelta(t, 0.2, m.competing, 0.1)
	require.InDelta(t, 1-external*0.25/DaysPerYear, m.coordinator.Capacity(), 1e-12)
	w.k.Run(51)
	require.InDelta(t, 1-(40*1.5+2*20)*0.25/DaysPerYear, m.coordinator.Capacity(), 1e-12, "more observers")
	w.p[ObserverDays] = 1e6
	w.recapacity()
	require.Equal(t, 10*w.p[CapacityFloor], m.ministries[trade].Capacity(), "somebody answers the phone")
	require.Equal(t, w.p[AttentionFloor], m.coordinator.Capacity())
}

// Other priorities take a share that is redrawn each quarter, on average the parameter.
func TestCompetingPrioritiesAreRedrawnEachQuarter(t *testing.T) {
	const month, quarters = DaysPerYear / 12, 800
	s := lab(1, quarters*3*month, Capacity).with(Setting{CompetingShare, 0.3})
	w := begun(s, 0, 1)
	var share stat.Tally
	for q := range quarters {
		w.k.Run((3*float64(q) + 0.5) * month)
		now := w.members[0].competing
		require.True(t, 0.15 <= now && now <= 0.45)
		require.False(t, q > 0 && share.Max() == now && share.Min() == now, "redrawn")
		w.k.Run((3*float64(q) + 2.5) * month)
		require.Equal(t, now, w.members[0].competing, "within the quarter")
		share.Add(now)
	}
	requireMean(t, 0.3, share, 0.06, "share")
	require.InEpsilon(t, 0.3/math.Sqrt(12), share.SD(), 0.1, "uniform")
}

// Wills and ideals of heads of state have the mean and spread of their formulas;
// continuity softens both.
func TestGovernmentsDrawWillAndIdeals(t *testing.T) {
	s := lab(1, 4000*DaysPerYear, Governments).with(Setting{TermYears, 1}, Setting{WillBase, 0.6}, Setting{WillSD, 0.05}, Setting{WillDimensionSD, 0.04}, Setting{IdealSD, 0.08}, Setting{Continuity, 0.25})
	s.Off = s.Off.Without(Presidency)
	s.Members[0].Ideal[Digital] = 0.5
	w := newWorld(s, 0)
	var will, ideal, soft stat.Tally
	w.reset(begun(s, 0, 3).src)
	w.start()
	m := &w.members[0]
	for g := range 4000 {
		m.government = g
		w.drawGovernment(m)
		will.Add(m.will[Goods])
		ideal.Add(m.ideal[Digital])
		soft.Add(w.softWill(0, Goods))
	}
	requireMean(t, 0.6, will, 0.02, "will")
	requireMean(t, 0.5, ideal, 0.02, "ideal")
	requireMean(t, 0.6, soft, 0.02, "softened")
	require.InEpsilon(t, 0.05*0.05+0.04*0.04, will.Var(), 0.15, "variance of will") // its own error is 2 %
	require.InEpsilon(t, 0.75*0.08, ideal.SD(), 0.08)
	require.InEpsilon(t, 0.75*will.SD(), soft.SD(), 1e-6)
}

// A new government replaces its coordinator with probability 1 − κ, who needs time to
// learn, and may withdraw what its country sponsored and nobody has adopted.
func TestNewGovernmentsReplaceAndWithdraw(t *testing.T) {
	const n, kappa, withdrawal = 4000, 0.6, 0.5
	s := lab(2, 900, Governments, Coordination, Meetings, Patience).declared(n).with(Setting{Continuity, kappa}, Setting{Withdrawal, withdrawal}, Setting{PatienceDays, 1e9},
		Setting{TGInterval, 1e6}, Setting{LearningDays, 100}, Setting{LearningLoss, 0.4})
	s.Members[0].Terms = append(s.Members[0].Terms, Term{Start: s.Start + 500})
	r := NewRunner(s, 0)
	sponsored, withdrawn := 0, 0
	r.Run(4, 0)
	for _, m := range r.Mandates() {
		if m.Sponsor == 0 {
			sponsored++
		}
		if m.State == "withdrawn" {
			withdrawn++
			require.Equal(t, 0, m.Sponsor)
			require.Equal(t, 500.0, m.Ended)
		}
	}
	requireShare(t, 0.5, sponsored, n, "sponsored by one of two")
	requireShare(t, (1-kappa)*withdrawal, withdrawn, sponsored, "withdrawn")

	replaced := 0
	s.Events = nil
	for seed := range uint64(1000) {
		w := begun(s, 0, seed)
		w.k.Run(501)
		require.Equal(t, 1.0, w.members[1].coordinator.Capacity())
		if c := w.members[0].coordinator.Capacity(); c != 1 {
			require.InDelta(t, 0.6, c, 1e-15)
			replaced++
			w.k.Run(650) // the next monthly tick after the hundred days
			require.Equal(t, 1.0, w.members[0].coordinator.Capacity())
		}
	}
	requireShare(t, 1-kappa, replaced, 1000, "replaced")
}
