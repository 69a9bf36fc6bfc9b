package study

import (
	"cumbre/sim/rng"
)

// Points are the points of a study, numbered from 0: for each point of the sample, every
// combination of the grid's levels, the last factor varying fastest.
type Points struct {
	study  *Study
	grid   int         // combinations of levels
	sample int         // points of the sample
	places [][]float64 // by sampled factor and point of the sample
	order  []int32     // of the combinations, when run
}

// GridSize is the number of combinations of the grid's levels, or more than MaxPoints.
func (s *Study) GridSize() int {
	n := 1
	for _, f := range s.Grid {
		if n *= len(f.Levels); n > MaxPoints {
			return MaxPoints + 1
		}
	}
	return n
}

// SampleSize is the number of points of the sample: 1 if there is none.
func (s *Study) SampleSize() int {
	switch {
	case s.Sample.Sampler == nil:
		return 1
	case s.Sample.Sampler.Points == nil:
		return s.Sample.Size
	}
	return s.Sample.Sampler.Points(len(s.Sample.Factors), s.Sample.Size)
}

// Points lays out the points. The study must be valid.
func (s *Study) Points() *Points {
	p := &Points{study: s, grid: s.GridSize(), sample: s.SampleSize()}
	if s.Sample.Sampler != nil {
		names := make([]string, len(s.Sample.Factors))
		for i, f := range s.Sample.Factors {
			names[i] = f.Name()
		}
		p.places = s.Sample.Sampler.Places(s.Seed, names, s.Sample.Size)
	}
	p.order = shuffled(s.Seed, p.grid)
	return p
}

// shuffled is a random order of n combinations, the same for a seed: whatever prefix of a
// round has been run is a random choice of them and not one corner of the grid.
func shuffled(seed uint64, n int) []int32 {
	stream := rng.New(seed, 0).Stream(drawOrder, 0, 0, 0)
	order := make([]int32, n)
	for i := range order { // Fisher and Yates's shuffle, from the inside out
		j := stream.IntN(i + 1)
		order[i] = order[j]
		order[j] = int32(i)
	}
	return order
}

// N is the number of points.
func (p *Points) N() int { return p.grid * p.sample }

// Values returns the value of every factor at a point, in the order of Study.Factors.
func (p *Points) Values(point int) []float64 {
	values := make([]float64, len(p.study.Grid), len(p.study.Grid)+len(p.places))
	rest := point % p.grid
	for i := len(values) - 1; i >= 0; i-- {
		levels := p.study.Grid[i].Levels
		values[i] = levels[rest%len(levels)]
		rest /= len(levels)
	}
	for i, f := range p.study.Sample.Factors {
		values = append(values, f.Axis.Value(p.places[i][point/p.grid]))
	}
	return values
}

// Cell says which point and replication a cell is of.
func (p *Points) Cell(cell int64) (point, replication int) {
	place := int(cell % int64(p.N()))
	return place/p.grid*p.grid + int(p.order[place%p.grid]), int(cell / int64(p.N()))
}
