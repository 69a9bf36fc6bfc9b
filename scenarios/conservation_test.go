package scenarios_test

import (
	"maps"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/scenarios"
)

// The laws that hold whatever the parameters are, over the whole library: at every
// record of every design, by a ledger that knows the records alone, and against the
// model's own figures at the horizon. Two replications run to the scenario's end; two
// more are cut short, so that the books are closed in mid-air too.
func TestLibraryIsConserved(t *testing.T) {
	for _, info := range scenarios.List() {
		spec, err := scenarios.Load(info.Name, nil)
		require.NoError(t, err)
		days := spec.End - spec.Start
		for i, design := range spec.Designs {
			t.Run(info.Name+"/"+design.Name, func(t *testing.T) {
				full := model.NewRunner(spec, i)
				audit(t, spec, full, 0)
				audit(t, spec, full, 1)
				for k, end := range []model.Date{spec.Start + days/3, spec.Start + days*3/5} {
					short := *spec
					short.End = end
					audit(t, &short, model.NewRunner(&short, i), uint64(2+k))
				}
			})
		}
	}
}

// audit runs one replication under a ledger and compares the books.
func audit(t *testing.T, s *model.Spec, runner *model.Runner, replication uint64) {
	l := newLedger(s)
	runner.Watch(l.record)
	r := runner.Run(11, replication)
	l.close()
	require.Empty(t, l.fault)
	require.Greater(t, l.count("assigned"), 50, "something happened")
	require.Greater(t, l.count("fulfilled"), 3)
	require.Greater(t, l.count("vetoed"), 3)
	all := runner.Mandates()
	requireFiles(t, l, all)
	requireTimes(t, l, r, all)
	requireCounts(t, l, r)
	requireYears(t, l, r)
	requireVotes(t, l, r, all)
	requireDefined(t, l, r)
	requireDepths(t, s, r, all)
}

// requireFiles asks that each mandate is in the state and of the age that the records
// tell, and that its stages add up to its age.
func requireFiles(t *testing.T, l *ledger, all []model.MandateInfo) {
	require.Len(t, all, len(l.files))
	for i := range all {
		m, f := &all[i], l.files[all[i].Name]
		if f == nil || !l.agrees(f, m) {
			require.Fail(t, "the records tell otherwise", "%+v, and by the records %+v", *m, f)
		}
	}
}

// agrees reports whether a mandate's description is that of the records. It is asked
// of some hundred thousand mandates.
func (l *ledger) agrees(f *file, m *model.MandateInfo) bool {
	depth, spent := f.depth, 0.0
	if math.IsNaN(depth) {
		depth = m.ProposedDepth
	}
	for _, d := range m.Spent {
		if !(d >= 0) {
			return false
		}
		spent += d
	}
	return math.Abs(spent-l.age(f)) < 1e-7 &&
		states[f.state] == m.State && f.vetoes == m.Vetoes && f.rounds == m.Rounds && depth == m.Depth &&
		f.issued == m.Issued && same(f.adopted, m.Adopted) && same(f.ended, m.Ended)
}

func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// age is how old a mandate was at its end or is at the horizon.
func (l *ledger) age(f *file) float64 {
	if math.IsNaN(f.ended) {
		return l.horizon() - f.issued
	}
	return f.ended - f.issued
}

// shareOf is the metric that tells which share of all time a phase took, by name: a
// phase whose share is no metric yet is left out.
var shareOf = map[model.Phase]string{model.Procedure: "bureaucracy_share", model.Working: "working_share", model.PeopleWait: "people_share",
	model.Consulting: "consulting_share", model.MeetingWait: "meeting_share", model.Negotiating: "negotiating_share", model.Ratifying: "ratifying_share", model.LaidAside: "laid_aside_share"}

