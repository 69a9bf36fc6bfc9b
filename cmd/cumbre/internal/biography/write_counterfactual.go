package biography

import (
	"fmt"
	"io"
	"math"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/compare"
)

// Write writes in lang, "es" or "en", what became of the mandate and of the run
// with the veto and without it, on a page.
func (c *Counterfactual) Write(w io.Writer, lang string, page layout.Page) error {
	v := newVoice(c.With.Run, lang, page)
	var out strings.Builder
	c.heading(v, &out)
	c.fates(v, &out)
	c.tails(v, &out)
	out.WriteByte('\n')
	c.run(v, &out)
	_, err := io.WriteString(w, out.String())
	return err
}

// tails tells both lives from the ballot at which they part until they are the
// same again.
func (c *Counterfactual) tails(v voice, out *strings.Builder) {
	part := func(b *Biography) []Event { return b.Events[c.Split : len(b.Events)-c.Rejoin] }
	fmt.Fprintf(out, "\n%s\n", v.say("Con el veto, desde esa votación:", "With the veto, from that ballot on:"))
	c.With.story(v, out, c.Split, part(c.With))
	fmt.Fprintf(out, "\n%s\n", v.say("Sin el veto:", "Without the veto:"))
	c.Without.story(v, out, c.Split, part(c.Without))
	if c.Rejoin > 0 {
		fmt.Fprintf(out, "%s\n", v.say("Lo que sigue es igual en ambas historias.", "What follows is the same in both histories."))
	}
	if i := c.Replaced(); i != None {
		out.WriteByte('\n')
		v.prose(out, v.say("Sin ese veto, %s veta en la misma votación: mientras baste una objeción, quitar una deja oír la siguiente.",
			"Without that veto %s vetoes in the same ballot: as long as one objection is enough, taking one away lets the next be heard.", v.member(i)))
	}
}

func (c *Counterfactual) heading(v voice, out *strings.Builder) {
	when := v.day(c.With.Events[c.Split].Time)
	v.prose(out, v.say("%s sin el veto %d: el %s, ante %s, %s consiente en vez de vetar.",
		"%s without veto %d: on %s, before %s, %s consents instead of vetoing.", c.With.Name, c.Number, when, v.body(c.Veto.Body), v.member(c.Veto.Member)))
	v.prose(out, v.source())
	c.choice(v, out)
	out.WriteByte('\n')
}

// choice says why it is this veto, where that needs saying.
func (c *Counterfactual) choice(v voice, out *strings.Builder) {
	switch {
	case !c.Chosen:
	case !c.Pivotal():
		v.prose(out, v.say("Ninguno de sus vetos, quitado él solo, cambia el desenlace; éste es el primero.",
			"None of its vetoes changes the outcome when it alone is taken away; this is the first."))
	case c.Number > 1:
		v.prose(out, v.say("Es el primero de sus vetos que, quitado él solo, cambia el desenlace.",
			"It is the first of its vetoes that changes the outcome when it alone is taken away."))
	}
}

// compared starts a table of what was with the veto and without it.
func compared(label, with, without string, more ...string) *layout.Table {
	t := &layout.Table{Columns: []layout.Column{{Head: label, Width: 40, Words: true}}}
	for _, head := range append([]string{with, without}, more...) {
		t.Columns = append(t.Columns, layout.Column{Head: head, Right: true})
	}
	return t
}

// fates sets both lives of the mandate side by side.
func (c *Counterfactual) fates(v voice, out *strings.Builder) {
	t := compared("", v.say("con el veto", "with the veto"), v.say("sin el veto", "without it"))
	row := func(label string, of func(*Biography) string) { t.Texts(label, of(c.With), of(c.Without)) }
	date := func(t float64) string {
		if math.IsNaN(t) {
			return compare.Undefined
		}
		return v.day(t)
	}
	row(v.say("estado", "state"), func(b *Biography) string { return v.state(b.State) })
	row(v.say("adoptado", "adopted"), func(b *Biography) string { return date(b.Adopted) })
	row(v.say("terminado", "ended"), func(b *Biography) string { return date(b.Ended) })
	row(v.say("edad (días)", "age (days)"), func(b *Biography) string { return v.Number(b.Age(), 0) })
	row(v.say("profundidad", "depth"), func(b *Biography) string { return v.depth(b.Depth) })
	row(v.say("vetos", "vetoes"), func(b *Biography) string { return v.Number(float64(b.MandateInfo.Vetoes), 0) })
	out.WriteString(t.Set(v.page))
}

// run tells what the veto changed in the run as a whole, and what that is worth.
func (c *Counterfactual) run(v voice, out *strings.Builder) {
	if len(c.Metrics) == 0 && c.OtherEnds == 0 {
		v.prose(out, v.say("En el resto de la corrida no cambia ninguna medida principal.", "In the rest of the run no main measure changes."))
	} else {
		t := compared(v.say("La corrida entera", "The whole run"), v.say("con el veto", "with the veto"), v.say("sin el veto", "without it"), v.say("cambio", "change"))
		for _, m := range c.Metrics {
			decimals := m.decimals()
			t.Texts(compare.Brief(m.Metric, v.lang), v.Number(m.With, decimals), v.Number(m.Without, decimals), v.Signed(m.Without-m.With, decimals))
		}
		out.WriteString(t.Set(v.page))
	}
	out.WriteByte('\n')
	v.prose(out, v.say(
		"De los otros %s mandatos, %s acaban en otro estado.", "Of the other %s mandates, %s end in another state.",
		v.Number(float64(c.Others), 0), v.Number(float64(c.OtherEnds), 0)))
	v.prose(out, v.say(
		"Cautela: ésta es una sola réplica, no un efecto medio. Un veto menos cambia turnos, cargas y cohesión, y con ellos decisiones que nada tienen que ver con el mandato: en otra réplica el cambio puede tener otro signo. Para efectos medios, compare diseños con muchas réplicas (cumbre compare).",
		"Caution: this is one replication, not an average effect. One veto less changes turns, loads and cohesion, and with them decisions that have nothing to do with the mandate: in another replication the change may have the other sign. For average effects compare designs over many replications (cumbre compare)."))
}

// decimals is how many a change needs to show: those of its metric or, where
// that hides the change or makes the line seem not to add up, up to three more.
func (m Change) decimals() int {
	base := m.Metric.Info().Decimals
	decimals := base
	for decimals < base+3 && !m.shows(decimals) {
		decimals++
	}
	return decimals
}

func (m Change) shows(decimals int) bool {
	scale := math.Pow10(decimals)
	change := math.Round((m.Without - m.With) * scale)
	return change != 0 && change == math.Round(m.Without*scale)-math.Round(m.With*scale)
}
