package cli

import (
	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
	"cumbre/sim/sens"
)

func (n analysisNames) sensitivity(s *analysis.Sensitivity) *sensitivityJSON {
	if s == nil {
		return nil
	}
	out := &sensitivityJSON{Method: s.Method, Size: s.Size, Replications: s.Replications}
	for _, o := range s.Outputs {
		j := outputJSON{Design: n.designs[o.Design], Warnings: []warningJSON{}}
		if o.Difference {
			j.Less = &n.designs[0]
		}
		n.effects(o, &j)
		for _, w := range conclude.OutputWarnings(o) {
			x := warningJSON{Kind: warningKinds[w.Kind], Value: number(w.Value), Bound: number(w.Bound)}
			if w.Factor >= 0 {
				x.Factor = n.sampled(w.Factor)
			}
			j.Warnings = append(j.Warnings, x)
		}
		out.Outputs = append(out.Outputs, j)
	}
	return out
}

// sampled is the name of a factor of the sample: those of the grid come first.
func (n analysisNames) sampled(i int) *string { return &n.factors[len(n.Study.Grid)+i] }

func (n analysisNames) effects(o analysis.Output, j *outputJSON) {
	interval := func(e sens.Estimate) *intervalOf {
		i := sensInterval(e)
		return &i
	}
	if o.Morris != nil {
		j.Ranking, j.Missing = number(o.Morris.Ranking), o.Morris.Missing
		for i, e := range o.Morris.Factors {
			j.Factors.add(*n.sampled(i), effectJSON{MuStar: interval(e.MuStar), Mu: interval(e.Mu), Sigma: interval(e.Sigma)})
		}
		return
	}
	j.Ranking, j.Missing = number(o.Sobol.Ranking), o.Sobol.Missing
	for i, e := range o.Sobol.Factors {
		j.Factors.add(*n.sampled(i), effectJSON{First: interval(e.First), Total: interval(e.Total)})
	}
}

// warningKinds are the names of doubts, part of the format.
var warningKinds = map[sens.Kind]string{
	sens.WideFirst: "wide_first", sens.WideTotal: "wide_total", sens.WideEffect: "wide_effect", sens.UnstableRanking: "unstable_ranking",
	sens.MissingRuns: "missing_runs", sens.TooFew: "too_few", sens.Constant: "constant",
}

// standings are the names of where a design may stand, part of the format.
var standings = map[sens.Status]string{
	sens.Efficient: "efficient", sens.ExtendedlyDominated: "extendedly_dominated", sens.Dominated: "dominated", sens.Undefined: "undefined",
}

func (n analysisNames) frontier() *frontierJSON {
	f := n.Frontier
	if f == nil {
		return nil
	}
	out := &frontierJSON{Cost: f.Cost.String(), Effect: f.Effect.String(), Units: f.Units}
	for d, o := range f.Options {
		j := standingJSON{Cost: newInterval(o.Cost), Effect: newInterval(o.Effect), Standing: standings[o.Status], Ratio: sensInterval(o.Ratio), Efficient: number(o.Efficient)}
		if o.Status == sens.Dominated {
			j.By = n.design(o.By)
		}
		out.Designs.add(n.designs[d], j)
	}
	return out
}
