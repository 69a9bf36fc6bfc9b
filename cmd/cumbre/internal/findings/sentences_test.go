package main

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// fake is a scenario with two designs whose runs have the given throughputs; whatever
// else a run is asked for is 0.
func fake(name string, throughput ...[]float64) *runs {
	s := &runs{Comparison: &compare.Comparison{Spec: &model.Spec{Name: name, Title: model.Text{ES: "Título " + name, EN: "Title " + name}}}}
	for d, xs := range throughput {
		id := string(rune('a' + d))
		s.Designs = append(s.Designs, compare.DesignResult{Design: model.Design{Name: id, Title: model.Text{ES: "Diseño " + id, EN: "Design " + id}}})
		var all []result
		for _, x := range xs {
			r := result{}
			r.metrics[model.MThroughput] = x
			all = append(all, r)
		}
		s.results = append(s.results, all)
	}
	return s
}

// Effects are differences of pairs, their signs and intervals those of the arithmetic;
// what never differs is 0 with p = 1, what always differs by the same is certain.
func TestEffects(t *testing.T) {
	base := fake("base", []float64{10, 20, 30}, []float64{11, 21, 31})
	s := fake("s", []float64{8, 18, 28}, []float64{12, 22, 32})
	got := effects(s, base, question{designs: metrics(model.MThroughput)})
	var short []scenarios.Effect
	for _, e := range got {
		if e.Measure == "throughput" {
			short = append(short, e)
		} else {
			require.Zero(t, e.Mean)
			require.Equal(t, 1.0, e.AdjustedP)
		}
	}
	effect := func(kind scenarios.Kind, design, against string, x float64) scenarios.Effect {
		return scenarios.Effect{Kind: kind, Design: design, Against: against, Measure: "throughput", Unit: "mandates/year", N: 3, Mean: x, Low: x, High: x}
	}
	require.Equal(t, []scenarios.Effect{
		effect(scenarios.AgainstBase, "a", "base", -2),
		effect(scenarios.AgainstBase, "b", "base", 1),
		effect(scenarios.LeadMoves, "b", "a", 3),
		effect(scenarios.AgainstDesign, "b", "a", 4),
	}, short)

	// Three differences of -1, -2 and -3: mean -2, s = 1, t(0.975; 2) = 4.302653,
	// half-width 4.302653/√3 = 2.484138.
	s = fake("s", []float64{9, 18, 27})
	e := effects(s, base, question{})[0]
	require.InDelta(t, -2, e.Mean, 1e-9)
	require.InDelta(t, -2-2.484138, e.Low, 1e-5)
	require.InDelta(t, -2+2.484138, e.High, 1e-5)
}

// What cannot be told from zero once corrected is not called a change, though it would be
// one alone.
func TestEffectsAreCorrected(t *testing.T) {
	base := fake("base", []float64{0, 0, 0, 0})
	s := fake("s", []float64{1, 2, 1, 2.4}) // p = 0.021 alone
	alone := pairs(values(always[0], s.results[0]), values(always[0], base.results[0])).P()
	require.Less(t, alone, 0.05)
	e := effects(s, base, question{})
	require.InDelta(t, alone*float64(len(e)), e[0].AdjustedP, 1e-6)
	require.False(t, stands(e[0]))
	require.Contains(t, newVoice("en", s, base).againstBase(e)[0], "no discernible change in mandates fulfilled per year (+1.6;")
}

// A pair without a value is left out, and a measure with fewer than two pairs is not
// spoken of.
func TestUndefinedValues(t *testing.T) {
	base := fake("base", []float64{1, math.NaN(), 3})
	require.Equal(t, 2, effects(fake("s", []float64{2, 2, 5}), base, question{})[0].N)
	for _, e := range effects(fake("s", []float64{math.NaN(), 2, math.Inf(1)}), base, question{}) {
		require.NotEqual(t, "throughput", e.Measure)
	}
}

