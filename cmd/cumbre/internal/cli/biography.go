package cli

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// entry is one line of a biography.
type entry struct {
	time   float64
	text   string
	around bool // of the institution, not of the mandate itself
}

// teller puts a history into words.
type teller struct {
	tongue
	compare.Format
	*history
	veto int // vetoes told so far: they are numbered, to be spared by number
}

// biography tells the mandate's life in order, and between its lines what went
// on in the institution.
func (t *teller) biography() []entry {
	t.veto = 0
	var told []entry
	for _, records := range t.steps() {
		if text := t.tell(records); text != "" {
			told = append(told, entry{records[len(records)-1].Time, text, false})
		}
	}
	for _, r := range t.records {
		if text := t.around(r); r.Mandate == "" && text != "" {
			told = append(told, entry{r.Time, text, true})
		}
	}
	slices.SortStableFunc(told, func(a, b entry) int { return cmp.Compare(a.time, b.time) })
	return told
}

// steps are the mandate's own records, those that one line tells together:
// consents in one vote, the tasks of one stage.
func (t *teller) steps() [][]model.Record {
	var steps [][]model.Record
	for _, r := range t.records {
		if r.Mandate == "" {
			continue
		}
		if n := len(steps); n > 0 && alike(steps[n-1][0], r) {
			steps[n-1] = append(steps[n-1], r)
			continue
		}
		steps = append(steps, []model.Record{r})
	}
	return steps
}

func alike(a, b model.Record) bool {
	switch {
	case a.Kind != b.Kind:
		return false
	case a.Kind == model.RecordConsent:
		return a.Time == b.Time
	case a.Kind == model.RecordTask:
		return a.State == b.State && a.Value == b.Value
	}
	return false
}

// tell puts records that are alike into one line, "" for what is not told.
func (t *teller) tell(records []model.Record) string {
	r := records[0]
	switch r.Kind {
	case model.RecordState:
		if r.State == "vetoed" { // the line above named the member
			return ""
		}
		return stateText(r.State).In(t.lang)
	case model.RecordConsent:
		return fmt.Sprintf(t.say("consienten en %s: %s", "consent in the %s: %s"), t.body(r.Body), t.members(records))
	case model.RecordVeto:
		t.veto++
		return fmt.Sprintf(t.say("VETO %d: %s, en %s", "VETO %d: %s, in the %s"), t.veto, t.member(r.Member), t.body(r.Body))
	case model.RecordDissent:
		return fmt.Sprintf(t.say("se opone %s en %s, sin poder vetar", "%s objects in the %s, without a veto"), t.member(r.Member), t.body(r.Body))
	case model.RecordTask:
		return t.tasks(records)
	case model.RecordReservation:
		return fmt.Sprintf(t.say("aplazado: los dos ministerios de %s no se pusieron de acuerdo ante %s", "deferred: the two ministries of %s were not agreed before the %s"), t.member(r.Member), t.body(r.Body))
	case model.RecordAmended:
		return fmt.Sprintf(t.say("texto enmendado: queda una profundidad de %s", "text amended: a depth of %s is left"), t.Number(r.Value, 3))
	case model.RecordRatified:
		return fmt.Sprintf(t.say("ratifica %s", "%s ratifies"), t.member(r.Member))
	case model.RecordMemoryLost:
		return t.say("el traspaso de la presidencia pierde la memoria del expediente", "the handover of the presidency loses the memory of the file")
	}
	return ""
}

// around tells what happened to the institution meanwhile. Its meetings are not
// told: there are too many, and those that decided the mandate tell themselves.
func (t *teller) around(r model.Record) string {
	switch r.Kind {
	case model.RecordSummitCancelled:
		return t.say("cumbre cancelada", "summit cancelled")
	case model.RecordPresidency:
		return fmt.Sprintf(t.say("presidencia pro tempore de %s: %s", "presidency pro tempore of %s: %s"), t.member(r.Member), stateText(r.State).In(t.lang))
	case model.RecordGovernment:
		return fmt.Sprintf(t.say("gobierno de %s: %s", "government of %s: %s"), t.member(r.Member), stateText(r.State).In(t.lang))
	case model.RecordSecretariat:
		return fmt.Sprintf(t.say("secretaría: %s", "secretariat: %s"), stateText(r.State).In(t.lang))
	case model.RecordAccession:
		return fmt.Sprintf(t.say("ingresa %s", "%s joins"), t.member(r.Member))
	case model.RecordPandemic:
		return t.say("pandemia", "pandemic")
	case model.RecordCrisis:
		return fmt.Sprintf(t.say("crisis política en %s", "political crisis in %s"), t.member(r.Member))
	case model.RecordTradeShock:
		return t.say("choque comercial", "trade shock")
	}
	return ""
}

// tasks tells who finished a stage's work, in order, and for whom it waited.
func (t *teller) tasks(records []model.Record) string {
	last := records[len(records)-1]
	work := t.say("terminado el trabajo", "work finished")
	ends := finishing(records)
	if len(ends) == 1 {
		return fmt.Sprintf(t.say("%s por %s", "%s by %s"), work, t.member(last.Member))
	}
	var before []string
	for _, r := range ends[:len(ends)-1] {
		before = append(before, t.member(r.Member))
	}
	return fmt.Sprintf(t.say("%s por %s y, %s después, por %s", "%s by %s and, %s later, by %s"),
		work, strings.Join(before, ", "), t.days(lag(ends)), t.member(last.Member))
}

// days writes a number of days in words.
func (t *teller) days(n float64) string {
	s := t.Number(n, 0)
	if s == "1" {
		return t.say("1 día", "1 day")
	}
	return s + t.say(" días", " days")
}

// finishing keeps of each member's tasks, one a ministry, the last.
func finishing(records []model.Record) []model.Record {
	var ends []model.Record
	for _, r := range records {
		ends = slices.DeleteFunc(ends, func(e model.Record) bool { return e.Member == r.Member })
		ends = append(ends, r)
	}
	return ends
}

// lag is how long all waited for the last one, days.
func lag(ends []model.Record) float64 {
	n := len(ends)
	return ends[n-1].Time - ends[n-2].Time
}

// heldUp sums, per member, the days that all others waited for it alone: for
// the last delegation to finish its work, the last ratification.
func (t *teller) heldUp() map[int]float64 {
	days := map[int]float64{}
	for _, records := range t.steps() {
		if ends := finishing(records); records[0].Kind == model.RecordTask && len(ends) > 1 {
			days[ends[len(ends)-1].Member] += lag(ends)
		}
	}
	var ratified []model.Record
	for _, r := range t.records {
		if r.Kind == model.RecordRatified {
			ratified = append(ratified, r)
		}
	}
	if n := len(ratified); n > 1 && !math.IsNaN(t.mandate.Ended) {
		days[ratified[n-1].Member] += lag(ratified)
	}
	return days
}

// member is a member's name; work of no member is the secretariat's.
func (t *teller) member(i int) string {
	if i < 0 || i >= len(t.spec.Members) {
		return t.say("la secretaría", "the secretariat")
	}
	return t.spec.Members[i].Name.In(t.lang)
}

func (t *teller) members(records []model.Record) string {
	var names []string
	for _, r := range records {
		names = append(names, t.member(r.Member))
	}
	return strings.Join(names, ", ")
}

func (t *teller) body(b model.Body) string { return b.Info().Short.In(t.lang) }
