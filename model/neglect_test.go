package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// neglectful is a lab whose members let a share of what is adopted lie; work takes no time
// to speak of.
func neglectful(members int, days, p float64) *Spec {
	return lab(members, days, Implementation, Neglect).declared(2000).with(Setting{NeglectShare, p}, Setting{WillBase, 0.5}, Setting{ImplementDays, 1e-6})
}

// With will in the middle, n members that each let p lie fulfil (1 − p)^n; with more will
// they let less lie, in proportion; the switch ends it.
func TestNeglectClosedForm(t *testing.T) {
	for _, c := range []struct {
		n       int
		p, will float64
	}{{1, 0.2, 0.5}, {4, 0.08, 0.5}, {4, 0.1, 0.8}} {
		s := neglectful(c.n, 100, c.p).with(Setting{WillBase, c.will})
		x := run(s, 0, 3).Metrics
		require.Equal(t, 2000.0, x[MAdopted])
		requireShare(t, math.Pow(1-c.p*2*(1-c.will), float64(c.n)), int(x[MFulfilled]), 2000, "fulfilled")
		require.Equal(t, 2000.0, x[MFulfilled]+x[MBeingImplemented], "what lies is still sought")
		s.Off = s.Off.Without(Neglect)
		require.Equal(t, 2000.0, run(s, 0, 3).Metrics[MFulfilled])
	}
}

// A new government thinks again, once: of what one let lie, it takes up 1 − p.
func TestNewGovernmentsThinkAgain(t *testing.T) {
	s := neglectful(1, 1000, 0.3)
	s.Off = s.Off.With(Governments)
	s.Members[0].Terms = append(s.Members[0].Terms, Term{Start: s.Start + 500}, Term{Start: s.Start + 2000})
	all, r := watched(s, 0, 5)
	neglected, resumed := only(all, RecordNeglect), only(all, RecordResumed)
	requireShare(t, 0.3, len(neglected), 2000, "neglected")
	requireShare(t, 0.7, len(resumed), len(neglected), "taken up")
	for _, x := range resumed {
		require.Equal(t, 500.0, x.Time)
	}
	require.Equal(t, float64(2000-len(neglected)+len(resumed)), r.w.res.Metrics[MFulfilled])
}

// What lies is in a phase of its own, once the others have done their part.
func TestNeglectIsAPhase(t *testing.T) {
	s := neglectful(1, 1000, 0.3)
	r := NewRunner(s, 0)
	x := r.Run(5, 0)
	lie := 0.0
	for _, m := range r.Mandates() {
		if m.State == "in_implementation" {
			lie += 1000 - m.Adopted
		}
	}
	require.Positive(t, lie)
	require.InEpsilon(t, lie, x.Time[LaidAside], 1e-4)
}

// Treaties are ratified or not, never neglected; monitoring prevents its share.
func TestNeglectOfTreatiesAndUnderMonitoring(t *testing.T) {
	s := neglectful(1, 100, 0.3).with(Setting{TreatyShare, 1}, Setting{RegulationShare, 0}, Setting{SummitLevelShare, 0}, Setting{TermDays, 50})
	for d := range NumDimensions {
		s.Dimensions[d].Treatable = 1
	}
	all, r := watched(s, 0, 1)
	require.Empty(t, only(all, RecordNeglect))
	require.Positive(t, r.w.res.Metrics[MFulfilled])

	s = neglectful(1, 100, 0.3).with(Setting{Staff, 1}, Setting{SecretariatMonitoring, 0.8}, Setting{ComplianceGain, 0.5}, Setting{AgreementDays, 0}, Setting{SetupDays, 0})
	s.Off = s.Off.With(Secretariat)
	s.Events[0].Date++ // once the secretariat operates
	requireShare(t, 1-0.3*(1-0.5*0.8), int(run(s, 0, 1).Metrics[MFulfilled]), 2000, "monitored")
}
