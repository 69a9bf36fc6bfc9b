package report

import (
	"strconv"
	"strings"

	"cumbre/model"
)

// calendarFigure draws the facts that a run is given on one time axis: who
// holds the presidency, who governs, and what happens.
func calendarFigure(v *view, f frame) drawing {
	l, c, spec := v.l, &canvas{width: f.width}, v.c.Spec
	d := drawing{
		canvas: c,
		title:  l.say("El calendario que reciben todas las corridas", "The calendar that every run is given"),
		caption: l.say("Arriba, presidencia pro tempore (PPT) según los datos: después rota en el modelo. Debajo, el gobierno de cada miembro (tramo claro: mandato futuro o previsto). Los números remiten a los acontecimientos de la tabla.",
			"Top: the presidency pro tempore (PPT) on record; after that it rotates inside the model. Below: each member's government (light: a future or scheduled term). Numbers refer to the events in the table."),
	}
	d.desc = d.title + ". " + d.caption
	left := 58.0
	area := box{left, 4, f.width - left - 4, 0}
	t := timeline{v, c, f, newScale(float64(spec.Start), float64(spec.End), area.x, area.right()), area.y}
	t.presidency()
	for _, m := range spec.Members {
		t.governments(m)
	}
	t.events()
	area.h = t.y - area.y
	t.axis(area)
	c.height = t.y + f.size*1.8
	return d
}

// timeline is the calendar under construction, from the top down.
type timeline struct {
	v *view
	c *canvas
	f frame
	x scale
	y float64
}

func (t *timeline) rowHeight() float64 { return t.f.size * 1.75 }

func (t *timeline) row(label string) (y float64) {
	y = t.y
	t.c.text(0, y+t.rowHeight()*0.64, fit(label, t.f.small(), 54), face{size: t.f.small(), bold: true})
	t.y += t.rowHeight() + 4
	return y
}

// block draws one stretch of time with its label, if there is room for it.
func (t *timeline) block(y float64, from, to model.Date, label, fill string) {
	spec := t.v.c.Spec
	from, to = max(from, spec.Start), min(to, spec.End)
	if from >= to {
		return
	}
	x1, x2 := t.x.at(float64(from)), t.x.at(float64(to))
	t.c.rect(x1, y, x2-x1, t.rowHeight(), ink{fill: fill, stroke: "#fff", width: 1.5})
	size := t.f.small() - 1
	if short := shortName(label, size, x2-x1-4); len([]rune(short)) > 3 || short == label {
		t.c.text((x1+x2)/2, y+t.rowHeight()*0.65, short, face{size: size, anchor: "middle", fill: readableOn(fill)})
	}
}

// The shades of neighbouring blocks, and of what lies in the future.
var blockFills = [2]string{"#bcd3e6", "#d6e4f0"}

const futureFill = "#f1f3f5"

// presidencyDays is how long the last presidency on record is drawn: a year,
// as the treaty says; in the model its end is endogenous.
const presidencyDays model.Date = 365

func (t *timeline) presidency() {
	spec := t.v.c.Spec
	history := spec.Presidency.History
	if len(history) == 0 {
		return
	}
	y := t.row(t.v.l.say("PPT", "PPT"))
	for i, term := range history {
		end := spec.End
		if i+1 < len(history) {
			end = history[i+1].Start
		} else {
			end = min(end, term.Start+presidencyDays)
		}
		t.block(y, term.Start, end, t.v.code(term.Member), blockFills[i%2])
	}
}

func (t *timeline) governments(m model.MemberSpec) {
	if len(m.Terms) == 0 {
		return
	}
	y := t.row(m.Code)
	for i, term := range m.Terms {
		end := t.v.c.Spec.End
		if i+1 < len(m.Terms) {
			end = m.Terms[i+1].Start
		}
		fill := blockFills[i%2]
		if term.Scheduled {
			fill = futureFill
		}
		t.block(y, term.Start, end, term.Name, fill)
	}
}

// events marks each event with its number, in as many rows as keep the
// numbers apart.
func (t *timeline) events() {
	var ends []float64 // right end of the last number in each row
	top := t.y + 4
	for i, e := range t.v.c.Spec.Events {
		if e.Date < t.v.c.Spec.Start || e.Date >= t.v.c.Spec.End {
			continue // the table has it
		}
		x := t.x.at(float64(e.Date))
		row := 0
		for row < len(ends) && ends[row] > x-10 {
			row++
		}
		if row == len(ends) {
			ends = append(ends, 0)
		}
		ends[row] = x + 10
		y := top + float64(row)*22
		t.c.circle(x, y+9, 9, ink{fill: "#8a3b12"})
		t.c.text(x, y+13, strconv.Itoa(i+1), face{size: 12, anchor: "middle", fill: "#ffffff", bold: true})
	}
	if len(ends) > 0 {
		t.c.text(0, top+13, fit(t.v.l.say("Hechos", "Events"), t.f.small(), 56), face{size: t.f.small(), bold: true})
		t.y = top + float64(len(ends))*22
	}
}

func (t *timeline) axis(area box) {
	first, last := t.v.c.Spec.Start.Year(), (t.v.c.Spec.End - 1).Year()
	room := textWidth("2000", t.f.small()) + 10
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50} {
		if float64(step)*area.w/float64(last-first+1) >= room {
			break
		}
	}
	for year := first; year <= last; year++ {
		x := t.x.at(float64(model.NewDate(year, 1, 1)))
		if year%step != 0 || x < area.x {
			continue
		}
		t.c.line(x, area.y, x, area.bottom()+4, ink{stroke: colourRule, width: 0.6, opacity: 0.7})
		t.c.text(min(x, area.right()-room/2+4), area.bottom()+4+t.f.small(), strconv.Itoa(year), face{size: t.f.small(), anchor: "middle", fill: colourMuted})
	}
}

// code returns a member's code; an index out of the list reads as a number.
func (v *view) code(member int) string {
	if member >= 0 && member < len(v.c.Spec.Members) {
		return v.c.Spec.Members[member].Code
	}
	return strconv.Itoa(member)
}

// shortName leaves first names out until a head of state's name fits; a numeral
// for the term goes first.
func shortName(name string, size, width float64) string {
	name, _, _ = strings.Cut(name, " (")
	words := strings.Fields(name)
	for i := range words {
		if short := strings.Join(words[i:], " "); textWidth(short, size) <= width || i == len(words)-1 {
			return fit(short, size, width)
		}
	}
	return ""
}
