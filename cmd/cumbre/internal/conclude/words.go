package conclude

import (
	"fmt"
	"math"
	"strings"

	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/compare"
	"cumbre/model/study"
	"cumbre/sim/stat"
)

// words are an analysis in one language.
type words struct {
	*analysis.Analysis
	lang string
	compare.Format
	factors []study.Factor
}

func newWords(a *analysis.Analysis, lang string) words {
	w := words{Analysis: a, lang: lang, Format: compare.NewFormat(lang)}
	if a != nil && a.Study != nil {
		w.factors = a.Study.Factors()
	}
	return w
}

func (w words) say(es, en string) string { return model.Text{ES: es, EN: en}.In(w.lang) }

// sayf fills in the version of a sentence in the language.
func (w words) sayf(es, en string, args ...any) string { return fmt.Sprintf(w.say(es, en), args...) }

// Sure reports whether a group says who leads: it is the best with at least the probability
// of the level, and the paired interval of its lead lies above zero.
func Sure(g analysis.Group, level float64) bool {
	return g.Leads() && g.Probability != nil && g.Probability[g.Leader] >= level
}

// Percent writes a share as a whole number of per cent, or with a decimal where that
// would read as all or none.
func Percent(share float64, lang string) string {
	if math.IsNaN(share) {
		return compare.Undefined
	}
	decimals := 0
	if share > 0 && share < 0.01 || share < 1 && share > 0.99 {
		decimals = 1
	}
	return compare.NewFormat(lang).Number(100*share, decimals) + model.Text{ES: "\u00a0%", EN: "%"}.In(lang)
}

// Probability writes how probable it is that a design is the best. It is known to about a
// point, and only if the model's chance is all there is, so none is written as 0 or 100%.
func Probability(p float64, lang string) string {
	switch {
	case p > 0.99:
		return ">\u00a0" + Percent(0.99, lang)
	case p < 0.01:
		return "<\u00a0" + Percent(0.01, lang)
	}
	return Percent(p, lang)
}

// Design is what a design is called: its title, or its name.
func Design(d model.Design, lang string) string {
	for _, s := range []string{d.Title.In(lang), d.Title.ES, d.Title.EN} {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return d.Name
}

// Decimals is how many decimals an estimate of a metric deserves: those of the metric, or
// up to three more where its interval is narrower than they show.
func Decimals(m model.Metric, e stat.Estimate) int {
	return compare.Difference{Metric: m, Estimate: e}.Decimals()
}

func (w words) name(design int) string {
	return w.sayf("«%s»", "“%s”", Design(w.Designs[design], w.lang))
}

func (w words) level() string { return Level(w.Options.Level, w.lang) }

// Level writes a level of confidence: 95%.
func Level(level float64, lang string) string {
	decimals := 0
	if percent := 100 * level; math.Abs(percent-math.Round(percent)) > 1e-9 {
		decimals = 1
	}
	return compare.NewFormat(lang).Number(100*level, decimals) + model.Text{ES: "\u00a0%", EN: "%"}.In(lang)
}

// list joins words: "a, b and c".
func (w words) list(all []string) string {
	n := len(all)
	if n < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:n-1], ", ") + w.say(spanishAnd(all[n-1]), " and ") + all[n-1]
}

// spanishAnd is "y", or "e" before the sound of i.
func spanishAnd(next string) string {
	sound := strings.TrimPrefix(strings.ToLower(strings.TrimLeft(next, "«“")), "h")
	if strings.HasPrefix(sound, "i") && !strings.HasPrefix(sound, "ie") || strings.HasPrefix(sound, "í") {
		return " e "
	}
	return " y "
}

// count writes a number with its noun.
func (w words) count(n int64, oneES, manyES, oneEN, manyEN string) string {
	if n == 1 {
		return "1 " + w.say(oneES, oneEN)
	}
	return w.Number(float64(n), 0) + " " + w.say(manyES, manyEN)
}

func (w words) points(n int) string {
	return w.count(int64(n), "punto", "puntos", "point", "points")
}

// quantity writes a value of a metric with its unit.
func (w words) quantity(x float64, m model.Metric, decimals int) string {
	return strings.TrimSpace(w.Number(x, decimals) + " " + compare.Unit(m.Info().Unit, w.lang))
}

// ends writes the interval of an estimate.
func (w words) ends(e stat.Estimate, decimals int) string {
	return w.sayf("de %s a %s", "%s to %s", w.Number(e.Low, decimals), w.Number(e.High, decimals))
}

// measure is a metric in a few words.
func (w words) measure(m model.Metric) string { return compare.Brief(m, w.lang) }

// said leaves out what there is no reason to say.
func said(all ...string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