// requireTimes asks that the time of all mandates is the sum of their ages, phase by
// phase that of the mandates, and that the shares of it add up to 1.
func requireTimes(t *testing.T, l *ledger, r *model.Result, all []model.MandateInfo) {
	ages, total, shares := 0.0, 0.0, 0.0
	for _, m := range all {
		ages += l.age(l.files[m.Name])
	}
	for p := range model.NumPhases {
		spent := 0.0
		for _, m := range all {
			spent += m.Spent[p]
		}
		require.InDelta(t, spent, r.Time[p], 1e-9*(1+spent), model.PhaseNames[p].EN)
		total += r.Time[p]
	}
	require.InDelta(t, ages, total, 1e-9*ages, "the stages of all mandates take their whole lives")
	for p, days := range r.Time {
		share := days / total
		if m, ok := model.MetricByName(shareOf[model.Phase(p)]); ok {
			require.InDelta(t, share, r.Metrics[m], 1e-12, m)
			share = r.Metrics[m]
		}
		shares += share
	}
	require.InDelta(t, 1, shares, 1e-9)
}

// requireCounts asks that the totals are those of the records, and that they balance.
func requireCounts(t *testing.T, l *ledger, r *model.Result) {
	x := r.Metrics
	for _, c := range counted {
		require.Equal(t, float64(l.count(c.state)), x[c.metric], c.metric)
	}
	before, after := l.levels()
	require.Equal(t, float64(before+after), x[model.MOpen])
	require.Equal(t, float64(after), x[model.MBeingImplemented])
	require.Equal(t, x[model.MIssued], x[model.MFulfilled]+x[model.MShelved]+x[model.MLapsed]+x[model.MWithdrawn]+x[model.MOpen])
	years := l.horizon() / model.DaysPerYear
	for m, n := range map[model.Metric]float64{
		model.MSummitsHeld: float64(l.meetings[model.Summit]), model.MCouncilMeetings: float64(l.meetings[model.Council]) / years,
		model.MGANMeetings: float64(l.meetings[model.HighLevelGroup]) / years, model.MNCMeetings: float64(l.meetings[model.NationalCoordination]) / years,
		model.MTGRounds: float64(l.meetings[model.TechnicalGroup]) / years, model.MThroughput: float64(l.count("fulfilled")) / years,
		model.MOutvoted: float64(l.outvoted), model.MDaysWithoutPPT: l.withoutPPT,
	} {
		require.InDelta(t, n, x[m], 1e-9*(1+n), m)
	}
}

// requireYears asks that each year's row is that of the records, and that the mandates
// still open follow from the flows up to then.
func requireYears(t *testing.T, l *ledger, r *model.Result) {
	require.Equal(t, l.spec.Start.Year(), r.FirstYear)
	require.Len(t, r.Years, len(l.rows))
	kept := []model.Series{model.YearOpenBeforeAdoption, model.YearBeingImplemented, model.YearMembers, model.YearVetoes}
	for _, c := range counted {
		kept = append(kept, c.series)
	}
	for b := range model.NumBodies {
		kept = append(kept, model.YearVetoesOf(b))
	}
	for s := range maps.Values(meetSeries) {
		kept = append(kept, s)
	}
	open := 0.0
	for i, y := range r.Years {
		for _, s := range kept {
			require.Equal(t, l.rows[i][s], y[s], "%v of %d", s, r.FirstYear+i)
		}
		open += y[model.YearIssued] - y[model.YearFulfilled] - y[model.YearShelved] - y[model.YearLapsed] - y[model.YearWithdrawn]
		require.Equal(t, open, y[model.YearOpenBeforeAdoption]+y[model.YearBeingImplemented], "open at the end of %d", r.FirstYear+i)
	}
	require.Equal(t, open, r.Metrics[model.MOpen])
}

// requireVotes asks that votes by body, member and dimension are those of the records,
// and that they add up to the total.
func requireVotes(t *testing.T, l *ledger, r *model.Result, all []model.MandateInfo) {
	require.Equal(t, l.vetoes, r.Vetoes)
	require.Equal(t, l.consents, r.Consents)
	total := 0
	for _, members := range r.Vetoes {
		for _, n := range members {
			total += n
		}
	}
	require.Equal(t, r.Metrics[model.MVetoes], float64(total))
	require.Equal(t, l.count("vetoed"), total)
	var byDimension [model.NumDimensions]int
	for _, m := range all {
		byDimension[m.Dimension] += m.Vetoes
	}
	require.Equal(t, byDimension, r.DimVetoes)
}

