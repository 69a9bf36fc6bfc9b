package detmath

import "math"

// Log returns the natural logarithm of x.
//
// Special cases: Log(+Inf) = +Inf, Log(±0) = -Inf, Log(x < 0) = NaN,
// Log(NaN) = NaN.
func Log(x float64) float64 {
	switch {
	case x != x || x > math.MaxFloat64:
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	m, k := split(x)
	return logReduced(m-1, float64(k))
}

// logReduced returns log(1+f) + k ln 2 for 1+f in [1/√2, √2], with s = f/(2+f)
// and log(1+f) = 2 artanh s = f - f²/2 + s (f²/2 + R), R = Σ 2 s^(2n)/(2n+1).
// Odd and even terms are summed apart, so that the two chains overlap.
func logReduced(f, k float64) float64 {
	const (
		c1  = 2.0 / 3
		c2  = 2.0 / 5
		c3  = 2.0 / 7
		c4  = 2.0 / 9
		c5  = 2.0 / 11
		c6  = 2.0 / 13
		c7  = 2.0 / 15
		c8  = 2.0 / 17
		c9  = 2.0 / 19
		c10 = 2.0 / 21
	)
	s := f / (2 + f)
	z := s * s
	w := z * z
	odd := c7 + float64(w*c9)
	odd = c5 + float64(w*odd)
	odd = c3 + float64(w*odd)
	odd = c1 + float64(w*odd)
	even := c8 + float64(w*c10)
	even = c6 + float64(w*even)
	even = c4 + float64(w*even)
	even = c2 + float64(w*even)
	r := float64(z*odd) + float64(w*even)
	half := float64(0.5 * f * f)
	tail := float64(s*(half+r)) + float64(k*ln2Lo)
	return float64(k*ln2Hi) - ((half - tail) - f)
}

// split returns m and k with x = m * 2**k and m in [1/√2, √2), for finite
// x > 0.
func split(x float64) (m float64, k int) {
	if x < 0x1p-1022 {
		x *= 0x1p54 // normalise a subnormal
		k = -54
	}
	b := math.Float64bits(x)
	k += int(b>>52) - 1023
	m = math.Float64frombits(b&(1<<52-1) | 1023<<52)
	if m >= math.Sqrt2 {
		m *= 0.5
		k++
	}
	return m, k
}
