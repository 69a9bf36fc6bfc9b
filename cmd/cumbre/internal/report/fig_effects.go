package report

import (
	"math"

	"cumbre/model"
	"cumbre/model/compare"
)

// effect is a paired difference as a ratio to the baseline's mean: 1 is no
// difference. Ratios make metrics of different units comparable, and on a
// logarithmic axis a doubling weighs as much as a halving.
type effect struct {
	diff           compare.Difference
	mid, low, high float64
}

// effects returns the effects on the head metrics of every design but the
// baseline, by metric; metrics without a positive baseline have none.
func (v *view) effects() (metrics []model.Metric, byMetric [][]effect) {
	for _, m := range headMetrics() {
		base := v.c.Designs[0].Metrics[m].Mean
		var all []effect
		for i := 1; i < len(v.c.Designs); i++ {
			d, ok := v.c.Difference(i, m)
			if e := (effect{d, 1 + d.Mean/base, 1 + d.Low/base, 1 + d.High/base}); ok && base > 0 && finite(e.mid) {
				all = append(all, e)
			}
		}
		if len(all) > 0 {
			metrics, byMetric = append(metrics, m), append(byMetric, all)
		}
	}
	return metrics, byMetric
}

// ratioTicks are the round changes at which the axis may be labelled.
var ratioTicks = []float64{0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100}

// effectsFigure draws what each design changes against the baseline, per head
// metric: a forest plot of relative differences.
func effectsFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	metrics, byMetric := v.effects()
	d := drawing{
		canvas:  c,
		title:   l.say("Qué cambia cada diseño frente a ", "What each design changes against ") + v.name(0),
		caption: v.effectsCaption(),
	}
	d.desc = d.title + ". " + d.caption
	if len(metrics) == 0 {
		return v.empty(d, f, l.say("Un solo diseño: no hay diferencias que dibujar.", "No differences to draw."))
	}
	y := c.key(f, 0, v.designSwatches()[1:])
	labels, verdicts := 250.0, 112.0
	if f.narrow {
		labels, verdicts = 0, 68
	}
	area := box{x: labels + 8, y: y + 4, w: f.width - labels - verdicts - 16}
	x := logScale(byMetric, area)
	rows := newCanvasRows(f, area.y)
	for k, m := range metrics {
		rows.metric(v, c, m, len(byMetric[k]), labels)
		height := rows.step * float64(len(byMetric[k]))
		c.line(x.at(0), rows.y, x.at(0), rows.y+height, ink{stroke: colourText, width: 1})
		for _, e := range byMetric[k] {
			v.drawEffect(c, f, x, area, rows.next(), e)
		}
		rows.rule(c)
	}
	area.h = rows.y - area.y
	v.ratioAxis(c, f, x, area)
	c.height = area.bottom() + f.size*2
	return d
}

func (v *view) effectsCaption() string {
	l := v.l
	if v.single() {
		return l.say("Diferencia de cada diseño con la base en la única réplica, en porcentaje del valor de la base (escala logarítmica). Todas las marcas son huecas: una sola historia no distingue una diferencia del azar.",
			"Difference of each design to the baseline in the only replication, in percent of the baseline's value (logarithmic scale). All marks are hollow: a single history cannot tell a difference from chance.")
	}
	return l.say("Diferencia pareada de cada diseño con la base, en porcentaje de la media de la base (escala logarítmica), con su intervalo del ",
		"Paired difference of each design to the baseline, in percent of the baseline's mean (logarithmic scale), with its ") + v.level() +
		l.say(". Marca llena: la diferencia es real tras corregir por el número de comparaciones; marca hueca: no se distingue del azar. Una punta de flecha dice que el intervalo sigue fuera de la figura.",
			" interval. Solid mark: the difference is real after correction for the number of comparisons; hollow mark: it cannot be told from chance. An arrowhead says that the interval goes on beyond the figure.")
}

// canvasRows walks down a figure made of labelled groups of rows.
type canvasRows struct {
	f       frame
	y, step float64
}

func newCanvasRows(f frame, y float64) *canvasRows { return &canvasRows{f, y, f.size * 1.45} }

