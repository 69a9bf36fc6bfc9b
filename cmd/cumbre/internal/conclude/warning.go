package conclude

import (
	"strings"

	"cumbre/sim/sens"
)

// Warning puts a doubt of an analysis of sensitivity into words, and says what can be done
// about it. Factor is the readable name of the factor that it is about, if it is about one.
//
// More replications only append to a study. Another sample is another study, which needs
// another folder: the words say so where it is a larger sample that helps.
func Warning(warning sens.Warning, factor, lang string) string {
	w := newWords(nil, lang)
	value, bound := w.Number(warning.Value, 2), w.Number(warning.Bound, 2)
	factor = w.sayf("«%s»", "“%s”", factor)
	if warning.Kind == sens.UnstableRanking {
		value, bound = w.Number(warning.Value, 1), w.Number(warning.Bound, 0)
	}
	switch warning.Kind {
	case sens.WideFirst:
		return w.sayf("%s: el intervalo del índice de primer orden mide %s, más de %s. ", "%s: the interval of the first-order index is %s wide, more than %s. ", factor, value, bound) + w.more(warning.Kind)
	case sens.WideTotal:
		return w.sayf("%s: el intervalo del índice total mide %s, más de %s. ", "%s: the interval of the total index is %s wide, more than %s. ", factor, value, bound) + w.more(warning.Kind)
	case sens.WideEffect:
		return w.sayf("%s: el intervalo del efecto absoluto medio mide %s veces el mayor efecto, más de %s. ", "%s: the interval of the mean absolute effect is %s times the largest effect wide, more than %s. ", factor, value, bound) + w.more(warning.Kind)
	case sens.UnstableRanking:
		return w.sayf("El orden de los factores no es estable: con otros puntos cambiaría en %s puestos, más de %s. ", "The order of the factors is not stable: with other points it would change by %s places, more than %s. ", value, bound) + w.more(warning.Kind)
	case sens.MissingRuns:
		return w.sayf("El %s de los puntos no tiene valor, porque alguna de sus corridas falta o falló o porque la medida no existe en ella: lo que queda habla de los demás puntos. La misma orden de cumbre sweep hace las corridas que faltan.",
			"%s of the points have no value, because one of their runs is missing or failed or the measure does not exist in it: what is left tells of the other points. The same command cumbre sweep makes the runs that are missing.", Percent(warning.Value, lang))
	case sens.TooFew:
		return w.sayf("%s: quedan %s bloques o efectos utilizables y hacen falta %s: de este factor no se puede decir nada. ", "%s: %s usable blocks or effects are left and it takes %s: nothing can be said of this factor. ",
			factor, w.Number(warning.Value, 0), w.Number(warning.Bound, 0)) + w.more(warning.Kind)
	case sens.Constant:
		return w.say("El resultado no varía: no hay nada que explicar, y las proporciones de su varianza no existen.", "The output does not vary: there is nothing to explain, and shares of its variance do not exist.")
	}
	return warning.String()
}

// more says what narrows an interval.
func (w words) more(about sens.Kind) string {
	size := w.say("trayectorias o puntos base (trajectories, base_points)", "trajectories or base points (trajectories, base_points)")
	switch about {
	case sens.WideFirst, sens.WideTotal:
		size = w.say("puntos base (base_points)", "base points (base_points)")
	case sens.WideEffect:
		size = w.say("trayectorias (trajectories)", "trajectories (trajectories)")
	}
	return w.sayf("Ayuda el doble de %s; eso es otro estudio y va a otra carpeta.", "Twice as many %s help; that is another study and goes to another folder.", size)
}

// Warnings are those of an output, the ones that are about single factors gathered: over a
// hundred factors one line each is not read.
func Warnings(all []sens.Warning, names []string, lang string) []string {
	w := newWords(nil, lang)
	const told = 4
	var out []string
	if of := ofKind(all, sens.MissingRuns); len(of) > 0 && of[0].Value == 1 { // there is no more to say
		return []string{w.say("Ningún punto tiene valor: alguna de sus corridas falta o falló, o la medida no existe en ella.", "No point has a value: one of its runs is missing or failed, or the measure does not exist in it.")}
	}
	for _, kind := range []sens.Kind{sens.Constant, sens.MissingRuns, sens.TooFew, sens.UnstableRanking, sens.WideEffect, sens.WideTotal, sens.WideFirst} {
		of := ofKind(all, kind)
		if len(of) == 0 {
			continue
		}
		if len(of) == 1 {
			out = append(out, Warning(of[0], nameOf(names, of[0].Factor), lang))
			continue
		}
		var who []string
		for i, x := range of {
			if i == told && len(of) > told+1 {
				who = append(who, w.count(int64(len(of)-told), "más", "más", "more", "more"))
				break
			}
			who = append(who, w.sayf("«%s»", "“%s”", nameOf(names, x.Factor)))
		}
		out = append(out, w.gathered(kind, of)+strings.Join(who, "; ")+". "+w.more(kind))
	}
	return out
}

func (w words) gathered(kind sens.Kind, of []sens.Warning) string {
	widest := 0.0
	for _, x := range of {
		widest = max(widest, x.Value)
	}
	n, value, bound := len(of), w.Number(widest, 2), w.Number(of[0].Bound, 2)
	switch kind {
	case sens.WideFirst:
		return w.sayf("Los intervalos del índice de primer orden de %d factores miden más de %s, hasta %s: ", "The intervals of the first-order indices of %d factors are wider than %s, up to %s: ", n, bound, value)
	case sens.WideTotal:
		return w.sayf("Los intervalos del índice total de %d factores miden más de %s, hasta %s: ", "The intervals of the total indices of %d factors are wider than %s, up to %s: ", n, bound, value)
	case sens.WideEffect:
		return w.sayf("Los intervalos del efecto absoluto medio de %d factores miden más de %s veces el mayor efecto, hasta %s: ", "The intervals of the mean absolute effects of %d factors are wider than %s times the largest effect, up to %s: ", n, bound, value)
	}
	return w.sayf("De %d factores quedan menos de dos bloques o efectos utilizables, y no se puede decir nada: ", "Of %d factors fewer than two usable blocks or effects are left, and nothing can be said: ", n)
}

func ofKind(all []sens.Warning, kind sens.Kind) []sens.Warning {
	var of []sens.Warning
	for _, x := range all {
		if x.Kind == kind {
			of = append(of, x)
		}
	}
	return of
}

func nameOf(names []string, factor int) string {
	if factor < 0 || factor >= len(names) {
		return ""
	}
	return names[factor]
}

// Converged reports whether nothing in the warnings is about precision.
func Converged(all []sens.Warning) bool {
	for _, w := range all {
		switch w.Kind {
		case sens.WideFirst, sens.WideTotal, sens.WideEffect, sens.UnstableRanking, sens.TooFew:
			return false
		}
	}
	return true
}
