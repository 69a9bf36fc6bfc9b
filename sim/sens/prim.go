package sens

import (
	"errors"
	"fmt"
	"math"
)

// PrimOptions says how to look for boxes. The zero value of a field means its default.
type PrimOptions struct {
	// Peel is the share of the points in a box to peel off in a step, and to paste on;
	// between 0 and 1, 0.05 by default. Less is more patient: it takes more steps and
	// is less easily misled.
	Peel float64

	// MinMass is the smallest mass of a box, as a share of all points; between 0 and 1,
	// 0.05 by default.
	MinMass float64
}

func (o PrimOptions) withDefaults() (PrimOptions, error) {
	o.Peel, o.MinMass = orDefault(o.Peel, 0.05), orDefault(o.MinMass, 0.05)
	var wrong []error
	if !(o.Peel > 0 && o.Peel < 1) {
		wrong = append(wrong, fmt.Errorf("peel %v is not between 0 and 1", o.Peel))
	}
	if !(o.MinMass > 0 && o.MinMass < 1) {
		wrong = append(wrong, fmt.Errorf("least mass %v is not between 0 and 1", o.MinMass))
	}
	return o, errors.Join(wrong...)
}

// Trajectory is a sequence of boxes, each within the one before, from the whole space
// to one of few points. Density mostly rises along it and coverage falls: which box
// says most is for the reader to choose (Bryant and Lempert 2010), or see [Balanced].
type Trajectory struct {
	Boxes []Box

	Points, Hits int // used
	Missing      int // points not used, because the run or a coordinate is missing

	points  [][]float64
	hit     []bool
	order   [][]int // of the points, by factor
	options PrimOptions
}

// Peel looks for a box in which hits are dense, by the peeling of PRIM (Friedman and
// Fisher 1999). y says which points are hits: 1, 0, or NaN for a missing run, which
// is left out and counted.
//
// A step takes the share o.Peel of the points off the box at one of its faces, the one
// that raises the density most for each point taken: with continuous inputs the one that
// leaves the highest density; the lists of levels of a factorial give up one level at
// a time, often much more than that share, and are compared fairly that way (Kwakkel
// and Jaxa-Rozen 2016). Of equal ones it takes the one that takes fewest points, then the
// first. It ends before the box would have less than the mass o.MinMass, or when it
// holds nothing but hits.
//
// It returns an error if y has another length than points, if a value is none of the
// three, if no point or no hit is left, or if the options make no sense.
func Peel(points [][]float64, y []float64, o PrimOptions) (*Trajectory, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	t := &Trajectory{options: o}
	if err := t.take(points, y); err != nil {
		return nil, err
	}
	t.order = sorted(t.points)
	box := t.whole()
	for {
		t.Boxes = append(t.Boxes, box)
		if box.Hits == box.Points {
			return t, nil
		}
		next, found := t.peeled(box)
		if !found {
			return t, nil
		}
		box = next
	}
}

// take takes in the points that can be used.
func (t *Trajectory) take(points [][]float64, y []float64) error {
	if len(points) != len(y) {
		return fmt.Errorf("%d points and %d outputs", len(points), len(y))
	}
	for i, p := range points {
		if len(p) != len(points[0]) {
			return fmt.Errorf("point %d has %d coordinates and point 0 has %d", i, len(p), len(points[0]))
		}
		switch hit := y[i]; {
		case math.IsNaN(hit) || !allFinite(p):
			t.Missing++
		case hit == 0 || hit == 1:
			t.points = append(t.points, p)
			t.hit = append(t.hit, hit == 1)
		default:
			return fmt.Errorf("output %d is %v: not 1 for a hit, 0 or NaN", i, hit)
		}
	}
	t.Points = len(t.points)
	for _, h := range t.hit {
		if h {
			t.Hits++
		}
	}
	if t.Hits == 0 {
		return fmt.Errorf("no hits among %d points (%d more are missing)", t.Points, t.Missing)
	}
	return nil
}

func allFinite(point []float64) bool {
	for _, x := range point {
		if !finite(x) {
			return false
		}
	}
	return true
}

// whole returns the box without bounds.
func (t *Trajectory) whole() Box {
	var b Box
	for range t.points[0] {
		b.Low, b.High = append(b.Low, math.Inf(-1)), append(b.High, math.Inf(1))
	}
	return t.counted(b)
}

// counted completes a box by what is inside.
func (t *Trajectory) counted(b Box) Box {
	b.Points, b.Hits = 0, 0
	for i, p := range t.points {
		if b.Contains(p) {
			b.Points++
			if t.hit[i] {
				b.Hits++
			}
		}
	}
	return t.shares(b)
}

func (t *Trajectory) shares(b Box) Box {
	b.Coverage = float64(b.Hits) / float64(t.Hits)
	b.Density = float64(b.Hits) / float64(b.Points)
	b.Mass = float64(b.Points) / float64(t.Points)
	return b
}

// Balanced returns the number of a box in t.Boxes that is a fair compromise: the one
// with the highest harmonic mean of coverage and density, the first of equal ones. It is
// a convention (the F measure of information retrieval), for when nobody is there to
// choose.
func (t *Trajectory) Balanced() int {
	best, highest := 0, 0.0
	for i, b := range t.Boxes {
		// 2cd/(c+d) with c = h/H and d = h/n is 2h/(H+n).
		if f := 2 * float64(b.Hits) / float64(t.Hits+b.Points); f > highest {
			best, highest = i, f
		}
	}
	return best
}
