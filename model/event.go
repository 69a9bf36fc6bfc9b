package model

// Event is something that happens to the Alliance at a date: a fact of history
// or a scenario's hypothesis.
type Event struct {
	ID     string // lets an extending scenario drop it; "" for none
	Date   Date
	Type   *EventType
	Args   []float64 // one per Type.Fields; members as their index in Spec.Members
	Set    []Setting // for types with Settings
	Source string
}

// EventType is a kind of event: one line of the registry in events.go.
type EventType struct {
	Name     string
	Text     Text
	Fields   []EventField
	Settings bool // takes parameter: value pairs too; of one member if a field names it
	apply    func(w *world, e *Event)
}

// EventField is one argument of an event.
type EventField struct {
	Name              string
	Member            bool // a member's code; otherwise a number
	Required          bool
	Default, Min, Max float64
	Unit              string
	Text              Text
}

func (e *Event) arg(name string) float64 {
	for i, f := range e.Type.Fields {
		if f.Name == name {
			return e.Args[i]
		}
	}
	panic("model: event " + e.Type.Name + " has no field " + name)
}

func (e *Event) member(name string) int { return int(e.arg(name)) }
