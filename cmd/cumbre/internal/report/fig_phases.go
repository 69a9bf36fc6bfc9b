package report

import "cumbre/model"

// phaseFills shade the phases: waiting is warm, work is cool, and every other
// one is hatched, so that neighbours differ without colour.
var phaseFills = [model.NumPhases]struct {
	fill  string
	hatch bool
}{
	model.Procedure:   {"#57606a", false},
	model.Working:     {"#0072b2", false},
	model.PeopleWait:  {"#d55e00", false},
	model.Consulting:  {"#009e73", true},
	model.MeetingWait: {"#e69f00", false},
	model.Negotiating: {"#a34a83", true},
	model.Ratifying:   {"#56b4e9", false},
	model.LaidAside:   {"#8c6d46", true},
}

// phasesFigure draws where a mandate's days go, a stacked bar per design.
func phasesFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	d := drawing{
		canvas: c,
		title:  l.say("Dónde se va el tiempo: días por mandato emitido", "Where time goes: days per mandate issued"),
		caption: l.say("Media de días que un mandato emitido pasa en cada fase hasta que se cumple, se pierde o llega el final del horizonte. Un mandato está siempre en una sola fase, así que los tramos suman su vida.",
			"Mean days that a mandate issued spends in each phase until it is fulfilled, lost, or the horizon ends. A mandate is always in exactly one phase, so the segments add up to its life."),
		data: v.phaseTable(),
	}
	d.desc = d.title + ". " + d.caption
	fills := make([]string, model.NumPhases)
	var entries []swatch
	for p := range model.NumPhases {
		fills[p] = phaseFills[p].fill
		if phaseFills[p].hatch {
			fills[p] = c.hatch("phase-"+f.suffix()+"-"+num(float64(p)), phaseFills[p].fill)
		}
		entries = append(entries, areaSwatch(l.in(model.PhaseNames[p]), fills[p], 0))
	}
	y := c.key(f, 0, entries) + 2
	top := 0.0
	for i := range v.c.Designs {
		top = max(top, v.phaseTotal(i))
	}
	const ticks = 6
	room := textWidth(l.number(top, 0), f.size*boldWidth) + 10
	bar, label := f.size*2, f.size*1.7
	x := newScale(0, max(top, 1), 1, f.width-room)
	area := box{0, y, f.width - room, float64(len(v.c.Designs)) * (bar + label + 4)}
	plot{c, f, v, area, x, scale{}}.xAxis(ticks, l.number)
	for i := range v.c.Designs {
		k := lookOf(i)
		k.marker(c, 6, y+label-f.size*0.75, 5, k.solid())
		c.text(18, y+label-f.size*0.4, fit(v.name(i), f.size*boldWidth, f.width-18), face{size: f.size, bold: true})
		v.drawPhases(c, f, x, y+label, bar, i, fills)
		y += bar + label + 4
	}
	c.text(0, area.bottom()+f.size*2.6, l.say("días por mandato", "days per mandate"), face{size: f.small(), fill: colourMuted})
	c.height = area.bottom() + f.size*3
	return d
}

func (v *view) phaseTotal(design int) float64 {
	sum := 0.0
	for _, e := range v.c.Designs[design].Phases {
		sum += defined(e.Mean)
	}
	return sum
}

// drawPhases draws one bar; a segment wide enough carries its days.
func (v *view) drawPhases(c *canvas, f frame, x scale, y, height float64, design int, fills []string) {
	from := 0.0
	for p, e := range v.c.Designs[design].Phases {
		days := defined(e.Mean)
		left, right := x.at(from), x.at(from+days)
		c.rect(left, y, right-left, height, ink{fill: fills[p], stroke: "#fff", width: 1.2})
		label := v.l.number(days, 0)
		if w := textWidth(label, f.small()) + 6; right-left > w {
			c.plate((left+right)/2, y+height/2, w, label, f, phaseFills[p].fill, phaseFills[p].hatch)
		}
		from += days
	}
	c.text(x.at(from)+6, y+height/2+f.size*0.35, v.l.number(from, 0), face{size: f.size, bold: true})
}

// plate writes a number on a filled area: white on dark, dark on light, and on
// a plain ground where the area is hatched.
func (c *canvas) plate(x, y, width float64, label string, f frame, fill string, hatched bool) {
	if hatched {
		c.rect(x-width/2, y-f.small()*0.7, width, f.small()*1.4, ink{fill: fill})
	}
	c.text(x, y+f.small()*0.35, label, face{size: f.small(), anchor: "middle", fill: readableOn(fill), bold: true})
}
