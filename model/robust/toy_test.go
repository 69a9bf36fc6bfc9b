package robust

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/sim/rng"
)

// toy is a model whose answer is known: what each design gives in a world.
type toy func(design int, values model.Values, chance float64) (throughput, gap, cost float64)

// toySpec has designs without settings.
func toySpec(designs int) *model.Spec {
	s := &model.Spec{Name: "toy", Values: model.Defaults()}
	for range designs {
		s.Designs = append(s.Designs, model.Design{Name: "toy"})
	}
	return s
}

// model makes the toy a model: chance is normal, of the world's replication, and
// the same for all designs.
func (f toy) model(spec *model.Spec, design int) runFunc {
	return func(seed, replication uint64) *model.Result {
		stream := rng.New(seed, replication).Stream(1, 0, 0, 0)
		r := &model.Result{Digest: seed ^ replication<<8 ^ uint64(design)}
		throughput, gap, cost := f(design, spec.Values, stream.Normal())
		r.Metrics[model.MThroughput], r.Metrics[model.MDepthThroughput] = throughput, throughput/10
		r.Metrics[model.MImplementationGap], r.Metrics[model.MCostPerFulfilled] = gap, cost
		return r
	}
}

// axisWith returns an axis of the registry, whatever its parameters are.
func axisWith(t *testing.T, want func(Axis) bool) Axis {
	t.Helper()
	for _, a := range Space(model.Defaults(), 1) {
		if want(a) {
			return a
		}
	}
	t.Fatal("no such axis")
	return Axis{}
}

// The positions in Measures.
const (
	mThroughput = iota
	mDepth
	mGap
	mCost
)

func runToy(t *testing.T, f toy, designs int, o Options) *Robustness {
	t.Helper()
	r, err := run(context.Background(), toySpec(designs), o, f.model)
	require.NoError(t, err)
	return r
}

// A design that is better in every world leads in all of them, in the direction
// of each measure, and no parameter decides.
func TestADominantDesignLeadsEverywhere(t *testing.T) {
	f := toy(func(d int, v model.Values, chance float64) (float64, float64, float64) {
		x := 10 + v[model.Ambition] + 3*chance
		return x + float64(d), 0.5 + 0.1*float64(d), 100 + x - float64(d)
	})
	r := runToy(t, f, 2, Options{Worlds: 200, Replications: 4, Seed: 1})
	for k, leader := range []int{1, 1, 0, 1} {
		m := r.Measures[k]
		require.Equal(t, 200, m.Leads[leader].Worlds, m.Metric)
		require.Equal(t, 200, m.Leads[leader].Clear, "the chance that both share is no noise of their difference")
		require.Equal(t, 1.0, m.Leads[leader].Share.Mean)
		require.Less(t, m.Leads[leader].Share.Low, 1.0, "even so the sample has an interval")
		require.Zero(t, m.Leads[1-leader].Worlds+m.Ties+m.Undefined+m.Partial)
		require.Empty(t, m.Leads[leader].Decisive)
		require.True(t, math.IsNaN(m.Leads[leader].Critical), "with nothing to compare, nothing is said")
	}
	require.InDelta(t, 1, r.Measures[mThroughput].Differences[0].Mid, 1e-9)
	require.Equal(t, 200, r.Measures[mGap].Differences[0].Higher)
}

func TestEqualDesignsTie(t *testing.T) {
	f := toy(func(_ int, v model.Values, chance float64) (float64, float64, float64) {
		return v[model.Ambition] + chance, chance, v[model.Ambition]
	})
	r := runToy(t, f, 3, Options{Worlds: 60, Replications: 3, Seed: 1})
	for _, m := range r.Measures {
		require.Equal(t, 60, m.Ties)
		for _, l := range m.Leads {
			require.Zero(t, l.Worlds+l.Clear)
		}
		require.Zero(t, m.Differences[0].Low)
		require.Zero(t, m.Differences[1].Higher+m.Differences[1].Smaller)
	}
}

// Two of three may tie at the top; below the top equality is no tie.
func TestATieIsOfTheBest(t *testing.T) {
	two := toy(func(d int, _ model.Values, _ float64) (float64, float64, float64) {
		return float64(min(d, 1)), float64(min(d, 1)), float64(d)
	})
	r := runToy(t, two, 3, Options{Worlds: 5, Replications: 2, Seed: 1})
	require.Equal(t, 5, r.Measures[mThroughput].Ties)
	require.Equal(t, 5, r.Measures[mGap].Leads[0].Worlds)
	require.Equal(t, 5, r.Measures[mCost].Leads[0].Worlds)
}

