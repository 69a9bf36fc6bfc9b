package compare

import (
	"math"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"cumbre/model"
	"cumbre/sim/stat"
)

// Format writes numbers the way a language does: 1,234.5 in English, 1.234,5 in
// Spanish. An undefined number is a dash.
type Format struct {
	printer   *message.Printer
	separator string // between the ends of an interval: a comma may be a decimal sign
}

// Undefined stands for a number that does not exist, as the mean of no cases.
const Undefined = "–"

// NewFormat returns the format of a language, "es" or "en"; any other reads as
// English.
func NewFormat(lang string) Format {
	if lang == "es" {
		return Format{message.NewPrinter(language.Spanish), "; "}
	}
	return Format{message.NewPrinter(language.English), ", "}
}

// Number writes x rounded to a number of decimals.
func (f Format) Number(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Undefined
	}
	return f.printer.Sprintf("%.*f", decimals, unsignedZero(x, decimals))
}

// Signed writes x with its sign, + too.
func (f Format) Signed(x float64, decimals int) string {
	if x = unsignedZero(x, decimals); x > 0 && !math.IsInf(x, 0) {
		return "+" + f.Number(x, decimals)
	}
	return f.Number(x, decimals)
}

// unsignedZero returns x, or 0 if it would be written as -0.0.
func unsignedZero(x float64, decimals int) float64 {
	if math.Abs(x)*math.Pow10(decimals) < 0.5 {
		return 0
	}
	return x
}

// Range writes the ends of an interval in brackets; nothing if it has none.
func (f Format) Range(e stat.Estimate, decimals int) string {
	if math.IsNaN(e.Low) || math.IsNaN(e.High) {
		return ""
	}
	return "[" + f.Number(e.Low, decimals) + f.separator + f.Number(e.High, decimals) + "]"
}

// P writes a p-value to three decimals.
func (f Format) P(p float64) string {
	if p < 0.001 {
		return "<" + f.Number(0.001, 3)
	}
	return f.Number(p, 3)
}

// Decimals returns how many decimals the difference deserves: those of its
// metric, or up to three more where its interval is narrower than they show.
func (d Difference) Decimals() int {
	base := d.Metric.Info().Decimals
	decimals := base
	for decimals < base+3 && d.HalfWidth() > 0 && d.HalfWidth()*math.Pow10(decimals) < 2 {
		decimals++
	}
	return decimals
}

// title returns a design's title in lang, or its name if it has none.
func title(d model.Design, lang string) string {
	if t := d.Title.In(lang); t != "" {
		return t
	}
	return d.Name
}

// Brief returns a metric's text up to its explanation: what stands before the
// first colon, comma or parenthesis.
func Brief(m model.Metric, lang string) string {
	text := m.Info().Text.In(lang)
	if i := strings.IndexAny(text, ":,("); i > 0 {
		text = strings.TrimSpace(text[:i])
	}
	return text
}
