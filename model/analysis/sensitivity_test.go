package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/study"
)

// explaining is a study of sensitivity with factors in the unit interval. They are
// parameters of the model only in name.
func explaining(t *testing.T, method string, size, designs, replications int, f func(x []float64, r, d int) []float64) fake {
	fk := newFake(designs, replications, f)
	fk.Sample = study.Sample{Sampler: sampler(t, study.Sensitivities(), method), Size: size, Factors: []study.Factor{
		drawn(t, "noise", 0, 1), drawn(t, "ppt_capability", 0, 1), drawn(t, "slip_days", 0, 1)}}
	return fk
}

// ishigami is the function of Ishigami and Homma (1990) with a = 7, b = 0.1.
func ishigami(u []float64) float64 {
	x := make([]float64, 3)
	for i := range x {
		x[i] = math.Pi * (2*u[i] - 1)
	}
	return math.Sin(x[0]) + 7*math.Pow(math.Sin(x[1]), 2) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
}

// The indices are the published ones (Saltelli et al. 2008, Global Sensitivity Analysis:
// The Primer): 0.3139, 0.4424, 0 alone and 0.5576, 0.4424, 0.2437 in all. Worlds that
// shift every design alike leave no trace in a difference.
func TestSobolIndicesOfIshigami(t *testing.T) {
	f := explaining(t, "sobol", 1024, 2, 3, func(x []float64, r, d int) []float64 { return []float64{noise(r) + float64(d)*ishigami(x)} })
	s := f.analyze(t, one).Measures[0].Sensitivity
	require.Equal(t, 1024, s.Size)
	require.Equal(t, 3, s.Replications)
	require.Len(t, s.Outputs, 3)
	first, total := []float64{0.3139, 0.4424, 0}, []float64{0.5576, 0.4424, 0.2437}
	for _, out := range s.Outputs[1:] {
		require.Equal(t, 1, out.Design)
		for i, index := range out.Sobol.Factors {
			require.InDelta(t, first[i], index.First.Value, 0.02)
			require.InDelta(t, total[i], index.Total.Value, 0.02)
			require.LessOrEqual(t, index.Total.Low, total[i])
			require.GreaterOrEqual(t, index.Total.High, total[i])
		}
	}
	require.True(t, s.Outputs[2].Difference)
	require.NotEmpty(t, s.Outputs[0].Sobol.Warnings, "the baseline does not vary")
}

// Elementary effects of a linear function are its slopes over the range.
func TestMorrisEffectsOfALine(t *testing.T) {
	f := explaining(t, "morris", 12, 2, 2, func(x []float64, r, d int) []float64 {
		return []float64{noise(r) + float64(1+d)*(4*x[0]-2*x[1])}
	})
	s := f.analyze(t, one).Measures[0].Sensitivity
	require.Equal(t, 12, s.Size)
	for _, out := range s.Outputs {
		scale := 1.0
		if out.Design == 1 && !out.Difference {
			scale = 2
		}
		for i, want := range []float64{4, -2, 0} {
			require.InDelta(t, scale*want, out.Morris.Factors[i].Mu.Value, 1e-9)
			require.InDelta(t, 0, out.Morris.Factors[i].Sigma.Value, 1e-9)
		}
	}
}

// A whole number moves from one value to another: the effect is for its whole range.
func TestMorrisEffectsOfAWholeNumber(t *testing.T) {
	f := explaining(t, "morris", 12, 1, 1, func(x []float64, _, _ int) []float64 { return []float64{x[1]} })
	f.Sample.Factors[1] = drawn(t, "tg_agenda", 1, 10)
	s := f.analyze(t, one).Measures[0].Sensitivity
	require.InDelta(t, 9, s.Outputs[0].Morris.Factors[1].MuStar.Value, 1e-9)
}

// A failed run costs its own effects and is warned of; blocks that have not been begun cost
// nothing.
func TestSensitivityWithoutAllRuns(t *testing.T) {
	f := explaining(t, "morris", 10, 1, 2, func(x []float64, r, _ int) []float64 { return []float64{noise(r) + 4*x[0]} })
	block := int64(4)
	a, err := f.collect(t, one, func(cell int64) bool { return cell < 3*block && cell != 1 }).Analyze()
	require.NoError(t, err)
	s := a.Measures[0].Sensitivity
	require.Equal(t, 3, s.Size)
	require.Equal(t, 1, s.Replications)
	require.Equal(t, 1, s.Outputs[0].Morris.Missing)
	require.InDelta(t, 4, s.Outputs[0].Morris.Factors[0].MuStar.Value, 1e-9)

	// The second replication under way: values are of the first, which all have.
	a, err = f.collect(t, one, func(cell int64) bool { return cell < 45 }).Analyze()
	require.NoError(t, err)
	s = a.Measures[0].Sensitivity
	require.Equal(t, 10, s.Size)
	require.Equal(t, 1, s.Replications)
	require.InDelta(t, 0, s.Outputs[0].Morris.Factors[1].MuStar.Value, 1e-9, "no effect of another world")
	none, err := f.collect(t, one, func(int64) bool { return false }).Analyze()
	require.NoError(t, err)
	require.Nil(t, none.Measures[0].Sensitivity)
}

func TestEverySensitivityHasItsAnalysis(t *testing.T) {
	for _, s := range study.Sensitivities() {
		require.Contains(t, methods, s.Name)
	}
	require.Len(t, methods, len(study.Sensitivities()))
}

// Means over the space are of the points that stand for it, not of those mixed from them.
func TestOverallOfASensitivityStudy(t *testing.T) {
	f := explaining(t, "sobol", 64, 1, 1, func(x []float64, _, _ int) []float64 { return []float64{x[0]} })
	g := f.analyze(t, one).Measures[0].Overall
	require.Equal(t, 128, g.Units)
	require.InDelta(t, 0.5, g.Designs[0].Mean, 0.01)
}

// The points of Morris's design lie on four levels: no interval of a curve or of the map is
// empty for that, however many trajectories there are.
func TestMorrisLeavesNoIntervalEmpty(t *testing.T) {
	for _, trajectories := range []int{30, 80, 200, 700} {
		f := newFake(2, 1, func(v []float64, _, d int) []float64 { return []float64{v[0] + float64(d)} })
		f.Sample = study.Sample{Sampler: sampler(t, study.Sensitivities(), "morris"), Size: trajectories,
			Factors: []study.Factor{drawn(t, "noise", 0, 1), drawn(t, "ambition", 0.1, 7)}}
		m := f.analyze(t, one).Measures[0]
		for _, c := range m.Curves {
			for i, g := range c.Groups {
				require.Positive(t, g.Units, "%d trajectories, interval %d of %d", trajectories, i, len(c.Groups))
			}
		}
		if m.Map != nil {
			for _, row := range m.Map.Groups {
				for _, g := range row {
					require.Positive(t, g.Units)
				}
			}
		}
	}
}
