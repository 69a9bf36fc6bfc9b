package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
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

// element is a start tag of an XML document with the text directly inside it.
type element struct {
	name string
	attr map[string]string
	text string
}

func parse(t *testing.T, document string) []element {
	t.Helper()
	var all []element
	var open []int
	decoder := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return all
		}
		require.NoError(t, err)
		switch x := token.(type) {
		case xml.StartElement:
			e := element{name: x.Name.Local, attr: map[string]string{}}
			for _, a := range x.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open = append(open, len(all))
			all = append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(x)
			}
		}
	}
}

func TestFiguresAreWellFormedAndLegible(t *testing.T) {
	each(t, func(t *testing.T, c *compare.Comparison, lang string) {
		v := newView(c, lang)
		for _, f := range []frame{pageFrame, phoneFrame} {
			for _, k := range figures {
				d := k.draw(v, f)
				svg := d.svg(k.name)
				for _, bad := range []string{"NaN", "Inf", "%!", "e+", "e-0"} {
					require.NotContains(t, svg, bad, k.name)
				}
				checkFigure(t, k.name, f, parse(t, svg))
			}
		}
	})
}

// checkFigure checks what a reader depends on: a name and a description,
// letters that can be read, and nothing off the paper.
func checkFigure(t *testing.T, name string, f frame, all []element) {
	t.Helper()
	root := all[0]
	require.Equal(t, "img", root.attr["role"])
	width, height := number(t, root.attr["width"]), number(t, root.attr["height"])
	require.Equal(t, f.width, width)
	require.Greater(t, height, 20.0)
	require.Less(t, height, 3200.0)
	found := map[string]bool{}
	for _, e := range all {
		switch e.name {
		case "title", "desc":
			require.NotEmpty(t, strings.TrimSpace(e.text), "%s: %s", name, e.name)
			found[e.attr["id"]] = true
		case "text":
			require.GreaterOrEqual(t, number(t, e.attr["font-size"]), 11.0, "%s: %s", name, e.text)
			checkInside(t, name, width, height, e)
		case "rect", "circle", "line":
			for _, key := range []string{"x", "x1", "x2", "cx"} {
				if s, ok := e.attr[key]; ok {
					require.True(t, number(t, s) >= -1 && number(t, s) <= width+1, "%s: %v", name, e.attr)
				}
			}
		}
	}
	for _, id := range strings.Fields(root.attr["aria-labelledby"]) {
		require.True(t, found[id], "%s: nothing has the id %s", name, id)
	}
}

// checkInside estimates where a text lies; the estimate is wide, so it allows
// for a tenth.
func checkInside(t *testing.T, name string, width, height float64, e element) {
	t.Helper()
	x, w := number(t, e.attr["x"]), 0.9*textWidth(e.text, number(t, e.attr["font-size"]))
	switch e.attr["text-anchor"] {
	case "middle":
		x -= w / 2
	case "end":
		x -= w
	}
	y := number(t, e.attr["y"])
	require.True(t, x >= -2 && x+w <= width+2, "%s: %q from %.0f to %.0f runs off a width of %.0f", name, e.text, x, x+w, width)
	require.True(t, y > 0 && y <= height, "%s: %q at %.0f runs off a height of %.0f", name, e.text, y, height)
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return x
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
		case better > 0:
			require.Equal(t, "better", word, d.Metric)
		default:
			require.Equal(t, "worse", word, d.Metric)
		}
	}
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	c := fake(usual)
	es, en := newView(c, "es").page(""), newView(c, "en").page("")
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

func TestLongTitlesStayOnThePaper(t *testing.T) {
	c := fake(shape{designs: 4, members: 4, years: 20, replications: 10})
	for i := range c.Designs {
		c.Designs[i].Design.Title = model.Text{ES: strings.Repeat("Secretaría interinstitucional ", 12), EN: strings.Repeat("W", 200)}
	}
	for _, lang := range languages {
		v := newView(c, lang)
		for _, k := range figures {
			for _, f := range []frame{pageFrame, phoneFrame} {
				checkFigure(t, k.name, f, parse(t, k.draw(v, f).svg(k.name)))
			}
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
	require.True(t, v.paramValue(set).Marked)
	require.False(t, v.paramValue(plain).Marked)
	c.Spec.Members[1].Set = []model.Setting{{Param: plain, Value: plain.Info().Max + 1}}
	got := v.paramValue(plain)
	require.True(t, got.Marked)
	require.Contains(t, got.Lines[len(got.Lines)-1].Text, "CO: ")
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

func TestFiguresByThemselves(t *testing.T) {
	all := Figures(fake(usual), "es")
	require.Len(t, all, len(figures))
	for _, f := range all {
		require.Regexp(t, `^[a-z_]+$`, f.Name)
		require.NotEmpty(t, f.Title)
		require.NotEmpty(t, f.Caption)
		require.True(t, strings.HasPrefix(f.SVG, `<svg xmlns="http://www.w3.org/2000/svg"`))
	}
}
