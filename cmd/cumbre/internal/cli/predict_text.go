package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/model/history"
)

// Quantities of the terminal's tables, by scope; predictions.csv has all.
var (
	shownYearly = []string{"summits", "gan_meetings", "council_meetings", "tg_rounds", "groups_that_sat"}
	shownTotals = []string{"summits", "longest_gap_without_summit"}
	shownLevels = []string{"groups_in_existence", "mandates_open", "treaties_in_force", "treaty_days_to_force"}
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
	part("En cada año: mediana [percentil 5 a 95].", "In each year: median [5th to 95th percentile].", p.yearly(history.OfYear, shownYearly))
	part("Desde el inicio de la predicción hasta el fin de cada año.", "From the start of the prediction to the end of each year.", p.yearly(history.Cumulative, shownTotals))
	part("Al cierre de cada año. Los días hasta la entrada en vigor son de los tratados firmados desde el inicio de la predicción y en vigor para entonces.",
		"At the end of each year. Days to entry into force are of treaties signed since the start of the prediction and in force by then.", p.yearly(history.AtMoment, shownLevels))
	part("Presidencias pro tempore. ∞: después del horizonte.", "Presidencies pro tempore. ∞: beyond the horizon.", p.presidencies())
	b.WriteString("\n" + page.Fill(" ", a.say("huella de los resultados:", "digest of the results:"), p.Digest) + "\n")
	return b.String()
}

// caveats say what the prediction rests on.
func (p *prediction) caveats() []string {
	a := p.app
	start := history.PredictionStart(p.spec)
	all := []string{fmt.Sprintf(a.say("La predicción empieza el %s. Lo anterior está simulado, no observado: lo abierto y lo firmado hasta entonces es del modelo. El primer año se cuenta desde ese día.",
		"The prediction begins on %s. What is earlier is simulated, not observed: what is open and signed by then is the model's. The first year counts from that day."), start)}
	if x := p.find("summits", history.Cumulative, start.Year()); x != nil && x.Bands.Undefined > 0 {
		all = append(all, fmt.Sprintf(a.say("Las cumbres se cuentan en las historias (%d de %d) en que la del %s se celebró ese día, como ocurrió.",
			"Summits are counted over the histories (%d of %d) in which that of %s was held on the day, as it was."), p.Replications-x.Bands.Undefined, p.Replications, start-1))
	}
	var names []string
	for _, param := range hindsight {
		fitted := p.values.set != nil && slices.ContainsFunc(p.values.set.Free, func(f calibrate.Free) bool { return f.Param == param })
		if !fitted && start > model.NewDate(2022, 1, 1) {
			names = append(names, param.String())
		}
	}
	if len(names) > 0 {
		all = append(all, a.say("No son ciegos los valores de estos supuestos, cuya fuente conoce algo posterior a enero de 2022: ",
			"Not blind are the values of these assumptions, whose source knows something later than January 2022: ")+strings.Join(names, ", ")+".")
	}
	return all
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
			row = append(row, p.band(x.Decimals, x.Bands))
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
	totals := report.BandSection{ID: "totals", Title: a.say("Desde el inicio de la predicción", "Since the start of the prediction")}
	levels := report.BandSection{ID: "levels", Title: a.say("Al cierre de cada año", "At the end of each year"), Text: []string{a.say(
		"Un grupo técnico está activo en dos sentidos: existe (entrada del escenario) o sesionó en al menos una ronda del año. Los días hasta la entrada en vigor son de los tratados firmados desde el inicio de la predicción y en vigor para entonces: los lentos aún faltan.",
		"A technical group is active in two senses: it exists (an input of the scenario) or it sat in at least one round of the year. Days to entry into force are of treaties signed since the start of the prediction and in force by then: the slow ones are still missing.")}}
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
		for _, year := range p.years() {
			x := p.find(name, scope, year)
			f.Caption = p.role(x.Role)
			first, next := model.NewDate(year, 1, 1), model.NewDate(year+1, 1, 1)
			f.Spans = append(f.Spans, bandSpan(strconv.Itoa(year), first, next, x.Quantile))
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
