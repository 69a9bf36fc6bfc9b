package cli

import (
	"fmt"
	"io"
	"math"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// counterfactual tells the same history without the veto of the given number,
// counted from 1: the mandate beside itself, and the run beside itself.
func (t *teller) counterfactual(b *strings.Builder, number int) {
	veto := t.vetoes()[number-1]
	o := t.without(veto)
	other := o.mandate
	fmt.Fprintf(b, t.say("\nLa misma historia sin el veto %d (%s, en %s, %s):\n", "\nThe same history without veto %d (%s, in the %s, %s):\n"),
		number, t.member(veto.Member), t.body(veto.Body), t.date(veto.Time))
	w := columns(b)
	row := func(cells ...string) { writeRow(w, append([]string{"  " + cells[0]}, cells[1:]...)) }
	row("", t.say("como fue", "as it was"), t.say("sin el veto", "without the veto"))
	row(t.say("el mandato", "the mandate"), stateText(t.mandate.State).In(t.lang), stateText(other.State).In(t.lang))
	row(t.say("adoptado", "adopted"), t.when(t.mandate.Adopted), t.when(other.Adopted))
	row(t.say("terminado", "ended"), t.when(t.mandate.Ended), t.when(other.Ended))
	row(t.say("vetos", "vetoes"), t.voters(t.vetoes()), t.voters(o.vetoes))
	row(t.say("profundidad", "depth"), t.Number(t.mandate.Depth, 3), t.Number(other.Depth, 3))
	for _, m := range headMetrics() {
		decimals := m.Info().Decimals + 1 // one mandate moves a total little
		was, would := t.Number(t.result.Metrics[m], decimals), t.Number(o.result.Metrics[m], decimals)
		if was != would {
			row(compare.Brief(m, t.lang), was, would)
		}
	}
	w.Flush()
	fmt.Fprintln(b, wrap(t.say("Es una sola réplica con los mismos números aleatorios: muestra un camino posible, no un efecto medio.",
		"This is one replication on the same random numbers: one possible path, not an average effect."), textWidth))
}

// voters writes how many vetoes there were and whose, in order: when one is
// spared, another member may veto in its place.
func (t *teller) voters(vetoes []model.Record) string {
	if len(vetoes) == 0 {
		return "0"
	}
	return fmt.Sprintf("%d (%s)", len(vetoes), t.members(vetoes))
}

// when is a date, or a dash for never.
func (t *teller) when(time float64) string {
	if math.IsNaN(time) {
		return compare.Undefined
	}
	return t.date(time).String()
}

// explanationJSON is what `cumbre explain --json` prints.
type explanationJSON struct {
	Scenario       string              `json:"scenario"`
	Design         string              `json:"design"`
	Seed           uint64              `json:"seed"`
	Replication    uint64              `json:"replication"`
	Mandate        mandateJSON         `json:"mandate"`
	Biography      []recordJSON        `json:"biography"`
	Counterfactual *counterfactualJSON `json:"counterfactual,omitempty"`
}

type mandateJSON struct {
	Name          string          `json:"name"`
	Group         string          `json:"group"`
	Dimension     string          `json:"dimension"`
	State         string          `json:"state"`
	Level         string          `json:"level"`
	ProposedDepth number          `json:"proposed_depth"`
	Depth         number          `json:"depth"`
	Vetoes        int             `json:"vetoes"`
	Issued        string          `json:"issued"`
	Adopted       *string         `json:"adopted"`
	Ended         *string         `json:"ended"`
	Days          ordered[number] `json:"days"` // by phase
}

type recordJSON struct {
	Date    string `json:"date"`
	Day     number `json:"day"` // since the mandate was issued
	Text    string `json:"text"`
	Mandate bool   `json:"of_mandate"` // false: of the institution meanwhile
}

type counterfactualJSON struct {
	Veto    int                  `json:"veto"`
	Mandate mandateJSON          `json:"mandate"`
	Metrics ordered[withoutJSON] `json:"metrics"`
}

type withoutJSON struct {
	With    number `json:"with"`
	Without number `json:"without"`
}

func (t *teller) writeJSON(w io.Writer, design string, spare int) error {
	out := explanationJSON{
		Scenario: t.spec.Name, Design: design, Seed: t.seed, Replication: t.number,
		Mandate: t.mandateJSON(t.mandate), Biography: []recordJSON{},
	}
	for _, e := range t.biography() {
		out.Biography = append(out.Biography, recordJSON{t.date(e.time).String(), number(e.time - t.mandate.Issued), e.text, !e.around})
	}
	if spare > 0 {
		o := t.without(t.vetoes()[spare-1])
		c := &counterfactualJSON{Veto: spare, Mandate: t.mandateJSON(o.mandate)}
		for _, m := range model.Metrics() {
			c.Metrics.add(m.String(), withoutJSON{number(t.result.Metrics[m]), number(o.result.Metrics[m])})
		}
		out.Counterfactual = c
	}
	return encode(w, out)
}

func (t *teller) mandateJSON(m model.MandateInfo) mandateJSON {
	out := mandateJSON{
		Name: m.Name, Group: t.spec.Groups[m.Group].Name.In(t.lang), Dimension: m.Dimension.String(), State: m.State, Level: m.Level.String(),
		ProposedDepth: number(m.ProposedDepth), Depth: number(m.Depth), Vetoes: m.Vetoes,
		Issued: t.date(m.Issued).String(), Adopted: t.maybe(m.Adopted), Ended: t.maybe(m.Ended),
	}
	for p, days := range m.Spent {
		out.Days.add(model.PhaseNames[p].In("en"), number(days))
	}
	return out
}

// maybe is a date, or nil for never.
func (t *teller) maybe(time float64) *string {
	if math.IsNaN(time) {
		return nil
	}
	s := t.date(time).String()
	return &s
}
