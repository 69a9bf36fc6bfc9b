package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim"
)

// requireBalanced asks that no mandate got lost, at any time in a run: issued is
// what ended in each way and what is open, by the counters as by the mandates.
func requireBalanced(t require.TestingT, w *world) {
	o := &w.obs
	ended := o.fulfilledCount + o.shelvedCount + o.lapsedCount + o.withdrawnCount
	require.Equal(t, o.issuedCount, ended+o.open+o.sought, "issued is ended plus open")
	var states [len16]int
	for _, m := range w.mandates[:w.count] {
		states[m.state]++
	}
	require.Equal(t, []int{o.issuedCount, o.fulfilledCount, o.shelvedCount, o.lapsedCount, o.withdrawnCount, o.sought},
		[]int{w.count, states[fulfilled], states[shelved], states[lapsed], states[withdrawn], states[adopted] + states[inImplementation]})
}

const len16 = int(withdrawn) + 1

// requireConserved asks everything of a finished run that adds up whatever the
// parameters are.
func requireConserved(t require.TestingT, s *Spec, w *world, r *Result) {
	requireBalanced(t, w)
	requireMetricsAdd(t, r)
	requireYearsAdd(t, s, r)
	requireTimesAdd(t, w, r)
	requireVotesAdd(t, s, w, r)
}

func requireMetricsAdd(t require.TestingT, r *Result) {
	x := r.Metrics
	require.Equal(t, x[MIssued], x[MFulfilled]+x[MShelved]+x[MLapsed]+x[MWithdrawn]+x[MOpen])
	require.LessOrEqual(t, x[MFulfilled]+x[MBeingImplemented], x[MAdopted])
	for m, v := range x {
		require.False(t, math.IsInf(v, 0), Metric(m))
		require.False(t, v < 0 && Metric(m) != MBargainedShare, "%v is %v", Metric(m), v)
	}
	for _, m := range []Metric{MFulfilledShare, MImplementationGap, MAdoptedWithin3Years, MDepth, MDepthFactors, MDepthNorms, MEffectiveDepth,
		MBargainedShare, MCohesionEnd, MBureaucracyShare, MWorkingShare, MPeopleShare, MMeetingShare, MNegotiatingShare, MRatifyingShare, MLaidAsideShare} {
		require.False(t, x[m] < 0 || x[m] > 1+1e-12, "%v is %v", m, x[m])
	}
}

// requireYearsAdd asks that yearly flows add up to totals, that levels follow from
// flows year by year, and that no row has a hole.
func requireYearsAdd(t require.TestingT, s *Spec, r *Result) {
	require.Equal(t, s.Start.Year(), r.FirstYear)
	require.Len(t, r.Years, (s.End-1).Year()-r.FirstYear+1, "a row per calendar year")
	var sum [NumSeries]float64
	open := 0.0
	for _, row := range r.Years {
		for i, v := range row {
			require.False(t, math.IsNaN(v) || math.IsInf(v, 0) || v < 0, "%v is %v", Series(i), v)
			sum[i] += v
		}
		open += row[YearIssued] - row[YearFulfilled] - row[YearShelved] - row[YearLapsed] - row[YearWithdrawn]
		require.Equal(t, open, row[YearOpenBeforeAdoption]+row[YearBeingImplemented])
	}
	x := r.Metrics
	for total, flow := range map[Metric]Series{MIssued: YearIssued, MAdopted: YearAdopted, MFulfilled: YearFulfilled, MShelved: YearShelved,
		MLapsed: YearLapsed, MWithdrawn: YearWithdrawn, MVetoes: YearVetoes, MSummitsHeld: YearSummits} {
		require.Equal(t, x[total], sum[flow], total)
	}
	years := float64(s.End-s.Start) / DaysPerYear
	require.InDelta(t, x[MGANMeetings]*years, sum[YearGANs], 1e-6)
	require.InDelta(t, x[MTGRounds]*years, sum[YearRounds], 1e-6)
	require.InDelta(t, x[MCost], sum[YearCost], 1e-9*(1+x[MCost]))
}

// requireTimesAdd asks that each mandate spent its whole age in phases.
func requireTimesAdd(t require.TestingT, w *world, r *Result) {
	var total [NumPhases]float64
	for _, m := range w.mandates[:w.count] {
		end := w.k.Now()
		if !m.isOpen() {
			end = m.ended
		}
		age := 0.0
		for p, d := range m.spent {
			require.GreaterOrEqual(t, d, 0.0)
			age += d
			total[p] += d
		}
		require.InDelta(t, end-m.issued, age, 1e-7, m.name())
	}
	for p := range total {
		require.InDelta(t, total[p], r.Time[p], 1e-9*(1+total[p]), PhaseNames[p].EN)
	}
}

