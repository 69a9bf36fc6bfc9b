package scenarios

import (
	"strings"

	"cumbre/model"
)

// Everybody is the member of a value that is for all of them.
const Everybody = -1

// Override tells of a value that holds only until events set the same parameter again.
type Override struct {
	Setting model.Setting
	Text    model.Text // which event, when, and how to keep the value
}

// OverrideOf returns whether some of the events, in order of date, change a value that
// the scenario gives a parameter from its start on, for one member or for Everybody.
func OverrideOf(spec *model.Spec, events []model.Event, member int, s model.Setting) (o Override, ok bool) {
	var first change
	var ids []string
	nameless := false
	for _, e := range events {
		c, found := changeBy(spec, e, member, s)
		if !found {
			continue
		}
		if !ok {
			first, ok = c, true
		}
		if e.ID == "" {
			nameless = true
		} else {
			ids = append(ids, e.ID)
		}
	}
	if !ok {
		return Override{}, false
	}
	return Override{s, say("%s: %s sólo vale hasta entonces; %s", "%s: %s holds only until then; %s", first.text(), bound(s.Value), kept(ids, nameless))}, true
}

// change is a value that an event gives.
type change struct {
	event model.Event
	to    model.Setting
	whose string // the member's code, if it is one member's value
}

// changeBy finds what an event makes of a value. A member's own value is out of reach of
// events for all.
func changeBy(spec *model.Spec, e model.Event, member int, s model.Setting) (c change, ok bool) {
	c.event = e
	if !e.Type.Settings {
		return c, false
	}
	if len(e.Args) > 0 { // set_member
		in := int(e.Args[0])
		if in >= len(spec.Members) || member != Everybody && member != in {
			return c, false
		}
		if _, own := settingOf(spec.Members[in].Set, s.Param); own && member == Everybody {
			return c, false
		}
		c.whose = spec.Members[in].Code
	} else if member != Everybody {
		return c, false
	}
	c.to, ok = settingOf(e.Set, s.Param)
	return c, ok && c.to.Value != s.Value
}

// settingOf returns what is set of a parameter.
func settingOf(all []model.Setting, p model.Param) (s model.Setting, ok bool) {
	for _, s := range all {
		if s.Param == p {
			return s, true
		}
	}
	return s, false
}

func (c change) text() model.Text {
	event, what := say("un evento", "an event"), say("`%s`", "`%s`", c.to.Param)
	if c.event.ID != "" {
		event = say("el evento `%s`", "event `%s`", c.event.ID)
	}
	if c.whose != "" {
		what = say("%s de %s", "%s of %s", what, c.whose)
	}
	return say("el %[3]v %[1]s cambia %[2]s a %[4]s", "on %[3]v %[1]s sets %[2]s to %[4]s", event, what, c.event.Date, bound(c.to.Value))
}

// kept says how to keep the value.
func kept(ids []string, nameless bool) model.Text {
	drop := say("para conservarlo, en un archivo de escenario, `without_events: [%s]`", "to keep it, in a scenario file, `without_events: [%s]`", strings.Join(ids, ", "))
	switch {
	case len(ids) == 0:
		return say("sin `id`, el evento no se puede descartar", "without an `id` the event cannot be dropped")
	case nameless:
		return say("%s, y además hay otro evento, sin `id`, que no se puede descartar", "%s; and there is another event, without an `id`, that cannot be dropped", drop)
	}
	return drop
}
