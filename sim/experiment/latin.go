package experiment

import (
	"math"

	"cumbre/sim/rng"
)

// Latin returns one column of a Latin hypercube sample (McKay, Beckman and
// Conover 1979): n numbers in [0, 1), one in each of n strata of equal width,
// at a random place within the stratum and in random order. Columns drawn from
// different streams are independent.
//
// The order being random, the first k numbers are a simple random choice of the
// strata: an experiment that was interrupted is a smaller one, not a skewed one.
//
// One stream per column, keyed by what the column is for, keeps a column as it
// is when others come or go. That is why this is not gonum's
// samplemv.LatinHypercube, which takes all columns from one source in turn.
func Latin(stream rng.Stream, n int) []float64 {
	column := make([]float64, n)
	for i := range column { // Fisher and Yates's shuffle, from the inside out
		j := stream.IntN(i + 1)
		column[i] = column[j]
		column[j] = float64(i)
	}
	for i, stratum := range column {
		within := stratum + stream.Float64()
		if within >= stratum+1 { // rounded up
			within = math.Nextafter(stratum+1, 0)
		}
		column[i] = within / float64(n)
	}
	return column
}
