package robustness

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// Words puts records into sentences in one language. Titles are what the designs
// are called, in the order of the record's.
type Words struct {
	Lang   string
	Titles []string
	compare.Format
}

// NewWords returns the words of a language, "es" or "en"; any other reads English.
func NewWords(lang string, titles []string) Words {
	return Words{lang, titles, compare.NewFormat(lang)}
}

func (w Words) say(es, en string) string { return model.Text{ES: es, EN: en}.In(w.Lang) }

// Percent writes a share of worlds as a whole number of per cent, or with a
// decimal where that would read as all or none of them.
func (w Words) Percent(share float64) string {
	if share != share {
		return compare.Undefined
	}
	decimals := 0
	if share > 0 && share < 0.01 || share < 1 && share > 0.99 {
		decimals = 1
	}
	return w.Number(100*share, decimals) + w.say(" %", "%")
}

// Sentences say what one record found and how that is to be read.
func (w Words) Sentences(rec Record) []string { return []string{w.Summary(rec), w.ReadingOf(rec)} }

// ReadingOf says what the shares of a record are not.
func (w Words) ReadingOf(rec Record) string {
	if rec.Accepted == nil {
		return w.say("Estas proporciones dan el mismo peso a todos los valores de los rangos; no son probabilidades.",
			"These shares weigh all values in the ranges equally; they are not probabilities.")
	}
	s := w.say("Son proporciones de puntos que concuerdan con el registro hasta donde lo pide la calibración, y dependen de sus rangos; lo que ella no dejó libre queda como dice el escenario.",
		"These are shares of points that agree with the record as far as the calibration asks, and they depend on its ranges; what it did not leave free stays as the scenario says.")
	if rec.Accepted.Effective < rec.Worlds {
		s += fmt.Sprintf(w.say(" Entre los puntos hay copias: los intervalos y las distancias críticas cuentan lo que pesan, %s puntos distintos.",
			" Some points are copies of others: intervals and critical distances count what they weigh, %s different points."), w.Number(float64(rec.Accepted.Effective), 0))
	}
	return s
}

// Alone says that there is no robust answer to stand beside the point answer; the
// command that gives one is to follow.
func (w Words) Alone() string {
	return w.say("Este resultado vale para un solo conjunto de valores y va sin su comparación robusta. Para ver si resiste otros supuestos:",
		"This result stands alone: it holds for one set of values. To see whether it survives other assumptions:")
}

// Summary says who leads how often in one record's worlds.
func (w Words) Summary(rec Record) string {
	if rec.Worlds == 0 {
		return w.say("Ningún mundo llegó a terminarse.", "No world was finished.")
	}
	s := fmt.Sprintf(w.say("En %s: %s.", "In %s: %s."), w.Draw(rec), w.shares(rec, rec.Measures[0]))
	if rec.Barren > 0 {
		s += fmt.Sprintf(w.say(" En el %s de los mundos ningún diseño cumple un solo mandato.", " In %s of the worlds no design fulfils a single mandate."), w.Percent(rec.Part(rec.Barren)))
	}
	var others []string
	for _, m := range rec.Measures[1:] {
		if m.Leads[byShare(m)[0]].Worlds > 0 {
			others = append(others, w.most(m))
		}
	}
	if len(others) > 0 {
		s += fmt.Sprintf(w.say(" Más a menudo van en cabeza %s.", " Most often the leaders are, %s."), strings.Join(others, "; "))
	}
	if d := w.deciders(rec.Measures[0]); d != "" {
		s += " " + d
	}
	return s
}

// Draw says what was drawn: how many worlds, of what.
func (w Words) Draw(rec Record) string {
	worlds := fmt.Sprintf(w.say("%s mundos", "%s worlds"), w.Number(float64(rec.Worlds), 0))
	if rec.Worlds == 1 {
		worlds = w.say("1 mundo", "1 world")
	}
	return worlds + " " + w.Drawn(rec)
}

