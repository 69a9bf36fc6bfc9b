package stat

import (
	"math"
	"slices"
)

// P2 estimates a quantile of a stream in constant memory, by the P² algorithm
// of Jain and Chlamtac (1985): five markers at the minimum, p/2, p, (1+p)/2 and
// the maximum, moved along a parabola through their neighbours. The estimate
// depends on the order of the observations, and on nothing else.
type P2 struct {
	p       float64
	n       int
	height  [5]float64
	rank    [5]float64 // position of each marker among the observations, from 1
	desired [5]float64 // the position it should have
}

// NewP2 returns an empty estimator of the p-quantile. It panics unless
// 0 < p < 1.
func NewP2(p float64) P2 {
	if !(p > 0 && p < 1) {
		outside("NewP2", "0 < p < 1", p)
	}
	return P2{p: p}
}

// N returns the number of observations.
func (q *P2) N() int { return q.n }

// Value returns the estimate: exact, by [Quantile], up to five observations,
// and NaN for none.
func (q *P2) Value() float64 {
	if q.n > len(q.height) {
		return q.height[2]
	}
	return Quantile(q.height[:q.n], q.p)
}

// Add records an observation. It panics unless x is finite: NaN has no rank,
// and no parabola passes through infinity.
func (q *P2) Add(x float64) {
	if !(math.Abs(x) <= math.MaxFloat64) {
		outside("P2.Add", "a finite number", x)
	}
	if q.n < len(q.height) {
		q.collect(x)
		return
	}
	q.n++
	for i := q.cell(x) + 1; i < 5; i++ {
		q.rank[i]++
	}
	q.aim()
	for i := 1; i <= 3; i++ {
		q.adjust(i)
	}
}

// collect keeps the first five observations in order.
func (q *P2) collect(x float64) {
	i, _ := slices.BinarySearch(q.height[:q.n], x)
	copy(q.height[i+1:], q.height[i:q.n])
	q.height[i] = x
	q.rank[q.n] = float64(q.n + 1)
	q.n++
}

// cell returns k with height(k) <= x < height(k+1), moving an extreme to x if
// it lies outside.
func (q *P2) cell(x float64) int {
	switch {
	case x < q.height[0]:
		q.height[0] = x
		return 0
	case x >= q.height[4]:
		q.height[4] = x
		return 3
	}
	k := 0
	for x >= q.height[k+1] {
		k++
	}
	return k
}

// aim places the desired positions for n observations. They are computed from
// n, not incremented, so they gather no rounding error.
func (q *P2) aim() {
	last := float64(q.n - 1)
	for i, f := range [5]float64{0, q.p / 2, q.p, (1 + q.p) / 2, 1} {
		q.desired[i] = 1 + float64(last*f)
	}
}

// adjust moves marker i by one position if it is off by at least one and its
// neighbour leaves room.
func (q *P2) adjust(i int) {
	off := q.desired[i] - q.rank[i]
	var d float64
	switch {
	case off >= 1 && q.rank[i+1]-q.rank[i] > 1:
		d = 1
	case off <= -1 && q.rank[i-1]-q.rank[i] < -1:
		d = -1
	default:
		return
	}
	h := q.parabolic(i, d)
	if !(q.height[i-1] < h && h < q.height[i+1]) {
		h = q.linear(i, d)
	}
	q.height[i] = h
	q.rank[i] += d
}

// parabolic is the piecewise-parabolic (P²) prediction of a marker moved by d.
func (q *P2) parabolic(i int, d float64) float64 {
	lo, at, hi := q.rank[i-1], q.rank[i], q.rank[i+1]
	up := (q.height[i+1] - q.height[i]) / (hi - at)
	down := (q.height[i] - q.height[i-1]) / (at - lo)
	slope := float64((at-lo+d)*up) + float64((hi-at-d)*down)
	return q.height[i] + float64(d/(hi-lo)*slope)
}

// linear is the prediction along the chord to the neighbour in direction d.
func (q *P2) linear(i int, d float64) float64 {
	j := i + int(d)
	return q.height[i] + float64(d*(q.height[j]-q.height[i]))/(q.rank[j]-q.rank[i])
}
