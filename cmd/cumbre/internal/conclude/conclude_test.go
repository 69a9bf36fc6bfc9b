package conclude

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/robust"
	"cumbre/model/study"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

var (
	languages = []string{"es", "en"}
	inf       = math.Inf(1)
)

func paramOf(t *testing.T, name string) model.Param {
	t.Helper()
	p, found := model.ParamByName(name)
	require.True(t, found, name)
	return p
}

// group is one in which design `leader` is ahead by lead ± half.
func group(leader, second int, lead, half, probability float64) analysis.Group {
	g := analysis.Group{Points: 1, Units: 100, Leader: leader, Second: second, Probability: make([]float64, 3),
		Lead: stat.Estimate{N: 100, Mean: lead, Low: lead - half, High: lead + half}}
	g.Probability[leader] = probability
	for d := range 3 {
		g.Designs = append(g.Designs, stat.Estimate{N: 100, Mean: 10 + float64(d), Low: 9 + float64(d), High: 11 + float64(d)})
		g.Differences = append(g.Differences, stat.Estimate{N: 100, Mean: float64(d), Low: float64(d) - 0.5, High: float64(d) + 0.5})
	}
	g.Differences[1] = stat.Estimate{N: 100, Mean: 0.1, Low: -0.4, High: 0.6}
	return g
}

// example is an analysis of a grid of two factors with all there is to tell.
func example(t *testing.T) *analysis.Analysis {
	t.Helper()
	s := &study.Study{Designs: []int{0, 1, 2}, Spec: &model.Spec{}, Replications: 100,
		Grid: []study.Factor{{Param: paramOf(t, "officials_per_ministry"), Levels: []float64{2, 4, 6}}, {Param: model.MandatesPerSummit, Levels: []float64{20, 60}}}}
	a := &analysis.Analysis{Study: s, Points: s.Points(), Options: analysis.Options{Level: 0.95}, Runs: 1800}
	for _, title := range []model.Text{{ES: "Ligera", EN: "Light"}, {ES: "Sherpas", EN: "Sherpas"}, {ES: "Secretaría", EN: "Secretariat"}} {
		a.Designs = append(a.Designs, model.Design{Name: strings.ToLower(title.EN), Title: title})
	}
	a.Replications.Least, a.Replications.Most = 100, 100
	m := analysis.Measure{Metric: model.MThroughput, Overall: group(2, 1, 1.4, 0.3, 1)}
	m.Map = &analysis.Map{X: 0, Y: 1, XCuts: []analysis.Cut{{Low: 2, High: 2}, {Low: 4, High: 4}, {Low: 6, High: 6}}, YCuts: []analysis.Cut{{Low: 20, High: 20}, {Low: 60, High: 60}},
		Groups: [][]analysis.Group{{group(2, 1, 1, 0.5, 1), group(2, 1, 2, 0.5, 1), group(2, 1, 3, 0.5, 1)}, {group(1, 2, 0.7, 0.2, 0.99), group(1, 2, 0.1, 0.2, 0.8), group(2, 0, 0.5, 0.2, 1)}}}
	m.Regions = &analysis.Regions{Points: 6, Designs: []analysis.Region{{}, {Leads: 2},
		{Leads: 4, Box: &sens.Box{Points: 3, Hits: 3, Coverage: 0.75, Density: 1}, Restrictions: []sens.Restriction{{Factor: 0, Bound: 3}, {Factor: 1, Upper: true, Bound: 40}}}}}
	a.Measures = []analysis.Measure{m}
	a.Frontier = &analysis.Frontier{Cost: model.MCost, Effect: model.MThroughput, Units: 100, Options: []analysis.FrontierOption{
		{Standing: sens.Standing{Status: sens.Efficient, By: -1}, Efficient: 1}, {Standing: sens.Standing{Status: sens.Dominated, By: 2}, Efficient: 0.03}, {Standing: sens.Standing{Status: sens.Efficient, By: -1}, Efficient: 0.97}}}
	return a
}

