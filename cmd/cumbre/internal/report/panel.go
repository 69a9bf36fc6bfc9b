package report

import "strconv"

// frame is the sheet a figure is drawn on: a page or a telephone.
type frame struct {
	width  float64
	size   float64 // of text
	narrow bool
}

// The two sheets. A page is as wide as the text column; a telephone shows its
// drawing almost one to one, so that 12 units are 12 pixels.
var (
	pageFrame  = frame{width: 720, size: 14}
	phoneFrame = frame{width: 344, size: 13, narrow: true}
)

// suffix tells the two drawings of a figure apart in identifiers.
func (f frame) suffix() string {
	if f.narrow {
		return "phone"
	}
	return "page"
}

// small is the size of axis and key text.
func (f frame) small() float64 { return f.size - 1 }

// box is a rectangle on the paper.
type box struct{ x, y, w, h float64 }

func (b box) right() float64  { return b.x + b.w }
func (b box) bottom() float64 { return b.y + b.h }

// grid places n panels of a height, columns to a row at most, from y down.
func grid(f frame, n, columns int, y, height, gap float64) []box {
	if f.narrow {
		columns = 1
	}
	columns = min(columns, max(n, 1))
	if n == columns+1 && columns == 3 {
		columns = 2 // four panels: two by two
	}
	w := (f.width - gap*float64(columns-1)) / float64(columns)
	all := make([]box, n)
	for i := range all {
		all[i] = box{float64(i%columns) * (w + gap), y + float64(i/columns)*(height+gap*0.6), w, height}
	}
	return all
}

// plot is a pair of axes in a box.
type plot struct {
	c    *canvas
	f    frame
	v    *view
	area box
	x, y scale
}

// panels places one panel per design, columns to a row at most, from y down,
// writes the designs' names over them, and returns what is left of each: boxes
// of the height.
func (v *view) panels(c *canvas, f frame, columns int, y, height, gap float64) []box {
	width := grid(f, len(v.c.Designs), columns, 0, 0, gap)[0].w
	title, most := 0.0, 2
	names := make([][]string, len(v.c.Designs))
	for i := range names {
		names[i] = wrap(v.name(i), f.size*boldWidth, width-18, most)
		title = max(title, (float64(len(names[i])-1)*leading+1.7)*f.size)
	}
	boxes := grid(f, len(v.c.Designs), columns, y, title+height, gap)
	for i, b := range boxes {
		k := lookOf(i)
		top := b.y + title - (float64(len(names[i])-1)*leading+1.7)*f.size // short names sit close to their panel
		k.marker(c, b.x+6, top+f.size*0.65, 5, k.solid())
		c.lines(b.x+18, top+f.size, names[i], face{size: f.size, bold: true})
		boxes[i] = box{b.x, b.y + title, b.w, height}
	}
	return boxes
}

// yAxis draws horizontal grid lines with their values at the left.
func (p plot) yAxis(n int) {
	values, decimals := p.y.ticks(n)
	for _, t := range values {
		at := p.y.at(t)
		colour := colourGrid
		if t == 0 {
			colour = colourRule
		}
		p.c.line(p.area.x, at, p.area.right(), at, ink{stroke: colour, width: 1})
		p.c.text(p.area.x-6, at+p.f.small()*0.35, p.v.l.number(t, decimals),
			face{size: p.f.small(), anchor: "end", fill: colourMuted})
	}
}

// yAxisWidth returns the room that yAxis needs left of the area.
func (v *view) yAxisWidth(f frame, s scale, n int) float64 {
	values, decimals := s.ticks(n)
	w := 0.0
	for _, t := range values {
		w = max(w, textWidth(v.l.number(t, decimals), f.small()))
	}
	return w + 8
}

// years labels calendar years below the area, as many as fit.
func (p plot) years(first, n int) {
	room := textWidth("2000", p.f.small()) + 10
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50} {
		if float64(step)*p.area.w/float64(max(n-1, 1)) >= room {
			break
		}
	}
	for year := first; year < first+n; year++ {
		if year%step != 0 && n > 1 {
			continue
		}
		x := p.x.at(float64(year))
		p.c.line(x, p.area.bottom(), x, p.area.bottom()+4, ink{stroke: colourRule, width: 1})
		inside := min(x, p.f.width-textWidth("2000", p.f.small())/2)
		p.c.text(inside, p.area.bottom()+4+p.f.small(), strconv.Itoa(year), face{size: p.f.small(), anchor: "middle", fill: colourMuted})
	}
}

// xAxis draws vertical grid lines with their values below.
func (p plot) xAxis(n int, write func(x float64, decimals int) string) {
	values, decimals := p.x.ticks(n)
	for _, t := range values {
		at := p.x.at(t)
		p.c.line(at, p.area.y, at, p.area.bottom(), ink{stroke: colourGrid, width: 1})
		label := write(t, decimals)
		inside := max(at, textWidth(label, p.f.small())/2) // the first label may not run off the paper
		p.c.text(inside, p.area.bottom()+4+p.f.small(), label, face{size: p.f.small(), anchor: "middle", fill: colourMuted})
	}
}

// yearPoints maps one value per year to points.
func (p plot) yearPoints(first, n int, value func(i int) float64) []point {
	all := make([]point, n)
	for i := range all {
		all[i] = point{p.x.at(float64(first + i)), p.y.at(value(i))}
	}
	return all
}
