package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

// A secretariat comes by treaty: agreed, ratified by the slowest member, set up; only
// then do its shares count and its posts cost.
func TestSecretariatComesIntoBeing(t *testing.T) {
	s := lab(3, 2000, Secretariat, Ratification, Costs).with(secretariatOf(10)...).with(Setting{AgreementDays, 300}, Setting{RatificationDays, 400},
		Setting{RatificationSpread, 0.3}, Setting{SetupDays, 200}, Setting{CostStaff, 1e5}, Setting{CostCoordinator, 0}, Setting{CostRound, 0}, Setting{CostNC, 0}, Setting{CostGAN, 0})
	s.with(Setting{TermDays, 1e6}, Setting{OwnInitiative, 0}, Setting{AgreementWork, 100}, Setting{CostOfficialDay, 200}, Setting{SetupStaff, 0.3}, Setting{CouncilInterval, 1e6})
	all, r := watched(s, 0, 2)
	steps := only(all, RecordSecretariat)
	require.Equal(t, []string{"agreed", "being_set_up", "operating"}, []string{steps[0].State, steps[1].State, steps[2].State})
	require.InDelta(t, 200.0, steps[2].Time-steps[1].Time, 1e-9)
	last := map[int]bool{}
	for seed := range uint64(12) {
		all, _ := watched(s, 0, seed)
		at, w := only(all, RecordSecretariat), begun(s, 0, seed)
		slowest, who := 0.0, 0
		for i := range w.members {
			if days := w.ratificationDays(drawSecRatify, 0, i); days > slowest {
				slowest, who = days, i
			}
		}
		last[who] = true
		require.InDelta(t, slowest, at[1].Time-at[0].Time, 1e-9)
	}
	require.Len(t, last, 3, "each was the slowest once")
	w := begun(s, 0, 2)

	begins := steps[2].Time
	w.k.Run(begins - 1)
	require.Zero(t, w.taken(SecretariatMemory))
	require.Zero(t, w.delegation())
	require.Zero(t, w.operatingStaff())
	require.Zero(t, w.secretariat.pool.Capacity())
	w.k.Run(begins + 1)
	require.Equal(t, 0.8, w.taken(SecretariatMemory))
	require.InDelta(t, (0.9+0.8+0.5+0.2+0.4)/6, w.delegation(), 1e-15)
	require.Equal(t, 10.0, w.operatingStaff())
	require.InDelta(t, 10-w.p[ConveningStaff]*(0.9+0.8)/2, w.secretariat.pool.Capacity(), 1e-12)

	// Bills are exact to the day.
	x, years := r.w.res.Metrics, (2000-begins)/DaysPerYear
	require.InDelta(t, years, x[MSecretariatYears], 1e-9)
	setup := 0.3 * 200 / DaysPerYear // of a post's year
	require.InDelta(t, 3*100.0, x[MOfficialDays], 1e-9, "the treaty's work, in each member")
	require.InDelta(t, (10*(years+setup)*1e5+3*100*200)/1e6, x[MCost], 1e-9)
	require.InDelta(t, 10*(years+setup)+3*2000/DaysPerYear, x[MStaffYears], 1e-9)
	require.InDelta(t, years*(0.9+0.8+0.5+0.2+0.4)/6, x[MSovereigntyCost], 1e-9)
}

func TestSecretariatNeedsStaffAndItsSwitch(t *testing.T) {
	for _, s := range []*Spec{
		lab(3, 3000, Secretariat).with(secretariatOf(0)...),
		lab(3, 3000).with(secretariatOf(10)...),
	} {
		all, r := watched(s.with(Setting{AgreementDays, 1}, Setting{SetupDays, 0}), 0, 1)
		require.Empty(t, only(all, RecordSecretariat))
		require.Zero(t, r.w.res.Metrics[MSecretariatYears])
		require.True(t, math.IsNaN(r.w.res.Metrics[MSecretariatLoad]))
	}
}

