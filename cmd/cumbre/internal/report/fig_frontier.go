package report

import (
	"cmp"
	"slices"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/compare"
	"cumbre/sim/sens"
)

// hasFrontier reports whether there are designs whose cost and effect can be set side by
// side.
func (p *StudyPage) hasFrontier() bool {
	return p.a.Frontier != nil && p.several() && p.a.Frontier.Units > 0 && len(p.efficient()) > 0
}

// efficient are the designs on the frontier, the cheapest first.
func (p *StudyPage) efficient() []int {
	var all []int
	for d, o := range p.a.Frontier.Options {
		if o.Status == sens.Efficient && finite(o.Cost.Mean, o.Effect.Mean) {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(i, j int) int {
		return cmp.Compare(p.a.Frontier.Options[i].Cost.Mean, p.a.Frontier.Options[j].Cost.Mean)
	})
	return all
}

// frontierFigure draws what each design costs against what it gives, and the frontier.
func (p *StudyPage) frontierFigure(v *view, f frame) drawing {
	l, c, fr := p.l, &canvas{width: f.width}, p.a.Frontier
	d := drawing{canvas: c, title: l.say("Qué cuesta cada diseño y qué da", "What each design costs and what it gives"), caption: p.frontierCaption()} // its numbers stand below, in a table of their own
	d.desc = d.title + ". " + d.caption
	y := c.key(f, 0, v.designSwatches())
	title := wrap("↑ "+p.axisTitle(fr.Cost.Info().Text.In(l.tag), fr.Cost.Info().Unit), f.size*boldWidth, f.width, 2)
	c.lines(0, y+f.size, title, face{size: f.size, bold: true})
	y += float64(len(title))*f.size*leading + f.size*0.6
	xe, ye := newExtent(), newExtent()
	for _, o := range fr.Options {
		xe.add(o.Effect.Mean, o.Effect.Low, o.Effect.High)
		ye.add(o.Cost.Mean, o.Cost.Low, o.Cost.High)
	}
	height := f.size * 20
	ys := padded(ye, y+height, y)
	left := v.yAxisWidth(f, ys, 7)
	area := box{left, y, f.width - left - 14, height}
	pl := plot{c, f, v, area, padded(xe, area.x, area.right()), ys}
	pl.yAxis(7)
	pl.xAxis(p.xTicks(f), l.number)
	p.frontierMarks(pl)
	title = wrap(p.axisTitle(fr.Effect.Info().Text.In(l.tag), fr.Effect.Info().Unit)+" →", f.size*boldWidth, f.width, 3)
	start := 0.0
	if len(title) == 1 {
		start = max(0, f.width-textWidth(title[0], f.size*boldWidth))
	}
	c.lines(start, area.bottom()+8+f.small()+f.size*1.5, title, face{size: f.size, bold: true})
	c.height = area.bottom() + 8 + f.small() + f.size*1.5 + float64(len(title)-1)*f.size*leading + f.size*0.6
	return d
}

func (p *StudyPage) axisTitle(text, unit string) string {
	for i, r := range text {
		if r == ':' || r == ',' || r == '(' {
			text = text[:i]
			break
		}
	}
	if unit != "" {
		text += " (" + p.l.unit(unit) + ")"
	}
	return capital(text)
}

func (p *StudyPage) xTicks(f frame) int {
	if f.narrow {
		return 3
	}
	return 6
}

// padded is a scale a little wider than the data.
func padded(e extent, from, to float64) scale {
	pad := (e.high - e.low) * 0.09
	return newScale(e.low-pad, e.high+pad, from, to)
}

func (p *StudyPage) frontierMarks(pl plot) {
	var line []point
	for _, d := range p.efficient() {
		o := p.a.Frontier.Options[d]
		line = append(line, point{pl.x.at(o.Effect.Mean), pl.y.at(o.Cost.Mean)})
	}
	pl.c.polyline(line, ink{stroke: colourRule, width: 1.6})
	for d, o := range p.a.Frontier.Options {
		k, x, y := lookOf(d), pl.x.at(o.Effect.Mean), pl.y.at(o.Cost.Mean)
		pl.c.line(pl.x.at(o.Effect.Low), y, pl.x.at(o.Effect.High), y, ink{stroke: k.colour, width: 1.8})
		pl.c.line(x, pl.y.at(o.Cost.Low), x, pl.y.at(o.Cost.High), ink{stroke: k.colour, width: 1.8})
		style := k.hollow()
		if o.Status == sens.Efficient {
			style = k.solid()
		}
		if finite(x, y) {
			k.marker(pl.c, x, y, 6.5, style)
		}
	}
}

func (p *StudyPage) frontierCaption() string {
	return p.l.say("Medias con su intervalo del ", "Means with their ") + p.level() + p.l.say(" en las dos direcciones. La línea une los diseños eficientes, marcas llenas: más efecto sólo se tiene por más costo, y cada vez más caro. Marca hueca: hay otro diseño, o una combinación de dos, que no cuesta más y da más. Ninguno de los ejes empieza en cero. El costo depende de tarifas supuestas (parámetros cost_…).",
		" interval both ways. The line joins the efficient designs, solid marks: more effect is had only for more cost, at a rising rate. Hollow mark: another design, or a mix of two, costs no more and gives more. Neither axis starts at zero. Costs depend on assumed rates (parameters cost_…).")
}

// frontierTable is the frontier in numbers.
func (p *StudyPage) frontierTable() *table {
	l, fr := p.l, p.a.Frontier
	t := &table{Numeric: true,
		Caption: l.say("Costo (", "Cost (") + p.unitOr(fr.Cost) + l.say(") y efecto (", ") and effect (") + p.unitOr(fr.Effect) + l.say(") de cada diseño: medias e intervalo del ", ") of each design: means and ") + p.level() + l.say("", " interval"),
		Head: []string{l.say("Diseño", "Design"), capital(p.brief(fr.Effect)), capital(p.brief(fr.Cost)),
			l.say("Costo de una unidad más de efecto", "Cost of one more unit of effect"), l.say("Remuestreos en que es eficiente", "Resamples in which it is efficient")}}
	for d, o := range fr.Options {
		t.add(titled(p.name(d), p.standing(o.Standing)), p.groupEstimate(fr.Effect, o.Effect), p.groupEstimate(fr.Cost, o.Cost), p.ratio(d), words(p.efficientShare(o.Efficient)))
	}
	return t
}

func (p *StudyPage) efficientShare(share float64) string {
	if !p.a.Frontier.Repeated() {
		return compare.Undefined
	}
	return conclude.Percent(share, p.l.tag)
}

// ratio is what one more unit of effect costs, against the next cheaper efficient design.
func (p *StudyPage) ratio(d int) cell {
	e := p.a.Frontier.Options[d].Ratio
	if !finite(e.Value) {
		return words(compare.Undefined)
	}
	c := words(p.l.number(e.Value, 2))
	if finite(e.Low, e.High) {
		c.Lines = append(c.Lines, line{p.l.span(e.Low, e.High, 2), quietLine})
	}
	order := p.efficient()
	if i := slices.Index(order, d); i > 0 {
		c.Lines = append(c.Lines, line{p.l.say("frente a ", "against ") + p.name(order[i-1]), quietLine})
	}
	return c
}

// standing says in words where a design stands.
func (p *StudyPage) standing(s sens.Standing) string {
	l := p.l
	switch s.Status {
	case sens.Efficient:
		return l.say("eficiente", "efficient")
	case sens.Dominated:
		return l.say("dominado por ", "dominated by ") + p.name(s.By)
	case sens.ExtendedlyDominated:
		return l.say("lo domina una combinación de otros dos", "dominated by a mix of two others")
	}
	return l.say("sin valor", "no value")
}
