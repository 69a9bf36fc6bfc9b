package report

import (
	"math"
	"strconv"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
)

// tongue puts words, numbers and dates into one of the program's languages.
// Both versions of a sentence stand side by side in the code, so that neither
// can be forgotten when the other changes.
type tongue struct {
	tag    string // "es" or "en"
	format compare.Format
}

// newTongue returns the language named by lang; any but "es" reads English,
// as in model.Text.
func newTongue(lang string) tongue {
	if lang != "es" {
		lang = "en"
	}
	return tongue{lang, compare.NewFormat(lang)}
}

// say returns the version of a text in the language.
func (l tongue) say(es, en string) string { return model.Text{ES: es, EN: en}.In(l.tag) }

// in returns a registry text in the language.
func (l tongue) in(t model.Text) string { return t.In(l.tag) }

// number writes x with a fixed number of decimals and a true minus sign.
func (l tongue) number(x float64, decimals int) string { return minus(l.format.Number(x, decimals)) }

// signed writes x as number does, with a plus sign if it is positive.
func (l tongue) signed(x float64, decimals int) string { return minus(l.format.Signed(x, decimals)) }

// compact writes a parameter's value with the digits it has.
func (l tongue) compact(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	_, decimals, _ := strings.Cut(s, ".")
	if len(decimals) > 6 {
		s = strconv.FormatFloat(x, 'g', 4, 64)
		return minus(strings.Replace(s, ".", l.say(",", "."), 1))
	}
	return l.number(x, len(decimals))
}

// percent writes a share as a percentage.
func (l tongue) percent(share float64, decimals int) string {
	if !finite(share) {
		return compare.Undefined
	}
	return l.number(100*share, decimals) + l.say("\u00a0%", "%")
}

// span writes an interval; a word stands between its ends because a dash would
// read as a minus sign.
func (l tongue) span(low, high float64, decimals int) string {
	return l.between(l.number(low, decimals), l.number(high, decimals), low, high)
}

// signedSpan writes the interval of a difference.
func (l tongue) signedSpan(low, high float64, decimals int) string {
	return l.between(l.signed(low, decimals), l.signed(high, decimals), low, high)
}

func (l tongue) between(a, b string, low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return l.say("sin intervalo", "no interval")
	}
	return a + l.say(" a ", " to ") + b
}

// pValue writes a p-value the way journals do.
func (l tongue) pValue(p float64) string {
	switch {
	case math.IsNaN(p):
		return "p\u00a0" + compare.Undefined
	case p < 0.001:
		return "p\u00a0<\u00a0" + l.number(0.001, 3)
	}
	return "p\u00a0=\u00a0" + l.number(p, 3)
}

var monthsES = [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio",
	"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}

var monthsEN = [...]string{"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December"}

// date writes a date in words. Tables use Date.String, which sorts.
func (l tongue) date(d model.Date) string {
	iso := strings.Split(d.String(), "-")
	month, _ := strconv.Atoi(iso[1])
	day := strings.TrimLeft(iso[2], "0")
	return l.say(day+" de "+monthsES[month-1]+" de "+iso[0], day+" "+monthsEN[month-1]+" "+iso[0])
}

// list joins words: "a, b and c".
func (l tongue) list(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		last := words[n-1]
		return strings.Join(words[:n-1], ", ") + l.say(spanishAnd(last), " and ") + last
	}
}

// spanishAnd is "y", or "e" before the sound of i (but not before a diphthong,
// as in hierro).
func spanishAnd(next string) string {
	sound := strings.TrimPrefix(strings.ToLower(next), "h")
	if strings.HasPrefix(sound, "ie") || !strings.HasPrefix(sound, "i") && !strings.HasPrefix(sound, "í") {
		return " y "
	}
	return " e "
}

// count writes a whole number with its noun.
func (l tongue) count(n int, oneES, manyES, oneEN, manyEN string) string {
	if n == 1 {
		return "1 " + l.say(oneES, oneEN)
	}
	return l.number(float64(n), 0) + " " + l.say(manyES, manyEN)
}

func minus(s string) string { return strings.Replace(s, "-", "\u2212", 1) }

// capital returns s with its first letter in upper case: registry texts start
// small, so that they can stand inside a sentence.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
