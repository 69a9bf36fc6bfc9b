package report

import (
	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/sim/sens"
)

// mostRanked is how many factors the figure of a sensitivity has; the table has all.
const mostRanked = 15

// ranked are a factor's two measures: the one that it is ranked by, drawn solid, and the
// one beside it, drawn hollow.
type ranked struct {
	factor      int // position in Study.Factors
	main, other sens.Estimate
}

// ranking are an output's factors, the most important first.
func (p *StudyPage) ranking(o analysis.Output) []ranked {
	var all []ranked
	for _, i := range conclude.Order(o) {
		r := ranked{factor: i + len(p.a.Study.Grid)}
		if o.Morris != nil {
			r.main, r.other = o.Morris.Factors[i].MuStar, o.Morris.Factors[i].Sigma
		} else {
			r.main, r.other = o.Sobol.Factors[i].Total, o.Sobol.Factors[i].First
		}
		all = append(all, r)
	}
	return all
}

// sensitivityFigure draws how much each factor matters to one output.
func (p *StudyPage) sensitivityFigure(m analysis.Measure, o analysis.Output) func(*view, frame) drawing {
	return func(v *view, f frame) drawing {
		c := &canvas{width: f.width}
		all := p.ranking(o)
		shown := all[:min(mostRanked, len(all))]
		d := drawing{canvas: c, title: p.sensitivityTitle(m, o), caption: p.sensitivityCaption(m, o, len(all)), data: p.rankingTable(m, o, shown)}
		d.desc = d.title + ". " + d.caption
		if len(shown) == 0 {
			return v.empty(d, f, p.l.say("Nada que dibujar: faltan corridas.", "Nothing to draw: runs are missing."))
		}
		main, other := p.indexNames(o)
		y := c.key(f, 0, []swatch{markSwatch(main, disc, lookOf(1).solid()), markSwatch(other, diamond, lookOf(2).hollow())})
		labels, numbers := 300.0, textWidth(p.indexText(m, o, shown[0].main), f.small()*boldWidth)+10
		if f.narrow {
			labels = 0
		}
		area := box{x: labels + 10, y: y + 4, w: f.width - labels - numbers - 18}
		x := p.rankingScale(o, shown, area)
		rows := newCanvasRows(f, area.y)
		for _, r := range shown {
			rows.label(c, capital(p.factor(r.factor)), labels)
			p.rankedRow(c, x, rows.next(), r, m, o, f)
			rows.rule(c)
		}
		area.h = rows.y - area.y
		c.behind(func() {
			plot{c, f, v, area, x, scale{}}.xAxis(p.xTicks(f), func(x float64, decimals int) string { return p.l.number(x, decimals) })
			c.line(x.at(0), area.y, x.at(0), area.bottom(), ink{stroke: colourRule, width: 1})
		})
		c.height = area.bottom() + f.size*2
		return d
	}
}

// label names a row: beside it on a page, above it on a telephone.
func (r *canvasRows) label(c *canvas, text string, width float64) {
	r.y += 4
	if r.f.narrow {
		all := wrap(text, r.f.size, r.f.width, 3)
		c.lines(0, r.y+r.f.size, all, face{size: r.f.size})
		r.y += float64(len(all))*r.f.size*leading + 2
		return
	}
	all := wrap(text, r.f.small(), width, 3)
	height := float64(len(all)) * r.f.small() * leading
	r.step = max(height+2, r.f.size*1.9)
	c.lines(0, r.y+(r.step-height)/2+r.f.small(), all, face{size: r.f.small()})
}

func markSwatch(label string, shape func(c *canvas, x, y, r float64, p ink), style ink) swatch {
	return swatch{label, func(c *canvas, x, y float64) {
		c.line(x, y, x+keyWidth, y, ink{stroke: colourRule, width: 1.6})
		shape(c, x+keyWidth/2, y, 4.8, style)
	}}
}

func (p *StudyPage) rankingScale(o analysis.Output, all []ranked, area box) scale {
	e := newExtent()
	e.add(0)
	for _, r := range all {
		for _, x := range []sens.Estimate{r.main, r.other} {
			e.add(x.Value, x.Low, x.High)
		}
	}
	return newScale(e.low-0.02*(e.high-e.low), e.high+0.03*(e.high-e.low), area.x, area.right())
}

