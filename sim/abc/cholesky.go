package abc

import "math"

// singular is the share of a diagonal entry below which what elimination leaves
// of it is rounding error.
const singular = 1.0 / (1 << 40)

// factor returns the lower triangular factor of a covariance in the unit cube,
// given by its lower triangle. If the covariance is singular (particles that
// agree in a coordinate, or lie in a plane) a small multiple of the identity is
// added first: variances of 1e-12, then a hundred times that and so on, until
// the sum has a factor. At 1, which exceeds every variance in the cube, it has.
func factor(c [][]float64) [][]float64 {
	for _, jitter := range []float64{0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1} {
		if lower, ok := cholesky(c, jitter); ok {
			return lower
		}
	}
	panic("abc: not a covariance of points in the unit cube")
}

// cholesky returns the lower triangular L with L Lᵀ = c + jitter·I, and whether
// there is one.
func cholesky(c [][]float64, jitter float64) (lower [][]float64, ok bool) {
	lower = make([][]float64, len(c))
	for k := range c {
		lower[k] = make([]float64, k+1)
		for l := range k {
			lower[k][l] = (c[k][l] - inner(lower[k], lower[l], l)) / lower[l][l]
		}
		diagonal := c[k][k] + jitter
		rest := diagonal - inner(lower[k], lower[k], k)
		if !(rest > float64(singular*diagonal)) {
			return nil, false
		}
		lower[k][k] = math.Sqrt(rest)
	}
	return lower, true
}

// inner returns the scalar product of the first n entries.
func inner(a, b []float64, n int) float64 {
	sum := 0.0
	for i := range n {
		sum += float64(a[i] * b[i])
	}
	return sum
}
