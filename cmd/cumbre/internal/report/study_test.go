package report

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/sim/stat"
)

// eachStudy runs a test on every shape of study in both languages, and on ones with
// missing and failed runs, and without any defined number.
func eachStudy(t *testing.T, check func(t *testing.T, a *analysis.Analysis, lang string)) {
	for _, lang := range languages {
		for name, s := range studyShapes {
			t.Run(name+" "+lang, func(t *testing.T) { check(t, fakeAnalysis(s), lang) })
		}
		t.Run("unfinished "+lang, func(t *testing.T) {
			a := fakeAnalysis(usualStudy)
			a.Missing, a.Failed, a.Replications.Least = 123, 7, 0
			a.Measures[0].Overall.Lost, a.Measures[0].Overall.Absent = 3, 2
			check(t, a, lang)
		})
		t.Run("undefined "+lang, func(t *testing.T) { check(t, undefinedAnalysis(), lang) })
	}
}

// undefinedAnalysis is one of runs that all failed.
func undefinedAnalysis() *analysis.Analysis {
	a := fakeAnalysis(usualStudy)
	nothing := stat.Estimate{Mean: math.NaN(), Low: math.NaN(), High: math.NaN()}
	empty := func(g *analysis.Group) {
		g.Units, g.Leader, g.Second, g.Lead, g.Probability = 0, analysis.None, analysis.None, nothing, nil
		for d := range g.Designs {
			g.Designs[d], g.Differences[d] = nothing, nothing
		}
	}
	for k := range a.Measures {
		m := &a.Measures[k]
		empty(&m.Overall)
		for i := range m.At {
			empty(&m.At[i])
		}
		for _, c := range m.Curves {
			for i := range c.Groups {
				empty(&c.Groups[i])
			}
		}
		for _, row := range m.Map.Groups {
			for i := range row {
				empty(&row[i])
			}
		}
		m.Regions = nil
	}
	a.Frontier = nil
	a.Failed = a.Runs
	return a
}

func studyHTML(t *testing.T, a *analysis.Analysis, lang string, options ...Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, NewStudy(a, lang, options...).Write(&b))
	return b.String()
}

func TestStudyPagesAreWhole(t *testing.T) {
	eachStudy(t, func(t *testing.T, a *analysis.Analysis, lang string) {
		html := studyHTML(t, a, lang, Command("cumbre analyze results"), Digest("feedbeef"), Version("v1.2.3"))
		for _, bad := range []string{"NaN", "%!", "<script", "ZgotmplZ", "Inf<"} {
			require.NotContains(t, html, bad)
		}
		for _, want := range []string{`<html lang="` + lang + `">`, "cumbre analyze results", "feedbeef", "v1.2.3"} {
			require.Contains(t, html, want)
		}
		require.Equal(t, html, studyHTML(t, a, lang, Command("cumbre analyze results"), Digest("feedbeef"), Version("v1.2.3")))
		require.Equal(t, conclude.Sentences(a, lang), NewStudy(a, lang).page().Verdict)
	})
}

func TestStudyFiguresAreWellFormedAndLegible(t *testing.T) {
	eachStudy(t, func(t *testing.T, a *analysis.Analysis, lang string) {
		p := NewStudy(a, lang)
		names := map[string]bool{}
		for _, k := range p.figures() {
			require.Regexp(t, `^[a-z_]+$`, k.name)
			require.False(t, names[k.name], "one file each")
			names[k.name] = true
			for _, f := range []frame{pageFrame, phoneFrame} {
				d := k.draw(p.view, f)
				svg := d.svg(k.name)
				for _, bad := range []string{"NaN", "Inf", "%!", "e+", "e-0"} {
					require.NotContains(t, svg, bad, k.name)
				}
				all := parse(t, svg)
				checkFigure(t, k.name, f, all)
				checkApart(t, k.name, all)
			}
		}
		require.Len(t, p.Figures(), len(names))
	})
}

