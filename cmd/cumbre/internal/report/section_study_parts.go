package report

import (
	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
	"cumbre/model/study"
)

// placesSection says where the lead changes: the design map and the curves.
func (p *StudyPage) placesSection() section {
	l := p.l
	s := section{ID: "places", Title: l.say("De qué depende", "What it depends on")}
	if len(p.a.Measures) == 0 || len(p.factors) == 0 {
		return s
	}
	m := p.a.Measures[0]
	s.add(p.studyFigure("map")...)
	if m.Map == nil && p.several() {
		s.add(block{Text: p.noMapText()})
	}
	if m.Map != nil && !p.several() {
		s.add(block{Text: l.say("Con un solo diseño no hay mapa de quién va en cabeza: las curvas dicen qué lo mueve.", "With one design there is no map of who leads: the curves say what moves it.")})
	}
	s.add(p.studyFigure("curves")...)
	s.add(p.studyFigure("differences")...)
	if drawn := len(p.curved(m)); drawn > 0 && drawn < len(m.Curves) {
		s.add(p.allCurves(m))
	}
	return s
}

// noMapText says why there is no design map.
func (p *StudyPage) noMapText() string {
	l := p.l
	if len(p.factors) < 2 {
		return l.say("Un solo factor varía: no hay dos que cruzar en un mapa de diseños.", "One factor varies: there are no two to cross in a design map.")
	}
	return l.say("No hay puntos bastantes para un mapa de diseños.", "There are not enough points for a design map.")
}

func (p *StudyPage) allCurves(m analysis.Measure) block {
	l := p.l
	return block{More: &more{l.say("Todos los factores: ", "All factors: ") + p.brief(m.Metric), l.count(len(m.Curves), "factor", "factores", "factor", "factors"), []block{{Table: p.curvesTable(m, m.Curves, ownMeans)}}}}
}

// regionsSection says in what part of the space each design leads.
func (p *StudyPage) regionsSection() section {
	l := p.l
	s := section{ID: "regions", Title: l.say("Dónde va en cabeza cada diseño", "Where each design leads")}
	if len(p.a.Measures) == 0 || p.a.Measures[0].Regions == nil || !p.several() {
		return s
	}
	m := p.a.Measures[0]
	s.add(p.studyFigure("regions")...)
	s.add(block{List: p.regionsList(m)})
	return s
}

// regionsList says it of each design, also of those without a box.
func (p *StudyPage) regionsList(m analysis.Measure) []string {
	l := p.l
	var all []string
	for d, r := range m.Regions.Designs {
		text := p.name(d) + l.say(" va en cabeza en ", " leads at ") + l.number(float64(r.Leads), 0) + l.say(" de ", " of ") + l.count(m.Regions.Points, "punto en que alguno va en cabeza", "puntos en que alguno va en cabeza", "point at which one leads", "points at which one leads")
		switch where := conclude.Box(r, p.factors, l.tag); {
		case r.Box != nil:
			text += l.say("; sobre todo con ", "; above all with ") + where
		case r.Leads == 0 || r.Leads == m.Regions.Points:
		default:
			text += l.say("; ningún límite de los factores los separa de los demás con evidencia bastante", "; no bound of the factors sets them apart from the others with evidence enough")
		}
		all = append(all, text+".")
	}
	return all
}

// frontierSection sets cost and effect side by side.
func (p *StudyPage) frontierSection() section {
	l := p.l
	s := section{ID: "frontier", Title: l.say("Costo y efecto", "Cost and effect")}
	if !p.hasFrontier() {
		return s
	}
	s.add(p.studyFigure("frontier")...)
	s.add(block{Table: p.frontierTable()})
	if p.a.Frontier.Repeated() {
		s.add(block{Text: l.say("La proporción de remuestreos en que un diseño es eficiente dice qué tan seguro es su lugar: las medias solas no lo dicen.", "The share of resamples in which a design is efficient says how sure its place is: means alone do not.")})
	}
	return s
}

// sensitivitySection ranks the factors.
func (p *StudyPage) sensitivitySection() section {
	l := p.l
	s := section{ID: "sensitivity", Title: l.say("Qué factores importan", "Which factors matter")}
	if len(p.a.Measures) == 0 {
		return s
	}
	m := p.a.Measures[0]
	if m.Sensitivity == nil {
		return s
	}
	s.add(p.sensitivityBlocks(0, m)...)
	return s
}

