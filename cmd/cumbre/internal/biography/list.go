package biography

import (
	"io"
	"slices"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
)

// Filter chooses mandates of a list; the zero value takes all.
type Filter struct {
	State  string // a state of the mandate's machine; "" for any
	Vetoed bool   // only those vetoed at least once
}

func (f Filter) takes(m model.MandateInfo) bool {
	return (f.State == "" || m.State == f.State) && (!f.Vetoed || m.Vetoes > 0)
}

// Table is a list of mandates of one run, in order of issue.
type Table struct {
	Run
	Mandates []model.MandateInfo
	Issued   int // by the run in all
}

// List lists the mandates of a run that a filter takes.
func List(spec *model.Spec, design int, seed, replication uint64, f Filter) *Table {
	h := relive(Run{spec, design, seed, replication}, nil)
	taken := slices.DeleteFunc(slices.Clone(h.mandates), func(m model.MandateInfo) bool { return !f.takes(m) })
	return &Table{Run: h.Run, Mandates: taken, Issued: len(h.mandates)}
}

// Days is how long a mandate of the table lived; to the horizon if it is open.
func (t *Table) Days(m model.MandateInfo) float64 { return endOf(t.Run, m) - m.Issued }

// Write writes the table in lang, "es" or "en", on a page.
func (t *Table) Write(w io.Writer, lang string, page layout.Page) error {
	v := newVoice(t.Run, lang, page)
	var out strings.Builder
	v.prose(&out, v.source())
	out.WriteString(v.say("%s de %s mandatos\n\n", "%s of %s mandates\n\n", v.Number(float64(len(t.Mandates)), 0), v.Number(float64(t.Issued), 0)))
	rows := layout.Table{Gap: 2, Columns: []layout.Column{
		{Head: v.say("mandato", "mandate")}, {Head: v.say("emitido", "issued")}, {Head: v.say("instrumento", "instrument"), Words: true},
		{Head: v.say("estado", "state"), Words: true}, {Head: v.say("vetos", "vetoes")}, {Head: v.say("días", "days")},
		{Head: v.say("grupo técnico", "technical group"), Words: true},
	}}
	for _, m := range t.Mandates {
		rows.Texts(m.Name, v.day(m.Issued), v.in(m.Instrument), v.state(m.State), v.Number(float64(m.Vetoes), 0), v.Number(t.Days(m), 0), v.in(t.Spec.Groups[m.Group].Name))
	}
	out.WriteString(rows.Set(page))
	_, err := io.WriteString(w, out.String())
	return err
}
