package odd

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cumbre/model"
	"cumbre/model/machine"
)

// submodel is the number of a mechanism's submodel: they follow the order of the registry, so
// that a new one renumbers the others and every reference to them.
func submodel(name string) (string, error) {
	m, ok := model.MechanismByName(name)
	if !ok {
		return "", fmt.Errorf("no mechanism %q", name)
	}
	return "7." + strconv.Itoa(int(m)+1), nil
}

// mechanism says what a mechanism does and does not when it is off, and lists its
// parameters.
func (a author) mechanism(name string) (string, error) {
	m, ok := model.MechanismByName(name)
	if !ok {
		return "", fmt.Errorf("no mechanism %q", name)
	}
	var mine []model.Param
	for _, p := range model.Params() {
		if p.Info().Mechanism == m {
			mine = append(mine, p)
		}
	}
	return a.say("**Interruptor ", "**Switch ") + code(name) + ".** " + m.Info().Text.In(a.lang) + "\n\n" + a.paramTable(mine), nil
}

func (a author) paramTable(params []model.Param) string {
	t := columns(a.say("parámetro", "parameter"), a.say("valor del registro", "registry default"), a.say("escenario predeterminado", "default scenario"), a.say("rango", "range"), a.say("límites", "limits"), a.say("unidad", "unit"),
		a.say("procedencia", "provenance"), a.say("marcas", "marks"), a.say("qué es", "meaning"), a.say("fuente o razón", "source or reason"))
	for _, p := range params {
		i := p.Info()
		t.add(code(i.Name), a.number(i.Default), a.inDefault(p), a.plausible(i), a.span(i.Min, i.Max), orDash(a.unit(i.Unit)), a.provenance(i.From), a.marks(i), i.Text.In(a.lang), i.SourceIn(a.lang))
	}
	return t.String()
}

// marks says who may set a parameter, and how.
func (t tongue) marks(i model.ParamInfo) string {
	var marks []string
	for _, m := range []struct {
		on   bool
		mark string
	}{{i.Design, "D"}, {i.PerMember, "M"}, {i.Whole, t.say("E", "W")}} {
		if m.on {
			marks = append(marks, m.mark)
		}
	}
	return strings.Join(marks, " ")
}

// provenances counts the parameters by where their defaults come from.
func (a author) provenances() string {
	t := columns(a.say("procedencia", "provenance"), a.say("qué significa", "meaning"), a.say("parámetros", "parameters"))
	for _, p := range []struct {
		from model.Provenance
		text model.Text
	}{
		{model.Data, model.Text{ES: "un hecho de los archivos de hechos, o aritmética sobre ellos", EN: "a fact of the facts files, or arithmetic on them"}},
		{model.Literature, model.Text{ES: "un hallazgo publicado o la cifra de otra organización", EN: "a published finding or another organisation's figure"}},
		{model.Brief, model.Text{ES: "lo afirma el informe de 2021", EN: "stated by the policy brief of 2021"}},
		{model.Assumption, model.Text{ES: "nuestro; tiene un rango plausible", EN: "ours; it has a plausible range"}},
	} {
		n := 0
		for _, q := range model.Params() {
			if q.Info().From == p.from {
				n++
			}
		}
		t.add(a.provenance(p.from), p.text.In(a.lang), strconv.Itoa(n))
	}
	return t.String()
}

func (a author) switches() string {
	t := columns(a.say("interruptor", "switch"), a.say("qué hace, y qué pasa si se apaga", "what it does, and what happens when it is off"))
	for _, m := range model.Mechanisms() {
		t.add(code(m.String()), m.Info().Text.In(a.lang))
	}
	return t.String()
}

func (a author) events() string {
	t := columns(a.say("evento", "event"), a.say("qué ocurre", "what happens"), a.say("argumentos", "arguments"))
	for _, e := range model.EventTypes() {
		var args []string
		for _, f := range e.Fields {
			args = append(args, a.field(f))
		}
		if e.Settings {
			args = append(args, a.say("parámetro: valor, cuantos se quiera", "parameter: value, as many as wanted"))
		}
		t.add(code(e.Name), e.Text.In(a.lang), strings.Join(args, "; "))
	}
	return t.String()
}

func (a author) field(f model.EventField) string {
	s := code(f.Name) + ": " + f.Text.In(a.lang)
	var notes []string
	if f.Member {
		notes = append(notes, a.say("un miembro", "a member"))
	} else {
		notes = append(notes, a.span(f.Min, f.Max))
	}
	if f.Unit != "" {
		notes = append(notes, a.unit(f.Unit))
	}
	if !f.Required {
		notes = append(notes, a.say("por omisión ", "default ")+a.number(f.Default))
	}
	return s + " (" + strings.Join(notes, ", ") + ")"
}

func (a author) metrics() string {
	t := columns(a.say("medida", "metric"), a.say("unidad", "unit"), a.say("mejor", "better"), a.say("qué es", "meaning"))
	for _, m := range model.Metrics() {
		i := m.Info()
		better := map[int]string{1: a.say("más", "more"), -1: a.say("menos", "less")}[i.Better]
		t.add(code(i.Name), orDash(a.unit(i.Unit)), orDash(better), i.Text.In(a.lang))
	}
	return t.String()
}

