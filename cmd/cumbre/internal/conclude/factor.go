package conclude

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/model/study"
	"cumbre/sim/sens"
)

// Factor is what a factor is called: what its parameter means, up to any explanation, and
// whose it is.
func Factor(f study.Factor, lang string) string {
	w := newWords(nil, lang)
	name := f.Param.Info().Text.In(lang)
	if i := strings.IndexAny(name, ":(;"); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	switch f.Scope {
	case study.OfMember:
		name += " (" + f.Of + ")"
	case study.OfDesign:
		name += w.sayf(" (diseño %s)", " (design %s)", f.Of)
	case study.OfEvent:
		name += w.sayf(" (evento %s)", " (event %s)", f.Of)
	}
	return name
}

// Cut writes a level of a factor, "4", or an interval of it, "2–4".
func Cut(c analysis.Cut, f study.Factor, lang string) string {
	low, high := c.Low, c.High
	if f.Param.Info().Whole && math.Ceil(low) <= math.Floor(high) {
		low, high = math.Ceil(low), math.Floor(high)
	}
	if low == high {
		return Value(low, f, lang)
	}
	decimals := 0
	if !f.Param.Info().Whole {
		decimals = decimalsFor((high - low) / 3)
		low, high = coarse(low, (high-low)/3), coarse(high, (high-low)/3)
	}
	dash := "–"
	if low < 0 || high < 0 { // a dash would read as a minus sign
		dash = newWords(nil, lang).say(" a ", " to ")
	}
	return trimmed(low, decimals, lang) + dash + trimmed(high, decimals, lang)
}

// Value writes a value of a factor: a level with the digits it has, another with as many
// as tell a thirtieth of the range.
func Value(x float64, f study.Factor, lang string) string {
	if f.Levels != nil || f.Param.Info().Whole {
		_, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
		return compare.NewFormat(lang).Number(x, min(len(fraction), 6))
	}
	step := (f.Axis.High - f.Axis.Low) / 30
	if f.Axis.Log { // a thirtieth of the range is a lot at its low end
		step = min(step, math.Abs(x)/10)
	}
	if x == f.Axis.Low || x == f.Axis.High {
		return trimmed(x, decimalsFor(step), lang)
	}
	return trimmed(coarse(x, step), decimalsFor(step), lang)
}

// coarse rounds a great number to a tenth of a step, so that it has no digits that tell
// nothing: 335,483 of a range in millions.
func coarse(x, step float64) float64 {
	if !(step >= 100) || math.IsInf(step, 0) {
		return x
	}
	unit := math.Pow10(int(math.Floor(math.Log10(step))) - 1)
	return math.Round(x/unit) * unit
}

// decimalsFor is how many decimals show a step.
func decimalsFor(step float64) int {
	if !(step > 0) || math.IsInf(step, 0) {
		return 0
	}
	return min(max(0, int(math.Ceil(-math.Log10(step)-1e-9))), 8)
}

// trimmed writes x with at most so many decimals and no zeros at the end of them.
func trimmed(x float64, decimals int, lang string) string {
	for decimals > 0 {
		scale := math.Pow10(decimals - 1)
		if math.Abs(math.Round(x*scale)/scale-x) > math.Pow10(-decimals)/2 {
			break
		}
		decimals--
	}
	return compare.NewFormat(lang).Number(x, decimals)
}

// Range writes between which values a study varies a factor: its levels or its ends.
func Range(f study.Factor, lang string) string {
	w := newWords(nil, lang)
	if f.Levels == nil {
		return w.sayf("de %s a %s", "%s to %s", Value(f.Axis.Low, f, lang), Value(f.Axis.High, f, lang))
	}
	const most = 12
	var all []string
	for i, x := range f.Levels {
		if i == most {
			all = append(all, "…")
			break
		}
		all = append(all, Value(x, f, lang))
	}
	return strings.Join(all, "; ")
}

// Interval is what the bounds of a region leave of one factor, infinite where there is no
// bound.
type Interval struct {
	Factor    int // position in Study.Factors
	Low, High float64
}

// Intervals gathers the bounds of a region by factor, in their order.
func Intervals(all []sens.Restriction) []Interval {
	var found []Interval
	for _, r := range all {
		i := slices.IndexFunc(found, func(b Interval) bool { return b.Factor == r.Factor })
		if i < 0 {
			i = len(found)
			found = append(found, Interval{r.Factor, math.Inf(-1), math.Inf(1)})
		}
		if r.Upper {
			found[i].High = min(found[i].High, r.Bound)
		} else {
			found[i].Low = max(found[i].Low, r.Bound)
		}
	}
	return found
}

// Bounds says in words where a factor lies between two bounds, infinite where there is
// none: "at least 4", "below 50". Bounds lie halfway between values inside and outside;
// levels and whole numbers are told by those inside.
func Bounds(low, high float64, f study.Factor, lang string) string {
	w := newWords(nil, lang)
	whole, value := f.Levels != nil || f.Param.Info().Whole, func(x float64) string { return Value(x, f, lang) }
	low, high = inside(low, f, math.Ceil), inside(high, f, math.Floor)
	switch {
	case math.IsInf(low, -1) && math.IsInf(high, 1):
		return w.say("cualquiera", "any")
	case low == high:
		return value(low)
	case !math.IsInf(low, -1) && !math.IsInf(high, 1):
		return w.sayf("de %s a %s", "%s to %s", value(low), value(high))
	case whole && math.IsInf(high, 1):
		return w.sayf("%s o más", "%s or more", value(low))
	case whole:
		return w.sayf("%s o menos", "%s or less", value(high))
	case math.IsInf(high, 1):
		return w.sayf("más de %s", "above %s", value(low))
	}
	return w.sayf("menos de %s", "below %s", value(high))
}

// inside moves a bound to the value inside of it where values are few.
func inside(bound float64, f study.Factor, toward func(float64) float64) float64 {
	if math.IsInf(bound, 0) {
		return bound
	}
	if f.Levels == nil {
		if f.Param.Info().Whole {
			return toward(bound)
		}
		return bound
	}
	up := toward(0.5) == 1
	best := math.NaN()
	for _, x := range f.Levels {
		if up && x >= bound && !(x >= best) || !up && x <= bound && !(x <= best) {
			best = x
		}
	}
	if math.IsNaN(best) {
		return bound
	}
	return best
}
