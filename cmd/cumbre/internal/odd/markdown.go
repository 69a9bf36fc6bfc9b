package odd

import (
	"strconv"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// tongue is a language of the document, "es" or "en", with its numbers.
type tongue struct {
	lang   string
	format compare.Format
}

func speak(lang string) tongue { return tongue{lang, compare.NewFormat(lang)} }

// say returns the version of a text in the language.
func (t tongue) say(es, en string) string { return model.Text{ES: es, EN: en}.In(t.lang) }

// number writes x with the decimals it has.
func (t tongue) number(x float64) string {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return t.format.Number(x, len(fraction))
}

// span writes a range.
func (t tongue) span(from, to float64) string {
	return t.number(from) + t.say(" a ", " to ") + t.number(to)
}

// plausible is a parameter's plausible range, a dash if it has none.
func (t tongue) plausible(i model.ParamInfo) string {
	if !i.HasRange() {
		return "–"
	}
	return t.span(i.Low, i.High)
}

func (t tongue) unit(u string) string { return compare.Unit(u, t.lang) }

func (t tongue) yes(b bool) string {
	if b {
		return t.say("sí", "yes")
	}
	return ""
}

// provenance is where a default comes from.
func (t tongue) provenance(p model.Provenance) string {
	switch p {
	case model.Data:
		return t.say("dato", "data")
	case model.Literature:
		return t.say("literatura", "literature")
	case model.Brief:
		return t.say("informe", "brief")
	case model.Assumption:
		return t.say("supuesto", "assumption")
	}
	return string(p)
}

// code sets a name of the registries apart from running text.
func code(name string) string { return "`" + name + "`" }

// table is a Markdown table; without rows it is nothing.
type table struct {
	head []string
	rows [][]string
}

func columns(head ...string) *table { return &table{head: head} }

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) String() string {
	if len(t.rows) == 0 {
		return ""
	}
	var b strings.Builder
	writeCells(&b, t.head)
	b.WriteString(strings.Repeat("|---", len(t.head)) + "|\n")
	for _, r := range t.rows {
		writeCells(&b, r)
	}
	return b.String()
}

func writeCells(b *strings.Builder, cells []string) {
	for _, c := range cells {
		c = strings.Join(strings.Fields(strings.ReplaceAll(c, "|", `\|`)), " ")
		if c == "" {
			c = " "
		}
		b.WriteString("| " + c + " ")
	}
	b.WriteString("|\n")
}

// orDash stands in for what is not known.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
