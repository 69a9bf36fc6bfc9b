package robustness

import (
	"fmt"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/sim/stat"
)

// besides are the measures told beside a point answer.
var besides = []model.Metric{model.MThroughput, model.MImplementationGap, model.MCostPerFulfilled}

// besidesTold is how many parameters are named there: with two, the text takes four
// lines of a terminal.
const besidesTold = 2

// Beside says what a record found, short enough to stand beside a point answer: who
// leads most often in the main measures, which parameters decide whether the first of
// them does, how to read that and which command says more.
func (w Words) Beside(rec Record) []string {
	var leaders []string
	for _, m := range rec.Measures {
		if slices.Contains(besides, m.Of()) {
			leaders = append(leaders, w.leader(m))
		}
	}
	said := []string{fmt.Sprintf(w.say("Más a menudo en cabeza si varían a la vez los %d supuestos (%s mundos): %s.", "Most often ahead if all %d assumptions vary at once (%s worlds): %s."),
		rec.Drawn, w.Number(float64(rec.Worlds), 0), strings.Join(leaders, "; "))}
	first := rec.Measures[0]
	if found := first.Leads[byShare(first)[0]].Decisive; len(found) > 0 {
		var names []string
		for _, d := range found[:min(len(found), besidesTold)] {
			names = append(names, d.Parameter)
		}
		said = append(said, w.say("Lo que más decide: ", "Deciding most: ")+strings.Join(names, ", ")+".")
	}
	return append(said, w.say("Estas proporciones pesan igual todos los valores; no son probabilidades. Más: cumbre robust.",
		"These shares weigh all values equally; they are not probabilities. More: cumbre robust."))
}

// BesideAccepted says the same of the points that the calibration accepted: how often
// each design leads in the first measure, and who most often in the other main ones.
func (w Words) BesideAccepted(rec Record) []string {
	first := rec.Measures[0]
	var items, others []string
	for _, d := range byShare(first) {
		items = append(items, w.Titles[d]+" "+w.share(first.Leads[d]))
	}
	said := fmt.Sprintf(w.say("En los %s puntos aceptados por la calibración, que concuerdan con el registro, van en cabeza en %s: %s", "Over the %s points that the calibration accepted, which agree with the record, leading in %s: %s"),
		w.Number(float64(rec.Worlds), 0), compare.Brief(first.Of(), w.Lang), strings.Join(items, ", "))
	for _, m := range rec.Measures[1:] {
		if slices.Contains(besides, m.Of()) {
			others = append(others, w.leader(m))
		}
	}
	if len(others) > 0 {
		said += w.say("; más a menudo en ", "; most often in ") + strings.Join(others, w.say("; en ", "; in "))
	}
	return []string{said + ".", w.say("Más: cumbre robust --accepted.", "More: cumbre robust --accepted.")}
}

// leader names the design that leads most often in a measure, with the share of
// worlds and its interval.
func (w Words) leader(m Measure) string {
	first := byShare(m)[0]
	l := m.Leads[first]
	if l.Worlds == 0 {
		return compare.Brief(m.Of(), w.Lang) + ", " + w.say("ninguno", "none")
	}
	return fmt.Sprintf("%s, %s %s", compare.Brief(m.Of(), w.Lang), w.Titles[first], w.share(l))
}

// share writes the share of worlds in which a design leads, with its interval.
func (w Words) share(l Lead) string {
	return w.Percent(float64(l.Share)) + " " + w.Range(stat.Estimate{Low: 100 * float64(l.Low), High: 100 * float64(l.High)}, 0)
}

// Far says how far from the scenario's values a record draws.
func (w Words) Far(rec Record) string {
	if rec.Accepted != nil {
		return w.say("En los puntos que concuerdan con el registro", "Over the points that agree with the record")
	}
	if rec.Reach == 1 {
		return w.say("En todo su rango plausible", "From the whole plausible ranges")
	}
	return fmt.Sprintf(w.say("Hasta el %s del camino del valor del escenario a los extremos del rango plausible", "Up to %s of the way from the scenario's values to the ends of the plausible ranges"), w.Percent(rec.Reach))
}
