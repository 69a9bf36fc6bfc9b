package odd

import (
	"slices"
	"strings"

	"cumbre/model"
)

// changes says what a scenario changes in the one it extends, old beside new.
func (a addendum) changes() string {
	if a.Base == nil {
		return a.say(
			"El escenario está completo y no extiende otro: lo que fija se lee en las secciones que siguen, frente a los valores del registro.",
			"The scenario stands alone and extends no other: what it sets is in the sections that follow, against the registry's defaults.")
	}
	base := inputs{a.tongue, a.Base}
	parts := []part{
		{a.say("Horizonte", "Horizon"), a.changedHorizon()},
		{a.say("Parámetros", "Parameters"), a.changedParameters()},
		{a.say("Interruptores", "Switches"), a.changedSwitches()},
	}
	there, here := slices.Concat(base.starts(), base.data()), slices.Concat(a.starts(), a.data())
	for i, p := range here {
		if p.title == a.ownTitle() {
			parts = append(parts, part{p.title, a.changedOwn()})
			continue
		}
		parts = append(parts, part{p.title, a.difference(there[i].table, p.table)})
	}
	parts = append(parts, part{a.say("Diseños", "Designs"), a.difference(base.designTable(a.Base.Designs), a.designTable(a.Spec.Designs))})
	text := written(parts)
	if text == "" {
		return a.say("Nada: sólo título, pregunta y fuente son otros que los de ", "Nothing: only title, question and source differ from those of ") + code(a.Chain[0]) + "."
	}
	return a.say("Frente a ", "Against ") + code(a.Chain[0]) + a.say(
		", que es lo que extiende. Un renglón con − es de aquél y falta aquí; uno con + es de aquí y falta en aquél.",
		", which it extends. A row with − is of that one and missing here; one with + is of this one and missing there.") + "\n\n" + text
}

func (a addendum) changedHorizon() *table {
	t := a.oldAndNew(a.say("qué", "what"))
	if there, here := a.horizon(a.Base), a.horizon(a.Spec); there != here {
		t.add(a.say("horizonte", "horizon"), there, here)
	}
	return t
}

// oldAndNew starts a table of what was and what is.
func (a addendum) oldAndNew(what string, more ...string) *table {
	return columns(append([]string{what, a.say("en ", "in ") + code(a.Chain[0]), a.say("aquí", "here")}, more...)...)
}

func (a addendum) changedParameters() *table {
	t := a.valuesThatMoved(a.say("parámetro", "parameter"))
	for _, p := range model.Params() {
		if there, here := a.Base.Values[p], a.Spec.Values[p]; there != here {
			t.add(append([]string{code(p.String()), a.number(there), a.number(here)}, a.known(p)...)...)
		}
	}
	return t
}

// changedOwn lists the values of single members that are others than before, whether
// the member or the scenario set them then. A member that is new has only new ones.
func (a addendum) changedOwn() *table {
	t := a.valuesThatMoved(a.say("miembro y parámetro", "member and parameter"))
	for _, m := range a.Spec.Members {
		was := slices.IndexFunc(a.Base.Members, func(o model.MemberSpec) bool { return o.Code == m.Code })
		for _, p := range model.Params() {
			here, own := valueOf(a.Spec, m, p)
			old := "–"
			if was >= 0 {
				there, owned := valueOf(a.Base, a.Base.Members[was], p)
				if there == here {
					continue
				}
				own, old = own || owned, a.number(there)
			}
			if own {
				t.add(append([]string{code(m.Code + "." + p.String()), old, a.number(here)}, a.known(p)...)...)
			}
		}
	}
	return t
}

// valueOf is the value a member has at the start, and whether it is its own.
func valueOf(s *model.Spec, m model.MemberSpec, p model.Param) (x float64, own bool) {
	if i := slices.IndexFunc(m.Set, func(s model.Setting) bool { return s.Param == p }); i >= 0 {
		return m.Set[i].Value, true
	}
	return s.Values[p], false
}

// valuesThatMoved starts a table of parameters, old beside new; known completes a row
// with what the registry says.
func (a addendum) valuesThatMoved(what string) *table {
	return a.oldAndNew(what, a.say("registro", "registry"), a.say("rango", "range"), a.say("límites", "limits"), a.say("unidad", "unit"),
		a.say("procedencia del valor del registro", "provenance of the registry's default"), a.say("qué es", "meaning"))
}

