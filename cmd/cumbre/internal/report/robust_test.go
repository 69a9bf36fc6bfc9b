package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/robust"
)

// fakeRecord makes up a robust comparison of the designs of c.
func fakeRecord(c *compare.Comparison, reach float64) robustness.Record {
	rec := robustness.Record{Scenario: c.Spec.Name, Reach: reach, Drawn: 134, Seed: 1, Worlds: 1000, Replications: 4, Level: 0.95, Digest: c.Digest, Barren: 17,
		Replaced: []robustness.Replaced{{Parameter: "friction", Value: 0.3, Member: "PE", Date: "2026-07-01"}}}
	for _, d := range c.Designs {
		rec.Designs = append(rec.Designs, d.Design.Name)
	}
	for k, metric := range robust.Measures {
		m := robustness.Measure{Metric: metric.String(), Unit: metric.Info().Unit, Ties: 11, Undefined: 7, Partial: 3 * k}
		for i, name := range rec.Designs {
			share := 0.1 + 0.07*float64(i) + 0.03*float64(k)
			l := robustness.Lead{Design: name, Worlds: int(1000 * share), Share: robustness.Number(share), Low: robustness.Number(share - 0.03), High: robustness.Number(share + 0.03), Clear: int(500 * share), Critical: 0.13}
			if i != 1 {
				l.Decisive = []robustness.Decisive{{Parameter: "friction", Distance: 0.31, Leads: "large", Thirds: [3]robustness.Number{0.11, 0.32, 0.53}}}
			}
			m.Leads = append(m.Leads, l)
			if i > 0 {
				m.Differences = append(m.Differences, robustness.Difference{Design: name, Baseline: rec.Designs[0], Worlds: 900, P5: -1.5, Median: 2.25, P95: 7.75, Above: 612, Below: 288, Chance: 0.14})
			}
		}
		rec.Measures = append(rec.Measures, m)
	}
	return rec
}

// fakePoints makes up the same over accepted points, which an event sets too.
func fakePoints(c *compare.Comparison) robustness.Record {
	rec := fakeRecord(c, 0)
	rec.Drawn, rec.Replaced = 22, nil
	rec.Accepted = &robustness.Accepted{File: "accepted.csv", SHA256: "feed", Rows: 1000, Effective: 130}
	rec.Measures[0].Leads[0].Decisive = []robustness.Decisive{{Parameter: "gan_interval_days@gan-mature", Distance: 0.4, Leads: "small"}}
	return rec
}

// The points that a calibration accepted come after the ranges, in the same section and
// in the summary, under words of their own.
func TestTheReportCarriesTheAcceptedPoints(t *testing.T) {
	for _, lang := range languages {
		c := fake(usual)
		rec, points := fakeRecord(c, 1), fakePoints(c)
		v := newView(c, lang)
		Robust(rec, &points)(v)
		p := v.page()
		said := v.robustWords().BesideAccepted(points)
		require.Equal(t, said, p.Verdict[len(p.Verdict)-len(said):])
		html := written(t, c, lang, Robust(rec, &points))
		require.Contains(t, html, `id="figure-robust"`)
		require.Contains(t, html, `id="figure-accepted"`)
		require.Contains(t, html, "gan_interval_days@gan-mature")
		require.Contains(t, html, map[string]string{"es": "puntos que concuerdan con el registro", "en": "points that agree with the record"}[lang])
		alone := robustPage(t, c, points, lang)
		require.NotContains(t, alone, map[string]string{"es": "sorte", "en": "drawn at once"}[lang])
		require.NotContains(t, alone, map[string]string{"es": "hipercubo", "en": "hypercube"}[lang])
		require.Contains(t, alone, "SHA-256 feed")
	}
}

func robustPage(t *testing.T, c *compare.Comparison, rec robustness.Record, lang string) string {
	t.Helper()
	var designs []model.Design
	for _, d := range c.Designs {
		designs = append(designs, d.Design)
	}
	var b bytes.Buffer
	require.NoError(t, NewRobust(c.Spec, designs, rec, robust.Space(model.Defaults(), rec.Reach), lang, Command("cumbre robust")).Write(&b))
	return b.String()
}