// The median of the days to agree is the parameter; 0 is at once.
func TestAgreementTakesItsMedian(t *testing.T) {
	s := lab(1, 300, Secretariat).with(Setting{Staff, 1}, Setting{AgreementDays, 300}, Setting{SetupDays, 0})
	agreed := 0
	for seed := range uint64(2000) {
		all, _ := watched(s, 0, seed)
		if len(only(all, RecordSecretariat)) > 0 {
			agreed++
		}
	}
	requireShare(t, 0.5, agreed, 2000, "agreed by the median day")
	s.Values[AgreementDays] = 0
	all, _ := watched(s, 0, 1)
	require.Equal(t, 0.0, only(all, RecordSecretariat)[2].Time)
}

// Own initiative: mandates per post and year, from the day it operates.
func TestOwnInitiativeIsPerPost(t *testing.T) {
	s := lab(1, 4000, Secretariat, Proliferation).with(Setting{Staff, 10}, Setting{OwnInitiative, 1.5}, Setting{AgreementDays, 0}, Setting{SetupDays, 1000})
	var issued stat.Tally
	r := NewRunner(s, 0)
	for i := range uint64(40) {
		issued.Add(r.Run(1, i).Metrics[MIssued])
		require.GreaterOrEqual(t, r.Mandates()[0].Issued, 1000.0)
		require.Equal(t, "B-1", r.Mandates()[0].Name)
	}
	requireMean(t, 10*1.5*3000/DaysPerYear, issued, 0.1, "issued")
}

// Drafting takes its share of the work off the delegations and does it once, for less.
func TestSecretariatDrafts(t *testing.T) {
	const drafting, pooling, n = 0.4, 0.25, 30
	s := lab(3, 3000, Secretariat, TechnicalWork).with(Setting{Staff, 10}, Setting{ConveningStaff, 0}, Setting{SecretariatDrafting, drafting}, Setting{PoolingGain, pooling},
		Setting{AgreementDays, 0}, Setting{SetupDays, 0}).add(event("mandates", "2001-02-10", n))
	with := NewRunner(s, 0)
	require.Equal(t, float64(n), with.Run(1, 0).Metrics[MFulfilled])
	alone := NewRunner(lab(3, 3000, TechnicalWork).add(event("mandates", "2001-02-10", n)), 0)
	alone.Run(1, 0)
	by := func(r *Runner) (work float64) {
		for i := range r.w.members {
			work += r.w.members[i].ministries[trade].Delivered()
		}
		return work
	}
	total := by(alone)
	require.InEpsilon(t, total*(1-drafting), by(with), 1e-9)
	require.InEpsilon(t, total*drafting*(1-pooling), with.w.secretariat.pool.Delivered(), 1e-9)
}

// Monitoring that the secretariat takes over comes off the ministries, and the work that
// pooling does not save falls on its staff.
func TestSecretariatMonitors(t *testing.T) {
	const norms, staff, share = 40, 10, 0.5
	s := lab(3, 400, Secretariat, Monitoring, Capacity).declared(norms).with(Setting{CompetingShare, 0}, Setting{WillCapacity, 0}, Setting{Staff, staff}, Setting{SecretariatMonitoring, share}, Setting{MonitoringDays, 9},
		Setting{PoolingGain, 0.25}, Setting{AgreementDays, 0}, Setting{SetupDays, 0}, Setting{Officials, 5})
	w := begun(s, 0, 1)
	w.k.Run(40)
	require.InDelta(t, 5-norms*9*(1-share)/2/DaysPerYear, w.members[2].ministries[trade].Capacity(), 1e-12)
	require.InDelta(t, staff-norms*9*share*3*(1-0.25)/DaysPerYear, w.secretariat.pool.Capacity(), 1e-12)
}

// When all coordinators mediate, each works its share of what one would, and never less
// than its part.
func TestSherpasShareMediation(t *testing.T) {
	for joint, share := range map[float64]float64{0.4: 0.4, 0.1: 0.25} {
		s := lab(4, 900, Positions, Negotiation).declared(10).with(Setting{ToleranceBase, -1}, Setting{MaxRounds, 1}, Setting{MinDepth, 0},
			Setting{SharedMediation, 1}, Setting{JointMediation, joint}, Setting{MediationDays, 2}, Setting{WorkSpread, 0}, Setting{TermDays, 1e6})
		r := NewRunner(s, 0)
		require.Equal(t, 10.0, r.Run(1, 0).Metrics[MShelved])
		for i := range r.w.members {
			require.InDelta(t, 10*2*share, r.w.members[i].coordinator.Delivered(), 1e-9)
		}
	}
}

