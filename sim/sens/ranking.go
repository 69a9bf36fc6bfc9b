package sens

import (
	"cmp"
	"math"
	"slices"

	"cumbre/sim/stat"
)

// ranking measures how much the order of the factors by a measure changes from one
// resample to another (Sarrazin, Pianosi and Wagener 2016). For two resamples with
// measures S and S', and ranks R and R' of factors,
//
//	ρ = Σ_i |R_i - R'_i| max(S_i, S'_i)² / Σ_i max(S_i, S'_i)²
//
// is the mean change of rank, in which important factors count more; the statistic is
// its 0.95-quantile over pairs of resamples. Up to 1 the ranking has converged: those
// that matter move by a place on average. The pairs are disjoint, not all there are, so
// they are independent and few enough to compute.
func ranking(resamples [][]float64) float64 {
	var rhos []float64
	for pair := range slices.Chunk(resamples, 2) {
		if len(pair) == 2 {
			if rho := rankChange(pair[0], pair[1]); !math.IsNaN(rho) {
				rhos = append(rhos, rho)
			}
		}
	}
	slices.Sort(rhos)
	return stat.Quantile(rhos, 0.95)
}

// rankChange returns ρ, without the factors whose measure is NaN in either resample. It
// is NaN if all others are 0.
func rankChange(a, b []float64) float64 {
	ranksA, ranksB := ranks(a), ranks(b)
	var change, weight float64
	for i := range a {
		largest := max(a[i], b[i])
		if math.IsNaN(largest) {
			continue
		}
		square := float64(largest * largest)
		change += float64(math.Abs(ranksA[i]-ranksB[i]) * square)
		weight += square
	}
	return change / weight
}

// ranks returns the rank of each value, the largest first and NaN last; equal ones share
// the mean of theirs, so that the order of the factors does not matter.
func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(values[j], values[i]) })
	rank := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			rank[i] = float64(from+to-1) / 2
		}
		from = to
	}
	return rank
}

// unstable returns the warning that a ranking deserves, if any.
func unstable(statistic float64) []Warning {
	if statistic > 1 {
		return []Warning{{UnstableRanking, -1, statistic, 1}}
	}
	return nil
}
