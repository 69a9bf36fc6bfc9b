package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/model/history"
)

// Quantities of the terminal's tables, by scope; predictions.csv has all.
var (
	shownYearly = []string{"summits", "gan_meetings", "council_meetings", "tg_rounds", "groups_that_sat"}
	shownTotals = []string{"summits", "longest_gap_without_summit", "signed_treaty_days_to_force"}
	shownLevels = []string{"groups_in_existence", "mandates_open", "treaties_in_force"}
)

func (p *prediction) text() string {
	a, page := p.app, p.readable()
	var b strings.Builder
	b.WriteString(p.heading(page) + "\n")
	for _, s := range p.caveats() {
		b.WriteString(page.Prose(s) + "\n")
	}
	part := func(es, en string, t *layout.Table) {
		b.WriteString("\n" + page.Prose(a.say(es, en)) + "\n\n" + t.Set(page))
	}
	part("En cada año: mediana [percentil 5 a 95]; entre paréntesis, las historias en que la cantidad tiene un caso, si no son todas.",
		"In each year: median [5th to 95th percentile]; in brackets, the histories that have a case of the quantity, where that is not all.", p.yearly(history.OfYear, shownYearly))
	part("Desde el inicio de la predicción hasta el fin de cada año. "+toForceES, "From the start of the prediction to the end of each year. "+toForceEN, p.yearly(history.Cumulative, shownTotals))
	part("Al cierre de cada año.", "At the end of each year.", p.yearly(history.AtMoment, shownLevels))
	part("Presidencias pro tempore. ∞: después del horizonte.", "Presidencies pro tempore. ∞: beyond the horizon.", p.presidencies())
	b.WriteString("\n" + page.Fill(" ", a.say("huella de los resultados:", "digest of the results:"), p.Digest) + "\n")
	return b.String()
}

// What days to entry into force are of.
const (
	toForceES = "Los días hasta la entrada en vigor son de todos los tratados firmados en ese tiempo, seguidos hasta el horizonte: los que no están en vigor para entonces cuentan como ∞, así que la mediana no sale corta por mirar sólo los rápidos."
	toForceEN = "Days to entry into force are of every treaty signed in that time, followed to the horizon: those not in force by then count as ∞, so that the median is not short for looking at the fast ones alone."
)

// defined adds to a band in how many histories the quantity has a case, where that is not
// all. Of summits the caveats say so once.
func (p *prediction) defined(x *history.Prediction, c layout.Cell) layout.Cell {
	if x.Bands.Undefined == 0 || x.GivenSummit {
		return c
	}
	return append(c, fmt.Sprintf(p.app.say("(%d de %d)", "(%d of %d)"), p.Replications-x.Bands.Undefined, p.Replications))
}

// find returns the prediction of a quantity in a year; of those of treaties' days, that
// of the treaties signed since the start.
func (p *prediction) find(name string, scope history.Scope, year int) *history.Prediction {
	var found *history.Prediction
	for i := range p.all {
		if x := &p.all[i]; x.Name == name && x.Scope == scope && x.Year == year {
			found = x
		}
	}
	return found
}

// years are the calendar years predicted.
func (p *prediction) years() []int {
	var all []int
	for i := range p.all {
		if y := p.all[i].Year; y != 0 && !slices.Contains(all, y) {
			all = append(all, y)
		}
	}
	return all
}

func (p *prediction) yearly(scope history.Scope, names []string) *layout.Table {
	a := p.app
	t := &layout.Table{Split: true, Columns: []layout.Column{{Head: a.say("año", "year")}}}
	for _, name := range names {
		q, _ := history.ByName(name)
		head := q.Text.In(a.lang)
		if name == "groups_in_existence" {
			head += a.say(" (entrada)", " (input)")
		}
		t.Columns = append(t.Columns, layout.Column{Head: head, Width: titleWidth})
	}
	for _, year := range p.years() {
		row := []layout.Cell{{strconv.Itoa(year)}}
		for _, name := range names {
			x := p.find(name, scope, year)
			row = append(row, p.defined(x, p.band(x.Decimals, x.Bands)))
		}
		t.Row(row...)
	}
	return t
}

func (p *prediction) presidencies() *layout.Table {
	a := p.app
	t := &layout.Table{Columns: []layout.Column{{Head: a.say("número", "number")}, {Head: a.say("miembro", "member")},
		{Head: a.say("inicio", "start")}, {Head: a.say("días", "days")}}}
	for i := range p.all {
		x := &p.all[i]
		if x.Scope != history.ByOrdinal || x.Name != "presidency_start" {
			continue
		}
		days := &p.all[i+1] // its length follows
		t.Row(layout.Cell{strconv.Itoa(x.Ordinal)}, layout.Cell{p.member(x), percent(a, x.Share)}, p.ordinalCell(x), p.ordinalCell(days))
	}
	return t
}

