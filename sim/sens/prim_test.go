package sens_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/experiment"
	"cumbre/sim/rng"
	"cumbre/sim/sens"
)

// boxed returns n points in five dimensions; those with x_0 in [0.2, 0.6] and x_2 > 0.5
// are hits with the probability inside, others with the probability outside.
func boxed(seed uint64, n int, inside, outside float64) (points [][]float64, y []float64) {
	sequence := experiment.NewScrambledSobol(seed, 5)
	s := rng.New(seed, 0).Stream(1, 0, 0, 0)
	for i := range n {
		x := make([]float64, 5)
		sequence.Point(int64(i), x)
		p := outside
		if 0.2 <= x[0] && x[0] <= 0.6 && x[2] > 0.5 {
			p = inside
		}
		hit := 0.0
		if s.Bernoulli(p) {
			hit = 1
		}
		points, y = append(points, x), append(y, hit)
	}
	return points, y
}

func peel(t *testing.T, points [][]float64, y []float64, o sens.PrimOptions) *sens.Trajectory {
	t.Helper()
	p, err := sens.Peel(points, y, o)
	require.NoError(t, err)
	return p
}

// A known box is found again, without noise and with it: its three bounds to within a
// step of peeling, and evidence for them that no other bound has.
func TestPrimRecoversAKnownBox(t *testing.T) {
	for name, noise := range map[string][2]float64{"exact": {1, 0}, "noisy": {0.9, 0.1}} {
		points, y := boxed(3, 4000, noise[0], noise[1])
		p := peel(t, points, y, sens.PrimOptions{})
		box := p.Paste(p.Boxes[p.Balanced()])
		require.InDelta(t, 0.2, box.Low[0], 0.02, name)
		require.InDelta(t, 0.6, box.High[0], 0.02, name)
		require.InDelta(t, 0.5, box.Low[2], 0.02, name)
		require.InDelta(t, 0.2, box.Mass, 0.02, name)
		require.InDelta(t, noise[0], box.Density, 0.05, name) // bounds off by 0.01 let others in
		var sure []int
		for _, r := range p.Restrictions(box) {
			if r.QuasiP < 1e-6 {
				sure = append(sure, r.Factor)
				require.Less(t, r.Density, box.Density)
				require.GreaterOrEqual(t, r.Coverage, box.Coverage)
			} else {
				require.Greater(t, r.QuasiP, 1e-3, "%s: %+v", name, r)
			}
		}
		require.Equal(t, []int{0, 0, 2}, sure, name)
	}
}

// What the counts of every box say is so, and each is within the one before, takes at
// most the share of a step (continuous inputs) and not less than the least mass.
func TestPrimTrajectory(t *testing.T) {
	points, y := boxed(4, 1000, 0.7, 0.2)
	p := peel(t, points, y, sens.PrimOptions{Peel: 0.1, MinMass: 0.08})
	require.Equal(t, []int{1000, 1000}, []int{p.Points, p.Boxes[0].Points})
	require.Equal(t, []float64{1, 1}, []float64{p.Boxes[0].Coverage, p.Boxes[0].Mass})
	require.Zero(t, p.Boxes[0].Restricted())
	for i, b := range p.Boxes {
		n, hits := 0, 0
		for j, x := range points {
			if b.Contains(x) {
				n++
				hits += int(y[j])
				require.True(t, i == 0 || p.Boxes[i-1].Contains(x))
			}
		}
		require.Equal(t, []int{n, hits}, []int{b.Points, b.Hits})
		require.Equal(t, float64(hits)/float64(n), b.Density)
		require.Equal(t, float64(hits)/float64(p.Hits), b.Coverage)
		require.Equal(t, float64(n)/1000, b.Mass)
		if i > 0 {
			require.Equal(t, p.Boxes[i-1].Points-max(1, p.Boxes[i-1].Points/10), n)
		}
	}
	last := p.Boxes[len(p.Boxes)-1]
	require.GreaterOrEqual(t, last.Mass, 0.08)
	require.Less(t, last.Mass*0.9, 0.08)
}

// Each step is the best there is, by trying all others; a reference that knows nothing
// of sorting.
func TestPrimPeelsTheBestSlice(t *testing.T) {
	points, y := boxed(5, 300, 0.8, 0.3)
	p := peel(t, points, y, sens.PrimOptions{})
	for i, b := range p.Boxes[:len(p.Boxes)-1] {
		step := max(1, b.Points/20)
		best := 0.0
		for factor := range 5 {
			for _, sign := range []float64{1, -1} {
				best = max(best, densityWithout(points, y, b, factor, sign, step))
			}
		}
		require.Equal(t, best, p.Boxes[i+1].Density, "step %d", i)
	}
}

