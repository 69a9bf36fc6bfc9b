package scenarios

import (
	"cmp"
	"slices"
	"strings"

	"cumbre/model"
)

// events reads the events in order of date; of one date, in order of writing.
func (v *converter) events() {
	n := v.root.get("events")
	if n == nil {
		return
	}
	ids := map[string]bool{}
	var nodes []*node
	v.list(n, "events", func(_ int, item *node) {
		e, ok := v.event(item, ids)
		if ok && v.within(&e, item) {
			v.spec.Events = append(v.spec.Events, e)
			nodes = append(nodes, item)
		}
	})
	v.accede(nodes)
	v.inOrder(nodes)
}

// inOrder sorts the events, and where they are written, by date.
func (v *converter) inOrder(nodes []*node) {
	order := make([]int, len(nodes))
	for i := range order {
		order[i] = i
	}
	unsorted := v.spec.Events
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(unsorted[a].Date, unsorted[b].Date) })
	v.spec.Events, v.written = nil, nil
	for _, i := range order {
		v.spec.Events, v.written = append(v.spec.Events, unsorted[i]), append(v.written, nodes[i])
	}
}

// event reads one event; ok is false if it has no usable date or type.
func (v *converter) event(n *node, ids map[string]bool) (e model.Event, ok bool) {
	var cited [2]string
	var dated bool
	v.each(n, eventObject, func(key string, n *node) {
		switch key {
		case "date":
			e.Date, dated = v.date(n, key)
		case "id":
			e.ID = v.slug(n, key)
			if e.ID != "" && ids[e.ID] {
				v.at(n, say("ya hay un evento `%s`; `without_events` descarta el heredado", "there already is an event `%s`; `without_events` drops an inherited one", e.ID))
			}
			ids[e.ID] = true
		default:
			v.fact(&cited, key, n)
		}
	}, func(k, value *node) bool { return v.eventType(&e, k, value) })
	e.Source = cite(cited[0], cited[1])
	if e.Type == nil && n.kind == mapping && unexplained(n) {
		v.at(n, say("el evento no dice qué ocurre; los tipos son: %s", "the event does not say what happens; the types are: %s", strings.Join(eventTypeNames(), ", ")))
	}
	return e, dated && e.Type != nil
}

// unexplained reports whether an event has none but its general keys; an
// unknown type has been reported already.
func unexplained(n *node) bool {
	return !slices.ContainsFunc(n.entries, func(e entry) bool { return !slices.Contains(eventObject.names(), e.key.value) })
}

// eventType reads the key of an event that names its type, and its fields.
func (v *converter) eventType(e *model.Event, k, value *node) bool {
	t, ok := model.EventTypeByName(k.value)
	switch {
	case !ok:
		v.unknownName(k, say("un evento no tiene la clave", "an event has no key"), append(eventTypeNames(), eventObject.names()...))
	case e.Type != nil:
		v.at(k, say("un evento es de un solo tipo; ya es `%s`", "an event is of one type; it is `%s` already", e.Type.Name))
	case len(t.Fields) == 0:
		e.Type = t
		e.Set = v.settings(value)
		if value.kind == empty || value.kind == mapping && len(value.entries) == 0 {
			v.changesNothing(t, value)
		}
	default:
		e.Type = t
		v.fields(e, value)
	}
	return true
}

func eventTypeNames() []string {
	var names []string
	for _, t := range model.EventTypes() {
		names = append(names, t.Name)
	}
	return names
}

// eventFields is the object under an event type's key.
func eventFields(t *model.EventType) *object {
	o := &object{name: model.Text{ES: "`" + t.Name + "`", EN: "`" + t.Name + "`"}}
	for _, f := range t.Fields {
		o.keys = append(o.keys, key{f.Name, f.Required, f.Text})
	}
	return o
}