func percent(a *app, share float64) string {
	return strconv.Itoa(int(100*share+0.5)) + a.say(" %", "%")
}

// ordinalCell is a band of a presidency; years have no thousands to separate.
func (p *prediction) ordinalCell(x *history.Prediction) layout.Cell {
	number := func(level float64) string {
		v := x.Quantile(level)
		if x.Unit != "decimal year" || v > maxShown {
			return p.number(v, x.Decimals)
		}
		return strings.Replace(strconv.FormatFloat(v, 'f', x.Decimals, 64), ".", p.app.say(",", "."), 1)
	}
	c := layout.Cell{number(0.5), "[" + number(0.05) + p.app.say(" a ", " to ") + number(0.95) + "]"}
	if x.Role == history.Given {
		c = append(c, p.app.say("(entrada)", "(input)"))
	}
	return c
}

// page is the prediction's report.
func (p *prediction) page() *report.Bands {
	a := p.app
	b := &report.Bands{
		Lang: a.lang, Kind: a.say("Cumbre · Una predicción para calificar", "Cumbre · A prediction to be scored"),
		Title: p.spec.Title.In(a.lang), Question: p.spec.Question.In(a.lang), Facts: p.facts(), Command: a.again(p.Replications, p.flags.seed),
		Short: append([]string{p.where()}, p.caveats()...), Cite: p.cite(),
	}
	yearly := report.BandSection{ID: "yearly", Title: a.say("Año por año", "Year by year")}
	totals := report.BandSection{ID: "totals", Title: a.say("Desde el inicio de la predicción", "Since the start of the prediction"), Text: []string{a.say(toForceES, toForceEN)}}
	levels := report.BandSection{ID: "levels", Title: a.say("Al cierre de cada año", "At the end of each year"), Text: []string{a.say(
		"Un grupo técnico está activo en dos sentidos: existe (entrada del escenario) o sesionó en al menos una ronda del año.",
		"A technical group is active in two senses: it exists (an input of the scenario) or it sat in at least one round of the year.")}}
	p.draw(&yearly, history.OfYear, shownYearly, "year_")
	p.draw(&totals, history.Cumulative, shownTotals, "total_")
	p.draw(&levels, history.AtMoment, shownLevels, "level_")
	b.Sections = []report.BandSection{yearly, totals, levels, p.presidencySection()}
	return b
}

func (p *prediction) draw(s *report.BandSection, scope history.Scope, names []string, prefix string) {
	for _, name := range names {
		q, _ := history.ByName(name)
		f := report.BandFigure{Name: prefix + name, Title: capital(p.app.quantityLabel(q.Text, q.Unit)), Decimals: q.Decimals}
		var cases []string
		for _, year := range p.years() {
			x := p.find(name, scope, year)
			f.Caption = p.role(x.Role)
			if x.Bands.Undefined > 0 {
				cases = append(cases, fmt.Sprintf(p.app.say("%d: %d de %d", "%d: %d of %d"), year, p.Replications-x.Bands.Undefined, p.Replications))
			}
			first, next := model.NewDate(year, 1, 1), model.NewDate(year+1, 1, 1)
			f.Spans = append(f.Spans, bandSpan(strconv.Itoa(year), first, next, x.Quantile))
		}
		if len(cases) > 0 {
			f.Caption += p.app.say(" Historias con un caso: ", " Histories with a case: ") + strings.Join(cases, ", ") + "."
		}
		s.Figures = append(s.Figures, f)
	}
}

// role says whether it is the model that predicts.
func (p *prediction) role(r history.Role) string {
	if r == history.Given {
		return p.app.say("Entrada: la da el escenario; no se califica.", "Input: the scenario states it; not to be scored.")
	}
	return p.app.say("Predicción del modelo.", "The model's prediction.")
}

func (p *prediction) presidencySection() report.BandSection {
	a := p.app
	t := report.BandTable{Caption: a.say("Presidencias pro tempore: mediana [percentil 5 a 95]; ∞: después del horizonte", "Presidencies pro tempore: median [5th to 95th percentile]; ∞: beyond the horizon"), Numeric: true,
		Head: []string{a.say("Número", "Number"), a.say("Miembro", "Member"), a.say("Inicio", "Start"), a.say("Días", "Days")}}
	for i := range p.all {
		if x := &p.all[i]; x.Scope == history.ByOrdinal && x.Name == "presidency_start" {
			t.Rows = append(t.Rows, []string{strconv.Itoa(x.Ordinal), p.member(x) + " " + percent(a, x.Share),
				strings.Join(p.ordinalCell(x), " "), strings.Join(p.ordinalCell(&p.all[i+1]), " ")})
		}
	}
	return report.BandSection{ID: "presidencies", Title: a.say("Presidencias pro tempore", "Presidencies pro tempore"), Tables: []report.BandTable{t}}
}
