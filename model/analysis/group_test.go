package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/model"
	"cumbre/model/study"
)

// At a point the interval is Student's over replications, and the difference is paired.
func TestAPointIsComparedInPairs(t *testing.T) {
	light, sherpa := []float64{10, 14, 9, 17}, []float64{11, 16, 10, 18}
	f := newFake(2, 4, func(_ []float64, r, d int) []float64 { return []float64{[][]float64{light, sherpa}[d][r]} })
	g := f.analyze(t, one).Measures[0].At[0]
	require.Equal(t, 4, g.Units)
	require.InDelta(t, 12.5, g.Designs[0].Mean, 1e-12)
	require.InDelta(t, 1.25, g.Differences[1].Mean, 1e-12, "of 1, 2, 1, 1")
	half := 3.182446305284263 * 0.5 / 2 // t at 0.975 with three degrees, standard deviation 0.5
	require.InDelta(t, half, g.Differences[1].HalfWidth(), 1e-9)
	require.Equal(t, 0, g.Differences[0].N)
	require.Equal(t, 1, g.Leader)
	require.Equal(t, 0, g.Second)
	require.True(t, g.Leads())
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: 3}
	require.InDelta(t, student.CDF(1.25/0.25), g.Probability[1], 1e-9)
	require.InDelta(t, 1, g.Probability[0]+g.Probability[1], 1e-12)
}

// Less is better where the measure says so, and the lead is positive all the same.
func TestTheDirectionOfTheMeasure(t *testing.T) {
	f := newFake(3, 20, func(_ []float64, r, d int) []float64 { return []float64{float64(10-d) + jitter(r, d)} })
	for metric, leader := range map[model.Metric]int{model.MThroughput: 0, model.MCost: 2, model.MVetoes: None} {
		g := f.analyze(t, Options{Metrics: []model.Metric{metric}}).Measures[0].Overall
		require.Equal(t, leader, g.Leader, metric)
		if leader == None {
			require.Nil(t, g.Probability)
			continue
		}
		require.Equal(t, 1, g.Second)
		require.InDelta(t, 1, g.Lead.Mean, 0.5)
		require.Greater(t, g.Probability[leader], 0.99)
	}
}

// Equal designs have no leader, and the same probability.
func TestEqualDesignsShare(t *testing.T) {
	for designs := 2; designs <= 4; designs++ {
		f := newFake(designs, 10, func(_ []float64, r, _ int) []float64 { return []float64{noise(r)} })
		g := f.analyze(t, one).Measures[0].Overall
		require.Equal(t, None, g.Leader)
		for _, p := range g.Probability {
			require.InDelta(t, 1/float64(designs), p, 0.03)
		}
	}
}

// With a third design far behind, the drawn probabilities are those of the two in closed
// form, to within four standard errors of 4,096 draws.
func TestDrawnProbabilitiesAgreeWithTheClosedForm(t *testing.T) {
	for n := 2; n <= 40; n += 6 {
		f := func(_ []float64, r, d int) []float64 {
			return []float64{0.1*float64(d) + jitter(r, d) + noise(r) - 1000*float64(d/2)}
		}
		two := newFake(2, n, f).analyze(t, one).Measures[0].Overall
		three := newFake(3, n, f).analyze(t, one).Measures[0].Overall
		if n > 2 {
			require.InDelta(t, 0, three.Probability[2], 0.01)
		}
		p := two.Probability[1]
		require.InDelta(t, p, three.Probability[1], 4*math.Sqrt(0.25/draws)+0.01, n)
	}
}

// Two designs of three that are the same have equal probabilities, and the order in which
// designs are named does not matter beyond the error of the draws.
func TestProbabilitiesFollowTheDesigns(t *testing.T) {
	values := func(r, d int) float64 { return 0.2*float64(d) + jitter(r, d) + noise(r) }
	first := newFake(3, 12, func(_ []float64, r, d int) []float64 { return []float64{values(r, d)} }).analyze(t, one).Measures[0].Overall
	turned := newFake(3, 12, func(_ []float64, r, d int) []float64 { return []float64{values(r, (d+1)%3)} }).analyze(t, one).Measures[0].Overall
	for d := range 3 {
		require.InDelta(t, first.Probability[(d+1)%3], turned.Probability[d], 6*math.Sqrt(0.25/draws))
	}
	require.Equal(t, first.Leader, (turned.Leader+1)%3)
	require.InDelta(t, first.Lead.Mean, turned.Lead.Mean, 1e-12)
}