// A design that leads if and only if one parameter is above a threshold leads in
// the share of worlds above it, to one world: that is what a Latin hypercube is
// for. That parameter decides, and no other does.
func TestAThresholdIsFound(t *testing.T) {
	const worlds = 1000
	a := axisWith(t, func(a Axis) bool { return !a.Log && !a.Param.Info().Whole })
	threshold := a.Low + 0.7*(a.High-a.Low)
	f := toy(func(d int, v model.Values, chance float64) (float64, float64, float64) {
		lead := 1.0
		if v[a.Param] < threshold {
			lead = -1
		}
		return 5 + chance + float64(d)*lead, 1, 1
	})
	r := runToy(t, f, 2, Options{Worlds: worlds, Replications: 2, Seed: 3})
	m := r.Measures[mThroughput]
	require.InDelta(t, 0.3*worlds, m.Leads[1].Worlds, 1)
	require.Equal(t, worlds, m.Leads[0].Worlds+m.Leads[1].Worlds)
	for d, more := range []bool{false, true} {
		l := m.Leads[d]
		require.Len(t, l.Decisive, 1)
		x := l.Decisive[0]
		require.Equal(t, a.Param, r.Axes[x.Axis].Param)
		require.Equal(t, more, x.More)
		require.InDelta(t, 1, x.Distance, 1e-9)
		require.Greater(t, x.Distance, l.Critical)
	}
	thirds := m.Leads[1].Decisive[0].Thirds
	require.Zero(t, thirds[0])
	require.Zero(t, thirds[1])
	require.InDelta(t, 0.9, thirds[2], 0.01)
}

// On an axis drawn by order of magnitude the share is that of the orders.
func TestAThresholdOnALogAxis(t *testing.T) {
	a := axisWith(t, func(a Axis) bool { return a.Log && !a.Param.Info().Whole })
	middle := math.Sqrt(a.Low * a.High)
	f := toy(func(d int, v model.Values, _ float64) (float64, float64, float64) {
		if v[a.Param] > middle {
			return float64(d), 1, 1
		}
		return -float64(d), 1, 1
	})
	r := runToy(t, f, 2, Options{Worlds: 400, Replications: 1, Seed: 3})
	require.InDelta(t, 200, r.Measures[mThroughput].Leads[1].Worlds, 1)
}

// Without a real difference, a lead is owed to chance and hardly ever clear, and
// chance is what the differences vary by. Only by chance is a parameter decisive.
func TestChanceIsToldFromAssumption(t *testing.T) {
	f := toy(func(d int, v model.Values, chance float64) (float64, float64, float64) {
		return v[model.Ambition] + float64(d)*chance, 1, 1
	})
	r := runToy(t, f, 2, Options{Worlds: 1000, Replications: 4, Seed: 1})
	m := r.Measures[mThroughput]
	require.InDelta(t, 500, m.Leads[0].Worlds, 80)                // 5 standard deviations
	require.InDelta(t, 50, m.Leads[0].Clear+m.Leads[1].Clear, 35) // 5 % of 1,000, likewise
	require.InDelta(t, 1, m.Differences[0].Chance, 0.2)           // of two variances of 1,000 worlds
	require.LessOrEqual(t, len(m.Leads[0].Decisive), 2, "two would be at five per cent a rarity")
	require.InDelta(t, 1.645/2, m.Differences[0].High, 0.15) // mean of four standard normals
	require.InDelta(t, -m.Differences[0].High, m.Differences[0].Low, 0.2)
	one := runToy(t, f, 2, Options{Worlds: 50, Replications: 1, Seed: 1}).Measures[mThroughput]
	require.Zero(t, one.Leads[0].Clear+one.Leads[1].Clear, "one replication has no noise to be larger than")
	require.True(t, math.IsNaN(one.Differences[0].Chance))
}

// What is undefined cannot lead, and is counted.
func TestUndefinedValues(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	f := toy(func(d int, v model.Values, chance float64) (float64, float64, float64) {
		gap, cost := nan, 5.0
		if d == 0 {
			cost = inf // nothing fulfilled: a cost over zero
			if chance > 0 {
				cost = 1 // the best, if it were defined in every replication
			}
		}
		return 0, gap, cost
	})
	r := runToy(t, f, 2, Options{Worlds: 100, Replications: 8, Seed: 1})
	gap, cost := r.Measures[mGap], r.Measures[mCost]
	require.Equal(t, 100, gap.Undefined)
	require.Zero(t, gap.Partial+gap.Ties+gap.Leads[0].Worlds+gap.Leads[1].Worlds)
	require.True(t, math.IsNaN(gap.Differences[0].Mid))
	require.GreaterOrEqual(t, cost.Leads[1].Worlds, 98, "a chance of 1 in 256 that design 0 has all values")
	require.Equal(t, cost.Leads[1].Worlds, cost.Partial)
	require.Zero(t, cost.Leads[1].Clear, "there is no noise where there is nothing to compare")
	require.Equal(t, 100, cost.Leads[0].Worlds+cost.Leads[1].Worlds)
	require.Equal(t, 100-cost.Partial, cost.Differences[0].Worlds)
	require.Equal(t, 100, r.Barren)
	require.Equal(t, 100, r.Measures[mThroughput].Ties)
}