// checkApart checks that no two texts lie on each other, as far as their widths are known.
func checkApart(t *testing.T, name string, all []element) {
	t.Helper()
	type extentOf struct {
		x, right, y, size float64
		text              string
	}
	var texts []extentOf
	for _, e := range all {
		if e.name != "text" {
			continue
		}
		size := number(t, e.attr["font-size"])
		x, w := number(t, e.attr["x"]), 0.85*textWidth(e.text, size)
		switch e.attr["text-anchor"] {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		texts = append(texts, extentOf{x, x + w, number(t, e.attr["y"]), size, e.text})
	}
	for i, a := range texts {
		for _, b := range texts[:i] {
			over := a.x < b.right-1 && b.x < a.right-1 && math.Abs(a.y-b.y) < 0.8*min(a.size, b.size)
			require.False(t, over, "%s: %q and %q lie on each other", name, a.text, b.text)
		}
	}
}

// Where no bound has evidence there is no box: nothing is drawn, and the page says so.
func TestWithoutABoxNoRegionIsTold(t *testing.T) {
	for name, s := range studyShapes {
		a := fakeAnalysis(s)
		if len(a.Measures) == 0 || a.Measures[0].Regions == nil || len(a.Designs) < 2 {
			continue
		}
		r := &a.Measures[0].Regions.Designs[0]
		require.NotNil(t, r.Box, name)
		require.Contains(t, NewStudy(a, "en").boxed(a.Measures[0]), 0, name)
		require.Contains(t, NewStudy(a, "en").regionsList(a.Measures[0])[0], "above all with", name)
		r.Box, r.Restrictions = nil, nil
		require.NotContains(t, NewStudy(a, "en").boxed(a.Measures[0]), 0, name)
		require.Contains(t, NewStudy(a, "en").regionsList(a.Measures[0])[0], "no bound of the factors sets them apart", name)
	}
}

func TestStudyPagesSayTheSameInBothLanguages(t *testing.T) {
	for name, s := range studyShapes {
		t.Run(name, func(t *testing.T) {
			es, en := NewStudy(fakeAnalysis(s), "es").page(), NewStudy(fakeAnalysis(s), "en").page()
			require.Len(t, en.Sections, len(es.Sections))
			for i := range es.Sections {
				require.Equal(t, es.Sections[i].ID, en.Sections[i].ID)
				require.NotEqual(t, es.Sections[i].Title, en.Sections[i].Title)
				if id := es.Sections[i].ID; id != "designs" && id != "points" { // words of the scenario; names and numbers
					sameBlocks(t, id, es.Sections[i].Blocks, en.Sections[i].Blocks)
				}
			}
			require.Len(t, en.Verdict, len(es.Verdict))
			for _, f := range append(es.Facts, en.Facts...) {
				require.NotEmpty(t, f.Value, f.Term)
			}
		})
	}
}

// Each cell of the map holds the lead and the probability of its group, and says by marker
// and hatching, not by colour alone, who leads and whether that is certain.
func TestTheMapHoldsTheAnalysis(t *testing.T) {
	for _, lang := range languages {
		a := fakeAnalysis(usualStudy)
		p := NewStudy(a, lang)
		m := a.Measures[0]
		all := parse(t, p.mapFigure(m)(p.view, pageFrame).svg("map"))
		for _, row := range m.Map.Groups {
			for _, g := range row {
				if g.Leader == analysis.None {
					continue
				}
				require.True(t, hasText(all, p.l.number(g.Lead.Mean, conclude.Decimals(m.Metric, g.Lead))))
				require.True(t, hasText(all, conclude.Probability(g.Probability[g.Leader], lang)))
			}
		}
		unsure, hatched := 0, 0
		for _, row := range m.Map.Groups {
			for _, g := range row {
				if g.Leader != analysis.None && !conclude.Sure(g, 0.95) {
					unsure++
				}
			}
		}
		for _, e := range all {
			if e.name == "rect" && strings.HasPrefix(e.attr["fill"], "url(#map-") {
				hatched++
			}
		}
		require.Positive(t, unsure)
		require.Equal(t, unsure+1, hatched, "the cells and the key")
		table := p.mapTable(m)
		require.Len(t, table.Rows, len(m.Map.XCuts)*len(m.Map.YCuts))
		g := m.Map.Groups[0][1]
		require.Equal(t, p.name(g.Leader), table.Rows[1].Cells[0].Lines[0].Text)
		require.Contains(t, table.Rows[1].Head.Lines[0].Text, p.cut(m.Map.XCuts[1], m.Map.X))
	}
}

func hasText(all []element, text string) bool {
	for _, e := range all {
		if e.name == "text" && e.text == text {
			return true
		}
	}
	return false
}

func TestTablesOfStudiesHoldTheAnalysis(t *testing.T) {
	a := fakeAnalysis(usualStudy)
	p := NewStudy(a, "es")
	for k, m := range a.Measures {
		for d := range a.Designs {
			decimals := conclude.Decimals(m.Metric, m.Overall.Designs[d])
			require.Equal(t, p.l.number(m.Overall.Designs[d].Mean, decimals), p.overallMeans().Rows[k].Cells[d].Lines[0].Text)
			if d > 0 {
				e := m.Overall.Differences[d]
				got := p.overallDifferences().Rows[k].Cells[d-1]
				require.Equal(t, p.l.signed(e.Mean, conclude.Decimals(m.Metric, e)), got.Lines[0].Text)
				require.Equal(t, e.Low > 0 || e.High < 0, got.Marked)
				better := e.Mean*float64(m.Metric.Info().Better) > 0
				require.Equal(t, got.Marked && better, strings.Contains(fmt.Sprint(got), "mejor"))
			}
		}
	}
	points := p.pointsTable(a.Measures[0])
	require.Len(t, points.Rows, a.Points.N())
	require.Contains(t, fmt.Sprint(points.Rows[3].Head), p.l.compact(a.Points.Values(3)[0]))
	require.Equal(t, p.l.number(a.Measures[0].At[3].Designs[0].Mean, conclude.Decimals(a.Measures[0].Metric, a.Measures[0].At[3].Designs[0])), points.Rows[3].Cells[0].Lines[0].Text)
	require.Contains(t, fmt.Sprint(p.frontierTable().Rows[2].Cells[2]), "2,25")
	require.Contains(t, fmt.Sprint(p.frontierTable().Rows[1].Head), "dominado por "+p.name(0))
}

// The figure of a sensitivity has the first fifteen factors, the tables all; and doubts
// are said.
func TestSensitivityOfManyFactors(t *testing.T) {
	a := fakeAnalysis(studyShapes["morris"])
	p := NewStudy(a, "en")
	m := a.Measures[0]
	o := m.Sensitivity.Outputs[conclude.Telling(m)]
	require.Len(t, p.sensitivityFigure(m, o)(p.view, pageFrame).data.Rows, mostRanked)
	table := p.rankingTable(m, o, p.ranking(o))
	require.Len(t, table.Rows, 40)
	require.Equal(t, p.l.number(o.Morris.Factors[0].MuStar.Value, p.indexDecimals(m, o)), table.Rows[0].Cells[0].Lines[0].Text)
	require.Equal(t, p.l.number(o.Morris.Factors[0].Sigma.Value, p.indexDecimals(m, o)), table.Rows[0].Cells[1].Lines[0].Text)
	html := studyHTML(t, a, "en")
	require.Contains(t, html, "The order of the factors is not stable")
	require.Contains(t, html, "has not converged")
	require.Contains(t, studyHTML(t, fakeAnalysis(studyShapes["sobol"]), "en"), "have converged")
}

func TestPartsOfStudiesWithNothingToSayAreLeftOut(t *testing.T) {
	ids := func(s studyShape) string {
		var all []string
		for _, s := range NewStudy(fakeAnalysis(s), "en").page().Sections {
			all = append(all, s.ID)
		}
		return strings.Join(all, " ")
	}
	require.Equal(t, "overall places regions frontier others points varies designs limits", ids(usualStudy))
	require.Equal(t, "overall frontier designs limits", ids(studyShapes["no factor"]))
	require.Equal(t, "varies designs limits", ids(studyShapes["no measure"]))
	require.Equal(t, "overall places others points varies designs limits", ids(studyShapes["one design"]))
	one := studyHTML(t, fakeAnalysis(studyShapes["one factor"]), "en")
	require.Contains(t, one, "there are no two to cross in a design map")
	require.NotContains(t, studyHTML(t, fakeAnalysis(studyShapes["one design"]), "en"), "Paired differences")
}

func TestOneReplicationOfAStudyMakesNoClaims(t *testing.T) {
	html := studyHTML(t, fakeAnalysis(studyShapes["one replication"]), "en")
	for _, claim := range []string{"beyond chance,", "no interval<", "certain, probability", "probability ></"} {
		require.NotContains(t, html, claim)
	}
	require.Contains(t, html, "no difference can be told from chance")
}

func TestManyPointsAreCutShortAndSaySo(t *testing.T) {
	a := fakeAnalysis(studyShapes["many levels"])
	require.Len(t, NewStudy(a, "en").pointsTable(a.Measures[0]).Rows, mostPoints)
	require.Contains(t, studyHTML(t, a, "en"), "Here are the first 200 of 432 points; the others are in points.csv.")
	require.NotContains(t, studyHTML(t, fakeAnalysis(usualStudy), "en"), "points.csv")
}

func TestUnfinishedAndFailedRunsAreTold(t *testing.T) {
	a := fakeAnalysis(usualStudy)
	a.Missing, a.Failed = 123, 7
	html := studyHTML(t, a, "en")
	require.Contains(t, html, "6,000; failed: 7; missing: 123")
	require.Contains(t, html, "Runs that failed or are missing do not count")
}

func TestLongNamesStayOnThePaperOfStudies(t *testing.T) {
	for _, name := range []string{"usual", "sampled", "sobol"} {
		a := fakeAnalysis(studyShapes[name])
		for i := range a.Designs {
			a.Designs[i].Title = model.Text{ES: strings.Repeat("Secretaría interinstitucional ", 9), EN: strings.Repeat("W", 150)}
		}
		for _, lang := range languages {
			p := NewStudy(a, lang)
			for _, k := range p.figures() {
				for _, f := range []frame{pageFrame, phoneFrame} {
					checkFigure(t, k.name, f, parse(t, k.draw(p.view, f).svg(k.name)))
				}
			}
		}
	}
}
