package cli

import (
	"fmt"
	"slices"
	"strings"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model/analysis"
)

// designMap is the design map of a measure as a table, the second factor upwards as in the
// figure.
func (t analysisTable) designMap(b *strings.Builder, m analysis.Measure) {
	if m.Map == nil || len(t.Designs) < 2 || m.Metric.Info().Better == 0 || !valued(slices.Concat(m.Map.Groups...)) {
		return
	}
	factors := t.Study.Factors()
	x, y := factors[m.Map.X], factors[m.Map.Y]
	text := t.sayf("Mapa de diseños, %s: cuál va en cabeza, por cuánto sobre el siguiente y con qué probabilidad, según %s (de izquierda a derecha) y %s (de abajo arriba).",
		"Design map, %s: which design leads, by how much over the next and with what probability, by %s (left to right) and %s (upwards).", t.measured(m.Metric), x.Name(), y.Name())
	switch n := len(m.Map.Others); {
	case n == 1:
		text += t.sayf(" Cada casilla es una media sobre el otro factor, %s.", " Each cell is a mean over the other factor, %s.", factors[m.Map.Others[0]].Name())
	case n > 1:
		text += t.sayf(" Cada casilla es una media sobre los otros %d factores.", " Each cell is a mean over the other %d factors.", n)
	}
	t.paragraph(b, text)
	out := &layout.Table{Split: true, Columns: []layout.Column{{Head: y.Name(), Words: true, Width: titleWidth}}}
	for _, c := range m.Map.XCuts {
		out.Columns = append(out.Columns, layout.Column{Head: conclude.Cut(c, x, t.lang), Width: titleWidth})
	}
	for j := len(m.Map.YCuts) - 1; j >= 0; j-- {
		row := []layout.Cell{{conclude.Cut(m.Map.YCuts[j], y, t.lang)}}
		for i := range m.Map.XCuts {
			row = append(row, t.lead(m.Metric, m.Map.Groups[j][i]))
		}
		out.Row(row...)
	}
	b.WriteString(out.Set(t.page))
}

// valued reports whether any group has a value: without one a table would be of dashes.
func valued(groups []analysis.Group) bool {
	return slices.ContainsFunc(groups, func(g analysis.Group) bool { return g.Units > 0 })
}

// namedFactors is up to how many factors the rows of points are named by.
const namedFactors = 4

// points is each design against the first at every point, of the first few.
func (t analysisTable) points(b *strings.Builder, m analysis.Measure, most int) {
	if len(m.At) < 2 || len(t.Designs) < 2 || most == 0 || !valued(m.At) {
		return
	}
	factors := t.Study.Factors()
	t.paragraph(b, t.sayf("Por punto, %s: diferencia pareada con «%s» [intervalo] y qué diseño va en cabeza",
		"By point, %s: paired difference to “%s” [interval], and which design leads", t.measured(m.Metric), t.title(0)))
	corner := t.say("punto", "point")
	if named := len(factors) <= namedFactors; named {
		for i, f := range factors {
			corner += []string{": ", " · "}[min(i, 1)] + f.Name()
		}
	}
	out := t.columns(corner, append(t.titles(1), t.say("va en cabeza", "leads"))...)
	shown := min(most, len(m.At))
	for p := range shown {
		row := []layout.Cell{{t.place(p)}}
		for d := 1; d < len(t.Designs); d++ {
			row = append(row, t.signed(m.Metric, m.At[p].Differences[d]))
		}
		out.Row(append(row, t.lead(m.Metric, m.At[p]))...)
	}
	b.WriteString(out.Set(t.page))
	if t.Replications.Most > 1 && t.Replications.Most < enoughReplications {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(t.sayf("Con %d réplicas por punto, los intervalos y probabilidades de un solo punto dicen poco: más réplicas se agregan con cumbre sweep.",
			"With %d replications of a point, intervals and probabilities at single points say little: cumbre sweep appends more replications.", t.Replications.Most)))
	}
	if shown < len(m.At) {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(t.sayf("Son los primeros %d de %s puntos; --points %d los imprime todos, y -o CARPETA los escribe en points.csv.",
			"These are the first %d of %s points; --points %d prints all, and -o FOLDER writes them to points.csv.", shown, t.count(int64(len(m.At))), len(m.At))))
	}
}

// place names a point by its number and, where they are few, the values of its factors.
func (t analysisTable) place(point int) string {
	factors := t.Study.Factors()
	if len(factors) > namedFactors {
		return itoa(point)
	}
	var all []string
	for i, x := range t.Points.Values(point) {
		all = append(all, conclude.Value(x, factors[i], t.lang))
	}
	return itoa(point) + ": " + strings.Join(all, " · ")
}

// regions says where each design leads.
func (t analysisTable) regions(b *strings.Builder, m analysis.Measure) {
	if m.Regions == nil || len(t.Designs) < 2 {
		return
	}
	factors := t.Study.Factors()
	t.paragraph(b, t.sayf("Dónde va en cabeza cada diseño, %s, en las medias de %s puntos (PRIM, Friedman y Fisher 1999): la región, la parte de sus puntos en cabeza que abarca (cobertura) y en qué parte de los de la región va en cabeza (densidad).",
		"Where each design leads, %s, in the means at %s points (PRIM, Friedman and Fisher 1999): the region, the share of the points led that it covers (coverage), and the share of its points that are led (density).", t.measured(m.Metric), t.count(int64(m.Regions.Points))))
	out := &layout.Table{Columns: []layout.Column{{Head: t.say("diseño", "design"), Words: true, Width: titleWidth}, {Head: t.say("puntos en cabeza", "points led"), Width: 12},
		{Head: t.say("región", "region"), Words: true, Width: labelWidth}, {Head: t.say("cobertura", "coverage")}, {Head: t.say("densidad", "density")}}}
	for d, r := range m.Regions.Designs {
		led := layout.Cell{t.count(int64(r.Leads)), "(" + conclude.Percent(float64(r.Leads)/float64(m.Regions.Points), t.lang) + ")"}
		region, coverage, density := t.say("ninguna", "none"), "", ""
		switch {
		case r.Leads == m.Regions.Points:
			region = t.say("en todas partes", "everywhere")
		case r.Box != nil:
			region = conclude.Box(r, factors, t.lang)
			coverage, density = conclude.Percent(r.Box.Coverage, t.lang), conclude.Percent(r.Box.Density, t.lang)
		case r.Leads > 0:
			region = t.say("no se distingue ninguna", "none can be told")
		}
		out.Row(layout.Cell{t.title(d)}, led, layout.Cell{region}, parts(coverage), parts(density))
	}
	b.WriteString(out.Set(t.page))
	if slices.ContainsFunc(m.Regions.Designs, func(r analysis.Region) bool { return r.Box != nil }) {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(t.say("Una región se eligió en los mismos puntos en que se mide: en otros abarcará algo menos.",
			"A region was chosen on the same points that measure it: on others it will do somewhat worse.")))
	}
}
