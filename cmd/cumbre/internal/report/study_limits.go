package report

// studyLimits says what the analysis of a study cannot show.
func (p *StudyPage) studyLimits() section {
	l := p.l
	s := section{ID: "limits", Title: l.say("Lo que este informe no puede mostrar", "What this report cannot show")}
	s.add(block{List: said(
		p.chanceLimit(), p.rangesLimit(), p.multipleLimit(), p.boxLimit(), p.costLimit(), p.lostLimit(),
		l.say("No existe ninguna cifra de la Alianza sobre qué parte de los mandatos se cumple o entra en vigor. Los niveles de cumplimiento y la brecha de implementación descansan en supuestos, y las diferencias entre diseños dependen también de ellos.",
			"No Alliance figure exists for the share of mandates that are fulfilled or enter into force. The levels of fulfilment and the implementation gap rest on assumptions, and differences between designs depend on them too."),
		l.say("Producto no es resultado: un mandato cumplido es una norma o un programa, no comercio, cadenas de valor ni bienestar.",
			"Output is not outcome: a fulfilled mandate is a norm or a programme, not trade, value chains or welfare."),
		l.say("Los años futuros son escenarios condicionados, no pronósticos.", "Future years are conditional scenarios, not forecasts."),
		l.say("Una ventaja más allá del azar puede ser demasiado pequeña para importar, y con suficientes réplicas cualquiera llega a serlo: mírese su tamaño.",
			"A lead beyond chance may be too small to matter, and with enough replications any lead gets there: look at its size."),
	)})
	return s
}

// chanceLimit says what intervals and probabilities are about.
func (p *StudyPage) chanceLimit() string {
	l := p.l
	switch {
	case p.a.ByPoints && !p.single():
		return l.say("Los intervalos y las probabilidades dicen qué cambiaría con otros puntos de los mismos rangos y otras réplicas. No cubren que las reglas del modelo o los rangos sean otros.",
			"Intervals and probabilities say what would change with other points of the same ranges and other replications. They do not cover other rules of the model or other ranges.")
	case p.single():
		return l.say("Con una sola réplica por punto no hay intervalos ni probabilidades: ninguna diferencia puede separarse del azar.", "With one replication per point there are no intervals and no probabilities: no difference can be told from chance.")
	}
	return l.say("Los intervalos y las probabilidades cubren sólo el azar del modelo: qué cambiaría con otras réplicas en los mismos puntos. No cubren que las reglas o los demás parámetros sean otros.",
		"Intervals and probabilities cover the model's chance only: what would change with other replications at the same points. They do not cover other rules, or other values of the other parameters.")
}

// rangesLimit says that the space is the study's.
func (p *StudyPage) rangesLimit() string {
	if len(p.factors) == 0 {
		return p.l.say("Vale para un solo conjunto de valores, los del escenario.", "It holds for one set of values, the scenario's.")
	}
	return p.l.say("Los niveles y rangos los eligió quien hizo el estudio, y todos pesan lo mismo: una media sobre un factor no es un valor esperado, ni una proporción de puntos una probabilidad de que el mundo sea así. De lo que queda fuera no se dice nada.",
		"Levels and ranges were chosen by whoever made the study, and all weigh alike: a mean over a factor is no expected value, and a share of points is no probability that the world is like that. Of what lies outside nothing is said.")
}

// multipleLimit says that intervals hold one at a time.
func (p *StudyPage) multipleLimit() string {
	if p.single() && !p.a.Study.Sample.Sensitivity() {
		return ""
	}
	return p.l.say("Los intervalos son puntuales, no simultáneos: cada uno vale al ", "The intervals are pointwise, not simultaneous: each holds at ") + p.level() +
		p.l.say(" por sí solo. Entre muchas casillas y puntos, alguno parecerá estar más allá del azar sin estarlo.", " on its own. Among many cells and points some will seem beyond chance without being so.")
}

// boxLimit says how far PRIM's densities go, if there are any.
func (p *StudyPage) boxLimit() string {
	if len(p.a.Measures) == 0 || len(p.boxed(p.a.Measures[0])) == 0 {
		return ""
	}
	return p.l.say("Las cajas de PRIM son una descripción breve de dónde va en cabeza un diseño, no una explicación: se eligieron por lo que se ve en estos mismos puntos.",
		"The boxes of PRIM are a brief description of where a design leads, not an explanation: they were chosen by what is seen at these very points.")
}

func (p *StudyPage) costLimit() string {
	if !p.hasFrontier() {
		return ""
	}
	return p.l.say("Los costos descansan en tarifas supuestas, y los días de funcionario se facturan según se trabajan: el funcionario ocioso no cuesta nada.",
		"Costs rest on assumed rates, and official-days are billed as worked: idle officials cost nothing.")
}

// lostLimit says what failed or missing runs do.
func (p *StudyPage) lostLimit() string {
	if p.a.Failed == 0 && p.a.Missing == 0 {
		return ""
	}
	return p.l.say("Las corridas fallidas o que faltan no cuentan, y con ellas tampoco las de los demás diseños en la misma réplica y punto: si fallan más donde a un diseño le va mal, lo que queda lo favorece.",
		"Runs that failed or are missing do not count, nor do those of the other designs in the same replication and point: if they fail more where a design does badly, what is left favours it.")
}
