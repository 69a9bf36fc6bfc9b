package model

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/sim/stat"
)

// Delays, counts and slow variables that have a formula.

func lognormal(median, sigma float64) distuv.LogNormal {
	return distuv.LogNormal{Mu: math.Log(median), Sigma: sigma}
}

// A treaty enters into force with the last ratification it needs: with k of n, the
// k-th of n independent lognormal delays.
func TestTreatyWaitsForTheRatificationsItNeeds(t *testing.T) {
	for _, c := range []struct {
		n     int
		share float64
		k     int
	}{{1, 1, 1}, {4, 1, 4}, {4, 0.75, 3}, {4, 0.51, 3}, {5, 0.1, 1}} {
		s := lab(c.n, 20000, Ratification).declared(2000).with(Setting{TreatyShare, 1}, Setting{RegulationShare, 0},
			Setting{RatificationDays, 300}, Setting{RatificationSpread, 0.5}, Setting{ForceShare, c.share})
		s.Dimensions[Goods].Treatable = 1
		r := NewRunner(s, 0)
		require.Equal(t, 2000.0, r.Run(5, 0).Metrics[MFulfilled])
		var days []float64
		for _, m := range r.Mandates() {
			days = append(days, m.Ended-m.Adopted)
			require.Equal(t, m.Ended-m.Adopted, m.Spent[Ratifying])
		}
		one := lognormal(300, 0.5)
		requireDistribution(t, days, func(x float64) float64 {
			return 1 - distuv.Binomial{N: float64(c.n), P: one.CDF(x)}.CDF(float64(c.k)-1)
		}, fmt.Sprint(c.k, " of ", c.n))
	}
}

// A treaty is a result when it is both ratified and implemented, whichever comes last.
func TestTreatyWaitsForBothRatificationAndWork(t *testing.T) {
	s := lab(2, 5000, Ratification, Implementation).declared(1).with(Setting{TreatyShare, 1}, Setting{RegulationShare, 0}, Setting{TreatyFactor, 2},
		Setting{WorkSpread, 0}, Setting{RatificationSpread, 0}, Setting{ImplementDays, 100}, Setting{RatificationDays, 300})
	s.Dimensions[Goods].Treatable = 1
	for _, c := range []struct{ work, ratification float64 }{{200, 300}, {200, 50}} {
		s.Values[RatificationDays] = c.ratification
		r := NewRunner(s, 0)
		r.Run(1, 0)
		m := r.Mandates()[0]
		require.InDelta(t, max(c.work, c.ratification), m.Ended, 1e-9)
		require.InDelta(t, c.work, m.Spent[Working], 1e-9)
		require.InDelta(t, max(c.ratification-c.work, 0), m.Spent[Ratifying], 1e-9)
	}
}

// Work is the time a task takes a full-time official; what it takes beyond that is
// waiting for people: others' tasks, a part-time coordinator.
func TestWaitingForPeopleIsTimeBeyondTheWork(t *testing.T) {
	s := lab(1, 1000, TechnicalWork, Coordination).declared(3).with(Setting{WorkSpread, 0}, Setting{TechnicalDays, 5}, Setting{ReviewDays, 4}, Setting{TimeShare, 0.25}, Setting{Workdays, DaysPerYear / 2})
	r := NewRunner(s, 0)
	r.Run(1, 0)
	for _, m := range r.Mandates() {
		require.InDelta(t, 2*5+2*4, m.Spent[Working], 1e-9, "half the days are working days")
		require.InDelta(t, 3*2*5+3*2*4/0.25, m.Ended, 1e-9, "three share an official, then a quarter of a coordinator")
		require.InDelta(t, m.Ended-18, m.Spent[PeopleWait], 1e-9)
	}
}