// sensitivityBlocks are the figure of the output that says most, its doubts, and every
// output with all its factors, folded.
func (p *StudyPage) sensitivityBlocks(i int, m analysis.Measure) []block {
	l := p.l
	telling := conclude.Telling(m)
	if telling < 0 {
		return []block{{Text: l.say("No hay corridas bastantes para un análisis de sensibilidad.", "There are not enough runs for an analysis of sensitivity.")}}
	}
	o := m.Sensitivity.Outputs[telling]
	all := []block{{Text: p.sizeText(m.Sensitivity)}}
	all = append(all, p.studyFigure(p.figureName("sensitivity", i, m))...)
	all = append(all, p.doubts(o)...)
	for _, o := range m.Sensitivity.Outputs {
		blocks := append([]block{{Table: p.rankingTable(m, o, p.ranking(o))}}, p.doubts(o)...)
		all = append(all, block{More: &more{l.say("Todos los factores: ", "All factors: ") + conclude.OutputName(p.a, o, l.tag), p.convergedText(o), blocks}})
	}
	return all
}

// sizeText says what is explained, by how many runs.
func (p *StudyPage) sizeText(s *analysis.Sensitivity) string {
	l := p.l
	size := l.count(s.Size, "punto base", "puntos base", "base point", "base points") + l.say(" del diseño de Saltelli", " of Saltelli's design")
	if s.Method == "morris" {
		size = l.count(s.Size, "trayectoria", "trayectorias", "trajectory", "trajectories") + l.say(" de Morris", " of Morris")
	}
	text := l.say("Con ", "With ") + size + l.say(" y ", " and ") + l.count(s.Replications, "réplica", "réplicas", "replication", "replications") +
		l.say(" de cada punto. Se explica la media de cada diseño en un punto", " of each point. What is explained is each design's mean at a point")
	if p.several() {
		text += l.say(", y su diferencia con ", ", and its difference to ") + p.name(0)
	}
	return text + l.say(". El azar que queda en esas medias cuenta como variación que ningún factor explica por sí solo: más réplicas lo reducen. Las réplicas son las mismas en todos los puntos, y los intervalos dicen qué cambiaría con otros puntos, no con otras réplicas.", ". Chance left in these means counts as variation that no factor explains by itself: more replications reduce it. The replications are the same at all points, and intervals say what would change with other points, not with other replications.")
}

func (p *StudyPage) convergedText(o analysis.Output) string {
	if all := conclude.OutputWarnings(o); len(all) == 0 {
		return p.l.say("ha convergido", "has converged")
	} else if conclude.Converged(all) {
		return p.l.say("con reparos", "with doubts")
	}
	return p.l.say("no ha convergido", "has not converged")
}

// doubts are the warnings of an output; that there are none is said.
func (p *StudyPage) doubts(o analysis.Output) []block {
	var names []string
	for i := range p.a.Study.Sample.Factors {
		names = append(names, p.factor(i+len(p.a.Study.Grid)))
	}
	all := conclude.Warnings(conclude.OutputWarnings(o), names, p.l.tag)
	if len(all) == 0 {
		return []block{{Text: p.l.say("Los intervalos y el orden han convergido, según los criterios de Sarrazin, Pianosi y Wagener (2016).", "Intervals and order have converged, by the criteria of Sarrazin, Pianosi and Wagener (2016).")}}
	}
	return []block{{List: all}}
}

// othersSection has the figures of the other measures, folded.
func (p *StudyPage) othersSection() section {
	s := section{ID: "others", Title: p.l.say("Las demás medidas", "The other measures")}
	for i, m := range p.a.Measures {
		if i == 0 {
			continue
		}
		var blocks []block
		for _, name := range []string{"map", "curves", "differences", "regions"} {
			blocks = append(blocks, p.studyFigure(p.figureName(name, i, m))...)
		}
		if m.Sensitivity != nil {
			blocks = append(blocks, p.sensitivityBlocks(i, m)...)
		}
		if len(blocks) > 0 {
			s.add(block{More: &more{capital(p.brief(m.Metric)), p.l.unit(m.Metric.Info().Unit), blocks}})
		}
	}
	return s
}

// mostPoints is how many points the report lists.
const mostPoints = 200

// pointsSection has the paired differences at each point, of the first measure.
func (p *StudyPage) pointsSection() section {
	l := p.l
	s := section{ID: "points", Title: l.say("Punto por punto", "Point by point")}
	if len(p.a.Measures) == 0 || len(p.factors) == 0 || len(p.a.Measures[0].At) == 0 {
		return s
	}
	m := p.a.Measures[0]
	n := len(m.At)
	if n > mostPoints {
		s.add(block{Text: l.say("Aquí están los primeros ", "Here are the first ") + l.number(mostPoints, 0) + l.say(" de ", " of ") + l.count(n, "punto", "puntos", "point", "points") + l.say("; los demás, en points.csv.", "; the others are in points.csv.")})
	}
	s.add(block{More: &more{capital(p.brief(m.Metric)) + l.say(" en cada punto", " at each point"), l.count(min(n, mostPoints), "punto", "puntos", "point", "points"), []block{{Table: p.pointsTable(m)}}}})
	return s
}