func (t tongue) known(p model.Param) []string {
	i := p.Info()
	return []string{t.number(i.Default), t.plausible(i), t.span(i.Min, i.Max), orDash(t.unit(i.Unit)), t.provenance(i.From), i.Text.In(t.lang)}
}

func (a addendum) changedSwitches() *table {
	t := a.oldAndNew(a.say("interruptor", "switch"), a.say("qué es", "meaning"))
	state := func(s *model.Spec, m model.Mechanism) string {
		if s.Off.On(m) {
			return a.say("encendido", "on")
		}
		return a.say("apagado", "off")
	}
	for _, m := range model.Mechanisms() {
		if there, here := state(a.Base, m), state(a.Spec, m); there != here {
			t.add(code(m.String()), there, here, m.Info().Text.In(a.lang))
		}
	}
	return t
}

// difference lists the rows of two tables that only one of them has. Tables with other
// columns (one more member) have no row in common.
func (a addendum) difference(there, here *table) *table {
	d := columns(append([]string{" "}, here.head...)...)
	same := slices.Equal(there.head, here.head)
	without := func(sign string, rows, others [][]string) {
		for _, r := range rows {
			if !slices.ContainsFunc(others, func(o []string) bool { return slices.Equal(o, r) }) {
				d.add(append([]string{sign}, r...)...)
			}
		}
	}
	if !same {
		without("+", here.rows, nil)
		return d
	}
	without("−", there.rows, here.rows)
	without("+", here.rows, there.rows)
	return d
}

// designTable lists designs with what they set.
func (t tongue) designTable(designs []model.Design) *table {
	all := columns(t.say("diseño", "design"), t.say("qué es", "what it is"), t.say("desde", "from"), t.say("fija", "sets"), t.say("fuente", "source"))
	for _, d := range designs {
		from := t.say("el inicio", "the start")
		if d.From != 0 {
			from = d.From.String()
		}
		var set []string
		for _, s := range d.Set {
			set = append(set, code(s.Param.String())+" = "+t.number(s.Value))
		}
		for b, r := range d.Rules {
			if r != nil {
				set = append(set, code(model.Body(b).String())+": "+code(r.String()))
			}
		}
		all.add(code(d.Name), strings.TrimSpace(d.Title.In(t.lang)+". "+d.Description.In(t.lang)), from, orDash(strings.Join(set, "; ")), orDash(d.Source))
	}
	return all
}

// departures lists every value that is not the registry's, whoever sets it: the
// scenario, what it extends, a member or an event.
func (a addendum) departures() string {
	t := columns(a.say("parámetro", "parameter"), a.say("registro", "registry"), a.say("aquí", "here"), a.say("unidad", "unit"), a.say("quién lo fija", "set by"),
		a.say("procedencia del valor del registro", "provenance of the registry's default"), a.say("qué es", "meaning"))
	row := func(s model.Setting, by string) {
		if i := s.Param.Info(); s.Value != i.Default {
			t.add(code(i.Name), a.number(i.Default), a.number(s.Value), orDash(a.unit(i.Unit)), by, a.provenance(i.From), i.Text.In(a.lang))
		}
	}
	for _, p := range model.Params() {
		row(model.Setting{Param: p, Value: a.Spec.Values[p]}, a.say("el escenario", "the scenario"))
	}
	for _, m := range a.Spec.Members {
		for _, s := range m.Set {
			row(s, code(m.Code))
		}
	}
	for _, e := range a.Spec.Events {
		for _, s := range e.Set {
			row(s, a.say("el evento ", "event ")+code(orDash(e.ID))+a.say(" del ", " of ")+e.Date.String())
		}
	}
	return strings.Join(slices.DeleteFunc([]string{t.String(), a.off()}, func(s string) bool { return s == "" }), "\n")
}

// off lists the mechanisms that do not work in the scenario.
func (a addendum) off() string {
	t := columns(a.say("interruptor apagado", "switch that is off"), a.say("qué es", "meaning"))
	for _, m := range model.Mechanisms() {
		if !a.Spec.Off.On(m) {
			t.add(code(m.String()), m.Info().Text.In(a.lang))
		}
	}
	return t.String()
}