// What nobody decides lapses after a lognormal patience; what nobody implements is
// forgotten after another, which begins at adoption.
func TestPatienceIsLognormal(t *testing.T) {
	waiting := lab(1, 20000, Meetings, Patience).declared(1500).with(Setting{TGInterval, 1e6}, Setting{PatienceDays, 700}, Setting{PatienceSpread, 0.6})
	idle := lab(1, 20000, Implementation, Patience).declared(1500).with(Setting{ImplementDays, 1e9}, Setting{AfterlifeDays, 900}, Setting{PatienceSpread, 0.6})
	for median, s := range map[float64]*Spec{700: waiting, 900: idle} {
		r := NewRunner(s, 0)
		require.Equal(t, 1500.0, r.Run(6, 0).Metrics[MLapsed])
		var days []float64
		for _, m := range r.Mandates() {
			days = append(days, m.Ended-m.Issued)
		}
		requireDistribution(t, days, lognormal(median, 0.6).CDF, "patience")
	}
}

func TestConsultationIsLognormal(t *testing.T) {
	s := lab(1, 20000, Citizens).declared(4000).with(Setting{ConsultationShare, 0.4}, Setting{ConsultationDays, 90}, Setting{ConsultationSpread, 0.4})
	r := NewRunner(s, 0)
	r.Run(7, 0)
	var days []float64
	for _, m := range r.Mandates() {
		if m.Ended > m.Issued {
			days = append(days, m.Spent[Consulting])
			require.InDelta(t, m.Ended-m.Issued, m.Spent[Consulting], 1e-9)
		}
	}
	requireShare(t, 0.4, len(days), 4000, "consulted")
	requireDistribution(t, days, lognormal(90, 0.4).CDF, "consultation")
}

// A fulfilled mandate spawns Poisson(s) others, which spawn others: of n, n/(1 − s) in
// all, with variance n·s/(1 − s)³ (Borel–Tanner).
func TestSpilloverIsABranchingProcess(t *testing.T) {
	const n, s = 200, 0.6
	r := NewRunner(lab(1, 400, Spillover).declared(n).with(Setting{SpilloverRate, s}), 0)
	var issued stat.Tally
	for i := range uint64(60) {
		issued.Add(r.Run(8, i).Metrics[MIssued])
	}
	requireMean(t, n/(1-s), issued, 0.05, "issued")
	ratio := issued.Var() / (n * s / ((1 - s) * (1 - s) * (1 - s)))
	low, high := distuv.ChiSquared{K: 59}.Quantile(5e-5)/59, distuv.ChiSquared{K: 59}.Quantile(1-5e-5)/59
	require.True(t, low < ratio && ratio < high, "variance over theory: %v", ratio)
}

// The streams of mandates are Poisson with the rate of the year's agenda: ambition and
// events scale it, and will, which is the presidents', does not.
func TestStreamsArePoisson(t *testing.T) {
	const days = 4000
	s := lab(1, days, Proliferation).with(Setting{GANMandates, 30}, Setting{NCMandates, 20}, Setting{TGMandates, 10}, Setting{Ambition, 2}, Setting{WillBase, 0.8})
	s.add(event("agenda", "2003-09-28", 3, 1000)) // day 1000
	r := NewRunner(s, 0)
	var issued stat.Tally
	for i := range uint64(40) {
		issued.Add(r.Run(9, i).Metrics[MIssued])
	}
	want := 60 * 2.0 / DaysPerYear * (3000 + 3*1000)
	requireMean(t, want, issued, 0.05, "issued")
	ratio := issued.Var() / want
	low, high := distuv.ChiSquared{K: 39}.Quantile(5e-5)/39, distuv.ChiSquared{K: 39}.Quantile(1-5e-5)/39
	require.True(t, low < ratio && ratio < high, "variance over mean: %v", ratio)
}

// A summit issues a negative binomial number: mean m, variance m + m²/k.
func TestSummitsIssueNegativeBinomialNumbers(t *testing.T) {
	const mean, k = 30, 4
	s := lab(2, 20000, Proliferation).with(Setting{MandatesPerSummit, mean}, Setting{SummitDispersion, k}, Setting{TermDays, 10}, Setting{SummitReluctance, 0})
	r := NewRunner(s, 0)
	x := r.Run(10, 0)
	perSummit := map[int]float64{}
	for _, m := range r.w.mandates[:r.w.count] {
		perSummit[m.series]++
	}
	var count stat.Tally
	for i := range int(x.Metrics[MSummitsHeld]) {
		count.Add(perSummit[i])
	}
	require.Equal(t, 1999, count.N())
	requireMean(t, mean, count, 0.1, "mandates per summit")
	require.InDelta(t, mean, x.Metrics[MSummitMandates], 0.1*mean)
	require.InEpsilon(t, mean+mean*mean/k, count.Var(), 0.2, "variance") // its own error is some 4 %
}

