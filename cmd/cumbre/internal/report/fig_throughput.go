package report

import "cumbre/model"

// throughputFigure draws the mandates fulfilled per year, a panel per design:
// how well the mean is known and how much single histories differ are two
// bands, told apart by shade and in words.
func throughputFigure(v *view, f frame) drawing {
	l := v.l
	d := drawing{
		title:   l.say("Mandatos cumplidos por año", "Mandates fulfilled per year"),
		caption: v.throughputCaption() + v.partialYears(),
	}
	d.data = v.yearTable(v.either(d.title, l.say("Mandatos cumplidos por año: media e intervalo", "Mandates fulfilled per year: mean and interval")), model.YearFulfilled)
	return v.bandFigure(d, f, model.YearFulfilled)
}

func (v *view) throughputCaption() string {
	l := v.l
	if v.single() {
		return l.say("Línea: la única réplica. En gris, los demás diseños.", "Line: the only replication. In grey, the other designs.")
	}
	return l.say("Línea: media de las réplicas. Banda oscura: intervalo del ", "Line: mean of the replications. Dark band: ") + v.level() +
		l.say(" de la media, es decir, con qué precisión se conoce la media. Banda clara: del percentil 10 al 90 de las réplicas, es decir, cuánto puede apartarse una historia concreta. En gris, las medias de los demás diseños.",
			" interval of the mean, that is, how well the mean is known. Light band: 10th to 90th percentile of the replications, that is, how far one single history may stray. In grey, the means of the other designs.")
}

// bandSwatches explain what a panel shows.
func (v *view) bandSwatches() []swatch {
	l := v.l
	line := lineSwatch(v.either(l.say("la única réplica", "the only replication"), l.say("media", "mean")), ink{stroke: colourText, width: 2})
	others := lineSwatch(l.say("otros diseños", "other designs"), ink{stroke: colourRule, width: 1})
	if v.single() {
		return []swatch{line, others}
	}
	return []swatch{line,
		areaSwatch(l.say("intervalo de la media", "interval of the mean"), colourMuted, opaqueBand),
		areaSwatch(l.say("percentiles 10 a 90", "10th to 90th percentile"), colourMuted, clearBand),
		others}
}

// bandFigure draws one yearly series with both bands, a panel per design on
// common axes.
func (v *view) bandFigure(d drawing, f frame, s model.Series) drawing {
	l, c := v.l, &canvas{width: f.width}
	d.canvas = c
	d.desc = d.title + ". " + d.caption
	first, n := v.years()
	if n == 0 {
		return v.empty(d, f, l.say("Sin series anuales.", "No yearly series."))
	}
	y := c.key(f, 0, v.bandSwatches())
	e := newExtent()
	for i := range v.c.Designs {
		for k := range n {
			b := v.band(i, k, s)
			e.add(b.Mean, b.Low, b.High, b.P10, b.P90)
		}
	}
	const ticks = 4
	boxes := v.panels(c, f, 3, y, f.size*11.5, 16)
	for i, area := range boxes {
		ys := fromZero(e.low, e.high, area.bottom()-f.size*1.6, area.y+4)
		left := v.yAxisWidth(f, ys, ticks)
		area = box{area.x + left, area.y + 4, area.w - left - 8, area.h - f.size*1.6 - 4}
		p := plot{c, f, v, area, newScale(float64(first), float64(first+n-1), area.x, area.right()), ys}
		p.yAxis(ticks)
		p.years(first, n)
		v.drawBands(p, i, s)
	}
	c.height = boxes[len(boxes)-1].bottom() + 4
	return d
}

// The shades of the two bands.
const (
	opaqueBand = 0.5
	clearBand  = 0.2
)

func (v *view) drawBands(p plot, design int, s model.Series) {
	first, n := v.years()
	at := func(i int, value func(k int) float64) []point { return p.yearPoints(first, n, value) }
	k := lookOf(design)
	if !v.single() {
		p.c.band(
			at(design, func(y int) float64 { return v.band(design, y, s).P10 }),
			at(design, func(y int) float64 { return v.band(design, y, s).P90 }), ink{fill: k.colour, opacity: clearBand})
	}
	for other := range v.c.Designs {
		if other != design {
			p.c.polyline(at(other, func(y int) float64 { return v.band(other, y, s).Mean }), ink{stroke: colourRule, width: 1})
		}
	}
	p.c.band(
		at(design, func(y int) float64 { return v.band(design, y, s).Low }),
		at(design, func(y int) float64 { return v.band(design, y, s).High }), ink{fill: k.colour, opacity: opaqueBand})
	mean := at(design, func(y int) float64 { return v.band(design, y, s).Mean })
	p.c.polyline(mean, ink{stroke: k.colour, width: 2})
	if n == 1 {
		k.marker(p.c, mean[0].x, mean[0].y, 4.5, k.solid())
	}
}
