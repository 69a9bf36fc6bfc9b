package cli

import (
	"math"

	"cumbre/cmd/cumbre/internal/conclude"
	"cumbre/model/analysis"
	"cumbre/model/study"
	"cumbre/sim/sens"
	"cumbre/sim/stat"
)

// analysisJSON is what `cumbre analyze --json` prints: documented in its help, stable, keys
// in this order, names where the analysis has numbers.
type analysisJSON struct {
	Study        textJSON          `json:"study"`
	Scenario     string            `json:"scenario"`
	Version      string            `json:"version"` // that computed the runs
	Seed         uint64            `json:"seed"`
	Digest       string            `json:"digest"`
	Designs      []string          `json:"designs"`
	Factors      []factorJSON      `json:"factors"`
	Points       []ordered[number] `json:"points"`       // by number: the value of every factor
	Replications [2]int            `json:"replications"` // the least and the most of a point
	Runs         int64             `json:"runs"`
	Failed       int64             `json:"failed"`
	Missing      int64             `json:"missing"`
	Units        string            `json:"units"`
	Interval     intervalJSON      `json:"interval"`
	Resamples    int               `json:"resamples"`
	Measures     []measureJSON     `json:"measures"`
	Frontier     *frontierJSON     `json:"frontier"`
}

// factorJSON is what is varied.
type factorJSON struct {
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	Levels []number `json:"levels"` // null if it is sampled
	Low    number   `json:"low"`    // null unless it is sampled
	High   number   `json:"high"`
	Log    bool     `json:"by_order_of_magnitude"`
}

// measureJSON is all about one measure.
type measureJSON struct {
	Metric      string           `json:"metric"`
	Unit        string           `json:"unit"`
	Better      string           `json:"better"` // high, low or none
	Overall     groupJSON        `json:"overall"`
	Points      []pointJSON      `json:"points"`
	Curves      []curveJSON      `json:"curves"`
	Map         *mapJSON         `json:"map"`
	Regions     *regionsJSON     `json:"regions"`
	Sensitivity *sensitivityJSON `json:"sensitivity"`
}

// groupJSON is what a set of runs says.
type groupJSON struct {
	Units       int                 `json:"units"`
	Lost        int                 `json:"lost"`
	Designs     ordered[intervalOf] `json:"designs"`
	Differences ordered[intervalOf] `json:"differences"` // to the first design
	Leader      *string             `json:"leader"`
	Second      *string             `json:"second"`
	Lead        intervalOf          `json:"lead"`
	Probability *ordered[number]    `json:"probability"`
	Certain     bool                `json:"certain"`
}

// intervalOf is a value with its interval.
type intervalOf struct {
	Mean number `json:"mean"`
	Low  number `json:"low"`
	High number `json:"high"`
}

type pointJSON struct {
	Point int `json:"point"`
	groupJSON
}

type curveJSON struct {
	Factor string    `json:"factor"`
	Cuts   []cutJSON `json:"cuts"`
}

// cutJSON is one level or interval of a factor.
type cutJSON struct {
	Low  number `json:"low"`
	High number `json:"high"`
	groupJSON
}

type mapJSON struct {
	X     string     `json:"x"`
	Y     string     `json:"y"`
	Over  []string   `json:"over"` // the factors that each cell is a mean over
	Cells []cellJSON `json:"cells"`
}

type cellJSON struct {
	X [2]number `json:"x"` // low and high, equal for a level
	Y [2]number `json:"y"`
	groupJSON
}

type regionsJSON struct {
	Points  int                 `json:"points"`
	Designs ordered[regionJSON] `json:"designs"`
}

type regionJSON struct {
	Leads    int         `json:"leads"`
	Box      []boundJSON `json:"box"` // null if there is no region
	Coverage number      `json:"coverage"`
	Density  number      `json:"density"`
	Mass     number      `json:"mass"`
}

type boundJSON struct {
	Factor string `json:"factor"`
	Side   string `json:"side"` // at_least or at_most
	Value  number `json:"value"`
	QuasiP number `json:"quasi_p"`
}

type sensitivityJSON struct {
	Method       string       `json:"method"`
	Size         int          `json:"size"`
	Replications int          `json:"replications"`
	Outputs      []outputJSON `json:"outputs"`
}

type outputJSON struct {
	Design   string              `json:"design"`
	Less     *string             `json:"less"` // the first design, for a difference
	Factors  ordered[effectJSON] `json:"factors"`
	Ranking  number              `json:"ranking"`
	Missing  int                 `json:"missing"`
	Warnings []warningJSON       `json:"warnings"`
}

// effectJSON has the keys of the method: mu_star, mu and sigma, or first and total.
type effectJSON struct {
	MuStar *intervalOf `json:"mu_star,omitempty"`
	Mu     *intervalOf `json:"mu,omitempty"`
	Sigma  *intervalOf `json:"sigma,omitempty"`
	First  *intervalOf `json:"first,omitempty"`
	Total  *intervalOf `json:"total,omitempty"`
}

type warningJSON struct {
	Kind   string  `json:"kind"`
	Factor *string `json:"factor"`
	Value  number  `json:"value"`
	Bound  number  `json:"bound"`
}

type frontierJSON struct {
	Cost    string                `json:"cost"`
	Effect  string                `json:"effect"`
	Units   int                   `json:"units"`
	Designs ordered[standingJSON] `json:"designs"`
}

type standingJSON struct {
	Cost      intervalOf `json:"cost"`
	Effect    intervalOf `json:"effect"`
	Standing  string     `json:"standing"`
	By        *string    `json:"by"`
	Ratio     intervalOf `json:"ratio"`
	Efficient number     `json:"efficient"`
}

