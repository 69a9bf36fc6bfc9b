package report

import (
	"cmp"
	"slices"

	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/sim/stat"
)

// mostCurves is how many factors the figure of curves has panels for; the table has all.
const mostCurves = 6

func briefly(m model.Metric, l tongue) string { return compare.Brief(m, l.tag) }

// curved are the curves to draw: all if they are few, else those along which some design's
// mean changes most, in the order of the study.
func (p *StudyPage) curved(m analysis.Measure) []analysis.Curve {
	var all []analysis.Curve
	for _, c := range m.Curves {
		if len(c.Groups) > 1 {
			all = append(all, c)
		}
	}
	if len(all) <= mostCurves {
		return all
	}
	slices.SortStableFunc(all, func(a, b analysis.Curve) int { return cmp.Compare(rise(b), rise(a)) })
	all = all[:mostCurves]
	slices.SortStableFunc(all, func(a, b analysis.Curve) int { return a.Factor - b.Factor })
	return all
}

// rise is how much the mean of any design changes along a curve.
func rise(c analysis.Curve) float64 {
	most := 0.0
	for d := range c.Groups[0].Designs {
		e := newExtent()
		for _, g := range c.Groups {
			e.add(of(g.Designs, d).Mean)
		}
		if finite(e.low, e.high) {
			most = max(most, e.high-e.low)
		}
	}
	return most
}

// curveOf is what a figure of curves draws: the designs' means, or their paired differences
// to the baseline.
type curveOf struct {
	first int // design drawn
	value func(g analysis.Group, design int) stat.Estimate
}

var (
	ownMeans   = curveOf{0, func(g analysis.Group, d int) stat.Estimate { return of(g.Designs, d) }}
	toBaseline = curveOf{1, func(g analysis.Group, d int) stat.Estimate { return of(g.Differences, d) }}
)

// differences reports whether it is differences that are drawn.
func (o curveOf) differences() bool { return o.first > 0 }

// curvesFigure draws the designs along each factor, whatever the others are: a panel a
// factor, all to one scale, so that a flat one is a factor that does little by itself.
func (p *StudyPage) curvesFigure(m analysis.Measure, o curveOf) func(*view, frame) drawing {
	return func(v *view, f frame) drawing {
		curves, c := p.curved(m), &canvas{width: f.width}
		d := drawing{canvas: c, title: p.curvesTitle(m, o), caption: p.curvesCaption(m, o)}
		d.desc = d.title + ". " + d.caption
		d.data = p.curvesTable(m, curves, o)
		y := c.key(f, 0, v.designSwatches()[o.first:])
		c.text(0, y+f.small(), fit(p.unitOr(m.Metric), f.small(), f.width), face{size: f.small(), fill: colourMuted})
		y += f.small() * 1.9
		const height, gap = 150.0, 26.0
		titles, most := p.curveTitles(curves, f, gap)
		top := f.size*leading*float64(most) + 6
		boxes := grid(f, len(curves), p.curveColumns(curves), y, top+height+f.small()*2.4, gap)
		ys := p.curveScale(curves, o)
		for i, b := range boxes {
			c.lines(b.x, b.y+f.size+f.size*leading*float64(most-len(titles[i])), titles[i], face{size: f.size, bold: true})
			p.curvePanel(v, c, f, box{b.x, b.y + top, b.w, height}, curves[i], ys, o)
		}
		c.height = boxes[len(boxes)-1].bottom() + 4
		return d
	}
}

func (p *StudyPage) curvesTitle(m analysis.Measure, o curveOf) string {
	if o.differences() {
		return p.l.say("Diferencias con ", "Differences to ") + p.name(0) + p.l.say(" a lo largo de cada factor: ", " along each factor: ") + p.brief(m.Metric)
	}
	return capital(p.brief(m.Metric)) + p.l.say(" a lo largo de cada factor", " along each factor")
}

func (p *StudyPage) curveColumns(curves []analysis.Curve) int {
	if len(curves) <= 4 {
		return 2
	}
	return 3
}

// curveTitles wraps the factors' names for their panels, and says how many lines the
// longest takes.
func (p *StudyPage) curveTitles(curves []analysis.Curve, f frame, gap float64) (titles [][]string, most int) {
	width := grid(f, len(curves), p.curveColumns(curves), 0, 0, gap)[0].w
	for _, curve := range curves {
		t := wrap(p.factorUnit(curve.Factor), f.size*boldWidth, width, 4)
		titles, most = append(titles, t), max(most, len(t))
	}
	return titles, most
}

// curveScale is the scale that all panels share, from 0 to 1 upwards.
func (p *StudyPage) curveScale(curves []analysis.Curve, o curveOf) scale {
	e := newExtent()
	if o.differences() {
		e.add(0)
	}
	for _, c := range curves {
		for _, g := range c.Groups {
			for d := o.first; d < len(p.a.Designs); d++ {
				x := o.value(g, d)
				e.add(x.Mean, x.Low, x.High)
			}
		}
	}
	pad := (e.high - e.low) * 0.06
	return newScale(e.low-pad, e.high+pad, 1, 0)
}