// requireVotesAdd asks that the matrix of vetoes is the count of vetoes, and that
// nobody votes who is no member.
func requireVotesAdd(t require.TestingT, s *Spec, w *world, r *Result) {
	vetoes := 0
	for b := range NumBodies {
		for i := range MaxMembers {
			require.GreaterOrEqual(t, r.Vetoes[b][i], 0)
			require.GreaterOrEqual(t, r.Consents[b][i], 0)
			vetoes += r.Vetoes[b][i]
			if i >= len(s.Members) {
				require.Zero(t, r.Vetoes[b][i]+r.Consents[b][i])
			}
		}
	}
	var byDimension [NumDimensions]int
	for _, m := range w.mandates[:w.count] {
		byDimension[m.dim] += m.vetoes
	}
	require.Equal(t, byDimension, r.DimVetoes)
	require.Equal(t, r.Metrics[MVetoes], float64(vetoes))
}

// At any time, not at the end alone: the balance is drawn up every hundred events.
func TestMandatesAreConservedAtAnyTime(t *testing.T) {
	s := alliance()
	for d := range s.Designs {
		w := begun(s, d, 7)
		events := 0
		w.k.Trace(func(sim.Event) {
			if events++; events%100 == 0 {
				requireBalanced(t, w)
			}
		})
		w.k.Run(w.clock(s.End))
		requireConserved(t, s, w, w.finish())
		require.Greater(t, w.obs.fulfilledCount, 50, "something happened")
		require.Greater(t, w.obs.vetoes, 50)
		require.Greater(t, w.obs.lapsedCount, 50)
		require.Positive(t, w.obs.withdrawnCount)
	}
}

// What Mandates reports is what the run counted.
func TestMandateListAgreesWithTheMetrics(t *testing.T) {
	s := alliance()
	r := NewRunner(s, 2)
	x := r.Run(3, 0)
	var states = map[string]float64{}
	vetoes, adoptions := 0, 0
	for _, m := range r.Mandates() {
		states[m.State]++
		vetoes += m.Vetoes
		if !math.IsNaN(m.Adopted) {
			adoptions++
			require.GreaterOrEqual(t, m.Adopted, m.Issued)
		}
		require.Equal(t, m.State == "fulfilled" || m.State == "shelved" || m.State == "lapsed" || m.State == "withdrawn", !math.IsNaN(m.Ended), m.Name)
		require.LessOrEqual(t, m.Depth, m.ProposedDepth)
	}
	require.Equal(t, x.Metrics[MFulfilled], states["fulfilled"])
	require.Equal(t, x.Metrics[MShelved], states["shelved"])
	require.Equal(t, x.Metrics[MLapsed], states["lapsed"])
	require.Equal(t, x.Metrics[MWithdrawn], states["withdrawn"])
	require.Equal(t, x.Metrics[MVetoes], float64(vetoes))
	require.Equal(t, x.Metrics[MAdopted], float64(adoptions))
}

// A mandate issued and adopted on the very first day is adopted all the same.
func TestAdoptionOnTheFirstDayCounts(t *testing.T) {
	r := NewRunner(lab(2, 1200).declared(5), 0)
	x := r.Run(1, 0)
	require.Equal(t, 5.0, x.Metrics[MFulfilled])
	require.Equal(t, 1.0, x.Metrics[MAdoptedWithin3Years])
	for _, m := range r.Mandates() {
		require.Equal(t, 0.0, m.Adopted)
		require.Equal(t, 0.0, m.Ended)
	}
}

// anySpec draws an institution: how many members and who joins, every parameter
// within its range, switches, rules, presidency, events, designs and a reform.
func anySpec() *rapid.Generator[*Spec] {
	return rapid.Custom(func(t *rapid.T) *Spec {
		s := lab(rapid.IntRange(1, 7).Draw(t, "members"), rapid.Float64Range(400, 2500).Draw(t, "days"))
		s.Off = Switches(rapid.Uint32().Draw(t, "off")) & Switches(rapid.Uint32().Draw(t, "and off")) & AllOff()
		s.Values = Defaults().With(anySettings(t, Params(), 0.5)...)
		for i := range s.Rules {
			s.Rules[i] = anyRule().Draw(t, "rule")
		}
		for d := range NumDimensions {
			s.Dimensions[d] = DimensionSpec{rapid.Float64Range(0, 1).Draw(t, "depth"), 1, true, rapid.Float64Range(0, 2).Draw(t, "treatable")}
			s.Groups = append(s.Groups, GroupSpec{Dimension: d, Created: s.Start + Date(rapid.IntRange(-10, 500).Draw(t, "created")), CEAP: true, Weight: 1})
		}
		for i := range s.Members {
			anyMember(t, s, i)
		}
		if rapid.Bool().Draw(t, "history") {
			s.Presidency.History = []PresidencyTerm{{Member: 0, Start: s.Start}, {Member: len(s.Members) / 2, Start: s.Start + 100}}
		}
		s.Observers = []ObserverCount{{Date: s.Start - 5, Count: 3}, {Date: s.Start + 200, Count: 59}}
		for range rapid.IntRange(0, 8).Draw(t, "events") {
			s.add(anyEvent(t, s))
		}
		s.Designs = append(designs(), Design{Name: "drawn", Set: anySettings(t, Params(), 0.3), From: s.Start + Date(rapid.IntRange(0, 600).Draw(t, "from"))})
		return s
	})
}

