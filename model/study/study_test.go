package study

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/sim/experiment"
)

func param(t *testing.T, name string) model.Param {
	t.Helper()
	p, ok := model.ParamByName(name)
	require.True(t, ok, name)
	return p
}

// tiny is the smallest Spec that has a place of every scope; it is never run by the model.
func tiny(t *testing.T) *model.Spec {
	t.Helper()
	return &model.Spec{
		Name: "tiny", Values: model.Defaults(), Members: []model.MemberSpec{{Code: "AA"}, {Code: "BB"}},
		Designs: []model.Design{{Name: "x"}, {Name: "y", Set: []model.Setting{{Param: param(t, "noise"), Value: 0.3}}}},
		Events:  []model.Event{{ID: "late", Set: []model.Setting{{Param: param(t, "slip_days"), Value: 9}}}},
	}
}

func factors(t *testing.T) []Factor {
	return []Factor{
		{Param: param(t, "noise"), Levels: []float64{0.1, 0.2}},
		{Param: param(t, "ppt_capability"), Scope: OfMember, Of: "BB", Levels: []float64{0.5}},
		{Param: param(t, "slip_days"), Scope: OfEvent, Of: "late", Levels: []float64{1, 2, 3}},
		{Param: param(t, "mandates_per_summit"), Scope: OfDesign, Of: "x", Levels: []float64{20, 40}},
	}
}

func TestPointsAreTheWholeGrid(t *testing.T) {
	s := &Study{Spec: tiny(t), Designs: []int{0, 1}, Grid: factors(t), Replications: 4, Seed: 3}
	p := s.Points()
	require.Equal(t, 12, p.N())
	require.Equal(t, []float64{0.1, 0.5, 1, 20}, p.Values(0))
	require.Equal(t, []float64{0.1, 0.5, 1, 40}, p.Values(1), "the last varies fastest")
	require.Equal(t, []float64{0.2, 0.5, 3, 40}, p.Values(11))

	// Cells: one replication of every point, then the next; not one corner of the grid first.
	var first []int
	for cell := range s.Cells(p.N()) {
		point, replication := p.Cell(cell)
		require.EqualValues(t, cell/12, replication)
		if replication == 0 {
			first = append(first, point)
		}
	}
	require.False(t, slices.IsSorted(first))
	slices.Sort(first)
	require.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, first)
}

func TestSampleTimesGrid(t *testing.T) {
	latin, ok := SamplerByName(Samplers(), "latin_hypercube")
	require.True(t, ok)
	noise, slip := param(t, "noise"), param(t, "slip_days")
	s := &Study{Spec: tiny(t), Designs: []int{0}, Grid: factors(t)[3:], Seed: 3, Replications: 1,
		Sample: Sample{Sampler: latin, Size: 10, Factors: []Factor{{Param: noise, Axis: robust.Between(noise, 0, 0.4)}, {Param: slip, Axis: robust.Between(slip, 7, 60)}}}}
	p := s.Points()
	require.Equal(t, 20, p.N())
	strata := map[int]int{}
	for point := range p.N() {
		v := p.Values(point)
		require.Len(t, v, 3)
		require.Equal(t, []float64{20, 40}[point%2], v[0])
		strata[int(v[1]/0.04)]++
		require.True(t, v[2] >= 7 && v[2] <= 60)
	}
	require.Len(t, strata, 10, "one point in each tenth of the range")
	// A factor more leaves the others where they are.
	before := p.Values(7)[1]
	s.Sample.Factors = s.Sample.Factors[:1]
	require.Equal(t, before, s.Points().Values(7)[1])
}

// A worker that goes from point to point runs each with its values, in every scope.
func TestWorkerSetsEveryScope(t *testing.T) {
	s := &Study{Spec: tiny(t), Designs: []int{1, 0}, Grid: factors(t), Replications: 2, Seed: 3}
	p := s.Points()
	var seen *model.Spec
	w := p.NewWorker(func(spec *model.Spec, design int) RunFunc {
		return func(seed, replication uint64) *model.Result {
			require.EqualValues(t, 3, seed)
			seen = own(spec)
			return &model.Result{Digest: uint64(design)<<32 | replication}
		}
	})
	for cell := range s.Cells(p.N()) {
		runs := w.Cell(cell)
		point, replication := p.Cell(cell)
		require.Equal(t, s.At(p.Values(point)), seen)
		for d, r := range runs {
			require.Equal(t, cell*2+int64(d), r.Number)
			require.EqualValues(t, s.Designs[d]<<32|replication, r.Result.Digest)
		}
	}
	require.Equal(t, tiny(t), s.Spec, "the study's own scenario is untouched")
}

// A failed run is a result, and the next run gets a memory of its own.
func TestFailureIsAResult(t *testing.T) {
	s := &Study{Spec: tiny(t), Designs: []int{0, 1}, Grid: factors(t)[:1], Replications: 3, Seed: 1}
	made := 0
	w := s.Points().NewWorker(func(_ *model.Spec, design int) RunFunc {
		made++
		return func(_, replication uint64) *model.Result {
			switch {
			case design == 1 && replication == 1:
				panic("broken")
			case design == 0 && replication == 2:
				return nil
			}
			return &model.Result{}
		}
	})
	for cell := range s.Cells(2) {
		for _, r := range w.Cell(cell) {
			_, replication := s.Points().Cell(cell)
			var panicked *experiment.PanicError
			switch {
			case r.Design == 1 && replication == 1:
				require.ErrorAs(t, r.Err, &panicked)
				require.Contains(t, string(panicked.Stack), "study_test.go")
			case r.Design == 0 && replication == 2:
				require.ErrorIs(t, r.Err, errNothing)
			default:
				require.NoError(t, r.Err)
				require.NotNil(t, r.Result)
			}
		}
	}
	require.Equal(t, 2+2+1, made, "a new one after each failure that a run follows")
}

