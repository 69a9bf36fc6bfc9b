package analysis

import (
	"math"
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
// swept; else those that the differences between designs depend on most. It returns nil
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
	for len(chosen) < 2 {
		chosen = append(chosen, r.decisive(chosen, sampled))
	}
	return chosen
}

// thirds is into how many intervals the candidates for a map are cut: with fewer points in
// each, chance would choose among many factors.
const thirds = 3

// decisive is the sampled factor, other than those chosen, on which the first measure's
// differences between designs, or its value if there is one design, depend most: whose
// thirds differ most in their means, once the means over the levels and intervals of those
// chosen are taken away. Otherwise a factor whose points happen to lie unevenly along a
// chosen one would pass for important.
func (r *results) decisive(chosen, sampled []int) int {
	residues := r.residues()
	for _, f := range chosen {
		for _, y := range residues {
			r.between(y, newAxis(r.study, f, r.curveBins()), true)
		}
	}
	best, most := -1, -1.0
	for _, f := range sampled {
		if slices.Contains(chosen, f) {
			continue
		}
		sum := 0.0
		for _, y := range residues {
			sum += r.between(y, newAxis(r.study, f, thirds), false)
		}
		if sum > most {
			best, most = f, sum
		}
	}
	return best
}

// residues are the means of the standing points, by design, as differences to the first
// design if there are several; NaN where there is none.
func (r *results) residues() [][]float64 {
	means := r.pointMeansOf(0)
	first := min(1, r.designs-1)
	all := make([][]float64, r.designs-first)
	for i := range all {
		for _, p := range r.standing {
			y := math.NaN()
			if values := means.at(p); values != nil {
				y = values[first+i]
				if first > 0 {
					y -= values[0]
				}
			}
			all[i] = append(all[i], y)
		}
	}
	return all
}

// between is the sum of squares between what an axis cuts the standing points into; take
// subtracts the means.
func (r *results) between(y []float64, by axis, take bool) float64 {
	cuts := make([]stat.Tally, len(by.cuts))
	var overall stat.Tally
	at := make([]int, len(y))
	for i := range r.standing {
		if at[i] = by.cut(r.coordinates()[i][by.factor]); !math.IsNaN(y[i]) {
			cuts[at[i]].Add(y[i])
			overall.Add(y[i])
		}
	}
	sum := 0.0
	for _, c := range cuts {
		if c.N() > 0 {
			d := c.Mean() - overall.Mean()
			sum += float64(c.N()) * float64(d*d)
		}
	}
	if take {
		for i := range y {
			y[i] -= cuts[at[i]].Mean()
		}
	}
	return sum
}

// newMap draws the map of one measure over two factors.
func (r *results) newMap(metric int, over []int) *Map {
	if over == nil {
		return nil
	}
	x, y := newAxis(r.study, over[0], r.mapBins()), newAxis(r.study, over[1], r.mapBins())
	m := &Map{X: over[0], Y: over[1], XCuts: x.cuts, YCuts: y.cuts}
	for _, row := range r.split(y, x) {
		var groups []Group
		for _, points := range row {
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
