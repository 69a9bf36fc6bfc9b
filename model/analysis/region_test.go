package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// The box where a design leads is found, in values of the factors, and nothing else bounds.
func TestRegionIsTheBoxWhereADesignLeads(t *testing.T) {
	f := newFake(2, 2, func(v []float64, r, d int) []float64 {
		if v[0] > 0.3 && v[2] < 0.4 {
			return []float64{noise(r) + float64(d)}
		}
		return []float64{noise(r) - float64(d)}
	})
	f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "sobol"), Size: 512, Factors: []study.Factor{
		drawn(t, "noise", 0, 0.5), drawn(t, "ambition", 0.5, 1), drawn(t, "ppt_capability", 0, 1)}}
	regions := f.analyze(t, one).Measures[0].Regions
	require.Equal(t, 512, regions.Points)
	b := regions.Designs[1]
	require.InDelta(t, 512*0.4*0.4, b.Leads, 20)
	require.InDelta(t, 0.3, b.Box.Low[0], 0.03)
	require.InDelta(t, 0.4, b.Box.High[2], 0.05)
	require.True(t, math.IsInf(b.Box.Low[1], -1) && math.IsInf(b.Box.High[1], 1))
	require.Greater(t, b.Box.Density, 0.9)
	require.Greater(t, b.Box.Coverage, 0.9)
	for _, x := range b.Restrictions {
		require.NotEqual(t, 1, x.Factor)
		require.Less(t, x.QuasiP, 1e-6)
	}
	require.Equal(t, 512, regions.Designs[0].Leads+b.Leads)
}

// Where a design leads everywhere, nowhere, or points are few, there is no region.
func TestNoRegionWhereThereIsNothingToFind(t *testing.T) {
	f := newFake(2, 2, func(v []float64, r, d int) []float64 { return []float64{float64(d)} })
	f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "sobol"), Size: 64, Factors: []study.Factor{drawn(t, "noise", 0, 0.5)}}
	regions := f.analyze(t, one).Measures[0].Regions
	require.Nil(t, regions.Designs[0].Box)
	require.Nil(t, regions.Designs[1].Box)
	require.Equal(t, 64, regions.Designs[1].Leads)
	require.Nil(t, f.analyze(t, Options{Metrics: []model.Metric{model.MVetoes}}).Measures[0].Regions, "no better and worse")
	f.Sample.Size = 16
	require.Nil(t, f.analyze(t, one).Measures[0].Regions)
}
