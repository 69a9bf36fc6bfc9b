package detmath

import "math"

// ln 2 in two pieces. The high one ends in 21 zero bits, so its product with
// any binary exponent is exact; together they hold about 86 bits.
const (
	ln2Hi = 0x1.62e42feep-1
	ln2Lo = 0x1.a39ef35793c76p-33
)

const (
	expOverflow  = 709.782712893384     // above it Exp exceeds the largest float64
	expUnderflow = -745.133219101941217 // below it Exp rounds to zero
)

// Exp returns e**x.
//
// Special cases: Exp(+Inf) = +Inf, Exp(-Inf) = 0, Exp(NaN) = NaN. Results too
// large are +Inf; results too small are subnormal or 0.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	}
	return expSum(x, 0)
}

// expSum returns e**(hi+lo) for |lo| far below |hi| and a sum within the range
// of Exp. It reduces to r = hi + lo - k ln 2, |r| <= ln(2)/2.
func expSum(hi, lo float64) float64 {
	k := math.Floor(float64(hi*math.Log2E) + 0.5)
	head := hi - float64(k*ln2Hi) // exact
	tail := float64(k*ln2Lo) - lo
	return scale(expReduced(head, tail), int(k))
}

// expReduced returns e**r for r = head - tail, |r| <= ln(2)/2, from
//
//	e**r = 1 + r + r c/(2 - c),   c = r - (r coth(r/2) - 2)
//
// with the series r coth(r/2) = 2 Σ B(2n) r^(2n)/(2n)! over the Bernoulli
// numbers. The sum 1 + head is exact in two parts and the correction small, so
// that hardly anything is lost before the last rounding.
func expReduced(head, tail float64) float64 {
	const (
		c1 = 1.0 / 6
		c2 = -1.0 / 360
		c3 = 1.0 / 15120
		c4 = -1.0 / 604800
		c5 = 1.0 / 23950080
		c6 = -691.0 / 653837184000
	)
	r := head - tail
	z := r * r
	p := c5 + float64(z*c6)
	p = c4 + float64(z*p)
	p = c3 + float64(z*p)
	p = c2 + float64(z*p)
	p = c1 + float64(z*p)
	c := r - float64(z*p)
	first := twoSum(1, head)
	return first.hi + (first.lo + (float64(r*c)/(2-c) - tail))
}

// scale returns y * 2**k for y in [1/2, 2] and k in [-1080, 1024].
func scale(y float64, k int) float64 {
	switch {
	case k > 1023:
		return y * 2 * pow2(k-1)
	case k < -1021:
		return y * pow2(k+128) * 0x1p-128 // only the last product rounds
	}
	return y * pow2(k)
}

// pow2 returns 2**k for a k whose power is a normal number.
func pow2(k int) float64 { return math.Float64frombits(uint64(k+1023) << 52) }
