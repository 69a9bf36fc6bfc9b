package sens_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/sens"
)

var nan = math.NaN()

// Published values, to 0.01, from 4,096 base points of a scrambled sequence, and within
// their intervals.
func TestSobolIshigami(t *testing.T) {
	r := sobol(t, saltelli(ishigami, 1, 3, 4096), 3, sens.Options{})
	for i, f := range r.Factors {
		require.InDelta(t, ishigamiFirst[i], f.First.Value, 0.01)
		require.InDelta(t, ishigamiTotal[i], f.Total.Value, 0.01)
		require.True(t, f.First.Low < ishigamiFirst[i] && ishigamiFirst[i] < f.First.High)
		require.True(t, f.Total.Low < ishigamiTotal[i] && ishigamiTotal[i] < f.Total.High)
		require.Equal(t, 4096, f.Blocks)
	}
	require.InDelta(t, 3.5, r.Mean, 0.02)                                                                   // a/2
	require.InDelta(t, 49.0/8+0.1*math.Pow(math.Pi, 4)/5+0.01*math.Pow(math.Pi, 8)/18+0.5, r.Variance, 0.2) // its analytic variance
	require.Less(t, r.Ranking, 1.0)
	require.Equal(t, 4096, r.Complete)
}

func TestSobolG(t *testing.T) {
	first, total := gIndices()
	require.InDelta(t, 0.716, first[0], 0.001) // Saltelli et al. (2010)
	require.InDelta(t, 0.179, first[1], 0.001)
	r := sobol(t, saltelli(g, 1, 8, 4096), 8, sens.Options{})
	for i, f := range r.Factors {
		require.InDelta(t, first[i], f.First.Value, 0.015, "factor %d", i)
		require.InDelta(t, total[i], f.Total.Value, 0.015, "factor %d", i)
	}
	require.Less(t, r.Ranking, 1.0)
}

// With independent base points the intervals cover the true index as often as stated:
// of 400 repetitions, 95% within 4 standard deviations of the binomial count, and 2
// points that percentile intervals of ratios may lose at 250 points.
func TestSobolIntervalsCoverAsStated(t *testing.T) {
	const repetitions = 400
	var first, total [3]int
	for seed := range uint64(repetitions) {
		r := sobol(t, independent(ishigami, seed, 3, 250), 3, sens.Options{Resamples: 400, Seed: seed})
		for i, f := range r.Factors {
			if f.First.Low <= ishigamiFirst[i] && ishigamiFirst[i] <= f.First.High {
				first[i]++
			}
			if f.Total.Low <= ishigamiTotal[i] && ishigamiTotal[i] <= f.Total.High {
				total[i]++
			}
		}
	}
	sd := math.Sqrt(repetitions * 0.95 * 0.05)
	for i := range 3 {
		for _, count := range []int{first[i], total[i]} {
			require.InDelta(t, 0.95*repetitions, count, 4*sd+0.02*repetitions, "factor %d: %v %v", i, first, total)
		}
	}
}

// Evenness helps: with the scrambled sequence the error is a fraction of that with
// independent points.
func TestSobolSequenceBeatsIndependentPoints(t *testing.T) {
	var even, random float64
	for seed := range uint64(40) {
		o := sens.Options{Resamples: 2}
		e := sobol(t, saltelli(ishigami, seed, 3, 256), 3, o)
		r := sobol(t, independent(ishigami, seed, 3, 256), 3, o)
		for i := range 3 {
			even += math.Pow(e.Factors[i].Total.Value-ishigamiTotal[i], 2)
			random += math.Pow(r.Factors[i].Total.Value-ishigamiTotal[i], 2)
		}
	}
	require.Less(t, even, random/3)
}

// A missing run costs its factor the block, or, at A or B, all factors; nothing else
// changes, and the indices are those of the blocks that are left.
func TestSobolMissingRuns(t *testing.T) {
	const n, k = 2048, 3
	y := saltelli(ishigami, 3, k, n)
	whole := sobol(t, y, k, sens.Options{})
	holed := slices.Clone(y)
	holed[7*(k+2)+2] = nan           // AB_2 of block 7
	holed[9*(k+2)+2] = math.Inf(1)   // AB_2 of block 9
	holed[20*(k+2)+0] = nan          // A of block 20
	holed[21*(k+2)+k+1] = nan        // B of block 21
	holed[21*(k+2)+1] = math.Inf(-1) // and AB_1 of it
	r := sobol(t, holed, k, sens.Options{})
	require.Equal(t, []int{n - 2, n - 4, n - 2}, []int{r.Factors[0].Blocks, r.Factors[1].Blocks, r.Factors[2].Blocks})
	require.Equal(t, []int{n, n - 4, n * (k + 2), 5}, []int{r.Blocks, r.Complete, r.Runs, r.Missing})
	require.Contains(t, r.Warnings, sens.Warning{Kind: sens.MissingRuns, Factor: -1, Value: 5.0 / (n * (k + 2))})
	for i := range k {
		require.InDelta(t, whole.Factors[i].First.Value, r.Factors[i].First.Value, 0.01)
		require.InDelta(t, whole.Factors[i].Total.Value, r.Factors[i].Total.Value, 0.01)
	}

	// Half of the blocks wholly missing is the same as half of the blocks.
	half := slices.Clone(y)
	for i := range half[n/2*(k+2):] {
		half[n/2*(k+2)+i] = nan
	}
	left, short := sobol(t, half, k, sens.Options{}), sobol(t, y[:n/2*(k+2)], k, sens.Options{})
	for i := range k {
		require.InDelta(t, short.Factors[i].First.Value, left.Factors[i].First.Value, 1e-12)
		require.InDelta(t, short.Factors[i].Total.Value, left.Factors[i].Total.Value, 1e-12)
	}

	// A factor of which all runs failed leaves the others alone.
	for b := range n {
		y[b*(k+2)+3] = nan
	}
	r = sobol(t, y, k, sens.Options{})
	require.Equal(t, whole.Factors[:2], r.Factors[:2])
	require.True(t, math.IsNaN(r.Factors[2].First.Value) && math.IsNaN(r.Factors[2].Total.Low))
	require.Contains(t, r.Warnings, sens.Warning{Kind: sens.TooFew, Factor: 2, Value: 0, Bound: 2})
	require.False(t, math.IsNaN(r.Ranking))
}

