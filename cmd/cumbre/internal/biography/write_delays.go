package biography

import (
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/compare"
)

// delays writes who held the mandate up, and how. The days of one party alone and
// those of several add up to the waiting that the phases tell.
func (b *Biography) delays(v voice, out *strings.Builder) {
	t := layout.Table{Columns: []layout.Column{
		{Head: v.say("quién lo detuvo", "who held it up"), Words: true}, {Head: v.say("vetos", "vetoes"), Right: true},
		{Head: v.say("reservas", "reservations"), Right: true}, {Head: v.say("días sólo por él", "days for it alone"), Right: true},
		{Head: v.say("y con otros", "and with others"), Right: true},
	}}
	rows := 0
	for _, d := range b.Delays() {
		if d.shows() {
			t.Texts(v.member(d.Member), v.Number(float64(d.Vetoes), 0), v.Number(float64(d.Reservations), 0), v.Number(d.Days, 1), v.Number(d.WithOthers, 1))
			rows++
		}
	}
	if rows == 0 {
		return
	}
	row := func(label string, days float64) {
		t.Texts(label, compare.Undefined, compare.Undefined, v.Number(days, 1), compare.Undefined)
	}
	row(v.say("varios a la vez", "several at once"), b.Waits.Several)
	row(v.say("en espera", "waiting"), b.Waits.Total())
	t.Note(v.say("Un día de espera (de personas, del mediador en una negociación, de ratificación o dejado de lado) es de quien, sólo él, lo detenía; si eran varios, de ninguno.",
		"A day of waiting (for people, for the mediator of a negotiation, for ratification or laid aside) is charged to whoever alone held it up; to nobody if several did."))
	out.WriteString("\n" + t.Set(v.page))
}

// shows reports whether anything but zeros would be written.
func (d Delay) shows() bool {
	return d.Vetoes > 0 || d.Reservations > 0 || max(d.Days, d.WithOthers) >= 0.05
}
