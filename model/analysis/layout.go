package analysis

import (
	"cmp"
	"math"
	"slices"

	"cumbre/model/study"
)

// Cut is one level of a swept factor, or an interval of a sampled one.
type Cut struct {
	Low, High float64 // equal for a level or a single whole number; else Low ≤ value < High
}

// axis is a factor that varies, cut up.
type axis struct {
	factor int // position in Study.Factors
	cuts   []Cut
	cut    func(value float64) int
}

// The numbers of intervals that a sampled factor is cut into: as many as leave each some
// points, and no more than a reader takes in.
const (
	fewestBins, mostBins = 2, 8
	perBin               = 10 // points, of a curve
	perCell              = 8  // points, of a map
	fewestForMap         = fewestBins * fewestBins * perCell
)

// varying returns the factors that vary, in the order of Study.Factors.
func varying(s *study.Study) []int {
	var all []int
	for i, f := range s.Factors() {
		if f.Levels == nil || len(f.Levels) > 1 {
			all = append(all, i)
		}
	}
	return all
}

// axis cuts a factor: at its levels, or into intervals of its range.
func newAxis(s *study.Study, factor, bins int) axis {
	f := s.Factors()[factor]
	switch {
	case f.Levels != nil:
		return levelled(factor, f.Levels)
	case f.Param.Info().Whole:
		return counted(factor, f, bins)
	}
	a := axis{factor: factor}
	edges := make([]float64, bins+1)
	for i := range edges {
		edges[i] = f.Axis.Value(float64(i) / float64(bins))
	}
	for i := range bins {
		a.cuts = append(a.cuts, Cut{edges[i], edges[i+1]})
	}
	a.cut = func(value float64) int { // the last interval has its upper end too
		at, _ := slices.BinarySearchFunc(edges[1:bins], value, func(edge, value float64) int {
			if edge <= value {
				return -1
			}
			return 1
		})
		return at
	}
	return a
}

func levelled(factor int, levels []float64) axis {
	a := axis{factor: factor}
	sorted := slices.Sorted(slices.Values(levels))
	for _, x := range sorted {
		a.cuts = append(a.cuts, Cut{x, x})
	}
	a.cut = func(value float64) int {
		at, _ := slices.BinarySearch(sorted, value)
		return at
	}
	return a
}

// counted cuts the range of a whole number: each by itself if they are few, else into runs
// of about equally many.
func counted(factor int, f study.Factor, bins int) axis {
	low, high := math.Ceil(f.Axis.Low), math.Floor(f.Axis.High)
	n := int(high-low) + 1
	if n <= mostBins {
		bins = n
	}
	bins = min(bins, n)
	a := axis{factor: factor, cut: func(value float64) int { return min(max(int(value-low), 0)*bins/n, bins-1) }}
	for x := range n {
		if b := a.cut(low + float64(x)); b == len(a.cuts) {
			a.cuts = append(a.cuts, Cut{low + float64(x), low + float64(x)})
		} else {
			a.cuts[b].High = low + float64(x)
		}
	}
	return a
}

// sampled is the number of standing points of the sample, for each combination of the grid.
func (r *results) sampled() int { return len(r.standing) / r.study.GridSize() }

func clamp(n int) int { return min(max(n, fewestBins), mostBins) }

// curveBins and mapBins are the numbers of intervals, unless the options say.
func (r *results) curveBins() int {
	return cmp.Or(r.o.Bins, r.filled(clamp(r.sampled()/perBin)))
}

func (r *results) mapBins() int {
	return cmp.Or(r.o.Bins, r.filled(clamp(int(math.Sqrt(float64(r.sampled()/perCell))))))
}

// filled is a number of intervals none of which is empty because points lie on levels: as
// many as there are, or half.
func (r *results) filled(bins int) int {
	levels := 0
	if s := r.study.Sample.Sampler; s != nil {
		levels = s.Levels
	}
	switch {
	case levels == 0 || bins < levels/2:
		return bins
	case bins < levels:
		return levels / 2
	default:
		return levels
	}
}

// split deals the standing points out by what an axis cuts them into; and within, in the
// same way.
func (r *results) split(by axis, within ...axis) [][][]int {
	all := make([][][]int, len(by.cuts))
	inner := axis{cuts: make([]Cut, 1), cut: func(float64) int { return 0 }}
	if len(within) > 0 {
		inner = within[0]
	}
	for at := range all {
		all[at] = make([][]int, len(inner.cuts))
	}
	for i, p := range r.standing {
		values := r.coordinates()[i]
		at, in := by.cut(values[by.factor]), inner.cut(values[inner.factor])
		all[at][in] = append(all[at][in], p)
	}
	return all
}

// coordinates are the values of the factors at the standing points, by point and then
// factor: laid out once, as a point of a sequence takes long to find.
func (r *results) coordinates() [][]float64 {
	if r.places == nil {
		for _, p := range r.standing {
			r.places = append(r.places, r.points.Values(p))
		}
	}
	return r.places
}

// slices are the standing points by factor that varies and interval of its curve. All
// measures share them.
func (r *results) slices() map[int][][]int {
	if r.sliced != nil {
		return r.sliced
	}
	r.sliced = map[int][][]int{}
	for _, f := range varying(r.study) {
		by := newAxis(r.study, f, r.curveBins())
		all := make([][]int, len(by.cuts))
		for i, p := range r.standing {
			at := by.cut(r.coordinates()[i][f])
			all[at] = append(all[at], p)
		}
		r.sliced[f] = all
	}
	return r.sliced
}
