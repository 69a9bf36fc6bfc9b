package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// Every number of the tables is the comparison's, in the row of its metric and
// the column of its design.
func TestTablesHoldTheComparisonsNumbers(t *testing.T) {
	c := fake(usual)
	for _, lang := range languages {
		v := newView(c, lang)
		html := written(t, c, lang)
		means := v.meansTable("", model.Metrics())
		differences := v.differencesTable("", model.Metrics())
		require.Len(t, means.Rows, int(model.NumMetrics))
		format := compare.NewFormat(lang)
		for i, m := range model.Metrics() {
			require.Equal(t, capital(m.Info().Text.In(lang)), means.Rows[i].Head.Lines[0].Text)
			for k, r := range c.Designs {
				e, got := r.Metrics[m], means.Rows[i].Cells[k]
				require.Equal(t, format.Number(e.Mean, m.Info().Decimals), got.Lines[0].Text)
				require.Contains(t, got.Lines[1].Text, format.Number(e.High, m.Info().Decimals))
				require.Contains(t, html, ">"+got.Lines[0].Text+"</span>")
			}
			for k := 1; k < len(c.Designs); k++ {
				d, ok := c.Difference(k, m)
				require.True(t, ok)
				got := differences.Rows[i].Cells[k-1]
				require.Equal(t, minus(format.Signed(d.Mean, d.Decimals())), got.Lines[0].Text)
				require.Equal(t, d.Real(), got.Marked)
				require.Equal(t, d.Real(), strings.Contains(got.Lines[2].Text, "◆ real"), "marked in words too")
			}
		}
	}
}

func TestADifferenceSaysWhetherItIsForTheBetter(t *testing.T) {
	c := fake(usual)
	v := newView(c, "en")
	for _, d := range c.Differences {
		word := v.direction(d)
		switch better := d.Mean * float64(d.Metric.Info().Better); {
		case !d.Real() || better == 0:
			require.Empty(t, word, d.Metric)
			require.NotRegexp(t, "better|worse", fmt.Sprint(v.difference(d, true)), d.Metric)
			require.NotRegexp(t, "better|worse", v.effectWords(effect{diff: d, mid: 1.5}, false), d.Metric)
		case better > 0:
			require.Equal(t, "better", word, d.Metric)
		default:
			require.Equal(t, "worse", word, d.Metric)
		}
	}
}

func TestTheCommandReproducesTheComparison(t *testing.T) {
	c := fake(usual)
	html := written(t, c, "en")
	require.Contains(t, html, "cumbre compare weak-link.yaml -n 200 --seed 42 --designs light,sherpa,secretariat")
	c.Spec.Name = "my files/it's.yaml"
	require.Equal(t, `cumbre compare 'my files/it'\''s.yaml' -n 200 --seed 42 --designs light,sherpa,secretariat`, newView(c, "en").reproduce())
	require.Contains(t, written(t, c, "en", Command("cumbre compare --set ambition=2")), ">cumbre compare --set ambition=2<")
}

// A run is cited by scenario, seed, replications, version and digest.
func TestTheCitationHoldsAllThatPinsARunDown(t *testing.T) {
	html := written(t, fake(usual), "en", Version("v1.2.3"))
	require.Contains(t, html, "<dt>Program version</dt><dd><code>v1.2.3</code></dd>")
	require.Contains(t, html, "Cumbre, a simulator of the Pacific Alliance, version v1.2.3. Scenario “A weak-link presidency”, 200 replications, seed 42, digest 0123456789abcdef.")
	require.Contains(t, written(t, fake(usual), "es", Version("v1.2.3")), "Cumbre, simulador de la Alianza del Pacífico, versión v1.2.3. Escenario")
	html = written(t, fake(usual), "en")
	require.NotContains(t, html, "version", "none is claimed that was not told")
}

