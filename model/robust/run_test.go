package robust

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// small is an institution that runs in no time: two members, one group.
func small() *model.Spec {
	s := &model.Spec{Name: "small", Start: model.NewDate(2011, 1, 1), End: model.NewDate(2013, 1, 1), Values: model.Defaults()}
	for _, code := range []string{"CL", "PE"} {
		m := model.MemberSpec{Code: code, Population: 1e7, Terms: []model.Term{{Name: code, Start: s.Start}}}
		for d := range m.Ideal {
			m.Ideal[d] = 0.6
		}
		s.Members = append(s.Members, m)
	}
	for d := range s.Dimensions {
		s.Dimensions[d] = model.DimensionSpec{Depth: 0.2, Uptake: 1, Treatable: 1}
	}
	s.Groups = []model.GroupSpec{{Created: s.Start, Weight: 1}}
	s.Presidency = model.PresidencySpec{Order: []int{0, 1}, History: []model.PresidencyTerm{{Member: 0, Start: s.Start}}}
	sherpa := model.Design{Name: "sherpa", Set: []model.Setting{{Param: model.TimeShare, Value: 1}}}
	s.Designs = []model.Design{{Name: "light"}, sherpa}
	return s
}

// Any number of workers gives the same bits, to the callbacks too.
func TestWorkersDoNotMatter(t *testing.T) {
	var want *Robustness
	var wantWorlds []World
	for _, workers := range []int{1, 2, 7} {
		var worlds []World
		r, err := Run(context.Background(), small(), Options{Worlds: 40, Replications: 2, Seed: 9, Workers: workers,
			Each: func(w World) error { worlds = append(worlds, w); return nil }})
		require.NoError(t, err)
		require.Equal(t, 40, r.Worlds)
		r.Spec = nil
		if want == nil {
			want, wantWorlds = r, worlds
			continue
		}
		require.Equal(t, flat(want), flat(r))
		require.Equal(t, flat(wantWorlds), flat(worlds))
	}
}

// A world is what fresh runners give with its values: reusing their memory from
// world to world leaves no trace. And One finds it again.
func TestAWorldIsItsValues(t *testing.T) {
	o := Options{Worlds: 12, Replications: 2, Seed: 4}
	var worlds []World
	o.Each = func(w World) error { worlds = append(worlds, w); return nil }
	r, err := Run(context.Background(), small(), o)
	require.NoError(t, err)
	differ := false
	for _, w := range worlds {
		spec := small()
		for i, a := range r.Axes {
			spec.Values[a.Param] = w.Values[i]
		}
		var digests []uint64
		for replication := range 2 {
			for design := range spec.Designs {
				digests = append(digests, model.NewRunner(spec, design).Run(4, uint64(2*w.Number+replication)).Digest)
			}
		}
		require.Equal(t, digests, w.Digests)
		differ = differ || w.Outcomes[0] != w.Outcomes[1]
		again, err := One(small(), o, w.Number)
		require.NoError(t, err)
		require.Equal(t, flat(w), flat(again))
		if w.Number < len(r.Checks) {
			require.Equal(t, r.Checks[w.Number], w.Digest())
		}
	}
	require.True(t, differ, "designs are told apart somewhere")
	require.Len(t, r.Checks, checked)
	_, err = One(small(), o, 12)
	require.ErrorContains(t, err, "no world 12")
}

