package cli

import (
	"fmt"
	"strings"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

// frontier is what the designs cost and give.
func (t analysisTable) frontier(b *strings.Builder) {
	f := t.Frontier
	if f == nil || len(t.Designs) < 2 {
		return
	}
	t.paragraph(b, t.sayf("Costo y efecto en %s, media [intervalo]; costo de una unidad más de efecto frente al siguiente diseño eficiente más barato, y en qué proporción de los remuestreos es eficiente cada uno",
		"Cost and effect over %s, mean [interval]; the cost of one more unit of effect against the next cheaper efficient design, and the share of resamples in which each is efficient", t.allPoints()))
	out := t.columns("", measureLabel(f.Cost, t.lang), measureLabel(f.Effect, t.lang), t.say("situación", "standing"), t.sayf("costo de uno más (%s por %s)", "cost of one more (%s per %s)", compare.Unit(f.Cost.Info().Unit, t.lang), compare.Unit(f.Effect.Info().Unit, t.lang)), t.say("eficiente", "efficient"))
	for d, o := range f.Options {
		ratio := stat.Estimate{Mean: o.Ratio.Value, Low: o.Ratio.Low, High: o.Ratio.High}
		out.Row(layout.Cell{t.title(d)}, t.estimate(o.Cost, f.Cost.Info().Decimals), t.estimate(o.Effect, f.Effect.Info().Decimals),
			layout.Cell{t.standing(o)}, t.estimate(ratio, conclude.Decimals(f.Cost, ratio)), layout.Cell{conclude.Percent(o.Efficient, t.lang)})
	}
	b.WriteString(out.Set(t.page))
}

// standing is a word for where a design stands.
func (t analysisTable) standing(o analysis.FrontierOption) string {
	switch o.Status {
	case sens.Efficient:
		return t.say("eficiente", "efficient")
	case sens.Dominated:
		return t.sayf("dominado por %s", "dominated by %s", t.Designs[o.By].Name)
	case sens.ExtendedlyDominated:
		return t.say("dominado por una mezcla", "dominated by a mix")
	}
	return compare.Undefined
}

// listedEffects is how many factors the terminal shows of an output.
const listedEffects = 8

// sensitivity is the effects or indices of each output, the largest first, with the doubts.
func (t analysisTable) sensitivity(b *strings.Builder, m analysis.Measure) {
	s := m.Sensitivity
	if s == nil {
		return
	}
	text := t.sayf("Sensibilidad de %s: efectos elementales (Morris 1991) de %s trayectorias, para un paso por todo el rango; μ* [intervalo] es la media de los absolutos, μ la media, σ la desviación, grande si el efecto depende del lugar.",
		"Sensitivity of %s: elementary effects (Morris 1991) from %s trajectories, for a move through the whole range; μ* [interval] is the mean of absolute ones, μ the mean, σ the deviation, large if the effect depends on the place.",
		t.measured(m.Metric), t.count(int64(s.Size)))
	if s.Method == "sobol" {
		text = t.sayf("Sensibilidad de %s: índices de Sobol' (Saltelli et al. 2010; Jansen 1999) de %s puntos base; el de primer orden es la parte de la varianza que explica el factor por sí solo, el total la que explica con los demás.",
			"Sensitivity of %s: Sobol' indices (Saltelli et al. 2010; Jansen 1999) from %s base points; first order is the share of the variance that a factor explains alone, total that which it explains with the others.",
			t.measured(m.Metric), t.count(int64(s.Size)))
	}
	text += " " + t.explained(s)
	fmt.Fprintf(b, "\n%s\n", t.page.Prose(text))
	for _, o := range s.Outputs {
		t.output(b, m, o)
	}
}

// explained says of what the effects or indices are, and what their intervals leave out.
func (t analysisTable) explained(s *analysis.Sensitivity) string {
	if s.Replications == 1 {
		return t.say("Son los de una sola réplica, la misma en todos los puntos: los intervalos dicen qué cambiaría con otros puntos, no con otras réplicas.",
			"They are those of one replication, the same at all points: intervals say what would change with other points, not with other replications.")
	}
	return t.sayf("Son los de la media de %d réplicas, las mismas en todos los puntos: los intervalos dicen qué cambiaría con otros puntos, no con otras réplicas.",
		"They are those of the mean of %d replications, the same at all points: intervals say what would change with other points, not with other replications.", s.Replications)
}

// output is one table.
func (t analysisTable) output(b *strings.Builder, m analysis.Measure, o analysis.Output) {
	fmt.Fprintf(b, "\n%s\n", t.page.Prose(conclude.OutputName(t.Analysis, o, t.lang)))
	sampled := t.Study.Sample.Factors
	var names []string
	for _, f := range sampled {
		names = append(names, f.Name())
	}
	order := conclude.Order(o)
	shown := order[:min(len(order), listedEffects)]
	out := t.effects(o)
	for _, i := range shown {
		out.Row(t.effect(m, o, i, names[i])...)
	}
	if !constant(o) {
		b.WriteString(out.Set(t.page))
		if n := len(order) - len(shown); n > 0 {
			b.WriteString(t.page.Prose(t.sayf("y %d factores más, que mueven menos; --json y -o CARPETA los tienen", "and %d factors more, which move it less; --json and -o FOLDER have them", n)) + "\n")
		}
	}
	for _, w := range conclude.Warnings(conclude.OutputWarnings(o), names, t.lang) {
		b.WriteString(strings.Join(t.page.Lines("! "+w, 2), "\n  ") + "\n")
	}
}

// constant reports whether an output does not vary: its table would be of zeros.
func constant(o analysis.Output) bool {
	for _, w := range conclude.OutputWarnings(o) {
		if w.Kind == sens.Constant {
			return true
		}
	}
	return false
}

// effects starts the table of an output.
func (t analysisTable) effects(o analysis.Output) *layout.Table {
	heads := []string{t.say("primer orden", "first order"), t.say("total", "total")}
	if o.Morris != nil {
		heads = []string{"μ*", "μ", "σ"}
	}
	out := &layout.Table{Split: true, Columns: []layout.Column{{Head: t.say("factor", "factor"), Words: true, Width: labelWidth}}}
	for _, head := range heads {
		out.Columns = append(out.Columns, layout.Column{Head: head})
	}
	return out
}

func (t analysisTable) effect(m analysis.Measure, o analysis.Output, i int, name string) []layout.Cell {
	if o.Morris != nil {
		e := o.Morris.Factors[i]
		decimals := m.Metric.Info().Decimals + 1
		return []layout.Cell{{name}, t.index(e.MuStar, decimals), {t.Signed(e.Mu.Value, decimals)}, {t.Number(e.Sigma.Value, decimals)}}
	}
	e := o.Sobol.Factors[i]
	return []layout.Cell{{name}, t.index(e.First, 2), t.index(e.Total, 2)}
}

func (t analysisTable) index(e sens.Estimate, decimals int) layout.Cell {
	return t.estimate(stat.Estimate{Mean: e.Value, Low: e.Low, High: e.High}, decimals)
}
