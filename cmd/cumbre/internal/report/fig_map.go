package report

import (
	"fmt"
	"math"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model"
	"cumbre/model/analysis"
)

// mapFigure draws the design map: over two factors, the design with the best mean in its
// colour and with its marker, by how much it is ahead, and how probably. A cell in which
// that is not certain is hatched and pale, its marker hollow.
func (p *StudyPage) mapFigure(m analysis.Measure) func(*view, frame) drawing {
	return func(v *view, f frame) drawing {
		c := &canvas{width: f.width}
		d := drawing{canvas: c, title: p.mapTitle(m), caption: p.mapCaption(m), data: p.mapTable(m)}
		d.desc = d.title + ". " + d.caption
		g := p.newMapGrid(m, f, c)
		g.axes()
		for y, row := range m.Map.Groups {
			for x, group := range row {
				g.cell(x, y, group)
			}
		}
		c.height = g.bottom
		return d
	}
}

func (p *StudyPage) mapTitle(m analysis.Measure) string {
	return p.l.say("Mapa de diseños: quién va en cabeza en ", "Design map: who leads in ") + p.brief(m.Metric)
}

func (p *StudyPage) mapCaption(m analysis.Measure) string {
	l := p.l
	text := l.say("En cada casilla, el diseño con la mejor media: su ventaja sobre el siguiente, en ", "In each cell, the design with the best mean: its lead over the next, in ") + p.unitOr(m.Metric) +
		l.say(", y la probabilidad de que sea el mejor, dadas las corridas. Rayada y con la marca hueca: no es seguro quién va en cabeza, porque esa probabilidad no llega al ",
			", and the probability that it is the best, given the runs. Hatched, with a hollow mark: it is not certain who leads, as that probability is below ") + p.level() +
		l.say(" o el intervalo de la ventaja contiene el cero.", " or the interval of the lead holds zero.")
	if m.Metric.Info().Better < 0 {
		text += l.say(" Menos es mejor.", " Less is better.")
	}
	if p.without(m) {
		text += l.say(" Con = los mejores empatan; con – no hay valores.", " With = the best are tied; with – there are no values.")
	}
	if len(m.Map.XCuts) > 8 || len(m.Map.YCuts) > 10 {
		text += l.say(" Donde no caben números están en el cuadro de la figura.", " Where numbers do not fit they are in the figure's table.")
	}
	if n := len(m.Map.Others); n > 0 {
		text += l.say(" Cada casilla es una media sobre ", " Each cell is a mean over ") + conclude.Others(n, l.tag) + "."
	}
	if absent := p.absent(m); absent > 0 {
		text += l.say(" No cuentan ", " Left out are ") + l.count(absent, "punto sin ningún valor", "puntos sin ningún valor", "point without any value", "points without any value") + "."
	}
	return text
}

// without reports whether some cell of the map has no leader.
func (p *StudyPage) without(m analysis.Measure) bool {
	for _, row := range m.Map.Groups {
		for _, g := range row {
			if g.Leader == analysis.None {
				return true
			}
		}
	}
	return false
}

// absent is how many points of the map have no value.
func (p *StudyPage) absent(m analysis.Measure) int {
	n := 0
	for _, row := range m.Map.Groups {
		for _, g := range row {
			n += g.Absent
		}
	}
	return n
}

// brief is a metric in a few words.
func (p *StudyPage) brief(m model.Metric) string { return briefly(m, p.l) }

// unitOr is a metric's unit, or what stands for none.
func (p *StudyPage) unitOr(m model.Metric) string {
	if unit := m.Info().Unit; unit != "" {
		return p.l.unit(unit)
	}
	return p.l.say("unidades de la medida", "units of the measure")
}

// mapGrid lays the map out on the paper.
type mapGrid struct {
	p            *StudyPage
	m            analysis.Measure
	f            frame
	c            *canvas
	area         box
	w, h, bottom float64
	hatches      []string // by design
}

