package report

import (
	"html/template"

	"cumbre/cmd/cumbre/internal/robustness"
)

// robustFigure draws in what share of the worlds each design leads, per measure:
// the share with its interval, and the part of it that is clear of chance.
func (v *view) robustFigure(rec robustness.Record) func(*view, frame) drawing {
	return func(v *view, f frame) drawing {
		l, c := v.l, &canvas{width: f.width}
		d := drawing{
			canvas: c,
			title:  v.robustWords().Far(rec) + l.say(": en qué proporción de los mundos va en cabeza cada diseño", ": in what share of the worlds each design leads"),
			caption: capital(v.robustWords().Draw(rec)) + l.say(
				". Marca llena: proporción de los mundos en que el diseño va en cabeza, con su intervalo de Wilson del ", ". Solid mark: share of the worlds in which the design leads, with its Wilson interval at ") +
				v.l.percent(rec.Level, 0) + l.say("; marca hueca: en que además su ventaja es mayor que su propio azar. Lo que falta hasta 100 % son empates y mundos sin valor.",
				"; hollow mark: in which its lead is larger than its own chance besides. What is missing to 100% are ties and worlds without a value.") + v.weightText(rec),
		}
		d.desc = d.title + ". " + d.caption
		d.data = v.sharesTable(rec)
		y := c.key(f, 0, v.designSwatches())
		labels, numbers := 250.0, 112.0
		if f.narrow {
			labels, numbers = 0, 68
		}
		area := box{x: labels + 8, y: y + 4, w: f.width - labels - numbers - 16}
		x := newScale(0, 1, area.x, area.right())
		rows := newCanvasRows(f, area.y)
		for _, m := range rec.Measures {
			rows.metric(v, c, m.Of(), len(m.Leads), labels)
			for i, lead := range m.Leads {
				v.drawLead(c, f, x, rows.next(), i, lead, rec)
			}
			rows.rule(c)
		}
		area.h = rows.y - area.y
		c.behind(func() {
			plot{c, f, v, area, x, scale{}}.xAxis(4, func(share float64, _ int) string { return l.percent(share, 0) })
		})
		c.height = area.bottom() + f.size*2
		return d
	}
}

// weightText says how worlds of a record weigh.
func (v *view) weightText(rec robustness.Record) string {
	if rec.Accepted != nil {
		return v.l.say(" Cada punto aceptado pesa lo mismo.", " Each accepted point weighs the same.")
	}
	return v.l.say(" No son probabilidades: cada valor de un rango pesa lo mismo.", " No probabilities: each value of a range weighs the same.")
}

// drawLead draws one design's row: interval, both marks, the share in figures.
func (v *view) drawLead(c *canvas, f frame, x scale, y float64, design int, lead robustness.Lead, rec robustness.Record) {
	k := lookOf(design)
	c.line(x.at(float64(lead.Low)), y, x.at(float64(lead.High)), y, ink{stroke: k.colour, width: 2})
	k.marker(c, x.at(rec.Part(lead.Clear)), y, 4.2, k.hollow())
	k.marker(c, x.at(float64(lead.Share)), y, 5.2, k.solid())
	c.text(f.width, y+f.small()*0.35, v.robustWords().Percent(float64(lead.Share)), face{size: f.small(), bold: true, anchor: "end"})
}

// sharesTable is the figure in numbers.
func (v *view) sharesTable(rec robustness.Record) *table {
	l := v.l
	t := &table{Caption: l.say("Proporción de los mundos en que va en cabeza cada diseño, intervalo, y con claridad", "Share of the worlds in which each design leads, interval, and clearly"),
		Head: append(v.designHeads(l.say("Medida", "Measure")), l.say("Empate o sin valor", "Tie or no value")), Numeric: true}
	for _, m := range rec.Measures {
		var cells []cell
		for _, lead := range m.Leads {
			c := titled(v.robustWords().Percent(float64(lead.Share)), l.span(100*float64(lead.Low), 100*float64(lead.High), 0))
			c.Lines = append(c.Lines, line{l.say("con claridad ", "clearly ") + v.robustWords().Percent(rec.Part(lead.Clear)), quietLine})
			cells = append(cells, c)
		}
		none := titled(v.robustWords().Percent(rec.Part(m.None())), l.count(m.Ties, "empate", "empates", "tie", "ties")+", "+l.number(float64(m.Undefined), 0)+l.say(" sin valor", " no value"))
		t.add(v.metricHead(m.Of()), append(cells, none)...)
	}
	return t
}

// drawn is a block with a figure that is not in the registry, as it is there only
// for some comparisons.
func (v *view) drawn(name string, draw func(*view, frame) drawing) block {
	wide, narrow := draw(v, pageFrame), draw(v, phoneFrame)
	return block{Figure: &figureBlock{name, wide.title, wide.caption,
		template.HTML(wide.svg(name)), template.HTML(narrow.svg(name + "-phone")), wide.data}}
}
