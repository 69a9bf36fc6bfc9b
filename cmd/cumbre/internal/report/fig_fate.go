package report

import "cumbre/model"

// fate is one share of the mandates issued so far.
type fate struct {
	es, en string
	fill   string
	hatch  bool
	flows  []model.Series // added up over the years
	levels []model.Series // taken as they stand
}

// fates add up to the mandates issued (conservation), from the bottom up.
var fates = []fate{
	{es: "cumplidos", en: "fulfilled", fill: "#0072b2", flows: []model.Series{model.YearFulfilled}},
	{es: "adoptados, en implementación", en: "adopted, being implemented", fill: "#e69f00", levels: []model.Series{model.YearBeingImplemented}},
	{es: "abiertos, sin adoptar", en: "open, not adopted", fill: "#b9c0c8", levels: []model.Series{model.YearOpenBeforeAdoption}},
	{es: "archivados, caducados o retirados", en: "shelved, lapsed or withdrawn", fill: "#57606a", hatch: true,
		flows: []model.Series{model.YearShelved, model.YearLapsed, model.YearWithdrawn}},
}

// fateFigure draws what has become of all mandates issued so far, stacked: a
// cumulative flow diagram.
func fateFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	d := drawing{
		canvas: c,
		title:  l.say("Qué ha sido de los mandatos emitidos hasta cada año", "What has become of the mandates issued up to each year"),
		caption: v.either(l.say("Áreas apiladas, en la única réplica", "Stacked areas, in the only replication"),
			l.say("Áreas apiladas: medias de las réplicas", "Stacked areas: means of the replications")) + l.say("; los números a la derecha son los totales al final del horizonte. Lo que se abandona después de adoptado está en la capa de arriba.",
			"; the numbers at the right are the totals at the end of the horizon. What is abandoned after adoption is in the top layer."),
	}
	d.desc = d.title + ". " + d.caption
	first, n := v.years()
	if n == 0 {
		return v.empty(d, f, l.say("Sin series anuales.", "No yearly series."))
	}
	d.data = v.fateTable()
	fills := make([]string, len(fates))
	var entries []swatch
	for k, x := range fates {
		fills[k] = x.fill
		if x.hatch {
			fills[k] = c.hatch("fate-"+f.suffix()+"-"+num(float64(k)), x.fill)
		}
		entries = append(entries, areaSwatch(l.say(x.es, x.en), fills[k], 0))
	}
	y := c.key(f, 0, entries)
	stacks, top := v.fateStacks()
	const ticks = 4
	boxes := v.panels(c, f, 3, y, f.size*13, 16)
	for i, area := range boxes {
		ys := fromZero(0, top, area.bottom()-f.size*1.6, area.y+4)
		left := v.yAxisWidth(f, ys, ticks)
		right := textWidth(l.number(top, 0), f.small()) + 8
		area = box{area.x + left, area.y + 4, area.w - left - right, area.h - f.size*1.6 - 4}
		p := plot{c, f, v, area, newScale(float64(first), float64(first+n-1), area.x, area.right()), ys}
		p.yAxis(ticks)
		p.years(first, n)
		v.drawStack(p, stacks[i], fills)
	}
	c.height = boxes[len(boxes)-1].bottom() + 4
	return d
}

// fateStacks returns, per design, fate and year, the number of mandates, and
// the largest total.
func (v *view) fateStacks() (stacks [][][]float64, top float64) {
	_, n := v.years()
	for i := range v.c.Designs {
		stack := make([][]float64, len(fates))
		totals := make([]float64, n)
		for k, x := range fates {
			stack[k] = v.fateValues(i, x)
			for y, count := range stack[k] {
				totals[y] += count
				top = max(top, totals[y])
			}
		}
		stacks = append(stacks, stack)
	}
	return stacks, top
}

func (v *view) fateValues(design int, x fate) []float64 {
	_, n := v.years()
	values := make([]float64, n)
	sum := 0.0
	for y := range n {
		for _, s := range x.flows {
			sum += defined(v.band(design, y, s).Mean)
		}
		values[y] = sum
		for _, s := range x.levels {
			values[y] += defined(v.band(design, y, s).Mean)
		}
	}
	return values
}

// drawStack draws the layers and writes what each holds at the end.
func (v *view) drawStack(p plot, stack [][]float64, fills []string) {
	first, n := v.years()
	below := make([]float64, n)
	ends := make([]float64, len(stack))
	for k, layer := range stack {
		above := make([]float64, n)
		for y := range above {
			above[y] = below[y] + layer[y]
		}
		low := p.yearPoints(first, n, func(y int) float64 { return below[y] })
		high := p.yearPoints(first, n, func(y int) float64 { return above[y] })
		p.c.band(low, high, ink{fill: fills[k], stroke: "#fff", width: 1})
		ends[k] = p.y.at((below[n-1] + above[n-1]) / 2)
		below = above
	}
	for k, y := range spread(ends, p.f.small()*1.1, p.area.y, p.area.bottom()) {
		p.c.text(p.area.right()+5, y+p.f.small()*0.35, v.l.number(stack[k][n-1], 0), face{size: p.f.small()})
	}
}

// defined turns the mean of nothing into nothing.
func defined(x float64) float64 {
	if finite(x) {
		return x
	}
	return 0
}
