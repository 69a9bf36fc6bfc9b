package report

import (
	"math"

	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/robust"
	"cumbre/model/study"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

// studyShape says what a made-up analysis of a study looks like.
type studyShape struct {
	designs, measures, replications int
	levels                          []int // of the grid's factors
	sampled                         int   // factors
	method                          string
}

var usualStudy = studyShape{designs: 3, measures: 3, replications: 50, levels: []int{5, 4, 2}}

// studyShapes are studies at the edges of what is possible.
var studyShapes = map[string]studyShape{
	"usual":           usualStudy,
	"one design":      {designs: 1, measures: 2, replications: 50, levels: []int{3, 2}},
	"one factor":      {designs: 2, measures: 2, replications: 50, levels: []int{7}},
	"no factor":       {designs: 3, measures: 2, replications: 50},
	"one replication": {designs: 3, measures: 2, replications: 1, levels: []int{3, 3}},
	"no measure":      {designs: 2, replications: 0, levels: []int{3, 3}},
	"many levels":     {designs: 3, measures: 1, replications: 5, levels: []int{24, 18}},
	"nine designs":    {designs: 9, measures: 1, replications: 5, levels: []int{4, 4}},
	"sampled":         {designs: 3, measures: 2, replications: 4, sampled: 9},
	"morris":          {designs: 3, measures: 2, replications: 4, sampled: 40, method: "morris"},
	"sobol":           {designs: 2, measures: 1, replications: 4, sampled: 6, method: "sobol"},
}

// fakeAnalysis makes up an analysis with plausible numbers, all different.
func fakeAnalysis(s studyShape) *analysis.Analysis {
	spec := fakeSpec(shape{designs: s.designs, members: 4, years: 10})
	st := &study.Study{Title: model.Text{ES: "¿Cuándo rinden los sherpas?", EN: "When do sherpas pay?"}, Spec: spec, Replications: s.replications, Seed: 7}
	for i := range s.designs {
		st.Designs = append(st.Designs, i)
	}
	params := assumptions(s.sampled + len(s.levels))
	for i, n := range s.levels {
		f := study.Factor{Param: params[i]}
		for k := range n {
			f.Levels = append(f.Levels, f.Param.Info().Low+float64(k)*math.Max(1, f.Param.Info().High-f.Param.Info().Low))
		}
		st.Grid = append(st.Grid, f)
	}
	if s.sampled > 0 {
		among := study.Samplers()
		name := "latin_hypercube"
		if s.method != "" {
			among, name = study.Sensitivities(), s.method
		}
		sampler, _ := study.SamplerByName(among, name)
		st.Sample = study.Sample{Sampler: sampler, Size: 16}
		for _, p := range params[len(s.levels):] {
			st.Sample.Factors = append(st.Sample.Factors, study.Factor{Param: p, Axis: robust.Between(p, p.Info().Low, p.Info().High)})
		}
	}
	a := &analysis.Analysis{Study: st, Points: st.Points(), Options: analysis.Options{Level: 0.95}, ByPoints: s.sampled > 0, Designs: spec.Designs}
	a.Replications.Least, a.Replications.Most = s.replications, s.replications
	a.Runs = int64(a.Points.N()) * int64(s.designs*s.replications)
	metrics := []model.Metric{model.MThroughput, model.MCost, model.MCostPerFulfilled}
	for k := range s.measures {
		a.Measures = append(a.Measures, fakeMeasure(s, a, metrics[k], k))
	}
	if s.measures > 0 {
		a.Frontier = fakeFrontier(s)
	}
	return a
}

// assumptions are parameters with a range.
func assumptions(n int) []model.Param {
	var all []model.Param
	for _, p := range model.Params() {
		if p.Info().HasRange() && len(all) < n {
			all = append(all, p)
		}
	}
	return all
}

func fakeMeasure(s studyShape, a *analysis.Analysis, metric model.Metric, k int) analysis.Measure {
	n := a.Points.N()
	m := analysis.Measure{Metric: metric, Overall: fakeGroup(s, metric, 10*k+3, n)}
	factors := a.Study.Factors()
	if s.method == "" {
		for i := range n {
			m.At = append(m.At, fakeGroup(s, metric, i+k, 1))
		}
		for i := range factors {
			c := analysis.Curve{Factor: i, Cuts: fakeCuts(factors[i])}
			for j := range c.Cuts {
				c.Groups = append(c.Groups, fakeGroup(s, metric, i+2*j+k, n/len(c.Cuts)))
			}
			m.Curves = append(m.Curves, c)
		}
	}
	if len(factors) > 1 && s.method == "" {
		m.Map = &analysis.Map{X: 0, Y: 1, XCuts: fakeCuts(factors[0]), YCuts: fakeCuts(factors[1])}
		for i := 2; i < len(factors); i++ {
			m.Map.Others = append(m.Map.Others, i)
		}
		for y := range m.Map.YCuts {
			var row []analysis.Group
			for x := range m.Map.XCuts {
				row = append(row, fakeGroup(s, metric, x+5*y+k, 1))
			}
			m.Map.Groups = append(m.Map.Groups, row)
		}
		m.Regions = fakeRegions(s, factors, n)
	}
	if s.method != "" {
		m.Sensitivity = fakeSensitivity(s)
	}
	return m
}

func fakeCuts(f study.Factor) []analysis.Cut {
	var cuts []analysis.Cut
	for _, x := range f.Levels {
		cuts = append(cuts, analysis.Cut{Low: x, High: x})
	}
	if f.Levels == nil {
		for i := range 4 {
			cuts = append(cuts, analysis.Cut{Low: f.Axis.Value(float64(i) / 4), High: f.Axis.Value(float64(i+1) / 4)})
		}
	}
	return cuts
}

// fakeGroup makes up a group that a number tells apart from others.
func fakeGroup(s studyShape, m model.Metric, number, points int) analysis.Group {
	g := analysis.Group{Points: points, Units: s.replications, Leader: analysis.None, Second: analysis.None}
	half := 0.4 + 0.01*float64(number)
	interval := func(mean, half float64) stat.Estimate {
		e := stat.Estimate{N: s.replications, Mean: mean, Low: mean - half, High: mean + half}
		if s.replications < 2 {
			e.Low, e.High = math.NaN(), math.NaN()
		}
		return e
	}
	for d := range s.designs {
		mean := 12.3 + 3*math.Sin(float64(number*(d+1))/3) + float64(d)
		g.Designs = append(g.Designs, interval(mean, half))
		g.Differences = append(g.Differences, interval(mean-g.Designs[0].Mean, half/2))
	}
	g.Differences[0] = stat.Estimate{}
	if s.designs < 2 || m.Info().Better == 0 || number%17 == 16 {
		return g
	}
	better := func(i, j int) bool {
		return (g.Designs[i].Mean-g.Designs[j].Mean)*float64(m.Info().Better) > 0
	}
	for d := range s.designs {
		switch {
		case g.Leader == analysis.None || better(d, g.Leader):
			g.Leader, g.Second = d, g.Leader
		case g.Second == analysis.None || better(d, g.Second):
			g.Second = d
		}
	}
	g.Lead = interval(math.Abs(g.Designs[g.Leader].Mean-g.Designs[g.Second].Mean), half)
	if s.replications > 1 {
		g.Probability = make([]float64, s.designs)
		g.Probability[g.Leader] = 0.999
		if g.Lead.Low <= 0 {
			g.Probability[g.Leader] = 0.8
		}
		g.Probability[g.Second] = 1 - g.Probability[g.Leader]
	}
	return g
}

func fakeRegions(s studyShape, factors []study.Factor, points int) *analysis.Regions {
	r := &analysis.Regions{Points: points, Designs: make([]analysis.Region, s.designs)}
	for d := range r.Designs {
		x := &r.Designs[d]
		x.Leads = points * (d + 1) / (s.designs + 3)
		if d == 1 {
			continue // nothing sets its points apart
		}
		x.Box = &sens.Box{Points: 20 + d, Hits: 17 + d, Coverage: 0.61 + 0.05*float64(d), Density: float64(17+d) / float64(20+d), Mass: 0.3}
		var low, high float64
		if f := factors[0]; f.Levels != nil {
			low, high = f.Levels[0], f.Levels[len(f.Levels)-1]
		} else {
			low, high = f.Axis.Low, f.Axis.High
		}
		x.Restrictions = append(x.Restrictions, sens.Restriction{Factor: 0, Bound: low + (high-low)*0.35, Density: 0.4, Coverage: 0.7, QuasiP: 0.0004},
			sens.Restriction{Factor: 0, Upper: true, Bound: low + (high-low)*0.9, Density: 0.6, Coverage: 0.65, QuasiP: 0.03})
		if f := factors[1]; f.Levels != nil {
			x.Restrictions = append(x.Restrictions, sens.Restriction{Factor: 1, Upper: true, Bound: (f.Levels[0] + f.Levels[1]) / 2, Density: 0.5, Coverage: 0.8, QuasiP: 0.01})
		}
	}
	return r
}

func fakeSensitivity(s studyShape) *analysis.Sensitivity {
	out := &analysis.Sensitivity{Method: s.method, Size: 16}
	estimate := func(x, half float64) sens.Estimate { return sens.Estimate{Value: x, Low: x - half, High: x + half} }
	for d := range 2*s.designs - 1 {
		o := analysis.Output{Design: d % s.designs, Difference: d >= s.designs}
		if o.Difference {
			o.Design++
		}
		if s.method == "morris" {
			o.Morris = &sens.MorrisEffects{Trajectories: 16, Warnings: []sens.Warning{{Kind: sens.UnstableRanking, Factor: -1, Value: 2.4, Bound: 1}, {Kind: sens.WideEffect, Factor: 1, Value: 0.3, Bound: 0.05}}}
			for i := range s.sampled {
				x := 4 / float64(i+1+d)
				o.Morris.Factors = append(o.Morris.Factors, sens.MorrisEffect{Mu: estimate(-x/2, 0.1), MuStar: estimate(x, 0.2), Sigma: estimate(x*0.7, 0.15), Effects: 16})
			}
		} else {
			o.Sobol = &sens.SobolIndices{Variance: 1, Blocks: 16, Complete: 16}
			for i := range s.sampled {
				x := 0.6 / float64(i+1+d)
				o.Sobol.Factors = append(o.Sobol.Factors, sens.SobolIndex{First: estimate(x*0.6-0.01, 0.02), Total: estimate(x, 0.02), Blocks: 16})
			}
		}
		out.Outputs = append(out.Outputs, o)
	}
	return out
}

func fakeFrontier(s studyShape) *analysis.Frontier {
	f := &analysis.Frontier{Cost: model.MCost, Effect: model.MThroughput, Units: s.replications}
	for d := range s.designs {
		o := analysis.FrontierOption{Cost: stat.Estimate{N: s.replications, Mean: 3 + 2*float64(d), Low: 2.5 + 2*float64(d), High: 3.5 + 2*float64(d)},
			Effect: stat.Estimate{N: s.replications, Mean: 12 + float64(d), Low: 11.6 + float64(d), High: 12.4 + float64(d)}, Efficient: 1 - 0.1*float64(d),
			Standing: sens.Standing{Status: sens.Efficient, By: -1}, Ratio: sens.Estimate{Value: math.NaN(), Low: math.NaN(), High: math.NaN()}}
		switch {
		case d == 1:
			o.Status, o.Effect.Mean, o.Effect.Low, o.Effect.High, o.Efficient = sens.Dominated, 11.2, 10.9, 11.5, 0.02
			o.By = 0
		case d > 1:
			o.Ratio = sens.Estimate{Value: 2.25, Low: 1.75, High: 3.5}
		}
		if s.replications < 2 {
			o.Cost.Low, o.Cost.High, o.Effect.Low, o.Effect.High = math.NaN(), math.NaN(), math.NaN(), math.NaN()
		}
		f.Options = append(f.Options, o)
	}
	return f
}
