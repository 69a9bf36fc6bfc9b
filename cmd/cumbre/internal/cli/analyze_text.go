package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/sim/stat"
)

func (a *app) printAnalysis(f found, flags analyzeFlags) error {
	if flags.json {
		return encode(a.stdout, newAnalysisJSON(f))
	}
	t := analysisTable{a.tongue, compare.NewFormat(a.lang), a.page, f}
	var b strings.Builder
	t.heading(&b)
	t.means(&b)
	t.differences(&b)
	m := f.Measures[0]
	t.designMap(&b, m)
	t.points(&b, m, flags.shown(f))
	t.frontier(&b)
	t.regions(&b, m)
	t.sensitivity(&b, m)
	b.WriteByte('\n')
	for _, s := range conclude.Sentences(f.Analysis, a.lang) {
		b.WriteString(a.page.Prose(s) + "\n")
	}
	t.more(&b)
	b.WriteString("\n" + a.page.Fill(" ", a.say("huella de las corridas:", "digest of the runs:"), f.digest) + "\n")
	_, err := io.WriteString(a.stdout, b.String())
	return err
}

// analysisTable is an analysis on its way to a page.
type analysisTable struct {
	tongue
	compare.Format
	page layout.Page
	found
}

func (t analysisTable) sayf(es, en string, args ...any) string {
	return fmt.Sprintf(t.say(es, en), args...)
}

// heading says what was run: points, designs, replications, what each factor's values are.
func (t analysisTable) heading(b *strings.Builder) {
	s := t.Study
	fmt.Fprintln(b, t.page.Prose(s.Title.In(t.lang)))
	fmt.Fprintln(b, t.page.Fill(" · ", s.Spec.Name, t.sayf("de %s a %s", "%s to %s", s.Spec.Start, s.Spec.End-1),
		t.number(int64(t.Points.N()), "punto", "puntos", "point", "points")+" × "+t.number(int64(len(t.Designs)), "diseño", "diseños", "design", "designs"),
		t.replications(), t.number(t.Runs, "corrida", "corridas", "run", "runs"), t.sayf("semilla %d", "seed %d", s.Seed),
		t.sayf("intervalos puntuales del %s", "pointwise %s intervals", conclude.Level(t.Options.Level, t.lang))))
	t.factors(b)
	if t.Missing > 0 {
		least := ""
		if s.Until != nil {
			least = t.say("al menos ", "at least ")
		}
		fmt.Fprintln(b, t.page.Prose(t.sayf("INCOMPLETO: corridas que faltan: %s%s; éste es un estudio más pequeño.", "INCOMPLETE: runs missing: %s%s; this is a smaller study.", least, t.count(t.Missing))))
	}
	if t.Failed > 0 {
		fmt.Fprintln(b, t.page.Prose(t.sayf("CORRIDAS FALLIDAS: %s; el error está en la columna error de las tablas.", "FAILED RUNS: %s; the error is in the column error of the tables.", t.count(t.Failed))))
	}
}

// listedFactors is how many factors the heading of an analysis or of a dry run names.
const listedFactors = 8

// factors names what is varied, between which values, and what it means.
func (t analysisTable) factors(b *strings.Builder) {
	factors := t.Study.Factors()
	shown := len(factors)
	if shown > listedFactors+1 {
		shown = listedFactors
	}
	out := &layout.Table{Gap: 2, Columns: []layout.Column{{}, {Words: true}, {Words: true}}}
	for _, f := range factors[:shown] {
		out.Texts("  "+f.Name(), conclude.Range(f, t.lang), conclude.Factor(f, t.lang))
	}
	if shown > 0 {
		b.WriteString(out.Set(t.page))
	}
	if n := len(factors) - shown; n > 0 {
		fmt.Fprintln(b, t.sayf("  y %d factores más", "  and %d factors more", n))
	}
}

func (t analysisTable) count(n int64) string { return t.Number(float64(n), 0) }

// number writes a number with its noun.
func (t analysisTable) number(n int64, oneES, manyES, oneEN, manyEN string) string {
	if n == 1 {
		return "1 " + t.say(oneES, oneEN)
	}
	return t.count(n) + " " + t.say(manyES, manyEN)
}

func (t analysisTable) replications() string {
	r := t.Replications
	switch {
	case r.Least != r.Most:
		return t.sayf("de %d a %d réplicas", "%d to %d replications", r.Least, r.Most)
	case r.Most == 1:
		return t.say("1 réplica", "1 replication")
	}
	return t.sayf("%d réplicas", "%d replications", r.Most)
}

// title is what a table calls a design.
func (t analysisTable) title(design int) string { return title(t.Designs[design], t.lang) }

// estimate is a mean with its interval.
func (t analysisTable) estimate(e stat.Estimate, decimals int) layout.Cell {
	return parts(t.Number(e.Mean, decimals), t.Range(e, decimals))
}

// signed is a difference with its interval.
func (t analysisTable) signed(m model.Metric, e stat.Estimate) layout.Cell {
	decimals := conclude.Decimals(m, e)
	return parts(t.Signed(e.Mean, decimals), t.Range(e, decimals))
}

// paragraph sets a text apart.
func (t analysisTable) paragraph(b *strings.Builder, text string) {
	fmt.Fprintf(b, "\n%s\n\n", t.page.Prose(text))
}

// columns starts a table with a first column of so many characters and one for each head.
func (t analysisTable) columns(corner string, heads ...string) *layout.Table {
	out := &layout.Table{Split: true, Columns: []layout.Column{{Head: corner, Width: labelWidth, Words: true}}}
	for _, head := range heads {
		out.Columns = append(out.Columns, layout.Column{Head: head, Width: titleWidth})
	}
	return out
}

