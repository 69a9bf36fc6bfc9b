package sens

import "math"

// Box is a part of the space of inputs: an interval for each, and all inputs within
// them.
type Box struct {
	// Low and High are the bounds, -Inf and +Inf where there is none. They lie halfway
	// between an input inside and the next one outside.
	Low, High []float64

	Points, Hits int // inside

	Coverage float64 // share of all hits that are inside
	Density  float64 // share of the points inside that are hits
	Mass     float64 // share of all points that are inside
}

// Contains reports whether a point is in the box.
func (b Box) Contains(point []float64) bool {
	for j, x := range point {
		if !b.within(j, x) {
			return false
		}
	}
	return true
}

func (b Box) within(factor int, x float64) bool { return b.Low[factor] <= x && x <= b.High[factor] }

// Restricted returns how many factors have a bound: the fewer, the easier to say what
// the box is.
func (b Box) Restricted() int {
	n := 0
	for j := range b.Low {
		if !math.IsInf(b.Low[j], -1) || !math.IsInf(b.High[j], 1) {
			n++
		}
	}
	return n
}

// side is a face of a box: the lower or upper bound of a factor.
type side struct {
	factor int
	upper  bool
}

// sides returns all faces of a box.
func (b Box) sides() []side {
	var all []side
	for j := range b.Low {
		all = append(all, side{j, false}, side{j, true})
	}
	return all
}

// bound returns where a face is.
func (b Box) bound(s side) float64 {
	if s.upper {
		return b.High[s.factor]
	}
	return b.Low[s.factor]
}

// bounded reports whether there is a bound on a side.
func (b Box) bounded(s side) bool { return !math.IsInf(b.bound(s), 0) }

// moved returns the bounds of the box with a face elsewhere; its counts are left to
// be made.
func (b Box) moved(s side, bound float64) Box {
	b.Low, b.High = append([]float64(nil), b.Low...), append([]float64(nil), b.High...)
	if s.upper {
		b.High[s.factor] = bound
	} else {
		b.Low[s.factor] = bound
	}
	return b
}

// free returns the box without the bound on a side.
func (b Box) free(s side) Box {
	if s.upper {
		return b.moved(s, math.Inf(1))
	}
	return b.moved(s, math.Inf(-1))
}

// between returns a bound that keeps inside in the box and outside out.
func between(inside, outside float64) float64 {
	bound := outside + float64((inside-outside)/2)
	if bound == outside || math.IsInf(bound, 0) || math.IsNaN(bound) { // no room between them, or an overflow
		return inside
	}
	return bound
}
