package biography

import (
	"slices"

	"cumbre/model"
)

// context tells what the institution went through from an event to a time, as
// far as it bears on a mandate: who presides and who governs, shocks, a new
// member, a secretariat, a reform. Campaigns and meetings are left out.
func (h *history) context(from Event, to float64) []Event {
	var all []Event
	for _, e := range h.around {
		if inOrder(e, from) > 0 && e.Time <= to && matters(e) {
			all = append(all, e)
		}
	}
	return all
}

func matters(e Event) bool {
	switch r := e.Record; {
	case e.Kind == Reform:
		return true
	case r.Kind == model.RecordMeeting:
		return false
	case r.Kind == model.RecordPresidency:
		return r.State != "handover_due"
	case r.Kind == model.RecordGovernment:
		return r.State == "crisis" || takesOffice(e)
	}
	return true
}

// takesOffice tells an inauguration from the end of a crisis, which also leads
// to "in_office".
func takesOffice(e Event) bool { return e.Record.State == "in_office" && e.Was == "transition" }

// institution lists every record that is of no single mandate, and the reform.
func (h *history) institution() []Event {
	var all []Event
	governments := make(map[int]string) // state by member; looked up, never listed
	for _, i := range h.own[""] {
		r := h.records[i]
		e := Event{Kind: Context, Time: r.Time, Member: r.Member, Body: r.Body, Record: r, seq: i}
		if r.Kind == model.RecordGovernment {
			e.Was, governments[r.Member] = governments[r.Member], r.State
		}
		all = append(all, e)
	}
	if from := h.design().From; from > h.Spec.Start && from < h.Spec.End {
		all = append(all, Event{Kind: Reform, Time: float64(from - h.Spec.Start), Member: None, seq: len(h.records)})
		slices.SortStableFunc(all, inOrder)
	}
	return all
}

// HeadOfState names who took office in a member on a date; "" if the scenario
// does not know.
func (r Run) HeadOfState(member int, t float64) string {
	for _, term := range r.Spec.Members[member].Terms {
		if term.Start == r.date(t) {
			return term.Name
		}
	}
	return ""
}

// Heir names who should have received a presidency whose handover is contested
// at a time; None if no event of the scenario says so.
func (r Run) Heir(holder int, t float64) int {
	heir := None
	for i := range r.Spec.Events {
		e := &r.Spec.Events[i]
		if e.Type.Name != "contested_handover" {
			continue
		}
		args := make(map[string]int)
		for n, f := range e.Type.Fields {
			args[f.Name] = int(e.Args[n])
		}
		if args["from"] == holder && e.Date-model.Date(args["early"]) <= r.date(t) {
			heir = args["to"]
		}
	}
	return heir
}

// OfInstitution tells an event around a mandate from one of its own.
func (e Event) OfInstitution() bool { return e.Kind >= Context }

// What names the event as data files do; of a Context, by what it is about.
func (e Event) What() string {
	if e.Kind != Context {
		return e.Kind.String()
	}
	switch e.Record.Kind {
	case model.RecordMeeting:
		return "meeting"
	case model.RecordSummitCancelled:
		return "summit_cancelled"
	case model.RecordPresidency:
		return "presidency"
	case model.RecordGovernment:
		return "government"
	case model.RecordSecretariat:
		return "secretariat"
	case model.RecordAccession:
		return "accession"
	case model.RecordPandemic:
		return "pandemic"
	case model.RecordCrisis:
		return "crisis"
	case model.RecordTradeShock:
		return "trade_shock"
	}
	return Context.String()
}