func TestSentencesSayWhatIsSure(t *testing.T) {
	a := example(t)
	en := Sentences(a, "en")
	require.Equal(t, []string{
		"6 points of 2 factors, with 100 replications of 3 designs at each; 1,800 runs.",
		"On average over all points “Secretariat” leads in mandates fulfilled per year: 1.4 mandates/year ahead of “Sherpas” (paired 95% interval: 1.1 to 1.7; probability of being the best: > 99%).",
		"Against “Light”, within each replication: “Sherpas” cannot be told apart (+0.1; -0.4 to 0.6); “Secretariat” +2.0 (1.5 to 2.5).",
		"On the map of “full-time-equivalent officials per ministry for the Alliance” and “mandates issued by a yearly summit at mean will 0.5 and ambition 1” (6 cells), “Secretariat” has the best mean in 4 (4 beyond chance); “Sherpas” in 2 (1 beyond chance). " +
			"Each is farthest ahead: “Sherpas”, at 2 and 60: by 0.70 mandates/year (0.50 to 0.90); “Secretariat”, at 6 and 20: by 3.0 mandates/year (2.5 to 3.5).",
		"Where (PRIM, on the same points): with “full-time-equivalent officials per ministry for the Alliance” 4 or more and “mandates issued by a yearly summit at mean will 0.5 and ambition 1” 20 or less, “Secretariat” has the best mean at 100% of the points (3 of 3; over all, at 67%), and that holds 75% of the points at which it has.",
		"In cost and mandates fulfilled per year, the efficient ones are “Light” (in 100% of the resamples) and “Secretariat” (in 97% of the resamples); “Sherpas” costs no less and gives no more than “Secretariat” (though efficient in 3% of the resamples).",
		"Intervals and probabilities tell of chance within the model (other replications), each at 95% by itself; not of other rules, nor of other values of the other parameters. Levels and ranges are the study's, and means over a factor weigh them all alike: they are no probabilities that the world is like that.",
	}, plain(en))
	es := Sentences(a, "es")
	require.Len(t, es, len(en))
	require.Equal(t, "En el promedio de todos los puntos, «Secretaría» va en cabeza en mandatos cumplidos por año: 1,4 mandatos/año por delante de «Sherpas» (intervalo pareado del 95 %: de 1,1 a 1,7; probabilidad de ser el mejor: > 99 %).", plain(es)[1])
}

// plain has plain spaces.
func plain(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = strings.ReplaceAll(s, "\u00a0", " ")
	}
	return out
}

// What intervals do not carry is not claimed.
func TestSentencesClaimNothingThatIntervalsDoNotCarry(t *testing.T) {
	a := example(t)
	m := &a.Measures[0]
	m.Overall = group(2, 1, 0.2, 0.3, 0.91)
	for y := range m.Map.Groups {
		for x := range m.Map.Groups[y] {
			m.Map.Groups[y][x] = group(2, 1, 0.2, 0.3, 0.91)
		}
	}
	for _, lang := range languages {
		all := strings.Join(Sentences(a, lang), "\n")
		require.Contains(t, all, map[string]string{"en": "it is not known which design leads", "es": "no se sabe qué diseño va en cabeza"}[lang])
		require.Contains(t, all, map[string]string{"en": "has the best mean in all of them, but in none beyond chance", "es": "tiene la mejor media en todas, pero en ninguna más allá del azar"}[lang])
		require.NotContains(t, all, map[string]string{"en": "farthest", "es": "mayor ventaja"}[lang])
	}
	require.False(t, Sure(group(0, 1, 1, 0.5, 0.94), 0.95), "not probable enough")
	require.False(t, Sure(group(0, 1, 1, 1.5, 0.99), 0.95), "the interval holds zero")
	require.True(t, Sure(group(0, 1, 1, 0.5, 0.99), 0.95))
	require.False(t, Sure(analysis.Group{Leader: analysis.None}, 0.95))
}

