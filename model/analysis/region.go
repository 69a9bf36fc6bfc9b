package analysis

import (
	"math"

	"cumbre/sim/sens"
)

// Regions says where each design leads: boxes of the space of factors, found by PRIM.
type Regions struct {
	Points  int      // that were used: those where one design leads
	Designs []Region // by design
}

// Region is where one design leads.
type Region struct {
	Leads int // points at which its mean is the best, by whatever margin
	// Box is the balanced box of PRIM, pasted and simplified, over Study.Factors; nil if the
	// design leads at too few points to look, or at nearly all, or no bound has evidence.
	Box *sens.Box
	// Restrictions are the bounds of the box with the evidence for each; Factor is a
	// position in Study.Factors. Their quasi-p is at most 0.05 over the number of bounds
	// that there could be, two a factor.
	Restrictions []sens.Restriction
}

// How many points it takes to look for a region: of those where a design leads and of
// those where it does not, and in all. With fewer, a box tells of single points.
const (
	fewestOfAKind = 10
	fewestPoints  = 30
)

// evidence is the error rate for all bounds of a box together.
const evidence = 0.05

// regions finds where each design leads, from the groups of the points.
func (r *results) regions(metric int, at []Group) (*Regions, error) {
	factors := varying(r.study)
	if r.o.Metrics[metric].Info().Better == 0 || r.designs < 2 || len(factors) == 0 {
		return nil, nil
	}
	var places [][]float64
	var leaders []int
	for i, p := range r.standing {
		if at[p].Leader == None {
			continue
		}
		values, place := r.coordinates()[i], make([]float64, len(factors))
		for j, f := range factors {
			place[j] = values[f]
		}
		places, leaders = append(places, place), append(leaders, at[p].Leader)
	}
	if len(places) < fewestPoints {
		return nil, nil
	}
	found := &Regions{Points: len(places), Designs: make([]Region, r.designs)}
	for d := range found.Designs {
		if err := found.Designs[d].find(d, places, leaders, factors, len(r.study.Factors())); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// find looks for the region of one design.
func (g *Region) find(design int, places [][]float64, leaders, factors []int, of int) error {
	y := make([]float64, len(leaders))
	for i, leader := range leaders {
		if leader == design {
			y[i] = 1
			g.Leads++
		}
	}
	if g.Leads < fewestOfAKind || len(y)-g.Leads < fewestOfAKind {
		return nil
	}
	t, err := sens.Peel(places, y, sens.PrimOptions{})
	if err != nil {
		return err
	}
	box := t.Simplify(t.Paste(t.Boxes[t.Balanced()]), evidence/float64(2*len(factors)))
	if box.Restricted() == 0 {
		return nil
	}
	for _, x := range t.Restrictions(box) {
		x.Factor = factors[x.Factor]
		g.Restrictions = append(g.Restrictions, x)
	}
	g.Box = &box
	low, high := box.Low, box.High
	box.Low, box.High = make([]float64, of), make([]float64, of)
	for i := range of {
		box.Low[i], box.High[i] = math.Inf(-1), math.Inf(1)
	}
	for i, f := range factors {
		box.Low[f], box.High[f] = low[i], high[i]
	}
	return nil
}
