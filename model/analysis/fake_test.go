package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/model/study"
)

// fake is a study whose runs are a function of the point, the replication and the design.
type fake struct {
	*study.Study
	f func(values []float64, replication, design int) []float64 // of the metrics asked for
}

func param(t testing.TB, name string) model.Param {
	t.Helper()
	p, ok := model.ParamByName(name)
	require.True(t, ok, name)
	return p
}

// swept is a factor of a grid, drawn one of the unit interval: both of parameters that are
// no whole numbers, whatever they mean.
func swept(t testing.TB, name string, levels ...float64) study.Factor {
	return study.Factor{Param: param(t, name), Levels: levels}
}

func drawn(t testing.TB, name string, low, high float64) study.Factor {
	return study.Factor{Param: param(t, name), Axis: robust.Between(param(t, name), low, high)}
}

func newFake(designs, replications int, f func(values []float64, replication, design int) []float64) fake {
	s := &study.Study{Spec: &model.Spec{Name: "fake", Values: model.Defaults()}, Replications: replications, Seed: 7}
	for d := range designs {
		s.Spec.Designs = append(s.Spec.Designs, model.Design{Name: string(rune('a' + d))})
		s.Designs = append(s.Designs, d)
	}
	return fake{s, f}
}

func sampler(t testing.TB, among []*study.Sampler, name string) *study.Sampler {
	found, ok := study.SamplerByName(among, name)
	require.True(t, ok, name)
	return found
}

// collect runs the cells that are wanted.
func (f fake) collect(t testing.TB, o Options, wanted func(cell int64) bool) *Collector {
	points := f.Points()
	c, err := New(points, o)
	require.NoError(t, err)
	for cell := range f.Cells(points.N()) {
		if wanted != nil && !wanted(cell) {
			continue
		}
		point, replication := points.Cell(cell)
		for d := range f.Designs {
			values := f.f(points.Values(point), replication, d)
			failed := values == nil
			if failed {
				values = make([]float64, len(c.Metrics()))
			}
			require.NoError(t, c.Add(cell*int64(len(f.Designs))+int64(d), failed, values))
		}
	}
	return c
}

func (f fake) analyze(t testing.TB, o Options) *Analysis {
	a, err := f.collect(t, o, nil).Analyze()
	require.NoError(t, err)
	return a
}

// noise is the same for all designs and points of a replication, as the model's worlds are;
// jitter differs between designs too.
func noise(replication int) float64 { return 3 * math.Sin(float64(replication)*12.9898) }

func jitter(replication, design int) float64 {
	return 0.5 * math.Cos(float64(replication*7+design*3)*78.233)
}

var one = Options{Metrics: []model.Metric{model.MThroughput}}