// metric labels a group of n rows: beside them on a page, above them on a
// telephone.
func (r *canvasRows) metric(v *view, c *canvas, m model.Metric, n int, width float64) {
	label := capital(v.l.in(m.Info().Text))
	r.y += 5
	if r.f.narrow {
		all := wrap(label, r.f.size, r.f.width, 2)
		c.lines(0, r.y+r.f.size, all, face{size: r.f.size})
		r.y += float64(len(all))*r.f.size*leading + 4
		return
	}
	all := wrap(label, r.f.size, width, max(2, n))
	height := float64(len(all)) * r.f.size * leading
	need := max(height, float64(n)*r.step)
	c.lines(0, r.y+(need-height)/2+r.f.size, all, face{size: r.f.size})
	if extra := need - float64(n)*r.step; extra > 0 {
		r.step += extra / float64(n)
	} else {
		r.step = r.f.size * 1.45
	}
}

func (r *canvasRows) next() float64 {
	r.y += r.step
	return r.y - r.step/2
}

func (r *canvasRows) rule(c *canvas) {
	r.y += 5
	r.step = r.f.size * 1.45
	c.line(0, r.y, r.f.width, r.y, ink{stroke: colourGrid, width: 1})
}

// logScale returns the axis: wide enough for all means, and for intervals up
// to a tenth and a hundredfold.
func logScale(byMetric [][]effect, area box) scale {
	e := newExtent()
	e.add(0.9, 1.1)
	for _, all := range byMetric {
		for _, x := range all {
			for _, r := range []float64{x.mid, x.low, x.high} {
				if r >= 0.1 && r <= 100 {
					e.add(r)
				}
			}
		}
	}
	return newScale(math.Log(e.low/1.04), math.Log(e.high*1.04), area.x, area.right())
}

// drawEffect draws one row: interval, marker, and in words what it means.
func (v *view) drawEffect(c *canvas, f frame, x scale, area box, y float64, e effect) {
	k := lookOf(e.diff.Design)
	at := func(ratio float64) float64 {
		if ratio <= 0 {
			return area.x - 1 // beyond any logarithm: clipped, with an arrowhead
		}
		return x.at(math.Log(ratio))
	}
	low, high := max(at(e.low), area.x), min(at(e.high), area.right())
	c.line(low, y, high, y, ink{stroke: k.colour, width: 2})
	if at(e.low) < area.x {
		c.polygon([]point{{area.x - 4, y}, {area.x + 4, y - 4}, {area.x + 4, y + 4}}, ink{fill: k.colour})
	}
	if at(e.high) > area.right() {
		c.polygon([]point{{area.right() + 4, y}, {area.right() - 4, y - 4}, {area.right() - 4, y + 4}}, ink{fill: k.colour})
	}
	style, words := k.hollow(), face{size: f.small(), fill: colourMuted}
	if e.diff.Real() {
		style, words = k.solid(), face{size: f.small(), bold: true}
	}
	if mid := at(e.mid); mid >= area.x && mid <= area.right() {
		k.marker(c, mid, y, 5.2, style)
	}
	words.anchor = "end"
	c.text(f.width, y+f.small()*0.35, v.effectWords(e, f.narrow), words)
}

// effectWords says the change and, where the registry knows it and the
// difference is real, whether it is for the better.
func (v *view) effectWords(e effect, short bool) string {
	change := v.change(e.mid)
	if short {
		return change
	}
	if word := v.direction(e.diff); word != "" {
		return change + " " + word
	}
	return change
}

// change writes a ratio as a signed percentage.
func (v *view) change(ratio float64) string {
	percent, decimals := 100*(ratio-1), 0
	if math.Abs(percent) < 1.5 {
		decimals = 1 // a small change is not none
	}
	return v.l.signed(percent, decimals) + v.l.say("\u00a0%", "%")
}

func (v *view) ratioAxis(c *canvas, f frame, x scale, area box) {
	edge := -math.MaxFloat64 // right end of the last label
	one := x.at(0)
	for _, r := range ratioTicks {
		at := x.at(math.Log(r))
		label := v.change(r)
		if r == 1 {
			label = "0"
		}
		half := textWidth(label, f.small())/2 + 4
		near := math.Abs(at-one) < half+12 && r != 1
		if at < area.x || at > area.right() || at-half < edge || near {
			continue
		}
		edge = at + half
		c.text(at, area.bottom()+4+f.small(), label, face{size: f.small(), anchor: "middle", fill: colourMuted})
		c.line(at, area.bottom(), at, area.bottom()+4, ink{stroke: colourRule, width: 1})
	}
}

// empty finishes a figure that has nothing to show by saying so.
func (v *view) empty(d drawing, f frame, why string) drawing {
	all := wrap(why, f.size, f.width, 3)
	d.canvas.lines(0, f.size*1.5, all, face{size: f.size, fill: colourMuted, italic: true})
	d.canvas.height = f.size * (1.5 + leading*float64(len(all)))
	return d
}
