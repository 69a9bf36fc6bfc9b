package analysis

import (
	"cumbre/model"
	"cumbre/model/study"
)

// Analysis is what the runs of a study show.
type Analysis struct {
	Study   *study.Study
	Points  *study.Points
	Designs []model.Design // compared; the first is the baseline
	Options Options        // as they were used

	Runs, Failed int64                     // taken in; Failed of these
	Missing      int64                     // not run; with until the least that can be, as results decide how many there are
	Unknown      int                       // points at which until asked for more than its cap of replications gave
	Replications struct{ Least, Most int } // of a point, begun ones too

	ByPoints bool // units are points where several are pooled, not replications: see the package
	Measures []Measure
	Frontier *Frontier
}

// Measure is all about one measure.
type Measure struct {
	Metric      model.Metric
	Overall     Group        // of all points that stand for the space
	At          []Group      // by point
	Curves      []Curve      // by factor that varies, in the order of Study.Factors
	Map         *Map         // nil if fewer than two factors vary or points are too few
	Regions     *Regions     // nil if points are too few, or the measure has no better and worse
	Sensitivity *Sensitivity // nil unless the study asks for it
}

// Analyze says what the results show that were taken in so far.
func (c *Collector) Analyze() (*Analysis, error) {
	r := c.results()
	a := &Analysis{Study: c.study, Points: c.points, Options: c.o, Runs: c.runs, Failed: c.failed, ByPoints: r.byPoints()}
	for _, d := range c.study.Designs {
		a.Designs = append(a.Designs, c.study.Spec.Designs[d])
	}
	if c.study.Until == nil {
		a.Missing = c.study.Cells(c.points.N())*int64(c.designs) - c.runs
	} else {
		a.Missing, a.Unknown = r.open()
	}
	a.Replications.Least = r.replications
	for p := range c.points.N() {
		n := len(r.of(p))
		a.Replications.Least, a.Replications.Most = min(a.Replications.Least, n), max(a.Replications.Most, n)
	}
	over := r.plan()
	for k, metric := range c.o.Metrics {
		m, err := r.measure(k, over)
		if err != nil {
			return nil, err
		}
		m.Metric = metric
		a.Measures = append(a.Measures, m)
	}
	a.Frontier = r.frontier()
	return a, nil
}

func (r *results) measure(metric int, over []int) (m Measure, err error) {
	for p := range r.points.N() {
		m.At = append(m.At, r.group([]int{p}, metric))
	}
	m.Overall = r.group(r.standing, metric)
	m.Curves = r.curves(metric)
	m.Map = r.newMap(metric, over)
	if m.Regions, err = r.regions(metric, m.At); err != nil {
		return m, err
	}
	m.Sensitivity, err = r.sensitivity(metric)
	return m, err
}
