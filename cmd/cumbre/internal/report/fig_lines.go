package report

import "cumbre/model"

// openFigure draws the mandates waiting for a decision over the years.
func openFigure(v *view, f frame) drawing {
	l := v.l
	d := drawing{
		title:   l.say("Mandatos abiertos antes de adoptarse, al cierre de cada año", "Mandates open before adoption, at the end of each year"),
		caption: v.linesCaption(),
	}
	return v.linesFigure(d, f, model.YearOpenBeforeAdoption)
}

// beingImplementedFigure draws the mandates adopted and pending entry into force
// over the years. The implementation gap, a metric, adds those abandoned.
func beingImplementedFigure(v *view, f frame) drawing {
	l := v.l
	d := drawing{
		title: l.say("Mandatos adoptados, en implementación, al cierre de cada año",
			"Mandates adopted, being implemented, at the end of each year"),
		caption: v.linesCaption(),
	}
	return v.linesFigure(d, f, model.YearBeingImplemented)
}

func (v *view) linesCaption() string {
	if v.single() {
		return v.l.say("La única réplica.", "The only replication.")
	}
	return v.l.say("Media de las réplicas con el intervalo del ", "Mean of the replications with the ") + v.level() +
		v.l.say(" de la media.", " interval of the mean.")
}

// linesFigure draws one yearly series of all designs on one pair of axes. On a
// page each line ends in its name; on a telephone, or where the names do not
// fit, a key stands above.
func (v *view) linesFigure(d drawing, f frame, s model.Series) drawing {
	l, c := v.l, &canvas{width: f.width}
	d.canvas = c
	d.desc = d.title + ". " + d.caption
	d.data = v.yearTable(d.title, s)
	first, n := v.years()
	if n == 0 {
		return v.empty(d, f, l.say("Sin series anuales.", "No yearly series."))
	}
	height := f.size * 17
	direct := !f.narrow && v.endLabelGap(f)*float64(len(v.c.Designs)) < height
	top, right := 8.0, v.endLabelWidth(f)
	if !direct {
		top, right = c.key(f, 0, v.designSwatches()), 10
	}
	e := newExtent()
	for i := range v.c.Designs {
		for k := range n {
			b := v.band(i, k, s)
			e.add(b.Mean, b.Low, b.High)
		}
	}
	const ticks = 5
	ys := fromZero(e.low, e.high, top+height, top)
	left := v.yAxisWidth(f, ys, ticks)
	area := box{left, top, f.width - left - right, height}
	p := plot{c, f, v, area, newScale(float64(first), float64(first+n-1), area.x, area.right()), ys}
	p.yAxis(ticks)
	p.years(first, n)
	ends := make([]float64, len(v.c.Designs))
	for i := range v.c.Designs {
		ends[i] = v.drawLine(p, i, s)
	}
	if direct {
		v.endLabels(p, ends)
	}
	c.height = area.bottom() + f.size*1.6
	return d
}

// drawLine draws one design's line with its band and sparse markers, and
// returns the height at which it ends.
func (v *view) drawLine(p plot, design int, s model.Series) float64 {
	first, n := v.years()
	k := lookOf(design)
	mean := p.yearPoints(first, n, func(y int) float64 { return v.band(design, y, s).Mean })
	p.c.band(
		p.yearPoints(first, n, func(y int) float64 { return v.band(design, y, s).Low }),
		p.yearPoints(first, n, func(y int) float64 { return v.band(design, y, s).High }), ink{fill: k.colour, opacity: 0.22})
	p.c.polyline(mean, ink{stroke: k.colour, width: 2, dash: k.dash})
	every := max(1, n/5)
	for y := n - 1; y >= 0; y -= every {
		if finite(mean[y].y) {
			k.marker(p.c, mean[y].x, mean[y].y, 4.5, k.solid())
		}
	}
	return mean[n-1].y
}

const widestEndLabel = 150.0

func (v *view) endLabelWidth(f frame) float64 {
	w := 0.0
	for i := range v.c.Designs {
		for _, s := range wrap(v.name(i), f.small(), widestEndLabel, 3) {
			w = max(w, textWidth(s, f.small()))
		}
	}
	return w + 16
}

// endLabelGap returns the distance that keeps labels apart.
func (v *view) endLabelGap(f frame) float64 {
	lines := 1
	for i := range v.c.Designs {
		lines = max(lines, len(wrap(v.name(i), f.small(), widestEndLabel, 3)))
	}
	return f.small() * leading * float64(lines)
}

// endLabels writes each design's name where its line ends, moved apart.
func (v *view) endLabels(p plot, ends []float64) {
	apart := spread(ends, v.endLabelGap(p.f), p.area.y+p.f.small()/2, p.area.bottom()-p.f.small()/2)
	for i, y := range apart {
		all := wrap(v.name(i), p.f.small(), widestEndLabel, 3)
		x := p.area.right()
		p.c.line(x+6, ends[i], x+12, y, ink{stroke: lookOf(i).colour, width: 1})
		up := float64(len(all)-1) * p.f.small() * leading / 2
		p.c.lines(x+15, y+p.f.small()*0.35-up, all, face{size: p.f.small()})
	}
}
