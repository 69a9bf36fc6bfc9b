package experiment

import (
	"fmt"

	"cumbre/sim/rng"
)

// Morris is the design of Morris (1991) for screening: trajectories on a grid of p
// levels 0, 1/(p-1), …, 1 in each of k factors. A trajectory starts at a random
// point and moves one factor after the other, in random order, once each, by
//
//	Δ = p / (2(p-1))
//
// up or down, so its k+1 points give an elementary effect of every factor. With
// an even p and this Δ all levels are visited equally often. A prefix of whole
// trajectories is the design with fewer of them.
//
// Campolongo, Cariboni and Saltelli (2007) choose from many trajectories those that
// spread most. That is not done here: the chosen ones are no prefix of a larger
// choice, so a study could not be extended, and what they gain is had by a few
// more trajectories.
type Morris struct {
	source  rng.Source
	factors int
	levels  int
}

// NewMorris returns the design for a number of factors on p levels; 4 is usual. It
// panics unless there is a factor and p is even and positive.
func NewMorris(seed uint64, factors, p int) Morris {
	if factors < 1 || p < 2 || p%2 != 0 {
		panic(fmt.Sprintf("experiment: Morris's design for %d factors on %d levels (an even number)", factors, p))
	}
	return Morris{rng.New(seed, 0), factors, p}
}

// Block returns the number of points of a trajectory, k+1.
func (m Morris) Block() int { return m.factors + 1 }

// Step returns Δ.
func (m Morris) Step() float64 { return float64(m.levels/2) / float64(m.levels-1) }

const forTrajectory rng.Purpose = 0 // keyed by its number

// Point writes the coordinates, each in [0, 1], of point i into point. It panics if i
// is negative or if there is not a place for each factor.
func (m Morris) Point(i int64, point []float64) {
	if i < 0 || len(point) != m.factors {
		panic(fmt.Sprintf("experiment: point %d of Morris's design with %d places for %d factors", i, len(point), m.factors))
	}
	block := int64(m.Block())
	stream := m.source.Stream(forTrajectory, uint64(i/block), 0, 0)
	step := m.levels / 2
	rank := permutation(&stream, m.factors) // when each factor moves
	for j := range point {
		from := stream.IntN(step)
		to := from + step
		if stream.Bernoulli(0.5) {
			from, to = to, from
		}
		level := from
		if rank[j] < int(i%block) {
			level = to
		}
		point[j] = float64(level) / float64(m.levels-1)
	}
}
