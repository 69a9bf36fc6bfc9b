package biography

import (
	"io"
	"slices"
	"strings"
	"text/tabwriter"

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

// Write writes the table in lang, "es" or "en".
func (t *Table) Write(w io.Writer, lang string) error {
	v := newVoice(t.Run, lang)
	var out strings.Builder
	writeWrapped(&out, v.source())
	out.WriteString(v.say("%s de %s mandatos\n\n", "%s of %s mandates\n\n", v.Number(float64(len(t.Mandates)), 0), v.Number(float64(t.Issued), 0)))
	rows := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	row := func(cells ...string) { _, _ = io.WriteString(rows, strings.Join(cells, "\t")+"\n") } // a Builder does not fail
	row(v.say("mandato", "mandate"), v.say("emitido", "issued"), v.say("instrumento", "instrument"), v.say("estado", "state"),
		v.say("vetos", "vetoes"), v.say("días", "days"), v.say("grupo técnico", "technical group"))
	for _, m := range t.Mandates {
		row(m.Name, v.day(m.Issued), v.in(m.Instrument), v.state(m.State), v.Number(float64(m.Vetoes), 0), v.Number(t.Days(m), 0), v.in(t.Spec.Groups[m.Group].Name))
	}
	if err := rows.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, out.String())
	return err
}
