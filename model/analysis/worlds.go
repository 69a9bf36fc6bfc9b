package analysis

import (
	"math"

	"cumbre/sim/stat"
)

// The points of a sample are run in the same worlds, their replications. What a world adds
// to one point it adds to many, and no number of points averages it out: a mean over P
// points in R worlds has the variance
//
//	(variance between points)/P + (variance between worlds)/R + (the rest)/PR.
//
// The mean of the points' squared deviations over P estimates the first and the last term,
// that of what the worlds add over R the second and the last. Their sum counts the rest,
// which is small, twice: intervals are a little too wide rather than too narrow, as those
// for data clustered in two ways are without the correction for the intersection (Cameron,
// Gelbach and Miller 2011, Robust inference with multiway clustering, Journal of Business &
// Economic Statistics 29). Degrees of freedom are those of Satterthwaite (1946): with few
// worlds that differ much they are few.

// worldUnits are what each replication adds to the points of a group, beyond the means that
// these have, over the replications in which all of them were run.
func (r *results) worldUnits(points, metrics []int) *units {
	width := len(metrics) * r.designs
	w := &units{metrics: len(metrics), designs: r.designs}
	common := r.sharedBy(points, metrics)
	sums, n, mean := make([]float64, r.replications*width), make([]float64, r.replications), make([]float64, width)
	var rows []int32
	for _, p := range points {
		rows = rows[:0]
		clear(mean)
		for _, row := range r.of(p) {
			if common[r.replication(row)] && r.whole(metrics, row) {
				rows = append(rows, row)
				r.addTo(mean, metrics, row)
			}
		}
		if len(rows) < 2 {
			continue
		}
		for i := range mean {
			mean[i] /= float64(len(rows))
		}
		for _, row := range rows {
			at := r.replication(row)
			sum := sums[at*width : (at+1)*width]
			r.addTo(sum, metrics, row)
			for i := range sum {
				sum[i] -= mean[i]
			}
			n[at]++
		}
	}
	for at, n := range n {
		if n > 0 {
			effect := sums[at*width : (at+1)*width]
			for i := range effect {
				effect[i] /= n
			}
			w.add(effect)
		}
	}
	return w
}

// sharedBy tells of each replication whether all points of a group were run in it that have
// any values.
func (r *results) sharedBy(points, metrics []int) []bool {
	there, present := make([]int, r.replications), 0
	for _, p := range points {
		any := false
		for _, row := range r.of(p) {
			any = any || r.whole(metrics, row)
		}
		if !any {
			continue
		}
		present++
		for _, row := range r.of(p) {
			there[r.replication(row)]++
		}
	}
	all := make([]bool, r.replications)
	for at, n := range there {
		all[at] = present > 0 && n == present
	}
	return all
}

// addTo adds the values of a row, by metric and design.
func (r *results) addTo(sum []float64, metrics []int, row int32) {
	for m, metric := range metrics {
		for d, v := range r.value(metric, row) {
			sum[m*r.designs+d] += v
		}
	}
}

// repeated reports whether there is anything to tell chance by.
func (u *units) repeated() bool { return u.n >= 2 && (u.worlds == nil || u.worlds.n >= 2) }

// spread is a mean with its uncertainty: the variance of the mean, and the degrees of
// freedom that this is known with.
type spread struct {
	mean, variance, df float64
}

// spread is that of a design in one of the measures, less another design unless it is None.
// The units must be repeated.
func (u *units) spread(metric, design, other int) spread {
	t := u.tally(metric, design, other)
	s := spread{t.Mean(), t.Var() / float64(t.N()), float64(t.N() - 1)}
	if u.worlds == nil {
		return s
	}
	w := u.worlds.tally(metric, design, other)
	points, worlds := s.variance, w.Var()/float64(w.N())
	if s.variance = points + worlds; s.variance > 0 {
		p, v := points/s.variance, worlds/s.variance
		s.df = 1 / (float64(p*p)/s.df + float64(v*v)/float64(w.N()-1))
	}
	return s
}

// estimate is such a mean with its interval.
func (u *units) estimate(metric, design, other int, level float64) stat.Estimate {
	t := u.tally(metric, design, other)
	if u.worlds == nil {
		return t.Interval(level)
	}
	e := stat.Estimate{N: t.N(), Mean: t.Mean(), Low: math.NaN(), High: math.NaN()}
	if u.repeated() {
		s := u.spread(metric, design, other)
		half := stat.TQuantile((1+level)/2, s.df) * math.Sqrt(s.variance)
		e.Low, e.High = e.Mean-float64(half), e.Mean+float64(half)
	}
	return e
}

// tally tallies a design in one of the measures, less another design unless it is None.
func (u *units) tally(metric, design, other int) stat.Tally {
	var t stat.Tally
	for i := range u.n {
		values := u.at(i, metric)
		if other == None {
			t.Add(values[design])
		} else {
			t.Add(values[design] - values[other])
		}
	}
	return t
}