// The sentences say what is worse, better, more, less and the same, in both languages.
func TestAgainstBase(t *testing.T) {
	s, base := fake("s", []float64{0}, []float64{0}), fake("base", []float64{0}, []float64{0})
	effect := func(kind scenarios.Kind, design, measure, unit string, mean, p float64) scenarios.Effect {
		return scenarios.Effect{Kind: kind, Design: design, Against: "a", Measure: measure, Unit: unit, N: 60, Mean: mean, Low: mean - 0.5, High: mean + 0.5, AdjustedP: p}
	}
	all := []scenarios.Effect{
		effect(scenarios.AgainstBase, "a", "throughput", "mandates/year", -2, 0.01),
		effect(scenarios.AgainstBase, "a", "cost_per_fulfilled", "USD thousand/mandate", -7, 0.01),
		effect(scenarios.AgainstBase, "a", "issued", "mandates", 9, 0.04),
		effect(scenarios.AgainstBase, "a", "median_days_to_adoption", "days", -3, 0.04),
		effect(scenarios.AgainstBase, "a", "implementation_gap", "share", 0.1, 0.3),
		effect(scenarios.AgainstBase, "b", "throughput", "mandates/year", 0.2, 0.6),
		effect(scenarios.LeadMoves, "b", "throughput", "mandates/year", 2.2, 0.01),
	}
	require.Equal(t, []string{
		"Against “Title base”, with “Design a” and on the same random numbers: worse on mandates fulfilled per year (-2.0; -2.5 to -1.5); " +
			"better on cost per fulfilled mandate (-7.0 USD thousand/mandate; -7.5 to -6.5); a rise in mandates issued (+9.0; 8.5 to 9.5); " +
			"a fall in median days from issue to adoption of those adopted (-3.0 days; -3.5 to -2.5); no discernible change in implementation gap (+0.100; -0.400 to 0.600).",
		"The same change in mandates fulfilled per year with the other designs: “Design b” (+0.2; -0.3 to 0.7), indistinguishable from zero.",
		"So in mandates fulfilled per year, against “Design a”, ground is gained by “Design b” (+2.2; 1.7 to 2.7).",
	}, newVoice("en", s, base).againstBase(all))
	spanish := newVoice("es", s, base).againstBase(all)
	require.Contains(t, spanish[0], "Frente a «Título base», con «Diseño a» y los mismos números aleatorios: peor en mandatos cumplidos por año (-2,0; de -2,5 a -1,5); mejor en costo por mandato cumplido (-7,0 miles de USD/mandato;")
	require.Contains(t, spanish[2], "gana terreno «Diseño b» (+2,2; de 1,7 a 2,7).")

	all[6].Mean, all[6].Low, all[6].High = -2.2, -2.7, -1.7
	require.Contains(t, newVoice("en", s, base).againstBase(all)[2], "ground is lost by “Design b” (-2.2; -2.7 to -1.7).")
}

// Two scenarios that differ in their designs alone, or in their horizon, are not compared.
func TestNothingToCompare(t *testing.T) {
	s, base := fake("s", []float64{1, 2}, []float64{3, 4}), fake("base", []float64{1, 2})
	require.Equal(t, []string{"With “Design a” it gives exactly the results of “Title base”: only the designs compared differ."},
		newVoice("en", s, base).againstBase(effects(s, base, question{})))
	s.Spec.End = 1
	require.Equal(t, []string{"It ends on another day than its base, “Title base”, so the two are not compared."},
		newVoice("en", s, base).againstBase(nil))
}

// Every figure that the runs miss is named, with what is known and what came out.
func TestKnown(t *testing.T) {
	q, ok := history.ByName("summits")
	require.True(t, ok)
	day := model.NewDate(2020, 1, 1)
	target := func(value, low, high float64) history.Target {
		return history.Target{Quantity: q, From: day, To: day + 366, Value: value, Low: low, High: high}
	}
	hit, miss, exact := target(10, 8, 12), target(30, 25, 35), target(9, math.NaN(), math.NaN())
	runs := func() []float64 { return []float64{9, 10, 11, 9, 11} }
	v := newVoice("en", fake("s"), nil)
	require.Equal(t, "Of 2 known figures of the Alliance, the model meets all.", v.known([]compared{held(hit, runs()), held(exact, runs())}))
	require.Equal(t, "Of 3 known figures of the Alliance, the model meets 1. It misses: "+
		"presidential summits held, 2020-01-01 to 2021-01-01 (known: 30 [25 to 35]; simulated: median 10, 9 to 11 in nine replications of ten); "+
		"presidential summits held, 2020-01-01 to 2021-01-01 (known: 9; simulated: no case).",
		v.known([]compared{held(hit, runs()), held(miss, runs()), held(exact, nil)}))
	require.Empty(t, v.known(nil))
}

// The designs' sentence is of the measures that the question names.
func TestDesignsSentence(t *testing.T) {
	s := fake("productive-policy", []float64{0}, []float64{0})
	e := scenarios.Effect{Kind: scenarios.AgainstDesign, Design: "b", Against: "a", Measure: "effective_depth_chains", Unit: "depth", N: 60, Mean: 0.05, Low: 0.04, High: 0.06}
	require.Equal(t, "Effective depth, productive chains, against “Design a”: “Design b” (+0.050; 0.040 to 0.060).", newVoice("en", s, nil).designs([]scenarios.Effect{e}))
	require.Empty(t, newVoice("en", s, nil).designs(nil))
}

// Both languages have every phrase, with the same gaps.
func TestPhrases(t *testing.T) {
	gaps := func(s string) int { return strings.Count(s, "%") }
	for _, pair := range [][2]string{
		{spanish.Against, english.Against}, {spanish.Effect, english.Effect}, {spanish.Others, english.Others}, {spanish.Leads, english.Leads},
		{spanish.SameAsBase, english.SameAsBase}, {spanish.OtherHorizon, english.OtherHorizon}, {spanish.Designs, english.Designs},
		{spanish.Known, english.Known}, {spanish.AllKnown, english.AllKnown}, {spanish.Miss, english.Miss}, {spanish.Simulated, english.Simulated},
	} {
		require.NotEmpty(t, pair[0])
		require.Equal(t, gaps(pair[1]), gaps(pair[0]), pair[0])
	}
}
