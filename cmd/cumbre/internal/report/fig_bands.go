package report

import "math"

// How the figures of bands are painted: simulated in blue, observed in ink where the
// band holds it and in orange where it does not; never by colour alone.
const (
	bandFill    = "#b7d3ea"
	bandInner   = "#7fb0d8"
	bandMedian  = "#0b4f86"
	colourHit   = "#1b1f24"
	colourMiss  = "#b54708"
	momentWidth = 0.5 // of what is read on one day, years
)

// bandsFigure draws the bands of one quantity. A window longer than a year and a half is
// an outline, and both its sides are drawn per year, so that it can stand beside years.
func (v *view) bandsFigure(f BandFigure, fr frame) drawing {
	c := &canvas{width: fr.width}
	d := drawing{title: f.Title, caption: f.Caption, desc: f.Title + ". " + f.Caption, canvas: c, data: v.bandTable(f)}
	top := c.key(fr, 0, v.spanSwatches(f))
	spans := make([]Span, len(f.Spans))
	e, time := newExtent(), newExtent()
	for i, s := range f.Spans {
		spans[i] = s.drawn()
		e.add(spans[i].P5, spans[i].P95, spans[i].Observed, spans[i].ObservedLow, spans[i].ObservedHigh)
		time.add(s.From, s.To)
	}
	if len(spans) == 0 {
		time.add(0, 1)
	}
	first, last := math.Floor(time.low), math.Ceil(time.high)-1
	const ticks = 5
	height := fr.size * 13
	ys := fromZero(e.low, e.high, top+height, top)
	left := v.yAxisWidth(fr, ys, ticks)
	area := box{left, top, fr.width - left - 10, height}
	p := plot{c, fr, v, area, newScale(first-0.5, max(first, last)+0.5, area.x, area.right()), ys}
	p.yAxis(ticks)
	p.years(int(first), int(max(first, last)-first)+1)
	for _, s := range spans {
		p.span(s)
	}
	for _, s := range spans {
		p.observation(s)
	}
	c.height = area.bottom() + fr.size*1.6
	return d
}

// long reports whether a window is drawn per year.
func (s Span) long() bool { return s.To-s.From > 1.5 }

// drawn is the span as it is put on paper.
func (s Span) drawn() Span {
	if !s.long() {
		return s
	}
	years := s.To - s.From
	for _, x := range []*float64{&s.P5, &s.P25, &s.P50, &s.P75, &s.P95, &s.Observed, &s.ObservedLow, &s.ObservedHigh} {
		*x /= years
	}
	return s
}

// sides are the span's ends on paper: a year's stand around its number on the axis.
func (p plot) sides(s Span) (left, right float64) {
	from, to := s.From, s.To
	if to-from < momentWidth {
		middle := (from + to) / 2
		if from == to { // the day is what counts; the ends of years fall on the year's bar
			middle = math.Floor(from) + 0.5
		}
		from, to = middle-momentWidth/2, middle+momentWidth/2
	}
	return max(p.x.at(from-0.5), p.area.x) + 1, min(p.x.at(to-0.5), p.area.right()) - 1
}

// span draws the simulated side.
func (p plot) span(s Span) {
	left, right := p.sides(s)
	high := func(x float64) float64 { // what lies beyond the horizon ends at the top
		return p.y.at(min(x, p.y.high))
	}
	if s.long() {
		p.c.rect(left, high(s.P95), right-left, p.y.at(s.P5)-high(s.P95), ink{stroke: bandMedian, width: 1, dash: "4 2"})
		p.c.line(left, high(s.P50), right, high(s.P50), ink{stroke: bandMedian, width: 1, dash: "4 2"})
		return
	}
	p.c.rect(left, high(s.P95), right-left, p.y.at(s.P5)-high(s.P95), ink{fill: bandFill})
	p.c.rect(left, high(s.P75), right-left, p.y.at(s.P25)-high(s.P75), ink{fill: bandInner})
	if s.P5 == s.P95 { // a band without height
		p.c.line(left, p.y.at(s.P5), right, p.y.at(s.P5), ink{stroke: bandFill, width: 5})
	}
	p.c.line(left, high(s.P50), right, high(s.P50), ink{stroke: bandMedian, width: 2})
}

// observation draws what the archives say.
func (p plot) observation(s Span) {
	left, right := p.sides(s)
	middle, colour := (left+right)/2, colourHit
	if s.Miss {
		colour = colourMiss
	}
	if finite(s.ObservedLow) {
		p.c.line(middle, p.y.at(s.ObservedLow), middle, p.y.at(s.ObservedHigh), ink{stroke: colour, width: 1.5})
	}
	if s.long() {
		p.c.line(left, p.y.at(s.Observed), right, p.y.at(s.Observed), ink{stroke: colour, width: 1.5})
	}
	mark(p.c, middle, p.y.at(s.Observed), s.Miss)
}

// mark is a disc for a hit and a hollow diamond for a miss.
func mark(c *canvas, x, y float64, miss bool) {
	if miss {
		diamond(c, x, y, 5.5, ink{fill: "#fff", stroke: colourMiss, width: 2.2})
		return
	}
	disc(c, x, y, 4.5, ink{fill: colourHit, stroke: "#fff", width: 1})
}

func (v *view) spanSwatches(f BandFigure) []swatch {
	l := v.l
	all := []swatch{
		areaSwatch(l.say("simulado, 5 a 95 %", "simulated, 5 to 95%"), bandFill, 0),
		areaSwatch(l.say("25 a 75 %", "25 to 75%"), bandInner, 0),
		lineSwatch(l.say("mediana", "median"), ink{stroke: bandMedian, width: 2}),
	}
	seen, missed, long := false, false, false
	for _, s := range f.Spans {
		seen, missed, long = seen || s.seen() && !s.Miss, missed || s.Miss, long || s.long()
	}
	if long {
		all = append(all, lineSwatch(l.say("ventana de varios años, por año", "window of several years, per year"), ink{stroke: bandMedian, width: 1, dash: "4 2"}))
	}
	if seen {
		all = append(all, swatch{l.say("observado: dentro", "observed: inside"), func(c *canvas, x, y float64) { mark(c, x+keyWidth/2, y, false) }})
	}
	if missed {
		all = append(all, swatch{l.say("observado: fuera", "observed: outside"), func(c *canvas, x, y float64) { mark(c, x+keyWidth/2, y, true) }})
	}
	return all
}
