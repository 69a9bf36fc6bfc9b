package report

import "cumbre/model"

// vetoesFigure draws who vetoes where: a heat table of bodies and members per
// design, with the number in every cell.
func vetoesFigure(v *view, f frame) drawing {
	l, c := v.l, &canvas{width: f.width}
	d := drawing{
		canvas: c,
		title:  l.say("Vetos por órgano y miembro", "Vetoes by body and member"),
		caption: v.either(l.say("Vetos en la única réplica", "Vetoes in the only replication"), l.say("Media de vetos por réplica", "Mean vetoes per replication")) + l.say(" y, debajo, qué parte de los votos de ese miembro en ese órgano fueron vetos. Cuanto más oscuro, más vetos; la misma escala en todos los diseños. ",
			" and, below, the share of that member's votes in that body that were vetoes. The darker, the more vetoes; the same scale in all designs. ") + v.bodiesKey(),
		data: v.vetoTable(),
	}
	d.desc = d.title + ". " + d.caption
	bodies, members := v.votingBodies(), v.members()
	if len(bodies) == 0 || members == 0 {
		return v.empty(d, f, l.say("Ningún órgano votó.", "No body voted."))
	}
	top := 0.0
	for _, r := range v.c.Designs {
		for _, b := range bodies {
			for m := range members {
				top = max(top, r.Vetoes[b][m])
			}
		}
	}
	columns := 3
	if members > 5 {
		columns = 1
	}
	h := heatTable{v, c, f, bodies, members, top}
	boxes := v.panels(c, f, columns, 0, h.height(), 20)
	for i, b := range boxes {
		h.draw(b, i)
	}
	c.height = boxes[len(boxes)-1].bottom() + 2
	return d
}

// votingBodies returns the bodies in which anybody voted, from the bottom up.
func (v *view) votingBodies() []model.Body {
	var all []model.Body
	for b := range model.NumBodies {
		votes := 0.0
		for _, r := range v.c.Designs {
			for m := range model.MaxMembers {
				votes += r.Vetoes[b][m] + r.Consents[b][m]
			}
		}
		if votes > 0 {
			all = append(all, b)
		}
	}
	return all
}

// members returns the number of members that any design ended with.
func (v *view) members() int {
	n := 0
	for _, r := range v.c.Designs {
		n = max(n, r.Members)
	}
	return min(n, len(v.c.Spec.Members))
}

func (v *view) bodiesKey() string {
	var all []string
	for _, b := range v.votingBodies() {
		short, long := v.l.in(b.Info().Short), v.l.in(b.Info().Text)
		if short != long {
			all = append(all, short+": "+long)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return capital(v.l.list(all)) + "."
}

// heatTable is the geometry that all panels share.
type heatTable struct {
	v       *view
	c       *canvas
	f       frame
	bodies  []model.Body
	members int
	top     float64 // the number that is darkest
}

func (h heatTable) rowHeight() float64 { return h.f.size * 2.7 }

func (h heatTable) height() float64 {
	return h.f.size*1.6 + h.rowHeight()*float64(len(h.bodies)) + 6
}

func (h heatTable) draw(b box, design int) {
	labels := 0.0
	for _, body := range h.bodies {
		labels = max(labels, textWidth(h.v.l.in(body.Info().Short), h.f.small())+8)
	}
	w := min((b.w-labels)/float64(h.members), 76)
	for m := range h.members {
		code := fit(h.v.c.Spec.Members[m].Code, h.f.small(), w)
		h.c.text(b.x+labels+(float64(m)+0.5)*w, b.y+h.f.size, code, face{size: h.f.small(), anchor: "middle", fill: colourMuted})
	}
	y := b.y + h.f.size*1.6
	for _, body := range h.bodies {
		h.c.text(b.x, y+h.rowHeight()/2+h.f.small()*0.35, h.v.l.in(body.Info().Short), face{size: h.f.small()})
		for m := range h.members {
			h.cell(box{b.x + labels + float64(m)*w, y, w, h.rowHeight()}, design, body, m)
		}
		y += h.rowHeight()
	}
}

func (h heatTable) cell(b box, design int, body model.Body, member int) {
	r := h.v.c.Designs[design]
	vetoes, votes := r.Vetoes[body][member], r.Vetoes[body][member]+r.Consents[body][member]
	if votes == 0 {
		h.c.rect(b.x, b.y, b.w, b.h, ink{fill: "#ffffff", stroke: colourGrid, width: 1})
		return
	}
	share := 0.0
	if h.top > 0 {
		share = vetoes / h.top
	}
	fill := heat(0.04 + 0.96*share)
	h.c.rect(b.x, b.y, b.w, b.h, ink{fill: fill, stroke: "#fff", width: 2})
	text := readableOn(fill)
	decimals := 0
	if h.top < 20 {
		decimals = 1
	}
	h.c.text(b.x+b.w/2, b.y+h.f.size*1.15, fit(h.v.l.number(vetoes, decimals), h.f.size, b.w), face{size: h.f.size, anchor: "middle", fill: text, bold: true})
	h.c.text(b.x+b.w/2, b.y+h.f.size*2.2, h.v.l.percent(vetoes/votes, 0), face{size: h.f.small() - 1, anchor: "middle", fill: text})
}
