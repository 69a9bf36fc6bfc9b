package report

import (
	"math"

	"cumbre/model"
	"cumbre/model/compare"
)

func headMetrics() []model.Metric {
	var all []model.Metric
	for _, m := range model.Metrics() {
		if m.Info().Head {
			all = append(all, m)
		}
	}
	return all
}

// metricHead names a metric with its unit.
func (v *view) metricHead(m model.Metric) cell {
	return titled(capital(v.l.in(m.Info().Text)), v.l.unit(m.Info().Unit))
}

// meansTable gives the mean and interval of metrics, a column per design.
func (v *view) meansTable(caption string, metrics []model.Metric) *table {
	t := &table{Caption: caption, Head: v.designHeads(v.l.say("Medida", "Measure")), Numeric: true}
	for _, m := range metrics {
		var cells []cell
		for _, r := range v.c.Designs {
			e := r.Metrics[m]
			c := v.estimate(e, m.Info().Decimals)
			if e.N < v.c.Replications && e.N > 0 {
				c.Lines = append(c.Lines, line{v.l.say("en ", "in ") + v.l.count(e.N, "réplica", "réplicas", "replication", "replications"), quietLine})
			}
			cells = append(cells, c)
		}
		t.add(v.metricHead(m), cells...)
	}
	return t
}

// differencesTable gives the paired differences of metrics to the baseline.
func (v *view) differencesTable(caption string, metrics []model.Metric) *table {
	t := &table{Caption: caption, Head: []string{v.l.say("Medida", "Measure")}, Numeric: true}
	for i := 1; i < len(v.c.Designs); i++ {
		t.Head = append(t.Head, v.name(i))
	}
	for _, m := range metrics {
		var cells []cell
		for i := 1; i < len(v.c.Designs); i++ {
			d, ok := v.c.Difference(i, m)
			cells = append(cells, v.difference(d, ok))
		}
		t.add(v.metricHead(m), cells...)
	}
	return t
}

func (v *view) minusName(design, baseline int) string {
	return v.name(design) + " − " + v.name(baseline)
}

// betweenTable gives the head metrics' differences among the alternatives.
func (v *view) betweenTable(caption string) *table {
	t := &table{Caption: caption, Head: []string{v.l.say("Medida", "Measure")}, Numeric: true}
	rows := map[model.Metric][]cell{}
	seen := map[[2]int]bool{}
	for _, d := range v.c.Between {
		if pair := [2]int{d.Design, d.Baseline}; !seen[pair] {
			seen[pair] = true
			t.Head = append(t.Head, v.minusName(d.Design, d.Baseline))
		}
		rows[d.Metric] = append(rows[d.Metric], v.difference(d, true))
	}
	for _, m := range headMetrics() {
		if len(rows[m]) == len(t.Head)-1 {
			t.add(v.metricHead(m), rows[m]...)
		}
	}
	return t
}

// difference is a paired difference: what it is, how well it is known, and in
// words whether it is real.
func (v *view) difference(d compare.Difference, ok bool) cell {
	if !ok || math.IsNaN(d.Mean) {
		return words(compare.Undefined)
	}
	decimals := d.Decimals()
	if v.single() {
		return words(v.l.signed(d.Mean, decimals))
	}
	value := line{v.l.signed(d.Mean, decimals), plainLine}
	interval := line{v.l.signedSpan(d.Low, d.High, decimals), quietLine}
	if !d.Real() {
		return cell{Lines: []line{value, interval, {v.l.say("no se distingue, ", "not told apart, ") + v.l.pValue(d.AdjustedP), quietLine}}}
	}
	mark := "◆ " + v.l.say("real", "real")
	if word := v.direction(d); word != "" {
		mark += ", " + word
	}
	return cell{Marked: true, Lines: []line{value, interval, {mark + ", " + v.l.pValue(d.AdjustedP), markLine}}}
}

// direction says whether a real difference is for the better, where the
// registry knows; nothing otherwise.
func (v *view) direction(d compare.Difference) string {
	better := d.Mean * float64(d.Metric.Info().Better)
	switch {
	case !d.Real() || better == 0:
		return ""
	case better > 0:
		return v.l.say("mejor", "better")
	default:
		return v.l.say("peor", "worse")
	}
}

// results is the section that answers the question.
func (v *view) results() section {
	l := v.l
	s := section{ID: "results", Title: l.say("Los diseños en cifras", "The designs in numbers")}
	s.add(block{Table: v.meansTable(v.either(
		l.say("Las medidas principales en la única réplica", "The main measures in the only replication"),
		l.say("Medias de las réplicas e intervalo del ", "Means of the replications and ")+v.level()+l.say(" de la media", " interval of the mean")), headMetrics())})
	switch {
	case len(v.c.Designs) < 2:
	case v.single():
		s.add(block{Text: v.singleCaveat()},
			block{Table: v.differencesTable(l.say("Diferencias en la única réplica: cada diseño menos ", "Differences in the only replication: each design less ")+v.name(0), headMetrics())},
			v.figure("effects"))
	default:
		s.add(
			block{Text: l.say(
				"Como todos los diseños viven las mismas historias, lo que se estima es su diferencia dentro de cada historia, mucho más precisa que las medias por separado: dos diseños pueden diferir de verdad aunque los intervalos de arriba se crucen.",
				"As all designs live through the same histories, what is estimated is their difference within each history, far more precise than the means on their own: two designs may really differ although the intervals above overlap.")},
			block{Table: v.differencesTable(l.say("Diferencias pareadas: cada diseño menos ", "Paired differences: each design less ")+v.name(0)+
				l.say(": media, intervalo del ", ": mean, ")+v.level()+l.say(" y p corregida (Holm 1979)", " interval and corrected p (Holm 1979)"), headMetrics())},
			block{Text: l.say(
				"◆ real: p corregida menor que 0,05, con la corrección de Holm sobre todas las diferencias de este cuadro. Los intervalos no están corregidos. «No se distingue» no quiere decir «igual»: con más réplicas podría distinguirse.",
				"◆ real: corrected p below 0.05, with Holm's correction over all differences of this table. The intervals are not corrected. “Not told apart” does not mean “equal”: more replications might tell.")},
			v.figure("effects"))
	}
	if len(v.c.Between) > 0 {
		s.add(block{More: &more{l.say("Diferencias entre los demás diseños", "Differences among the other designs"), "",
			[]block{{Table: v.betweenTable(v.either(
				l.say("Diferencias entre las alternativas en la única réplica", "Differences among the alternatives in the only replication"),
				l.say("Diferencias pareadas entre las alternativas, con p corregida dentro de este cuadro", "Paired differences among the alternatives, with p corrected within this table")))}}}})
	}
	s.add(block{More: &more{l.say("Todas las medidas", "All measures"), "", v.allMetrics()}})
	return s
}

func (v *view) allMetrics() []block {
	l := v.l
	all := []block{{Table: v.meansTable(v.either(
		l.say("Todas las medidas en la única réplica", "All measures in the only replication"),
		l.say("Todas las medidas: media e intervalo", "All measures: mean and interval")), model.Metrics())}}
	if len(v.c.Designs) > 1 {
		all = append(all, block{Table: v.differencesTable(
			l.say("Todas las medidas: diferencias con ", "All measures: differences to ")+v.name(0)+
				v.either("", l.say(" (p corregida por separado para las principales y las demás)", " (p corrected separately for the main measures and the others)")), model.Metrics())})
	}
	return all
}