// analysisNames are the names by which JSON calls designs and factors.
type analysisNames struct {
	found
	designs, factors []string
}

func newAnalysisJSON(f found) analysisJSON {
	n := analysisNames{found: f}
	s := f.Study
	out := analysisJSON{
		Study: textJSON(s.Title), Scenario: s.Spec.Name, Version: f.store.Version, Seed: s.Seed, Digest: f.digest,
		Points: []ordered[number]{}, Replications: [2]int{f.Replications.Least, f.Replications.Most}, Runs: f.Runs, Failed: f.Failed, Missing: f.Missing,
		Units: "replications", Interval: pointwise(f.Options.Level), Resamples: f.Options.Resamples, Factors: []factorJSON{},
	}
	if f.ByPoints {
		out.Units = "points"
	}
	for _, d := range f.Designs {
		n.designs = append(n.designs, d.Name)
	}
	for _, x := range s.Factors() {
		n.factors = append(n.factors, x.Name())
		out.Factors = append(out.Factors, newFactorJSON(x))
	}
	for p := range f.Points.N() {
		var at ordered[number]
		for i, x := range f.Points.Values(p) {
			at.add(n.factors[i], number(x))
		}
		out.Points = append(out.Points, at)
	}
	out.Designs = n.designs
	for _, m := range f.Measures {
		out.Measures = append(out.Measures, n.measure(m))
	}
	out.Frontier = n.frontier()
	return out
}

func newFactorJSON(f study.Factor) factorJSON {
	j := factorJSON{Name: f.Name(), Unit: f.Param.Info().Unit, Low: number(math.NaN()), High: number(math.NaN())}
	if f.Levels == nil {
		j.Low, j.High, j.Log = number(f.Axis.Low), number(f.Axis.High), f.Axis.Log
	}
	for _, x := range f.Levels {
		j.Levels = append(j.Levels, number(x))
	}
	return j
}

func newInterval(e stat.Estimate) intervalOf {
	return intervalOf{number(e.Mean), number(e.Low), number(e.High)}
}

func sensInterval(e sens.Estimate) intervalOf {
	return intervalOf{number(e.Value), number(e.Low), number(e.High)}
}

// design is the name of a design; nil of none.
func (n analysisNames) design(d int) *string {
	if d < 0 {
		return nil
	}
	return &n.designs[d]
}

func (n analysisNames) measure(m analysis.Measure) measureJSON {
	i := m.Metric.Info()
	out := measureJSON{Metric: i.Name, Unit: i.Unit, Better: map[int]string{1: "high", -1: "low"}[i.Better], Overall: n.group(m.Overall), Points: []pointJSON{}, Curves: []curveJSON{}}
	if i.Better == 0 {
		out.Better = "none"
	}
	for p, g := range m.At {
		out.Points = append(out.Points, pointJSON{p, n.group(g)})
	}
	for _, c := range m.Curves {
		curve := curveJSON{Factor: n.factors[c.Factor]}
		for i, cut := range c.Cuts {
			curve.Cuts = append(curve.Cuts, cutJSON{number(cut.Low), number(cut.High), n.group(c.Groups[i])})
		}
		out.Curves = append(out.Curves, curve)
	}
	out.Map, out.Regions, out.Sensitivity = n.plane(m.Map), n.regions(m.Regions), n.sensitivity(m.Sensitivity)
	return out
}

func (n analysisNames) group(g analysis.Group) groupJSON {
	out := groupJSON{Units: g.Units, Lost: g.Lost, Leader: n.design(g.Leader), Second: n.design(g.Second), Lead: newInterval(g.Lead), Certain: conclude.Sure(g, n.Options.Level)}
	if g.Leader == analysis.None {
		out.Lead = newInterval(stat.Tally{}.Interval(level)) // of nothing
	}
	for d, e := range g.Designs {
		out.Designs.add(n.designs[d], newInterval(e))
		if d > 0 {
			out.Differences.add(n.designs[d], newInterval(g.Differences[d]))
		}
	}
	if g.Probability != nil {
		out.Probability = &ordered[number]{}
		for d, p := range g.Probability {
			out.Probability.add(n.designs[d], number(p))
		}
	}
	return out
}

func (n analysisNames) plane(m *analysis.Map) *mapJSON {
	if m == nil {
		return nil
	}
	out := &mapJSON{X: n.factors[m.X], Y: n.factors[m.Y], Over: []string{}}
	for _, f := range m.Others {
		out.Over = append(out.Over, n.factors[f])
	}
	for j, y := range m.YCuts {
		for i, x := range m.XCuts {
			out.Cells = append(out.Cells, cellJSON{[2]number{number(x.Low), number(x.High)}, [2]number{number(y.Low), number(y.High)}, n.group(m.Groups[j][i])})
		}
	}
	return out
}

func (n analysisNames) regions(r *analysis.Regions) *regionsJSON {
	if r == nil {
		return nil
	}
	out := &regionsJSON{Points: r.Points}
	for d, region := range r.Designs {
		j := regionJSON{Leads: region.Leads, Coverage: number(math.NaN()), Density: number(math.NaN()), Mass: number(math.NaN())}
		if b := region.Box; b != nil {
			j.Coverage, j.Density, j.Mass, j.Box = number(b.Coverage), number(b.Density), number(b.Mass), []boundJSON{}
		}
		for _, x := range region.Restrictions {
			bound := boundJSON{n.factors[x.Factor], "at_least", number(x.Bound), number(x.QuasiP)}
			if x.Upper {
				bound.Side = "at_most"
			}
			j.Box = append(j.Box, bound)
		}
		out.Designs.add(n.designs[d], j)
	}
	return out
}
