package cli

import (
	"fmt"
	"math"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/calibrate"
	"cumbre/model/compare"
	"cumbre/model/history"
	"cumbre/sim/abc"
)

// text is the calibration for people: what was fitted, what was learnt of each parameter,
// targets met and missed, and what follows.
func (c *calibration) text() string {
	a, page := c.app, c.app.page
	var b strings.Builder
	b.WriteString(page.Prose(c.Spec.Title.In(a.lang)) + "\n" + page.Prose(c.method()) + "\n\n")
	if c.chosen != nil {
		b.WriteString(c.parameterTable().Set(page) + "\n")
	}
	b.WriteString(page.Prose(c.caption()) + "\n\n" + c.targetTable().Set(page) + "\n")
	for _, s := range c.sentences() {
		b.WriteString(page.Prose(s) + "\n")
	}
	return b.String()
}

// method says what was done.
func (c *calibration) method() string {
	a := c.app
	if c.chosen == nil {
		return fmt.Sprintf(a.say("Los valores del escenario `%s` frente a los objetivos, en %d corridas con semilla %d.", "The values of scenario `%s` against the targets, in %d runs with seed %d."),
			c.Spec.Name, checkRuns, c.flags.seed)
	}
	return fmt.Sprintf(a.say("Cálculo bayesiano aproximado secuencial sobre `%s`: %d puntos (%d distintos), %d simulaciones, semilla %d, discrepancia del modelo %s de cada cifra.",
		"Sequential approximate Bayesian computation on `%s`: %d points (%d distinct), %d simulations, seed %d, model discrepancy %s of each figure."),
		c.Spec.Name, c.flags.particles, c.result.Unique, c.result.Simulations, c.flags.seed, compare.NewFormat(a.lang).Number(c.Discrepancy, 2))
}

func (c *calibration) parameterTable() *layout.Table {
	a := c.app
	t := &layout.Table{Columns: []layout.Column{{Head: a.say("parámetro", "parameter")}, {Head: a.say("antes", "before")}, {Head: a.say("aceptado: mediana [5 a 95 %]", "accepted: median [5 to 95%]")},
		{Head: a.say("anchura", "width"), Right: true}, {Head: a.say("elegido", "chosen"), Right: true}}}
	for i, m := range calibrate.Accepted(c.result.Particles).Marginals(c.Free) {
		f := c.Free[i]
		t.Row(layout.Cell{f.Name()}, layout.Cell{c.range_(f.Low, f.High)}, layout.Cell{c.figure(m.Median), "[" + c.range_(m.Low, m.High) + "]"},
			layout.Cell{compare.NewFormat(a.lang).Number(m.Width, 2)}, layout.Cell{c.figure(c.chosen[i])})
	}
	return t
}

// figure writes a number with three significant digits.
func (c *calibration) figure(x float64) string {
	decimals := 0
	for y := math.Abs(x); y != 0 && y < 100 && decimals < 4; y *= 10 {
		decimals++
	}
	return compare.NewFormat(c.app.lang).Number(x, decimals)
}

func (c *calibration) range_(low, high float64) string {
	return c.figure(low) + c.app.say(" a ", " to ") + c.figure(high)
}

// caption says what the columns of the targets hold.
func (c *calibration) caption() string {
	a := c.app
	if c.chosen == nil {
		return a.say("Objetivo [intervalo de sus fuentes] y simulado: mediana [percentil 5 a 95]. Hay acierto (✓) si la mediana cae en el intervalo y la banda, ensanchada por el error del valor, lo contiene.",
			"Target [interval of its sources] and simulated: median [5th to 95th percentile]. It is a hit (✓) if the median lies in the interval and the band, widened by the error of the value, holds it.")
	}
	return a.say("Anchura: de lo aceptado, como parte de la de antes; 1 es no haber aprendido nada. Objetivo [intervalo de sus fuentes] y simulado de nuevo: mediana [percentil 5 a 95] con puntos del conjunto aceptado y con el elegido. Hay acierto (✓) si la mediana cae en el intervalo y la banda, ensanchada por el error del valor, lo contiene.",
		"Width: of what was accepted, as a share of that before; 1 is nothing learnt. Target [interval of its sources] and simulated anew: median [5th to 95th percentile] with points of the accepted set and with the chosen one. It is a hit (✓) if the median lies in the interval and the band, widened by the error of the value, holds it.")
}

func (c *calibration) targetTable() *layout.Table {
	a := c.app
	t := &layout.Table{Columns: []layout.Column{{Head: a.say("cantidad", "quantity"), Words: true, Width: labelWidth}, {Head: a.say("uso", "use")}, {Head: a.say("objetivo", "target")}}}
	if c.chosen != nil {
		t.Columns = append(t.Columns, layout.Column{Head: a.say("aceptado", "accepted")})
	}
	t.Columns = append(t.Columns, layout.Column{Head: a.say("elegido", "chosen")})
	if c.chosen == nil {
		t.Columns[len(t.Columns)-1].Head = a.say("simulado", "simulated")
	}
	for i, o := range c.outcomes {
		row := []layout.Cell{{c.name(o.Target)}, {a.useText(o.Target.Use)}, c.goal(o.Target)}
		if c.chosen != nil {
			row = append(row, c.outcome(c.fitted[i]))
		}
		t.Row(append(row, c.outcome(o))...)
	}
	return t
}

