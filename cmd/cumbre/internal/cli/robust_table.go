package cli

import (
	"fmt"
	"io"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/robust"
	"cumbre/sim/stat"
)

func (a *app) printRobust(r *robust.Robustness, rec robustness.Record, asJSON bool) error {
	if asJSON {
		return encode(a.stdout, rec)
	}
	t := robustTable{a.tongue, a.words(r.Designs), r.Spec, rec, a.page}
	var b strings.Builder
	t.heading(&b, r)
	if rec.Worlds > 0 {
		t.leads(&b)
		t.differences(&b)
		t.decisive(&b)
	}
	t.replaced(&b)
	b.WriteByte('\n')
	for _, s := range t.words.Sentences(rec) {
		b.WriteString(a.page.Prose(s) + "\n")
	}
	b.WriteString("\n" + a.page.Fill(" ", a.say("huella de los resultados:", "digest of the results:"), rec.Digest) + "\n")
	_, err := io.WriteString(a.stdout, b.String())
	return err
}

// words are the sentences about these designs in the user's language.
func (a *app) words(designs []model.Design) robustness.Words {
	var titles []string
	for _, d := range designs {
		titles = append(titles, title(d, a.lang))
	}
	return robustness.NewWords(a.lang, titles)
}

// robustTable is a robust comparison on its way to paper.
type robustTable struct {
	tongue
	words robustness.Words
	spec  *model.Spec
	rec   robustness.Record
	page  layout.Page
}

func (t robustTable) heading(b *strings.Builder, r *robust.Robustness) {
	fmt.Fprintln(b, t.page.Prose(t.spec.Title.In(t.lang)))
	if question := t.spec.Question.In(t.lang); question != "" {
		fmt.Fprintln(b, t.page.Prose(question))
	}
	fmt.Fprintln(b, t.page.Prose(fmt.Sprintf(t.say("%s · de %s a %s · %d mundos · réplicas en cada uno: %d · semilla %d · intervalos del 95 %%", "%s · %s to %s · %d worlds · replications in each: %d · seed %d · 95%% intervals"),
		t.spec.Name, t.spec.Start, t.spec.End-1, t.rec.Worlds, t.rec.Replications, t.rec.Seed)))
	fmt.Fprintln(b, t.page.Prose(t.words.Drawn(t.rec)))
	if t.rec.Interrupted {
		fmt.Fprintf(b, t.say("INTERRUMPIDO: éstos son los mundos terminados, de %d.\n", "INTERRUPTED: these are the worlds finished, of %d.\n"), r.Asked)
	}
}

// leads says how often each design leads in each measure.
func (t robustTable) leads(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n\n", t.page.Prose(t.say(
		"Proporción de los mundos en que cada diseño va en cabeza [intervalo], y en que su ventaja es mayor que su propio azar (con claridad)",
		"Share of the worlds in which each design leads [interval], and in which its lead is larger than its own chance (clearly)")))
	table := t.titled(append(t.words.Titles, t.say("empate o sin valor", "tie or no value")))
	for _, m := range t.rec.Measures {
		row := []layout.Cell{{compare.Brief(m.Of(), t.lang)}}
		for _, l := range m.Leads {
			row = append(row, layout.Cell{t.words.Percent(float64(l.Share)) + " " + t.interval(l), t.say("con claridad ", "clearly ") + t.words.Percent(t.rec.Part(l.Clear))})
		}
		table.Row(append(row, layout.Cell{t.words.Percent(t.rec.Part(m.None()))})...)
	}
	b.WriteString(table.Set(t.page))
	if t.rec.Replications < enoughReplications {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(t.say("Con tan pocas réplicas por mundo pocas ventajas son claras, aunque muchas sean ciertas: más con -n.",
			"With so few replications a world few leads are clear, though many may be true: more with -n.")))
	}
	if n := t.partial(); n > 0 {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(fmt.Sprintf(t.say(
			"Un diseño sin valor, como el costo por mandato cumplido de quien no cumple ninguno en alguna réplica, no va en cabeza; hubo alguno así, y otro con valor, hasta en %d mundos.",
			"A design without a value, as the cost per fulfilled mandate of one that fulfils none in some replication, does not lead; there was one, beside another with a value, in up to %d worlds."), n)))
	}
}

// enoughReplications is where a paired interval is no longer much wider than with
// any number: its factor is 2.26 then, 3.18 with four, 1.96 in the limit.
const enoughReplications = 10

func (t robustTable) partial() int {
	n := 0
	for _, m := range t.rec.Measures {
		n = max(n, m.Partial)
	}
	return n
}

func (t robustTable) interval(l robustness.Lead) string {
	e := l.Estimate()
	return t.words.Range(stat.Estimate{Low: 100 * e.Low, High: 100 * e.High}, 0)
}