func (t analysisTable) titles(from int) []string {
	var all []string
	for d := from; d < len(t.Designs); d++ {
		all = append(all, t.title(d))
	}
	return all
}

// means is each design's mean over all points, by measure.
func (t analysisTable) means(b *strings.Builder) {
	unit := t.say("sus unidades son las réplicas, promediadas sobre los puntos", "its units are replications, averaged over the points")
	switch {
	case t.Replications.Least != t.Replications.Most && !t.ByPoints:
		unit = t.sayf("sus unidades son las %d réplicas que tienen todos los puntos, promediadas sobre ellos", "its units are the %d replications that all points have, averaged over them", t.Replications.Least)
	case t.ByPoints:
		unit = t.say("cuenta el azar de los puntos, que se sortearon, y el de las réplicas, que comparten", "it counts chance in the points, which were drawn, and in the replications, which they share")
	}
	text := t.sayf("Media de %s [intervalo; %s]", "Mean of %s [interval; %s]", t.allPoints(), unit)
	if len(t.Study.Factors()) == 0 {
		text = t.say("Media [intervalo]", "Mean [interval]")
	}
	t.paragraph(b, text)
	out := t.columns("", t.titles(0)...)
	for _, m := range t.Measures {
		row := []layout.Cell{{measureLabel(m.Metric, t.lang) + t.partial(m.Overall)}}
		for _, e := range m.Overall.Designs {
			row = append(row, t.estimate(e, m.Metric.Info().Decimals))
		}
		out.Row(row...)
	}
	b.WriteString(out.Set(t.page))
}

// partial says of how much of a study a mean is, if some of it has no value: what is left may
// be another kind of world.
func (t analysisTable) partial(g analysis.Group) string {
	if g.Units == 0 || g.Lost == 0 && g.Absent == 0 {
		return ""
	}
	s := t.sayf("; en %d de %d réplicas", "; in %d of %d replications", g.Units, g.Units+g.Lost)
	if t.ByPoints {
		s = t.sayf("; en %d de %d puntos", "; at %d of %d points", g.Units, g.Units+g.Lost)
	}
	if g.Absent > 0 {
		s += t.sayf(", sin %d de %d puntos", ", without %d of %d points", g.Absent, g.Points)
	}
	return s
}

// allPoints names the points that means are over.
func (t analysisTable) allPoints() string {
	switch {
	case len(t.Study.Factors()) == 0:
		return t.say("el escenario", "the scenario")
	case t.Study.Sample.Sensitivity():
		return t.say("los puntos sorteados por separado", "the points drawn independently")
	}
	return t.say("todos los puntos", "all points")
}

// differences is each design against the first, by measure, and who leads.
func (t analysisTable) differences(b *strings.Builder) {
	if len(t.Designs) < 2 {
		return
	}
	t.paragraph(b, t.sayf("Diferencia pareada con «%s» en %s [intervalo], y qué diseño va en cabeza: por cuánto sobre el siguiente, y con qué probabilidad su media es la mejor. %s",
		"Paired difference to “%s” over %s [interval], and which design leads: by how much over the next, and how probable it is that its mean is the best. %s", t.title(0), t.allPoints(), t.unsure()))
	out := t.columns("", append(t.titles(1), t.say("va en cabeza", "leads"))...)
	for _, m := range t.Measures {
		row := []layout.Cell{{measureLabel(m.Metric, t.lang)}}
		for d := 1; d < len(t.Designs); d++ {
			row = append(row, t.signed(m.Metric, m.Overall.Differences[d]))
		}
		out.Row(append(row, t.lead(m.Metric, m.Overall))...)
	}
	b.WriteString(out.Set(t.page))
}

// unsure explains the mark of a lead that may be chance.
func (t analysisTable) unsure() string {
	return t.sayf("Con ≈ la ventaja no se distingue del azar: su intervalo alcanza el cero o esa probabilidad no llega al %s.",
		"With ≈ the lead cannot be told from chance: its interval reaches zero, or that probability is below %s.", conclude.Level(t.Options.Level, t.lang))
}

// lead is who leads, by how much and with what probability.
func (t analysisTable) lead(m model.Metric, g analysis.Group) layout.Cell {
	if g.Leader == analysis.None {
		if m.Info().Better != 0 && g.Units > 0 && len(t.Designs) > 1 {
			return layout.Cell{t.say("empate", "tie")}
		}
		return layout.Cell{compare.Undefined}
	}
	name := t.Designs[g.Leader].Name
	if !conclude.Sure(g, t.Options.Level) {
		name = "≈ " + name
	}
	cell := layout.Cell{name, t.Signed(g.Lead.Mean, conclude.Decimals(m, g.Lead))}
	if g.Probability != nil {
		cell = append(cell, conclude.Probability(g.Probability[g.Leader], t.lang))
	}
	return cell
}

// measured names a measure within a sentence.
func (t analysisTable) measured(m model.Metric) string { return compare.Brief(m, t.lang) }

// more says how to see the rest.
func (t analysisTable) more(b *strings.Builder) {
	if len(t.Measures) < 2 {
		return
	}
	only := slices.ContainsFunc(t.Measures[:1], func(m analysis.Measure) bool {
		return m.At != nil || m.Map != nil || m.Sensitivity != nil
	})
	if !only {
		return
	}
	b.WriteString("\n" + t.page.Prose(t.sayf("Lo que no es de todas las medidas es de la primera, %s: --measures pone otra delante; --json y -o CARPETA las tienen todas.",
		"What is not of all measures is of the first, %s: --measures puts another first; --json and -o FOLDER have them all.", t.measured(t.Measures[0].Metric))) + "\n")
}

func itoa(n int) string { return strconv.Itoa(n) }
