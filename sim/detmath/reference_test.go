package detmath

import (
	"math"
	"math/big"
)

// The reference computes with 256 bits by methods chosen for being obvious:
// Taylor and squaring for the exponential, Newton on it for the logarithm.
const precision = 256

func bigFloat(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func bigExp(x *big.Float) *big.Float {
	const halvings = 24
	t := bigFloat(0).SetMantExp(x, -halvings)
	sum, term := bigFloat(1), bigFloat(1)
	for n := 1; n < 22; n++ {
		term.Mul(term, t)
		term.Quo(term, bigFloat(float64(n)))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// bigLog solves e**y = x from the exponent of x, by y += 2 (x-e**y)/(x+e**y),
// whose error is cubed in each step.
func bigLog(x float64) *big.Float {
	f, k := math.Frexp(x)
	y := bigFloat(0).Mul(bigLn2, bigFloat(float64(k)))
	return y.Add(y, newtonLog(f))
}

var bigLn2 = newtonLog(2)

func newtonLog(f float64) *big.Float {
	y := bigFloat(f - 1)
	for range 5 {
		e := bigExp(y)
		up := bigFloat(0).Sub(bigFloat(f), e)
		down := bigFloat(0).Add(bigFloat(f), e)
		step := up.Quo(up, down)
		y.Add(y, step.Mul(step, bigFloat(2)))
	}
	return y
}

func bigPow(x, y float64) *big.Float {
	l := bigLog(x)
	return bigExp(l.Mul(l, bigFloat(y)))
}

// ulpError returns |got - want| in units of the spacing of float64 at want.
func ulpError(got float64, want *big.Float) float64 {
	near, _ := want.Float64()
	diff := bigFloat(0).Sub(want, bigFloat(got))
	ratio, _ := diff.Quo(diff, bigFloat(ulp(near))).Float64() // a subnormal diff would round
	return math.Abs(ratio)
}

// ulp returns the spacing of float64 at x.
func ulp(x float64) float64 {
	x = math.Abs(x)
	if x == math.MaxFloat64 {
		return x - math.Nextafter(x, 0)
	}
	return math.Nextafter(x, math.Inf(1)) - x
}
