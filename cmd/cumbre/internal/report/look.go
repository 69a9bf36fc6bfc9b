package report

import "math"

// The figures' neutral colours. Text and rules are dark on white paper: a
// printed page has no dark mode.
const (
	colourText  = "#1b1f24"
	colourMuted = "#57606a" // 6:1 on white
	colourRule  = "#8c959f"
	colourGrid  = "#e4e7eb"
	fontFamily  = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
	leading     = 1.25 // line height over font size
)

// look is how a design is drawn: never by colour alone.
type look struct {
	colour, dash string
	marker       func(c *canvas, x, y, r float64, p ink)
}

// looks are the designs' looks in order. The baseline is ink-dark, the others
// take the colour-blind safe palette of Okabe and Ito (2008), without its
// yellow, which vanishes on white.
var looks = []look{
	{"#3b434b", "", disc},
	{"#0072b2", "7 3", square},
	{"#d55e00", "2 2.5", triangle},
	{"#009e73", "9 3 2 3", diamond},
	{"#cc79a7", "12 4", wedge},
	{"#e69f00", "4 2", disc},
	{"#56b4e9", "1 3", square},
}

func lookOf(position int) look { return looks[position%len(looks)] }

func disc(c *canvas, x, y, r float64, p ink) { c.circle(x, y, r, p) }

func square(c *canvas, x, y, r float64, p ink) {
	r *= 0.9 // same visual weight as the disc
	c.rect(x-r, y-r, 2*r, 2*r, p)
}

func triangle(c *canvas, x, y, r float64, p ink) { c.regular(x, y, 1.25*r, 3, -math.Pi/2, p) }

func wedge(c *canvas, x, y, r float64, p ink) { c.regular(x, y, 1.25*r, 3, math.Pi/2, p) }

func diamond(c *canvas, x, y, r float64, p ink) { c.regular(x, y, 1.25*r, 4, 0, p) }

// regular draws a regular polygon with its first corner at an angle.
func (c *canvas) regular(x, y, r float64, corners int, angle float64, p ink) {
	all := make([]point, corners)
	for i := range all {
		a := angle + 2*math.Pi*float64(i)/float64(corners)
		all[i] = point{x + r*math.Cos(a), y + r*math.Sin(a)}
	}
	c.polygon(all, p)
}

// solid and hollow are the two states of a marker: a difference that is real,
// or depth in norms; one that is not, or effective depth.
func (k look) solid() ink  { return ink{fill: k.colour, stroke: "#fff", width: 1} }
func (k look) hollow() ink { return ink{fill: "#fff", stroke: k.colour, width: 1.8} }
