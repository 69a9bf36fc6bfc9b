package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/model"
	"cumbre/model/study"
	"cumbre/sim/rng"
)

// sampled is a fake whose points are drawn along one factor from 0 to 1.
func sampled(t testing.TB, designs, points, replications int, f func(v []float64, r, d int) []float64) fake {
	s := newFake(designs, replications, f)
	s.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "latin_hypercube"), Size: points, Factors: []study.Factor{drawn(t, "noise", 0, 1)}}
	return s
}

// All points of a sample are run in the same worlds, so many points in few worlds know no
// more than these: of additive points and worlds, by the formula.
func TestWorldsThatPointsShareAreUncertain(t *testing.T) {
	worlds := []float64{1, 4, -2}
	f := sampled(t, 2, 1000, 3, func(v []float64, r, d int) []float64 { return []float64{v[0] + float64(d)*worlds[r]} })
	g := f.analyze(t, one).Measures[0].Overall
	require.Equal(t, 1000, g.Units)
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: 2}
	require.InDelta(t, 1, g.Differences[1].Mean, 1e-9)
	require.InDelta(t, student.Quantile(0.975)*3/math.Sqrt(3), g.Differences[1].HalfWidth(), 1e-6, "three worlds, of standard deviation 3")
	require.False(t, g.Leads())
	require.InDelta(t, student.CDF(1/math.Sqrt(3)), g.Probability[1], 1e-9)

	points, world := 1./12/1000, 9./3 // of design b: v[0] and the worlds
	df := (points + world) * (points + world) / (points*points/999 + world*world/2)
	require.InDelta(t, distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.975)*math.Sqrt(points+world), g.Designs[1].HalfWidth(), 1e-3)
}

// With a third design far behind, the drawn probabilities are those of the two: to within
// four standard errors, and what rounding the degrees of freedom down does.
func TestDrawnProbabilitiesOfASample(t *testing.T) {
	for _, replications := range []int{2, 4, 12} {
		f := func(v []float64, r, d int) []float64 {
			return []float64{float64(d)*(v[0]-0.3) + jitter(r, d) - 1000*float64(d/2)}
		}
		two := sampled(t, 2, 40, replications, f).analyze(t, one).Measures[0].Overall
		three := sampled(t, 3, 40, replications, f).analyze(t, one).Measures[0].Overall
		require.InDelta(t, two.Probability[1], three.Probability[1], 4*math.Sqrt(0.25/draws)+0.01, replications)
	}
}

// With one replication there is one world, and nothing tells what others would give, however
// many points there are.
func TestOneWorldOfManyPoints(t *testing.T) {
	f := sampled(t, 3, 500, 1, func(v []float64, _, d int) []float64 { return []float64{v[0] + float64(d), 1 + float64(d)} })
	a := f.analyze(t, Options{})
	g := a.Measures[0].Overall
	require.Equal(t, 500, g.Units)
	require.Equal(t, 2, g.Leader)
	require.InDelta(t, 1, g.Lead.Mean, 1e-9)
	require.False(t, g.Repeated())
	require.False(t, g.Leads())
	require.Nil(t, g.Probability)
	require.True(t, math.IsNaN(a.Frontier.Options[0].Efficient))
}

// A run that failed does not take its world from the other points.
func TestAFailedRunLeavesItsWorld(t *testing.T) {
	worlds := []float64{1, 4, -2, 0}
	f := func(fails bool) Group {
		return sampled(t, 2, 400, 4, func(v []float64, r, d int) []float64 {
			if fails && v[0] < 0.01 && r == 1 {
				return nil
			}
			return []float64{v[0] + float64(d)*worlds[r]}
		}).analyze(t, one).Measures[0].Overall
	}
	whole, short := f(false), f(true)
	require.Equal(t, whole.Units, short.Units)
	require.InEpsilon(t, whole.Differences[1].HalfWidth(), short.Differences[1].HalfWidth(), 0.02)
}

// An unfinished second replication is none: it is a part of another world.
func TestAnUnfinishedWorldIsLeftOut(t *testing.T) {
	f := sampled(t, 2, 50, 3, func(v []float64, r, d int) []float64 { return []float64{v[0] + float64(d)*noise(r)} })
	for cells, repeated := range map[int64]bool{70: false, 100: true, 120: true} {
		a, err := f.collect(t, one, func(cell int64) bool { return cell < cells }).Analyze()
		require.NoError(t, err)
		require.Equal(t, repeated, a.Measures[0].Overall.Repeated(), cells)
	}
}

// Intervals cover and probabilities mean what they say, with points, worlds and what is
// neither: of 400 studies of no difference between the designs, the 95% interval leaves out
// zero in 20, with a standard error of 4.4, and the intervals of a mean over points alone
// would do so in most.
func TestIntervalsOverASampleCover(t *testing.T) {
	const studies = 400
	missed, sure := 0, 0
	for i := range uint64(studies) {
		world := func(r int, point float64) float64 {
			s := rng.New(i, uint64(r)).Stream(0, math.Float64bits(point), 0, 0)
			return s.Normal()
		}
		f := sampled(t, 2, 30, 5, func(v []float64, r, d int) []float64 {
			return []float64{float64(d) * (v[0] - 0.5 + world(r, -1) + world(r, v[0]))}
		})
		f.Seed = i
		g := f.analyze(t, one).Measures[0].Overall
		if g.Differences[1].Low > 0 || g.Differences[1].High < 0 {
			missed++
		}
		if max(g.Probability[0], g.Probability[1]) >= 0.975 {
			sure++
		}
	}
	require.InDelta(t, 0.05*studies, missed, 14)
	require.Equal(t, missed, sure, "both are the two sides of a t")
}

// The frontier's resamples draw worlds too.
func TestTheFrontierDrawsWorlds(t *testing.T) {
	worlds := []float64{1, 4, -3, 2, -2}
	f := sampled(t, 2, 300, 5, func(v []float64, r, d int) []float64 { return []float64{float64(d) * worlds[r], 1 + float64(d)} })
	o := f.analyze(t, Options{Metrics: []model.Metric{model.MThroughput, model.MCost}}).Frontier.Options
	require.InDelta(t, 1, o[0].Efficient, 1e-12, "the cheapest")
	// On the frontier if the mean of the worlds, 0.4 with a standard error of 1.3, is above 0.
	require.InDelta(t, 0.62, o[1].Efficient, 0.06)
}