// The robust answer stands beside the point answer: in the summary, and in the
// first section, with its shares, figures and what decides.
func TestTheReportCarriesTheRobustAnswer(t *testing.T) {
	for _, lang := range languages {
		c := fake(usual)
		rec := fakeRecord(c, 1)
		v := newView(c, lang)
		Robust(rec, nil)(v)
		p := v.page()
		require.Equal(t, "robust", p.Sections[0].ID)
		require.Equal(t, v.robustWords().Beside(rec), p.Verdict[len(p.Verdict)-3:])
		html := written(t, c, lang, Robust(rec, nil))
		for _, want := range []string{`id="figure-robust"`, "<code", "friction", "PE.friction"} {
			require.Contains(t, html, want)
		}
		require.Contains(t, html, map[string]string{"es": "no son probabilidades", "en": "they are not probabilities"}[lang])
		shares := v.sharesTable(rec)
		for k, m := range rec.Measures {
			for i, l := range m.Leads {
				require.Equal(t, v.robustWords().Percent(float64(l.Share)), shares.Rows[k].Cells[i].Lines[0].Text)
			}
			require.Equal(t, "2"+map[string]string{"es": " %", "en": "%"}[lang], shares.Rows[k].Cells[len(m.Leads)].Lines[0].Text)
		}
		require.Equal(t, "+"+v.l.number(2.25, 1), v.spreadTable(rec).Rows[0].Cells[1].Lines[0].Text)
	}
	plain := written(t, fake(usual), "en", Beside("This result stands alone."))
	require.Contains(t, plain, "This result stands alone.")
	require.NotContains(t, plain, `id="robust"`)
}

func TestRobustPartsSayTheSameInBothLanguages(t *testing.T) {
	c := fake(usual)
	var sections [2]section
	for i, lang := range languages {
		v := newView(c, lang)
		points := fakePoints(c)
		Robust(fakeRecord(c, 0.1), &points)(v)
		sections[i] = v.robustSection()
	}
	require.NotEqual(t, sections[0].Title, sections[1].Title)
	for i := range sections[0].Blocks { // the settings that gave way are names and numbers
		if text := sections[0].Blocks[i].Text; strings.Contains(text, "PE.friction") {
			require.Contains(t, sections[1].Blocks[i].Text, "PE.friction")
		}
	}
	sameBlocks(t, "robust", sections[0].Blocks, sections[1].Blocks)
}

// The page of a robust comparison by itself is whole, loads nothing, and stands
// everything that may be undefined or have happened.
func TestRobustPage(t *testing.T) {
	for _, lang := range languages {
		c := fake(usual)
		undefined := fakeRecord(c, 1)
		for k := range undefined.Measures {
			m := &undefined.Measures[k]
			m.Undefined, m.Ties = 1000, 0
			for i := range m.Leads {
				m.Leads[i] = robustness.Lead{Design: m.Leads[i].Design, High: 0.01, Critical: robustness.Number(math.NaN())}
			}
			for i := range m.Differences {
				nan := robustness.Number(math.NaN())
				m.Differences[i] = robustness.Difference{P5: nan, Median: nan, P95: nan, Chance: nan}
			}
		}
		for _, rec := range []robustness.Record{fakeRecord(c, 0.1), undefined, {Scenario: "none", Interrupted: true, Reach: 1}} {
			html := robustPage(t, c, rec, lang)
			require.NotContains(t, html, "NaN")
			require.NotContains(t, html, "%!")
			require.NotContains(t, html, "<script")
			require.NotContains(t, html, "ZgotmplZ")
			require.Contains(t, html, `<html lang="`+lang+`">`)
			require.Contains(t, html, "cumbre robust")
			require.Contains(t, html, "coordinator_time_share", "what is drawn is listed")
			require.Equal(t, html, robustPage(t, c, rec, lang))
		}
	}
}

// A drawing has a title, is valid, and shows every design's share as a mark.
func TestRobustFigure(t *testing.T) {
	c := fake(usual)
	rec := fakeRecord(c, 0.1)
	for _, f := range []frame{pageFrame, phoneFrame} {
		v := newView(c, "en")
		d := v.robustFigure(rec)(v, f)
		svg := d.svg("robust")
		parse(t, svg)
		for _, m := range rec.Measures {
			for _, l := range m.Leads {
				require.Contains(t, svg, ">"+v.robustWords().Percent(float64(l.Share))+"</text>")
			}
		}
		require.NotEmpty(t, d.caption)
	}
}