// Drawn says what is drawn, and how far.
func (w Words) Drawn(rec Record) string {
	if rec.Accepted != nil {
		return fmt.Sprintf(w.say("con valores de %d parámetros que concuerdan con el registro (conjunto aceptado %s, %s puntos)", "with values of %d parameters that agree with the record (accepted set %s, %s points)"),
			rec.Drawn, rec.Accepted.File, w.Number(float64(rec.Accepted.Rows), 0))
	}
	whole := w.say("con %d supuestos sorteados a la vez en su rango plausible", "with %d assumptions drawn at once from their plausible ranges")
	if rec.Reach == 1 {
		return fmt.Sprintf(whole, rec.Drawn)
	}
	near := w.say("con %d supuestos sorteados a la vez hasta el %s del camino entre su valor en el escenario y los extremos de su rango plausible",
		"with %d assumptions drawn at once, up to %s of the way from their values in the scenario to the ends of their plausible ranges")
	return fmt.Sprintf(near, rec.Drawn, w.Percent(rec.Reach))
}

// shares lists the designs by how often they lead, and the worlds without a lead.
func (w Words) shares(rec Record, m Measure) string {
	if m.None() == rec.Worlds {
		return fmt.Sprintf(w.say("ningún diseño va en cabeza en %s", "no design leads in %s"), compare.Brief(m.Of(), w.Lang))
	}
	var items []string
	for i, d := range byShare(m) {
		l := m.Leads[d]
		of := w.say("%s en el %s", "%s in %s")
		name := w.name(d)
		if i == 0 {
			of = w.say("%s en el %s de los mundos", "%s in %s of the worlds")
			name += fmt.Sprintf(w.say(" va en cabeza en %s", " leads in %s"), compare.Brief(m.Of(), w.Lang))
		}
		items = append(items, fmt.Sprintf(of, name, w.Percent(float64(l.Share)))+fmt.Sprintf(w.say(" (de %s a %s; con claridad, en el %s)", " (%s to %s; clearly in %s)"),
			w.Number(100*float64(l.Low), 0), w.Number(100*float64(l.High), 0), w.Percent(rec.Part(l.Clear))))
	}
	if m.None() > 0 {
		items = append(items, fmt.Sprintf(w.say("ninguno en el %s", "none in %s"), w.Percent(rec.Part(m.None()))))
	}
	return strings.Join(items, "; ")
}

// most names the design that leads most often in a measure, where one does.
func (w Words) most(m Measure) string {
	first := byShare(m)[0]
	return fmt.Sprintf(w.say("en %s, %s (%s)", "in %s, %s (%s)"), compare.Brief(m.Of(), w.Lang), w.name(first), w.Percent(float64(m.Leads[first].Share)))
}

// deciders names the parameters that decide most whether the design that leads
// most often does.
func (w Words) deciders(m Measure) string {
	first := byShare(m)[0]
	found := m.Leads[first].Decisive
	if len(found) == 0 {
		return ""
	}
	var items []string
	for _, d := range found[:min(len(found), told)] {
		items = append(items, d.Parameter+" "+w.Where(d))
	}
	return fmt.Sprintf(w.say("Lo que más decide: %s va en cabeza más a menudo con %s.", "What decides most: %s leads more often with %s."), w.name(first), strings.Join(items, ", "))
}

// told is how many parameters a sentence names; the report has all.
const told = 3

// Where says on which side of its range a parameter favours the lead.
func (w Words) Where(d Decisive) string {
	if d.Leads == "large" {
		return w.say("alto", "large")
	}
	return w.say("bajo", "small")
}

// byShare returns the positions of the designs, those that lead most often first.
func byShare(m Measure) []int {
	order := make([]int, len(m.Leads))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(m.Leads[b].Worlds, m.Leads[a].Worlds) })
	return order
}

func (w Words) name(design int) string {
	return fmt.Sprintf(w.say("«%s»", "“%s”"), w.Titles[design])
}
