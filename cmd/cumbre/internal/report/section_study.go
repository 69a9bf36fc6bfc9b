package report

import (
	"strconv"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/scenarios"
	"cumbre/sim/stat"
)

// studyFacts says what was asked, so that anybody can ask it again.
func (p *StudyPage) studyFacts() []fact {
	l, s := p.l, p.a.Study
	var designs []string
	for i := range p.a.Designs {
		designs = append(designs, p.name(i))
	}
	designs[0] += l.say(" (base)", " (baseline)")
	all := []fact{
		{Term: l.say("Escenario", "Scenario"), Value: p.title()},
		{Term: l.say("Horizonte", "Horizon"), Value: p.horizon()},
		{Term: l.say("Diseños", "Designs"), Value: l.list(designs)},
		{Term: l.say("Qué varía", "What varies"), Value: p.variesText()},
		{Term: l.say("Puntos", "Points"), Value: p.pointsText()},
		{Term: l.say("Réplicas de cada punto", "Replications of each point"), Value: p.eachText()},
		{Term: l.say("Corridas", "Runs"), Value: p.runsText()},
		{Term: l.say("Semilla", "Seed"), Value: strconv.FormatUint(s.Seed, 10), Code: true},
	}
	if p.digest != "" {
		all = append(all, fact{Term: l.say("Huella de los resultados", "Digest of the results"), Value: p.digest, Code: true})
	}
	if p.version != "" {
		all = append(all, fact{Term: l.say("Versión del programa", "Program version"), Value: p.version, Code: true})
	}
	if s.Spec.Source != "" {
		all = append(all, fact{Term: l.say("Fuente del escenario", "Source of the scenario"), Value: p.source(s.Spec.Source)})
	}
	if off := p.switchedOff(); off != "" {
		all = append(all, fact{Term: l.say("Mecanismos apagados", "Mechanisms switched off"), Value: off, Code: true})
	}
	return all
}

// variesText names the factors if they are few.
func (p *StudyPage) variesText() string {
	const few = 4
	if len(p.factors) == 0 {
		return p.l.say("nada: el escenario como está", "nothing: the scenario as it is")
	}
	if len(p.factors) > few {
		return p.l.number(float64(len(p.factors)), 0) + p.l.say(" factores, enumerados en «Qué varía»", " factors, listed under “What varies”")
	}
	text := ""
	for i, f := range p.factors {
		if i > 0 {
			text += ". "
		}
		text += capital(p.factor(i)) + ": " + minus(conclude.Range(f, p.l.tag))
	}
	return text
}

// pointsText says how many points there are and how they were chosen.
func (p *StudyPage) pointsText() string {
	l, s := p.l, p.a.Study
	text := l.count(p.pointCount(), "punto", "puntos", "point", "points")
	switch {
	case s.Sample.Sampler != nil && len(s.Grid) > 0:
		text += l.say(": cada combinación de niveles en cada punto de la muestra. ", ": every combination of levels at each point of the sample. ") + l.in(s.Sample.Sampler.Text)
	case s.Sample.Sampler != nil:
		text += ". " + l.in(s.Sample.Sampler.Text)
	case len(s.Grid) > 0:
		text += l.say(": todas las combinaciones de niveles", ": all combinations of levels")
	}
	return text
}

// eachText says how often each point was run.
func (p *StudyPage) eachText() string {
	l := p.l
	text := p.replicationsText()
	if u := p.a.Study.Until; u != nil {
		text += l.say("; se pedían hasta ", "; asked for until ") + scenarios.UntilOf(u) + l.say(", a lo sumo ", ", at most ") + l.number(float64(p.a.Study.Replications), 0)
	}
	if p.several() {
		text += l.say(", con los mismos números aleatorios en todos los diseños y puntos", ", on the same random numbers in all designs and at all points")
	}
	return text
}