func TestSentencesOfSmallStudies(t *testing.T) {
	one := example(t)
	one.Designs = one.Designs[:1]
	require.Contains(t, Sentences(one, "en")[1], "“Light” gives 10.0 mandates/year")
	require.NotContains(t, strings.Join(Sentences(one, "en"), " "), "leads")

	none := example(t)
	none.Study.Grid = nil
	none.Points = none.Study.Points()
	none.Measures[0].Map, none.Measures[0].Regions = nil, nil
	require.Equal(t, "Nothing varies: one point, the scenario as it is, with 100 replications of 3 designs; 1,800 runs.", Sentences(none, "en")[0])

	single := example(t)
	single.Replications.Least, single.Replications.Most = 1, 1
	m := &single.Measures[0]
	m.Overall.Units, m.Overall.Probability = 1, nil
	m.Overall.Designs[0].Low, m.Overall.Designs[0].High = math.NaN(), math.NaN()
	m.Map, m.Regions, single.Frontier = nil, nil, nil
	m.Curves = []analysis.Curve{{Factor: 0, Cuts: []analysis.Cut{{Low: 2, High: 2}, {Low: 4, High: 4}}, Groups: []analysis.Group{m.Overall, {Leader: analysis.None}}}}
	all := strings.Join(Sentences(single, "en"), "\n")
	require.Contains(t, all, "with a single complete replication that cannot be told from chance")
	require.Contains(t, all, "With one replication per point there are no intervals")
	require.Contains(t, all, "at 2, “Secretariat”, not beyond chance; at 4, there are no values.")

	m.Curves[0].Groups[1].Units = 1
	require.Contains(t, strings.Join(Sentences(single, "en"), "\n"), "not beyond chance; at 4, the best are tied.")

	m.Overall.Units = 60 // of a sample run in one world
	single.ByPoints = true
	require.Contains(t, strings.Join(Sentences(single, "es"), "\n"), "pero con una sola réplica completa no se puede separar eso del azar")
	require.Contains(t, strings.Join(Sentences(single, "en"), "\n"), "With one replication, the same at all points, means and differences have no intervals")

	m.At = []analysis.Group{{Units: 3}, {Units: 0}}
	m.Overall.Units = 0
	require.Contains(t, strings.Join(Sentences(single, "en"), "\n"), "There is no mean of mandates fulfilled per year over all points: no replication has a value at all of them.")

	partial := example(t)
	partial.Measures[0].Overall.Units, partial.Measures[0].Overall.Lost, partial.Measures[0].Overall.Absent = 40, 60, 1
	partial.Measures[0].Overall.Points = 6
	require.Contains(t, strings.Join(Sentences(partial, "en"), "\n"), "Where a design has no value none counts: the means are of 40 of 100 replications. At 1 of the 6 points there is none.")
	require.Contains(t, strings.Join(Sentences(partial, "es"), "\n"), "las medias son de 40 de 100 réplicas. De 1 de los 6 puntos no hay ninguno.")

	empty := &analysis.Analysis{Study: none.Study, Points: none.Points, Options: analysis.Options{Level: 0.95}, Missing: 30, Designs: one.Designs}
	empty.Measures = []analysis.Measure{{Metric: model.MThroughput, Overall: analysis.Group{Leader: analysis.None}}}
	for _, lang := range languages {
		require.NotContains(t, strings.Join(Sentences(empty, lang), " "), "NaN")
	}
	require.Contains(t, strings.Join(Sentences(empty, "en"), "\n"), "There is no value of mandates fulfilled per year")
}

func TestSentencesTellOfWhatIsMissingAndFailed(t *testing.T) {
	a := example(t)
	a.Missing, a.Failed = 1, 7
	en := strings.Join(Sentences(a, "en"), "\n")
	require.Contains(t, en, "The study is not complete: 1 run is missing.")
	require.Contains(t, en, "Failed runs: 7 of 1,800;")
	require.Contains(t, strings.Join(Sentences(a, "es"), "\n"), "Corridas fallidas: 7 de 1.800;")
}

func TestFactorsCutsAndBounds(t *testing.T) {
	levels := study.Factor{Param: paramOf(t, "officials_per_ministry"), Levels: []float64{2, 4, 8}}
	whole := study.Factor{Param: paramOf(t, "summit_attempts"), Axis: robust.Axis{Low: 1, High: 10}}
	real := study.Factor{Param: paramOf(t, "friction"), Axis: robust.Axis{Low: 0, High: 0.06}}
	require.Equal(t, "4", Cut(analysis.Cut{Low: 4, High: 4}, levels, "en"))
	require.Equal(t, "2–4", Cut(analysis.Cut{Low: 1.5, High: 4.5}, whole, "en"))
	require.Equal(t, "0,02–0,04", Cut(analysis.Cut{Low: 0.02, High: 0.04}, real, "es"))
	require.Equal(t, "-0.5 to 0.5", Cut(analysis.Cut{Low: -0.5, High: 0.5}, real, "en"), "a dash would read as a minus sign")
	require.Equal(t, "4 or more", Bounds(3, inf, levels, "en"), "a level, not the bound between two")
	require.Equal(t, "4 o menos", Bounds(-inf, 6, levels, "es"))
	require.Equal(t, "4", Bounds(3, 6, levels, "en"))
	require.Equal(t, "5 or more", Bounds(4.5, inf, whole, "en"))
	require.Equal(t, "más de 0,031", Bounds(0.0312, inf, real, "es"))
	require.Equal(t, "0.02 to 0.031", Bounds(0.02, 0.031, real, "en"))
	dollars := study.Factor{Param: paramOf(t, "cost_summit"), Axis: robust.Axis{Low: 100_000, High: 4_000_001, Log: true}}
	require.Equal(t, "below 3,140,000", Bounds(-inf, 3_141_593, dollars, "en"))
	require.Equal(t, "above 335,000", Bounds(335_483, inf, dollars, "en"))
	require.Equal(t, "630,000–1,000,000", Cut(analysis.Cut{Low: 632_456, High: 1_002_969}, dollars, "en"))
	require.Equal(t, "100,000 to 4,000,001", Range(dollars, "en"), "the ends are the study's")
	require.Equal(t, "2; 4; 8", Range(levels, "en"))
	require.Equal(t, "de 0 a 0,06", Range(real, "es"))
	for _, f := range []study.Factor{{Param: real.Param, Scope: study.OfMember, Of: "PE"}, {Param: real.Param, Scope: study.OfDesign, Of: "sherpa"}, {Param: real.Param, Scope: study.OfEvent, Of: "gan-mature"}} {
		for _, lang := range languages {
			require.Contains(t, Factor(f, lang), f.Of)
		}
	}
}

