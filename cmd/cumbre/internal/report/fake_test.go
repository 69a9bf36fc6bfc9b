package report

import (
	"math"
	"strings"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/sim/stat"
)

// shape says what a made-up comparison looks like.
type shape struct {
	designs, members, years, replications int
}

// usual has the proportions of the default scenario.
var usual = shape{designs: 3, members: 4, years: 20, replications: 200}

// fake makes up a comparison with plausible numbers, all different, so that a
// number in the wrong place is noticed.
func fake(s shape) *compare.Comparison {
	c := &compare.Comparison{
		Spec: fakeSpec(s), Seed: 42, Replications: s.replications, Level: 0.95,
		Digest: strings.Repeat("0123456789abcdef", 4),
	}
	for i := range s.designs {
		c.Designs = append(c.Designs, fakeDesign(s, i, c.Spec.Designs[i]))
	}
	for i := 1; i < s.designs; i++ {
		c.Differences = append(c.Differences, differences(c, i, 0)...)
		for k := 1; k < i; k++ {
			c.Between = append(c.Between, differences(c, i, k)...)
		}
	}
	return c
}

func estimate(s shape, mean, half float64) stat.Estimate {
	e := stat.Estimate{N: s.replications, Mean: mean, Low: mean - half, High: mean + half}
	if s.replications < 2 {
		e.Low, e.High = math.NaN(), math.NaN()
	}
	return e
}

func fakeDesign(s shape, i int, d model.Design) compare.DesignResult {
	r := compare.DesignResult{Design: d, FirstYear: 2011, Members: s.members, Events: 41234}
	gain := 1 + 0.22*float64(i)
	for _, m := range model.Metrics() {
		base := 13.7 + 7.3*float64(m)
		switch m.Info().Unit {
		case "share", "depth", "index":
			base = 0.21 + 0.011*float64(m)
		case "days", "official-days":
			base = 610 + 17*float64(m)
		}
		mean := base * gain
		if m.Info().Unit == "share" || m.Info().Unit == "depth" {
			mean = min(mean, 0.95)
		}
		r.Metrics[m] = estimate(s, mean, base*0.03)
	}
	for y := range s.years {
		var row [model.NumSeries]compare.Band
		for k := range row {
			mean := (12 + 9*math.Sin(float64(y)/4+float64(k)) + float64(y)) * gain
			e := estimate(s, mean, 1.4)
			row[k] = compare.Band{Mean: mean, Low: e.Low, High: e.High, P10: mean * 0.6, P50: mean * 0.98, P90: mean * 1.45}
		}
		r.Years = append(r.Years, row)
	}
	for b := range model.NumBodies {
		for m := range s.members {
			if b != model.Council {
				r.Vetoes[b][m] = float64(int(b)*7+m*5+i+1) * 1.3
				r.Consents[b][m] = 160 + float64(m)
			}
		}
	}
	for k := range r.Depth {
		q := min(0.25+0.045*float64(k)+0.05*float64(i), 0.98)
		r.Depth[k], r.Effective[k] = estimate(s, q, 0.012), estimate(s, q*0.72, 0.01)
		r.Bargained[k], r.DimVetoes[k] = estimate(s, 0.3+0.01*float64(k), 0.01), estimate(s, 21+3*float64(k), 2)
	}
	for k := range r.Phases {
		r.Phases[k] = estimate(s, []float64{14, 180, 260, 12, 310, 95, 240, 130}[k]*(1.2-0.2*float64(i%5)), 6)
	}
	return r
}

func differences(c *compare.Comparison, i, base int) []compare.Difference {
	var all []compare.Difference
	for _, m := range model.Metrics() {
		a, b := c.Designs[i].Metrics[m], c.Designs[base].Metrics[m]
		d := compare.Difference{Design: i, Baseline: base, Metric: m, P: 0.0002, AdjustedP: 0.0021}
		d.Estimate = stat.Estimate{N: a.N, Mean: a.Mean - b.Mean, Low: a.Mean - b.Mean - 0.4*a.HalfWidth(), High: a.Mean - b.Mean + 0.4*a.HalfWidth()}
		if m%3 == 2 {
			d.Mean, d.P, d.AdjustedP = d.Mean/40, 0.21, 0.84
			d.Low, d.High = d.Mean-a.HalfWidth(), d.Mean+a.HalfWidth()
		}
		if c.Replications < 2 {
			d.P, d.AdjustedP = math.NaN(), math.NaN()
		}
		all = append(all, d)
	}
	return all
}

