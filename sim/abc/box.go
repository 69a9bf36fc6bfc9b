package abc

import (
	"math"

	"cumbre/sim/rng"
)

// box maps the unit cube [0, 1)^d, in which particles live and the prior is
// uniform, to the quantities of a problem. In the cube all coordinates have
// comparable spread, whatever their units.
type box struct {
	low, high []float64
	whole     []bool
}

func newBox(p *Problem) box {
	b := box{low: p.Low, high: p.High, whole: make([]bool, len(p.Low))}
	copy(b.whole, p.Whole)
	return b
}

func (b box) dimension() int { return len(b.low) }

// theta returns the quantities at a point of the cube. Each whole number owns a
// cell of the same width, so the uniform distribution of the point makes that
// of the number.
func (b box) theta(unit []float64) []float64 {
	theta := make([]float64, len(unit))
	for k, u := range unit {
		if b.whole[k] {
			theta[k] = b.low[k] + math.Floor(float64(u*(b.high[k]-b.low[k]+1)))
		} else {
			theta[k] = b.low[k] + float64(u*(b.high[k]-b.low[k]))
		}
		theta[k] = min(theta[k], b.high[k]) // rounding may pass the end
	}
	return theta
}

// latinHypercube returns n points uniform in the cube of dimension d, such that
// in each coordinate every interval [i/n, (i+1)/n) has exactly one. stream gives
// the random numbers of a coordinate.
func latinHypercube(n, d int, stream func(coordinate int) rng.Stream) [][]float64 {
	points := make([][]float64, n)
	for i := range points {
		points[i] = make([]float64, d)
	}
	for k := range d {
		s := stream(k)
		for i, stratum := range permutation(n, &s) {
			u := (float64(stratum) + s.Float64()) / float64(n)
			points[i][k] = min(u, math.Nextafter(1, 0))
		}
	}
	return points
}

// permutation returns 0 … n-1 in random order (Fisher and Yates).
func permutation(n int, s *rng.Stream) []int {
	order := make([]int, n)
	for i := range order {
		j := s.IntN(i + 1)
		order[i] = order[j]
		order[j] = i
	}
	return order
}