// densityWithout takes the point with the lowest coordinate out, step times over.
func densityWithout(points [][]float64, y []float64, b sens.Box, factor int, sign float64, step int) float64 {
	left := map[int]bool{}
	for i, x := range points {
		if b.Contains(x) {
			left[i] = true
		}
	}
	for range step {
		lowest := -1
		for i := range left {
			if lowest < 0 || sign*points[i][factor] < sign*points[lowest][factor] {
				lowest = i
			}
		}
		delete(left, lowest)
	}
	hits := 0.0
	for i := range left {
		hits += y[i]
	}
	return hits / float64(len(left))
}

// Levels of a factorial: whole levels go, bounds are between levels, and no point is on
// a bound. A level of a binary factor is half of the box, and still goes if it should.
func TestPrimWithLevels(t *testing.T) {
	var points [][]float64
	var y []float64
	for a := range 5 {
		for b := range 2 {
			for c := range 10 {
				points = append(points, []float64{float64(2 * a), float64(b), float64(c)})
				hit := 0.0
				if a >= 3 && b == 0 {
					hit = 1
				}
				y = append(y, hit)
			}
		}
	}
	p := peel(t, points, y, sens.PrimOptions{})
	last := p.Boxes[len(p.Boxes)-1]
	require.Equal(t, []float64{5, math.Inf(-1), math.Inf(-1)}, last.Low)
	require.Equal(t, []float64{math.Inf(1), 0.5, math.Inf(1)}, last.High)
	require.Equal(t, []float64{1, 1, 0.2}, []float64{last.Density, last.Coverage, last.Mass})
	require.Equal(t, len(p.Boxes)-1, p.Balanced())
	require.Equal(t, last, p.Paste(last), "nothing to add")
	require.Equal(t, 2, last.Restricted())
	r := p.Restrictions(last) // 20 hits of 20: without the bounds 2 and 1 of 5 and 2 levels are
	require.Len(t, r, 2)
	require.InEpsilon(t, math.Pow(0.4, 20), r[0].QuasiP, 1e-9)
	require.InEpsilon(t, math.Pow(0.5, 20), r[1].QuasiP, 1e-9)
	require.Equal(t, []float64{0.4, 0.5}, []float64{r[0].Density, r[1].Density})
}

// A slice is judged by what it gains for each point. Factor 0 has two levels, factor 1
// ten. In the first case leaving out a level of factor 0 raises the density most, from
// 0.45 to 0.585, but costs half of the points, and the lowest of factor 1 raises it
// to 0.5 at the cost of a tenth. In the second nothing gains, so the tenth goes.
func TestPrimIsPatient(t *testing.T) {
	for _, hits := range [][3]int{{0, 13, 7}, {10, 10, 10}} {
		var points [][]float64
		var y []float64
		for b := range 2 {
			for a := range 10 {
				for r := range 20 {
					bound := hits[1+b]
					if a == 0 {
						bound = hits[0]
					}
					hit := 0.0
					if r < bound {
						hit = 1
					}
					points, y = append(points, []float64{float64(b), float64(a)}), append(y, hit)
				}
			}
		}
		box := peel(t, points, y, sens.PrimOptions{}).Boxes[1]
		require.Equal(t, 0.9, box.Mass)
		require.Equal(t, 0.5, box.Low[1])
	}
}

// A box that was peeled too far is pasted back: without noise, to less than a slice from
// the known bounds.
func TestPrimPastesBack(t *testing.T) {
	points, y := boxed(6, 2000, 1, 0)
	p := peel(t, points, y, sens.PrimOptions{})
	small := p.Boxes[0]
	small.Low, small.High = []float64{0.4, math.Inf(-1), 0.7, math.Inf(-1), 0.1}, []float64{0.5, math.Inf(1), 0.9, math.Inf(1), math.Inf(1)}
	box := p.Paste(small)
	require.Equal(t, 1.0, box.Density)
	require.Greater(t, box.Coverage, 1-0.05, "%+v", box)
	require.InDelta(t, 0.2, box.Low[0], 0.01)
	require.True(t, math.IsInf(box.High[2], 1) && math.IsInf(box.Low[4], -1))
}

