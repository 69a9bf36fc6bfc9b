package conclude

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"cumbre/model/analysis"
	"cumbre/sim/sens"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// told is how many factors a sentence names; the tables have all.
const told = 3

// Order is the order of the factors of an output by importance, the largest first and
// those of which nothing is known last.
func Order(o analysis.Output) []int {
	importance := func(i int) float64 {
		if o.Morris != nil {
			return o.Morris.Factors[i].MuStar.Value
		}
		return o.Sobol.Factors[i].Total.Value
	}
	n := 0
	switch {
	case o.Morris != nil:
		n = len(o.Morris.Factors)
	case o.Sobol != nil:
		n = len(o.Sobol.Factors)
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(importance(j), importance(i)) })
	return order
}

// OutputWarnings are the doubts about an output.
func OutputWarnings(o analysis.Output) []sens.Warning {
	switch {
	case o.Morris != nil:
		return o.Morris.Warnings
	case o.Sobol != nil:
		return o.Sobol.Warnings
	}
	return nil
}

// Telling is the position of the output that says most about which design to choose: the
// difference to the baseline of the design that leads over all or, if that is the
// baseline, of the next; -1 if there is none.
func Telling(m analysis.Measure) int {
	if m.Sensitivity == nil || len(m.Sensitivity.Outputs) == 0 {
		return -1
	}
	want := m.Overall.Leader
	if want <= 0 {
		want = m.Overall.Second
	}
	first := -1
	for i, o := range m.Sensitivity.Outputs {
		if o.Difference && o.Design == want {
			return i
		}
		if o.Difference && first < 0 {
			first = i
		}
	}
	return max(first, 0)
}

// OutputName is what an output is: a design's mean, or a difference.
func OutputName(a *analysis.Analysis, o analysis.Output, lang string) string {
	w := newWords(a, lang)
	if o.Difference {
		return w.sayf("%s menos %s", "%s less %s", w.name(o.Design), w.name(0))
	}
	return w.name(o.Design)
}

// sensitivity names the factors that matter most, and says whether that has converged.
func (w words) sensitivity(m analysis.Measure) string {
	i := Telling(m)
	if i < 0 {
		return ""
	}
	o := m.Sensitivity.Outputs[i]
	all := OutputWarnings(o)
	if len(ofKind(all, sens.Constant)) > 0 {
		return w.sayf("Sensibilidad de %s: %s", "Sensitivity of %s: %s", OutputName(w.Analysis, o, w.lang), lower(Warning(ofKind(all, sens.Constant)[0], "", w.lang)))
	}
	items := w.important(m, o)
	if len(items) == 0 {
		return w.sayf("De la sensibilidad de %s no se puede decir nada: faltan valores.", "Nothing can be said of the sensitivity of %s: values are missing.", OutputName(w.Analysis, o, w.lang))
	}
	s := w.sayf("Lo que más mueve %s: %s.", "What moves %s most: %s.", OutputName(w.Analysis, o, w.lang), strings.Join(items, "; "))
	return s + " " + w.convergence(all, o)
}

// convergence says whether the measures and their order can be relied on.
func (w words) convergence(all []sens.Warning, o analysis.Output) string {
	size := sens.WideTotal
	if o.Morris != nil {
		size = sens.WideEffect
	}
	wide := len(ofKind(all, sens.WideEffect)) + len(ofKind(all, sens.WideTotal))
	few := len(ofKind(all, sens.TooFew))
	switch {
	case Converged(all):
		return w.say("Los intervalos y el orden han convergido (criterios de Sarrazin, Pianosi y Wagener 2016).", "Intervals and order have converged (criteria of Sarrazin, Pianosi and Wagener 2016).")
	case len(ofKind(all, sens.UnstableRanking)) > 0:
		return w.say("No ha convergido: con otros puntos el orden de los que más importan cambiaría. ", "It has not converged: with other points the order of those that matter most would change. ") + w.more(size)
	case few > 0:
		return w.sayf("De %s no hay corridas bastantes para decir nada.", "Of %s there are not enough runs to say anything.", w.count(int64(few), "factor", "factores", "factor", "factors"))
	case wide > 0:
		return w.sayf("Con otros puntos los que importan cambiarían de media un puesto o menos, pero los intervalos de %s aún son anchos: las magnitudes no han convergido. ", "With other points those that matter would change by a place or less on average, but the intervals of %s are still wide: magnitudes have not converged. ",
			w.count(int64(wide), "factor", "factores", "factor", "factors")) + w.more(size)
	}
	return w.say("Los índices totales han convergido; los de primer orden aún tienen intervalos anchos.", "The total indices have converged; those of first order still have wide intervals.")
}

// important lists the factors that matter most with their measure, those whose interval
// lies above zero.
func (w words) important(m analysis.Measure, o analysis.Output) []string {
	var items []string
	for _, f := range Order(o)[:min(told, len(Order(o)))] {
		name := w.quoted(f + len(w.Study.Grid))
		if o.Morris != nil {
			e := o.Morris.Factors[f].MuStar
			if math.IsNaN(e.Value) || e.Value == 0 {
				continue
			}
			decimals := m.Metric.Info().Decimals + 1
			items = append(items, w.sayf("%s, efecto absoluto medio %s (%s)", "%s, mean absolute effect %s (%s)", name, w.quantity(e.Value, m.Metric, decimals), w.span(e, decimals)))
			continue
		}
		e := o.Sobol.Factors[f].Total
		if math.IsNaN(e.Value) || e.Value <= 0 {
			continue
		}
		items = append(items, w.sayf("%s, índice total %s (%s)", "%s, total index %s (%s)", name, w.Number(e.Value, 2), w.span(e, 2)))
	}
	return items
}

func (w words) span(e sens.Estimate, decimals int) string {
	return w.sayf("de %s a %s", "%s to %s", w.Number(e.Low, decimals), w.Number(e.High, decimals))
}

func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// frontier says which designs cost more for no more.
func (w words) frontier() string {
	f := w.Frontier
	if f == nil || len(w.Designs) < 2 || !f.Repeated() {
		return ""
	}
	var efficient, rest []string
	for d, o := range f.Options {
		share := Percent(o.Efficient, w.lang)
		switch o.Status {
		case sens.Efficient:
			efficient = append(efficient, w.sayf("%s (en el %s de los remuestreos)", "%s (in %s of the resamples)", w.name(d), share))
		case sens.Dominated:
			rest = append(rest, w.sayf("%s no cuesta menos ni da más que %s", "%s costs no less and gives no more than %s", w.name(d), w.name(o.By))+w.still(o.Efficient))
		case sens.ExtendedlyDominated:
			rest = append(rest, w.sayf("a %s lo mejora una combinación de otros dos", "a mix of two others does better than %s", w.name(d))+w.still(o.Efficient))
		}
	}
	if len(efficient) == 0 {
		return ""
	}
	are := w.say("son eficientes", "the efficient ones are")
	if len(efficient) == 1 {
		are = w.say("sólo es eficiente", "the only efficient one is")
	}
	s := w.sayf("En costo y %s, %s %s", "In cost and %s, %s %s", w.measure(f.Effect), are, w.list(efficient))
	if len(rest) > 0 {
		s += "; " + strings.Join(rest, "; ")
	}
	return s + "."
}

// still says that a design beaten in the means may not be.
func (w words) still(efficient float64) string {
	if !(efficient > 0) {
		return ""
	}
	return w.sayf(" (aunque en el %s de los remuestreos es eficiente)", " (though efficient in %s of the resamples)", Percent(efficient, w.lang))
}
