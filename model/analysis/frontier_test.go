package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/sim/sens"
)

var costAndEffect = Options{Metrics: []model.Metric{model.MThroughput, model.MCost}}

// Effects 10, 14, 12 at costs 100, 180, 200: the third is dominated, and one more mandate
// a year costs 20 by the second.
func TestFrontier(t *testing.T) {
	f := newFake(3, 30, func(_ []float64, r, d int) []float64 {
		return []float64{[]float64{10, 14, 12}[d] + noise(r) + 0.1*jitter(r, d), []float64{100, 180, 200}[d] + 5*noise(r)}
	})
	front := f.analyze(t, costAndEffect).Frontier
	require.Equal(t, 30, front.Units)
	light, second, third := front.Options[0], front.Options[1], front.Options[2]
	require.Equal(t, sens.Efficient, light.Status)
	require.Equal(t, sens.Efficient, second.Status)
	require.Equal(t, sens.Dominated, third.Status)
	require.Equal(t, 1, third.By)
	require.InDelta(t, 20, second.Ratio.Value, 0.3)
	require.True(t, second.Ratio.Low < second.Ratio.Value && second.Ratio.Value < second.Ratio.High)
	require.Less(t, second.Ratio.Width(), 1.0, "the worlds' part cancels")
	require.InDelta(t, 1, second.Efficient, 1e-9)
	require.InDelta(t, 0, third.Efficient, 1e-9)
	require.True(t, math.IsNaN(light.Ratio.Value))
	require.InDelta(t, 100+5*meanNoise(30), light.Cost.Mean, 1e-9)
}

func meanNoise(n int) (mean float64) {
	for r := range n {
		mean += noise(r) / float64(n)
	}
	return mean
}

// Where chance decides which of two is more effective, the ratio has no interval and each
// is on the frontier in part of the resamples.
func TestFrontierThatChanceDecides(t *testing.T) {
	f := newFake(2, 20, func(_ []float64, r, d int) []float64 {
		return []float64{10 + 5*jitter(r, d), 100 + float64(d)}
	})
	front := f.analyze(t, costAndEffect).Frontier
	require.True(t, math.IsNaN(front.Options[1].Ratio.Low))
	require.Greater(t, front.Options[1].Efficient, 0.02)
	require.Less(t, front.Options[1].Efficient, 0.98)
}

// Without both measures there is none.
func TestFrontierNeedsBothMeasures(t *testing.T) {
	require.Nil(t, newFake(2, 3, func(_ []float64, r, d int) []float64 { return []float64{1} }).analyze(t, one).Frontier)
}
