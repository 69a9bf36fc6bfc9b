package report

import (
	"io"
	"math"
	"strings"

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
)

// Figure is one of the report's figures by itself: a standalone SVG document.
type Figure struct {
	Name    string // snake_case, for a file name
	Title   string // in the language asked for
	Caption string // how to read it
	SVG     string
}

// Option changes what Write writes.
type Option func(*view)

// Command tells the report which command line gave the comparison. Without it
// the report gives the command that follows from the comparison itself, which
// knows neither parameters tried nor mechanisms switched off on a command line.
func Command(line string) Option { return func(v *view) { v.command = line } }

// Version tells the report which version of the program gave the comparison, as
// "v1.2.0". Without it the report names none.
func Version(version string) Option { return func(v *view) { v.version = version } }

// Write writes the comparison as one HTML page in lang, "es" or "en" (any other
// reads English). The comparison must have at least one design. The error is
// that of w.
func Write(w io.Writer, c *compare.Comparison, lang string, options ...Option) error {
	v := newView(c, lang)
	for _, o := range options {
		o(v)
	}
	return v.write(w)
}

// Figures returns the report's figures in its order, as drawn for a page.
func Figures(c *compare.Comparison, lang string) []Figure {
	v := newView(c, lang)
	var all []Figure
	for _, kind := range figures {
		d := kind.draw(v, pageFrame)
		all = append(all, Figure{kind.name, d.title, d.caption, d.svg(kind.name)})
	}
	return all
}

// view is a comparison seen in one language.
type view struct {
	c       *compare.Comparison
	l       tongue
	command string // the caller's, or none
	version string // the program's, or none
	robust  *robustness.Record
	points  *robustness.Record // likewise, over the points that a calibration accepted
	beside  []string           // said beside the verdict
	digest  string             // of a study's results, or none
}

func newView(c *compare.Comparison, lang string) *view {
	return &view{c: c, l: newTongue(lang)}
}

// name is what a design is called in text and figures.
func (v *view) name(position int) string {
	d := v.c.Designs[position].Design
	for _, s := range []string{v.l.in(d.Title), d.Title.ES, d.Title.EN, d.Name} {
		if strings.TrimSpace(s) != "" {
			return capital(s)
		}
	}
	return v.l.say("Diseño sin nombre", "Unnamed design")
}

// level writes the confidence level of the comparison's intervals.
func (v *view) level() string {
	decimals := 0
	if percent := 100 * v.c.Level; math.Abs(percent-math.Round(percent)) > 1e-9 {
		decimals = 1
	}
	return v.l.percent(v.c.Level, decimals)
}

// years returns the calendar years that every design's series covers.
func (v *view) years() (first, n int) {
	n = len(v.c.Designs[0].Years)
	for _, d := range v.c.Designs {
		n = min(n, len(d.Years))
	}
	return v.c.Designs[0].FirstYear, n
}

func (v *view) band(design, year int, s model.Series) compare.Band {
	return v.c.Designs[design].Years[year][s]
}

// drawing is a finished figure on one frame.
type drawing struct {
	title   string
	caption string // how to read it; stands below the figure
	desc    string // what a screen reader says: what is drawn and what it shows
	canvas  *canvas
	data    *table // the numbers drawn, for those who cannot see them; may be nil
}

func (d drawing) svg(id string) string { return d.canvas.svg("fig-"+id, d.title, d.desc) }

// kind is one figure of the registry.
type kind struct {
	name string
	draw func(v *view, f frame) drawing
}

// figures is the registry of figures, in the order of the report. A new figure
// is one file and one line here.
var figures = []kind{
	{"effects", effectsFigure},
	{"throughput", throughputFigure},
	{"fate", fateFigure},
	{"open_before_adoption", openFigure},
	{"being_implemented", beingImplementedFigure},
	{"phases", phasesFigure},
	{"vetoes", vetoesFigure},
	{"depth", depthFigure},
	{"cost", costFigure},
	{"calendar", calendarFigure},
}
