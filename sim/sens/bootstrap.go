package sens

import (
	"math"
	"slices"

	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// Estimate is a value with its interval. What cannot be estimated is NaN.
type Estimate struct {
	Value, Low, High float64
}

// Width returns the length of the interval.
func (e Estimate) Width() float64 { return e.High - e.Low }

const forResample rng.Purpose = 0 // keyed by the resample's number

// resampled draws n blocks from n with replacement, for each resample, and calls
// measure with how often each was drawn.
func resampled(o Options, n int, measure func(resample int, times []float64)) {
	times := make([]float64, n)
	for r := range o.Resamples {
		stream := rng.New(o.Seed, 0).Stream(forResample, uint64(r), 0, 0)
		clear(times)
		for range n {
			times[stream.IntN(n)]++
		}
		measure(r, times)
	}
}

// once counts each of n blocks once.
func once(n int) []float64 {
	return slices.Repeat([]float64{1}, n)
}

// interval completes an estimate by the percentiles of its values in the resamples.
// Resamples in which the value does not exist are left out.
func interval(value float64, resamples []float64, level float64) Estimate {
	sorted := slices.DeleteFunc(slices.Clone(resamples), math.IsNaN)
	if math.IsNaN(value) || len(sorted) < 2 {
		return Estimate{value, math.NaN(), math.NaN()}
	}
	slices.Sort(sorted)
	return Estimate{value, stat.Quantile(sorted, (1-level)/2), stat.Quantile(sorted, (1+level)/2)}
}

// finite reports whether an output is one that can be computed with.
func finite(y float64) bool { return !math.IsNaN(y) && !math.IsInf(y, 0) }