func (p *StudyPage) runsText() string {
	l := p.l
	text := l.number(float64(p.a.Runs), 0)
	if p.a.Failed > 0 {
		text += l.say("; fallaron ", "; failed: ") + l.number(float64(p.a.Failed), 0)
	}
	if p.a.Missing > 0 {
		text += l.say("; faltan ", "; missing: ")
		if p.a.Study.Until != nil {
			text += l.say("al menos ", "at least ")
		}
		text += l.number(float64(p.a.Missing), 0)
	}
	return text
}

// overallSection compares the designs over all points.
func (p *StudyPage) overallSection() section {
	l := p.l
	s := section{ID: "overall", Title: l.say("Los diseños en conjunto", "The designs over all")}
	if len(p.a.Measures) == 0 {
		return s
	}
	s.add(block{Text: p.overallText()}, block{Table: p.overallMeans()})
	if p.several() {
		s.add(block{Table: p.overallDifferences()}, block{Text: p.markText()})
	}
	return s
}

// overallText says what the means are over.
func (p *StudyPage) overallText() string {
	l := p.l
	over := l.say("Medias sobre todos los puntos, que pesan lo mismo", "Means over all points, which weigh alike")
	switch {
	case len(p.factors) == 0:
		over = l.say("Medias del único punto", "Means at the only point")
	case p.a.Study.Sample.Sensitivity():
		over = l.say("Medias sobre los puntos del diseño de sensibilidad que representan el espacio por sí solos, que pesan lo mismo", "Means over the points of the sensitivity design that stand for the space by themselves, which weigh alike")
	}
	switch {
	case p.a.ByPoints && p.single():
		return over + l.say(". Todos los puntos se corrieron con una sola réplica, la misma: por muchos que sean, no dicen cuánto cambiaría la media con otra, y no hay intervalos.",
			". All points were run in a single replication, the same one: however many they are, they do not say how much a mean would change with another, and there are no intervals.")
	case p.a.ByPoints:
		return over + l.say(". Los puntos se sortearon: los intervalos dicen cuánto cambiaría la media con otros puntos de los mismos rangos y otras réplicas.",
			". The points were drawn: intervals say how much a mean would change with other points of the same ranges and other replications.")
	}
	return over + l.say(". Los intervalos dicen cuánto cambiaría la media con otras réplicas en los mismos puntos.", ". Intervals say how much a mean would change with other replications at the same points.")
}

func (p *StudyPage) markText() string {
	return p.l.say("◆ más allá del azar: el intervalo de la diferencia no contiene el cero. Los intervalos no están corregidos por el número de comparaciones. «No se distingue» no quiere decir «igual». La probabilidad de ser el mejor es la que tiene, dadas las corridas, la media verdadera del diseño de ser la mejor (Chick e Inoue 2001).",
		"◆ beyond chance: the interval of the difference does not hold zero. Intervals are not corrected for the number of comparisons. “Not told apart” does not mean “equal”. The probability of being the best is that of the design's true mean being the best, given the runs (Chick and Inoue 2001).")
}

// groupEstimate is a mean with its interval, if it has one.
func (p *StudyPage) groupEstimate(m model.Metric, e stat.Estimate) cell {
	if e.N == 0 || !finite(e.Mean) {
		return words(compare.Undefined)
	}
	decimals := conclude.Decimals(m, e)
	if !finite(e.Low, e.High) {
		return words(p.l.number(e.Mean, decimals))
	}
	return titled(p.l.number(e.Mean, decimals), p.l.span(e.Low, e.High, decimals))
}

// groupDifference is a paired difference with its interval and, in words, whether it is
// beyond chance and for the better.
func (p *StudyPage) groupDifference(m model.Metric, e stat.Estimate) cell {
	if e.N == 0 || !finite(e.Mean) {
		return words(compare.Undefined)
	}
	decimals := conclude.Decimals(m, e)
	value := line{p.l.signed(e.Mean, decimals), plainLine}
	if !finite(e.Low, e.High) {
		return cell{Lines: []line{value}}
	}
	interval := line{p.l.signedSpan(e.Low, e.High, decimals), quietLine}
	if !(e.Low > 0 || e.High < 0) {
		return cell{Lines: []line{value, interval, {p.l.say("no se distingue", "not told apart"), quietLine}}}
	}
	mark := "◆ " + p.l.say("más allá del azar", "beyond chance")
	switch better := e.Mean * float64(m.Info().Better); {
	case better > 0:
		mark += p.l.say(", mejor", ", better")
	case better < 0:
		mark += p.l.say(", peor", ", worse")
	}
	return cell{Marked: true, Lines: []line{value, interval, {mark, markLine}}}
}

