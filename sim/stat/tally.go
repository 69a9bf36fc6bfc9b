package stat

import "math"

// Tally summarises observations that count equally: number, mean, variance,
// extremes. The zero value is an empty tally. It follows Welford (1962), which
// keeps full accuracy where the sum of squares would cancel.
type Tally struct {
	n        int
	mean, m2 float64 // m2 is the sum of squared deviations from the mean
	min, max float64
}

// Add records an observation, in any unit. A NaN makes every later statistic
// NaN, and an infinity the mean and variance.
func (t *Tally) Add(x float64) {
	if t.n == 0 {
		t.min, t.max = x, x
	}
	t.n++
	delta := x - t.mean
	t.mean += delta / float64(t.n)
	t.m2 += float64(delta * (x - t.mean))
	t.min, t.max = min(t.min, x), max(t.max, x)
}

// Merge adds all observations of other, as if they had been added here (Chan,
// Golub and LeVeque 1983). The result depends on the order of merging only in
// its last bits.
func (t *Tally) Merge(other Tally) {
	switch {
	case other.n == 0:
		return
	case t.n == 0:
		*t = other
		return
	}
	n, m := float64(t.n), float64(other.n)
	delta := other.mean - t.mean
	t.mean += float64(delta * (m / (n + m)))
	t.m2 += other.m2 + float64(float64(delta*delta)*(n*m/(n+m)))
	t.n += other.n
	t.min, t.max = min(t.min, other.min), max(t.max, other.max)
}

// N returns the number of observations.
func (t Tally) N() int { return t.n }

// Mean returns the arithmetic mean, NaN if empty.
func (t Tally) Mean() float64 { return t.ifAtLeast(1, t.mean) }

// Var returns the sample variance, with divisor n-1; NaN for n < 2.
func (t Tally) Var() float64 { return t.ifAtLeast(2, t.m2/float64(t.n-1)) }

// SD returns the sample standard deviation, in the units of the observations;
// NaN for n < 2.
func (t Tally) SD() float64 { return math.Sqrt(t.Var()) }

// Min returns the smallest observation, NaN if empty.
func (t Tally) Min() float64 { return t.ifAtLeast(1, t.min) }

// Max returns the largest observation, NaN if empty.
func (t Tally) Max() float64 { return t.ifAtLeast(1, t.max) }

func (t Tally) ifAtLeast(n int, x float64) float64 {
	if t.n < n {
		return math.NaN()
	}
	return x
}
