package analysis

import (
	"cmp"
	"slices"

	"cumbre/sim/stat"
)

// Map is the design map: which design leads over two factors, with what probability, and
// how far ahead.
type Map struct {
	X, Y   int // positions in Study.Factors
	XCuts  []Cut
	YCuts  []Cut
	Groups [][]Group // by YCut, then XCut
	Others []int     // positions of the other factors that vary: each cell is a mean over them
}

// plan chooses the two factors of the map: those asked for; else the first two that are
// swept; else those after which the differences between designs vary most. It returns nil
// if there are not two, or too few points to fill a map.
func (r *results) plan() []int {
	if r.o.Map[0] != "" {
		return []int{factorNamed(r.study, r.o.Map[0]), factorNamed(r.study, r.o.Map[1])}
	}
	var chosen, sampled []int
	for _, f := range varying(r.study) {
		if f < len(r.study.Grid) {
			chosen = append(chosen, f)
		} else {
			sampled = append(sampled, f)
		}
	}
	if len(chosen)+len(sampled) < 2 || len(chosen) < 2 && r.sampled() < fewestForMap {
		return nil
	}
	if len(chosen) < 2 {
		weight := r.weights(sampled)
		slices.SortStableFunc(sampled, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
		chosen = append(chosen, sampled...)
	}
	return chosen[:2]
}

// weights says how much the first measure's differences between designs, or its value if
// there is one design, vary after each factor: the variance of its means over the factor's
// intervals, added up over designs.
func (r *results) weights(factors []int) map[int]float64 {
	weight := map[int]float64{}
	for _, f := range factors {
		for d := range r.designs {
			if r.designs > 1 && d == 0 {
				continue
			}
			var between stat.Tally
			for _, points := range r.split(r.standing, newAxis(r.study, f, r.curveBins())) {
				g := r.group(points, 0)
				e := g.Designs[d]
				if r.designs > 1 {
					e = g.Differences[d]
				}
				if e.N > 0 {
					between.Add(e.Mean)
				}
			}
			if between.N() > 1 {
				weight[f] += between.Var()
			}
		}
	}
	return weight
}

// newMap draws the map of one measure over two factors.
func (r *results) newMap(metric int, over []int) *Map {
	if over == nil {
		return nil
	}
	x, y := newAxis(r.study, over[0], r.mapBins()), newAxis(r.study, over[1], r.mapBins())
	m := &Map{X: over[0], Y: over[1], XCuts: x.cuts, YCuts: y.cuts}
	for _, row := range r.split(r.standing, y) {
		var groups []Group
		for _, points := range r.split(row, x) {
			groups = append(groups, r.group(points, metric))
		}
		m.Groups = append(m.Groups, groups)
	}
	for _, f := range varying(r.study) {
		if f != m.X && f != m.Y {
			m.Others = append(m.Others, f)
		}
	}
	return m
}
