package cli

import (
	"fmt"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model/calibrate"
	"cumbre/model/history"
	"cumbre/sim/stat"
)

// page is the calibration's report.
func (c *calibration) page() *report.Bands {
	a := c.app
	return &report.Bands{
		Lang: a.lang, Kind: a.say("Cumbre · Calibración", "Cumbre · Calibration"),
		Title: c.Spec.Title.In(a.lang), Question: a.say("¿Qué valores de los parámetros inciertos concuerdan con lo que se sabe de la Alianza?", "Which values of the uncertain parameters agree with what is known of the Alliance?"),
		Facts: c.facts(), Command: a.again(checkRuns, c.flags.seed), Short: c.sentences(),
		Sections: []report.BandSection{c.targetSection(), c.figureSection(), c.parameterSection(), c.sourceSection()},
		Cite: fmt.Sprintf(a.say("Cumbre, simulador de la Alianza del Pacífico, versión %s. Calibración de «%s», %d puntos, semilla %d.", "Cumbre, a simulator of the Pacific Alliance, version %s. Calibration of “%s”, %d points, seed %d."),
			currentVersion().Version, c.Spec.Title.In(a.lang), c.flags.particles, c.flags.seed),
	}
}

func (c *calibration) facts() []report.BandFact {
	a, r := c.app, c.result
	return []report.BandFact{
		{Term: a.say("Escenario", "Scenario"), Value: c.Spec.Name, Code: true},
		{Term: a.say("Horizonte", "Horizon"), Value: fmt.Sprintf(a.say("de %s a %s", "%s to %s"), c.Spec.Start, c.Spec.End-1)},
		{Term: a.say("Método", "Method"), Value: a.say("cálculo bayesiano aproximado secuencial (Del Moral, Doucet y Jasra 2012; Wilkinson 2013)", "sequential approximate Bayesian computation (Del Moral, Doucet and Jasra 2012; Wilkinson 2013)")},
		{Term: a.say("Error de cada cifra", "Error of each figure"), Value: a.say("el de sus fuentes, cuyo intervalo se lee como de 90 %, y la discrepancia, en cuadratura", "that of its sources, whose interval is read as one of 90%, and the discrepancy, in quadrature")},
		{Term: a.say("Discrepancia del modelo", "Model discrepancy"), Value: c.figure(c.Discrepancy)},
		{Term: a.say("Puntos (distintos)", "Points (distinct)"), Value: fmt.Sprintf("%d (%d)", len(r.Particles), r.Unique)},
		{Term: a.say("Simulaciones", "Simulations"), Value: strconv.Itoa(r.Simulations)},
		{Term: a.say("Escala alcanzada", "Scale reached"), Value: c.figure(r.Scale)},
		{Term: a.say("Semilla", "Seed"), Value: strconv.FormatUint(c.flags.seed, 10), Code: true},
		{Term: a.say("Versión del programa", "Program version"), Value: currentVersion().Version, Code: true},
	}
}

func (c *calibration) targetSection() report.BandSection {
	a := c.app
	t := report.BandTable{Caption: a.say("Objetivo y simulado, aciertos y fallos", "Target and simulated, hits and misses"), Head: []string{a.say("Cantidad", "Quantity"), a.say("Uso", "Use"), a.say("Objetivo", "Target"), a.say("Aceptado", "Accepted"), a.say("Elegido", "Chosen")}}
	for i, o := range c.outcomes {
		t.Rows = append(t.Rows, []string{c.name(o.Target), a.useText(o.Target.Use), strings.Join(c.goal(o.Target), " "), strings.Join(c.outcome(c.fitted[i]), " "), strings.Join(c.outcome(o), " ")})
	}
	return report.BandSection{ID: "targets", Title: a.say("Los objetivos", "The targets"), Text: []string{c.caption()}, Tables: []report.BandTable{t}}
}

// figureSection draws each quantity of a target with the runs of the accepted set.
func (c *calibration) figureSection() report.BandSection {
	a := c.app
	s := report.BandSection{ID: "figures", Title: a.say("Cantidad por cantidad, con el conjunto aceptado", "Quantity by quantity, with the accepted set")}
	for _, q := range history.Quantities() {
		f := report.BandFigure{Name: q.Name, Title: capital(a.quantityLabel(q.Text, q.Unit)), Decimals: q.Decimals}
		for _, o := range c.fitted {
			if o.Target.Quantity == q && len(o.Sorted) > 0 {
				f.Spans = append(f.Spans, c.span(o))
			}
		}
		if len(f.Spans) > 0 {
			f.Caption = fmt.Sprintf(a.say("%d corridas; caja del 25 al 75 %%, banda del 5 al 95 %%.", "%d runs; box from 25 to 75%%, band from 5 to 95%%."), checkRuns)
			s.Figures = append(s.Figures, f)
		}
	}
	return s
}

func (c *calibration) span(o calibrate.Outcome) report.Span {
	t := o.Target
	s := bandSpan(t.From.String()+"–"+t.To.String(), t.From, t.To, func(p float64) float64 { return stat.Quantile(o.Sorted, p) })
	s.Observed, s.ObservedLow, s.ObservedHigh = t.Value, t.Low, t.High
	switch o.Verdict {
	case history.Hit:
		s.Verdict = c.app.say("acierto", "hit")
	case history.Miss:
		s.Miss, s.Verdict = true, c.app.say("fallo", "miss")
	}
	return s
}

func (c *calibration) parameterSection() report.BandSection {
	a := c.app
	t := report.BandTable{Caption: a.say("Parámetros libres", "Free parameters"), Head: []string{a.say("Parámetro", "Parameter"), a.say("Qué es", "What it is"), a.say("Antes", "Before"), a.say("Por qué", "Why"),
		a.say("Aceptado", "Accepted"), a.say("Anchura", "Width"), a.say("Elegido", "Chosen")}}
	for i, m := range calibrate.Accepted(c.result.Particles).Marginals(c.Free) {
		f := c.Free[i]
		t.Rows = append(t.Rows, []string{f.Name(), f.Param.Info().Text.In(a.lang), c.range_(f.Low, f.High), f.Why.In(a.lang),
			c.figure(m.Median) + " [" + c.range_(m.Low, m.High) + "]", c.figure(m.Width), c.figure(c.chosen[i])})
	}
	return report.BandSection{ID: "parameters", Title: a.say("Lo aprendido de los parámetros", "What was learnt of the parameters"), Tables: []report.BandTable{t}, Text: []string{a.say(
		"Una anchura cercana a 1 dice que las cifras no bastan para saber nada del parámetro: quedó donde estaba antes, y lo que dependa de él es supuesto. El punto elegido es uno de los aceptados (model/calibrate/choose.go), redondeado a dos cifras.",
		"A width near 1 says that the figures do not suffice to learn anything of the parameter: it stayed where it was before, and what depends on it is assumption. The chosen point is one of the accepted (model/calibrate/choose.go), rounded to two digits.")}}
}

func (c *calibration) sourceSection() report.BandSection {
	a := c.app
	t := report.BandTable{Caption: a.say("Fuentes de los objetivos", "Sources of the targets"), Head: []string{a.say("Cantidad", "Quantity"), a.say("Fuente", "Source"), a.say("Certeza", "Confidence"), a.say("Nota", "Note")}}
	for _, x := range c.Targets {
		t.Rows = append(t.Rows, []string{c.name(x), x.Source, x.Confidence, x.Note})
	}
	return report.BandSection{ID: "sources", Title: a.say("Fuentes", "Sources"), Tables: []report.BandTable{t}}
}
