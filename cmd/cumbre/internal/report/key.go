package report

// swatch is one entry of a figure's key: a sample and its words.
type swatch struct {
	label string
	draw  func(c *canvas, x, y float64) // a sample keyWidth wide, centred on y
}

const keyWidth = 26.0

// key draws the entries from left to right, in as many rows as they need,
// starting at y, and returns where the figure may go on.
func (c *canvas) key(f frame, y float64, entries []swatch) float64 {
	const after = 18.0
	x, row := 0.0, f.size*1.5
	y += row / 2
	for _, e := range entries {
		label := fit(e.label, f.small(), f.width-keyWidth-6)
		w := keyWidth + 6 + textWidth(label, f.small())
		if x > 0 && x+w > f.width {
			x, y = 0, y+row
		}
		e.draw(c, x, y)
		c.text(x+keyWidth+6, y+f.small()*0.35, label, face{size: f.small()})
		x += w + after
	}
	return y + row/2 + f.size*0.5
}

func areaSwatch(label, fill string, opacity float64) swatch {
	return swatch{label, func(c *canvas, x, y float64) {
		c.rect(x, y-6, keyWidth, 12, ink{fill: fill, opacity: opacity})
	}}
}

func lineSwatch(label string, p ink) swatch {
	return swatch{label, func(c *canvas, x, y float64) { c.line(x, y, x+keyWidth, y, p) }}
}

// designSwatches shows each design as its line and marker.
func (v *view) designSwatches() []swatch {
	all := make([]swatch, len(v.c.Designs))
	for i := range all {
		k := lookOf(i)
		all[i] = swatch{v.name(i), func(c *canvas, x, y float64) {
			c.line(x, y, x+keyWidth, y, ink{stroke: k.colour, width: 2, dash: k.dash})
			k.marker(c, x+keyWidth/2, y, 4.5, k.solid())
		}}
	}
	return all
}
