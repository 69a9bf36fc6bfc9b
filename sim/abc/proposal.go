package abc

import (
	"cumbre/sim/rng"
)

// walk is the random walk by which particles of one generation propose to move:
// a step on the line is lower·z with z standard normal.
type walk struct {
	lower [][]float64
}

// optimalScale times covariance / d is the step that mixes best on normal
// targets of many dimensions (Roberts and Rosenthal 2001).
const optimalScale = 2.38 * 2.38

// newWalk returns the walk for weighted particles.
func newWalk(cloud []particle, weights []float64) walk {
	points := make([][]float64, len(cloud))
	for i, p := range cloud {
		points[i] = p.line
	}
	c := covariance(points, weights)
	for _, row := range c {
		for k := range row {
			row[k] *= optimalScale / float64(len(c))
		}
	}
	return walk{lower: factor(c)}
}

// from returns a proposal at one step from a point.
func (w walk) from(point []float64, s *rng.Stream) []float64 {
	z := make([]float64, len(point))
	for k := range z {
		z[k] = s.Normal()
	}
	proposal := make([]float64, len(point))
	for k, row := range w.lower {
		step := 0.0
		for l, a := range row {
			step += float64(a * z[l])
		}
		proposal[k] = point[k] + step
	}
	return proposal
}

// covariance returns the covariance of weighted points, as of a distribution
// that has them as its atoms. Only the lower triangle is there: row k has k+1
// entries.
func covariance(points [][]float64, weights []float64) [][]float64 {
	d, total := len(points[0]), 0.0
	mean := make([]float64, d)
	for i, p := range points {
		total += weights[i]
		for k := range d {
			mean[k] += float64(weights[i] * p[k])
		}
	}
	for k := range d {
		mean[k] /= total
	}
	c := make([][]float64, d)
	for k := range d {
		c[k] = make([]float64, k+1)
		for l := range c[k] {
			for i, p := range points {
				c[k][l] += float64(weights[i] * (p[k] - mean[k]) * (p[l] - mean[l]))
			}
			c[k][l] /= total
		}
	}
	return c
}