func sobolOutput(total ...float64) analysis.Output {
	o := analysis.Output{Design: 2, Difference: true, Sobol: &sens.SobolIndices{Variance: 1}}
	for _, x := range total {
		o.Sobol.Factors = append(o.Sobol.Factors, sens.SobolIndex{First: sens.Estimate{Value: x / 2, Low: x/2 - 0.01, High: x/2 + 0.01}, Total: sens.Estimate{Value: x, Low: x - 0.02, High: x + 0.02}})
	}
	return o
}

func TestSensitivityNamesWhatMattersAndWhetherItConverged(t *testing.T) {
	a := example(t)
	a.Study.Grid = nil
	a.Study.Sample = study.Sample{Factors: []study.Factor{{Param: paramOf(t, "friction")}, {Param: paramOf(t, "noise")}}}
	m := &a.Measures[0]
	m.Map, m.Regions = nil, nil
	m.Sensitivity = &analysis.Sensitivity{Method: "sobol", Size: 64, Outputs: []analysis.Output{{Design: 0, Sobol: &sens.SobolIndices{}}, sobolOutput(0.2, 0.7)}}
	w := newWords(a, "en")
	said := w.sensitivity(*m)
	require.Regexp(t, "What moves “Secretariat” less “Light” most: “.+”, total index 0.70 .0.68 to 0.72.; “.+”, total index 0.20", said)
	require.Contains(t, said, Factor(a.Study.Sample.Factors[1], "en"))
	require.Contains(t, said, "have converged")
	m.Sensitivity.Outputs[1].Sobol.Warnings = []sens.Warning{{Kind: sens.UnstableRanking, Factor: -1, Value: 2.5, Bound: 1}}
	require.Contains(t, newWords(a, "en").sensitivity(*m), "It has not converged")
	m.Sensitivity.Outputs[1].Sobol.Warnings = []sens.Warning{{Kind: sens.Constant, Factor: -1}}
	require.Contains(t, newWords(a, "es").sensitivity(*m), "no hay nada que explicar")
}

func TestEveryWarningHasWordsInBothLanguages(t *testing.T) {
	for kind := sens.WideFirst; kind <= sens.Constant; kind++ {
		x := sens.Warning{Kind: kind, Factor: 0, Value: 0.126, Bound: 0.05}
		es, en := Warning(x, "ruido", "es"), Warning(x, "noise", "en")
		require.NotEqual(t, es, en)
		require.NotEqual(t, x.String(), en, "words of its own")
		require.NotContains(t, es+en, "%!")
		if kind == sens.WideFirst || kind == sens.WideTotal || kind == sens.WideEffect {
			require.Contains(t, es, "«ruido»")
			require.Contains(t, es, "0,13")
			require.Contains(t, en, "another study and goes to another folder")
		}
	}
	require.Equal(t, []string{"No point has a value: one of its runs is missing or failed, or the measure does not exist in it."},
		Warnings([]sens.Warning{{Kind: sens.MissingRuns, Factor: -1, Value: 1}, {Kind: sens.TooFew, Factor: 0, Bound: 2}}, []string{"a"}, "en"))
	many := []sens.Warning{{Kind: sens.UnstableRanking, Factor: -1, Value: 2, Bound: 1}}
	for i := range 9 {
		many = append(many, sens.Warning{Kind: sens.WideTotal, Factor: i, Value: 0.1 + float64(i)/100, Bound: 0.05})
	}
	all := Warnings(many, strings.Split("abcdefghi", ""), "en")
	require.Len(t, all, 2)
	require.Contains(t, all[1], "9 factors are wider than 0.05, up to 0.18: “a”; “b”; “c”; “d”; 5 more.")
}

// A region is told in the answer if its design has the best mean at most of its points.
func TestRegionsOfMostPointsAreTold(t *testing.T) {
	a := example(t)
	r := &a.Measures[0].Regions.Designs[2]
	all := func() string { return strings.Join(Sentences(a, "es"), "\n") }
	require.Contains(t, all(), "Dónde (PRIM, sobre los mismos puntos): con «funcionarios de tiempo completo por ministerio dedicados a la Alianza» 4 o más y «")
	require.Contains(t, Region(a, a.Measures[0], 2, "en"), "With “full-time-equivalent officials", "asked for, it is told")
	r.Box.Density = 0.35
	require.NotContains(t, all(), "PRIM")
	require.Empty(t, Region(a, a.Measures[0], 0, "en"))
}