// newMapGrid draws the key and the title of the upright axis, and finds room for the cells.
func (p *StudyPage) newMapGrid(m analysis.Measure, f frame, c *canvas) *mapGrid {
	g := &mapGrid{p: p, m: m, f: f, c: c}
	for i := range p.a.Designs {
		id := fmt.Sprintf("map-%s-%s_%d", m.Metric, f.suffix(), i)
		g.hatches = append(g.hatches, c.hatch(id, tint(lookOf(i).colour, 0.34)))
	}
	y := c.key(f, 0, p.mapKey(g.hatches)) + f.size*0.3
	title := wrap("↑ "+p.factorUnit(m.Map.Y), f.size*boldWidth, f.width, 3)
	c.lines(0, y+f.size, title, face{size: f.size, bold: true})
	y += float64(len(title))*f.size*leading + f.size*0.5
	left := 0.0
	for _, cut := range m.Map.YCuts {
		left = max(left, textWidth(p.cut(cut, m.Map.Y), f.small()))
	}
	left = min(left, f.width*0.3) + 10
	nx, ny := float64(len(m.Map.XCuts)), float64(len(m.Map.YCuts))
	g.w = min((f.width-left)/nx, 168)
	g.h = min(max(g.w*0.62, f.size*4.4), 84)
	if ny > 10 { // many rows: lower ones, without words if need be
		g.h = min(g.h, max(900/ny, min(g.w, 22), 14))
	}
	g.area = box{left, y, g.w * nx, g.h * ny}
	g.bottom = g.area.bottom()
	return g
}

func (p *StudyPage) mapKey(hatches []string) []swatch {
	all := make([]swatch, 0, len(p.a.Designs)+1)
	for i := range p.a.Designs {
		k := lookOf(i)
		all = append(all, swatch{p.name(i), func(c *canvas, x, y float64) {
			fill := tint(k.colour, sureTint)
			c.rect(x, y-8, keyWidth, 16, ink{fill: fill})
			k.marker(c, x+keyWidth/2, y, 4.5, ink{fill: readableOn(fill)})
		}})
	}
	return append(all, swatch{p.l.say("no es seguro", "not certain"), func(c *canvas, x, y float64) {
		c.rect(x, y-8, keyWidth, 16, ink{fill: hatches[0]})
		lookOf(0).marker(c, x+keyWidth/2, y, 4.5, lookOf(0).hollow())
	}})
}

// sureTint is how much of a design's colour a certain cell has.
const sureTint = 0.9

// tint mixes a colour with white.
func tint(colour string, share float64) string {
	out := "#"
	for i := range 3 {
		out += fmt.Sprintf("%02x", int(math.Round(255+share*(channel(colour, i)-255))))
	}
	return out
}

// axes labels the cuts, as many as have room, and names the level axis.
func (g *mapGrid) axes() {
	p, f, m := g.p, g.f, g.m.Map
	widest := 0.0
	for _, cut := range m.XCuts {
		widest = max(widest, textWidth(p.cut(cut, m.X), f.small())+8)
	}
	for x, cut := range m.XCuts {
		if x%every(widest, g.w) == 0 {
			at := g.area.x + (float64(x)+0.5)*g.w
			label := p.cut(cut, m.X)
			half := textWidth(label, f.small()) / 2
			at = min(max(at, half), f.width-half)
			g.c.text(at, g.area.bottom()+6+f.small(), label, face{size: f.small(), anchor: "middle", fill: colourMuted})
		}
	}
	for y, cut := range m.YCuts {
		if y%every(f.small()*leading, g.h) == 0 {
			g.c.text(g.area.x-8, g.area.bottom()-(float64(y)+0.5)*g.h+f.small()*0.35, fit(p.cut(cut, m.Y), f.small(), g.area.x-8), face{size: f.small(), anchor: "end", fill: colourMuted})
		}
	}
	title := wrap(p.factorUnit(m.X)+" →", f.size*boldWidth, f.width, 3)
	y := g.area.bottom() + 8 + f.small() + f.size*1.5
	start := 0.0
	if len(title) == 1 {
		start = max(0, min(g.area.x, f.width-textWidth(title[0], f.size*boldWidth)))
	}
	g.c.lines(start, y, title, face{size: f.size, bold: true})
	g.bottom = y + float64(len(title)-1)*f.size*leading + f.size*0.6
}

// every is how many cells a label of a width takes.
func every(label, room float64) int { return max(1, int(math.Ceil(label/room))) }

// cell draws one cell; rows go up.
func (g *mapGrid) cell(x, y int, group analysis.Group) {
	at := box{g.area.x + float64(x)*g.w, g.area.bottom() - float64(y+1)*g.h, g.w, g.h}
	if group.Leader == analysis.None {
		g.c.rect(at.x, at.y, at.w, at.h, ink{fill: "#f0f2f4", stroke: "#fff", width: 2})
		sign := "–"
		if group.Units > 0 {
			sign = "="
		}
		g.c.text(at.x+at.w/2, at.y+at.h/2+g.f.size*0.35, sign, face{size: g.f.size, anchor: "middle", fill: colourMuted})
		return
	}
	k, sure := lookOf(group.Leader), conclude.Sure(group, g.p.a.Options.Level)
	fill := tint(k.colour, sureTint)
	letters := readableOn(fill)
	style := ink{fill: letters}
	if !sure {
		fill, letters, style = g.hatches[group.Leader], colourText, k.hollow()
	}
	g.c.rect(at.x, at.y, at.w, at.h, ink{fill: fill, stroke: "#fff", width: min(2, g.w/10)})
	g.inside(at, group, sure, style, letters)
}