// requireDefined asks that a metric is undefined exactly where it has no case, that
// none is infinite, and that no yearly row has a hole.
func requireDefined(t *testing.T, l *ledger, r *model.Result) {
	issued, adopted, fulfilled := l.count("assigned"), l.count("adopted"), l.count("fulfilled")
	old := 0
	for _, f := range l.files {
		if f.issued+3*model.DaysPerYear <= l.horizon() {
			old++
		}
	}
	cases := map[model.Metric]int{
		model.MFulfilledShare: issued, model.MVetoesPerMandate: issued, model.MAdoptedWithin3Years: old,
		model.MImplementationGap: adopted, model.MBargainedShare: adopted, model.MMedianDaysToAdoption: adopted, model.MP90DaysToAdoption: adopted,
		model.MMedianDaysToFulfilment: fulfilled, model.MP90DaysToFulfilment: fulfilled,
		model.MCostPerFulfilled: fulfilled, model.MOfficialDaysPerFulfilled: fulfilled,
		model.MGroupsPerRound: l.meetings[model.TechnicalGroup], model.MSummitMandates: l.meetings[model.Summit], model.MPPTLength: l.handovers,
		model.MSecretariatLoad: 0,
	}
	if l.operated {
		cases[model.MSecretariatLoad] = 1
	}
	for i, v := range r.Metrics {
		m := model.Metric(i)
		n, maybe := cases[m]
		require.Equal(t, maybe && n == 0, math.IsNaN(v), "%v is %v", m, v)
		require.False(t, math.IsInf(v, 0) || v < 0, "%v is %v", m, v)
		if u := m.Info().Unit; u == "share" || u == "depth" || m == model.MCohesionEnd {
			require.False(t, v > 1, "%v is %v", m, v)
		}
	}
	for i, y := range r.Years {
		for s, v := range y {
			require.True(t, v >= 0 && !math.IsInf(v, 0), "%v of %d is %v", model.Series(s), r.FirstYear+i, v)
		}
		require.LessOrEqual(t, y[model.YearCohesion], 1.0)
	}
}

// requireDepths asks that depths lie in [0, 1] and never fall, since nothing in the
// model repeals a norm, and that the market, which starts at the depth of norms and
// follows it, is never ahead of it. A mandate's depth is given away, never gained.
func requireDepths(t *testing.T, s *model.Spec, r *model.Result, all []model.MandateInfo) {
	var bargained [model.NumDimensions]float64
	for _, m := range all {
		if !(0 < m.Depth && m.Depth <= m.ProposedDepth && m.ProposedDepth <= 1) {
			require.Fail(t, "depth gained", "%+v", m)
		}
		if !math.IsNaN(m.Adopted) {
			bargained[m.Dimension] += m.ProposedDepth - m.Depth
		}
	}
	for d := range model.NumDimensions {
		require.InDelta(t, bargained[d], r.Bargained[d], 1e-9, d)
		depth, effective := s.Dimensions[d].Depth, s.Dimensions[d].Depth
		for _, y := range r.Years {
			q, e := y[model.YearDepthOf(d)], y[model.YearEffectiveOf(d)]
			require.True(t, depth <= q && q <= 1, "%v: norms %v after %v", d, q, depth)
			require.True(t, effective <= e && e <= q+1e-12, "%v: effective %v after %v, norms %v", d, e, effective, q)
			depth, effective = q, e
		}
		require.Equal(t, depth, r.Depth[d])
		require.Equal(t, effective, r.Effective[d])
	}
	last := r.Years[len(r.Years)-1]
	require.Equal(t, last[model.YearCohesion], r.Metrics[model.MCohesionEnd])
	require.Equal(t, last[model.YearDepth], r.Metrics[model.MDepth])
	require.Equal(t, last[model.YearEffective], r.Metrics[model.MEffectiveDepth])
}