// name is what a target is of, with its window.
func (c *calibration) name(t history.Target) string {
	name := t.Name
	if t.Quantity != nil {
		name = t.Quantity.Text.In(c.app.lang)
	}
	switch {
	case t.From == 0 && t.To == 0:
		return name
	case t.Quantity != nil && t.Quantity.Moment || t.From == t.To:
		return name + ", " + t.To.String()
	}
	return name + fmt.Sprintf(c.app.say(", de %s a %s", ", %s to %s"), t.From, t.To)
}

var useTexts = map[history.Use][2]string{
	history.Calibrate: {"se ajusta", "fitted"}, history.Check: {"se comprueba", "checked"}, history.Input: {"dato", "input"},
	history.Free: {"libre", "free"}, history.Unmodelled: {"fuera del modelo", "not modelled"},
}

func (a *app) useText(u history.Use) string { return a.say(useTexts[u][0], useTexts[u][1]) }

func (c *calibration) goal(t history.Target) layout.Cell {
	var cell layout.Cell
	if !math.IsNaN(t.Value) {
		cell = append(cell, c.figure(t.Value))
	}
	if !math.IsNaN(t.Low) {
		cell = append(cell, "["+c.range_(t.Low, t.High)+"]")
	}
	return cell
}

func (c *calibration) outcome(o calibrate.Outcome) layout.Cell {
	if o.Target.Quantity == nil || len(o.Sorted) == 0 {
		return layout.Cell{compare.Undefined}
	}
	mark := map[history.Verdict]string{history.Hit: "✓", history.Miss: "✗"}[o.Verdict]
	return layout.Cell{c.figure(o.Median), "[" + c.range_(o.Low, o.High) + "] " + mark}
}

// sentences say what follows: whether the errors stated were reached, what was hit and
// what missed, and what no figure constrains.
func (c *calibration) sentences() []string {
	a := c.app
	var all []string
	if c.chosen != nil {
		all = append(all, c.reached())
		hit, of, _ := hits(c.fitted, history.Calibrate)
		all = append(all, fmt.Sprintf(a.say("Con el conjunto aceptado aciertan %d de %d objetivos ajustados.", "With the accepted set %d of %d fitted targets are hit."), hit, of))
	}
	for _, use := range []history.Use{history.Calibrate, history.Check, history.Input} {
		if hit, of, missed := hits(c.outcomes, use); of > 0 {
			s := fmt.Sprintf(a.say("%s: aciertan %d de %d", "%s: %d of %d are hit"), capital(c.point(use)), hit, of)
			if len(missed) > 0 {
				s += a.say("; fallan ", "; missed: ") + strings.Join(missed, ", ")
			}
			all = append(all, s+".")
		}
	}
	for _, o := range c.outcomes {
		if o.Target.Use == history.Free && len(o.Sorted) > 0 {
			all = append(all, fmt.Sprintf(a.say("De «%s» no existe cifra de la Alianza: la calibración la mantiene en el intervalo de sus pares, %s, y aquí da %s%s. La brecha de implementación es por tanto un supuesto: varíelo antes de creer lo que dependa de él.",
				"Of “%s” no figure of the Alliance exists: the calibration keeps it within the interval of its peers, %s, and here it is %s%s. So the implementation gap is an assumption: vary it before you believe what depends on it."),
				o.Target.Quantity.Text.In(a.lang), c.range_(o.Target.Low, o.Target.High), c.figure(o.Median), c.beyond(o)))
		}
	}
	return all
}

// beyond says that a median misses the interval, if it does.
func (c *calibration) beyond(o calibrate.Outcome) string {
	if o.Verdict == history.Miss {
		return c.app.say(", fuera de él", ", outside it")
	}
	return ""
}

// point says which targets a count is of.
func (c *calibration) point(use history.Use) string {
	a := c.app
	where := a.say(" con el punto elegido", " at the chosen point")
	if c.chosen == nil {
		where = ""
	}
	switch use {
	case history.Calibrate:
		return a.say("objetivos que se ajustan", "targets that are fitted") + where
	case history.Check:
		return a.say("objetivos que sólo se comprueban", "targets that are only checked") + where
	}
	return a.say("datos que el escenario da", "what the scenario states")
}

// reached says how far the sampler came.
func (c *calibration) reached() string {
	a := c.app
	if c.result.Stop == abc.AtStatedError {
		return a.say("El ajuste llegó a los errores declarados.", "The fit reached the errors stated.")
	}
	return fmt.Sprintf(a.say("El ajuste NO llegó a los errores declarados: lo aceptado vale para errores %s veces mayores. El modelo no puede con todos los objetivos a la vez, o hacen falta más puntos.",
		"The fit did NOT reach the errors stated: what was accepted holds for errors %s times as large. The model cannot meet all targets at once, or more points are needed."),
		compare.NewFormat(a.lang).Number(c.result.Scale, 2))
}