// Relabelled factors have relabelled indices; blocks in another order, the same ones;
// a shifted and scaled output too, even far from 0.
func TestSobolInvariance(t *testing.T) {
	const n, k = 512, 3
	y := saltelli(ishigami, 5, k, n)
	r := sobol(t, y, k, sens.Options{Seed: 4})

	swapped, reversed, far := slices.Clone(y), slices.Clone(y), slices.Clone(y)
	for b := range n {
		swapped[b*(k+2)+1], swapped[b*(k+2)+3] = y[b*(k+2)+3], y[b*(k+2)+1]
		copy(reversed[b*(k+2):], y[(n-1-b)*(k+2):(n-b)*(k+2)])
	}
	for i := range far {
		far[i] = 1e6 - 3*y[i]
	}
	s := sobol(t, swapped, k, sens.Options{Seed: 4})
	require.Equal(t, []sens.SobolIndex{r.Factors[2], r.Factors[1], r.Factors[0]}, s.Factors)
	require.InDelta(t, r.Ranking, s.Ranking, 1e-12)
	back, f := sobol(t, reversed, k, sens.Options{Seed: 4}), sobol(t, far, k, sens.Options{Seed: 4})
	for i := range k {
		require.InDelta(t, r.Factors[i].Total.Value, back.Factors[i].Total.Value, 1e-12)
		require.InDelta(t, r.Factors[i].First.Value, back.Factors[i].First.Value, 1e-12)
		require.InDelta(t, r.Factors[i].First.Value, f.Factors[i].First.Value, 1e-7)
		require.InDelta(t, r.Factors[i].Total.High, f.Factors[i].Total.High, 1e-7)
	}
}

// Few points: wide intervals and an unstable ranking are said; many: neither.
func TestSobolWarnsUntilConverged(t *testing.T) {
	few := kinds(sobol(t, saltelli(g, 2, 8, 16), 8, sens.Options{}).Warnings)
	require.Positive(t, few[sens.WideTotal])
	require.Positive(t, few[sens.WideFirst])

	// Three equal factors have no order to find.
	alike := func(u []float64) float64 { return u[0] + u[1] + u[2] }
	r := sobol(t, saltelli(alike, 2, 3, 64), 3, sens.Options{MaxWidth: 10})
	require.Equal(t, map[sens.Kind]int{sens.UnstableRanking: 1}, kinds(r.Warnings))
	require.Greater(t, r.Ranking, 1.0)

	require.Empty(t, sobol(t, saltelli(ishigami, 2, 3, 16384), 3, sens.Options{Resamples: 200}).Warnings)
}

func TestSobolOfAConstant(t *testing.T) {
	y := slices.Repeat([]float64{0.1}, 5*40)
	r := sobol(t, y, 3, sens.Options{})
	require.Equal(t, []sens.Warning{{Kind: sens.Constant, Factor: -1}}, r.Warnings)
	require.Equal(t, 0.1, r.Mean)
	require.True(t, math.IsNaN(r.Factors[0].First.Value) && math.IsNaN(r.Factors[0].Total.High))

	r = sobol(t, slices.Repeat([]float64{nan}, 5*40), 3, sens.Options{})
	require.Equal(t, map[sens.Kind]int{sens.MissingRuns: 1, sens.TooFew: 3}, kinds(r.Warnings))
	require.True(t, math.IsNaN(r.Mean) && math.IsNaN(r.Factors[2].Total.Value))
}

func TestSobolRefusesWhatCannotBe(t *testing.T) {
	for _, y := range [][]float64{nil, make([]float64, 7)} {
		_, err := sens.Sobol(y, 3, sens.Options{})
		require.Error(t, err)
	}
	_, err := sens.Sobol(make([]float64, 10), 0, sens.Options{})
	require.Error(t, err)
	_, err = sens.Sobol(make([]float64, 10), 3, sens.Options{Level: 1, Resamples: 1, MaxWidth: -1})
	require.EqualError(t, err, "level 1 is not between 0 and 1\nresamples 1: need at least 2\nwidth -1 to warn of is not positive")
}
