package sens

import (
	"cmp"
	"math"
	"slices"
)

// observed is a coordinate of a point with whether the point is a hit.
type observed struct {
	x   float64
	hit bool
}

// where tells of each point whether keep accepts it.
func (t *Trajectory) where(keep func(point []float64) bool) []bool {
	kept := make([]bool, len(t.points))
	for i, p := range t.points {
		kept[i] = keep(p)
	}
	return kept
}

// inOrder returns a coordinate of the points kept, from the side inwards: from the
// lowest up, or for an upper side from the highest down.
func (t *Trajectory) inOrder(s side, kept []bool) []observed {
	var found []observed
	for _, i := range t.order[s.factor] {
		if kept[i] {
			found = append(found, observed{t.points[i][s.factor], t.hit[i]})
		}
	}
	if s.upper {
		slices.Reverse(found)
	}
	return found
}

// sorted returns, for each factor, the numbers of the points in order of that
// coordinate: sorted once, for all boxes.
func sorted(points [][]float64) [][]int {
	order := make([][]int, len(points[0]))
	for j := range order {
		order[j] = make([]int, len(points))
		for i := range order[j] {
			order[j][i] = i
		}
		slices.SortFunc(order[j], func(a, b int) int { return cmp.Compare(points[a][j], points[b][j]) })
	}
	return order
}

// count says how many of the points to take first, so that equal ones stay together:
// those before the one at number wanted, or, if that takes none, all that equal the
// first.
func count(inOrder []observed, wanted int) int {
	wanted = min(wanted, len(inOrder)-1)
	n := wanted
	for n > 0 && inOrder[n-1].x == inOrder[wanted].x {
		n--
	}
	if n > 0 {
		return n
	}
	for n < len(inOrder) && inOrder[n].x == inOrder[0].x {
		n++
	}
	return n
}

// step returns how many of n points the share of a step is.
func (o PrimOptions) step(n int) int { return max(1, int(math.Floor(float64(o.Peel*float64(n))))) }

func hits(points []observed) int {
	n := 0
	for _, p := range points {
		if p.hit {
			n++
		}
	}
	return n
}

// peeled returns the box less the best slice of it, if there is one to take.
func (t *Trajectory) peeled(b Box) (best Box, found bool) {
	var gain float64
	inside := t.where(b.Contains)
	for _, s := range b.sides() {
		c, ok := t.slice(b, t.inOrder(s, inside), s)
		if !ok {
			continue
		}
		g := (c.Density - b.Density) / float64(b.Points-c.Points)
		if !found || g > gain || g == gain && c.Points > best.Points {
			best, gain, found = c, g, true
		}
	}
	return best, found
}

// slice returns the box less a slice at a side, from which its points are in order,
// unless too little would be left.
func (t *Trajectory) slice(b Box, inside []observed, s side) (Box, bool) {
	n := count(inside, t.options.step(len(inside)))
	left := b.Points - n
	if left == 0 || float64(left) < float64(t.options.MinMass*float64(t.Points)) {
		return Box{}, false
	}
	c := b.moved(s, between(inside[n].x, inside[n-1].x))
	c.Points, c.Hits = left, b.Hits-hits(inside[:n])
	return t.shares(c), true
}