// Missing runs and coordinates are left out and counted: the boxes are those of the
// other points. The order of points does not matter, nor that of factors but for ties.
func TestPrimMissingRunsAndInvariance(t *testing.T) {
	points, y := boxed(7, 800, 0.9, 0.1)
	p := peel(t, points, y, sens.PrimOptions{})
	holedP, holedY := slices.Clone(points), slices.Clone(y)
	holedP = append(holedP, []float64{0.5, 0.5, 0.5, 0.5, 0.5}, []float64{0.5, nan, 0.5, 0.5, 0.5})
	holedY = append(holedY, nan, 1)
	slices.Reverse(holedP)
	slices.Reverse(holedY)
	holed := peel(t, holedP, holedY, sens.PrimOptions{})
	require.Equal(t, []int{800, 2}, []int{holed.Points, holed.Missing})
	require.Equal(t, p.Boxes, holed.Boxes)

	var relabelled [][]float64
	for _, x := range points {
		r := slices.Clone(x)
		slices.Reverse(r)
		relabelled = append(relabelled, r)
	}
	r := peel(t, relabelled, y, sens.PrimOptions{})
	evident := func(p *sens.Trajectory) (factors []int) {
		for _, r := range p.Restrictions(p.Boxes[p.Balanced()]) {
			if r.QuasiP < 1e-3 {
				factors = append(factors, r.Factor)
			}
		}
		return factors
	}
	require.Equal(t, []int{0, 0, 2}, evident(p))
	require.Equal(t, []int{2, 4, 4}, evident(r))
}

// With no box to find, the evidence is weak: over 40 noises, the first bound has a
// quasi-p above 0.001 nearly always, although it was chosen among ten.
func TestPrimQuasiPWithoutABox(t *testing.T) {
	strong := 0
	for seed := range uint64(40) {
		points, y := boxed(seed, 500, 0.3, 0.3)
		p := peel(t, points, y, sens.PrimOptions{})
		for _, r := range p.Restrictions(p.Boxes[1]) {
			if r.QuasiP < 0.001 {
				strong++
			}
		}
	}
	require.LessOrEqual(t, strong, 1)
}

func TestPrimRefusesWhatCannotBe(t *testing.T) {
	points, y := boxed(1, 20, 0.9, 0.9)
	for _, bad := range []struct {
		points  [][]float64
		y       []float64
		options sens.PrimOptions
		says    string
	}{
		{points, y[:19], sens.PrimOptions{}, "20 points and 19 outputs"},
		{points[:2], []float64{0, nan}, sens.PrimOptions{}, "no hits among 1 points (1 more are missing)"},
		{nil, nil, sens.PrimOptions{}, "no hits among 0 points (0 more are missing)"},
		{points[:2], []float64{1, 0.5}, sens.PrimOptions{}, "output 1 is 0.5: not 1 for a hit, 0 or NaN"},
		{[][]float64{{1, 2}, {1}}, []float64{1, 0}, sens.PrimOptions{}, "point 1 has 1 coordinates and point 0 has 2"},
		{points, y, sens.PrimOptions{Peel: 1, MinMass: -1}, "peel 1 is not between 0 and 1\nleast mass -1 is not between 0 and 1"},
	} {
		_, err := sens.Peel(bad.points, bad.y, bad.options)
		require.EqualError(t, err, bad.says)
	}
}

// Of a box among many factors the bounds that chance gave go, and those of the truth stay;
// where hits depend on nothing, none stays.
func TestSimplifyKeepsWhatHasEvidence(t *testing.T) {
	const factors = 60
	stream := rng.New(5, 0).Stream(1, 0, 0, 0)
	var points [][]float64
	var real, chance []float64
	for range 400 {
		x := make([]float64, factors)
		for j := range x {
			x[j] = stream.Float64()
		}
		points = append(points, x)
		inside, lucky := 0.0, 0.0
		if x[3] > 0.6 && x[17] < 0.5 && stream.Bernoulli(0.95) {
			inside = 1
		}
		if stream.Bernoulli(0.06) {
			lucky = 1
		}
		real, chance = append(real, inside), append(chance, lucky)
	}
	limit := 0.05 / (2 * factors)
	p := peel(t, points, real, sens.PrimOptions{})
	b := p.Simplify(p.Paste(p.Boxes[p.Balanced()]), limit)
	require.Equal(t, 2, b.Restricted())
	require.InDelta(t, 0.6, b.Low[3], 0.05)
	require.InDelta(t, 0.5, b.High[17], 0.05)
	require.Greater(t, b.Density, 0.8)
	for _, r := range p.Restrictions(b) {
		require.LessOrEqual(t, r.QuasiP, limit)
	}
	p = peel(t, points, chance, sens.PrimOptions{})
	found := p.Paste(p.Boxes[p.Balanced()])
	require.Greater(t, found.Restricted(), 3, "peeling finds a box in anything")
	require.Zero(t, p.Simplify(found, limit).Restricted())
}
