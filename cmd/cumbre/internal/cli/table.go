package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

// writeTable prints the comparison for people: what was asked, each design's
// means, the differences to the baseline and what follows.
func (a *app) writeTable(w io.Writer, c *compare.Comparison) error {
	t := a.table(c)
	var b strings.Builder
	if c.Replications > 1 {
		t.heading(&b, t.say("intervalos puntuales del 95 %", "pointwise 95% intervals"))
	} else {
		t.heading(&b, "")
	}
	t.means(&b)
	if comparisons(c, true) > 0 {
		t.differences(&b)
	}
	b.WriteByte('\n')
	for _, sentence := range compare.Verdict(c, a.lang) {
		b.WriteString(a.page.Prose(sentence) + "\n")
	}
	a.robustAnswer(c).write(&b)
	b.WriteString("\n" + a.page.Fill(" ", a.say("huella de los resultados:", "digest of the results:"), c.Digest) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// table is a comparison on its way to a page.
type table struct {
	tongue
	compare.Format
	page layout.Page
	c    *compare.Comparison
}

func (a *app) table(c *compare.Comparison) table {
	return table{tongue: a.tongue, Format: compare.NewFormat(a.lang), page: a.page, c: c}
}

// heading says what was run, then what the brackets below hold.
func (t table) heading(b *strings.Builder, brackets string) {
	spec := t.c.Spec
	fmt.Fprintln(b, t.page.Prose(spec.Title.In(t.lang)))
	if question := spec.Question.In(t.lang); question != "" {
		fmt.Fprintln(b, t.page.Prose(question))
	}
	fmt.Fprintln(b, t.page.Fill(" · ", spec.Name, fmt.Sprintf(t.say("de %s a %s", "%s to %s"), spec.Start, spec.End-1),
		t.replications(), fmt.Sprintf(t.say("semilla %d", "seed %d"), t.c.Seed), brackets))
	if t.c.Interrupted {
		fmt.Fprintln(b, t.page.Prose(t.say("INTERRUMPIDO: éstas son las réplicas completas hasta entonces.", "INTERRUPTED: these are the replications complete by then.")))
	}
}

func (t table) replications() string {
	if t.c.Replications == 1 {
		return t.say("1 réplica", "1 replication")
	}
	return fmt.Sprintf(t.say("%d réplicas", "%d replications"), t.c.Replications)
}

func (t table) means(b *strings.Builder) {
	corner := t.say("media [intervalo]", "mean [interval]")
	if t.c.Replications == 1 {
		corner = t.say("valor", "value")
	}
	out := t.columns(corner, t.c.Designs)
	for _, m := range headMetrics() {
		row := []layout.Cell{{t.label(m)}}
		for _, r := range t.c.Designs {
			e := r.Metrics[m]
			row = append(row, parts(t.Number(e.Mean, m.Info().Decimals), t.Range(e, m.Info().Decimals)))
		}
		out.Row(row...)
	}
	b.WriteString("\n" + out.Set(t.page))
}

func (t table) differences(b *strings.Builder) {
	baseline := title(t.c.Designs[0].Design, t.lang)
	fmt.Fprintf(b, "\n%s\n\n", t.page.Prose(fmt.Sprintf(t.say(
		"Diferencia pareada con «%s»: media [intervalo], p corregida por las %d comparaciones de esta tabla (Holm); * real: p corregida < 0,05. Los intervalos no están corregidos: cada uno vale al 95 %% por sí solo, no todos a la vez.",
		"Paired difference to “%s”: mean [interval], p corrected for the %d comparisons of this table (Holm); * real: corrected p < 0.05. The intervals are not corrected: each holds at 95%% on its own, not all at once."),
		baseline, comparisons(t.c, true))))
	out := t.columns("", t.c.Designs[1:])
	for _, m := range headMetrics() {
		row := []layout.Cell{{t.label(m)}}
		for design := 1; design < len(t.c.Designs); design++ {
			row = append(row, t.difference(design, m))
		}
		out.Row(row...)
	}
	b.WriteString(out.Set(t.page))
}

// Widths at which texts of tables are wrapped, characters.
const (
	labelWidth = 40 // of the first column
	titleWidth = 26 // of a design's title
)

// columns starts a table of measures by designs.
func (t table) columns(corner string, designs []compare.DesignResult) *layout.Table {
	out := &layout.Table{Split: true, Columns: []layout.Column{{Head: corner, Width: labelWidth, Words: true}}}
	for _, r := range designs {
		out.Columns = append(out.Columns, layout.Column{Head: title(r.Design, t.lang), Width: titleWidth})
	}
	return out
}

// comparisons counts the tests of a family that a correction is for: those of
// the table's measures, or of the others.
func comparisons(c *compare.Comparison, head bool) int {
	n := 0
	for _, d := range c.Differences {
		if d.Metric.Info().Head == head && d.P == d.P {
			n++
		}
	}
	return n
}

func (t table) difference(design int, m model.Metric) layout.Cell {
	d, _ := t.c.Difference(design, m)
	p := "p " + t.P(d.AdjustedP)
	if d.Real() {
		p += " *"
	}
	decimals := d.Decimals()
	return parts(t.Signed(d.Mean, decimals), t.Range(d.Estimate, decimals), p)
}

func (t table) label(m model.Metric) string { return measureLabel(m, t.lang) }

// measureLabel names a measure and, where the name does not say it, its unit.
func measureLabel(m model.Metric, lang string) string {
	name, unit := compare.Brief(m, lang), compare.Unit(m.Info().Unit, lang)
	for part := range strings.SplitSeq(unit, "/") {
		if !strings.Contains(name, part) {
			return name + " (" + unit + ")"
		}
	}
	return name
}

func headMetrics() []model.Metric {
	var head []model.Metric
	for _, m := range model.Metrics() {
		if m.Info().Head {
			head = append(head, m)
		}
	}
	return head
}

// parts are the parts of a cell that are not empty.
func parts(all ...string) layout.Cell {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// join joins the words that are not empty.
func join(words ...string) string { return strings.Join(parts(words...), " ") }

// title is what a design is called in text.
func title(d model.Design, lang string) string {
	if t := d.Title.In(lang); t != "" {
		return t
	}
	return d.Name
}