func fakeSpec(s shape) *model.Spec {
	spec := &model.Spec{
		Name:     "weak-link.yaml",
		Title:    model.Text{ES: "Presidencia con un eslabón débil", EN: "A weak-link presidency"},
		Question: model.Text{ES: "¿Qué diseño aguanta mejor un año sin convocatorias?", EN: "Which design best survives a year without convening?"},
		Source:   "Policy brief 2021, p. 12", Start: model.NewDate(2011, 4, 28), End: model.NewDate(2011+s.years, 1, 1), Values: model.Defaults(),
	}
	spec.End = max(spec.End, spec.Start+1)
	codes := []string{"CL", "CO", "MX", "PE", "EC", "CR", "PA", "GT", "HN", "SV", "DO", "UY"}
	for m := range s.members {
		spec.Members = append(spec.Members, model.MemberSpec{Code: codes[m], Name: model.Text{ES: "País " + codes[m], EN: "Country " + codes[m]},
			Terms: []model.Term{{Name: "Sebastián Piñera (I)", Start: model.NewDate(2010, 3, 11), Orientation: 0.5, Source: "general knowledge", Confidence: "memory"},
				{Name: "Michelle Bachelet", Start: model.NewDate(2014, 3, 11+m), Orientation: -0.5, Early: true},
				{Name: "Por elegir", Start: model.NewDate(2026, 3, 11), Scheduled: true}}})
	}
	for d := range spec.Dimensions {
		spec.Dimensions[d].Depth = 0.15 + 0.03*float64(d)
	}
	spec.Groups = []model.GroupSpec{{Name: model.Text{ES: "agenda digital", EN: "digital agenda"}, Dimension: model.Digital, Created: model.NewDate(2016, 6, 1), CEAP: true, Source: "alianzapacifico.net"}}
	spec.Presidency = model.PresidencySpec{Order: []int{0, 1}, History: []model.PresidencyTerm{{Member: 0, Start: model.NewDate(2011, 4, 28), Source: "press"}, {Member: 1, Start: model.NewDate(2012, 6, 6)}}}
	spec.Observers = []model.ObserverCount{{Date: model.NewDate(2013, 6, 30), Count: 16, Source: "El País"}}
	contested, _ := model.EventTypeByName("contested_handover")
	spec.Events = []model.Event{{ID: "handover", Date: model.NewDate(2012, 12, 14), Type: contested, Args: []float64{0, 1, 196, 120}, Source: "press"}}
	for i := range s.designs {
		spec.Designs = append(spec.Designs, fakeBundle(i))
	}
	return spec
}

func fakeBundle(i int) model.Design {
	titles := []model.Text{{ES: "Estructura ligera", EN: "Light structure"}, {ES: "Sherpas a tiempo completo", EN: "Full-time sherpas"},
		{ES: "Secretaría técnica permanente", EN: "Permanent technical secretariat"}, {ES: "Híbrido de sherpas y una secretaría de cinco personas", EN: "Hybrid of sherpas and a five-person secretariat"}}
	names := []string{"light", "sherpa", "secretariat", "hybrid"}
	d := model.Design{Name: names[i%4], Title: titles[i%4], Source: "Policy brief 2021, p. 14",
		Description: model.Text{ES: "Descripción del diseño.", EN: "Description of the design."}}
	if i == 2 {
		d.Rules[model.HighLevelGroup], _ = model.ParseRule("qualified_majority(0.6, 0.5)")
		d.From = model.NewDate(2026, 1, 1)
	}
	for _, p := range model.Params() {
		if p.Info().Design && i > 0 && !p.Info().Whole {
			d.Set = append(d.Set, model.Setting{Param: p, Value: p.Info().Min + (p.Info().Max-p.Info().Min)*float64(i)/8})
		}
	}
	return d
}
