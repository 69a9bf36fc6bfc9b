package analysis

import (
	"math"

	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// The probability that a design's mean is the best is the posterior one of the Bayesian
// selection of the best of several simulated systems (Chick and Inoue 2001, New two-stage
// and sequential procedures for selecting the best simulated system, Operations Research
// 49): given n units, the true means are around the observed ones as a multivariate Student
// t with n-1 degrees of freedom and the units' covariance over n, which the same random
// numbers make much less than that of independent runs. Of two designs that is Student's t
// in closed form; of more, the share of draws.

// draws is how many: a share is known to within some 0.8 points (one standard error).
const draws = 4096

// drawBest is the purpose of the draws, above those of the model and of model/study.
const drawBest rng.Purpose = 1<<20 + 16

// sources of uncertainty: the units and, where these are points of a sample, the worlds
// that all points share. Each has its own posterior, and the means add both (of two
// designs that is the posterior of Behrens and Fisher), so each has its own draws.
const sources = 2

// lottery holds the draws, which are the same for every group: groups with the same
// results get the same probabilities.
type lottery struct {
	seed    uint64
	normals [sources][]float64         // by draw, then design but the first
	scales  [sources]map[int][]float64 // by degrees of freedom, then draw
}

// best returns the probabilities, by design; nil without intervals.
func (r *results) best(u *units, better int) []float64 {
	switch {
	case !u.repeated():
		return nil
	case u.designs == 2 && u.worlds == nil:
		return bestOfTwo(u, better)
	}
	if r.lots == nil {
		r.lots = newLottery(r.study.Seed, u.designs)
	}
	return r.lots.best(u, better)
}

// bestOfTwo is Student's t: the two-sided p-value is twice the probability of the other
// side.
func bestOfTwo(u *units, better int) []float64 {
	t := u.tally(0, 1, 0)
	worse := stat.TTest(t) / 2
	switch ahead := float64(better) * t.Mean(); {
	case ahead > 0:
		return []float64{worse, 1 - worse}
	case ahead < 0:
		return []float64{1 - worse, worse}
	}
	return []float64{0.5, 0.5}
}

func newLottery(seed uint64, designs int) *lottery {
	l := &lottery{seed: seed}
	for s := range l.normals {
		stream := rng.New(seed, 0).Stream(drawBest, uint64(2*s), 0, 0)
		l.normals[s] = make([]float64, draws*(designs-1))
		for i := range l.normals[s] {
			l.normals[s][i] = stream.Normal()
		}
		l.scales[s] = map[int][]float64{}
	}
	return l
}

// scale returns the square roots of n over draws of chi-square with n degrees of freedom.
func (l *lottery) scale(source, n int) []float64 {
	scales := l.scales[source]
	if scales[n] == nil {
		stream := rng.New(l.seed, 0).Stream(drawBest, uint64(2*source+1), uint64(n), 0)
		all := make([]float64, draws)
		for i := range all {
			all[i] = math.Sqrt(float64(n) / stream.Gamma(float64(n)/2, 2))
		}
		scales[n] = all
	}
	return scales[n]
}

// best draws the differences of all designs to the first, in which the part that the same
// random numbers give to all has gone.
func (l *lottery) best(u *units, better int) []float64 {
	k := u.designs - 1
	mean, root := u.differences()
	of := [sources]spread{{l.normals[0], l.scale(0, u.n-1), root}}
	if u.worlds != nil {
		_, root := u.worlds.differences()
		of[1] = spread{l.normals[1], l.scale(1, u.worlds.n-1), root}
	}
	wins, at := make([]float64, k+1), make([]float64, k+1)
	for i := range draws {
		copy(at[1:], mean)
		for _, s := range of {
			s.addTo(at[1:], i)
		}
		for d := range at {
			at[d] *= float64(better)
		}
		score(at, wins)
	}
	for d := range wins {
		wins[d] /= draws
	}
	return wins
}

// spread is how far off the means of one source of uncertainty may be; the zero value is
// none.
type spread struct {
	normals, scale []float64
	root           []float64 // see differences
}

// addTo adds what one of the draws says.
func (s spread) addTo(means []float64, draw int) {
	if s.root == nil {
		return
	}
	k := len(means)
	z := s.normals[draw*k : (draw+1)*k]
	for d := range means {
		x := 0.0
		for j := 0; j <= d; j++ {
			x += float64(s.root[d*k+j] * z[j])
		}
		means[d] += float64(s.scale[draw] * x)
	}
}

// score gives a point to the greatest value; equal ones share it.
func score(values, wins []float64) {
	top, equal := math.Inf(-1), 0
	for _, x := range values {
		switch {
		case x > top:
			top, equal = x, 1
		case x == top:
			equal++
		}
	}
	for d, x := range values {
		if x == top {
			wins[d] += 1 / float64(equal)
		}
	}
}

// differences returns the means of all designs less the first, and a lower triangular root
// of the covariance of these means, after Cholesky. A difference that is a linear function
// of those before, as far as rounding tells, gets nothing of its own.
func (u *units) differences() (mean, root []float64) {
	k := u.designs - 1
	mean, cov := make([]float64, k), make([]float64, k*k)
	for d := range k {
		mean[d] = u.tally(0, d+1, 0).Mean()
	}
	for i := range u.n {
		values := u.at(i, 0)
		for a := range k {
			for b := 0; b <= a; b++ {
				cov[a*k+b] += float64((values[a+1] - values[0] - mean[a]) * (values[b+1] - values[0] - mean[b]))
			}
		}
	}
	const rounding = 1e-12
	root = make([]float64, k*k)
	for a := range k {
		for b := 0; b <= a; b++ {
			rest := cov[a*k+b] / (float64(u.n-1) * float64(u.n))
			for j := range b {
				rest -= float64(root[a*k+j] * root[b*k+j])
			}
			switch own := cov[a*k+a] / (float64(u.n-1) * float64(u.n)); {
			case a == b && rest > rounding*own:
				root[a*k+a] = math.Sqrt(rest)
			case a != b && root[b*k+b] > 0:
				root[a*k+b] = rest / root[b*k+b]
			}
		}
	}
	return mean, root
}
