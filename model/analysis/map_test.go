package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// crossing has design b ahead where the first factor is above the second.
func crossing(v []float64, r, d int) []float64 {
	return []float64{noise(r) + float64(d)*(v[0]-v[1]+0.02*jitter(r, d))}
}

// Over a grid the map has a cell for every two levels, in their order, and says who leads,
// how far and how surely.
func TestMapOverAGrid(t *testing.T) {
	f := newFake(2, 8, crossing)
	f.Grid = []study.Factor{swept(t, "noise", 0.3, 0.1, 0.2), swept(t, "ppt_capability", 0.05, 0.25), swept(t, "ambition", 1, 2)}
	m := f.analyze(t, one).Measures[0].Map
	require.Equal(t, []Cut{{0.1, 0.1}, {0.2, 0.2}, {0.3, 0.3}}, m.XCuts)
	require.Equal(t, []Cut{{0.05, 0.05}, {0.25, 0.25}}, m.YCuts)
	require.Equal(t, []int{2}, m.Others)
	for y, row := range m.Groups {
		for x, g := range row {
			lead := m.XCuts[x].Low - m.YCuts[y].Low
			require.Equal(t, 2, g.Points, "both levels of the third factor")
			require.Equal(t, lead > 0, g.Leader == 1)
			require.InDelta(t, math.Abs(lead), g.Lead.Mean, 0.01)
			require.Greater(t, g.Probability[g.Leader], 0.99)
		}
	}
}

// The map that is asked for is drawn; without asking, the first two.
func TestMapOfTwoFactorsAskedFor(t *testing.T) {
	f := newFake(2, 3, crossing)
	f.Grid = []study.Factor{swept(t, "noise", 0.3, 0.1), swept(t, "ppt_capability", 0.05, 0.25), swept(t, "ambition", 1, 2), swept(t, "slip_days", 10)}
	o := one
	o.Map = [2]string{"ambition", "noise"}
	m := f.analyze(t, o).Measures[0].Map
	require.Equal(t, []int{2, 0}, []int{m.X, m.Y})
	require.Equal(t, []int{1}, m.Others, "one level is no variation")
}

// Of a sample the map is over the two factors that the differences between designs depend
// on, cut into intervals, and every point is in one cell.
func TestMapOverASample(t *testing.T) {
	f := newFake(2, 2, func(v []float64, r, d int) []float64 { return crossing([]float64{v[1], v[3]}, r, d) })
	f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), "sobol"), Size: 512, Factors: []study.Factor{
		drawn(t, "ambition", 0.5, 1), drawn(t, "noise", 0, 0.5), drawn(t, "slip_days", 7, 14), drawn(t, "ppt_capability", 0, 0.5)}}
	m := f.analyze(t, one).Measures[0].Map
	require.ElementsMatch(t, []int{1, 3}, []int{m.X, m.Y})
	points := 0
	for y, row := range m.Groups {
		for x, g := range row {
			points += g.Points
			first, second := m.XCuts[x], m.YCuts[y]
			if m.X == 3 {
				first, second = second, first
			}
			switch {
			case first.Low >= second.High:
				require.Equal(t, 1, g.Leader)
			case first.High <= second.Low:
				require.Equal(t, 0, g.Leader)
			}
		}
	}
	require.Equal(t, 512, points)
	f.Sample.Size = 16
	require.Nil(t, f.analyze(t, one).Measures[0].Map, "too few points to fill one")
}

// Whole numbers are cut between numbers, each in one cut, as evenly as can be.
func TestWholeNumbersAreCutBetweenNumbers(t *testing.T) {
	s := newFake(1, 1, nil).Study
	for _, c := range []struct {
		low, high float64
		bins      int
		want      []Cut
	}{
		{2, 5, 2, []Cut{{2, 2}, {3, 3}, {4, 4}, {5, 5}}},
		{1, 10, 5, []Cut{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}}},
		{1, 10, 3, []Cut{{1, 4}, {5, 7}, {8, 10}}},
	} {
		s.Sample.Factors = []study.Factor{drawn(t, "tg_agenda", c.low, c.high)}
		a := newAxis(s, 0, c.bins)
		require.Equal(t, c.want, a.cuts)
		for x := c.low; x <= c.high; x++ {
			cut := a.cuts[a.cut(x)]
			require.True(t, cut.Low <= x && x <= cut.High)
		}
	}
	s.Sample.Factors = []study.Factor{drawn(t, "noise", 0, 0.5)}
	a := newAxis(s, 0, 5)
	require.Equal(t, 0, a.cut(0))
	require.Equal(t, 1, a.cut(0.1))
	require.Equal(t, 4, a.cut(0.5), "the upper end is of the last")
}

// A curve's groups take the points apart: their means are together the overall mean.
func TestCurvesPartitionThePoints(t *testing.T) {
	f := newFake(2, 4, crossing)
	f.Grid = []study.Factor{swept(t, "noise", 0.1, 0.2, 0.3), swept(t, "ppt_capability", 0.05, 0.25), swept(t, "slip_days", 9)}
	m := f.analyze(t, one).Measures[0]
	require.Len(t, m.Curves, 2)
	for _, c := range m.Curves {
		sum := 0.0
		for _, g := range c.Groups {
			require.Equal(t, 6/len(c.Cuts), g.Points)
			sum += g.Differences[1].Mean / float64(len(c.Cuts))
		}
		require.InDelta(t, m.Overall.Differences[1].Mean, sum, 1e-12)
	}
}

// Among a hundred factors the two that matter are found, though the points of a sequence lie
// unevenly over some pairs of them.
func TestMapFindsTheFactorsThatMatter(t *testing.T) {
	for _, method := range []string{"sobol", "latin_hypercube"} {
		for _, two := range [][2]int{{13, 2}, {100, 57}, {28, 99}} {
			f := newFake(2, 1, func(v []float64, r, d int) []float64 {
				return []float64{noise(r) + float64(d)*(10*v[two[0]]+3*v[two[1]]+v[0])}
			})
			f.Sample = study.Sample{Sampler: sampler(t, study.Samplers(), method), Size: 512}
			for _, p := range model.Params() {
				if p.Info().From == model.Assumption && !p.Info().Whole && len(f.Sample.Factors) < 110 {
					f.Sample.Factors = append(f.Sample.Factors, drawn(t, p.String(), 0, 1))
				}
			}
			m := f.analyze(t, one).Measures[0].Map
			require.Equal(t, two[0], m.X, method)
			require.Equal(t, two[1], m.Y, method)
		}
	}
}
