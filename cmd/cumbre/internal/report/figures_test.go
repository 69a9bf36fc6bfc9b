package report

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

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
		if errors.Is(err, io.EOF) {
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
