package sens

// Simplify takes from a box of the trajectory the bounds that have little evidence, those
// with a quasi-p above a limit, the weakest first and each time anew, as Bryant and Lempert
// (2010) have analysts do by hand. Among many factors chance alone gives a box bounds: a
// limit of 0.05 over the number of bounds there could be, two a factor, keeps that in check
// (Bonferroni). The box may lose all of its bounds.
func (t *Trajectory) Simplify(b Box, limit float64) Box {
	for {
		weakest, found := Restriction{QuasiP: limit}, false
		for _, r := range t.Restrictions(b) {
			if r.QuasiP > weakest.QuasiP {
				weakest, found = r, true
			}
		}
		if !found {
			return b
		}
		b = t.counted(b.free(side{weakest.Factor, weakest.Upper}))
	}
}