// Depth of norms and effective depth: q rises by depth_per_norm times what the text
// holds, e follows it by a constant share a month.
func TestDepthsAddUp(t *testing.T) {
	const norms, start, rate = 10, 0.25, 0.6
	s := lab(1, 10.5*DaysPerYear/12, Uptake).declared(norms).with(Setting{DepthPerNorm, 0.04}, Setting{UptakePerYear, rate}, Setting{VisibleHand, 0.5}, Setting{VisibleHandGain, 1.5})
	s.Dimensions[Goods] = DimensionSpec{Depth: start, Uptake: 0.5, MoreHand: true}
	s.Dimensions[Chains] = DimensionSpec{Depth: 0.5, Uptake: 1}
	x := run(s, 0, 1)
	q := start + norms*0.04*labDepth
	require.InDelta(t, q, x.Depth[Goods], 1e-12)
	require.Equal(t, 0.5, x.Depth[Chains], "nothing happened there")
	monthly := rate * 0.5 * (1 + 0.5*1.5) / 12
	require.InDelta(t, q-(q-start)*math.Pow(1-monthly, 10), x.Effective[Goods], 1e-12)
	require.Equal(t, 0.5, x.Effective[Chains], "nothing to follow")
	require.InDelta(t, norms*labDepth/(float64(s.End-s.Start)/DaysPerYear), x.Metrics[MDepthThroughput], 1e-9)
}

// The instrument weighs the depth it adds, and only norms are norms.
func TestInstrumentsWeighDepth(t *testing.T) {
	for _, c := range []struct {
		treaty, regulation, weight, norms float64
	}{{0, 0, 0.3, 0}, {0, 1, 1, 1}, {1, 0, 4, 1}} {
		s := lab(1, 400).declared(1).with(Setting{TreatyShare, c.treaty}, Setting{RegulationShare, c.regulation}, Setting{DepthPerNorm, 0.1},
			Setting{DepthPerAction, 0.3}, Setting{DepthPerTreaty, 4})
		s.Dimensions[Goods].Treatable = 1
		x := run(s, 0, 1)
		require.InDelta(t, 0.1*c.weight*labDepth, x.Depth[Goods], 1e-15)
		require.Equal(t, c.norms, x.Years[1][YearNorms])
	}
}

// Cohesion gains by what is missing, loses by what there is, and drifts back.
func TestCohesionAddsUp(t *testing.T) {
	s := lab(1, 3.5*DaysPerYear/12, Cohesion).declared(3).with(Setting{CohesionStart, 0.4}, Setting{CohesionResult, 0.05}, Setting{CohesionDecay, 0.6}, Setting{CohesionMeeting, 0})
	c := 1 - 0.6*math.Pow(0.95, 3)
	require.InDelta(t, 0.4+(c-0.4)*math.Pow(1-0.05, 3), run(s, 0, 1).Metrics[MCohesionEnd], 1e-12)

	s = lab(1, 400, Cohesion, Positions).declared(3).with(Setting{CohesionStart, 0.4}, Setting{CohesionVeto, 0.05}, Setting{CohesionDecay, 0}, Setting{CohesionMeeting, 0},
		Setting{ToleranceBase, -1}, Setting{ToleranceCohesion, 0})
	require.InDelta(t, 0.4*math.Pow(0.95, 3), run(s, 0, 1).Metrics[MCohesionEnd], 1e-12)
}

// Procedure takes its days at each of five stages, more with load and staff.
func TestProcedureTakesItsDays(t *testing.T) {
	s := lab(1, 4000, Bureaucracy).declared(1).with(Setting{ProcedureDays, 10}, Setting{ProcedureLoad, 50})
	r := NewRunner(s, 0)
	r.Run(1, 0)
	m := r.Mandates()[0]
	require.InDelta(t, 4*10*(1+50.0/100), m.Ended-m.Issued, 1e-9, "issue, TG, NC, GAN; one mandate open")
	require.InDelta(t, m.Ended-m.Issued, m.Spent[Procedure], 1e-9)
}
