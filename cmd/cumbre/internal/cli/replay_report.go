package cli

import (
	"fmt"
	"strconv"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/model/history"
)

// page is the replay's report.
func (r *replay) page() *report.Bands {
	a := r.app
	b := &report.Bands{
		Lang: a.lang, Kind: a.say("Cumbre · La historia, simulada y observada", "Cumbre · History, simulated and observed"),
		Title: r.spec.Title.In(a.lang), Question: a.say("¿Contienen las bandas simuladas lo que se observó?", "Do the simulated bands hold what was observed?"),
		Facts: r.facts(), Command: a.again(r.Replications, r.flags.seed), Short: append(r.sentences(), r.where()), Cite: r.cite(),
	}
	worth := report.BandSection{ID: "worth", Title: a.say("Qué vale cada acierto", "What each hit is worth"), Text: []string{a.say(
		"Una observación es un acierto si la banda simulada del 5 al 95 % la contiene, o contiene parte del intervalo que dejan sus fuentes. De una predicción perfecta caería fuera una de cada diez; de recuentos pequeños, menos. Lo que el escenario da se reproduce por construcción y no prueba nada.",
		"An observation is a hit if the simulated band from 5 to 95% holds it, or part of the interval that its sources leave. Of a perfect prediction one in ten would fall outside; of small counts, fewer. What the scenario states is reproduced by construction and proves nothing.")}}
	tally := report.BandTable{Caption: a.say("Aciertos y fallos", "Hits and misses"), Numeric: true,
		Head: []string{a.say("Qué vale", "What it is worth"), a.say("Aciertos", "Hits"), a.say("Fallos", "Misses"), a.say("Sin comparar", "Not compared")}}
	for _, t := range history.TallyOf(r.readings) {
		tally.Rows = append(tally.Rows, []string{a.roleText(t.Role), strconv.Itoa(t.Hits), strconv.Itoa(t.Misses), strconv.Itoa(t.Not)})
	}
	worth.Tables = []report.BandTable{tally}
	figures := report.BandSection{ID: "quantities", Title: a.say("Cantidad por cantidad", "Quantity by quantity")}
	for _, q := range history.Replayed() {
		figures.Figures = append(figures.Figures, r.figure(q))
	}
	b.Sections = []report.BandSection{worth, figures, r.sources()}
	return b
}

// figure draws a quantity over the years and windows.
func (r *replay) figure(q *history.Quantity) report.BandFigure {
	a := r.app
	f := report.BandFigure{Name: q.Name, Title: capital(a.quantityLabel(q.Text, q.Unit)), Decimals: q.Decimals}
	hits, misses := 0, 0
	var roles []history.Role
	for i := range r.readings {
		x := &r.readings[i]
		if x.Quantity != q {
			continue
		}
		s := r.span(x)
		if x.Observed != nil {
			s.Observed, s.ObservedLow, s.ObservedHigh = x.Observed.Value, x.Observed.Low, x.Observed.High
			if len(roles) == 0 || roles[len(roles)-1] != x.Role {
				roles = append(roles, x.Role)
			}
		}
		switch x.Verdict() {
		case history.Hit:
			hits++
			s.Verdict = a.say("dentro", "inside")
		case history.Miss:
			misses++
			s.Miss, s.Verdict = true, a.say("fuera", "outside")
		}
		f.Spans = append(f.Spans, s)
	}
	windows := false
	for _, s := range f.Spans {
		windows = windows || s.To-s.From > 1.5 || s.To-s.From < 0.5 && s.To > s.From
	}
	f.Caption = fmt.Sprintf(a.say("Aciertos: %d; fallos: %d.", "Hits: %d; misses: %d."), hits, misses)
	if windows {
		f.Caption += a.say(" Las ventanas de más de año y medio se dibujan por año; las más cortas que un año, con su propio número.",
			" Windows longer than a year and a half are drawn per year; those shorter than a year, with their own number.")
	}
	for _, role := range roles {
		f.Caption += " " + capital(a.roleText(role)) + "."
	}
	return f
}

// span is a reading's simulated side on the axis of years.
func (r *replay) span(x *history.Reading) report.Span {
	label := yearCell(x.Year)
	if x.From == x.To {
		label = x.From.String()
	} else if x.Year == 0 {
		label = x.From.String() + " " + r.until(x)
	}
	s := bandSpan(label, x.From, x.To, x.Quantile)
	return s
}

// bandSpan is a distribution over a stretch of time, with nothing observed.
func bandSpan(label string, from, to model.Date, quantile func(float64) float64) report.Span {
	return report.Span{Label: label, From: decimalYear(from), To: decimalYear(to),
		P5: quantile(0.05), P25: quantile(0.25), P50: quantile(0.5), P75: quantile(0.75), P95: quantile(0.95),
		Observed: nan, ObservedLow: nan, ObservedHigh: nan}
}

// decimalYear is a date as a year and the part of it gone by.
func decimalYear(d model.Date) float64 {
	first, next := model.NewDate(d.Year(), 1, 1), model.NewDate(d.Year()+1, 1, 1)
	return float64(d.Year()) + float64(d-first)/float64(next-first)
}

// sources lists every observation with its source.
func (r *replay) sources() report.BandSection {
	a := r.app
	t := report.BandTable{Caption: a.say("Lo observado (scenarios/facts/observed.csv)", "What was observed (scenarios/facts/observed.csv)"), Head: []string{
		a.say("Cantidad", "Quantity"), a.say("Ventana", "Window"), a.say("Observado", "Observed"), a.say("Fuente", "Source"), a.say("Certeza", "Confidence"), a.say("Nota", "Note")}}
	for i := range r.readings {
		x := &r.readings[i]
		if x.Observed == nil {
			continue
		}
		window := x.From.String()
		if until := r.until(x); until != "" {
			window += " " + until
		}
		t.Rows = append(t.Rows, []string{capital(x.Quantity.Text.In(a.lang)), window, r.observed(x.Observed, x.Quantity.Decimals), x.Observed.Source, x.Observed.Confidence, x.Observed.Note})
	}
	return report.BandSection{ID: "sources", Title: a.say("De dónde sale lo observado", "Where the observations come from"), Tables: []report.BandTable{t},
		Text: []string{a.say("Un número anual sólo está donde los hechos dan el día de cada caso; si no, la ventana entre dos días en que se conoce el número de la reunión. Las fuentes y las notas están en inglés, como en los hechos.",
			"A yearly number is there only where the facts give each case its day; otherwise the window is that between two days on which a meeting's number is known. .")}}
}
