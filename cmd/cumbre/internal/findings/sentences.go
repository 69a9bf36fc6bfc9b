package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
	"cumbre/sim/stat"
)

// voice says in one language what a scenario showed.
type voice struct {
	compare.Format
	phrases
	lang string
	s    *runs
	base *runs // nil if the scenario has none
}

func newVoice(lang string, s, base *runs) voice {
	return voice{compare.NewFormat(lang), phrasesIn(lang), lang, s, base}
}

// say puts effects, targets and the comparison of designs into sentences. The verdict's
// last sentence, on what intervals do not cover, is left out: it is that of all findings.
func (v voice) say(effects []scenarios.Effect, known []compared) []string {
	var said []string
	add := func(s string) {
		if s != "" {
			said = append(said, s)
		}
	}
	if v.base != nil && len(known) == 0 {
		for _, s := range v.againstBase(effects) {
			add(s)
		}
	}
	add(v.known(known))
	verdict := compare.Verdict(v.s.Comparison, v.lang)
	for _, s := range verdict[:len(verdict)-1] {
		add(s)
	}
	add(v.designs(effects))
	return said
}

// againstBase says what the scenario changes in its base: in the baseline design, in the
// others, and in what these have ahead of it.
func (v voice) againstBase(effects []scenarios.Effect) []string {
	first := v.s.Designs[0].Design.Name
	var own, others, leads []scenarios.Effect
	for _, e := range effects {
		switch {
		case e.Kind == scenarios.LeadMoves:
			leads = append(leads, e)
		case e.Kind == scenarios.AgainstBase && e.Design == first:
			own = append(own, e)
		case e.Kind == scenarios.AgainstBase:
			others = append(others, e)
		}
	}
	base, baseline := v.quoted(v.base.Spec.Title.In(v.lang)), v.design(first)
	switch {
	case !comparable(v.s, v.base):
		return []string{fmt.Sprintf(v.OtherHorizon, base)}
	case len(own) == 0:
		return nil
	case !slices.ContainsFunc(own, moved):
		return []string{fmt.Sprintf(v.SameAsBase, baseline, base)}
	}
	sentences := []string{fmt.Sprintf(v.Against, base, baseline, v.sorted(own))}
	if len(others) > 0 {
		sentences = append(sentences, fmt.Sprintf(v.Others, v.byDesign(others)))
	}
	if len(leads) > 0 {
		sentences = append(sentences, v.leads(leads, baseline))
	}
	return sentences
}

// moved reports whether anything differed in any run.
func moved(e scenarios.Effect) bool { return e.Low != 0 || e.High != 0 }

// stands reports whether an effect stands after the correction for their number.
func stands(e scenarios.Effect) bool { return e.AdjustedP < compare.Alpha }

