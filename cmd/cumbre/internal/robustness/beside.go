package robustness

import (
	"fmt"
	"strings"

	"cumbre/model/compare"
)

// Beside says what records found, short enough to stand beside a point answer: a
// sentence that opens, one for each record, one that says how to read them.
func (w Words) Beside(all []Record) []string {
	said := []string{fmt.Sprintf(w.say(
		"Quién va en cabeza si los %d supuestos se sortean todos a la vez (cumbre robust, %s mundos por línea):",
		"Who leads if all %d assumptions are drawn at once (cumbre robust, %s worlds a line):"), all[0].Drawn, w.Number(float64(all[0].Worlds), 0))}
	for _, rec := range all {
		said = append(said, w.line(rec))
	}
	last := w.Reading()
	if len(all) > 1 {
		last += w.say(" Dependen también de hasta dónde se sortea: ninguna línea por sí sola es la respuesta.",
			" They also depend on how far one draws: no line by itself is the answer.")
	}
	return append(said, last)
}

// line is one record: the first measure in full, of the others who leads most often.
func (w Words) line(rec Record) string {
	first := rec.Measures[0]
	var items []string
	for _, d := range byShare(first) {
		l := first.Leads[d]
		items = append(items, fmt.Sprintf(w.say("%s %s (de %s a %s)", "%s %s (%s to %s)"), w.name(d), w.Percent(float64(l.Share)), w.Number(100*float64(l.Low), 0), w.Number(100*float64(l.High), 0)))
	}
	if first.None() > 0 {
		items = append(items, w.say("ninguno ", "none ")+w.Percent(rec.Part(first.None())))
	}
	s := fmt.Sprintf(w.say("%s: en %s, %s", "%s: in %s, %s"), w.Far(rec), compare.Brief(first.Of(), w.Lang), strings.Join(items, ", "))
	for _, m := range rec.Measures[1:] {
		if m.Leads[byShare(m)[0]].Worlds > 0 {
			s += "; " + w.most(m)
		}
	}
	if rec.Barren > 0 {
		s += fmt.Sprintf(w.say("; en el %s de los mundos ningún diseño cumple nada", "; in %s of the worlds no design fulfils anything"), w.Percent(rec.Part(rec.Barren)))
	}
	s += "."
	if d := w.deciders(first); d != "" {
		s += " " + d
	}
	return s
}

// Far says how far from the scenario's values a record draws.
func (w Words) Far(rec Record) string {
	if rec.Reach == 1 {
		return w.say("En todo su rango", "From their whole ranges")
	}
	return fmt.Sprintf(w.say("Hasta el %s del camino del valor del escenario a los extremos de su rango", "Up to %s of the way from the scenario's values to the ends of their ranges"), w.Percent(rec.Reach))
}
