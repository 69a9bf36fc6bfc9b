package study

import (
	"cumbre/model"
)

// Study is an experiment: what is varied, what is compared, how often.
type Study struct {
	Title        model.Text
	Spec         *model.Spec
	Designs      []int // indices in Spec.Designs; the first is the baseline
	Grid         []Factor
	Sample       Sample
	Replications int    // of every point; with Until, the most there may be
	Until        *Until // nil: Replications of every point
	Seed         uint64
	Years        bool // yearly series are kept too
}

// Sample is a choice of points of a space; the zero Sample has one point of no factors.
type Sample struct {
	Sampler *Sampler
	Size    int // as the sampler takes it
	Factors []Factor
}

// Factors are all that is varied: those of the grid, then those of the sample.
func (s *Study) Factors() []Factor {
	all := make([]Factor, 0, len(s.Grid)+len(s.Sample.Factors))
	return append(append(all, s.Grid...), s.Sample.Factors...)
}

// DesignNames are the names of the designs compared.
func (s *Study) DesignNames() []string {
	names := make([]string, len(s.Designs))
	for i, d := range s.Designs {
		names[i] = s.Spec.Designs[d].Name
	}
	return names
}

// Bounds on a study: enough for a cluster, few enough to be numbered and laid out.
const (
	MaxPoints = 10_000_000
	MaxRuns   = 1_000_000_000_000
)

// Cells is the number of cells; with Until, the most there may be.
func (s *Study) Cells(points int) int64 { return int64(points) * int64(s.Replications) }