// Designs keep what they set, in every world; the scenario's settings of drawn
// parameters give way, by whatever way they came, and are listed.
func TestWhatGivesWayToTheDraw(t *testing.T) {
	spec := small()
	friction, _ := model.ParamByName("friction")
	var fact model.Param
	for _, p := range model.Params() {
		if p.Info().From == model.Data {
			fact = p
			break
		}
	}
	set, _ := model.EventTypeByName("set")
	setMember, _ := model.EventTypeByName("set_member")
	spec.Values[friction] = 0.4
	spec.Members[1].Set = []model.Setting{{Param: friction, Value: 0.3}, {Param: fact, Value: fact.Info().Max}}
	spec.Events = []model.Event{
		{Date: model.NewDate(2012, 1, 1), Type: set, Set: []model.Setting{{Param: friction, Value: 0.2}}},
		{Date: model.NewDate(2012, 2, 1), Type: setMember, Args: []float64{1}, Set: []model.Setting{{Param: fact, Value: fact.Info().Min}, {Param: friction, Value: 0.1}}},
	}
	before := flat(spec.Events)
	var seen []*model.Spec
	r, err := run(context.Background(), spec, Options{Worlds: 3, Replications: 1, Workers: 1}, func(s *model.Spec, design int) runFunc {
		seen = append(seen, s)
		return realModel(s, design)
	})
	require.NoError(t, err)
	require.Equal(t, []Replaced{
		{Param: friction, Value: 0.4},
		{Param: friction, Value: 0.3, Member: "PE"},
		{Param: friction, Value: 0.2, Date: model.NewDate(2012, 1, 1)},
		{Param: friction, Value: 0.1, Member: "PE", Date: model.NewDate(2012, 2, 1)},
	}, r.Replaced)
	require.Equal(t, []model.Setting{{Param: fact, Value: fact.Info().Max}}, seen[0].Members[1].Set)
	require.Empty(t, seen[0].Events[0].Set)
	require.Equal(t, []model.Setting{{Param: fact, Value: fact.Info().Min}}, seen[0].Events[1].Set)
	require.Equal(t, 1.0, seen[0].Designs[1].Set[0].Value, "what a design sets is the design")
	require.Equal(t, before, flat(spec.Events), "the caller's scenario is left alone")
	require.Equal(t, 0.4, spec.Values[friction])

	r, err = Run(context.Background(), spec, Options{Worlds: 3, Replications: 1, Keep: []model.Param{friction}})
	require.NoError(t, err)
	require.Empty(t, r.Replaced)
}

// What was finished when the user interrupts is kept: the first worlds.
func TestInterruptedRunKeepsItsWorlds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{Worlds: 5000, Replications: 1, Seed: 2, Workers: 2, Progress: func(done, _ int) {
		if done == 10 {
			cancel()
		}
	}}
	r, err := Run(ctx, small(), o)
	require.NoError(t, err)
	require.True(t, r.Interrupted)
	require.GreaterOrEqual(t, r.Worlds, 10)
	require.Less(t, r.Worlds, 5000)
	require.Equal(t, 5000, r.Asked)
	m := r.Measures[mThroughput]
	require.Equal(t, r.Worlds, m.Leads[0].Worlds+m.Leads[1].Worlds+m.Ties+m.Undefined)

	cancel()
	r, err = Run(ctx, small(), Options{Worlds: 5, Replications: 1})
	require.NoError(t, err)
	require.Zero(t, r.Worlds)
}

func TestErrorsSayWhatIsWrong(t *testing.T) {
	good := Options{Worlds: 2, Replications: 1}
	for want, change := range map[string]func(*Options){
		"worlds":       func(o *Options) { o.Worlds = 0 },
		"replications": func(o *Options) { o.Replications = 0 },
		"level":        func(o *Options) { o.Level = 1 },
		"reach":        func(o *Options) { o.Reach = 1.5 },
		"two":          func(o *Options) { o.Designs = []int{1} },
		"number 9":     func(o *Options) { o.Designs = []int{0, 9} },
	} {
		o := good
		change(&o)
		_, err := Run(context.Background(), small(), o)
		require.ErrorContains(t, err, want)
	}
	_, err := run(context.Background(), small(), good, func(*model.Spec, int) runFunc {
		return func(_, replication uint64) *model.Result {
			if replication == 1 {
				panic("veto without a member")
			}
			return &model.Result{}
		}
	})
	require.ErrorContains(t, err, "world 1 of seed 0: panic: veto without a member")
	o := good
	o.Each = func(World) error { return errors.New("disk full") }
	_, err = Run(context.Background(), small(), o)
	require.ErrorContains(t, err, "disk full")
}

// flat writes a value so that undefined numbers are equal to themselves and
// every bit of the others shows.
func flat(x any) string { return fmt.Sprintf("%#v", x) }