func (p *StudyPage) overallMeans() *table {
	l := p.l
	t := &table{Caption: l.say("Medias e intervalo del ", "Means and ") + p.level() + l.say("", " interval"), Head: p.designHeads(l.say("Medida", "Measure")), Numeric: true}
	for _, m := range p.a.Measures {
		var cells []cell
		for d := range p.a.Designs {
			cells = append(cells, p.groupEstimate(m.Metric, of(m.Overall.Designs, d)))
		}
		head := p.metricHead(m.Metric)
		if m.Overall.Lost > 0 {
			head.Lines = append(head.Lines, line{l.say("sin valor en algún diseño: ", "no value in some design: ") + p.unitsText(m.Overall.Lost), quietLine})
		}
		if m.Overall.Absent > 0 {
			head.Lines = append(head.Lines, line{l.say("puntos sin ningún valor, que no cuentan: ", "points without any value, which do not count: ") + l.number(float64(m.Overall.Absent), 0), quietLine})
		}
		t.add(head, cells...)
	}
	return t
}

// unitsText counts what counts as independent.
func (p *StudyPage) unitsText(n int) string {
	if p.a.ByPoints {
		return p.l.count(n, "punto", "puntos", "point", "points")
	}
	return p.l.count(n, "réplica", "réplicas", "replication", "replications")
}

func (p *StudyPage) overallDifferences() *table {
	l := p.l
	t := &table{Caption: l.say("Diferencias pareadas: cada diseño menos ", "Paired differences: each design less ") + p.name(0), Head: []string{l.say("Medida", "Measure")}, Numeric: true}
	for d := 1; d < len(p.a.Designs); d++ {
		t.Head = append(t.Head, p.name(d))
	}
	t.Head = append(t.Head, l.say("En cabeza", "In the lead"))
	for _, m := range p.a.Measures {
		var cells []cell
		for d := 1; d < len(p.a.Designs); d++ {
			cells = append(cells, p.groupDifference(m.Metric, of(m.Overall.Differences, d)))
		}
		t.add(p.metricHead(m.Metric), append(cells, p.leaderCell(m.Metric, m.Overall))...)
	}
	return t
}

// leaderCell says who leads a group, by how much and how surely.
func (p *StudyPage) leaderCell(m model.Metric, g analysis.Group) cell {
	l := p.l
	if m.Info().Better == 0 {
		return words(l.say("ni mejor ni peor", "no better or worse"))
	}
	if g.Leader == analysis.None {
		if g.Units == 0 {
			return words(compare.Undefined)
		}
		return words(l.say("empate", "tie"))
	}
	name := p.name(g.Leader)
	if g.Probability == nil {
		only := l.say("un solo valor", "a single value")
		if g.Units > 1 {
			only = l.say("una sola réplica", "a single replication")
		}
		return titled(name, only+l.say(": no se distingue del azar", ": not told from chance"))
	}
	quiet := l.say("probabilidad ", "probability ") + conclude.Probability(g.Probability[g.Leader], l.tag)
	if !conclude.Sure(g, p.a.Options.Level) {
		return cell{Lines: []line{{name, plainLine}, {l.say("no es seguro, ", "not certain, ") + quiet, quietLine}}}
	}
	return cell{Marked: true, Lines: []line{{name, plainLine}, {quiet, quietLine}}}
}

// of is an estimate of a design; none if there is none.
func of(all []stat.Estimate, design int) stat.Estimate {
	if design < len(all) {
		return all[design]
	}
	return stat.Estimate{}
}
