package report

import (
	"strings"

	"cumbre/model"
)

// designsSection sets the designs side by side as bundles of parameters.
func (v *view) designsSection() section {
	l := v.l
	s := section{ID: "designs", Title: l.say("Los diseños, palanca por palanca", "The designs, lever by lever")}
	s.add(block{Text: l.say(
		"Un diseño es un paquete de valores de parámetros y nunca una rama del programa: lo que no aparece aquí es igual en todos. Ningún diseño gana por definición.",
		"A design is a bundle of parameter values and never a branch of the program: what is not listed here is equal in all. No design wins by definition.")},
		block{Table: v.describeTable()})
	if t := v.leversTable(); len(t.Rows) > 0 {
		s.add(block{Table: t})
	} else {
		s.add(block{Text: l.say("Los diseños no difieren en ninguna palanca.", "The designs differ in no lever.")})
	}
	return s
}

// describeTable says in words what each design is and where it comes from.
func (v *view) describeTable() *table {
	l := v.l
	t := &table{Caption: l.say("Los diseños comparados", "The designs compared"),
		Head: []string{l.say("Diseño", "Design"), l.say("Qué es", "What it is"), l.say("Desde", "From"), l.say("Fuente", "Source")}}
	for i, r := range v.c.Designs {
		from := words(l.say("el comienzo", "the start"))
		if r.Design.From != 0 {
			from = dated(r.Design.From)
		}
		t.add(cell{Lines: []line{{v.name(i), plainLine}, {r.Design.Name, codeLine}}},
			words(orDash(l.in(r.Design.Description))), from, words(v.source(r.Design.Source)))
	}
	return t
}

// leversTable has a row for each parameter or rule in which designs differ.
func (v *view) leversTable() *table {
	l := v.l
	t := &table{Caption: l.say("En qué difieren (◆: distinto de la base)", "Where they differ (◆: unlike the baseline)"),
		Head: v.designHeads(l.say("Palanca", "Lever"))}
	for _, p := range model.Params() {
		values := make([]float64, len(v.c.Designs))
		differ := false
		for i, r := range v.c.Designs {
			values[i] = v.valueIn(r.Design, p)
			differ = differ || values[i] != values[0]
		}
		if differ {
			t.add(v.paramHead(p), v.lever(values)...)
		}
	}
	for b := range model.NumBodies {
		if row, differ := v.rules(b); differ {
			t.add(words(l.say("Regla de decisión: ", "Decision rule: ")+l.in(b.Info().Text)), row...)
		}
	}
	return t
}

func (v *view) lever(values []float64) []cell {
	cells := make([]cell, len(values))
	for i, x := range values {
		cells[i] = words(v.l.compact(x))
		if x != values[0] {
			cells[i] = cell{Marked: true, Lines: []line{{"◆ " + v.l.compact(x), plainLine}}}
		}
	}
	return cells
}

// valueIn returns a parameter's value under a design.
func (v *view) valueIn(d model.Design, p model.Param) float64 {
	x := v.base(p)
	for _, s := range d.Set {
		if s.Param == p {
			x = s.Value
		}
	}
	return x
}

// base returns a parameter's value in the scenario.
func (v *view) base(p model.Param) float64 {
	if values := v.c.Spec.Values; int(p) < len(values) {
		return values[p]
	}
	return p.Info().Default
}

// rules writes a body's decision rule under every design.
func (v *view) rules(b model.Body) (cells []cell, differ bool) {
	base := v.ruleIn(v.c.Designs[0].Design, b)
	for _, r := range v.c.Designs {
		rule := v.ruleIn(r.Design, b)
		if rule != base {
			differ = true
			cells = append(cells, cell{Marked: true, Lines: []line{{"◆ " + v.ruleText(rule), plainLine}, {rule, codeLine}}})
			continue
		}
		cells = append(cells, cell{Lines: []line{{v.ruleText(rule), plainLine}, {rule, codeLine}}})
	}
	return cells, differ
}

func (v *view) ruleIn(d model.Design, b model.Body) string {
	switch {
	case d.Rules[b] != nil:
		return d.Rules[b].String()
	case v.c.Spec.Rules[b] != nil:
		return v.c.Spec.Rules[b].String()
	}
	return "unanimity"
}

func (v *view) ruleText(rule string) string {
	name, _, _ := strings.Cut(rule, "(")
	for _, t := range model.RuleTypes() {
		if t.Name == name {
			return v.l.in(t.Text)
		}
	}
	return rule
}

// paramHead names a parameter by its meaning, its registry name and its unit.
func (v *view) paramHead(p model.Param) cell {
	info := p.Info()
	c := cell{Lines: []line{{capital(v.l.in(info.Text)), plainLine}, {info.Name, codeLine}}}
	if info.Unit != "" {
		c.Lines = append(c.Lines, line{v.l.unit(info.Unit), quietLine})
	}
	return c
}
