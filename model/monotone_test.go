package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim/stat"
)

// What theory says cannot get worse. Both sides of each comparison face the same
// random numbers. Where a statement is a theorem it is tested run by run; in the whole
// institution, where everything feeds back on everything, it holds on average only.

// More officials bring every mandate's end forward, when technical work is all there
// is. A theorem: under processor sharing with at most one official a task, the rate of
// a task falls with the number of tasks and rises with the officials; so if no task
// has more left than in the other run, no task is served slower, and the order is kept
// (the delegations work in parallel, and the last one decides). It needs arrivals that
// do not depend on the officials: behind a second station it may fail for single
// mandates, since there an earlier arrival slows others down.
func TestMoreOfficialsDelayNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := lab(rapid.IntRange(1, 3).Draw(t, "members"), 1500, TechnicalWork, Multitasking).
			arriving(rapid.Float64Range(0.05, 0.5).Draw(t, "rate")).
			with(Setting{Officials, rapid.Float64Range(0.5, 4).Draw(t, "officials")}, Setting{LeadShare, rapid.Float64Range(0.5, 1).Draw(t, "lead")},
				Setting{MultitaskingLoss, rapid.Float64Range(0, 0.5).Draw(t, "loss")}, Setting{TechnicalDays, 3})
		more := *s
		more.Values = s.Values.With(Setting{Officials, s.Values[Officials] * rapid.Float64Range(1, 3).Draw(t, "more")})
		seed := rapid.Uint64Range(0, 999).Draw(t, "seed")
		few, many := NewRunner(s, 0), NewRunner(&more, 0)
		a, b := few.Run(seed, 0), many.Run(seed, 0)
		require.LessOrEqual(t, a.Metrics[MFulfilled], b.Metrics[MFulfilled])
		slow, quick := few.Mandates(), many.Mandates()
		require.Len(t, quick, len(slow), "the same mandates")
		for i := range slow {
			if !math.IsNaN(slow[i].Ended) {
				require.LessOrEqual(t, quick[i].Ended, slow[i].Ended+1e-6, slow[i].Name)
			}
		}
	})
}

// paired runs both sides with the same random numbers and tallies the differences.
func paired(before, after *Spec, m Metric, replications int) stat.Tally {
	var difference stat.Tally
	a, b := NewRunner(before, 0), NewRunner(after, 0)
	for i := range uint64(replications) {
		difference.Add(b.Run(40, i).Metrics[m] - a.Run(40, i).Metrics[m])
	}
	return difference
}

// In the whole institution: half as many officials again, more results on average.
func TestMoreOfficialsRaiseThroughputOnAverage(t *testing.T) {
	s := alliance().until("2018-01-01")
	more := *s
	more.Values = s.Values.With(Setting{Officials, 1.5 * s.Values[Officials]})
	require.Greater(t, paired(s, &more, MThroughput, 16).Interval(0.999).Low, 0.0)
}

// A wider tolerance turns a veto into a consent or leaves the vote as it was: with the
// same draws, in every ballot.
func TestWiderToleranceNeverTurnsAConsentIntoAVeto(t *testing.T) {
	s := alliance()
	w := begun(s, 0, 3)
	w.runTo("2015-01-01")
	rapid.Check(t, func(t *rapid.T) {
		m := w.mandates[rapid.IntRange(0, w.count-1).Draw(t, "mandate")]
		i, narrow := rapid.IntRange(0, 3).Draw(t, "member"), rapid.Float64Range(-0.2, 0.3).Draw(t, "tolerance")
		w.p[ToleranceBase] = narrow
		before := w.consents(m, i)
		w.p[ToleranceBase] = narrow + rapid.Float64Range(0, 0.3).Draw(t, "more")
		require.False(t, before && !w.consents(m, i))
	})
}

// So where a veto ends a mandate and no norm moves the status quo, a wider tolerance
// never raises vetoes in any run; and whoever adopted before adopts still.
func TestWiderToleranceNeverRaisesVetoesWithoutFeedback(t *testing.T) {
	s := lab(4, 1000, Positions).arriving(1).with(Setting{WillSD, 0.1}, Setting{IdealSD, 0.1}, Setting{Noise, 0.1}, Setting{ToleranceBase, 0.05})
	wide := *s
	wide.Values = s.Values.With(Setting{ToleranceBase, 0.1})
	fewer := 0
	for seed := range uint64(20) {
		a, b := run(s, 0, seed).Metrics, run(&wide, 0, seed).Metrics
		require.LessOrEqual(t, b[MVetoes], a[MVetoes])
		require.GreaterOrEqual(t, b[MAdopted], a[MAdopted])
		if b[MVetoes] < a[MVetoes] {
			fewer++
		}
	}
	require.Greater(t, fewer, 15, "it matters")
}

// In the whole institution a wider tolerance lowers vetoes per mandate on average.
func TestWiderToleranceLowersVetoesOnAverage(t *testing.T) {
	s := alliance().until("2018-01-01")
	wide := *s
	wide.Values = s.Values.With(Setting{ToleranceBase, s.Values[ToleranceBase] + 0.05})
	require.Less(t, paired(s, &wide, MVetoesPerMandate, 16).Interval(0.999).High, 0.0)
}

// One more member whose ideals come from the same distribution can only say no to
// what the others agree on: under unanimity what passes with it passes without it, in
// every run without feedback.
func TestOneMoreMemberPassesNothingNew(t *testing.T) {
	adoptedBy := func(n int, seed uint64) map[string]bool {
		s := lab(n, 400, Positions).declared(300).with(Setting{IdealSD, 0.03}, Setting{Continuity, 0}, Setting{Noise, 0.1}, Setting{ToleranceBase, 0.15})
		r := NewRunner(s, 0)
		r.Run(seed, 0)
		passed := map[string]bool{}
		for _, m := range r.Mandates() {
			if m.State == "fulfilled" {
				passed[m.Name] = true
			}
		}
		return passed
	}
	for seed := range uint64(10) {
		alone := adoptedBy(1, seed)
		few := alone
		for n := 2; n <= 6; n++ {
			more := adoptedBy(n, seed)
			require.Subset(t, few, more)
			few = more
		}
		require.Less(t, len(few), len(alone), "it matters")
	}
}