func TestThePageSaysWhatWasSwitchedOffAndInterrupted(t *testing.T) {
	c := fake(usual)
	c.Interrupted = true
	c.Spec.Off = c.Spec.Off.Without(model.Spillover)
	html := written(t, c, "en")
	require.Contains(t, html, "The run was interrupted")
	require.Contains(t, html, "<code>spillover</code>")
}

func TestTheShareOfAssumptionsIsSaidOutLoud(t *testing.T) {
	params := model.Params()
	assumed := 0
	for _, p := range params {
		if p.Info().From == model.Assumption {
			assumed++
		}
	}
	html := written(t, fake(usual), "en")
	require.Contains(t, html, fmt.Sprintf("Of the model&#39;s %d parameters, %d (%.0f%%) are our assumptions", len(params), assumed, 100*float64(assumed)/float64(len(params))))
	for _, p := range params {
		require.Contains(t, html, ">"+p.String()+"<", "the parameter is listed")
	}
}

func TestChangedParametersAreMarked(t *testing.T) {
	c := fake(usual)
	v := newView(c, "en")
	var plain, set model.Param
	for _, p := range model.Params() {
		if v.changed(p) {
			set = p // by a design
		} else {
			plain = p
		}
	}
	require.Contains(t, fmt.Sprint(v.paramValue(set)), "◆ Full-time sherpas: ")
	require.NotContains(t, fmt.Sprint(v.paramValue(plain)), "◆")
	c.Spec.Members[1].Set = []model.Setting{{Param: plain, Value: plain.Info().Max + 1}}
	require.Contains(t, fmt.Sprint(v.paramValue(plain)), "◆ CO: ")
	require.True(t, v.changed(plain))
	c.Spec.Values[plain]++
	require.True(t, v.paramValue(plain).Marked)
}

func TestLeversListExactlyWhatDiffers(t *testing.T) {
	c := fake(usual)
	v := newView(c, "en")
	rows := map[string]bool{}
	for _, r := range v.leversTable().Rows {
		if len(r.Head.Lines) > 1 {
			rows[r.Head.Lines[1].Text] = true
		}
	}
	for _, p := range model.Params() {
		differ := false
		for _, r := range c.Designs {
			differ = differ || v.valueIn(r.Design, p) != v.valueIn(c.Designs[0].Design, p)
		}
		require.Equal(t, differ, rows[p.String()], p)
	}
	require.Contains(t, written(t, c, "en"), "qualified_majority(0.6, 0.5)")
}

// The metric implementation_gap counts what was abandoned after adoption too;
// the figures count only what is pending, so they go by another name.
func TestTheImplementationGapIsOneThing(t *testing.T) {
	c := fake(usual)
	for lang, words := range map[string][2]string{"es": {"brecha de implementación", "en implementación"}, "en": {"implementation gap", "being implemented"}} {
		said := map[string]string{}
		for _, f := range Figures(c, lang) {
			said[f.Name] = strings.ToLower(f.Title + f.Caption + f.SVG)
			if f.Name != "effects" { // which draws the metric
				require.NotContains(t, said[f.Name], words[0], f.Name)
			}
		}
		require.Contains(t, said["fate"], words[1])
		require.Contains(t, said["being_implemented"], words[1])
		for _, b := range newView(c, lang).throughputSection().Blocks {
			require.Empty(t, b.Text, "nothing is left to explain")
		}
	}
}

// One replication has no interval and no test, so the report speaks of none.
func TestOneReplicationMakesNoClaims(t *testing.T) {
	s := usual
	s.replications = 1
	c := fake(s)
	v := newView(c, "en")
	html := written(t, c, "en")
	for _, nonsense := range []string{"no interval<", "p\u00a0–", "not told apart", "Holm", "95% interval", "percentile of the replications", "1 replications", "Means", "means of", "corrected"} {
		require.NotContains(t, html, nonsense, nonsense)
	}
	require.Contains(t, html, "no difference can be told from chance")
	require.NotContains(t, written(t, c, "es"), "sin intervalo")
	for i, m := range headMetrics() {
		require.Equal(t, words(v.l.number(c.Designs[0].Metrics[m].Mean, m.Info().Decimals)), v.meansTable("", headMetrics()).Rows[i].Cells[0])
		d, _ := c.Difference(1, m)
		require.Equal(t, words(v.l.signed(d.Mean, d.Decimals())), v.differencesTable("", headMetrics()).Rows[i].Cells[0])
	}
	require.Contains(t, written(t, fake(usual), "en"), "Holm")
}

