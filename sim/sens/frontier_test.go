package sens_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"cumbre/sim/sens"
)

func TestFrontier(t *testing.T) {
	s := sens.Frontier([]sens.Option{
		{Cost: 10, Effect: 4},  // 0: 3 a unit over option 3
		{Cost: 9, Effect: 1},   // 1: option 3 is cheaper and better
		{Cost: 8, Effect: 2.5}, // 2: 8 a unit, above the 3 that option 0 costs
		{Cost: 4, Effect: 2},   // 3: the cheapest
		{Cost: 30, Effect: 6},  // 4: 10 a unit
		{Cost: 30, Effect: 6},  // 5: the same
		{Cost: 30, Effect: 5},  // 6: as dear as 4, and worse
		{Cost: nan, Effect: 9},
		{Cost: 1, Effect: math.Inf(-1)},
	})
	ratios := make([]float64, len(s))
	for i := range s {
		ratios[i], s[i].Ratio = s[i].Ratio, 0
	}
	require.Equal(t, []sens.Standing{
		{Status: sens.Efficient, By: -1}, {Status: sens.Dominated, By: 3}, {Status: sens.ExtendedlyDominated, By: -1},
		{Status: sens.Efficient, By: -1}, {Status: sens.Efficient, By: -1}, {Status: sens.Efficient, By: -1},
		{Status: sens.Dominated, By: 4}, {Status: sens.Undefined, By: -1}, {Status: sens.Undefined, By: -1},
	}, s)
	require.InDeltaSlice(t, []float64{3, nan, nan, nan, 10, 10, nan, nan, nan}, ratios, 1e-12)
	require.Empty(t, sens.Frontier(nil))
}

// By the definitions, for any options on a small grid, where ties are many.
func TestFrontierByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Map(rapid.IntRange(0, 6), func(i int) float64 { return float64(i) })
		options := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sens.Option {
			return sens.Option{Cost: number.Draw(t, "cost"), Effect: number.Draw(t, "effect")}
		}), 1, 8).Draw(t, "options")
		standings := sens.Frontier(options)
		for i, o := range options {
			dominated, mixed := false, false
			for _, a := range options {
				dominated = dominated || a != o && a.Cost <= o.Cost && a.Effect >= o.Effect
				for _, b := range options {
					for w := 0.0; w <= 60; w++ { // mixes in steps that hit every cost of the grid
						cost, effect := (w*a.Cost+(60-w)*b.Cost)/60, (w*a.Effect+(60-w)*b.Effect)/60
						mixed = mixed || cost <= o.Cost+1e-9 && effect > o.Effect+1e-9
					}
				}
			}
			want := sens.Efficient
			if dominated {
				want = sens.Dominated
			} else if mixed {
				want = sens.ExtendedlyDominated
			}
			require.Equal(t, want, standings[i].Status, "option %d of %v", i, options)
			require.Equal(t, dominated, standings[i].By >= 0)
		}
	})
}
