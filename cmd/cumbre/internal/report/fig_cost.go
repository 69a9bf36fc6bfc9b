package report

import "cumbre/model"

// costMetrics are the four sides of what a design costs.
var costMetrics = []model.Metric{model.MCost, model.MCostPerFulfilled, model.MOfficialDays, model.MStaffYears}

// costFigure draws what each design costs: bars from zero, because sums of
// money are compared by their length, with the interval of the mean.
func costFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	d := drawing{
		canvas: c,
		title:  l.say("Costo", "Cost"),
		caption: v.either(l.say("En la única réplica.", "In the only replication."), l.say("Medias con su intervalo del ", "Means with their ")+v.level()+l.say(".", " interval.")) +
			l.say(" El costo depende de tarifas supuestas (parámetros cost_…).", " Costs depend on assumed rates (parameters cost_…)."),
	}
	d.desc = d.title + ". " + d.caption
	bar := f.size * 1.25
	height := f.size*2.4 + float64(len(v.c.Designs))*(bar+f.size*1.3)
	boxes := grid(f, len(costMetrics), 2, 0, height, 28)
	for k, m := range costMetrics {
		v.costPanel(c, f, boxes[k], m, bar)
	}
	c.height = boxes[len(boxes)-1].bottom() + 2
	return d
}

func (v *view) costPanel(c *canvas, f frame, b box, m model.Metric, bar float64) {
	info := m.Info()
	c.text(b.x, b.y+f.size, fit(capital(v.l.in(info.Text)), f.size, b.w), face{size: f.size, bold: true})
	c.text(b.x, b.y+f.size*2.1, v.l.unit(info.Unit), face{size: f.small(), fill: colourMuted})
	top := 0.0
	for _, r := range v.c.Designs {
		e := r.Metrics[m]
		top = max(top, defined(e.Mean), defined(e.High))
	}
	room := textWidth(v.l.number(top, info.Decimals), f.size) + 12
	x := newScale(0, max(top, 1e-9), b.x, b.right()-room)
	y := b.y + f.size*2.4
	for i, r := range v.c.Designs {
		k, e := lookOf(i), r.Metrics[m]
		y += f.size * 1.3
		c.text(b.x, y-f.size*0.25, fit(v.name(i), f.small(), b.w), face{size: f.small()})
		c.rect(b.x, y, x.at(defined(e.Mean))-b.x, bar-3, ink{fill: k.colour})
		c.whisker(x.at(e.Low), x.at(e.High), y+(bar-3)/2)
		end := max(x.at(defined(e.Mean)), x.at(defined(e.High)))
		c.text(end+6, y+bar/2+f.size*0.25, v.l.number(e.Mean, info.Decimals), face{size: f.size})
		y += bar
	}
}

// whisker draws an interval over a bar: dark on a light edge, so that it is
// seen on any fill.
func (c *canvas) whisker(from, to, y float64) {
	for _, p := range []ink{{stroke: "#fff", width: 4}, {stroke: colourText, width: 1.6}} {
		c.line(from, y, to, y, p)
		c.line(from, y-4, from, y+4, p)
		c.line(to, y-4, to, y+4, p)
	}
}
