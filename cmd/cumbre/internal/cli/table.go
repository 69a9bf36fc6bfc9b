package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"cumbre/model"
	"cumbre/model/compare"
)

// writeTable prints the comparison for people: what was asked, each design's
// means, the differences to the baseline and what follows.
func (a *app) writeTable(w io.Writer, c *compare.Comparison) error {
	t := table{tongue: a.tongue, Format: compare.NewFormat(a.lang), c: c}
	var b strings.Builder
	if c.Replications > 1 {
		t.heading(&b, t.say(" · intervalos del 95 %", " · 95% intervals"))
	} else {
		t.heading(&b, "")
	}
	t.means(&b)
	if t.comparisons() > 0 {
		t.differences(&b)
	}
	b.WriteByte('\n')
	for _, sentence := range compare.Verdict(c, a.lang) {
		b.WriteString(wrap(sentence, textWidth) + "\n")
	}
	a.robustAnswer(c).write(&b)
	fmt.Fprintf(&b, "\n%s %s\n", a.say("huella de los resultados:", "digest of the results:"), c.Digest)
	_, err := io.WriteString(w, trimmed(b.String()))
	return err
}

// table is a comparison on its way to paper.
type table struct {
	tongue
	compare.Format
	c *compare.Comparison
}

// textWidth is the width of running text, characters.
const textWidth = 96

// heading says what was run, then what the brackets below hold.
func (t table) heading(b *strings.Builder, brackets string) {
	spec := t.c.Spec
	fmt.Fprintln(b, spec.Title.In(t.lang))
	if question := spec.Question.In(t.lang); question != "" {
		fmt.Fprintln(b, wrap(question, textWidth))
	}
	fmt.Fprintf(b, t.say("%s · de %s a %s · %s · semilla %d%s\n", "%s · %s to %s · %s · seed %d%s\n"),
		spec.Name, spec.Start, spec.End-1, t.replications(), t.c.Seed, brackets)
	if t.c.Interrupted {
		fmt.Fprintln(b, t.say("INTERRUMPIDO: éstas son las réplicas completas hasta entonces.", "INTERRUPTED: these are the replications complete by then."))
	}
}

func (t table) replications() string {
	if t.c.Replications == 1 {
		return t.say("1 réplica", "1 replication")
	}
	return fmt.Sprintf(t.say("%d réplicas", "%d replications"), t.c.Replications)
}

// columns starts a block of aligned columns.
func columns(b *strings.Builder) *tabwriter.Writer { return tabwriter.NewWriter(b, 0, 0, 3, ' ', 0) }

func (t table) means(b *strings.Builder) {
	b.WriteByte('\n')
	w := columns(b)
	corner := t.say("media [intervalo]", "mean [interval]")
	if t.c.Replications == 1 {
		corner = t.say("valor", "value")
	}
	t.header(w, corner, t.c.Designs)
	for _, m := range headMetrics() {
		row := []string{t.label(m)}
		for _, r := range t.c.Designs {
			e := r.Metrics[m]
			row = append(row, join(t.Number(e.Mean, m.Info().Decimals), t.Range(e, m.Info().Decimals)))
		}
		writeWrapped(w, row, anyWidth)
	}
	_ = w.Flush() // into memory
}

func (t table) differences(b *strings.Builder) {
	baseline := title(t.c.Designs[0].Design, t.lang)
	fmt.Fprintf(b, "\n%s\n\n", wrap(fmt.Sprintf(t.say(
		"Diferencia pareada con «%s»: media [intervalo], p corregida por las %d comparaciones de esta tabla (Holm); * real: p corregida < 0,05",
		"Paired difference to “%s”: mean [interval], p corrected for the %d comparisons of this table (Holm); * real: corrected p < 0.05"),
		baseline, t.comparisons()), textWidth))
	w := columns(b)
	t.header(w, "", t.c.Designs[1:])
	for _, m := range headMetrics() {
		row := []string{t.label(m)}
		for design := 1; design < len(t.c.Designs); design++ {
			row = append(row, t.difference(design, m))
		}
		writeWrapped(w, row, anyWidth)
	}
	_ = w.Flush() // into memory
}

// header names the designs above their columns.
func (t table) header(w io.Writer, corner string, designs []compare.DesignResult) {
	row := []string{corner}
	for _, r := range designs {
		row = append(row, title(r.Design, t.lang))
	}
	writeWrapped(w, row, titleWidth)
}

// comparisons counts the tests that the correction is for.
func (t table) comparisons() int {
	n := 0
	for _, d := range t.c.Differences {
		if d.Metric.Info().Head && d.P == d.P {
			n++
		}
	}
	return n
}

func (t table) difference(design int, m model.Metric) string {
	d, _ := t.c.Difference(design, m)
	mark := ""
	if d.Real() {
		mark = "*"
	}
	decimals := d.Decimals()
	return join(t.Signed(d.Mean, decimals), t.Range(d.Estimate, decimals), "p "+t.P(d.AdjustedP), mark)
}

// label names a measure and, where the name does not say it, its unit.
func (t table) label(m model.Metric) string {
	name, unit := compare.Brief(m, t.lang), compare.Unit(m.Info().Unit, t.lang)
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

func writeRow(w io.Writer, cells []string) { fmt.Fprintln(w, strings.Join(cells, "\t")) }

// Widths of columns, characters.
const (
	labelWidth = 40   // of the first
	titleWidth = 26   // of a design's title
	anyWidth   = 1000 // of numbers: they must not be broken
)

// writeWrapped writes a row whose long cells go on in further lines.
func writeWrapped(w io.Writer, cells []string, width int) {
	var lines [][]string
	for column, cell := range cells {
		width := width
		if column == 0 {
			width = labelWidth
		}
		for i, part := range strings.Split(wrap(cell, width), "\n") {
			if i == len(lines) {
				lines = append(lines, make([]string, len(cells)))
			}
			lines[i][column] = part
		}
	}
	for _, line := range lines {
		writeRow(w, line)
	}
}

// trimmed returns text without the blanks with which aligned lines end.
func trimmed(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

// join joins the words that are not empty.
func join(words ...string) string {
	var some []string
	for _, word := range words {
		if word != "" {
			some = append(some, word)
		}
	}
	return strings.Join(some, " ")
}

// title is what a design is called in text.
func title(d model.Design, lang string) string {
	if t := d.Title.In(lang); t != "" {
		return t
	}
	return d.Name
}

// wrap breaks running text into lines of at most width characters.
func wrap(text string, width int) string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return strings.Join(append(lines, line), "\n")
}
