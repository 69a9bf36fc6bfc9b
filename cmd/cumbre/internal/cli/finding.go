package cli

import (
	"fmt"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
	"cumbre/sim/stat"
)

// showed says of a scenario of the library what it asks, where that comes from and what
// it showed when last run, as a comment of YAML: what follows it stays a scenario file.
func (a *app) showed(name string) string {
	all := scenarios.List()
	info := all[slices.IndexFunc(all, func(s scenarios.Info) bool { return s.Name == name })]
	said := []string{info.Title.In(a.lang), info.Question.In(a.lang), a.say("Fuente: ", "Source: ") + info.Source.In(a.lang) + "."}
	if f, ok := scenarios.FindingOf(name); ok {
		said = append(said, fmt.Sprintf(a.say("Lo que mostró la última vez (%d réplicas, semilla %d, huella %.12s):", "What it showed when last run (%d replications, seed %d, digest %.12s):"),
			f.Replications, f.Seed, f.Digest))
		said = append(said, f.In(a.lang)...)
		said = append(said, a.say(
			"Entre paréntesis, diferencias pareadas con su intervalo del 95 %. Los intervalos miden el azar, no los supuestos, y la mayoría de los parámetros son supuestos.",
			"In brackets, paired differences with their 95% interval. Intervals reflect chance, not assumptions, and most parameters are assumptions."))
	}
	const mark = "# "
	var b strings.Builder
	for i, paragraph := range said {
		if i > 0 {
			b.WriteString("#\n")
		}
		for _, line := range a.page.Lines(paragraph, len(mark)) {
			b.WriteString(mark + line + "\n")
		}
	}
	return b.String()
}

// shift is what a scenario of the library changes in its base, in mandates fulfilled per
// year and the first of its designs; nothing if the two were not compared.
func (a *app) shift(name string) string {
	f, _ := scenarios.FindingOf(name)
	i := slices.IndexFunc(f.Effects, func(e scenarios.Effect) bool {
		return e.Kind == scenarios.AgainstBase && e.Measure == model.MThroughput.String()
	})
	if i < 0 {
		return ""
	}
	e := f.Effects[i]
	if e.Low == 0 && e.High == 0 {
		return a.say("ningún cambio", "no change")
	}
	format, d := compare.NewFormat(a.lang), model.MThroughput.Info().Decimals
	return format.Signed(e.Mean, d) + " " + format.Range(stat.Estimate{Low: e.Low, High: e.High}, d)
}
