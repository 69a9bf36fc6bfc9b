package report

import (
	"math"
	"slices"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
)

// boxed are the designs of which scenario discovery found where they lead.
func (p *StudyPage) boxed(m analysis.Measure) []int {
	var all []int
	if m.Regions == nil || !p.several() {
		return nil
	}
	for d, r := range m.Regions.Designs {
		if r.Box != nil {
			all = append(all, d)
		}
	}
	return all
}

// regionsFigure draws the boxes: for each design, its density and coverage in words and a
// bar a factor, of what of its range is in the box.
func (p *StudyPage) regionsFigure(m analysis.Measure) func(*view, frame) drawing {
	return func(v *view, f frame) drawing {
		l, c := p.l, &canvas{width: f.width}
		d := drawing{canvas: c, title: l.say("Dónde va en cabeza cada diseño en ", "Where each design leads in ") + p.brief(m.Metric), caption: p.regionsCaption(), data: p.regionsTable(m)}
		d.desc = d.title + ". " + d.caption
		y := 0.0
		for _, design := range p.boxed(m) {
			y = p.regionRows(c, f, y, m, design)
		}
		c.height = y
		return d
	}
}

// regionRows draws one design's box from y down and returns where it ends.
func (p *StudyPage) regionRows(c *canvas, f frame, y float64, m analysis.Measure, design int) float64 {
	k, r := lookOf(design), m.Regions.Designs[design]
	k.marker(c, 7, y+f.size*0.8, 5.5, k.solid())
	name := wrap(p.name(design), f.size*boldWidth, f.width-22, 2)
	c.lines(20, y+f.size*1.15, name, face{size: f.size, bold: true})
	y += f.size*1.15 + float64(len(name)-1)*f.size*leading
	said := wrap(p.regionWords(m, r), f.small(), f.width-22, 4)
	c.lines(20, y+f.small()*1.5, said, face{size: f.small(), fill: colourMuted})
	y += f.small()*1.5 + float64(len(said)-1)*f.small()*leading + 6
	labels := 268.0
	if f.narrow {
		labels = 0
	}
	rows := newCanvasRows(f, y)
	for _, b := range conclude.Intervals(r.Restrictions) {
		rows.label(c, capital(p.factor(b.Factor)), labels)
		p.rangeBar(c, f, rows.next(), labels, b, k)
	}
	return rows.y + f.size*1.4
}

// regionWords are density and coverage in words.
func (p *StudyPage) regionWords(m analysis.Measure, r analysis.Region) string {
	l := p.l
	return l.say("Va en cabeza en el ", "Leads at ") + conclude.Percent(r.Box.Density, l.tag) + l.say(" de los puntos de dentro (", " of the points inside (") + l.number(float64(r.Box.Hits), 0) + l.say(" de ", " of ") + l.number(float64(r.Box.Points), 0) +
		l.say("); entre todos, en el ", "); over all, at ") + conclude.Percent(float64(r.Leads)/float64(m.Regions.Points), l.tag) +
		l.say(". Dentro está el ", ". Inside are ") + conclude.Percent(r.Box.Coverage, l.tag) + l.say(" de los puntos en que va en cabeza.", " of the points at which it leads.")
}

// rangeBar draws what of a factor's range is inside, and says it.
func (p *StudyPage) rangeBar(c *canvas, f frame, y, labels float64, b conclude.Interval, k look) {
	low, high := p.rangeOf(b.Factor)
	text := minus(conclude.Bounds(b.Low, b.High, p.factors[b.Factor], p.l.tag))
	room := 128.0
	if f.narrow {
		room = 108
	}
	room = max(room, textWidth(text, f.small()*boldWidth)+2)
	from, to := minus(conclude.Value(low, p.factors[b.Factor], p.l.tag)), minus(conclude.Value(high, p.factors[b.Factor], p.l.tag))
	left, right := textWidth(from, f.small())+6, textWidth(to, f.small())+6
	area := box{x: labels + left, w: f.width - labels - left - right - room - 12}
	x := func(v float64) float64 {
		return min(max(area.x+area.w*p.share(b.Factor, v, low, high), area.x), area.right())
	}
	c.text(area.x-5, y+f.small()*0.35, from, face{size: f.small(), anchor: "end", fill: colourMuted})
	c.text(area.right()+5, y+f.small()*0.35, to, face{size: f.small(), fill: colourMuted})
	c.rect(area.x, y-5, area.w, 10, ink{fill: colourGrid})
	start, end := x(b.Low), x(b.High)
	c.rect(start, y-7, max(end-start, 3), 14, ink{fill: k.colour})
	c.text(f.width, y+f.small()*0.35, text, face{size: f.small(), bold: true, anchor: "end"})
}