// anySettings draws values for some of the parameters, the ends of their ranges
// more often than chance would.
func anySettings(t *rapid.T, params []Param, share float64) []Setting {
	var set []Setting
	for _, p := range params {
		i := p.Info()
		if rapid.Float64Range(0, 1).Draw(t, "set") > share {
			continue
		}
		x := rapid.OneOf(rapid.Float64Range(i.Min, i.Max), rapid.SampledFrom([]float64{i.Min, i.Max})).Draw(t, i.Name)
		if i.Whole {
			x = math.Round(x)
		}
		set = append(set, Setting{p, x})
	}
	return set
}

func anyMember(t *rapid.T, s *Spec, i int) {
	m := &s.Members[i]
	m.Joins = i > 0 && rapid.Bool().Draw(t, "joins")
	if m.Joins {
		s.Presidency.Order = s.Presidency.Order[:len(s.Presidency.Order)-1]
		for k := range s.Presidency.Order {
			if s.Presidency.Order[k] == i {
				s.Presidency.Order[k] = 0
			}
		}
	}
	m.Population = rapid.Float64Range(1e5, 2e8).Draw(t, "population")
	for _, p := range Params() {
		if p.Info().PerMember {
			m.Set = append(m.Set, anySettings(t, []Param{p}, 0.2)...)
		}
	}
	for d := range NumDimensions {
		m.Ideal[d] = rapid.Float64Range(0, 1).Draw(t, "ideal")
	}
	at := s.Start
	for range rapid.IntRange(0, 4).Draw(t, "terms") {
		at += Date(rapid.IntRange(1, 900).Draw(t, "term"))
		m.Terms = append(m.Terms, Term{Start: at, Early: rapid.Bool().Draw(t, "early"), Scheduled: rapid.Bool().Draw(t, "scheduled")})
	}
}

func anyRule() *rapid.Generator[Rule] {
	return rapid.Custom(func(t *rapid.T) Rule {
		types := RuleTypes()
		i := rapid.IntRange(-1, len(types)-1).Draw(t, "type")
		if i < 0 {
			return nil
		}
		var args []float64
		for _, a := range types[i].Args {
			args = append(args, rapid.Float64Range(a.Min, a.Max).Draw(t, a.Name))
		}
		return types[i].New(args)
	})
}

func anyEvent(t *rapid.T, s *Spec) Event {
	kind := rapid.SampledFrom(EventTypes()).Draw(t, "event")
	e := Event{Type: kind, Date: s.Start + Date(rapid.IntRange(-10, 1500).Draw(t, "date"))}
	for _, f := range kind.Fields {
		x := rapid.Float64Range(f.Min, min(f.Max, 400)).Draw(t, f.Name)
		if f.Member {
			x = float64(rapid.IntRange(0, len(s.Members)-1).Draw(t, f.Name))
		}
		e.Args = append(e.Args, x)
	}
	if kind.Settings {
		e.Set = anySettings(t, Params(), 0.2)
	}
	return e
}

// No scenario that the registry allows breaks the books: no panic, no hole in a
// yearly row, no mandate lost.
func TestAnyInstitutionIsConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySpec().Draw(t, "spec")
		r := NewRunner(s, rapid.IntRange(0, len(s.Designs)-1).Draw(t, "design"))
		first := r.Run(1, 0)
		requireConserved(t, s, r.w, first)
		require.Equal(t, first.Digest, r.Run(1, 0).Digest, "a runner has no memory of its runs")
	})
}

// The yearly series by dimension and by body add up to the plain ones.
func TestYearlyBreakdownsAddUp(t *testing.T) {
	for _, year := range run(alliance(), 0, 1).Years {
		depth, effective, vetoes := 0.0, 0.0, 0.0
		for d := range NumDimensions {
			depth += year[YearDepthOf(d)] / float64(NumDimensions)
			effective += year[YearEffectiveOf(d)] / float64(NumDimensions)
		}
		for b := range NumBodies {
			vetoes += year[YearVetoesOf(b)]
		}
		require.InDelta(t, year[YearDepth], depth, 1e-12)
		require.InDelta(t, year[YearEffective], effective, 1e-12)
		require.Equal(t, year[YearVetoes], vetoes)
	}
}