// series lists the yearly series; those of members are one line.
func (a author) series() string {
	t := columns(a.say("serie", "series"), a.say("unidad", "unit"), a.say("clase", "kind"), a.say("qué es", "meaning"))
	row := func(name string, i model.SeriesInfo, text string) {
		kind := a.say("nivel", "level")
		if i.Flow {
			kind = a.say("flujo", "flow")
		}
		t.add(code(name), orDash(a.unit(i.Unit)), kind, text)
	}
	for _, s := range model.AllSeries() {
		if s < model.YearVetoesBy(0) {
			row(s.String(), s.Info(), s.Info().Text.In(a.lang))
		}
	}
	row("vetoes_by_XX", model.YearVetoesBy(0).Info(), a.say("vetos de cada miembro, por su código", "vetoes of each member, by its code"))
	return t.String()
}

// machine lists the transitions of a state machine, one row an event.
func (a author) machine(name string) (string, error) {
	all := model.Machines()
	i := slices.IndexFunc(all, func(m *machine.Machine) bool { return m.Name == name })
	if i < 0 {
		return "", fmt.Errorf("no state machine %q", name)
	}
	m := all[i]
	t := columns(a.say("suceso", "event"), a.say("desde", "from"), a.say("a", "to"))
	for e, event := range m.Events {
		for _, r := range transitions(m, machine.Event(e)) {
			t.add(code(event)+" ("+model.EventText(m, event).In(a.lang)+")", strings.Join(codes(r.from), ", "), code(r.to)+" ("+model.StateText(m, r.to).In(a.lang)+")")
		}
	}
	var final []string
	for s, state := range m.States {
		if m.Final(machine.State(s)) {
			final = append(final, code(state))
		}
	}
	text := a.say("Estado inicial: ", "Initial state: ") + code(m.States[0])
	if len(final) > 0 {
		text += a.say("; finales: ", "; final: ") + strings.Join(final, ", ")
	}
	return text + ".\n\n" + t.String(), nil
}

func codes(names []string) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = code(n)
	}
	return all
}

// arrow is where an event leads, and from where.
type arrow struct {
	from []string
	to   string
}

func transitions(m *machine.Machine, e machine.Event) []arrow {
	var all []arrow
	for s, state := range m.States {
		to, ok := m.Next(machine.State(s), e)
		if !ok {
			continue
		}
		name := m.States[to]
		i := slices.IndexFunc(all, func(r arrow) bool { return r.to == name })
		if i < 0 {
			i, all = len(all), append(all, arrow{to: name})
		}
		all[i].from = append(all[i].from, state)
	}
	return all
}

func (a author) dimensions() string {
	t := columns(a.say("dimensión", "dimension"), a.say("qué es", "meaning"), a.say("libre circulación de factores", "free movement of factors"), a.say("armonización de normas", "harmonisation of norms"))
	for d := range model.NumDimensions {
		i := d.Info()
		t.add(code(i.Name), i.Text.In(a.lang), a.yes(i.Factors), a.yes(i.Norms))
	}
	return t.String()
}

func (a author) bodies() string {
	t := columns(a.say("nivel", "level"), a.say("nombre", "name"), a.say("órgano", "body"))
	for b := range model.NumBodies {
		t.add(strconv.Itoa(int(b)+1), code(b.String()), b.Info().Text.In(a.lang)+" ("+b.Info().Short.In(a.lang)+")")
	}
	return t.String()
}

func (a author) phases() string {
	var all []string
	for _, p := range model.PhaseNames {
		all = append(all, p.In(a.lang))
	}
	return strings.Join(all, ", ")
}

func (a author) rules() string {
	t := columns(a.say("regla", "rule"), a.say("argumentos (por omisión; rango)", "arguments (default; range)"), a.say("qué pide", "what it asks"))
	for _, r := range model.RuleTypes() {
		var args []string
		for _, g := range r.Args {
			args = append(args, fmt.Sprintf("%s (%s; %s)", code(g.Name), a.number(g.Default), a.span(g.Min, g.Max)))
		}
		t.add(code(r.Name), orDash(strings.Join(args, ", ")), r.Text.In(a.lang))
	}
	return t.String()
}

func (a author) draws() string {
	t := columns("n", a.say("sorteo", "draw"), a.say("claves", "keys"), a.say("qué decide", "what it decides"))
	for _, d := range model.Draws() {
		t.add(strconv.Itoa(d.Number), code(d.Name), d.Keys.In(a.lang), d.Text.In(a.lang))
	}
	return t.String()
}

func (a author) schedule() string {
	t := columns(a.say("prioridad", "priority"), a.say("suceso", "event"), a.say("qué ocurre", "what happens"))
	for _, e := range model.Schedule() {
		t.add(strconv.Itoa(int(e.Priority)), code(e.Name), e.Text.In(a.lang))
	}
	return t.String()
}