func TestOverruled(t *testing.T) {
	s := &Study{Spec: tiny(t), Designs: []int{0, 1}}
	f := factors(t)
	require.Equal(t, []string{"y"}, s.Overruled(f[0]))
	require.Empty(t, s.Overruled(f[3]))
	require.True(t, f[2].In(s.Spec))
	f[2].Of = "early"
	require.False(t, f[2].In(s.Spec))
	require.Equal(t, "slip_days@early", f[2].Name())
	require.Equal(t, "BB.ppt_capability", f[1].Name())
}

func TestStages(t *testing.T) {
	s := &Study{Replications: 40, Until: NewUntil(model.MThroughput, 1, false)}
	require.Equal(t, []int{10, 13, 17, 22, 28, 35, 40}, s.Stages())
	s.Replications = 200
	require.Equal(t, []int{10, 13, 17, 22, 28, 35}, s.Stages()[:6], "a higher cap leaves the earlier looks as they are")
	require.Equal(t, 200, s.Stages()[len(s.Stages())-1])
	s.Replications = 10
	require.Equal(t, []int{10}, s.Stages())
}

// The half-width of four differences 1, 2, 3, 4 is 3.182446 · 1.290994 / 2, by the t table.
func TestKnown(t *testing.T) {
	for half, known := range map[float64]bool{2.0542: false, 2.0543: true} {
		w := NewUntil(model.MThroughput, half, false).NewWatch(2, 2)
		for i := range 4 {
			w.Add(1, []float64{10, 11 + float64(i)})
		}
		w.Add(1, []float64{math.NaN(), 50}) // a failed run
		require.Equal(t, known, w.Known(1), half)
		require.False(t, w.Known(0), "nothing is known of it")
	}
	w := NewUntil(model.MThroughput, 20.6, true).NewWatch(1, 2) // 20.6 % of 10
	for i := range 4 {
		w.Add(0, []float64{10, 11 + float64(i)})
	}
	require.True(t, w.Known(0))
}

// sampled is a study of two factors, of which one is a whole number, by a sampler.
func sampled(t *testing.T, among []*Sampler, name string, size int) *Study {
	sampler, ok := SamplerByName(among, name)
	require.True(t, ok)
	noise, agenda := param(t, "noise"), param(t, "tg_agenda")
	return &Study{Spec: tiny(t), Designs: []int{0}, Seed: 3, Replications: 1, Sample: Sample{Sampler: sampler, Size: size,
		Factors: []Factor{{Param: noise, Axis: robust.Between(noise, 0, 0.4)}, {Param: agenda, Axis: robust.Between(agenda, 1, 8)}}}}
}

// Of sixty-four points of a Sobol' sequence each of eight by eight cells has one.
func TestSobolSampleIsEven(t *testing.T) {
	p := sampled(t, Samplers(), "sobol", 64).Points()
	require.Equal(t, 64, p.N())
	cells := map[[2]int]int{}
	for point := range p.N() {
		v := p.Values(point)
		cells[[2]int{int(v[0] / 0.05), int(v[1])}]++
		require.True(t, p.Stands(point))
	}
	require.Len(t, cells, 64)
}

// Along a trajectory one factor moves at a time, by two thirds of its range.
func TestMorrisStudyMovesOneFactorAtATime(t *testing.T) {
	s := sampled(t, Sensitivities(), "morris", 20)
	require.True(t, s.Sample.Sensitivity())
	require.False(t, sampled(t, Samplers(), "sobol", 1).Sample.Sensitivity(), "the sequence alone is a sample")
	p := s.Points()
	require.Equal(t, 60, p.N())
	for point := range p.N() {
		require.Equal(t, point%3 == 0, p.Stands(point))
		if point%3 == 0 {
			continue
		}
		from, to := p.Values(point-1), p.Values(point)
		moved := 0
		for i := range to {
			if from[i] != to[i] {
				moved++
			}
		}
		require.Equal(t, 1, moved)
		if d := math.Abs(to[0] - from[0]); d > 0 {
			require.InDelta(t, 0.4*2/3, d, 1e-12)
		}
	}
}

// Of the block A, AB1, AB2, B the inner points are mixed from the outer two.
func TestSobolStudyMixesItsMatrices(t *testing.T) {
	p := sampled(t, Sensitivities(), "sobol", 16).Points()
	require.Equal(t, 64, p.N())
	for b := 0; b < 64; b += 4 {
		a, ab1, ab2, all := p.Values(b), p.Values(b+1), p.Values(b+2), p.Values(b+3)
		require.Equal(t, []float64{all[0], a[1]}, ab1)
		require.Equal(t, []float64{a[0], all[1]}, ab2)
		require.Equal(t, []bool{true, false, false, true}, []bool{p.Stands(b), p.Stands(b + 1), p.Stands(b + 2), p.Stands(b + 3)})
	}
}

// Points of a design that draws by numbers change with the seed of the study.
func TestDesignsFollowTheSeed(t *testing.T) {
	for _, sampler := range append(slices.Clone(Samplers()), Sensitivities()...) {
		s := &Study{Spec: tiny(t), Designs: []int{0}, Replications: 1, Sample: Sample{Sampler: sampler, Size: 8, Factors: sampled(t, Samplers(), "sobol", 1).Sample.Factors}}
		first := s.Points().Values(2)
		require.Equal(t, first, s.Points().Values(2), sampler.Name)
		s.Seed = 9
		require.NotEqual(t, first, s.Points().Values(2), sampler.Name)
	}
}