// Over the points of a grid, units are replications: what points differ by does not widen
// the interval, and the mean is that of the points' means.
func TestAGridIsPooledByReplication(t *testing.T) {
	f := newFake(2, 9, func(v []float64, r, d int) []float64 { return []float64{100*v[0] + noise(r) + float64(d)*jitter(r, d)} })
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2, 0.3)}
	m := f.analyze(t, one).Measures[0]
	g := m.Overall
	require.Equal(t, 9, g.Units)
	require.InDelta(t, (m.At[0].Designs[0].Mean+m.At[1].Designs[0].Mean+m.At[2].Designs[0].Mean)/3, g.Designs[0].Mean, 1e-12)
	require.InDelta(t, m.At[0].Designs[0].HalfWidth(), g.Designs[0].HalfWidth(), 1e-9, "noise is all there is")
	require.InDelta(t, m.At[1].Differences[1].HalfWidth(), g.Differences[1].HalfWidth(), 1e-9)
}

// Over a sample, units are points: the mean over the space is uncertain for want of points.
func TestASampleIsPooledByPoint(t *testing.T) {
	f := newFake(2, 3, func(v []float64, _, d int) []float64 { return []float64{v[0]} })
	f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "latin_hypercube"), Size: 50, Factors: []study.Factor{drawn(t, "noise", 0, 0.5)}}
	a := f.analyze(t, one)
	require.True(t, a.ByPoints)
	g := a.Measures[0].Overall
	require.Equal(t, 50, g.Units)
	// Fifty values, one in each fiftieth of the range of 0.5: of standard deviation 0.5/√12.
	require.InDelta(t, 0.25, g.Designs[0].Mean, 0.01)
	require.InDelta(t, 2.0096*0.5/math.Sqrt(12)/math.Sqrt(50), g.Designs[0].HalfWidth(), 0.003)
	require.Equal(t, 3, a.Measures[0].At[0].Units, "a point by itself is its replications")
}

// With a grid beside the sample, a unit is a point of the sample, over the whole grid: its
// levels are no repetition.
func TestASampleWithAGridIsPooledByPoint(t *testing.T) {
	f := newFake(2, 2, func(v []float64, r, d int) []float64 { return []float64{100*v[0] + v[1]} })
	f.Grid = []study.Factor{swept(t, "ambition", 0.1, 0.2, 0.3)}
	f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "latin_hypercube"), Size: 40, Factors: []study.Factor{drawn(t, "noise", 0, 0.5)}}
	m := f.analyze(t, one).Measures[0]
	require.Equal(t, 120, m.Overall.Points)
	require.Equal(t, 40, m.Overall.Units)
	require.InDelta(t, 2.0227*0.5/math.Sqrt(12)/math.Sqrt(40), m.Overall.Designs[0].HalfWidth(), 0.004, "levels do not widen it")
	for _, g := range m.Curves[0].Groups {
		require.Equal(t, 40, g.Units)
	}
}

// A run that failed costs its replication, for all designs, and is counted.
func TestFailedRunsCostTheirUnit(t *testing.T) {
	f := newFake(2, 6, func(v []float64, r, d int) []float64 {
		if v[0] == 0.2 && r == 1 && d == 1 {
			return nil
		}
		if v[0] == 0.2 && r == 2 && d == 0 {
			return []float64{math.NaN()}
		}
		return []float64{float64(r + d)}
	})
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2)}
	a := f.analyze(t, one)
	require.EqualValues(t, 24, a.Runs)
	require.EqualValues(t, 1, a.Failed)
	require.EqualValues(t, 0, a.Missing)
	whole, short := a.Measures[0].At[0], a.Measures[0].At[1]
	require.Equal(t, 6, whole.Units)
	require.Equal(t, 4, short.Units)
	require.Equal(t, 2, short.Lost)
	require.InDelta(t, (0.+3+4+5)/4, short.Designs[0].Mean, 1e-12)
	g := a.Measures[0].Overall
	require.Equal(t, 4, g.Units)
	require.Equal(t, 2, g.Lost)
	require.InDelta(t, 3, g.Designs[0].Mean, 1e-12, "of both points the same replications")
}

