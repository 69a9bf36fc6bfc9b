package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// logPoisson returns log P(N = k) for a Poisson N, in the saddle-point form of
// Loader (2000), Fast and accurate computation of binomial probabilities:
//
//	-log √(2πk) - δ(k) - mean D(k/mean),   D(x) = x log x + 1 - x.
//
// The textbook k log mean - mean - log k! subtracts numbers of size
// k log k, which for a mean of 1e12 leaves no correct digit.
func logPoisson(k, mean float64) float64 {
	const halfLog2Pi = 0.9189385332046727
	if k == 0 {
		return -mean
	}
	return -halfLog2Pi - float64(0.5*detmath.Log(k)) - stirlingError(k) - deviance(k, mean)
}

// stirlingError returns δ(k) = log k! - log(√(2πk) (k/e)^k) for k >= 1.
func stirlingError(k float64) float64 {
	if k < float64(len(smallStirling)) {
		return smallStirling[int(k)]
	}
	z := 1 / (k * k)
	sum := 1.0/1680 - float64(z/1188)
	sum = 1.0/1260 - float64(z*sum)
	sum = 1.0/360 - float64(z*sum)
	sum = 1.0/12 - float64(z*sum)
	return sum / k
}

// deviance returns k log(k/mean) + mean - k. Near k = mean the terms cancel;
// there it uses the series in v = (k-mean)/(k+mean).
func deviance(k, mean float64) float64 {
	diff := k - mean
	if math.Abs(diff) >= 0.1*(k+mean) {
		return float64(k*detmath.Log(k/mean)) - diff
	}
	v := diff / (k + mean)
	sum, term := float64(diff*v), 2*k*v
	for j := 3.0; ; j += 2 {
		term = term * v * v
		next := sum + term/j
		if next == sum {
			return sum
		}
		sum = next
	}
}

// smallStirling holds δ(k) for the counts where the series is not yet accurate.
var smallStirling = [16]float64{
	1:  0.08106146679532725822,
	2:  0.041340695955409294094,
	3:  0.027677925684998339149,
	4:  0.020790672103765093112,
	5:  0.016644691189821192163,
	6:  0.013876128823070747999,
	7:  0.011896709945891770095,
	8:  0.010411265261972096497,
	9:  0.0092554621827127329177,
	10: 0.0083305634333628712565,
	11: 0.007573675487951840795,
	12: 0.0069428401072095298657,
	13: 0.0064089941880042070684,
	14: 0.0059513701127588477356,
	15: 0.005554733551962801371,
}
