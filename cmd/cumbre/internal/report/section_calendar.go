package report

import (
	"strconv"
	"strings"

	"cumbre/model"
)

// calendarSection lists the facts that a run is given, with their sources.
func (v *view) calendarSection() section {
	l, spec := v.l, v.c.Spec
	s := section{ID: "calendar", Title: l.say("El calendario y sus fuentes", "The calendar and its sources")}
	s.add(block{Text: l.say(
		"Lo que sigue son datos de entrada del escenario, no resultados. «de memoria» señala conocimiento general sin verificar; las fuentes se citan en el idioma en que el proyecto las registra.",
		"What follows are inputs of the scenario, not results. “memory” marks unverified general knowledge; sources are cited in the language in which the project records them.")},
		v.figure("calendar"))
	for _, t := range []*table{v.eventsTable(), v.presidencyTable(), v.governmentsTable(), v.observersTable(), v.groupsTable()} {
		if len(t.Rows) > 0 {
			s.add(block{More: &more{t.Caption + " (" + strconv.Itoa(len(t.Rows)) + ")", "", []block{{Table: t}}}})
		}
	}
	if len(spec.Groups) > 0 {
		s.add(block{Text: v.groupsCaveat()})
	}
	return s
}

func (v *view) groupsCaveat() string {
	return v.l.say(
		"Grupos técnicos: la lista oficial de 29 (2021) no se encontró. La del escenario de la biblioteca es una reconstrucción a partir de fuentes que nombran grupos, y así debe citarse.",
		"Technical groups: the official list of 29 (2021) was not found. The one in the library's scenario is a reconstruction from sources that name groups, and should be cited as such.")
}

func (v *view) eventsTable() *table {
	l := v.l
	t := &table{Caption: l.say("Acontecimientos", "Events"),
		Head: []string{l.say("N.º", "No."), l.say("Fecha", "Date"), l.say("Qué pasa", "What happens"), l.say("Fuente", "Source")}}
	for i, e := range v.c.Spec.Events {
		t.add(words(strconv.Itoa(i+1)), dated(e.Date), v.event(e), words(v.source(e.Source)))
	}
	return t
}

// event says what an event does, with its arguments.
func (v *view) event(e model.Event) cell {
	l := v.l
	if e.Type == nil {
		return words(orDash(e.ID))
	}
	var details []string
	for i, f := range e.Type.Fields {
		if i >= len(e.Args) {
			break
		}
		details = append(details, v.argument(f, e.Args[i]))
	}
	for _, s := range e.Set {
		details = append(details, s.Param.String()+" = "+l.compact(s.Value))
	}
	return titled(l.in(e.Type.Text), strings.Join(details, "; "))
}

// argument writes one argument of an event. The text of a field may say after a
// semicolon what its least value stands for, as 0 days for ever.
func (v *view) argument(f model.EventField, x float64) string {
	name, special, _ := strings.Cut(v.l.in(f.Text), ";")
	switch {
	case f.Member:
		return name + ": " + v.code(int(x))
	case special != "" && x == 0:
		return name + ": " + v.l.say("permanente", "permanent")
	}
	return name + ": " + v.l.quantity(x, f.Unit)
}

func (v *view) presidencyTable() *table {
	l, p := v.l, v.c.Spec.Presidency
	var order []string
	for _, m := range p.Order {
		order = append(order, v.code(m))
	}
	caption := l.say("Presidencia pro tempore", "Presidency pro tempore")
	if len(order) > 0 {
		caption += l.say("; después rota en el orden ", "; after that it rotates in the order ") + strings.Join(order, " → ")
	}
	t := &table{Caption: caption, Head: []string{l.say("Desde", "From"), l.say("Quién", "Who"), l.say("Fuente", "Source")}}
	for _, term := range p.History {
		t.add(dated(term.Start), words(v.code(term.Member)), words(v.source(term.Source)))
	}
	return t
}

func (v *view) governmentsTable() *table {
	l := v.l
	t := &table{Caption: l.say("Gobiernos", "Governments"),
		Head: []string{l.say("Miembro", "Member"), l.say("Jefatura de Estado", "Head of state"), l.say("Desde", "From"),
			l.say("Orientación (supuesto del modelo)", "Orientation (assumption of the model)"), l.say("Fuente y confianza", "Source and confidence")}}
	for _, m := range v.c.Spec.Members {
		for _, term := range m.Terms {
			var notes []string
			if term.Scheduled {
				notes = append(notes, l.say("previsto", "scheduled"))
			}
			if term.Early {
				notes = append(notes, l.say("el anterior terminó antes de tiempo", "the one before ended early"))
			}
			t.add(words(m.Code), titled(v.head(term), strings.Join(notes, "; ")), dated(term.Start),
				words(l.signed(term.Orientation, 1)), titled(v.source(term.Source), l.confidence(term.Confidence)))
		}
	}
	return t
}

// head names a head of state; those of terms to come have no name yet.
func (v *view) head(t model.Term) string {
	if t.Name == "" && t.Scheduled {
		return v.l.say("por elegir", "to be elected")
	}
	return orDash(t.Name)
}

func (v *view) observersTable() *table {
	l := v.l
	t := &table{Caption: l.say("Estados observadores", "Observer states"), Head: []string{l.say("Desde", "From"), l.say("Cuántos", "How many"), l.say("Fuente", "Source")}}
	for _, o := range v.c.Spec.Observers {
		t.add(dated(o.Date), words(l.number(o.Count, 0)), words(v.source(o.Source)))
	}
	return t
}

func (v *view) groupsTable() *table {
	l := v.l
	t := &table{Caption: l.say("Grupos técnicos: lista reconstruida", "Technical groups: a reconstructed list"),
		Head: []string{l.say("Grupo", "Group"), l.say("Dimensión", "Dimension"), l.say("Existe desde", "Exists from"), "CEAP", l.say("Fuente", "Source")}}
	for _, g := range v.c.Spec.Groups {
		ceap := l.say("no", "no")
		if g.CEAP {
			ceap = l.say("sí", "yes")
		}
		t.add(words(capital(l.in(g.Name))), words(l.in(g.Dimension.Info().Text)), dated(g.Created), words(ceap), words(v.source(g.Source)))
	}
	return t
}