// inside writes what fits into a cell: the marker with lead and probability, with the lead,
// or alone.
func (g *mapGrid) inside(at box, group analysis.Group, sure bool, style ink, letters string) {
	k := lookOf(group.Leader)
	marker := func(x, y float64) { k.marker(g.c, x, y, 5.2, style) }
	lead, odds := g.p.leadText(g.m.Metric, group), ""
	if group.Probability != nil {
		odds = conclude.Probability(group.Probability[group.Leader], g.p.l.tag)
	}
	for lines := []string{lead, odds}; len(lines) > 0; lines = lines[:len(lines)-1] {
		if lines[len(lines)-1] != "" && g.fitted(at, lines, sure, marker, letters) {
			return
		}
	}
	if r := min(5, min(at.w, at.h)/2-2); r >= 2.5 {
		k.marker(g.c, at.x+at.w/2, at.y+at.h/2, r, style)
	}
}

// fitted writes some lines with the marker beside or above them, if there is room.
func (g *mapGrid) fitted(at box, lines []string, sure bool, marker func(x, y float64), letters string) bool {
	size, wide := g.f.small(), 0.0
	for i, s := range lines {
		wide = max(wide, textWidth(s, size*bolder(i == 0)))
	}
	high := size*leading*float64(len(lines)) + 4
	switch {
	case wide+26 <= at.w-8 && high <= at.h-4: // beside
		x, y := at.x+(at.w-wide-22)/2, at.y+(at.h-high)/2
		g.plate(box{x - 5, y, wide + 32, high}, sure)
		marker(x+7, at.y+at.h/2)
		g.write(x+22+wide/2, y+size, lines, size, letters)
	case wide <= at.w-5 && high+14 <= at.h-4: // above
		y := at.y + (at.h-high-14)/2
		g.plate(box{at.x + (at.w-wide)/2 - 2, y, wide + 4, high + 14}, sure)
		marker(at.x+at.w/2, y+8)
		g.write(at.x+at.w/2, y+14+size, lines, size, letters)
	default:
		return false
	}
	return true
}

func bolder(yes bool) float64 {
	if yes {
		return boldWidth
	}
	return 1
}

// plate is white paper under words on hatching.
func (g *mapGrid) plate(b box, sure bool) {
	if !sure {
		g.c.rect(b.x, b.y, b.w, b.h, ink{fill: "#ffffff", opacity: 0.86})
	}
}

func (g *mapGrid) write(x, y float64, lines []string, size float64, letters string) {
	for i, s := range lines {
		g.c.text(x, y+float64(i)*size*leading, s, face{size: size, anchor: "middle", fill: letters, bold: i == 0})
	}
}

// leadText is by how much a group's leader is ahead.
func (p *StudyPage) leadText(m model.Metric, g analysis.Group) string {
	return p.l.number(g.Lead.Mean, conclude.Decimals(m, g.Lead))
}

// mapTable is the map in numbers.
func (p *StudyPage) mapTable(m analysis.Measure) *table {
	l := p.l
	t := &table{Caption: p.mapTitle(m), Numeric: true, Head: []string{l.say("Casilla", "Cell"), l.say("En cabeza", "In the lead"), l.say("Ventaja e intervalo", "Lead and interval"), l.say("Puntos", "Points")}}
	for y, row := range m.Map.Groups {
		for x, g := range row {
			head := cell{Lines: []line{{p.factor(m.Map.X) + ": " + p.cut(m.Map.XCuts[x], m.Map.X), plainLine}, {p.factor(m.Map.Y) + ": " + p.cut(m.Map.YCuts[y], m.Map.Y), plainLine}}}
			lead := words(orDash(""))
			if g.Leader != analysis.None {
				lead = p.groupEstimate(m.Metric, g.Lead)
			}
			t.add(head, p.leaderCell(m.Metric, g), lead, words(l.number(float64(g.Points), 0)))
		}
	}
	return t
}
