package stat

import (
	"math"
	"slices"
)

// Holm returns p-values adjusted for the number of comparisons by the step-down
// method of Holm (1979): to reject those at most alpha keeps the probability
// of any false rejection at alpha, under any dependence. Results are in the
// order of p. A NaN stays NaN and does not count as a comparison.
func Holm(p []float64) []float64 {
	adjusted := slices.Clone(p)
	order := byValue(p)
	floor := 0.0 // a larger p-value never gets a smaller adjusted one
	for rank, i := range order {
		floor = max(floor, min(1, float64(len(order)-rank)*p[i]))
		adjusted[i] = floor
	}
	return adjusted
}

// Bonferroni returns p-values multiplied by the number of comparisons, at most
// 1. [Holm] is never weaker. A NaN stays NaN and does not count.
func Bonferroni(p []float64) []float64 {
	adjusted := slices.Clone(p)
	order := byValue(p)
	for _, i := range order {
		adjusted[i] = min(1, float64(len(order))*p[i])
	}
	return adjusted
}

// byValue returns the indices of the p-values from smallest to largest,
// without those of NaN. It panics on a value outside [0, 1].
func byValue(p []float64) []int {
	order := make([]int, 0, len(p))
	for i, x := range p {
		switch {
		case math.IsNaN(x):
		case x < 0 || x > 1:
			outside("Holm or Bonferroni", "p-values in [0, 1]", x)
		default:
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case p[i] < p[j]:
			return -1
		case p[i] > p[j]:
			return 1
		}
		return 0
	})
	return order
}
