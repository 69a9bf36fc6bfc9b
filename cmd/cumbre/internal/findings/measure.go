package main

import (
	"fmt"

	"cumbre/model"
	"cumbre/model/compare"
)

// measure is something that a run gives a figure of.
type measure struct {
	name     string
	unit     string
	text     model.Text
	better   int // +1 more is better, −1 less is, 0 neither
	decimals int
	of       func(*result) float64
}

// metric is a measure of the registry.
func metric(m model.Metric) measure {
	i := m.Info()
	return measure{
		name: i.Name, unit: i.Unit, better: i.Better, decimals: i.Decimals,
		text: model.Text{ES: compare.Brief(m, "es"), EN: compare.Brief(m, "en")},
		of:   func(r *result) float64 { return r.metrics[m] },
	}
}

// effective is the effective depth of one dimension at the end.
func effective(d model.Dimension) measure {
	i, whole := d.Info(), model.MEffectiveDepth.Info()
	return measure{
		name: "effective_depth_" + d.String(), unit: whole.Unit, better: whole.Better, decimals: whole.Decimals,
		text: model.Text{ES: "profundidad efectiva, " + i.Text.ES, EN: "effective depth, " + i.Text.EN},
		of:   func(r *result) float64 { return r.effective[d] },
	}
}

// always are the measures of every comparison with a base: the three of which the
// question of the whole program is, and how many mandates were issued, without which
// the first cannot be read: a calamity that stops the flow of mandates relieves the
// overloaded. That one was added after a first run had shown calamities that helped, to
// all comparisons alike; the page says so.
var always = metrics(model.MThroughput, model.MImplementationGap, model.MCostPerFulfilled, model.MIssued)

// question is what a scenario's question is about besides those. It is chosen by the
// question, not by the results: to look for what moved most, and to report that, would
// find something always.
type question struct {
	base    []measure // compared with the base, in the baseline design
	designs []measure // compared between the designs of the scenario
}

func metrics(all ...model.Metric) (ms []measure) {
	for _, m := range all {
		ms = append(ms, metric(m))
	}
	return ms
}

// questions has a line for each scenario of the library.
var questions = map[string]question{
	"citizen-participation":      {base: metrics(model.MLegitimacy, model.MMedianDaysToAdoption)},
	"competing-priorities":       {base: metrics(model.MAdoptedWithin3Years, model.MPeopleShare)},
	"contested-handover-2022-23": {base: metrics(model.MDaysWithoutPPT, model.MSummitGap, model.MCohesionEnd)},
	"enlargement-five":           {base: metrics(model.MAdoptedWithin3Years, model.MVetoesPerMandate, model.MCohesionEnd)},
	"enlargement-six":            {base: metrics(model.MAdoptedWithin3Years, model.MVetoesPerMandate, model.MCohesionEnd)},
	"high-cohesion":              {base: metrics(model.MVetoesPerMandate, model.MDepth)},
	"history-2011-2022":          {}, // the targets
	"prediction-2022":            {base: metrics(model.MSummitsHeld, model.MSummitGap)},
	"low-cohesion":               {base: metrics(model.MVetoesPerMandate, model.MDepth)},
	"low-political-will":         {base: metrics(model.MAdoptedWithin3Years)},
	"mandate-surge":              {base: metrics(model.MAdoptedWithin3Years, model.MCoordinatorsLoad)},
	"observers-59-to-120":        {base: metrics(model.MAdoptedWithin3Years, model.MCoordinatorsLoad)},
	"pacific-alliance":           {designs: metrics(model.MEffectiveDepth)},
	"pandemic":                   {base: metrics(model.MMedianDaysToAdoption, model.MSummitGap, model.MVirtualMeetings)},
	"productive-policy":          {designs: []measure{effective(model.Chains), effective(model.Goods)}},
	"qualified-majority":         {base: metrics(model.MAdoptedWithin3Years, model.MVetoesPerMandate, model.MOutvoted, model.MDepth)},
	"reform-2027":                {designs: metrics(model.MBureaucracyShare)},
	"regular-calendar":           {base: metrics(model.MDaysWithoutPPT, model.MSummitGap)},
	"uninterested-president":     {base: metrics(model.MSummitsHeld, model.MAdoptedWithin3Years)},
	"unstable-contexts":          {base: metrics(model.MSummitsHeld, model.MAdoptedWithin3Years)},
	"weak-link-once":             {base: metrics(model.MMedianDaysToAdoption, model.MMeetingShare)},
	"weak-link-presidency":       {base: metrics(model.MMedianDaysToAdoption, model.MMeetingShare)},
}

// measureNamed finds a measure by the name that an effect gives it.
func measureNamed(name string) measure {
	if m, ok := model.MetricByName(name); ok {
		return metric(m)
	}
	for d := range model.NumDimensions {
		if m := effective(d); m.name == name {
			return m
		}
	}
	panic(fmt.Sprintf("findings: no measure %q", name))
}