// pointsTable has a row a point: the factors' values, the baseline's mean, and the other
// designs' differences to it.
func (p *StudyPage) pointsTable(m analysis.Measure) *table {
	l := p.l
	t := &table{Caption: capital(p.brief(m.Metric)) + l.say(" en cada punto: ", " at each point: ") + p.name(0) + l.say(", y diferencias pareadas con él", ", and paired differences to it"),
		Head: []string{l.say("Punto", "Point"), p.name(0)}, Numeric: true}
	if !p.several() {
		t.Caption = capital(p.brief(m.Metric)) + l.say(" en cada punto", " at each point")
	}
	for d := 1; d < len(p.a.Designs); d++ {
		t.Head = append(t.Head, p.name(d))
	}
	if p.several() {
		t.Head = append(t.Head, l.say("En cabeza", "In the lead"))
	}
	for i, g := range m.At[:min(len(m.At), mostPoints)] {
		cells := []cell{p.groupEstimate(m.Metric, of(g.Designs, 0))}
		for d := 1; d < len(p.a.Designs); d++ {
			cells = append(cells, p.groupDifference(m.Metric, of(g.Differences, d)))
		}
		if p.several() {
			cells = append(cells, p.leaderCell(m.Metric, g))
		}
		t.add(p.pointHead(i), cells...)
	}
	return t
}

// pointHead names a point by its number and, if they are few, the factors' values.
func (p *StudyPage) pointHead(i int) cell {
	const few = 6
	c := words(p.l.say("punto ", "point ") + p.l.number(float64(i), 0))
	values := p.a.Points.Values(i)
	for k, f := range p.factors[:min(len(p.factors), few)] {
		c.Lines = append(c.Lines, line{f.Name() + " = " + p.l.compact(values[k]), codeLine})
	}
	if n := len(p.factors) - few; n > 0 {
		c.Lines = append(c.Lines, line{p.l.say("y ", "and ") + p.l.count(n, "factor más", "factores más", "factor more", "factors more"), quietLine})
	}
	return c
}

// variesSection lists the factors.
func (p *StudyPage) variesSection() section {
	const few = 12
	l := p.l
	s := section{ID: "varies", Title: l.say("Qué varía", "What varies")}
	if len(p.factors) == 0 {
		return s
	}
	s.add(block{Text: l.say("Los demás parámetros, las reglas, los gobiernos y las fechas son los del escenario en todos los puntos.", "The other parameters, the rules, the governments and the dates are the scenario's at every point.")})
	for i, f := range p.factors {
		if names := p.a.Study.Overruled(f); len(names) > 0 {
			s.add(block{Text: capital(p.factor(i)) + l.say(": lo fija el diseño, y variarlo no cambia nada, en ", ": set by the design, so that varying it changes nothing, in ") + l.list(p.titlesOf(names)) + "."})
		}
	}
	if len(p.factors) > few {
		s.add(block{More: &more{l.count(len(p.factors), "factor", "factores", "factor", "factors"), "", []block{{Table: p.factorsTable()}}}})
	} else {
		s.add(block{Table: p.factorsTable()})
	}
	return s
}

// studyDesigns is the section on designs, with what of them the study varies.
func (p *StudyPage) studyDesigns() section {
	s := p.designsSection()
	var varied []string
	for i, f := range p.factors {
		if f.Scope == study.OfDesign || f.Scope == study.OfScenario && f.Param.Info().Design {
			varied = append(varied, p.factor(i))
		}
	}
	if len(varied) > 0 {
		s.add(block{Text: p.l.say("El estudio varía de ello, y aquí figura el valor del escenario: ", "Of this the study varies, and what stands here is the scenario's value: ") + p.l.list(varied) + "."})
	}
	return s
}

// titlesOf are what designs are called, by their names.
func (p *StudyPage) titlesOf(names []string) []string {
	var all []string
	for i, d := range p.a.Designs {
		for _, name := range names {
			if d.Name == name {
				all = append(all, p.name(i))
			}
		}
	}
	return all
}

func (p *StudyPage) factorsTable() *table {
	l := p.l
	t := &table{Caption: l.say("Lo que varía y entre qué valores", "What varies, and between which values"), Numeric: true,
		Head: []string{l.say("Parámetro", "Parameter"), l.say("Valores", "Values"), l.say("Cómo", "How"), l.say("En el escenario", "In the scenario"), l.say("Procedencia", "Provenance")}}
	for i, f := range p.factors {
		how := l.say("niveles", "levels")
		if f.Levels == nil {
			how = l.say("muestra, uniforme", "sampled, uniform")
			if f.Axis.Log {
				how = l.say("muestra, por órdenes de magnitud", "sampled, by order of magnitude")
			}
		}
		here := words("–")
		if f.Scope == study.OfScenario {
			here = words(l.compact(p.base(f.Param)))
		}
		t.add(p.factorHead(i), words(minus(conclude.Range(f, l.tag))), words(how), here, words(p.provenance(f.Param.Info().From)))
	}
	return t
}