// rankedRow draws one factor: the measure it is ranked by above, the other below.
func (p *StudyPage) rankedRow(c *canvas, x scale, y float64, r ranked, m analysis.Measure, o analysis.Output, f frame) {
	const apart = 4.2
	c.line(x.at(r.other.Low), y+apart, x.at(r.other.High), y+apart, ink{stroke: lookOf(2).colour, width: 1.6})
	if finite(r.other.Value) {
		diamond(c, x.at(r.other.Value), y+apart, 4, lookOf(2).hollow())
	}
	c.line(x.at(r.main.Low), y-apart, x.at(r.main.High), y-apart, ink{stroke: lookOf(1).colour, width: 2.2})
	if finite(r.main.Value) {
		disc(c, x.at(r.main.Value), y-apart, 4.6, lookOf(1).solid())
	}
	c.text(f.width, y+f.small()*0.35, p.indexText(m, o, r.main), face{size: f.small(), bold: true, anchor: "end"})
}

// indexDecimals is how many decimals an output's measures have.
func (p *StudyPage) indexDecimals(m analysis.Measure, o analysis.Output) int {
	if o.Morris != nil {
		return m.Metric.Info().Decimals + 1
	}
	return 2
}

func (p *StudyPage) indexText(m analysis.Measure, o analysis.Output, e sens.Estimate) string {
	return p.l.number(e.Value, p.indexDecimals(m, o))
}

// indexNames are the two measures of a method.
func (p *StudyPage) indexNames(o analysis.Output) (main, other string) {
	if o.Morris != nil {
		return p.l.say("efecto absoluto medio (μ*)", "mean absolute effect (μ*)"), p.l.say("desviación de los efectos (σ)", "deviation of the effects (σ)")
	}
	return p.l.say("índice total", "total index"), p.l.say("índice de primer orden", "first-order index")
}

func (p *StudyPage) sensitivityTitle(m analysis.Measure, o analysis.Output) string {
	return p.l.say("Qué factores importan en ", "Which factors matter for ") + p.brief(m.Metric) + ": " + conclude.OutputName(p.a, o, p.l.tag)
}

func (p *StudyPage) sensitivityCaption(m analysis.Measure, o analysis.Output, n int) string {
	l := p.l
	text := l.say("Índices de Sobol' con su intervalo (bootstrap) del ", "Indices of Sobol' with their (bootstrap) ") + p.level() + l.say(". De primer orden: parte de la varianza que desaparecería si el factor se conociera; total: la que quedaría si se conocieran todos los demás. La diferencia es lo que el factor hace junto con otros.",
		" interval. First order: the share of the variance that would be gone if the factor were known; total: the share that would be left if all others were. The difference is what the factor does together with others.")
	if o.Morris != nil {
		text = l.say("Efectos elementales de Morris, en ", "Elementary effects of Morris, in ") + p.unitOr(m.Metric) + l.say(" al recorrer el factor todo su rango, con su intervalo (bootstrap) del ", " for a move of the factor through its whole range, with their (bootstrap) ") + p.level() +
			l.say(". μ* ordena los factores; una σ grande a su lado dice que el efecto no es igual en todas partes: no es lineal, o depende de otros factores.",
				" interval. μ* ranks the factors; a σ that is large beside it says that the effect is not the same everywhere: it is not linear, or depends on other factors.")
	}
	if n > mostRanked {
		text += l.say(" Los ", " The ") + l.number(mostRanked, 0) + l.say(" primeros de ", " first of ") + l.count(n, "factor", "factores", "factor", "factors") + "."
	}
	return text
}

// rankingTable gives factors with all their measures.
func (p *StudyPage) rankingTable(m analysis.Measure, o analysis.Output, all []ranked) *table {
	l := p.l
	main, other := p.indexNames(o)
	t := &table{Caption: conclude.OutputName(p.a, o, l.tag) + l.say(": sensibilidad de ", ": sensitivity of ") + p.brief(m.Metric), Head: []string{l.say("Factor", "Factor"), capital(main), capital(other)}, Numeric: true}
	if o.Morris != nil {
		t.Head = append(t.Head, l.say("Efecto medio (μ)", "Mean effect (μ)"))
	}
	for _, r := range all {
		cells := []cell{p.indexCell(m, o, r.main), p.indexCell(m, o, r.other)}
		if o.Morris != nil {
			cells = append(cells, p.indexCell(m, o, o.Morris.Factors[r.factor-len(p.a.Study.Grid)].Mu))
		}
		t.add(p.factorHead(r.factor), cells...)
	}
	return t
}

func (p *StudyPage) indexCell(m analysis.Measure, o analysis.Output, e sens.Estimate) cell {
	if !finite(e.Value) {
		return words(compare.Undefined)
	}
	c := words(p.indexText(m, o, e))
	if finite(e.Low, e.High) {
		c.Lines = append(c.Lines, line{p.l.span(e.Low, e.High, p.indexDecimals(m, o)), quietLine})
	}
	return c
}
