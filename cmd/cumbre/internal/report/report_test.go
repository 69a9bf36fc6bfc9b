package report

import (
	"bytes"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// shapes are comparisons at the edges of what is possible.
var shapes = map[string]shape{
	"usual":           usual,
	"two designs":     {designs: 2, members: 4, years: 20, replications: 50},
	"one design":      {designs: 1, members: 4, years: 20, replications: 50},
	"one replication": {designs: 3, members: 4, years: 20, replications: 1},
	"two years":       {designs: 3, members: 4, years: 2, replications: 10},
	"one year":        {designs: 3, members: 4, years: 1, replications: 10},
	"no years":        {designs: 2, members: 4, years: 0, replications: 10},
	"all members":     {designs: 3, members: model.MaxMembers, years: 20, replications: 10},
	"nine designs":    {designs: 9, members: 8, years: 40, replications: 10},
}

var languages = []string{"es", "en"}

func written(t *testing.T, c *compare.Comparison, lang string, options ...Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, c, lang, options...))
	return b.String()
}

// each runs a test on every shape, and on one without any defined number.
func each(t *testing.T, check func(t *testing.T, c *compare.Comparison, lang string)) {
	for _, lang := range languages {
		for name, s := range shapes {
			t.Run(name+" "+lang, func(t *testing.T) { check(t, fake(s), lang) })
		}
		t.Run("undefined "+lang, func(t *testing.T) { check(t, undefined(fake(usual)), lang) })
		t.Run("empty scenario "+lang, func(t *testing.T) {
			c := fake(usual)
			c.Spec = &model.Spec{Start: c.Spec.Start, End: c.Spec.End}
			check(t, c, lang)
		})
	}
}

// undefined makes every estimate of a comparison NaN.
func undefined(c *compare.Comparison) *compare.Comparison {
	nan := math.NaN()
	for i := range c.Designs {
		d := &c.Designs[i]
		for m := range d.Metrics {
			d.Metrics[m].Mean, d.Metrics[m].Low, d.Metrics[m].High, d.Metrics[m].N = nan, nan, nan, 0
		}
		for k := range d.Depth {
			d.Depth[k].Mean, d.Effective[k].Mean, d.Depth[k].Low = nan, nan, nan
		}
		for k := range d.Phases {
			d.Phases[k].Mean = nan
		}
		for y := range d.Years {
			for s := range d.Years[y] {
				d.Years[y][s] = compare.Band{Mean: nan, Low: nan, High: nan, P10: nan, P50: nan, P90: nan}
			}
		}
		d.Vetoes = [model.NumBodies][model.MaxMembers]float64{}
		d.Consents = d.Vetoes
	}
	for i := range c.Differences {
		d := &c.Differences[i]
		d.Mean, d.Low, d.High, d.P, d.AdjustedP = nan, nan, nan, nan, nan
	}
	return c
}

func TestPageLoadsNothingAndRunsNothing(t *testing.T) {
	// Namespaces are names, not addresses.
	loads := regexp.MustCompile(`(?i)<script|<link|<iframe|<img|<object|<embed|@import|url\(|\bsrc\s*=|\bon[a-z]+\s*=\s*"|href\s*=\s*"[^#]`)
	local := regexp.MustCompile(`url\(#`)
	each(t, func(t *testing.T, c *compare.Comparison, lang string) {
		html := written(t, c, lang)
		require.Empty(t, loads.FindAllString(local.ReplaceAllString(html, ""), -1))
		require.Contains(t, html, `<html lang="`+lang+`">`)
		require.NotContains(t, html, "ZgotmplZ", "html/template refused something")
		require.NotContains(t, html, "%!")
		require.NotContains(t, html, "NaN")
	})
}

func TestPageIsTheSameBytesEveryTime(t *testing.T) {
	require.Equal(t, written(t, fake(usual), "es"), written(t, fake(usual), "es"))
}

