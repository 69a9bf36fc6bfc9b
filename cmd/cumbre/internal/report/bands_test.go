package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func fakeBands(lang string) *Bands {
	nan := math.NaN()
	spans := []Span{
		{Label: "2012", From: 2012, To: 2013, P5: 1, P25: 2, P50: 3, P75: 4, P95: 5, Observed: 3, ObservedLow: nan, ObservedHigh: nan, Verdict: "inside"},
		{Label: "2013", From: 2013, To: 2014, P5: 2, P25: 2, P50: 2, P75: 2, P95: 2, Observed: 9, ObservedLow: 8, ObservedHigh: 10, Miss: true, Verdict: "OUTSIDE"},
		{Label: "2014", From: 2014, To: 2015, P5: nan, P25: nan, P50: nan, P75: nan, P95: nan, Observed: nan, ObservedLow: nan, ObservedHigh: nan},
		{Label: "31/12", From: 2014.997, To: 2014.997, P5: 1, P25: 2, P50: 3, P75: 4, P95: math.Inf(1), Observed: nan, ObservedLow: nan, ObservedHigh: nan},
		{Label: "long", From: 2012, To: 2015, P5: 3, P25: 4, P50: 6, P75: 9, P95: 12, Observed: 21, ObservedLow: nan, ObservedHigh: nan, Miss: true, Verdict: "OUTSIDE"},
	}
	return &Bands{
		Lang: lang, Kind: "kind <b>", Title: "title & more", Question: "question", Facts: []BandFact{{"term", "value", true}}, Command: "cumbre replay",
		Short: []string{"short"}, Cite: "cite",
		Sections: []BandSection{{
			ID: "one", Title: "section", Text: []string{"paragraph"},
			Figures: []BandFigure{{Name: "things", Title: "Things", Caption: "how to read", Spans: spans}, {Name: "nothing", Title: "Nothing", Caption: "none"}},
			Tables:  []BandTable{{Caption: "table", Head: []string{"a", "b"}, Rows: [][]string{{"x", "<y>"}}}},
		}},
	}
}

func TestFiguresOfBandsAreLegible(t *testing.T) {
	for _, lang := range languages {
		b := fakeBands(lang)
		v := bandView(b)
		for _, f := range b.Sections[0].Figures {
			for _, fr := range []frame{pageFrame, phoneFrame} {
				svg := v.bandsFigure(f, fr).svg(f.Name)
				require.NotContains(t, svg, "NaN")
				require.NotContains(t, svg, "Inf")
				checkFigure(t, f.Name, fr, parse(t, svg))
			}
		}
	}
}

// Misses are as visible as hits, in form and colour, and a long window is per year.
func TestFiguresOfBandsShowHitsAndMisses(t *testing.T) {
	b := fakeBands("en")
	figures := BandFigures(b)
	require.Len(t, figures, 2)
	svg := figures[0].SVG
	require.Equal(t, 3, strings.Count(svg, `stroke="`+colourMiss+`" stroke-width="2.2"`), "two misses and the key")
	require.Equal(t, 2, strings.Count(svg, `fill="`+colourHit+`" stroke="#fff"`), "a hit and the key")
	long := b.Sections[0].Figures[0].Spans[4].drawn()
	require.Equal(t, []float64{1, 2, 4, 7}, []float64{long.P5, long.P50, long.P95, long.Observed})
}

func TestPageOfBands(t *testing.T) {
	for _, lang := range languages {
		var out, again bytes.Buffer
		require.NoError(t, WriteBands(&out, fakeBands(lang)))
		require.NoError(t, WriteBands(&again, fakeBands(lang)))
		html := out.String()
		require.Equal(t, html, again.String())
		require.Contains(t, html, `<html lang="`+lang+`">`)
		for _, want := range []string{"title &amp; more", "kind &lt;b&gt;", "&lt;y&gt;", "paragraph", "OUTSIDE", "cumbre replay", `id="figure-things"`} {
			require.Contains(t, html, want)
		}
		require.NotContains(t, html, "NaN")
		require.NotContains(t, html, "ZgotmplZ")
		require.NotContains(t, html, "<script")
	}
	var out bytes.Buffer
	require.NoError(t, WriteBands(&out, fakeBands("es")))
	require.Contains(t, out.String(), "después del horizonte")
	require.Contains(t, out.String(), "9 (8 a 10)")
}
