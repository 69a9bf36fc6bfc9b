package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A member that never joins changes nothing: neither who is heard before whom nor
// anything else. And among equals nobody is heard more for its place in the list.
func TestWhoSpeaksFirstIgnoresPlaceAndAbsence(t *testing.T) {
	s := lab(4, 2000, Positions).declared(3000).with(Setting{ToleranceBase, 0}, Setting{Noise, 0.07})
	alone := run(s, 0, 1)
	with := *s
	with.Members = append(append([]MemberSpec{}, s.Members...), MemberSpec{Code: "ZZ", Joins: true})
	both := run(&with, 0, 1)
	require.Equal(t, alone.Vetoes, both.Vetoes)
	require.Equal(t, alone.Digest, both.Digest)
	total := 0
	for i := range s.Members {
		total += alone.Vetoes[TechnicalGroup][i]
	}
	for i := range s.Members {
		requireShare(t, 0.25, alone.Vetoes[TechnicalGroup][i], total, s.Members[i].Code)
	}
}

// A signed treaty does not lapse while parliaments take their time; a regulation
// that nobody implements does.
func TestSignedTreatyDoesNotLapse(t *testing.T) {
	s := lab(2, 6000, Patience, Ratification).declared(200).with(Setting{TreatyShare, 0.3}, Setting{RegulationShare, 0.7},
		Setting{PatienceDays, 7300}, Setting{PatienceSpread, 0}, Setting{AfterlifeDays, 365}, Setting{RatificationDays, 3000}, Setting{RatificationSpread, 0})
	for d := range s.Dimensions {
		s.Dimensions[d].Treatable = 1
	}
	x := run(s, 0, 1).Metrics
	require.Equal(t, 200.0, x[MFulfilled])
	require.Zero(t, x[MLapsed])
}

// What a secretariat takes over from the coordinators it must do itself.
func TestSecretariatPaysForTheFollowUp(t *testing.T) {
	left := func(days float64) float64 {
		s := lab(3, 400, Secretariat, Proliferation).with(secretariatOf(10)...).with(Setting{SecretariatMemory, 1}, Setting{SecretariatConvening, 0},
			Setting{SecretariatMonitoring, 0}, Setting{ConveningStaff, 0}, Setting{PoolingGain, 0.5}, Setting{FollowUpDays, days})
		w := begun(s, 0, 1)
		w.secretariat.state = operating
		w.obs.open = 100
		return w.secretariatCapacity()
	}
	require.InDelta(t, 10.0, left(0), 1e-12)
	require.InDelta(t, 10-12*0.02*100*3*0.5/DaysPerYear, left(0.02), 1e-12)
}

// A contested presidency convenes neither the GAN nor a summit; a secretariat that
// convenes may still bring the GAN about.
func TestSecretariatConvenesWhileThePresidencyIsContested(t *testing.T) {
	gans := func(share float64) int {
		s := lab(2, 1000, Meetings, Presidency, Secretariat).with(secretariatOf(10)...).with(Setting{SecretariatConvening, share}, Setting{SecretariatCapability, 1})
		w := begun(s, 0, 1)
		w.secretariat.state = operating
		w.presidency.state = contested
		before := w.obs.meetings
		w.k.Run(1000)
		require.Equal(t, before[Summit], w.obs.meetings[Summit], "no summit")
		return w.obs.meetings[HighLevelGroup] - before[HighLevelGroup]
	}
	require.Zero(t, gans(0))
	require.Positive(t, gans(1))
}

// Speed and loss of the pools follow their parameters in mid-course, and what was
// worked before keeps its price.
func TestPoolsFollowTheirParameters(t *testing.T) {
	s := lab(1, 400, TechnicalWork).declared(1).with(Setting{TechnicalDays, 100}, Setting{WorkSpread, 0}, Setting{LeadShare, 1}, Setting{Workdays, 180})
	slow := run(s, 0, 1)
	s.add(setting("2001-02-10", Setting{Workdays, 250}))
	fast := run(s, 0, 1)
	require.Less(t, fast.Metrics[MMedianDaysToAdoption], slow.Metrics[MMedianDaysToAdoption])
	require.InDelta(t, slow.Metrics[MOfficialDays], fast.Metrics[MOfficialDays], 1e-6, "the same work")
}