// differences says how far apart the designs are over worlds.
func (t robustTable) differences(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n\n", t.page.Prose(fmt.Sprintf(t.say(
		"Diferencia pareada con «%s» en los mundos: mediana [del 5 al 95 %%], mundos en que es mayor y menor que cero, y parte de su varianza que se debe al azar",
		"Paired difference to “%s” over worlds: median [5%% to 95%%], worlds in which it is above and below zero, and the part of its variance owed to chance"), t.words.Titles[0])))
	table := t.titled(t.words.Titles[1:])
	for _, m := range t.rec.Measures {
		row := []layout.Cell{{compare.Brief(m.Of(), t.lang) + unitOf(m, t.lang)}}
		for _, d := range m.Differences {
			row = append(row, t.difference(m, d))
		}
		table.Row(row...)
	}
	b.WriteString(table.Set(t.page))
}

// titled starts a table with a column for measures and one for each title.
func (t robustTable) titled(titles []string) *layout.Table {
	table := &layout.Table{Split: true, Columns: []layout.Column{{Words: true, Width: labelWidth}}}
	for _, title := range titles {
		table.Columns = append(table.Columns, layout.Column{Head: title, Width: titleWidth})
	}
	return table
}

func (t robustTable) difference(m robustness.Measure, d robustness.Difference) layout.Cell {
	decimals := m.Info().Decimals
	return layout.Cell{
		t.words.Signed(float64(d.Median), decimals) + " " + t.words.Range(stat.Estimate{Low: float64(d.P5), High: float64(d.P95)}, decimals),
		fmt.Sprintf(t.say("mayor %d, menor %d,", "above %d, below %d,"), d.Above, d.Below), t.say("azar ", "chance ") + t.words.Percent(float64(d.Chance)),
	}
}

func unitOf(m robustness.Measure, lang string) string {
	if u := compare.Unit(m.Unit, lang); u != "" {
		return " (" + u + ")"
	}
	return ""
}

// listedDecisive bounds how many parameters the terminal shows a measure and
// design; JSON and the report have all.
const listedDecisive = 4

// decisive names the parameters that decide.
func (t robustTable) decisive(b *strings.Builder) {
	where := t.say("de su rango", "of its range")
	if t.rec.Accepted != nil {
		where = t.say("de sus valores aceptados", "of its accepted values")
	}
	fmt.Fprintf(b, "\n%s\n", t.page.Prose(fmt.Sprintf(t.say(
		"Qué parámetros deciden: dónde va en cabeza el diseño, y en qué proporción de los mundos cuando el parámetro está en el tercio bajo, medio y alto %s (distancia de Kolmogórov y Smirnov por encima de su valor crítico, corregido por el número de parámetros)",
		"Which parameters decide: where the design leads, and in what share of the worlds with the parameter in the lowest, middle and highest third %s (Kolmogorov–Smirnov distance beyond its critical value, corrected for the number of parameters)"), where)))
	silent := false
	for _, m := range t.rec.Measures {
		for i, l := range m.Leads {
			if len(l.Decisive) > 0 {
				t.decides(b, m, l, t.words.Titles[i])
			}
			silent = silent || len(l.Decisive) == 0
		}
	}
	if silent {
		fmt.Fprintf(b, "\n%s\n", t.page.Prose(t.say("De lo que aquí no aparece no decide ningún parámetro por sí mismo, o hay muy pocos mundos en que el diseño va en cabeza, o en que no.",
			"Of what is not shown here no parameter decides by itself, or there are too few worlds in which the design leads, or does not.")))
	}
}

func (t robustTable) decides(b *strings.Builder, m robustness.Measure, l robustness.Lead, title string) {
	fmt.Fprintf(b, t.say("\n%s, «%s»", "\n%s, “%s”"), compare.Brief(m.Of(), t.lang), title)
	b.WriteByte('\n')
	table := &layout.Table{Gap: 2, Columns: []layout.Column{{}, {}, {}, {Words: true}}}
	for _, d := range l.Decisive[:min(len(l.Decisive), listedDecisive)] {
		text := ""
		if info, ok := d.Info(); ok {
			text = info.Text.In(t.lang)
		}
		var thirds []string
		for _, share := range d.Thirds {
			thirds = append(thirds, t.words.Percent(float64(share)))
		}
		table.Texts("  "+d.Parameter, t.words.Where(d), strings.Join(thirds, " / "), text)
	}
	b.WriteString(table.Set(t.page))
	if more := len(l.Decisive) - listedDecisive; more > 0 {
		fmt.Fprintf(b, t.say("  y %d más\n", "  and %d more\n"), more)
	}
}

// replaced names what of the scenario gave way to the draw.
func (t robustTable) replaced(b *strings.Builder) {
	if len(t.rec.Replaced) == 0 {
		return
	}
	var items []string
	for _, r := range t.rec.Replaced {
		items = append(items, replacedText(r, t.words))
	}
	fmt.Fprintf(b, "\n%s\n", t.page.Prose(fmt.Sprintf(t.say("Del escenario cedió ante el sorteo (--keep lo conserva): %s.", "Of the scenario this gave way to the draw (--keep keeps it): %s."), strings.Join(items, "; "))))
}

func replacedText(r robustness.Replaced, w robustness.Words) string {
	name := r.Parameter
	if r.Member != "" {
		name = r.Member + "." + name
	}
	s := name + " = " + plain(w.Format, r.Value)
	if r.Date != "" {
		s += " (" + r.Date + ")"
	}
	return s
}
