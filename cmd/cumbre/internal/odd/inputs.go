package odd

import (
	"strings"

	"cumbre/model"
)

// inputs writes what a scenario gives a run: where it starts and what happens to it.
type inputs struct {
	tongue
	spec *model.Spec
}

// part is a table under its title.
type part struct {
	title string
	table *table
}

// written puts parts one below the other, those without rows left out.
func written(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if len(p.table.rows) > 0 {
			b.WriteString("**" + p.title + "**\n\n" + p.table.String() + "\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func (in inputs) initial() string { return written(in.starts()) }

func (in inputs) histories() string { return written(in.data()) }

func (t tongue) ownTitle() string {
	return t.say("Parámetros propios de un miembro", "Parameters of single members")
}

// starts are the tables of initial values.
func (in inputs) starts() []part {
	return []part{
		{in.say("Miembros", "Members"), in.members()},
		{in.ownTitle(), in.own()},
		{in.say("Profundidad ideal de cada miembro", "Ideal depth of each member"), in.ideals()},
		{in.say("Dimensiones al inicio", "Dimensions at the start"), in.dimensions()},
		{in.say("Reglas de decisión", "Decision rules"), in.rules()},
	}
}

// data are the tables of what happens from outside, with sources.
func (in inputs) data() []part {
	return []part{
		{in.say("Gobiernos", "Governments"), in.governments()},
		{in.say("Presidencia pro tempore: historia", "Presidency pro tempore: history"), in.presidency()},
		{in.say("Presidencia pro tempore: orden de rotación después", "Presidency pro tempore: order of rotation after that"), in.rotation()},
		{in.say("Estados observadores", "Observer states"), in.observers()},
		{in.say("Grupos técnicos", "Technical groups"), in.groups()},
		{in.say("Eventos", "Events"), in.events()},
	}
}

func (in inputs) members() *table {
	t := columns(in.say("miembro", "member"), in.say("nombre", "name"), in.say("población", "population"), in.say("participa", "takes part"))
	for i, m := range in.spec.Members {
		since := in.say("desde el inicio", "from the start")
		if m.Joins {
			since = in.say("si ingresa", "if it joins")
			for _, e := range in.spec.Events {
				if e.Type.Name == "accession" && int(e.Args[0]) == i {
					since = in.say("desde ", "from ") + e.Date.String()
				}
			}
		}
		t.add(code(m.Code), m.Name.In(in.lang), in.number(m.Population), since)
	}
	return t
}

func (in inputs) own() *table {
	t := columns(in.say("miembro", "member"), in.say("parámetro", "parameter"), in.say("valor", "value"), in.say("los demás", "the others"), in.say("unidad", "unit"))
	for _, m := range in.spec.Members {
		for _, s := range m.Set {
			t.add(code(m.Code), code(s.Param.String()), in.number(s.Value), in.number(in.spec.Values[s.Param]), orDash(in.unit(s.Param.Info().Unit)))
		}
	}
	return t
}

func (in inputs) ideals() *table {
	head := []string{in.say("dimensión", "dimension")}
	for _, m := range in.spec.Members {
		head = append(head, code(m.Code))
	}
	t := columns(head...)
	for d := range model.NumDimensions {
		row := []string{code(d.String())}
		for _, m := range in.spec.Members {
			row = append(row, in.number(m.Ideal[d]))
		}
		t.add(row...)
	}
	return t
}

func (in inputs) dimensions() *table {
	t := columns(in.say("dimensión", "dimension"), in.say("profundidad de normas y efectiva", "depth of norms, and effective"), in.say("factor de adopción efectiva", "uptake factor")+" "+code("uptake"),
		in.say("factor de tratados", "treaty factor")+" "+code("treatable"), in.say("alcanza la política productiva", "productive policy applies")+" "+code("more_hand"))
	for d := range model.NumDimensions {
		s := in.spec.Dimensions[d]
		t.add(code(d.String()), in.number(s.Depth), in.number(s.Uptake), in.number(s.Treatable), in.yes(s.MoreHand))
	}
	return t
}

func (in inputs) rules() *table {
	t := columns(in.say("órgano", "body"), in.say("regla", "rule"))
	for b := range model.NumBodies {
		t.add(code(b.String()), code(ruleName(in.spec.Rules[b])))
	}
	return t
}

// ruleName is a rule as a scenario file writes it; unanimity if there is none.
func ruleName(r model.Rule) string {
	if r == nil {
		return "unanimity"
	}
	return r.String()
}

func (in inputs) governments() *table {
	t := columns(in.say("miembro", "member"), in.say("desde", "from"), in.say("jefe de Estado", "head of state"), in.say("orientación", "orientation"), in.say("notas", "notes"), in.say("fuente", "source"))
	for _, m := range in.spec.Members {
		for _, g := range m.Terms {
			var notes []string
			if g.Early {
				notes = append(notes, in.say("el anterior terminó antes de tiempo", "the one before ended early"))
			}
			if g.Scheduled {
				notes = append(notes, in.say("previsto", "scheduled"))
			}
			source := g.Source
			if g.Confidence != "" {
				source += " [" + g.Confidence + "]"
			}
			t.add(code(m.Code), g.Start.String(), orDash(g.Name), in.number(g.Orientation), strings.Join(notes, "; "), source)
		}
	}
	return t
}

func (in inputs) presidency() *table {
	t := columns(in.say("desde", "from"), in.say("presidencia", "presidency"), in.say("fuente", "source"))
	for _, h := range in.spec.Presidency.History {
		t.add(h.Start.String(), code(in.spec.Members[h.Member].Code), orDash(h.Source))
	}
	return t
}

func (in inputs) rotation() *table {
	t := columns(in.say("orden", "order"))
	var order []string
	for _, i := range in.spec.Presidency.Order {
		order = append(order, code(in.spec.Members[i].Code))
	}
	t.add(strings.Join(order, " → "))
	return t
}

func (in inputs) observers() *table {
	t := columns(in.say("desde", "from"), in.say("estados", "states"), in.say("fuente", "source"))
	for _, o := range in.spec.Observers {
		t.add(o.Date.String(), in.number(o.Count), orDash(o.Source))
	}
	return t
}

func (in inputs) groups() *table {
	t := columns(in.say("grupo", "group"), in.say("dimensión", "dimension"), in.say("existe desde", "exists from"), "CEAP", in.say("peso", "weight"), in.say("fuente", "source"))
	for _, g := range in.spec.Groups {
		t.add(g.Name.In(in.lang), code(g.Dimension.String()), g.Created.String(), in.yes(g.CEAP), in.number(g.Weight), orDash(g.Source))
	}
	return t
}

func (in inputs) events() *table {
	t := columns(in.say("fecha", "date"), "id", in.say("evento", "event"), in.say("con", "with"), in.say("fuente", "source"))
	for _, e := range in.spec.Events {
		t.add(e.Date.String(), code(orDash(e.ID)), code(e.Type.Name), in.arguments(e), orDash(e.Source))
	}
	return t
}

// arguments writes what an event is given, as a scenario file names it.
func (in inputs) arguments(e model.Event) string {
	var all []string
	for i, f := range e.Type.Fields {
		value := in.number(e.Args[i])
		if f.Member {
			value = in.spec.Members[int(e.Args[i])].Code
		}
		all = append(all, f.Name+" = "+value)
	}
	for _, s := range e.Set {
		all = append(all, code(s.Param.String())+" = "+in.number(s.Value))
	}
	return strings.Join(all, "; ")
}
