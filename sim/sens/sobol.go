package sens

import (
	"fmt"
	"math"
)

// SobolIndices are the shares of the variance of an output that factors explain.
type SobolIndices struct {
	Mean, Variance float64 // of the output, over the runs at A and B

	Factors []SobolIndex

	// Ranking is the statistic of [UnstableRanking] for the total indices.
	Ranking float64

	Blocks, Complete int // of the design, and those without a missing run
	Runs, Missing    int

	Warnings []Warning
}

// SobolIndex is about one factor. First is the share of the variance that would be
// gone, on average, if the factor were known; Total the share that would be left, on
// average, if all others were. Their difference is the factor's part in interactions.
// Estimates may be slightly below 0 or above 1.
type SobolIndex struct {
	First, Total Estimate
	Blocks       int // that the estimates use
}

// Sobol estimates the indices of k factors from the outputs y at the points of
// experiment.Saltelli, in its order: blocks of A, AB_1, …, AB_k, B. With f the output
// less its mean, V its variance over A and B, and means over blocks,
//
//	S_i  = mean(f(B) (f(AB_i) - f(A))) / V       (Saltelli et al. 2010)
//	ST_i = mean((f(A) - f(AB_i))²) / 2V          (Jansen 1999)
//
// A missing run at AB_i costs its block for factor i alone; one at A or B costs it for
// all factors. V is from all runs at A and B that there are.
//
// It returns an error if y is not made of whole blocks, at least one, or if the options
// make no sense. To have y complete, runs not yet made are NaN.
func Sobol(y []float64, k int, o Options) (*SobolIndices, error) {
	if k < 1 || len(y) == 0 || len(y)%(k+2) != 0 {
		return nil, fmt.Errorf("%d outputs are not blocks of k+2 for k = %d factors", len(y), k)
	}
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	d := newSobolSums(y, k)
	r := &SobolIndices{Blocks: d.blocks, Complete: d.complete, Runs: len(y), Missing: d.missing}
	first, total := make([]float64, k), make([]float64, k)
	r.Mean, r.Variance = d.indices(once(d.blocks), first, total)
	r.Mean += d.centre
	firsts, totals := make([][]float64, k), make([][]float64, k)
	var ranked [][]float64
	resampled(o, d.blocks, func(_ int, times []float64) {
		f, t := make([]float64, k), make([]float64, k)
		d.indices(times, f, t)
		for i := range k {
			firsts[i] = append(firsts[i], f[i])
			totals[i] = append(totals[i], t[i])
		}
		ranked = append(ranked, t)
	})
	for i := range k {
		r.Factors = append(r.Factors, SobolIndex{
			First: interval(first[i], firsts[i], o.Level), Total: interval(total[i], totals[i], o.Level), Blocks: d.used[i],
		})
	}
	r.Ranking = ranking(ranked)
	r.warn(o)
	return r, nil
}

func (r *SobolIndices) warn(o Options) {
	if r.Missing > 0 {
		r.Warnings = append(r.Warnings, Warning{MissingRuns, -1, float64(r.Missing) / float64(r.Runs), 0})
	}
	if r.Variance == 0 {
		r.Warnings = append(r.Warnings, Warning{Constant, -1, 0, 0})
		return
	}
	for i, f := range r.Factors {
		if f.Blocks < 2 {
			r.Warnings = append(r.Warnings, Warning{TooFew, i, float64(f.Blocks), 2})
		}
		if f.First.Width() > o.MaxWidth {
			r.Warnings = append(r.Warnings, Warning{WideFirst, i, f.First.Width(), o.MaxWidth})
		}
		if f.Total.Width() > o.MaxWidth {
			r.Warnings = append(r.Warnings, Warning{WideTotal, i, f.Total.Width(), o.MaxWidth})
		}
	}
	r.Warnings = append(r.Warnings, unstable(r.Ranking)...)
}

// sobolSums holds what a resample adds up, by block, 0 where a run is missing. Outputs
// are taken less a centre, their mean, so that a large mean leaves no rounding error.
type sobolSums struct {
	blocks, complete, missing int

	centre             float64
	count, sum, square []float64 // of the outputs at A and B: number, sum, sum of squares
	terms              [][]sobolTerm
	used               []int // blocks with terms, by factor
}

// sobolTerm is a block's part in the indices of a factor.
type sobolTerm struct {
	there   float64 // 1, or 0 if a run is missing
	product float64 // f(B) (f(AB_i) - f(A))
	step    float64 // f(AB_i) - f(A)
	square  float64 // (f(A) - f(AB_i))²
}

func newSobolSums(y []float64, k int) *sobolSums {
	n := len(y) / (k + 2)
	d := &sobolSums{
		blocks: n, centre: centreOf(y, k+2), used: make([]int, k), terms: make([][]sobolTerm, k),
		count: make([]float64, n), sum: make([]float64, n), square: make([]float64, n),
	}
	for i := range d.terms {
		d.terms[i] = make([]sobolTerm, n)
	}
	for b := range n {
		d.add(b, y[b*(k+2):(b+1)*(k+2)])
	}
	return d
}

// centreOf returns the mean of the outputs at A and B, the first and the last of each
// block, and exactly the value of those outputs if they are all the same.
func centreOf(y []float64, block int) float64 {
	lowest, highest, sum, n := math.Inf(1), math.Inf(-1), 0.0, 0.0
	for i, v := range y {
		if place := i % block; (place == 0 || place == block-1) && finite(v) {
			lowest, highest, n = min(lowest, v), max(highest, v), n+1
			sum += (v - sum) / n
		}
	}
	return min(max(sum, lowest), highest)
}

// add takes a block in.
func (d *sobolSums) add(b int, y []float64) {
	k := len(d.terms)
	missing := 0
	for _, v := range y {
		if !finite(v) {
			missing++
		}
	}
	d.missing += missing
	if missing == 0 {
		d.complete++
	}
	for _, v := range []float64{y[0], y[k+1]} {
		if finite(v) {
			v -= d.centre
			d.count[b]++
			d.sum[b] += v
			d.square[b] += float64(v * v)
		}
	}
	if !finite(y[0]) || !finite(y[k+1]) {
		return
	}
	for i := range d.terms {
		if ab := y[1+i]; finite(ab) {
			step := ab - y[0]
			d.terms[i][b] = sobolTerm{1, float64((y[k+1] - d.centre) * step), step, float64(step * step)}
			d.used[i]++
		}
	}
}

// indices computes the indices with each block counted a number of times, and returns
// the mean of the output less the centre, and its variance.
func (d *sobolSums) indices(times, first, total []float64) (mean, variance float64) {
	var n, sum, square float64
	for b, t := range times {
		n += float64(t * d.count[b])
		sum += float64(t * d.sum[b])
		square += float64(t * d.square[b])
	}
	mean = sum / n
	variance = max(0, square-float64(sum*mean)) / (n - 1)
	for i := range d.terms {
		var m, product, step, squares float64
		for b, t := range times {
			term := &d.terms[i][b]
			m += float64(t * term.there)
			product += float64(t * term.product)
			step += float64(t * term.step)
			squares += float64(t * term.square)
		}
		first[i] = (product - float64(mean*step)) / m / variance
		total[i] = squares / m / (2 * variance)
		if variance == 0 { // a ratio to nothing, not an infinite one
			first[i], total[i] = math.NaN(), math.NaN()
		}
	}
	return mean, variance
}
