package robust

import (
	"cmp"
	"math"
	"slices"

	"cumbre/sim/stat"
)

// Influence says which parameters decide whether a design leads: those whose
// distribution in the worlds where it leads differs from that in the others, by
// the regional sensitivity analysis of Hornberger and Spear (1981). The distance
// is that of Kolmogorov and Smirnov, along the axis on which the parameter was
// drawn.
type Influence struct {
	// Critical is the distance that any parameter without influence would pass
	// with probability Alpha, corrected for their number (Bonferroni). It is NaN if
	// there are fewer than fewest worlds of either kind: then nothing is said.
	Critical float64
	Decisive []Decisive // beyond Critical, the greatest distance first
}

// Alpha is the probability that a parameter without influence is called decisive
// in one measure and for one design.
const Alpha = 0.05

// fewest is how many worlds of either kind the asymptotic bound needs.
const fewest = 20

// Decisive is one parameter that decides.
type Decisive struct {
	Axis     int // position in Robustness.Axes
	Distance float64
	More     bool // the design leads more where the parameter is large
	// Thirds are the shares of worlds in which the design leads where the parameter
	// lies in the lowest, middle and highest third of its axis.
	Thirds [3]float64
}

// influence looks for what decides whether design d leads in measure k. Worlds in
// which the measure is undefined for all are left out.
func (t *totals) influence(k, d int) Influence {
	var in, out []int
	for world, l := range t.leaders[k] {
		switch l.Design {
		case d:
			in = append(in, t.kinds[world])
		case None:
		default:
			out = append(out, t.kinds[world])
		}
	}
	led, others := effective(in), effective(out) // copies of a point tell one thing
	if led < fewest || others < fewest {
		return Influence{Critical: math.NaN()}
	}
	found := Influence{Critical: stat.KolmogorovCritical(Alpha/float64(len(t.axes)), led, others)}
	for axis := range t.axes {
		if x := t.decisive(k, d, axis); x.Distance > found.Critical {
			found.Decisive = append(found.Decisive, x)
		}
	}
	slices.SortStableFunc(found.Decisive, func(a, b Decisive) int { return cmp.Compare(b.Distance, a.Distance) })
	return found
}

func (t *totals) decisive(k, d, axis int) Decisive {
	var in, out []float64
	var led, all [3]int
	for world, l := range t.leaders[k] {
		if l.Design == None {
			continue
		}
		place := t.places[axis][world]
		third := min(2, int(3*place))
		all[third]++
		if l.Design == d {
			in = append(in, place)
			led[third]++
		} else {
			out = append(out, place)
		}
	}
	slices.Sort(in)
	slices.Sort(out)
	smaller, larger := stat.Kolmogorov(in, out)
	x := Decisive{Axis: axis, Distance: max(smaller, larger), More: larger > smaller}
	for i := range x.Thirds {
		x.Thirds[i] = float64(led[i]) / float64(all[i])
	}
	return x
}