// One design has no order that could hold or change.
func TestTheLimitsOfOneDesignSpeakOfNoOrder(t *testing.T) {
	one := usual
	one.designs = 1
	for lang, order := range map[string]string{"es": "orden de los diseños", "en": "order of the designs"} {
		limits := func(s shape) string { return strings.Join(newView(fake(s), lang).limitsSection().Blocks[0].List, "\n") }
		require.Equal(t, 2, strings.Count(limits(usual), order))
		require.NotContains(t, limits(one), order)
		require.Contains(t, limits(one), "ambition")
	}
}

func TestProvenanceAgreesInNumber(t *testing.T) {
	of := func(n int, from model.Provenance) (all []model.Param) {
		for _, p := range model.Params() {
			if p.Info().From == from && len(all) < n {
				all = append(all, p)
			}
		}
		require.Len(t, all, n)
		return all
	}
	say := func(n int, lang string) string {
		return newView(fake(usual), lang).provenanceSentence(append(of(1, model.Literature), of(n, model.Data)...))
	}
	require.Contains(t, say(1, "en"), "1 is data, 1 comes from the literature and ")
	require.Contains(t, say(1, "es"), "1 es un dato, 1 viene de la literatura y ")
	require.Contains(t, say(2, "en"), "2 are data, 1 comes from the literature and ")
	require.Contains(t, say(2, "es"), "2 son datos, 1 viene de la literatura y ")
}

func TestTheLimitsWarnOfSaturation(t *testing.T) {
	c := fake(usual)
	limits := func(lang string) string { return strings.Join(newView(c, lang).limitsSection().Blocks[0].List, "\n") }
	for _, lang := range languages {
		require.Contains(t, limits(lang), "--set ambition=1.5")
	}
	c.Spec.Values[model.Ambition] = 1.5
	require.Contains(t, limits("en"), "This report uses ambition = 1.5")
	require.NotContains(t, limits("en"), "--set ambition=1.5", "which is this very run")
}

// Intervals that hold one at a time must not be read as holding together.
func TestTheLimitsSayWhatIntervalsAre(t *testing.T) {
	limits := func(c *compare.Comparison, lang string) string {
		return strings.Join(newView(c, lang).limitsSection().Blocks[0].List, "\n")
	}
	c := fake(usual)
	require.Contains(t, limits(c, "en"), "pointwise, not simultaneous: each holds at 95%")
	require.Contains(t, limits(c, "es"), "puntuales, no simultáneos: cada uno vale al 95")
	require.Contains(t, limits(c, "en"), "Only the p-values are corrected")
	c.Designs, c.Differences, c.Between = c.Designs[:1], nil, nil
	require.Contains(t, limits(c, "en"), "pointwise")
	require.NotContains(t, limits(c, "en"), "p-values", "one design has none")
	c.Replications = 1
	require.NotContains(t, limits(c, "en"), "pointwise", "one history has no intervals")
}

// The plausible range and the limits of input are two things, and a fact has no range.
func TestParametersShowRangeAndLimits(t *testing.T) {
	v := newView(fake(usual), "es")
	require.Equal(t, []line{{"0 a 0,06", plainLine}, {"límites: 0 a 0,5", quietLine}}, v.paramRange(model.GANFriction.Info()).Lines)
	require.Equal(t, []line{{compare.Undefined, plainLine}, {"límites: 0 a 200", quietLine}}, v.paramRange(model.MandatesPerSummit.Info()).Lines)
}