// sorted lists effects on several measures by what they mean: worse, better, more or
// less of what is neither, no discernible change.
func (v voice) sorted(all []scenarios.Effect) string {
	groups := [5][]string{}
	labels := [5]string{v.Worse, v.Better, v.Higher, v.Lower, v.NoChange}
	for _, e := range all {
		m := measureNamed(e.Measure)
		g := 4
		switch {
		case !stands(e):
		case m.better == 0 && e.Mean > 0:
			g = 2
		case m.better == 0:
			g = 3
		case e.Mean*float64(m.better) > 0:
			g = 1
		default:
			g = 0
		}
		groups[g] = append(groups[g], m.text.In(v.lang)+" "+v.effect(e))
	}
	var parts []string
	for g, items := range groups {
		if len(items) > 0 {
			parts = append(parts, labels[g]+" "+strings.Join(items, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// byDesign lists effects on one measure by design.
func (v voice) byDesign(all []scenarios.Effect) string {
	var items []string
	for _, e := range all {
		item := v.design(e.Design) + " " + v.effect(e)
		if !stands(e) {
			item += v.NotDiscernible
		}
		items = append(items, item)
	}
	return strings.Join(items, "; ")
}

// leads says which designs gain or lose ground on the baseline by the scenario.
func (v voice) leads(all []scenarios.Effect, baseline string) string {
	var groups [3][]string
	for _, e := range all {
		g := 2
		switch {
		case stands(e) && e.Mean > 0:
			g = 0
		case stands(e):
			g = 1
		}
		groups[g] = append(groups[g], v.design(e.Design)+" "+v.effect(e))
	}
	var said []string
	for g, phrase := range [3]string{v.LeadGains, v.LeadLoses, v.LeadSame} {
		if len(groups[g]) > 0 {
			said = append(said, fmt.Sprintf(phrase, strings.Join(groups[g], ", ")))
		}
	}
	return fmt.Sprintf(v.Leads, baseline, strings.Join(said, "; "))
}

// designs says how the scenario's designs differ on the measures it is about.
func (v voice) designs(effects []scenarios.Effect) string {
	var sentences []string
	for _, m := range questions[v.s.Spec.Name].designs {
		var own []scenarios.Effect
		for _, e := range effects {
			if e.Kind == scenarios.AgainstDesign && e.Measure == m.name {
				own = append(own, e)
			}
		}
		if len(own) > 0 {
			sentences = append(sentences, fmt.Sprintf(v.Designs, v.sentence(m.text), v.design(own[0].Against), v.byDesign(own)))
		}
	}
	return strings.Join(sentences, " ")
}

// known says which figures of the real Alliance the runs meet, and every one that they
// miss.
func (v voice) known(all []compared) string {
	var missed []string
	for _, c := range all {
		if !c.hit {
			missed = append(missed, v.miss(c))
		}
	}
	hits := len(all) - len(missed)
	switch {
	case len(all) == 0:
		return ""
	case len(missed) == 0:
		return fmt.Sprintf(v.AllKnown, len(all))
	}
	return fmt.Sprintf(v.Known, len(all), hits, strings.Join(missed, "; "))
}

func (v voice) miss(c compared) string {
	q := c.Quantity
	simulated := v.NoCase
	if !math.IsNaN(c.median) {
		simulated = fmt.Sprintf(v.Simulated, v.Number(c.median, q.Decimals), v.Number(c.low, q.Decimals), v.Number(c.high, q.Decimals))
	}
	observed := v.Number(c.Value, q.Decimals)
	if !math.IsNaN(c.Low) {
		observed += " " + fmt.Sprintf(v.Allowed, v.Number(c.Low, q.Decimals), v.Number(c.High, q.Decimals))
	}
	when := fmt.Sprintf(v.Between, c.From, c.To)
	if c.From == c.To {
		when = fmt.Sprintf(v.On, c.From)
	}
	return fmt.Sprintf(v.Miss, q.Text.In(v.lang), when, observed, simulated)
}

// effect writes a difference with its unit and interval: (+1.2; 0.8 to 1.6).
func (v voice) effect(e scenarios.Effect) string {
	d := decimals(e)
	mean := v.Signed(e.Mean, d)
	if unit := compare.Unit(e.Unit, v.lang); !plain[e.Unit] {
		mean += " " + unit
	}
	return fmt.Sprintf(v.Effect, mean, v.Number(e.Low, d), v.Number(e.High, d))
}

// plain units are said by the name of the measure, or are none.
var plain = map[string]bool{"": true, "share": true, "index": true, "depth": true, "mandates": true, "mandates/year": true, "vetoes/mandate": true, "summits": true, "meetings": true, "members": true, "files": true}

// decimals is how many decimals an effect deserves: those of its measure, more where its
// interval is narrower than they show.
func decimals(e scenarios.Effect) int {
	if m, ok := model.MetricByName(e.Measure); ok {
		return compare.Difference{Metric: m, Estimate: stat.Estimate{Mean: e.Mean, Low: e.Low, High: e.High}}.Decimals()
	}
	return measureNamed(e.Measure).decimals
}

func (v voice) design(name string) string {
	return v.quoted(v.s.Designs[v.s.design(name)].Design.Title.In(v.lang))
}

func (v voice) quoted(title string) string { return fmt.Sprintf(v.Quoted, title) }

// sentence is a text as the beginning of a sentence.
func (v voice) sentence(t model.Text) string {
	r := []rune(t.In(v.lang))
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
