package report

import "cumbre/model"

// depthFigure draws how deep integration got, per dimension and design, as
// norms (q) and as what the market took up of them (e), with the indices of
// the two meanings of deep integration below.
func depthFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	d := drawing{
		canvas: c,
		title:  l.say("Profundidad por dimensión: normas y efecto", "Depth per dimension: norms and effect"),
		caption: l.say("Marca llena: profundidad de las normas al final (q); marca hueca: profundidad efectiva (e), que la sigue con retraso; raya vertical: profundidad al comienzo. 0 es nada y 1 integración plena. La letra dice para qué sentido de integración profunda cuenta la dimensión: F, libre circulación de factores; N, armonización de normas. La asignación es nuestra lectura del policy brief.",
			"Solid mark: depth of norms at the end (q); hollow mark: effective depth (e), which follows it with a lag; vertical stroke: depth at the start. 0 is none and 1 full integration. The letter says for which meaning of deep integration the dimension counts: F, free movement of factors; N, harmonisation of norms. The assignment is our reading of the policy brief."),
		data: v.depthTable(),
	}
	d.desc = d.title + ". " + d.caption
	y := c.key(f, 0, v.depthSwatches())
	labels := 266.0
	if f.narrow {
		labels = 0
	}
	area := box{labels + 6, y, f.width - labels - 22, 0}
	x := newScale(0, 1, area.x, area.right())
	rows := &depthRows{v: v, c: c, f: f, x: x, y: y, labels: labels, left: area.x}
	for dim := range model.NumDimensions {
		rows.dimension(dim)
	}
	rows.y += f.size * 0.8
	rows.heading(l.say("Índices (media de sus dimensiones)", "Indices (mean of their dimensions)"))
	rows.index(l.say("factores (F)", "factors (F)"), model.MDepthFactors)
	rows.index(l.say("normas (N)", "norms (N)"), model.MDepthNorms)
	rows.index(l.say("todas: normas (q)", "all: norms (q)"), model.MDepth)
	rows.index(l.say("todas: efecto (e)", "all: effect (e)"), model.MEffectiveDepth)
	area.h = rows.y - area.y
	c.behind(func() { plot{c, f, v, area, x, scale{}}.xAxis(5, l.number) })
	c.height = rows.y + f.size*1.8
	return d
}

// depthSwatches explain one marker of every design, and the strokes.
func (v *view) depthSwatches() []swatch {
	var all []swatch
	for i := range v.c.Designs {
		k := lookOf(i)
		all = append(all, swatch{v.name(i), func(c *canvas, x, y float64) {
			c.line(x+5, y, x+keyWidth-5, y, ink{stroke: k.colour, width: 1.5})
			k.marker(c, x+5, y, 4, k.hollow())
			k.marker(c, x+keyWidth-5, y, 4.5, k.solid())
		}})
	}
	return append(all, swatch{v.l.say("al comienzo", "at the start"), func(c *canvas, x, y float64) {
		c.line(x+keyWidth/2, y-7, x+keyWidth/2, y+7, ink{stroke: colourText, width: 1.5})
	}})
}

// depthRows walks down the figure.
type depthRows struct {
	v            *view
	c            *canvas
	f            frame
	x            scale
	y            float64
	labels, left float64
}

const depthStep = 13.0

// label starts a group of rows and returns where its first row lies.
func (r *depthRows) label(words, letters string) float64 {
	n := float64(len(r.v.c.Designs))
	r.c.line(0, r.y, r.f.width, r.y, ink{stroke: colourGrid, width: 1})
	at := face{size: r.f.size}
	if r.f.narrow {
		r.c.text(0, r.y+r.f.size*1.2, fit(words, r.f.size, r.f.width-30), at)
		r.c.text(r.f.width, r.y+r.f.size*1.2, letters, face{size: r.f.small(), anchor: "end", fill: colourMuted})
		r.y += r.f.size*1.5 + n*depthStep + 5
		return r.y - n*depthStep - 5 + depthStep/2
	}
	height := max(n*depthStep+8, r.f.size*1.7)
	base := r.y + height/2 + r.f.size*0.35
	r.c.text(0, base, fit(words, r.f.size, r.labels-36), at)
	r.c.text(r.labels-4, base, letters, face{size: r.f.small(), anchor: "end", fill: colourMuted})
	r.y += height
	return r.y - height/2 - (n-1)*depthStep/2
}

func (r *depthRows) heading(words string) {
	r.c.text(0, r.y+r.f.size*1.2, words, face{size: r.f.size, bold: true})
	r.y += r.f.size * 1.8
}

func (r *depthRows) dimension(dim model.Dimension) {
	info := dim.Info()
	first := r.label(capital(r.v.l.in(info.Text)), meanings(info))
	last := first + float64(len(r.v.c.Designs)-1)*depthStep
	start := r.x.at(r.v.c.Spec.Dimensions[dim].Depth)
	r.c.line(start, first-6, start, last+6, ink{stroke: colourText, width: 1.5})
	for i, d := range r.v.c.Designs {
		y, k := first+float64(i)*depthStep, lookOf(i)
		q, e := r.x.at(d.Depth[dim].Mean), r.x.at(d.Effective[dim].Mean)
		r.c.line(e, y, q, y, ink{stroke: k.colour, width: 1.5})
		k.marker(r.c, e, y, 4, k.hollow())
		k.marker(r.c, q, y, 4.5, k.solid())
	}
}

func (r *depthRows) index(words string, m model.Metric) {
	first := r.label(capital(words), "")
	for i, d := range r.v.c.Designs {
		y, k, e := first+float64(i)*depthStep, lookOf(i), d.Metrics[m]
		r.c.line(r.x.at(e.Low), y, r.x.at(e.High), y, ink{stroke: k.colour, width: 1.5})
		style := k.solid()
		if m == model.MEffectiveDepth {
			style = k.hollow()
		}
		k.marker(r.c, r.x.at(e.Mean), y, 4.5, style)
	}
}

// meanings returns the letters of the meanings of deep integration that a
// dimension counts for.
func meanings(d model.DimensionInfo) string {
	switch {
	case d.Factors && d.Norms:
		return "F N"
	case d.Factors:
		return "F"
	case d.Norms:
		return "N"
	}
	return ""
}
