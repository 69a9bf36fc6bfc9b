package cli

import (
	"fmt"
	"math"

	"cumbre/cmd/cumbre/internal/biography"
	"cumbre/model"
)

// The ends of a period without --from or --to: before and after every horizon.
const (
	firstDay = model.Date(math.MinInt32)
	lastDay  = model.Date(math.MaxInt32)
)

// period reads --from and --to.
func (a *app) period(f explainFlags, wrong *mistakes) (from, to model.Date) {
	read := func(flag, text string, otherwise model.Date) model.Date {
		if text == "" {
			return otherwise
		}
		d, err := model.ParseDate(text)
		if err != nil {
			wrong.add(a.say("--%s %s: no es una fecha (año-mes-día, como 2022-12-01)", "--%s %s: not a date (year-month-day, as 2022-12-01)"), flag, text)
			return otherwise
		}
		return d
	}
	from, to = read("from", f.from, firstDay), read("to", f.to, lastDay)
	if from > to {
		wrong.add(a.say("--from %s: es después de --to %s", "--from %s: is after --to %s"), f.from, f.to)
	}
	return from, to
}

// explainInstitution tells of the institution between two dates, as far as the
// scenario reaches.
func (a *app) explainInstitution(spec *model.Spec, design int, f explainFlags, from, to model.Date) error {
	if to < spec.Start || from >= spec.End {
		return fmt.Errorf(a.say("--from, --to: el escenario va de %s a %s", "--from, --to: the scenario runs from %s to %s"), spec.Start, spec.End-1)
	}
	c := biography.Log(spec, design, f.seed, f.replication, max(from, spec.Start), min(to, spec.End-1))
	if f.json {
		return failed(encode(a.stdout, newLogJSON(c)))
	}
	return failed(c.Write(a.stdout, a.lang, a.page))
}

// listJSON is what `cumbre explain --list --json` prints.
type listJSON struct {
	Scenario    string          `json:"scenario"`
	Design      string          `json:"design"`
	Seed        uint64          `json:"seed"`
	Replication uint64          `json:"replication"`
	Issued      int             `json:"issued"` // by the run in all
	Mandates    []listedMandate `json:"mandates"`
}

type listedMandate struct {
	Name       string   `json:"name"`
	Group      textJSON `json:"group"`
	Instrument textJSON `json:"instrument"`
	State      string   `json:"state"`
	Vetoes     int      `json:"vetoes"`
	Issued     string   `json:"issued"`
	Adopted    *string  `json:"adopted"`
	Ended      *string  `json:"ended"`
	Days       number   `json:"days"` // to its end, or to that of the run
}

func newListJSON(t *biography.Table) listJSON {
	out := listJSON{
		Scenario: t.Spec.Name, Design: t.Spec.Designs[t.Design].Name, Seed: t.Seed, Replication: t.Replication,
		Issued: t.Issued, Mandates: []listedMandate{},
	}
	for _, m := range t.Mandates {
		out.Mandates = append(out.Mandates, listedMandate{
			Name: m.Name, Group: textJSON(t.Spec.Groups[m.Group].Name), Instrument: textJSON(m.Instrument), State: m.State, Vetoes: m.Vetoes,
			Issued: isoDate(t.Spec, m.Issued), Adopted: maybeDate(t.Spec, m.Adopted), Ended: maybeDate(t.Spec, m.Ended), Days: number(t.Days(m)),
		})
	}
	return out
}

// logJSON is what `cumbre explain --from --to --json` prints.
type logJSON struct {
	Scenario    string     `json:"scenario"`
	Design      string     `json:"design"`
	Seed        uint64     `json:"seed"`
	Replication uint64     `json:"replication"`
	From        string     `json:"from"`
	To          string     `json:"to"`
	GANBefore   *string    `json:"gan_before"` // its meetings next to the period
	GANAfter    *string    `json:"gan_after"`
	Waiting     [2]int     `json:"before_gan"` // mandates before the GAN at the start and at the end
	Entries     []logEntry `json:"entries"`
}

type logEntry struct {
	Date   string        `json:"date"`
	Kind   string        `json:"kind"`
	State  string        `json:"state,omitempty"`
	Member string        `json:"member,omitempty"`
	Body   string        `json:"body,omitempty"`   // of a meeting
	Agreed *int          `json:"agreed,omitempty"` // mandates, at a meeting
	Vetoes *ordered[int] `json:"vetoes,omitempty"` // by member, at a meeting
	Lost   []string      `json:"lost,omitempty"`   // files without memory, at a handover
	contextJSON
}

func newLogJSON(c *biography.Chronicle) logJSON {
	out := logJSON{
		Scenario: c.Spec.Name, Design: c.Spec.Designs[c.Design].Name, Seed: c.Seed, Replication: c.Replication,
		From: c.From.String(), To: c.To.String(), GANBefore: maybeDate(c.Spec, c.GANBefore), GANAfter: maybeDate(c.Spec, c.GANAfter),
		Waiting: c.Waiting, Entries: []logEntry{},
	}
	for _, e := range c.Entries {
		entry := logEntry{Date: isoDate(c.Spec, e.Time), Kind: e.What(), State: e.Record.State, Member: memberCode(c.Spec, e.Member), Lost: e.Lost, contextJSON: newContext(c.Run, e.Event)}
		if e.Record.Kind == model.RecordMeeting {
			entry.Body, entry.Agreed, entry.Vetoes, entry.Member = e.Body.String(), &e.Passed, &ordered[int]{}, ""
			for i, n := range e.Vetoes {
				entry.Vetoes.add(memberCode(c.Spec, i), n)
			}
		}
		out.Entries = append(out.Entries, entry)
	}
	return out
}
