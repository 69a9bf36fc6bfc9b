package compare

// phrases are the sentences of a verdict in one language. %s and %d are filled
// in with text that is already written in that language.
type phrases struct {
	Quoted       string // a design's title
	Percent      string // the confidence level, a whole number of per cent
	FromTo       string // an interval
	Against      string // level, baseline
	More, Fewer  string // design, how many, interval
	Same         string // design, effect
	Unknown      string // design
	Identical    string // design
	BetweenMore  string // design, other design, how many, interval
	BetweenSame  string // design, other design, effect
	TradeOff     string // design, baseline, gains, losses
	Better       string // design, baseline, gains
	Worse        string // design, baseline, losses
	And, AndMore string
	Nothing      string // baseline, replications
	NothingShown string // level, effects
	NotEqual     string
	Single       string // design, mean, level, low, high
	TooFew       string
	Idle         string // replications
	Caveat       string // replications, assumed parameters, all parameters, order or result
	TheOrder     string
	TheResult    string
	Partial      string
}

func phrasesIn(lang string) phrases {
	if lang == "es" {
		return spanish
	}
	return english
}

var spanish = phrases{
	Quoted:       "«%s»",
	Percent:      "%s %%",
	FromTo:       "de %s a %s",
	Against:      "En mandatos cumplidos por año (intervalos del %s, mismos números aleatorios), frente a %s: ",
	More:         "%s cumple %s más (%s)",
	Fewer:        "%s cumple %s menos (%s)",
	Same:         "%s no se distingue %s tras corregir por el número de comparaciones",
	Unknown:      "de %s no hay datos suficientes",
	Identical:    "%s da exactamente los mismos resultados",
	BetweenMore:  "Entre las alternativas, %s cumple más que %s: %s por año (%s).",
	BetweenSame:  "Entre %s y %s no se puede decir cuál cumple más %s tras corregir por el número de comparaciones.",
	TradeOff:     "%s, frente a %s, mejora en %s, pero empeora en %s.",
	Better:       "%s, frente a %s, mejora en %s; en ninguna medida principal empeora de forma distinguible.",
	Worse:        "%s, frente a %s, empeora en %s; en ninguna medida principal mejora de forma distinguible.",
	And:          " y ",
	AndMore:      "%d más",
	Nothing:      "Ningún diseño se distingue de %s en ninguna medida principal con %d réplicas, tras corregir por el número de comparaciones",
	NothingShown: " (mandatos cumplidos por año, intervalos del %s: %s)",
	NotEqual:     "; eso no prueba que sean iguales: más réplicas estrechan los intervalos.",
	Single:       "%s cumple %s mandatos por año (intervalo del %s: de %s a %s); no hay otro diseño con el que compararlo.",
	TooFew:       "Con menos de dos réplicas no se puede decir nada sobre diferencias; mejor con cien.",
	Idle:         "No se emitió ningún mandato en ninguna réplica (%d): no pasó nada que comparar. Los mecanismos que los emiten están apagados o el horizonte es demasiado corto.",
	Caveat:       "Los intervalos (%d réplicas) miden el azar, no los supuestos: %d de los %d parámetros son supuestos, y %s vale sólo con los valores de este escenario. Ninguna cifra publicada dice qué parte de lo adoptado entra en vigor: la brecha de implementación es también un supuesto.",
	TheOrder:     "el orden de los diseños",
	TheResult:    "el resultado",
	Partial:      " La corrida se interrumpió antes de terminar.",
}

var english = phrases{
	Quoted:       "“%s”",
	Percent:      "%s%%",
	FromTo:       "%s to %s",
	Against:      "In mandates fulfilled per year (%s intervals, same random numbers), against %s: ",
	More:         "%s fulfils %s more (%s)",
	Fewer:        "%s fulfils %s fewer (%s)",
	Same:         "%s cannot be told apart %s once corrected for the number of comparisons",
	Unknown:      "there is not enough data on %s",
	Identical:    "%s gives exactly the same results",
	BetweenMore:  "Among the alternatives, %s fulfils more than %s: by %s a year (%s).",
	BetweenSame:  "Between %s and %s one cannot say which fulfils more %s once corrected for the number of comparisons.",
	TradeOff:     "%s does better than %s on %s, but worse on %s.",
	Better:       "%s does better than %s on %s; on no main measure is it discernibly worse.",
	Worse:        "%s does worse than %s on %s; on no main measure is it discernibly better.",
	And:          " and ",
	AndMore:      "%d more",
	Nothing:      "No design can be told apart from %s on any main measure with %d replications, once corrected for the number of comparisons",
	NothingShown: " (mandates fulfilled per year, %s intervals: %s)",
	NotEqual:     "; that does not show them to be equal: more replications narrow the intervals.",
	Single:       "%s fulfils %s mandates a year (%s interval: %s to %s); there is no other design to compare it with.",
	TooFew:       "With fewer than two replications nothing can be said about differences; better with a hundred.",
	Idle:         "No mandate was issued in any replication (%d): nothing happened that could be compared. The mechanisms that issue mandates are off, or the horizon is too short.",
	Caveat:       "Intervals (%d replications) reflect chance, not assumptions: %d of the %d parameters are assumptions, and %s holds only under this scenario's values. No published figure says what share of the adopted comes into force: the implementation gap is an assumption too.",
	TheOrder:     "the order of the designs",
	TheResult:    "the result",
	Partial:      " The run was interrupted before it was complete.",
}