// A point where a measure does not exist at all does not take the others with it.
func TestAPointWithoutValuesIsLeftOut(t *testing.T) {
	f := newFake(2, 5, func(v []float64, r, _ int) []float64 {
		if v[0] == 0.3 {
			return []float64{math.NaN()}
		}
		return []float64{v[0]}
	})
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2, 0.3)}
	g := f.analyze(t, one).Measures[0].Overall
	require.Equal(t, 3, g.Points)
	require.Equal(t, 1, g.Absent)
	require.Equal(t, 5, g.Units)
	require.InDelta(t, 0.15, g.Designs[0].Mean, 1e-12)
}

// A study that was stopped is a smaller study: replications that only some points have do
// not enter a mean over points, and a point keeps its own.
func TestAnUnfinishedStudyIsASmallerOne(t *testing.T) {
	f := newFake(2, 4, func(v []float64, r, d int) []float64 { return []float64{10*float64(r) + v[0]} })
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2, 0.3)}
	a, err := f.collect(t, one, func(cell int64) bool { return cell < 7 }).Analyze()
	require.NoError(t, err)
	require.EqualValues(t, 14, a.Runs)
	require.EqualValues(t, 10, a.Missing)
	require.Equal(t, 2, a.Replications.Least)
	require.Equal(t, 3, a.Replications.Most)
	g := a.Measures[0].Overall
	require.Equal(t, 2, g.Units)
	require.Equal(t, 0, g.Lost)
	require.InDelta(t, 5.2, g.Designs[0].Mean, 1e-12)
	none, err := f.collect(t, one, func(int64) bool { return false }).Analyze()
	require.NoError(t, err)
	require.EqualValues(t, 24, none.Missing)
	require.True(t, math.IsNaN(none.Measures[0].Overall.Designs[0].Mean))
}

// With one replication there is a mean and no interval.
func TestOneReplication(t *testing.T) {
	g := newFake(3, 1, func(_ []float64, _, d int) []float64 { return []float64{float64(d)} }).analyze(t, one).Measures[0].Overall
	require.Equal(t, 2, g.Leader)
	require.False(t, g.Leads())
	require.Nil(t, g.Probability)
	require.True(t, math.IsNaN(g.Lead.Low))
	require.InDelta(t, 1, g.Lead.Mean, 1e-12)
}

// One design is described and compared with nothing.
func TestOneDesign(t *testing.T) {
	a := newFake(1, 5, func(_ []float64, r, _ int) []float64 { return []float64{float64(r), 1} }).analyze(t, Options{})
	require.Equal(t, None, a.Measures[0].Overall.Leader)
	require.InDelta(t, 2, a.Measures[0].Overall.Designs[0].Mean, 1e-12)
	require.Nil(t, a.Frontier)
}

func TestRunsComeInOrderAndWhole(t *testing.T) {
	f := newFake(2, 3, nil)
	c, err := New(f.Points(), one)
	require.NoError(t, err)
	require.NoError(t, c.Add(2, false, []float64{1}))
	require.Error(t, c.Add(2, false, []float64{1}), "a run twice")
	require.Error(t, c.Add(1, false, []float64{1}), "an earlier one")
	require.Error(t, c.Add(3, false, nil), "without its values")
}

func TestWrongOptions(t *testing.T) {
	f := newFake(2, 3, nil)
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2), swept(t, "slip_days", 7)}
	for _, o := range []Options{{Level: 1}, {Level: -1}, {Resamples: 1}, {Bins: 1}, {Map: [2]string{"noise", "noise"}}, {Map: [2]string{"noise", "slip_days"}}, {Map: [2]string{"noise", "nois"}}} {
		_, err := New(f.Points(), o)
		require.Error(t, err, "%+v", o)
	}
}
