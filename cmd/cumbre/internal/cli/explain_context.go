package cli

import (
	"cumbre/cmd/cumbre/internal/biography"
	"cumbre/model"
)

// contextJSON is what events of the institution have that a mandate's own do
// not.
type contextJSON struct {
	Institution bool   `json:"institution,omitempty"`
	Was         string `json:"was,omitempty"`           // state of a government before
	HeadOfState string `json:"head_of_state,omitempty"` // whose government begins, if the scenario names one
	Heir        string `json:"heir,omitempty"`          // who was to receive a contested presidency
	Design      string `json:"design,omitempty"`        // that comes into force
}

// newContext fills in what the kind of event has.
func newContext(r biography.Run, e biography.Event) contextJSON {
	out := contextJSON{Institution: true}
	if e.Kind == biography.Reform {
		out.Design = r.Spec.Designs[r.Design].Name
		return out
	}
	switch e.Record.Kind {
	case model.RecordGovernment:
		out.Was, out.HeadOfState = e.Was, r.HeadOfState(e.Member, e.Time)
	case model.RecordPresidency:
		if e.Record.State == "contested" {
			out.Heir = memberCode(r.Spec, r.Heir(e.Member, e.Time))
		}
	}
	return out
}

// newContextJSON is an event of the institution in the life of a mandate.
func newContextJSON(b *biography.Biography, e biography.Event) lifeEventJSON {
	return lifeEventJSON{
		Date: isoDate(b.Spec, e.Time), Day: number(e.Time - b.Issued), Kind: e.What(),
		State: e.Record.State, Member: memberCode(b.Spec, e.Member), contextJSON: newContext(b.Run, e),
	}
}
