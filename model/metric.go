package model

import "slices"

// Metric identifies one scalar result of a run; it indexes Result.Metrics.
type Metric int

// MetricInfo is a metric's line in the registry.
type MetricInfo struct {
	Name     string // snake_case
	Unit     string // "" for a pure number
	Better   int    // +1 more is better, -1 less is better, 0 neither
	Decimals int    // in tables
	Text     Text   // what it means; NaN in a run where it is undefined
	Head     bool   // shown in the main table
}

// Series identifies one quantity observed per calendar year.
type Series int

// SeriesInfo is a yearly series' line in the registry.
type SeriesInfo struct {
	Name string
	Unit string
	Text Text
	Flow bool // counted within the year; otherwise a level at the year's end
}

// MetricByName finds a metric by its registry name.
func MetricByName(name string) (Metric, bool) {
	i := slices.IndexFunc(metrics[:], func(m MetricInfo) bool { return m.Name == name })
	return Metric(max(i, 0)), i >= 0
}

// Metrics returns all metrics in the order of tables.
func Metrics() []Metric {
	all := make([]Metric, NumMetrics)
	for i := range all {
		all[i] = Metric(i)
	}
	return all
}

// AllSeries returns all yearly series in the order of files.
func AllSeries() []Series {
	all := make([]Series, NumSeries)
	for i := range all {
		all[i] = Series(i)
	}
	return all
}

// SeriesOf returns the yearly series that a scenario has, in the order of files: those of
// its members and not of others.
func SeriesOf(s *Spec) []Series {
	return AllSeries()[:firstMemberSeries+Series(len(s.Members))]
}

// InfoIn returns the registry's line of s with a member's code and name in place of its
// number.
func (s Series) InfoIn(spec *Spec) SeriesInfo {
	info := s.Info()
	if s >= firstMemberSeries {
		m := spec.Members[s-firstMemberSeries]
		info.Name = "vetoes_by_" + m.Code
		info.Text = Text{"vetos de " + m.Name.ES, "vetoes of " + m.Name.EN}
	}
	return info
}

// Info returns the registry's line of m.
func (m Metric) Info() MetricInfo { return metrics[m] }

// String returns the registry name of m.
func (m Metric) String() string { return metrics[m].Name }

// Info returns the registry's line of s.
func (s Series) Info() SeriesInfo { return series[s] }

// String returns the registry name of s.
func (s Series) String() string { return series[s].Name }
