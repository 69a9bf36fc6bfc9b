package report

import (
	"slices"

	"cumbre/model"
)

// limitsSection says what the comparison cannot show.
func (v *view) limitsSection() section {
	l := v.l
	s := section{ID: "limits", Title: l.say("Lo que este informe no puede mostrar", "What this report cannot show")}
	s.add(block{List: said(
		v.either(v.singleCaveat(), l.say("Los intervalos cubren sólo el azar: cuánto cambiaría la media con otras historias al azar de las mismas reglas. No cubren que las reglas o los parámetros sean otros.",
			"Intervals cover chance only: how much the mean would change with other random histories under the same rules. They do not cover other rules or other parameters.")),
		v.pointwiseLimit(),
		v.assumptionLimit(),
		v.saturationLimit(),
		l.say("No existe ninguna cifra de la Alianza sobre qué parte de los mandatos se cumple o entra en vigor. Los niveles de cumplimiento y la brecha de implementación descansan en supuestos, y las diferencias entre diseños dependen también de ellos.",
			"No Alliance figure exists for the share of mandates that are fulfilled or enter into force. The levels of fulfilment and the implementation gap rest on assumptions, and differences between designs depend on them too."),
		l.say("Los parámetros de los diseños que no existen (coordinadores a tiempo completo, secretaría) no pueden calibrarse con la Alianza: son supuestos o se toman de otras organizaciones.",
			"The parameters of designs that do not exist (full-time coordinators, a secretariat) cannot be calibrated on the Alliance: they are assumed, or taken from other organisations."),
		l.say("Las medianas y percentiles de días son de los mandatos que llegaron a término; los que seguían abiertos al final no cuentan (censura). «Adoptados antes de tres años» es libre de censura.",
			"Medians and percentiles of days are of mandates that were completed; those open at the end do not count (censoring). “Adopted within three years” is free of censoring."),
		l.say("Producto no es resultado: un mandato cumplido es una norma o un programa, no comercio, cadenas de valor ni bienestar. La profundidad efectiva es una representación simple de ese paso.",
			"Output is not outcome: a fulfilled mandate is a norm or a programme, not trade, value chains or welfare. Effective depth is a simple picture of that step."),
		l.say("La orientación de cada gobierno, las profundidades iniciales e ideales y la asignación de dimensiones a los dos sentidos de integración profunda son supuestos del modelo, no mediciones.",
			"The orientation of each government, initial and ideal depths, and the assignment of dimensions to the two meanings of deep integration are assumptions of the model, not measurements."),
		l.say("Todos los mandatos de una dimensión pesan por su profundidad; el modelo no distingue un mandato trascendente de uno menor por su contenido.",
			"All mandates of a dimension weigh by their depth; the model does not tell a momentous mandate from a minor one by its content."),
		l.say("Los días de funcionario se facturan según se trabajan: el funcionario ocioso no cuesta nada, y un diseño que deja gente sin trabajo parece más barato de lo que sería su planilla.",
			"Official-days are billed as worked: idle officials cost nothing, and a design that leaves people without work looks cheaper than its payroll would be."),
		l.say("Los años futuros son escenarios condicionados, no pronósticos. Los gobiernos futuros y las fechas hipotéticas no predicen ninguna elección ni adhesión.",
			"Future years are conditional scenarios, not forecasts. Future governments and hypothetical dates predict no election and no accession."),
		l.say("Una diferencia real en el sentido estadístico puede ser demasiado pequeña para importar, y con suficientes réplicas cualquier diferencia llega a ser real: mírese su tamaño.",
			"A difference that is real in the statistical sense may be too small to matter, and with enough replications any difference becomes real: look at its size."),
	)})
	return s
}

// said leaves out what there is no reason to say.
func said(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// pointwiseLimit says what the intervals do not promise together; nothing if
// there are none.
func (v *view) pointwiseLimit() string {
	if v.single() {
		return ""
	}
	s := v.l.say("Los intervalos son puntuales, no simultáneos: cada uno vale al ", "The intervals are pointwise, not simultaneous: each holds at ") + v.level() +
		v.l.say(" por sí solo, y es menos probable que valgan todos a la vez.", " on its own, and it is less probable that all hold at once.")
	if len(v.c.Designs) < 2 {
		return s
	}
	return s + v.l.say(" Sólo las p están corregidas por el número de comparaciones (Holm): las de las medidas principales entre sí, y aparte las de las demás.",
		" Only the p-values are corrected for the number of comparisons (Holm): those of the main measures among themselves, and those of the others apart.")
}

func (v *view) assumptionLimit() string {
	l, params := v.l, model.Params()
	n, total := l.number(float64(countFrom(params, model.Assumption)), 0), l.number(float64(len(params)), 0)
	if len(v.c.Designs) < 2 {
		return l.say(n+" de los "+total+" parámetros son supuestos. El resultado vale con los valores de este informe.",
			n+" of the "+total+" parameters are assumptions. The result holds under this report's values.")
	}
	if v.robust != nil {
		return l.say(n+" de los "+total+" parámetros son supuestos. El orden de los diseños vale con los valores de este informe; qué queda de él cuando todos varían a la vez lo dice «¿Y si los supuestos son otros?».",
			n+" of the "+total+" parameters are assumptions. The order of the designs holds under this report's values; what is left of it when all of them vary at once, “And if the assumptions are others?” says.")
	}
	return l.say(n+" de los "+total+" parámetros son supuestos. El orden de los diseños vale con los valores de este informe; una comparación robusta debe variarlos todos a la vez dentro de sus rangos plausibles.",
		n+" of the "+total+" parameters are assumptions. The order of the designs holds under this report's values; a robust comparison must vary all of them at once within their plausible ranges.")
}

// saturationLimit warns of the cliff near the defaults, and how to look over it.
// It gives no result of that other run: none was computed.
func (v *view) saturationLimit() string {
	l := v.l
	s := l.say("Los valores predeterminados están cerca del punto en que el trabajo satura a los funcionarios: una agenda algo mayor (parámetro ambition) puede reducir mucho lo que se cumple",
		"The defaults stand near the point at which the workload saturates the officials: a modestly larger agenda (parameter ambition) can cut what is fulfilled sharply")
	if len(v.c.Designs) > 1 {
		s += l.say(" y cambiar el orden de los diseños", " and change the order of the designs")
	}
	s += ". "
	if here := v.base(model.Ambition); here != model.Ambition.Info().Default {
		return s + l.say("Este informe usa ambition = ", "This report uses ambition = ") + l.compact(here) + l.say("; conviene probar otros valores con --set ambition=…", "; try other values with --set ambition=…")
	}
	return s + l.say("Se prueba repitiendo la comparación con --set ambition=1.5.", "To try it, repeat the comparison with --set ambition=1.5.")
}
