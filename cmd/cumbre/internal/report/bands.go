package report

import (
	"html/template"
	"io"
	"math"
)

// Bands is the report of many histories of one design: simulated bands and, where the
// archives have figures, what was observed. All texts are in the reader's language.
type Bands struct {
	Lang     string // "es" or "en"
	Kind     string // of report
	Title    string
	Question string
	Facts    []BandFact // what was asked
	Command  string     // that reproduces it
	Short    []string   // what follows, in sentences
	Sections []BandSection
	Cite     string
}

// BandFact is one line of what was asked.
type BandFact struct {
	Term, Value string
	Code        bool // set in a fixed-width face
}

// BandSection is a part of the report.
type BandSection struct {
	ID, Title string
	Text      []string // paragraphs
	Figures   []BandFigure
	Tables    []BandTable
}

// BandFigure is one quantity over time.
type BandFigure struct {
	Name     string // snake_case, for a file name
	Title    string
	Caption  string
	Decimals int
	Spans    []Span
}

// Span is the quantity over one stretch of time. Numbers that do not exist are NaN; what
// lies beyond the horizon is +Inf.
type Span struct {
	Label                               string  // the stretch in words
	From, To                            float64 // decimal years; the same for a moment
	P5, P25, P50, P75, P95              float64
	Observed, ObservedLow, ObservedHigh float64
	Miss                                bool   // the band does not hold what was observed
	Verdict                             string // in a word or two; "" if nothing was observed
}

// BandTable is a table of texts.
type BandTable struct {
	Caption string
	Head    []string
	Rows    [][]string
	Numeric bool
}

// WriteBands writes the report as one HTML page. The error is that of w.
func WriteBands(w io.Writer, b *Bands) error {
	return writePage(w, b.page())
}

// BandFigures returns the report's figures in its order, as drawn for a page.
func BandFigures(b *Bands) []Figure {
	v := bandView(b)
	var all []Figure
	for _, s := range b.Sections {
		for _, f := range s.Figures {
			d := v.bandsFigure(f, pageFrame)
			all = append(all, Figure{f.Name, d.title, d.caption, d.svg(f.Name)})
		}
	}
	return all
}

// bandView is a view of no comparison: it knows the language and nothing else.
func bandView(b *Bands) *view { return &view{l: newTongue(b.Lang)} }

func (b *Bands) page() page {
	v := bandView(b)
	p := page{
		Lang: v.l.tag, Title: b.Title, Question: b.Question,
		Words: v.words(), Command: b.Command, Verdict: b.Short, Cite: b.Cite,
	}
	p.Words.Kind = b.Kind
	for _, f := range b.Facts {
		p.Facts = append(p.Facts, fact(f))
	}
	for _, s := range b.Sections {
		out := section{ID: s.ID, Title: s.Title}
		for _, text := range s.Text {
			out.add(block{Text: text})
		}
		for _, f := range s.Figures {
			wide, narrow := v.bandsFigure(f, pageFrame), v.bandsFigure(f, phoneFrame)
			out.add(block{Figure: &figureBlock{f.Name, wide.title, wide.caption,
				template.HTML(wide.svg(f.Name)), template.HTML(narrow.svg(f.Name + "-phone")), wide.data}})
		}
		for _, t := range s.Tables {
			out.add(block{Table: t.table()})
		}
		p.Sections = append(p.Sections, out)
	}
	return p
}

func (t BandTable) table() *table {
	out := &table{Caption: t.Caption, Head: t.Head, Numeric: t.Numeric}
	for _, row := range t.Rows {
		var cells []cell
		for _, s := range row[1:] {
			cells = append(cells, words(s))
		}
		out.add(words(row[0]), cells...)
	}
	return out
}

// bandTable gives the numbers of a figure.
func (v *view) bandTable(f BandFigure) *table {
	l := v.l
	t := &table{Caption: f.Title, Numeric: true, Head: []string{l.say("Ventana", "Window"), "5 %", "50 %", "95 %"}}
	if l.tag == "en" {
		t.Head = []string{"Window", "5%", "50%", "95%"}
	}
	observed := f.observed()
	if observed {
		t.Head = append(t.Head, l.say("Observado", "Observed"))
	}
	for _, s := range f.Spans {
		cells := []cell{words(v.bandNumber(s.P5, f.Decimals)), words(v.bandNumber(s.P50, f.Decimals)), words(v.bandNumber(s.P95, f.Decimals))}
		if observed {
			seen := titled(v.observedNumber(s, f.Decimals), s.Verdict)
			seen.Marked = s.Miss
			cells = append(cells, seen)
		}
		t.add(words(s.Label), cells...)
	}
	return t
}

func (f BandFigure) observed() bool {
	for _, s := range f.Spans {
		if s.seen() {
			return true
		}
	}
	return false
}

func (s Span) seen() bool { return finite(s.Observed) || finite(s.ObservedLow) }

// bandNumber writes a quantile.
func (v *view) bandNumber(x float64, decimals int) string {
	if math.IsInf(x, 1) {
		return v.l.say("después del horizonte", "beyond the horizon")
	}
	return v.l.number(x, decimals)
}

func (v *view) observedNumber(s Span, decimals int) string {
	if !finite(s.ObservedLow) {
		return v.l.number(s.Observed, decimals)
	}
	interval := v.l.span(s.ObservedLow, s.ObservedHigh, decimals)
	if !finite(s.Observed) {
		return interval
	}
	return v.l.number(s.Observed, decimals) + " (" + interval + ")"
}
