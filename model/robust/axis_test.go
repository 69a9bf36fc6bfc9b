package robust

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// What is an assumption is drawn from its plausible range, what is not is not, and
// what is kept is not.
func TestTheSpaceIsTheAssumptions(t *testing.T) {
	drawn := map[model.Param]bool{}
	all := Space(model.Defaults(), 1)
	for _, a := range all {
		drawn[a.Param] = true
		i := a.Param.Info()
		require.Equal(t, i.Low, a.Low)
		require.Equal(t, i.High, a.High)
		require.Equal(t, i.Low > 0 && i.High > 20*i.Low, a.Log, i.Name)
	}
	for _, p := range model.Params() {
		require.Equal(t, p.Info().From == model.Assumption, drawn[p], p)
	}
	some := Space(model.Defaults(), 1, all[3].Param, all[7].Param)
	require.Len(t, some, len(all)-2)
	for _, a := range some {
		require.NotContains(t, []model.Param{all[3].Param, all[7].Param}, a.Param)
	}
}

// Every axis ends at its range's ends; whole numbers are whole; order is kept.
func TestValuesCoverTheirRange(t *testing.T) {
	for _, a := range Space(model.Defaults(), 1) {
		i := a.Param.Info()
		last := math.Inf(-1)
		for k := range 1001 {
			x := a.Value(min(float64(k)/1000, math.Nextafter(1, 0)))
			require.True(t, i.Low <= x && x <= i.High && x >= last, i.Name)
			if i.Whole {
				require.Equal(t, math.Trunc(x), x)
			}
			last = x
		}
		require.InDelta(t, i.Low, a.Value(0), 1e-9*(1+math.Abs(i.Low)), i.Name)
		require.InDelta(t, i.High, last, 1e-9*(1+math.Abs(i.High)), i.Name)
		middle := a.Value(0.5)
		switch {
		case i.Whole:
		case a.Log:
			require.InDelta(t, 1, middle/math.Sqrt(i.Low*i.High), 1e-9, i.Name)
		default:
			require.InDelta(t, (i.Low+i.High)/2, middle, 1e-9*(1+math.Abs(i.High)), i.Name)
		}
	}
}

// The way back from a value leads to where it came from; of a whole number to that number.
func TestPlacesAreTheWayBack(t *testing.T) {
	for _, a := range Space(model.Defaults(), 1) {
		i := a.Param.Info()
		require.InDelta(t, 0, a.Place(i.Low), 1e-12, i.Name)
		require.InDelta(t, 1, a.Place(i.High), 1e-12, i.Name)
		for k := range 20 {
			place := float64(k) / 20
			x := a.Value(place)
			if i.Whole {
				require.InDelta(t, (x-i.Low)/(i.High-i.Low), a.Place(x), 1e-12, i.Name)
			} else {
				require.InDelta(t, place, a.Place(x), 1e-9, i.Name)
			}
		}
	}
}

// Each whole number of a range gets the same share of the worlds, its ends too.
func TestWholeNumbersAreRoundedWithoutBias(t *testing.T) {
	for _, a := range Space(model.Defaults(), 1) {
		i := a.Param.Info()
		if !i.Whole || a.Log {
			continue
		}
		counts := map[float64]int{}
		n := 100 * int(i.High-i.Low+1)
		for k := range n {
			counts[a.Value((float64(k)+0.5)/float64(n))]++
		}
		require.Len(t, counts, int(i.High-i.Low+1))
		for x, count := range counts {
			require.InDelta(t, 100, count, 1, "%s = %g", i.Name, x)
		}
	}
}

// A smaller reach draws around the scenario's value, and at no reach but that; also
// where the scenario leaves the plausible range, whose ends are then both on one side.
func TestReach(t *testing.T) {
	for _, values := range []model.Values{model.Defaults(), at(func(i model.ParamInfo) float64 { return i.Min }), at(func(i model.ParamInfo) float64 { return i.Max })} {
		for _, a := range Space(values, 0.1) {
			i, centre := a.Param.Info(), values[a.Param]
			require.Less(t, a.Low, a.High, i.Name)
			if a.Log {
				require.InDelta(t, math.Pow(i.Low/centre, 0.1), a.Low/centre, 1e-9)
			} else {
				require.InDelta(t, 0.1*(i.High-centre), a.High-centre, 1e-9*(1+i.Max))
				require.InDelta(t, 0.1*(i.Low-centre), a.Low-centre, 1e-9*(1+i.Max))
			}
			for _, place := range []float64{0, 0.3, 0.999999} {
				x := a.Value(place)
				require.True(t, i.Min <= x && x <= i.Max, "%s = %v", i.Name, x)
			}
		}
		for _, a := range Space(values, 1e-9) {
			require.InDelta(t, values[a.Param], a.Value(0.3), 1e-8*(1+math.Abs(a.Param.Info().Max)), a.Param)
		}
	}
}

// at gives every parameter a value of its line.
func at(pick func(model.ParamInfo) float64) model.Values {
	v := model.Defaults()
	for _, p := range model.Params() {
		v[p] = pick(p.Info())
	}
	return v
}

// A parameter's draws do not depend on which others are drawn, nor two on each other.
func TestColumnsBelongToTheirParameter(t *testing.T) {
	all := Space(model.Defaults(), 1)
	columns := places(all, 5, 50)
	some := Space(model.Defaults(), 1, all[0].Param)
	require.Equal(t, columns[1:], places(some, 5, 50))
	require.NotEqual(t, columns[0], columns[1])
	require.NotEqual(t, columns, places(all, 6, 50))
}
