package stat

import "math"

// Estimate is a mean with a confidence interval. Low and High are NaN if there
// are fewer than two observations, Mean too if there is none.
type Estimate struct {
	N               int
	Mean, Low, High float64
}

// HalfWidth returns half the length of the interval, NaN if there is none.
func (e Estimate) HalfWidth() float64 { return (e.High - e.Low) / 2 }

// Interval returns the mean with its Student t interval at a confidence level,
// for instance 0.95. It is exact for independent normal observations and good
// for means of many. It panics unless 0 < level < 1.
func (t Tally) Interval(level float64) Estimate {
	if !(level > 0 && level < 1) {
		outside("Interval", "0 < level < 1", level)
	}
	e := Estimate{N: t.n, Mean: t.Mean(), Low: math.NaN(), High: math.NaN()}
	if t.n >= 2 {
		half := TQuantile((1+level)/2, float64(t.n-1)) * t.standardError()
		e.Low, e.High = e.Mean-float64(half), e.Mean+float64(half)
	}
	return e
}

// standardError returns the standard deviation of the mean.
func (t Tally) standardError() float64 { return t.SD() / math.Sqrt(float64(t.n)) }
