package robustness

import (
	"fmt"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// besides are the measures told beside a point answer.
var besides = []model.Metric{model.MThroughput, model.MImplementationGap, model.MCostPerFulfilled}

// Beside says what a record found, short enough to stand beside a point answer: who
// leads most often in the main measures, which parameters decide, how to read that
// and which command says more.
func (w Words) Beside(rec Record) []string {
	s := fmt.Sprintf(w.say("Si varían a la vez los %d supuestos (%s mundos), van más a menudo en cabeza",
		"If all %d assumptions vary at once (%s worlds), these lead most often"), rec.Drawn, w.Number(float64(rec.Worlds), 0))
	var items []string
	for _, m := range rec.Measures {
		if slices.Contains(besides, m.Of()) {
			items = append(items, w.leader(m))
		}
	}
	said := []string{s + ": " + strings.Join(items, "; ") + "."}
	if found := w.decisive(rec.Measures[0]); found != "" {
		said = append(said, fmt.Sprintf(w.say("Más favorecen a %s: %s.", "Most in favour of %s: %s."), w.name(byShare(rec.Measures[0])[0]), found))
	}
	return append(said, w.say("Estas proporciones pesan igual todos los valores; no son probabilidades. Más: cumbre robust.",
		"These shares weigh all values equally; they are not probabilities. More: cumbre robust."))
}

// leader names the design that leads most often in a measure, with the share of
// worlds and its interval.
func (w Words) leader(m Measure) string {
	brief, first := compare.Brief(m.Of(), w.Lang), byShare(m)[0]
	l := m.Leads[first]
	if l.Worlds == 0 {
		return fmt.Sprintf(w.say("en %s, ninguno", "in %s, none"), brief)
	}
	return fmt.Sprintf(w.say("en %s, %s (%s; de %s a %s)", "in %s, %s (%s; %s to %s)"), brief, w.name(first), w.Percent(float64(l.Share)),
		w.Number(100*float64(l.Low), 0), w.Number(100*float64(l.High), 0))
}

// Far says how far from the scenario's values a record draws.
func (w Words) Far(rec Record) string {
	if rec.Reach == 1 {
		return w.say("En todo su rango plausible", "From the whole plausible ranges")
	}
	return fmt.Sprintf(w.say("Hasta el %s del camino del valor del escenario a los extremos del rango plausible", "Up to %s of the way from the scenario's values to the ends of the plausible ranges"), w.Percent(rec.Reach))
}