// curvePanel draws one factor: the cuts side by side, the designs a little apart so that
// their intervals do not hide each other.
func (p *StudyPage) curvePanel(v *view, c *canvas, f frame, b box, curve analysis.Curve, share scale, o curveOf) {
	const ticks = 6
	ys := newScale(share.low, share.high, b.bottom(), b.y)
	left := v.yAxisWidth(f, ys, ticks)
	area := box{b.x + left, b.y, b.w - left - 4, b.h}
	plot{c, f, v, area, scale{}, ys}.yAxis(ticks)
	step := area.w / float64(len(curve.Groups))
	at := func(cut int) float64 { return area.x + (float64(cut)+0.5)*step }
	p.curveLabels(c, f, b, area, step, curve)
	n := len(p.a.Designs) - o.first
	apart := min(7, step*0.6/float64(n))
	for i := range n {
		d := i + o.first
		k, off := lookOf(d), (float64(i)-float64(n-1)/2)*apart
		var line []point
		for i, g := range curve.Groups {
			e := o.value(g, d)
			if e.N > 0 && finite(e.Mean) {
				line = append(line, point{at(i) + off, ys.at(e.Mean)})
				c.line(at(i)+off, ys.at(e.Low), at(i)+off, ys.at(e.High), ink{stroke: k.colour, width: 2})
			}
		}
		c.polyline(line, ink{stroke: k.colour, width: 1.6, dash: k.dash})
		for _, q := range line {
			k.marker(c, q.x, q.y, min(4.5, max(2.5, step/5)), k.solid())
		}
	}
}

// curveLabels names the cuts below a panel and within it, as many as there is room for.
func (p *StudyPage) curveLabels(c *canvas, f frame, panel, area box, step float64, curve analysis.Curve) {
	widest := 0.0
	for _, cut := range curve.Cuts {
		widest = max(widest, textWidth(p.cut(cut, curve.Factor), f.small())+6)
	}
	free := panel.x // of labels, from here on
	for i, cut := range curve.Cuts {
		if i%every(widest, step) != 0 {
			continue
		}
		label := p.cut(cut, curve.Factor)
		half := textWidth(label, f.small()) / 2
		x := max(min(area.x+(float64(i)+0.5)*step, panel.right()-half), panel.x+half)
		if x-half < free {
			continue
		}
		free = x + half + 6
		c.text(x, area.bottom()+5+f.small(), label, face{size: f.small(), anchor: "middle", fill: colourMuted})
	}
}

func (p *StudyPage) curvesCaption(m analysis.Measure, o curveOf) string {
	l := p.l
	text := l.say("Medias sobre los demás factores, con su intervalo del ", "Means over the other factors, with their ") + p.level() + l.say(". Todos los paneles tienen la misma escala", " interval. All panels have the same scale")
	switch {
	case o.differences():
		text += l.say(". Diferencias pareadas: de un intervalo que no toca el cero puede decirse que está más allá del azar.", ". Paired differences: of an interval that does not touch zero it can be said that it is beyond chance.")
	case p.several():
		text += l.say(", que no siempre empieza en cero. Dos diseños pueden diferir de verdad aunque sus intervalos se crucen: la diferencia se estima por parejas.",
			", which need not start at zero. Two designs may really differ although their intervals overlap: differences are estimated in pairs.")
	default:
		text += l.say(", que no siempre empieza en cero.", ", which need not start at zero.")
	}
	drawn, all := len(p.curved(m)), len(m.Curves)
	if drawn < all {
		text += l.say(" De los ", " Of the ") + l.number(float64(all), 0) + l.say(" factores, los ", " factors, the ") + l.number(float64(drawn), 0) + l.say(" a lo largo de los cuales más cambia alguna media.", " along which some mean changes most.")
	}
	return text
}

// curvesTable is some curves in numbers: a row a cut.
func (p *StudyPage) curvesTable(m analysis.Measure, curves []analysis.Curve, o curveOf) *table {
	l := p.l
	t := &table{Caption: p.curvesTitle(m, o), Head: []string{l.say("Factor", "Factor")}, Numeric: true}
	t.Head = append(t.Head, p.designHeads("")[1+o.first:]...)
	leads := p.several() && m.Metric.Info().Better != 0
	if leads {
		t.Head = append(t.Head, l.say("En cabeza", "In the lead"))
	}
	for _, c := range curves {
		for i, g := range c.Groups {
			var cells []cell
			for d := o.first; d < len(p.a.Designs); d++ {
				if o.differences() {
					cells = append(cells, p.groupDifference(m.Metric, o.value(g, d)))
				} else {
					cells = append(cells, p.groupEstimate(m.Metric, o.value(g, d)))
				}
			}
			if leads {
				cells = append(cells, p.leaderCell(m.Metric, g))
			}
			t.add(cell{Lines: []line{{p.factor(c.Factor) + ": " + p.cut(c.Cuts[i], c.Factor), plainLine}, {p.factors[c.Factor].Name(), codeLine}}}, cells...)
		}
	}
	return t
}
