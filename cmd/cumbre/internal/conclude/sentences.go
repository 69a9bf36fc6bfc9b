package conclude

import (
	"slices"

	"cumbre/model/analysis"
)

// Sentences are the plain answer: what was run, which design leads over all and by how
// much, where the lead changes, what decides, which factors matter, what is missing, and
// what none of it shows. They speak of the first measure, in "es" or "en" (any other reads
// English).
func Sentences(a *analysis.Analysis, lang string) []string {
	w := newWords(a, lang)
	if len(a.Measures) == 0 {
		return said(w.scope(), w.lost())
	}
	m := a.Measures[0]
	all := said(w.scope(), w.overall(m), w.differences(m), w.partial(m), w.mapped(m), w.curve(m))
	all = append(all, w.regions(m)...)
	all = append(all, said(w.sensitivity(m), w.frontier(), w.lost())...)
	return append(all, w.caveats()...)
}

// scope says what was run.
func (w words) scope() string {
	points := 1
	if w.Points != nil {
		points = w.Points.N()
	}
	r := w.Replications
	each := w.count(int64(r.Most), "réplica", "réplicas", "replication", "replications")
	if r.Least != r.Most {
		each = w.sayf("entre %s y %s réplicas", "%s to %s replications", w.Number(float64(r.Least), 0), w.Number(float64(r.Most), 0))
	}
	if len(w.factors) == 0 {
		return w.sayf("Nada varía: un solo punto, el escenario como está, con %s de %s; %s.", "Nothing varies: one point, the scenario as it is, with %s of %s; %s.",
			each, w.designs(), w.runs())
	}
	return w.sayf("%s de %s, con %s de %s en cada punto; %s.", "%s of %s, with %s of %s at each; %s.",
		capital(w.points(points)), w.count(int64(len(w.factors)), "factor", "factores", "factor", "factors"), each, w.designs(), w.runs())
}

func (w words) designs() string {
	return w.count(int64(len(w.Designs)), "diseño", "diseños", "design", "designs")
}

func (w words) runs() string {
	return w.count(w.Runs, "corrida", "corridas", "run", "runs")
}

// overall says who leads over all points.
func (w words) overall(m analysis.Measure) string {
	g, over := m.Overall, w.over()
	switch {
	case g.Units == 0 && slices.ContainsFunc(m.At, func(g analysis.Group) bool { return g.Units > 0 }):
		return w.sayf("De %s no hay media de todos los puntos: ninguna réplica tiene valor en todos ellos.", "There is no mean of %s over all points: no replication has a value at all of them.", w.measure(m.Metric))
	case g.Units == 0:
		return w.sayf("De %s no hay ningún valor con el que comparar los diseños.", "There is no value of %s to compare the designs by.", w.measure(m.Metric))
	case len(w.Designs) == 1:
		return w.alone(m)
	case m.Metric.Info().Better == 0:
		return w.sayf("En %s no hay mejor ni peor: se informan medias y diferencias, y ningún diseño va en cabeza.",
			"%s has no better or worse: means and differences are told, and no design leads.", capitalIf(w.lang != "es", w.measure(m.Metric)))
	case g.Leader == analysis.None:
		return w.sayf("%s, los mejores diseños quedan empatados en %s.", "%s the best designs are tied in %s.", over, w.measure(m.Metric))
	case !g.Repeated():
		only := w.say("una sola réplica completa", "a single complete replication")
		if w.ByPoints && g.Units < 2 {
			only = w.say("un solo punto", "a single point")
		}
		return w.sayf("%s, %s da el mejor valor en %s, pero con %s no se puede separar eso del azar.",
			"%s %s has the best value in %s, but with %s that cannot be told from chance.", over, w.name(g.Leader), w.measure(m.Metric), only)
	}
	decimals := Decimals(m.Metric, g.Lead)
	ahead := w.sayf("%s por delante de %s (intervalo pareado del %s: %s; probabilidad de ser el mejor: %s)", "%s ahead of %s (paired %s interval: %s; probability of being the best: %s)",
		w.quantity(g.Lead.Mean, m.Metric, decimals), w.name(g.Second), w.level(), w.ends(g.Lead, decimals), Probability(g.Probability[g.Leader], w.lang))
	if Sure(g, w.Options.Level) {
		return w.sayf("%s, %s va en cabeza en %s: %s.", "%s %s leads in %s: %s.", over, w.name(g.Leader), w.measure(m.Metric), ahead)
	}
	return w.sayf("%s no se sabe qué diseño va en cabeza en %s: %s está %s, y eso no se distingue del azar.", "%s it is not known which design leads in %s: %s is %s, which cannot be told from chance.",
		over, w.measure(m.Metric), w.name(g.Leader), ahead)
}

