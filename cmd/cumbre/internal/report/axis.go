package report

import "math"

// scale maps data to positions on the paper.
type scale struct {
	low, high float64 // data
	from, to  float64 // paper
}

// newScale returns a scale over the data range; an empty or undefined range is
// widened, so that every figure has an axis.
func newScale(low, high, from, to float64) scale {
	if !finite(low, high) || low > high {
		low, high = 0, 1
	}
	if low == high {
		pad := math.Max(math.Abs(low)*0.1, 0.5)
		low, high = low-pad, high+pad
	}
	return scale{low, high, from, to}
}

func (s scale) at(x float64) float64 {
	return s.from + (x-s.low)/(s.high-s.low)*(s.to-s.from)
}

// ticks returns about n round values (1, 2 or 5 times a power of ten) inside
// the scale, and the decimals needed to write them.
func (s scale) ticks(n int) (values []float64, decimals int) {
	step := roundStep((s.high - s.low) / float64(max(n, 1)))
	decimals = max(0, -int(math.Floor(math.Log10(step)+1e-9)))
	first := math.Ceil(s.low/step - 1e-9)
	for k := first; k*step <= s.high+step*1e-9; k++ {
		values = append(values, k*step)
	}
	return values, decimals
}

// fromZero returns a scale from zero, or a negative low, to a little above high.
func fromZero(low, high, from, to float64) scale {
	return newScale(min(0, low), high+0.03*math.Abs(high), from, to)
}

func roundStep(rough float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, m := range []float64{1, 2, 5} {
		if m*power >= rough*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// extent collects the range of data.
type extent struct{ low, high float64 }

func newExtent() extent { return extent{math.Inf(1), math.Inf(-1)} }

// add widens the extent to the values that exist.
func (e *extent) add(all ...float64) {
	for _, x := range all {
		if finite(x) {
			e.low, e.high = math.Min(e.low, x), math.Max(e.high, x)
		}
	}
}
