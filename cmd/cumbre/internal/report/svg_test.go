package report

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestTicksAreRoundAndInside(t *testing.T) {
	values, decimals := newScale(0, 87, 0, 1).ticks(4)
	require.Equal(t, []float64{0, 50}, values)
	require.Zero(t, decimals)
	values, decimals = newScale(0, 1, 0, 1).ticks(5)
	require.InDeltaSlice(t, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}, values, 1e-12)
	require.Equal(t, 1, decimals)
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-1e6, 1e6).Draw(t, "low")
		s := newScale(low, low+rapid.Float64Range(1e-3, 1e6).Draw(t, "span"), 0, 100)
		n := rapid.IntRange(1, 8).Draw(t, "n")
		values, _ := s.ticks(n)
		require.LessOrEqual(t, len(values), n+1)
		for _, x := range values {
			require.True(t, s.at(x) > -0.01 && s.at(x) < 100.01)
		}
	})
}

func TestScalesOfNothingExist(t *testing.T) {
	for _, s := range []scale{
		newScale(3, 3, 0, 10), newScale(math.NaN(), 1, 0, 10), newScale(math.Inf(1), math.Inf(-1), 0, 10), fromZero(0, 0, 10, 0),
	} {
		require.Less(t, s.low, s.high)
		require.True(t, finite(s.at(0)))
		values, _ := s.ticks(4)
		require.NotEmpty(t, values)
	}
}

func TestUndefinedShapesAreNotDrawn(t *testing.T) {
	nan := math.NaN()
	c := &canvas{}
	c.line(0, nan, 1, 1, ink{})
	c.rect(0, 0, math.Inf(1), 1, ink{})
	c.circle(nan, 0, 1, ink{})
	c.polygon([]point{{0, 0}, {nan, 1}}, ink{})
	c.text(nan, 0, "x", face{size: 12})
	c.polyline([]point{{nan, nan}}, ink{})
	require.Empty(t, c.body.String())
}

func TestLinesAndBandsBreakWhereUndefined(t *testing.T) {
	nan := math.NaN()
	c := &canvas{}
	c.polyline([]point{{0, 1}, {1, 2}, {2, nan}, {3, 4}}, ink{})
	require.Contains(t, c.body.String(), `d="M0 1L1 2M3 4"`)
	c = &canvas{}
	c.band([]point{{0, 1}, {1, nan}, {2, 1}, {3, 1}}, []point{{0, 2}, {1, 2}, {2, 2}, {3, 2}}, ink{})
	require.Equal(t, 2, strings.Count(c.body.String(), "<path"))
	require.Contains(t, c.body.String(), `d="M2 2L3 2L3 1L2 1Z"`)
}

func TestEscapedTextIsLegalXML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s") + string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		got := escape(s)
		require.NotContains(t, got, "<")
		require.NotContains(t, got, "\x00")
		require.Equal(t, got, strings.ToValidUTF8(got, "?"))
	})
}

func TestTextFitsItsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[A-Za-zÁ-ú ]{0,80}`).Draw(t, "s")
		width := rapid.Float64Range(20, 300).Draw(t, "width")
		require.LessOrEqual(t, textWidth(fit(s, 14, width), 14), width)
		lines := wrap(s, 14, width, 3)
		require.LessOrEqual(t, len(lines), 3)
		for _, l := range lines {
			require.LessOrEqual(t, textWidth(l, 14), width)
		}
	})
}

func TestSpreadLabelsKeepOrderAndDistance(t *testing.T) {
	got := spread([]float64{50, 52, 10, math.NaN()}, 15, 0, 200)
	require.Equal(t, []float64{50, 65, 10}, got[:3])
	require.True(t, math.IsNaN(got[3]))
	got = spread([]float64{195, 198}, 15, 0, 200)
	require.Equal(t, []float64{185, 200}, got, "pushed back from the edge")
}

func TestTextOnFillsCanBeRead(t *testing.T) {
	require.InDelta(t, 21, contrast("#000000", "#ffffff"), 0.01)
	require.InDelta(t, 4.48, contrast("#777777", "#ffffff"), 0.01)
	for i := range 101 {
		fill := heat(float64(i) / 100)
		require.Greater(t, contrast(fill, readableOn(fill)), 4.5, fill)
		if i > 0 {
			require.LessOrEqual(t, luminance(fill), luminance(heat(float64(i-1)/100)), "darker means more, in grey too")
		}
	}
	for _, p := range phaseFills {
		require.Greater(t, contrast(p.fill, readableOn(p.fill)), 4.5, p.fill)
	}
	require.Greater(t, contrast(colourMuted, "#ffffff"), 4.5)
}

// Neighbouring designs differ in marker and dash, not only in colour.
func TestDesignsDifferWithoutColour(t *testing.T) {
	drawn := map[string]bool{}
	for i := range looks {
		c := &canvas{}
		lookOf(i).marker(c, 0, 0, 5, ink{fill: "#000"})
		shape := c.body.String() + lookOf(i).dash
		require.False(t, drawn[shape])
		drawn[shape] = true
	}
}

func TestLinesDoNotBreakAtNoBreakSpaces(t *testing.T) {
	for _, line := range wrap("dentro está el 75\u00a0% de los puntos", 10, textWidth("dentro está el 75", 10)+1, 9) {
		require.NotRegexp(t, `(75$|^%)`, line)
	}
}
