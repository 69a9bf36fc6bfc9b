package detmath

import "math"

// Pow returns x**y for x >= 0.
//
// Special cases, in this order: Pow(x, 0) = Pow(1, y) = 1 for every x and y;
// NaN if x or y is NaN or x < 0; Pow(0, y) is 0 for y > 0 and +Inf for y < 0;
// Pow(+Inf, y) the reverse; infinite y gives the limit, 0 or +Inf.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case x != x || y != y || x < 0:
		return math.NaN()
	case x == 0 || x > math.MaxFloat64 || math.Abs(y) > math.MaxFloat64:
		return powLimit(x, y)
	}
	l := logDouble(x)
	if approx := l.hi * y; approx > 710 {
		return math.Inf(1)
	} else if approx < -746 {
		return 0
	}
	p := l.scaled(y)
	return expSum(p.hi, p.lo)
}

// powLimit is Pow where x is 0 or infinite or y is infinite: the result grows
// without bound if log(x) and y have the same sign, and vanishes otherwise.
func powLimit(x, y float64) float64 {
	if (x > 1) == (y > 0) {
		return math.Inf(1)
	}
	return 0
}

// logDouble returns log(x) to about 65 bits: Pow multiplies the error of the
// logarithm by up to 745, so it needs ten bits more than a float64 has. It is
// the series of logReduced with its first two terms in double-double.
func logDouble(x float64) double {
	m, k := split(x)
	f := m - 1                     // exact
	s := quotient(f, twoSum(2, f)) // f/(2+f)
	z := s.times(s)                // at most 0.0295
	c := double{2.0 / 3, twoThirdsLo}.plus(artanhTail(z.hi))
	sum := s.times(z.times(c)).plusDouble(double{2 * s.hi, 2 * s.lo})
	kf := float64(k)
	return double{float64(kf * ln2Hi), 0}.plusDouble(sum).plus(float64(kf * ln2Lo))
}

// twoThirdsLo is what float64(2.0/3) leaves out: 2/3 - 2/3(1 - 2^-54).
const twoThirdsLo = 2.0 / 3 * 0x1p-54

// artanhTail returns Σ 2 z^(n-1)/(2n+1) from n = 2 on, for 0 <= z < 0.03.
func artanhTail(z float64) float64 {
	sum := 0.0
	for _, c := range artanhSeries {
		sum = float64(z * (sum + c))
	}
	return sum
}

// artanhSeries holds 2/(2n+1) from the highest power down.
var artanhSeries = [...]float64{
	2.0 / 27, 2.0 / 25, 2.0 / 23, 2.0 / 21, 2.0 / 19, 2.0 / 17,
	2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9, 2.0 / 7, 2.0 / 5,
}
