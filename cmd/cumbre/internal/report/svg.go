package report

import (
	"math"
	"strconv"
	"strings"
)

// canvas is an SVG drawing under construction. A shape with an undefined
// coordinate (NaN, infinite) is not drawn: an estimate that does not exist has
// no place on the paper. All lengths are in user units, which are CSS pixels at
// the figure's natural width.
type canvas struct {
	width, height float64
	body          strings.Builder
	defs          strings.Builder
}

// ink says how a shape is painted; zero fields are left out.
type ink struct {
	fill    string // "" means none
	stroke  string
	width   float64 // of the stroke
	dash    string
	opacity float64 // 0 means opaque
}

// face says how text is set.
type face struct {
	size   float64
	anchor string // "", "middle" or "end"
	fill   string // "" means the text colour
	bold   bool
	italic bool
}

type point struct{ x, y float64 }

func (c *canvas) line(x1, y1, x2, y2 float64, p ink) {
	if finite(x1, y1, x2, y2) {
		c.shape("line", p, "x1", num(x1), "y1", num(y1), "x2", num(x2), "y2", num(y2))
	}
}

// rect draws a rectangle; a negative width or height is drawn from the other side.
func (c *canvas) rect(x, y, w, h float64, p ink) {
	if !finite(x, y, w, h) {
		return
	}
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	c.shape("rect", p, "x", num(x), "y", num(y), "width", num(w), "height", num(h))
}

func (c *canvas) circle(x, y, r float64, p ink) {
	if finite(x, y, r) {
		c.shape("circle", p, "cx", num(x), "cy", num(y), "r", num(r))
	}
}

// polyline draws a line through the points, interrupted where one is undefined.
func (c *canvas) polyline(points []point, p ink) {
	var d strings.Builder
	move := true
	for _, q := range points {
		if !finite(q.x, q.y) {
			move = true
			continue
		}
		d.WriteString(command(move))
		d.WriteString(num(q.x) + " " + num(q.y))
		move = false
	}
	if d.Len() > 0 {
		c.shape("path", p, "d", d.String())
	}
}

// polygon draws a closed shape; it is left out if a point is undefined.
func (c *canvas) polygon(points []point, p ink) {
	var d strings.Builder
	for i, q := range points {
		if !finite(q.x, q.y) {
			return
		}
		d.WriteString(command(i == 0))
		d.WriteString(num(q.x) + " " + num(q.y))
	}
	if len(points) > 0 {
		c.shape("path", p, "d", d.String()+"Z")
	}
}

// band fills the space between two lines over the same x, in one piece for
// each stretch on which both are defined.
func (c *canvas) band(low, high []point, p ink) {
	for i := 0; i < len(low); {
		j := i
		for j < len(low) && finite(low[j].x, low[j].y, high[j].y) {
			j++
		}
		if j > i {
			outline := append([]point{}, high[i:j]...)
			for k := j - 1; k >= i; k-- {
				outline = append(outline, low[k])
			}
			c.polygon(outline, p)
		}
		i = max(j, i+1)
	}
}

// text sets one line of text with its baseline at y.
func (c *canvas) text(x, y float64, s string, f face) {
	if !finite(x, y) || s == "" {
		return
	}
	a := []string{"x", num(x), "y", num(y), "font-size", num(f.size)}
	if f.anchor != "" {
		a = append(a, "text-anchor", f.anchor)
	}
	if f.bold {
		a = append(a, "font-weight", "600")
	}
	if f.italic {
		a = append(a, "font-style", "italic")
	}
	fill := f.fill
	if fill == "" {
		fill = colourText
	}
	c.open("text", append(a, "fill", fill)...)
	c.body.WriteString(">" + escape(s) + "</text>\n")
}

// lines sets several lines of text, the first with its baseline at y.
func (c *canvas) lines(x, y float64, all []string, f face) {
	for i, s := range all {
		c.text(x, y+float64(i)*f.size*leading, s, f)
	}
}

// hatch declares a pattern of slanted lines over a colour, for areas that must
// differ without colour, and returns it as a fill.
func (c *canvas) hatch(id, colour string) string {
	c.defs.WriteString(`<pattern id="` + id + `" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
		`<rect width="6" height="6" fill="` + colour + `"/><line x1="0" y1="0" x2="0" y2="6" stroke="#fff" stroke-width="2.2"/></pattern>`)
	return "url(#" + id + ")"
}

// behind draws beneath everything drawn so far.
func (c *canvas) behind(draw func()) {
	front := c.body.String()
	c.body.Reset()
	draw()
	c.body.WriteString(front)
}

// svg returns the whole drawing. The title and description are what a screen
// reader says of it; id must be unique on the page.
func (c *canvas) svg(id, title, desc string) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + num(c.width) + " " + num(c.height) +
		`" width="` + num(c.width) + `" height="` + num(c.height) +
		`" role="img" aria-labelledby="` + id + `-t ` + id + `-d" font-family="` + fontFamily + `">` + "\n")
	b.WriteString(`<title id="` + id + `-t">` + escape(title) + `</title><desc id="` + id + `-d">` + escape(desc) + "</desc>\n")
	if c.defs.Len() > 0 {
		b.WriteString("<defs>" + c.defs.String() + "</defs>\n")
	}
	b.WriteString(c.body.String())
	b.WriteString("</svg>")
	return b.String()
}

func (c *canvas) shape(name string, p ink, attributes ...string) {
	c.open(name, attributes...)
	fill := p.fill
	if fill == "" {
		fill = "none"
	}
	c.attribute("fill", fill)
	if p.stroke != "" {
		c.attribute("stroke", p.stroke)
		c.attribute("stroke-width", num(p.width))
	}
	if p.dash != "" {
		c.attribute("stroke-dasharray", p.dash)
	}
	if p.opacity != 0 {
		c.attribute("opacity", num(p.opacity))
	}
	c.body.WriteString("/>\n")
}

func (c *canvas) open(name string, attributes ...string) {
	c.body.WriteString("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		c.attribute(attributes[i], attributes[i+1])
	}
}

func (c *canvas) attribute(name, value string) {
	c.body.WriteString(" " + name + `="` + escape(value) + `"`)
}

func command(move bool) string {
	if move {
		return "M"
	}
	return "L"
}

// num writes a coordinate with two decimals at most: a hundredth of a pixel.
func num(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64) // +0 turns -0 into 0
}

func finite(all ...float64) bool {
	for _, x := range all {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// escape makes s safe as XML text or attribute; characters that XML forbids
// are replaced, since titles come from files of unknown origin.
func escape(s string) string {
	legal := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return escaper.Replace(legal)
}
