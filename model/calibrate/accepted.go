package calibrate

import (
	"cmp"
	"math"
	"slices"

	"cumbre/sim/stat"
)

// Accepted is the accepted set of a calibration: equally weighted values of the free
// parameters, in the order of Calibration.Free.
type Accepted [][]float64

// Marginal describes what a calibration learnt of one free parameter.
type Marginal struct {
	Low, Median, High float64 // 5th, 50th and 95th percentile
	Width             float64 // of [Low, High], as a share of that of the prior: 1 is nothing learnt
}

// Marginals describes each free parameter.
func (a Accepted) Marginals(free []Free) []Marginal {
	all := make([]Marginal, len(free))
	for i, f := range free {
		x := a.column(i)
		slices.Sort(x)
		m := Marginal{Low: stat.Quantile(x, 0.05), Median: stat.Quantile(x, 0.5), High: stat.Quantile(x, 0.95)}
		m.Width = (m.High - m.Low) / (0.9 * (f.High - f.Low))
		all[i] = m
	}
	return all
}

func (a Accepted) column(i int) []float64 {
	x := make([]float64, len(a))
	for j := range a {
		x[j] = a[j][i]
	}
	return x
}

// nearest returns the n accepted points nearest to the means of the set, in standard
// deviations, the nearest first; equal points count once.
func (a Accepted) nearest(n, dimensions int) Accepted {
	means, spreads := a.moments(dimensions)
	distance := make(map[int]float64, len(a))
	var order []int
	for j, theta := range a {
		if slices.ContainsFunc(order, func(i int) bool { return slices.Equal(a[i], theta) }) {
			continue
		}
		d := 0.0
		for i, x := range theta {
			if spreads[i] > 0 {
				z := (x - means[i]) / spreads[i]
				d += float64(z * z)
			}
		}
		distance[j] = d
		order = append(order, j)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(distance[i], distance[j]) })
	var points Accepted
	for _, j := range order[:min(n, len(order))] {
		points = append(points, a[j])
	}
	return points
}

func (a Accepted) moments(n int) (means, spreads []float64) {
	for i := range n {
		var t stat.Tally
		for _, x := range a.column(i) {
			t.Add(x)
		}
		means, spreads = append(means, t.Mean()), append(spreads, t.SD())
	}
	return means, spreads
}

// digits that a value chosen from an accepted set keeps.
const digits = 2

// rounded keeps two significant digits of a value, within the range.
func (f Free) rounded(x float64) float64 {
	return min(max(significant(x), f.Low), f.High)
}

func significant(x float64) float64 {
	if x == 0 {
		return 0
	}
	scale := 1.0
	for y := math.Abs(x); y*scale < pow10(digits-1); {
		scale *= 10
	}
	for y := math.Abs(x); y*scale >= pow10(digits); {
		scale /= 10
	}
	if scale >= 1 {
		return math.Round(x*scale) / scale
	}
	unit := math.Round(1 / scale)
	return math.Round(x/unit) * unit
}

func pow10(n int) float64 {
	x := 1.0
	for range n {
		x *= 10
	}
	return x
}