func capitalIf(yes bool, s string) string {
	if yes {
		return capital(s)
	}
	return s
}

// over names what the overall means are over.
func (w words) over() string {
	if len(w.factors) == 0 {
		return w.say("En el escenario", "In the scenario")
	}
	if w.Study.Sample.Sensitivity() { // its other points go in bundles around these
		return w.say("En el promedio de los puntos sorteados por separado", "On average over the points drawn independently")
	}
	return w.say("En el promedio de todos los puntos", "On average over all points")
}

// alone states the mean of the only design.
func (w words) alone(m analysis.Measure) string {
	e := m.Overall.Designs[0]
	decimals := Decimals(m.Metric, e)
	value := w.sayf("%s, %s da %s en %s", "%s %s gives %s in %s", w.over(), w.name(0), w.quantity(e.Mean, m.Metric, decimals), w.measure(m.Metric))
	if m.Overall.Repeated() {
		value += w.sayf(" (intervalo del %s: %s)", " (%s interval: %s)", w.level(), w.ends(e, decimals))
	}
	return value + w.say("; no hay otro diseño con el que compararlo.", "; there is no other design to compare it with.")
}

// differences sets each design against the baseline, where there are more than two: of two
// the sentence on who leads says it all.
func (w words) differences(m analysis.Measure) string {
	g := m.Overall
	if len(w.Designs) < 2 || !g.Repeated() || len(w.Designs) == 2 && g.Leader != analysis.None {
		return ""
	}
	var items []string
	for d := 1; d < len(w.Designs); d++ {
		e := g.Differences[d]
		decimals := Decimals(m.Metric, e)
		s := w.sayf("%s %s (%s)", "%s %s (%s)", w.name(d), w.Signed(e.Mean, decimals), w.ends(e, decimals))
		if !(e.Low > 0 || e.High < 0) {
			s = w.sayf("%s no se distingue (%s; %s)", "%s cannot be told apart (%s; %s)", w.name(d), w.Signed(e.Mean, decimals), w.ends(e, decimals))
		}
		items = append(items, s)
	}
	return w.sayf("Frente a %s, dentro de cada %s: %s.", "Against %s, within each %s: %s.", w.name(0), w.unit(), w.semicolons(items))
}

// partial says of how much of the study the means are, if some of it has no value.
func (w words) partial(m analysis.Measure) string {
	g := m.Overall
	if g.Units == 0 || g.Lost == 0 && g.Absent == 0 {
		return ""
	}
	units := w.sayf("%d de %d réplicas", "%d of %d replications", g.Units, g.Units+g.Lost)
	if w.ByPoints {
		units = w.sayf("%d de %d puntos", "%d of %d points", g.Units, g.Units+g.Lost)
	}
	s := w.sayf("Donde a algún diseño le falta el valor no cuenta ninguno: las medias son de %s.", "Where a design has no value none counts: the means are of %s.", units)
	if g.Absent > 0 {
		s += w.sayf(" De %d de los %d puntos no hay ninguno.", " At %d of the %d points there is none.", g.Absent, g.Points)
	}
	return s
}

// unit is what counts as independent.
func (w words) unit() string {
	if w.ByPoints {
		return w.say("punto", "point")
	}
	return w.say("réplica", "replication")
}

func (w words) semicolons(all []string) string {
	s := ""
	for i, x := range all {
		if i > 0 {
			s += "; "
		}
		s += x
	}
	return s
}
