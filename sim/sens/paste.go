package sens

// Paste widens a box of the trajectory as long as that does not make it less dense: at
// each face by the share of a step of its points, or until the next level, and then
// the one that leaves the highest density (Friedman and Fisher 1999). Peeling may have
// gone too far at one face before others were in place. Of equal ones it takes the one
// that adds most hits, then the first. A slice without hits is never added.
func (t *Trajectory) Paste(b Box) Box {
	for {
		wider, found := t.pasted(b)
		if !found {
			return b
		}
		b = wider
	}
}

func (t *Trajectory) pasted(b Box) (best Box, found bool) {
	for _, s := range b.sides() {
		if !b.bounded(s) {
			continue
		}
		c := t.widened(b, s)
		if c.Hits == b.Hits || c.Density < b.Density {
			continue
		}
		if !found || c.Density > best.Density || c.Density == best.Density && c.Hits > best.Hits {
			best, found = c, true
		}
	}
	return best, found
}

// widened returns the box with a slice more at a side.
func (t *Trajectory) widened(b Box, s side) Box {
	free := b.free(s)
	around := t.where(func(p []float64) bool { return free.Contains(p) && !b.Contains(p) })
	outside := t.inOrder(side{s.factor, !s.upper}, around) // from the face outwards
	step := t.options.step(b.Points)
	if step >= len(outside) {
		return t.counted(free)
	}
	n := count(outside, step)
	if n == len(outside) {
		return t.counted(free)
	}
	return t.counted(b.moved(s, between(outside[n-1].x, outside[n].x)))
}
