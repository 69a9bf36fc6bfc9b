package main

import (
	"math"
	"strconv"

	"cumbre/model"
	"cumbre/scenarios"
	"cumbre/sim/stat"
)

// comparable reports whether two scenarios can be held against each other run by run:
// they share start and end.
func comparable(s, base *runs) bool {
	return s.Spec.Start == base.Spec.Start && s.Spec.End == base.Spec.End
}

// effects are the paired differences of a finding. base is nil if there is none that it
// can be compared with. The p-values are corrected for the number of all of them.
func effects(s, base *runs, q question) []scenarios.Effect {
	var all []tested
	if base != nil {
		all = append(all, againstBase(s, base, q)...)
	}
	for _, m := range q.designs {
		for d := 1; d < len(s.Designs); d++ {
			all = append(all, tested{
				scenarios.Effect{Kind: scenarios.AgainstDesign, Design: s.Designs[d].Design.Name, Against: s.Designs[0].Design.Name},
				m, pairs(values(m, s.results[d]), values(m, s.results[0])),
			})
		}
	}
	return estimated(all)
}

// tested is an effect on its way.
type tested struct {
	scenarios.Effect
	measure
	pairs stat.Paired
}

// againstBase compares the baseline design with itself in the base, by every measure,
// then throughput in the other designs, then what that does to their lead.
func againstBase(s, base *runs, q question) []tested {
	var all, others, leads []tested
	throughput := metric(model.MThroughput)
	first := base.design(s.Designs[0].Design.Name)
	if first < 0 {
		return nil
	}
	for _, m := range append(append([]measure(nil), always...), q.base...) {
		all = append(all, tested{
			scenarios.Effect{Kind: scenarios.AgainstBase, Design: s.Designs[0].Design.Name, Against: base.Spec.Name},
			m, pairs(values(m, s.results[0]), values(m, base.results[first])),
		})
	}
	for d := 1; d < len(s.Designs); d++ {
		name := s.Designs[d].Design.Name
		there := base.design(name)
		if there < 0 {
			continue
		}
		here, before := values(throughput, s.results[d]), values(throughput, base.results[there])
		others = append(others, tested{
			scenarios.Effect{Kind: scenarios.AgainstBase, Design: name, Against: base.Spec.Name}, throughput, pairs(here, before),
		})
		leads = append(leads, tested{
			scenarios.Effect{Kind: scenarios.LeadMoves, Design: name, Against: s.Designs[0].Design.Name}, throughput,
			pairs(less(here, values(throughput, s.results[0])), less(before, values(throughput, base.results[first]))),
		})
	}
	return append(append(all, others...), leads...)
}

func values(m measure, all []result) []float64 {
	xs := make([]float64, len(all))
	for i := range all {
		xs[i] = m.of(&all[i])
		if math.IsInf(xs[i], 0) {
			xs[i] = math.NaN() // as undefined as a share of nothing: no mean can be taken of it
		}
	}
	return xs
}

func less(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}

func pairs(treatment, baseline []float64) (p stat.Paired) {
	for i := range treatment {
		p.Add(treatment[i], baseline[i])
	}
	return p
}

// estimated turns pairs into intervals. What fewer than two pairs are known of is left
// out: nothing can be said of it.
func estimated(all []tested) []scenarios.Effect {
	var found []scenarios.Effect
	var p []float64
	for _, t := range all {
		if t.pairs.N() < 2 {
			continue
		}
		e, x := t.Effect, t.pairs.Interval(level)
		e.Measure, e.Unit, e.N = t.name, t.unit, x.N
		e.Mean, e.Low, e.High = rounded(x.Mean), rounded(x.Low), rounded(x.High)
		found = append(found, e)
		p = append(p, t.pairs.P())
	}
	for i, adjusted := range stat.Holm(p) {
		found[i].AdjustedP = math.Round(adjusted*1e6) / 1e6 // of the tail no more can be believed
	}
	return found
}

// rounded keeps six digits: the rest is of no use, and the last bits of statistics may
// differ between processors.
func rounded(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 6, 64), 64)
	if err != nil {
		panic(err) // what FormatFloat writes, ParseFloat reads
	}
	return y
}
