package cli

import (
	"math"

	"cumbre/cmd/cumbre/internal/biography"
	"cumbre/model"
)

// lifeJSON is what `cumbre explain --json` prints. Members are codes, dates are
// ISO 8601, days are counted from the issue of the mandate.
type lifeJSON struct {
	Scenario      string          `json:"scenario"`
	Design        string          `json:"design"`
	Seed          uint64          `json:"seed"`
	Replication   uint64          `json:"replication"`
	Mandate       string          `json:"mandate"`
	Group         textJSON        `json:"group"`
	Dimension     string          `json:"dimension"`
	Level         string          `json:"level"`
	State         string          `json:"state"`
	Vetoes        int             `json:"vetoes"`
	ProposedDepth number          `json:"proposed_depth"`
	Depth         number          `json:"depth"`
	Issued        string          `json:"issued"`
	Adopted       *string         `json:"adopted"`
	Ended         *string         `json:"ended"`
	Days          ordered[number] `json:"days"` // by phase
	HeldUp        []heldUpJSON    `json:"held_up"`
	SeveralAtOnce number          `json:"several_at_once"` // days of waiting that no party alone caused
	Events        []lifeEventJSON `json:"events"`
}

// heldUpJSON is how one party held the mandate up. All days and several_at_once add
// up to people_wait, ratifying and laid_aside.
type heldUpJSON struct {
	Party        string `json:"party"`
	Vetoes       int    `json:"vetoes"`
	Reservations int    `json:"reservations"`
	Days         number `json:"days"`             // the mandate waited for it alone
	WithOthers   number `json:"days_with_others"` // and for others too: these days are told of each
}

type lifeEventJSON struct {
	Date     string   `json:"date"`
	Day      number   `json:"day"`
	Kind     string   `json:"kind"`
	State    string   `json:"state,omitempty"`
	Body     string   `json:"body,omitempty"`
	Round    int      `json:"round,omitempty"`
	Member   string   `json:"member,omitempty"`   // who vetoed, reserved, ratified, let it lie, must or does take it up, presides or governs
	From     string   `json:"from,omitempty"`     // whose part passed on
	Consents []string `json:"consents,omitempty"` // of a ballot
	Dissents []string `json:"dissents,omitempty"`
	Finished []string `json:"finished,omitempty"` // of work: in order, the last kept the others waiting
	Depth    *number  `json:"depth,omitempty"`    // of an amendment
	// Of the end: whose work, ratification or catching up was missing.
	Missing    []string `json:"missing,omitempty"`
	Unratified []string `json:"unratified,omitempty"`
	Behind     []string `json:"behind,omitempty"`
	contextJSON
}

// counterfactualJSON is what `cumbre explain --without-veto --json` prints.
type counterfactualJSON struct {
	Veto    int                 `json:"veto"` // number, from 1
	Member  string              `json:"member"`
	With    lifeJSON            `json:"with"`
	Without lifeJSON            `json:"without"`
	Metrics ordered[changeJSON] `json:"metrics"` // of the run, those that differ
}

type changeJSON struct {
	With    number `json:"with"`
	Without number `json:"without"`
}

func newCounterfactualJSON(c *biography.Counterfactual) counterfactualJSON {
	out := counterfactualJSON{Veto: c.Number, Member: memberCode(c.With.Spec, c.Veto.Member), With: newLifeJSON(c.With), Without: newLifeJSON(c.Without)}
	for _, m := range c.Metrics {
		out.Metrics.add(m.Metric.String(), changeJSON{number(m.With), number(m.Without)})
	}
	return out
}

func newLifeJSON(b *biography.Biography) lifeJSON {
	out := lifeJSON{
		Scenario: b.Spec.Name, Design: b.Spec.Designs[b.Design].Name, Seed: b.Seed, Replication: b.Replication,
		Mandate: b.Name, Group: textJSON(b.Spec.Groups[b.Group].Name), Dimension: b.Dimension.String(), Level: b.Level.String(), State: b.State,
		Vetoes: b.Vetoes, ProposedDepth: number(b.ProposedDepth), Depth: number(b.Depth),
		Issued: isoDate(b.Spec, b.Issued), Adopted: maybeDate(b.Spec, b.Adopted), Ended: maybeDate(b.Spec, b.Ended),
		HeldUp: []heldUpJSON{}, SeveralAtOnce: number(b.Waits.Several), Events: []lifeEventJSON{},
	}
	for _, d := range b.Delays() {
		out.HeldUp = append(out.HeldUp, heldUpJSON{memberCode(b.Spec, d.Member), d.Vetoes, d.Reservations, number(d.Days), number(d.WithOthers)})
	}
	for p, days := range b.Spent {
		out.Days.add(phaseNames[p], number(days))
	}
	for _, e := range b.Events {
		out.Events = append(out.Events, newLifeEventJSON(b, e))
	}
	return out
}

// phaseNames are the names of the phases in data, those of the metrics of time.
var phaseNames = [model.NumPhases]string{
	model.Procedure: "procedure", model.Working: "working", model.PeopleWait: "people_wait", model.Consulting: "consulting",
	model.MeetingWait: "meeting_wait", model.Negotiating: "negotiating", model.Ratifying: "ratifying", model.LaidAside: "laid_aside",
}

func newLifeEventJSON(b *biography.Biography, e biography.Event) lifeEventJSON {
	if e.OfInstitution() {
		return newContextJSON(b, e)
	}
	out := lifeEventJSON{Date: isoDate(b.Spec, e.Time), Day: number(e.Time - b.Issued), Kind: e.What(), State: e.State, Round: e.Round}
	switch e.Kind {
	case biography.Ballot, biography.Reservation:
		out.Body, out.Member = e.Body.String(), memberCode(b.Spec, e.Member)
		out.Consents, out.Dissents = memberCodes(b.Spec, e.Consents), memberCodes(b.Spec, e.Dissents)
	case biography.MemoryLost, biography.CaughtUp, biography.Ratification, biography.Neglect, biography.Resumption:
		out.Member = memberCode(b.Spec, e.Member)
	case biography.PassedOn:
		out.Member, out.From = memberCode(b.Spec, e.Member), memberCode(b.Spec, e.From)
	case biography.End:
		out.Missing, out.Unratified, out.Behind = memberCodes(b.Spec, e.Missing), memberCodes(b.Spec, e.Unratified), memberCodes(b.Spec, e.Behind)
	case biography.Amendment:
		depth := number(e.Depth)
		out.Depth = &depth
	case biography.Work:
		for _, f := range e.Finishes {
			out.Finished = append(out.Finished, memberCode(b.Spec, f.Member))
		}
	}
	return out
}

// memberCode is a member's code, "secretariat" for its work, "" for nobody.
func memberCode(spec *model.Spec, i int) string {
	switch {
	case i == biography.Secretariat:
		return "secretariat"
	case i < 0 || i >= len(spec.Members):
		return ""
	}
	return spec.Members[i].Code
}

func memberCodes(spec *model.Spec, members []int) []string {
	var codes []string
	for _, i := range members {
		codes = append(codes, memberCode(spec, i))
	}
	return codes
}

func isoDate(spec *model.Spec, time float64) string {
	return (spec.Start + model.Date(math.Floor(time))).String()
}

// maybeDate is a date, or nil for never.
func maybeDate(spec *model.Spec, time float64) *string {
	if math.IsNaN(time) {
		return nil
	}
	s := isoDate(spec, time)
	return &s
}
