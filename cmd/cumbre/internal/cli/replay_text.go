package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/compare"
	"cumbre/model/history"
)

// text is the replay for people: bands by year, then windows of several years, then how
// often the archives were met.
func (r *replay) text() string {
	a, page := r.app, r.readable()
	var b strings.Builder
	b.WriteString(r.heading(page))
	b.WriteString("\n" + page.Prose(a.say("Por año civil: mediana simulada [percentil 5 a 95] y lo observado, con ✓ si cae en la banda y ✗ si no.",
		"By calendar year: simulated median [5th to 95th percentile] and what was observed, with ✓ if the band holds it and ✗ if not.")) + "\n\n")
	b.WriteString(r.yearTable().Set(page))
	b.WriteString("\n" + page.Prose(a.say("Donde los archivos sólo dan el número de una reunión en un día, o no dan un año entero: la ventana entre esos días.",
		"Where the archives only number a meeting on a day, or do not cover a whole year: the window between such days.")) + "\n\n")
	b.WriteString(r.windowTable().Set(page))
	b.WriteString("\n" + r.tallyTable().Set(page) + "\n")
	for _, s := range r.sentences() {
		b.WriteString(page.Prose(s) + "\n")
	}
	b.WriteString("\n" + page.Fill(" ", a.say("huella de los resultados:", "digest of the results:"), r.Digest) + "\n")
	return b.String()
}

// years are the calendar years of the readings, in order.
func (r *replay) years() (first, last int) {
	for i := range r.readings {
		if y := r.readings[i].Year; y != 0 {
			if first == 0 || y < first {
				first = y
			}
			last = max(last, y)
		}
	}
	return first, last
}

func (r *replay) yearTable() *layout.Table {
	a := r.app
	t := &layout.Table{Split: true, Columns: []layout.Column{{Head: a.say("año", "year")}}}
	cells := map[int]map[string]layout.Cell{}
	for i := range r.readings {
		if x := &r.readings[i]; x.Year != 0 {
			if cells[x.Year] == nil {
				cells[x.Year] = map[string]layout.Cell{}
			}
			cells[x.Year][x.Quantity.Name] = r.cell(x)
		}
	}
	for _, q := range history.Replayed() {
		t.Columns = append(t.Columns, layout.Column{Head: q.Text.In(a.lang), Width: titleWidth})
	}
	first, last := r.years()
	for year := first; first != 0 && year <= last; year++ {
		row := []layout.Cell{{strconv.Itoa(year)}}
		for _, q := range history.Replayed() {
			row = append(row, cells[year][q.Name])
		}
		t.Row(row...)
	}
	return t
}

// cell is the band of a reading and, if there is one, the observation.
func (r *replay) cell(x *history.Reading) layout.Cell {
	c := r.band(x.Quantity.Decimals, x.Bands)
	if x.Observed != nil {
		c = append(c, r.seen(x))
	}
	return c
}

// band writes a median and the interval from the 5th to the 95th percentile.
func (e *ensemble) band(decimals int, d history.Distribution) layout.Cell {
	number := func(p float64) string { return e.number(d.Quantile(p), decimals) }
	if len(d.Sorted) == 0 {
		return layout.Cell{compare.Undefined}
	}
	return layout.Cell{number(0.5), "[" + number(0.05) + e.app.say(" a ", " to ") + number(0.95) + "]"}
}

// number writes a quantile; with a decimal more where it falls between whole numbers.
func (e *ensemble) number(x float64, decimals int) string {
	format := compare.NewFormat(e.app.lang)
	if decimals == 0 && x < 100 && x != float64(int64(x)) {
		decimals = 1
	}
	if x > maxShown {
		return "∞"
	}
	return format.Number(x, decimals)
}

// maxShown is what lies beyond every horizon.
const maxShown = 1e12

// seen writes what was observed with its verdict.
func (r *replay) seen(x *history.Reading) string {
	mark := map[history.Verdict]string{history.Hit: " ✓", history.Miss: " ✗", history.NotCompared: ""}[x.Verdict()]
	return r.app.say("obs. ", "obs. ") + r.observed(x.Observed, x.Quantity.Decimals) + mark
}

func (r *replay) observed(o *history.Target, decimals int) string {
	value := r.number(o.Value, decimals)
	if o.Low == o.Low {
		interval := r.number(o.Low, decimals) + r.app.say(" a ", " to ") + r.number(o.High, decimals)
		if o.Value != o.Value {
			return interval
		}
		return value + " (" + interval + ")"
	}
	return value
}