// rangeOf is the whole range of a factor.
func (p *StudyPage) rangeOf(i int) (low, high float64) {
	f := p.factors[i]
	if f.Levels != nil {
		return slices.Min(f.Levels), slices.Max(f.Levels)
	}
	return f.Axis.Low, f.Axis.High
}

// share is how far along its range a value lies; by order of magnitude where the factor
// is drawn so.
func (p *StudyPage) share(i int, v, low, high float64) float64 {
	if math.IsInf(v, -1) || v <= low {
		return 0
	}
	if math.IsInf(v, 1) || v >= high || high <= low {
		return 1
	}
	if p.factors[i].Axis.Log && p.factors[i].Levels == nil && low > 0 {
		return math.Log(v/low) / math.Log(high/low)
	}
	return (v - low) / (high - low)
}

func (p *StudyPage) regionsCaption() string {
	return p.l.say("Cajas halladas por PRIM (Friedman y Fisher 1999), la de mejor equilibrio entre densidad y cobertura. La barra clara es todo el rango del factor, la oscura lo que está en la caja; los factores que no aparecen no la limitan: quedan los límites con evidencia de que hacen falta (cuasi p de a lo sumo 0,05 entre los límites que podía haber, dos por factor). En cabeza quiere decir con la mejor media en el punto, aunque el azar pueda explicarla. Las cajas se buscaron y se miden en los mismos puntos: en otros sería menor la densidad.",
		"Boxes found by PRIM (Friedman and Fisher 1999), the one that best balances density and coverage. The pale bar is the factor's whole range, the dark one what is in the box; factors not shown do not bound it: the bounds that are left have evidence that they are needed (quasi-p of at most 0.05 over the number of bounds there could be, two a factor). Leading means the best mean at the point, even where chance may explain it. Boxes were sought and are measured at the same points: at others density would be lower.")
}

// regionsTable gives the evidence for each bound.
func (p *StudyPage) regionsTable(m analysis.Measure) *table {
	l := p.l
	t := &table{Caption: l.say("Los límites de las cajas y lo que sería de cada caja sin ellos", "The bounds of the boxes, and what each box would be without them"), Numeric: true,
		Head: []string{l.say("Diseño y factor", "Design and factor"), l.say("Límite", "Bound"), l.say("Densidad sin él", "Density without it"), l.say("Cobertura sin él", "Coverage without it"), l.say("Cuasi p", "Quasi-p")}}
	for _, d := range p.boxed(m) {
		for _, r := range m.Regions.Designs[d].Restrictions {
			low, high := r.Bound, math.Inf(1)
			if r.Upper {
				low, high = math.Inf(-1), r.Bound
			}
			t.add(cell{Lines: []line{{p.name(d), plainLine}, {capital(p.factor(r.Factor)), quietLine}, {p.factors[r.Factor].Name(), codeLine}}},
				words(minus(conclude.Bounds(low, high, p.factors[r.Factor], l.tag))), words(conclude.Percent(r.Density, l.tag)), words(conclude.Percent(r.Coverage, l.tag)), words(p.quasi(r.QuasiP)))
		}
	}
	return t
}

func (p *StudyPage) quasi(x float64) string {
	if x < 0.001 {
		return "<\u00a0" + p.l.number(0.001, 3)
	}
	return p.l.number(x, 3)
}
