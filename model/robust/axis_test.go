package robust

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// What is an assumption is drawn, what is not is not, and what is kept is not.
func TestTheSpaceIsTheAssumptions(t *testing.T) {
	drawn := map[model.Param]bool{}
	all := Space(model.Defaults(), 1)
	for _, a := range all {
		drawn[a.Param] = true
		i := a.Param.Info()
		require.Equal(t, i.Min, a.Low)
		require.Equal(t, i.Max, a.High)
		require.Equal(t, i.Min > 0 && i.Max > 20*i.Min, a.Log, i.Name)
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
			require.True(t, i.Min <= x && x <= i.Max && x >= last, i.Name)
			if i.Whole {
				require.Equal(t, math.Trunc(x), x)
			}
			last = x
		}
		require.InDelta(t, i.Min, a.Value(0), 1e-9*(1+math.Abs(i.Min)), i.Name)
		require.InDelta(t, i.Max, last, 1e-9*(1+math.Abs(i.Max)), i.Name)
		middle := a.Value(0.5)
		switch {
		case i.Whole:
		case a.Log:
			require.InDelta(t, 1, middle/math.Sqrt(i.Min*i.Max), 1e-9, i.Name)
		default:
			require.InDelta(t, (i.Min+i.Max)/2, middle, 1e-9*(1+math.Abs(i.Max)), i.Name)
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
		n := 100 * int(i.Max-i.Min+1)
		for k := range n {
			counts[a.Value((float64(k)+0.5)/float64(n))]++
		}
		require.Len(t, counts, int(i.Max-i.Min+1))
		for x, count := range counts {
			require.InDelta(t, 100, count, 1, "%s = %g", i.Name, x)
		}
	}
}

// A smaller reach draws around the scenario's value, and at no reach but that.
func TestReach(t *testing.T) {
	values := model.Defaults()
	for _, a := range Space(values, 0.1) {
		i := a.Param.Info()
		require.True(t, i.Min-1e-9 <= a.Low && a.Low <= values[a.Param]+1e-9 && values[a.Param] <= a.High+1e-9 && a.High <= i.Max*(1+1e-9), i.Name)
		if a.Log {
			require.InDelta(t, math.Pow(i.Min/values[a.Param], 0.1), a.Low/values[a.Param], 1e-9)
		} else {
			require.InDelta(t, 0.1*(i.Max-values[a.Param]), a.High-values[a.Param], 1e-9*(1+i.Max))
		}
	}
	for _, a := range Space(values, 1e-9) {
		require.InDelta(t, values[a.Param], a.Value(0.3), 1e-6*(1+values[a.Param]), a.Param)
	}
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