func (r *replay) windowTable() *layout.Table {
	a := r.app
	t := &layout.Table{Columns: []layout.Column{
		{Head: a.say("cantidad", "quantity"), Words: true, Width: labelWidth}, {Head: a.say("ventana", "window")},
		{Head: a.say("simulado", "simulated")}, {Head: a.say("observado", "observed")}}}
	for i := range r.readings {
		if x := &r.readings[i]; x.Year == 0 {
			t.Row(layout.Cell{x.Quantity.Text.In(a.lang)}, layout.Cell{x.From.String(), r.until(x)}, r.band(x.Quantity.Decimals, x.Bands), layout.Cell{r.seen(x)})
		}
	}
	return t
}

// until is the last day of a window, or nothing for a moment.
func (r *replay) until(x *history.Reading) string {
	if x.From == x.To {
		return ""
	}
	return r.app.say("a ", "to ") + (x.To - 1).String()
}

// roleText says what agreement is worth.
func (a *app) roleText(role history.Role) string {
	switch role {
	case history.Given:
		return a.say("entrada: el escenario la da, se reproduce por construcción", "input: the scenario states it, reproduced by construction")
	case history.Conditional:
		return a.say("condicionada: el escenario da las fechas de traspaso, la cumbre la pone el modelo", "conditional: the scenario states the dates of handovers, the summit is the model's")
	case history.Tuned:
		return a.say("ajustada: un parámetro se fijó con el mismo registro", "fitted: a parameter was set from the same record")
	}
	return a.say("predicción: ningún parámetro salió de ella", "prediction: no parameter came from it")
}

func (r *replay) tallyTable() *layout.Table {
	a := r.app
	t := &layout.Table{Columns: []layout.Column{{Head: a.say("qué vale el acierto", "what a hit is worth"), Words: true},
		{Head: a.say("aciertos", "hits")}, {Head: a.say("fallos", "misses")}, {Head: a.say("sin comparar", "not compared")}}}
	for _, x := range history.TallyOf(r.readings) {
		t.Texts(a.roleText(x.Role), strconv.Itoa(x.Hits), strconv.Itoa(x.Misses), strconv.Itoa(x.Not))
	}
	return t
}

// sentences say what follows and what does not: every miss by name.
func (r *replay) sentences() []string {
	a := r.app
	hits, compared := 0, 0
	var missed []string
	for _, t := range history.TallyOf(r.readings) {
		hits, compared = hits+t.Hits, compared+t.Hits+t.Misses
	}
	for i := range r.readings {
		if x := &r.readings[i]; x.Verdict() == history.Miss {
			missed = append(missed, r.missed(x))
		}
	}
	all := []string{fmt.Sprintf(a.say("De %d observaciones comparadas, la banda del 5 al 95 %% contiene %d y no contiene %d.",
		"Of %d observations compared, the band from 5 to 95%% holds %d and does not hold %d."), compared, hits, compared-hits)}
	if len(missed) > 0 {
		all = append(all, a.say("Fallos: ", "Misses: ")+strings.Join(missed, "; ")+".")
	}
	if !slices.ContainsFunc(r.readings, func(x history.Reading) bool { return x.Observed != nil && x.Role == history.Predicted }) {
		all = append(all, a.say("Ninguna observación es de una cantidad de la que no saliera un parámetro: la prueba del modelo es lo que dice de después del registro (cumbre predict).",
			"No observation is of a quantity that no parameter came from: the test of the model is what it says of the time after the record (cumbre predict)."))
	}
	if r.outside > 0 {
		all = append(all, fmt.Sprintf(a.say("%d observaciones quedan fuera del horizonte del escenario.", "%d observations lie outside the scenario's horizon."), r.outside))
	}
	return all
}

func (r *replay) missed(x *history.Reading) string {
	a := r.app
	when := yearCell(x.Year)
	switch {
	case x.From == x.To:
		when = x.From.String()
	case x.Year == 0:
		when = x.From.String() + " " + r.until(x)
	}
	s := fmt.Sprintf(a.say("%s, %s: simulado %s, observado %s", "%s, %s: simulated %s, observed %s"),
		x.Quantity.Text.In(a.lang), when, strings.Join(r.band(x.Quantity.Decimals, x.Bands), " "), r.observed(x.Observed, x.Quantity.Decimals))
	if x.Role == history.Given {
		s += a.say(" (es una entrada: lo que se reconstruyó contradice a esta fuente)", " (an input: what was reconstructed contradicts this source)")
	}
	return s
}