// Who mediates is drawn with the design's probabilities.
func TestWhoMediates(t *testing.T) {
	const n = 3000
	mediator := func(settings ...Setting) (bySecretariat, byAll, byHolder int) {
		s := lab(3, 900, Secretariat, Positions, Negotiation).with(Setting{ToleranceBase, -1}, Setting{MaxRounds, 1}, Setting{MinDepth, 0}, Setting{MediationDays, 1e-3},
			Setting{Staff, 5}, Setting{AgreementDays, 0}, Setting{SetupDays, 0}, Setting{TermDays, 1e6}).with(settings...)
		s.add(event("mandates", "2001-02-10", n))
		all, _ := watched(s, 0, 1)
		tasks := map[string][]int{}
		for _, x := range only(all, RecordTask) {
			tasks[x.Mandate] = append(tasks[x.Mandate], x.Member)
		}
		require.Len(t, tasks, n)
		for _, who := range tasks {
			switch {
			case len(who) == 3:
				byAll++
			case who[0] == -1:
				bySecretariat++
			default:
				require.Equal(t, []int{0}, who, "the presidency's coordinator")
				byHolder++
			}
		}
		return bySecretariat, byAll, byHolder
	}
	_, _, holder := mediator()
	require.Equal(t, n, holder)
	office, all, holder := mediator(Setting{SecretariatMediation, 0.4}, Setting{SharedMediation, 0.5})
	requireShare(t, 0.4, office, n, "secretariat")
	requireShare(t, 0.6*0.5, all, n, "all coordinators")
	requireShare(t, 0.6*0.5, holder, n, "presidency")
}

// Dossiers of a secretariat that a reform closes go on in other hands.
func TestClosedSecretariatHandsOver(t *testing.T) {
	s := lab(2, 3000, Secretariat, TechnicalWork).with(secretariatOf(1)...).with(Setting{SecretariatDrafting, 0.9}, Setting{TechnicalDays, 50}, Setting{AgreementDays, 0}, Setting{SetupDays, 0},
		Setting{OwnInitiative, 0})
	s.add(event("mandates", "2001-02-10", 5))
	s.Designs = []Design{{Name: "abolished", Set: []Setting{{Staff, 0}}, From: date("2001-03-10")}}
	r := NewRunner(s, 0)
	require.Equal(t, 5.0, r.Run(1, 0).Metrics[MFulfilled])
	require.Zero(t, r.w.secretariat.pool.Len())
	require.Positive(t, r.w.members[0].coordinator.Delivered())
}

// Costs by hand: meetings by their number, posts and days by their price.
func TestCostsAddUp(t *testing.T) {
	s := lab(2, 731, TechnicalWork, Meetings, Costs, Uptake).declared(10).with(Setting{TermDays, 300}, Setting{SummitReluctance, 0}, Setting{TimeShare, 0.5}, Setting{CouncilOn, 1},
		Setting{VisibleHand, 0.25}, Setting{VisibleHandDays, 40}, Setting{VisibleHandBudget, 4})
	r := NewRunner(s, 0)
	x := r.Run(1, 0).Metrics
	years := 731 / DaysPerYear
	work := 0.0
	for i := range r.w.members {
		work += r.w.members[i].ministries[trade].Busy() + r.w.members[i].ministries[foreign].Busy()
	}
	days := work + 2*years*0.25*40
	v := s.Values
	require.InDelta(t, days, x[MOfficialDays], 1e-6)
	require.InDelta(t, 2*0.5*years, x[MStaffYears], 1e-9)
	meetings := math.Floor(731/v[TGInterval])*v[CostRound] + math.Floor(731/v[NCInterval])*v[CostNC] + math.Floor(731/v[GANInterval])*v[CostGAN] +
		math.Floor(731/v[CouncilInterval])*v[CostCouncil] + 2*v[CostSummit]
	want := days*v[CostOfficialDay] + 2*0.5*years*v[CostCoordinator] + 0.25*4e6*years + meetings
	require.InDelta(t, want/1e6, x[MCost], 1e-9)
	require.InDelta(t, x[MCost]*1e3/x[MFulfilled], x[MCostPerFulfilled], 1e-9)
	s.Off = s.Off.Without(Costs)
	require.Zero(t, run(s, 0, 1).Metrics[MCost])
}