// fields reads the fields of an event by its type's registry line and, where the type
// has them, the parameters of the member that it names.
func (v *converter) fields(e *model.Event, n *node) {
	t := e.Type
	e.Args = make([]float64, len(t.Fields))
	for i, f := range t.Fields {
		e.Args[i] = f.Default
	}
	object := eventFields(t)
	var settings func(k, value *node) bool
	if t.Settings {
		settings = func(k, value *node) bool { return v.memberParameter(&e.Set, object, k, value) }
	}
	v.each(n, object, func(key string, n *node) {
		i := slices.IndexFunc(t.Fields, func(f model.EventField) bool { return f.Name == key })
		f := t.Fields[i]
		if f.Member {
			e.Args[i] = model.MaxMembers // nobody
			if m, ok := v.memberIndex(n, key); ok {
				e.Args[i] = float64(m)
			}
			return
		}
		e.Args[i], _ = v.number(n, key, interval{min: f.Min, max: f.Max, unit: f.Unit})
	}, settings)
	e.Set = sorted(e.Set)
	if t.Settings && n.kind == mapping && len(n.entries) == 1 {
		v.changesNothing(t, n)
	}
}

// changesNothing reports an event of settings that has none.
func (v *converter) changesNothing(t *model.EventType, n *node) {
	v.at(n, say("`%s` no cambia ningún parámetro", "`%s` changes no parameter", t.Name))
}

// within places an event in the horizon. One outside it is a mistake, unless
// a file further down the chain narrowed the horizon: then an event after the
// end is left out, and one before the start acts from the start as far as it
// still does.
func (v *converter) within(e *model.Event, n *node) bool {
	s := v.spec
	switch {
	case e.Date >= s.End:
		if !v.narrowed(1, n) {
			v.at(n.get("date"), say("%v está fuera del horizonte, %v a %v", "%v is outside the horizon, %v to %v", e.Date, s.Start, s.End-1))
		}
		return false
	case e.Date < s.Start && !v.narrowed(0, n):
		v.at(n.get("date"), say("%v está fuera del horizonte, %v a %v", "%v is outside the horizon, %v to %v", e.Date, s.Start, s.End-1))
		return false
	case e.Date < s.Start:
		return lasts(e, s.Start)
	}
	return true
}

// narrowed reports whether a bound was set by a file that extends the event's.
func (v *converter) narrowed(bound int, n *node) bool {
	b := v.bounds[bound]
	return b != nil && b.src.level > n.src.level
}

// lasts moves an event that began before the start to it, shortened by what is
// over, and reports whether anything of it is left.
func lasts(e *model.Event, start model.Date) bool {
	if e.Type.Name == "mandates" { // issued at once: over
		return false
	}
	gone := float64(start - e.Date)
	e.Date = start
	for i, f := range e.Type.Fields {
		if f.Name != "days" || e.Args[i] == 0 {
			continue
		}
		e.Args[i] -= gone
		return e.Args[i] >= max(f.Min, 1)
	}
	return true
}

// accede records who joins when and checks that events name only members. The
// events are still in order of writing, as their nodes are.
func (v *converter) accede(nodes []*node) {
	if v.partial {
		return
	}
	for i, e := range v.spec.Events {
		if e.Type.Name != "accession" {
			continue
		}
		member := int(e.Args[0])
		at := nodes[i].get("accession")
		if member >= len(v.spec.Members) {
			continue
		}
		_, twice := v.joined[member]
		switch {
		case !v.spec.Members[member].Joins:
			v.at(at, say("%s ya es miembro fundador; quien ingresa lleva `joins: true`", "%s is a founding member already; one that joins has `joins: true`", v.spec.Members[member].Code))
		case twice:
			v.at(at, say("%s ingresa dos veces", "%s joins twice", v.spec.Members[member].Code))
		default:
			v.joined[member] = e.Date
		}
	}
	for i, e := range v.spec.Events {
		if e.Type.Name != "accession" {
			v.participants(&e, nodes[i].get(e.Type.Name))
		}
	}
}

// participants checks the members an event names.
func (v *converter) participants(e *model.Event, n *node) {
	named := map[int]bool{}
	for i, f := range e.Type.Fields {
		at := n.get(f.Name)
		member := int(e.Args[i])
		if !f.Member || at == nil || member >= len(v.spec.Members) {
			continue
		}
		v.memberBy(at, member, e.Date)
		if named[member] {
			v.at(at, say("%s no puede entregar y recibir a la vez", "%s cannot both hand over and receive", v.spec.Members[member].Code))
		}
		named[member] = true
	}
}
