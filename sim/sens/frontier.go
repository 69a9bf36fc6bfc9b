package sens

import (
	"cmp"
	"math"
	"slices"
)

// Option is something one could choose, with its mean cost, the less the better, and
// its mean effect, the more the better.
type Option struct {
	Cost, Effect float64
}

// Standing is where an option stands among all.
type Standing struct {
	Status Status

	// By is an option that dominates this one, for Dominated: the first of the
	// cheapest that do; else -1.
	By int

	// Ratio is the incremental cost-effectiveness ratio for Efficient: cost for one more
	// unit of effect, against the next cheaper efficient option. It is NaN for the
	// cheapest, and for the others.
	Ratio float64
}

// Status is a word for a standing.
type Status int

const (
	// Efficient options are on the frontier: more effect costs more, and at a rate that
	// rises from one to the next.
	Efficient Status = iota
	// ExtendedlyDominated options are dominated by no option, but by a mix of two
	// efficient ones, which gives more effect at the same cost.
	ExtendedlyDominated
	// Dominated options have another that costs no more, is no less effective, and is
	// better in one of the two.
	Dominated
	// Undefined options have a cost or an effect that is no finite number.
	Undefined
)

// Frontier returns the standing of each option: the cost-effectiveness frontier
// (Johannesson and Weinstein 1993, On the decision rules of cost-effectiveness
// analysis, Journal of Health Economics 12). Equal options stand equally. It looks at
// means only: whether two differ at all is for their intervals to say.
func Frontier(options []Option) []Standing {
	standings := make([]Standing, len(options))
	var order []int // not dominated, the cheapest first
	for i, o := range options {
		standings[i] = Standing{Efficient, -1, math.NaN()}
		if !finite(o.Cost) || !finite(o.Effect) {
			standings[i].Status = Undefined
			continue
		}
		if by := dominator(options, o); by >= 0 {
			standings[i].Status, standings[i].By = Dominated, by
			continue
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(options[i].Cost, options[j].Cost) })
	corners := hull(options, order)
	for _, i := range order {
		at := slices.IndexFunc(corners, func(c int) bool { return options[c] == options[i] })
		switch {
		case at < 0:
			standings[i].Status = ExtendedlyDominated
		case at > 0:
			standings[i].Ratio = ratio(options[corners[at-1]], options[i])
		}
	}
	return standings
}

// dominator returns the first of the cheapest options that dominate o, -1 if none does.
func dominator(options []Option, o Option) int {
	by := -1
	for i, a := range options {
		dominates := a.Cost <= o.Cost && a.Effect >= o.Effect && a != o && finite(a.Cost) && finite(a.Effect)
		if dominates && (by < 0 || a.Cost < options[by].Cost) {
			by = i
		}
	}
	return by
}

// hull returns those of the options in order, of rising cost and effect, between which
// the ratio does not fall: one of each that are equal.
func hull(options []Option, order []int) []int {
	var corners []int
	for _, i := range order {
		if n := len(corners); n > 0 && options[corners[n-1]] == options[i] {
			continue
		}
		for n := len(corners); n >= 2; n = len(corners) {
			before, last := options[corners[n-2]], options[corners[n-1]]
			if ratio(before, last) <= ratio(last, options[i]) {
				break
			}
			corners = corners[:n-1]
		}
		corners = append(corners, i)
	}
	return corners
}

func ratio(from, to Option) float64 { return (to.Cost - from.Cost) / (to.Effect - from.Effect) }