func TestIdentifiersAreUniqueAndLinksLead(t *testing.T) {
	html := written(t, fake(usual), "en")
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(html, -1) {
		require.False(t, seen[m[1]], "two elements with the id %s", m[1])
		seen[m[1]] = true
	}
	links := regexp.MustCompile(`(?:href="#|url\(#|aria-labelledby=")([^")]+)`).FindAllStringSubmatch(html, -1)
	require.NotEmpty(t, links)
	for _, m := range links {
		for _, id := range strings.Fields(m[1]) {
			require.True(t, seen[id], "nothing has the id %s", id)
		}
	}
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	c := fake(usual)
	es, en := newView(c, "es").page(), newView(c, "en").page()
	require.Len(t, en.Sections, len(es.Sections))
	require.Len(t, en.Facts, len(es.Facts))
	for i := range es.Sections {
		require.Equal(t, es.Sections[i].ID, en.Sections[i].ID)
		require.NotEqual(t, es.Sections[i].Title, en.Sections[i].Title)
		sameBlocks(t, es.Sections[i].ID, es.Sections[i].Blocks, en.Sections[i].Blocks)
	}
	for _, f := range append(es.Facts, en.Facts...) {
		require.NotEmpty(t, f.Term)
		require.NotEmpty(t, f.Value)
	}
}

// sameBlocks checks that blocks have the same structure, and no empty text.
func sameBlocks(t *testing.T, where string, es, en []block) {
	t.Helper()
	require.Len(t, en, len(es), where)
	for i := range es {
		a, b := es[i], en[i]
		require.Equal(t, a.Text == "", b.Text == "", where)
		if a.Text != "" {
			require.NotEqual(t, a.Text, b.Text, where)
		}
		require.Len(t, b.List, len(a.List), where)
		if a.Table != nil {
			sameTable(t, where, a.Table, b.Table)
		}
		if a.Figure != nil {
			require.Equal(t, a.Figure.Name, b.Figure.Name)
			require.NotEqual(t, a.Figure.Title, b.Figure.Title, a.Figure.Name)
			require.NotEqual(t, a.Figure.Caption, b.Figure.Caption, a.Figure.Name)
			if a.Figure.Data != nil {
				sameTable(t, a.Figure.Name, a.Figure.Data, b.Figure.Data)
			}
		}
		if a.More != nil {
			require.NotEmpty(t, a.More.Summary)
			require.NotEmpty(t, b.More.Summary)
			sameBlocks(t, where+": "+b.More.Summary, a.More.Blocks, b.More.Blocks)
		}
	}
}

func sameTable(t *testing.T, where string, es, en *table) {
	t.Helper()
	require.NotEqual(t, es.Caption, en.Caption, where)
	require.Len(t, en.Head, len(es.Head), where)
	require.Len(t, en.Rows, len(es.Rows), where)
	for i := range es.Rows {
		require.Len(t, es.Rows[i].Cells, len(es.Head)-1, where)
		require.Len(t, en.Rows[i].Cells, len(en.Head)-1, where)
		for _, c := range append(append([]cell{es.Rows[i].Head, en.Rows[i].Head}, es.Rows[i].Cells...), en.Rows[i].Cells...) {
			require.NotEmpty(t, c.Lines[0].Text, where)
		}
	}
}

func TestHostileTitlesStayText(t *testing.T) {
	const attack = "</title><script>alert(1)</script>\"'&<svg onload=x>\x00\xff"
	c := fake(usual)
	c.Spec.Title = model.Text{ES: attack, EN: attack}
	c.Spec.Question, c.Spec.Source, c.Spec.Name = c.Spec.Title, attack, attack
	for i := range c.Designs {
		c.Designs[i].Design.Title = c.Spec.Title
		c.Designs[i].Design.Name = attack
	}
	for i := range c.Spec.Members {
		c.Spec.Members[i].Code, c.Spec.Members[i].Name = attack, c.Spec.Title
		c.Spec.Members[i].Terms[0].Name = attack
	}
	html := written(t, c, "es")
	require.NotContains(t, html, "<script")
	require.NotContains(t, html, "<svg onload")
	for _, f := range Figures(c, "es") {
		for _, e := range parse(t, f.SVG) {
			require.NotContains(t, []string{"script"}, e.name)
			require.NotContains(t, e.attr, "onload")
		}
	}
}
