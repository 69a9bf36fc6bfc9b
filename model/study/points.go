package study

import (
	"slices"

	"cumbre/sim/rng"
)

// Points are the points of a study, numbered from 0: for each point of the sample, every
// combination of the grid's levels, the last factor varying fastest.
type Points struct {
	study  *Study
	grid   int                               // combinations of levels
	sample int                               // points of the sample
	place  func(point int, places []float64) // of the sample
	order  []int32                           // of the combinations, when run
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
	if s.Sample.Sampler == nil {
		return 1
	}
	return s.Sample.Size * s.Sample.Block()
}

// Block is how many points of the sample belong together: 1 but for an analysis of
// sensitivity.
func (s Sample) Block() int {
	if s.Sampler == nil || s.Sampler.Block == nil {
		return 1
	}
	return s.Sampler.Block(len(s.Factors))
}

// Sensitivity reports whether the points are those of an analysis of sensitivity.
func (s Sample) Sensitivity() bool { return slices.Contains(sensitivities, s.Sampler) }

// Points lays out the points. The study must be valid.
func (s *Study) Points() *Points {
	p := &Points{study: s, grid: s.GridSize(), sample: s.SampleSize()}
	if s.Sample.Sampler != nil {
		names := make([]string, len(s.Sample.Factors))
		for i, f := range s.Sample.Factors {
			names[i] = f.Name()
		}
		p.place = s.Sample.Sampler.New(s.Seed, names, s.Sample.Size)
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

// Study is the study that the points are of.
func (p *Points) Study() *Study { return p.study }

// N is the number of points.
func (p *Points) N() int { return p.grid * p.sample }

// Values returns the value of every factor at a point, in the order of Study.Factors.
func (p *Points) Values(point int) []float64 {
	values := make([]float64, len(p.study.Grid)+len(p.study.Sample.Factors))
	rest := point % p.grid
	for i := len(p.study.Grid) - 1; i >= 0; i-- {
		levels := p.study.Grid[i].Levels
		values[i] = levels[rest%len(levels)]
		rest /= len(levels)
	}
	if sampled := values[len(p.study.Grid):]; len(sampled) > 0 {
		p.place(point/p.grid, sampled)
		for i, f := range p.study.Sample.Factors {
			sampled[i] = f.Axis.Value(sampled[i])
		}
	}
	return values
}

// Stands reports whether a point stands for the space by itself. Every point does, but
// for those of an analysis of sensitivity, which share coordinates with their neighbours.
func (p *Points) Stands(point int) bool {
	s := p.study.Sample
	if s.Sampler == nil || s.Sampler.Stands == nil {
		return true
	}
	return s.Sampler.Stands(len(s.Factors), point/p.grid%s.Block())
}

// Cell says which point and replication a cell is of.
func (p *Points) Cell(cell int64) (point, replication int) {
	place := int(cell % int64(p.N()))
	return place/p.grid*p.grid + int(p.order[place%p.grid]), int(cell / int64(p.N()))
}
