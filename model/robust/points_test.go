package robust

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/calibrate"
)

// A prefix of the worlds lies evenly over the rows, and all of them are every row once.
func TestRowsAreVisitedEvenly(t *testing.T) {
	for _, n := range []int{1, 2, 3, 8, 97, 800} {
		p := &Points{Rows: make([][]float64, n)}
		seen := map[int]bool{}
		for w := range n {
			seen[p.Row(w)] = true
		}
		require.Len(t, seen, n)
	}
	p := &Points{Rows: make([][]float64, 800)}
	quarters := [4]int{}
	for w := range 40 {
		quarters[p.Row(w)/200]++
	}
	for _, n := range quarters {
		require.InDelta(t, 10, n, 1)
	}
}

// Points in which the leader follows one column are told so: the share is that of the
// rows, the column decides and no other does.
func TestPointsDecide(t *testing.T) {
	free := []calibrate.Free{{Param: model.Ambition}, {Param: model.Officials}}
	p := &Points{Free: free}
	for i := range 200 {
		p.Rows = append(p.Rows, []float64{float64(i), float64(i * 37 % 200)})
	}
	f := toy(func(d int, v model.Values, chance float64) (float64, float64, float64) {
		lead := -1.0
		if v[model.Ambition] >= 140 {
			lead = 1
		}
		return chance + float64(d)*lead, 1, 1
	})
	r := runToy(t, f, 2, Options{Replications: 2, Seed: 1, Points: p})
	require.Equal(t, 200, r.Worlds, "all rows unless fewer are asked for")
	require.Equal(t, 200, r.Effective)
	require.Zero(t, r.Reach)
	require.Empty(t, r.Replaced, "nothing gives way: the other values are the scenario's")
	require.Equal(t, Axis{Param: model.Ambition, Low: 0, High: 199}, r.Axes[0])
	l := r.Measures[mThroughput].Leads[1]
	require.Equal(t, 60, l.Worlds)
	require.Len(t, l.Decisive, 1)
	require.Zero(t, l.Decisive[0].Axis)
	require.True(t, l.Decisive[0].More)
	require.Equal(t, 0.0, l.Decisive[0].Thirds[0])
	require.InDelta(t, 0.9, l.Decisive[0].Thirds[2], 0.02)
}

// Copies of a point know no more than the point: intervals widen, and fewer of either
// kind than the bound needs are no sample.
func TestCopiesAreOneWorld(t *testing.T) {
	require.Zero(t, effective(nil))
	require.Equal(t, 7, effective([]int{0, 1, 2, 3, 4, 5, 6}))
	require.Equal(t, 2, effective([]int{0, 0, 1, 1}))
	require.Equal(t, 1, effective([]int{3, 3, 3, 3, 9}), "25 over 17")
	f := toy(func(d int, v model.Values, _ float64) (float64, float64, float64) {
		if v[model.Ambition] >= 5 {
			return float64(d), 1, 1
		}
		return -float64(d), 1, 1
	})
	p := &Points{Free: []calibrate.Free{{Param: model.Ambition}}}
	for i := range 400 {
		p.Rows = append(p.Rows, []float64{float64(i / 40)})
	}
	r := runToy(t, f, 2, Options{Replications: 1, Points: p})
	require.Equal(t, 10, r.Effective)
	l := r.Measures[mThroughput].Leads[1]
	require.Equal(t, 200, l.Worlds)
	require.Equal(t, 0.5, l.Share.Mean)
	require.InDelta(t, 0.237, l.Share.Low, 0.001, "Wilson's of 5 in 10")
	require.Empty(t, l.Decisive, "five worlds of either kind say nothing")
}

// A world of points is the scenario with the row's values, those that an event sets
// too, whatever the workers did before; and the scenario itself is left alone.
func TestAWorldOfPointsIsItsRow(t *testing.T) {
	set, _ := model.EventTypeByName("set")
	scenario := func() *model.Spec {
		s := small()
		s.Events = []model.Event{{ID: "later", Date: model.NewDate(2012, 1, 1), Type: set, Set: []model.Setting{{Param: model.Officials, Value: 4}}}}
		return s
	}
	p := &Points{Free: []calibrate.Free{{Param: model.Officials}, {Param: model.Officials, Event: "later"}}}
	for i := range 9 {
		p.Rows = append(p.Rows, []float64{float64(2 + i), float64(1 + 3*i)})
	}
	spec := scenario()
	o := Options{Worlds: 7, Replications: 2, Seed: 4, Points: p, Workers: 2}
	var worlds []World
	o.Each = func(w World) error { worlds = append(worlds, w); return nil }
	r, err := Run(context.Background(), spec, o)
	require.NoError(t, err)
	require.Equal(t, flat(scenario().Events), flat(spec.Events))
	require.Equal(t, "officials_per_ministry@later", r.Axes[1].Name())
	plain := 0
	for _, w := range worlds {
		row := p.Rows[p.Row(w.Number)]
		require.Equal(t, row, w.Values)
		s := calibrate.With(scenario(), p.Free, row)
		unset := calibrate.With(scenario(), p.Free[:1], row[:1])
		var digests []uint64
		for replication := range 2 {
			for design := range s.Designs {
				digests = append(digests, model.NewRunner(s, design).Run(4, uint64(2*w.Number+replication)).Digest)
				if digests[len(digests)-1] == model.NewRunner(unset, design).Run(4, uint64(2*w.Number+replication)).Digest {
					plain++
				}
			}
		}
		require.Equal(t, digests, w.Digests)
		again, err := One(spec, o, w.Number)
		require.NoError(t, err)
		require.Equal(t, flat(w), flat(again))
	}
	require.Less(t, plain, 4*len(worlds), "the event's value matters")
}

func TestPointsThatDoNotFit(t *testing.T) {
	row := []float64{1}
	for want, o := range map[string]Options{
		"there are 1 points": {Worlds: 2, Points: &Points{Free: []calibrate.Free{{Param: model.Ambition}}, Rows: [][]float64{row}}},
		"no points":          {Points: &Points{Free: []calibrate.Free{{Param: model.Ambition}}}},
		"row 0 has 1 values": {Points: &Points{Free: []calibrate.Free{{Param: model.Ambition}, {Param: model.Officials}}, Rows: [][]float64{row}}},
		"no place for":       {Points: &Points{Free: []calibrate.Free{{Param: model.Ambition, Event: "never"}}, Rows: [][]float64{row}}},
		"neither reach":      {Reach: 0.5, Points: &Points{Free: []calibrate.Free{{Param: model.Ambition}}, Rows: [][]float64{row}}},
	} {
		o.Replications = 1
		_, err := Run(context.Background(), small(), o)
		require.ErrorContains(t, err, want)
	}
}
