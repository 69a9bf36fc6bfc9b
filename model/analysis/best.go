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
//
// Where units are points of a sample, covariance and degrees of freedom are those of points
// and worlds together (worlds.go), the latter as the difference of the best two has them.

// draws is how many: a share is known to within some 0.8 points (one standard error).
const draws = 4096

// drawBest is the purpose of the draws, above those of the model and of model/study.
const drawBest rng.Purpose = 1<<20 + 16

// lottery holds the draws, which are the same for every group: groups with the same
// results get the same probabilities.
type lottery struct {
	seed    uint64
	normals []float64             // by draw, then design but the first
	scales  map[float64][]float64 // by degrees of freedom, then draw
}

// best returns the probabilities, by design, of a group with the means and the leaders
// already found; nil without intervals.
func (r *results) best(u *units, g *Group, better int) []float64 {
	switch {
	case !u.repeated():
		return nil
	case u.designs == 2:
		return bestOfTwo(u, better)
	}
	if r.lots == nil {
		r.lots = newLottery(r.study.Seed, u.designs)
	}
	first, second := max(g.Leader, 0), max(g.Second, 1) // of a tie any two
	return r.lots.best(u, u.spread(0, first, second).df, better)
}

// bestOfTwo is Student's t.
func bestOfTwo(u *units, better int) []float64 {
	s := u.spread(0, 1, 0)
	switch ahead := float64(better) * s.mean; {
	case ahead == 0:
		return []float64{0.5, 0.5}
	case s.variance == 0 && ahead > 0:
		return []float64{0, 1}
	case s.variance == 0:
		return []float64{1, 0}
	default:
		worse := stat.TBelow(-ahead/math.Sqrt(s.variance), s.df)
		return []float64{worse, 1 - worse}
	}
}

func newLottery(seed uint64, designs int) *lottery {
	l := &lottery{seed: seed, normals: make([]float64, draws*(designs-1)), scales: map[float64][]float64{}}
	stream := rng.New(seed, 0).Stream(drawBest, 0, 0, 0)
	for i := range l.normals {
		l.normals[i] = stream.Normal()
	}
	return l
}

// scale returns the square roots of df over draws of chi-square with df degrees of freedom.
// Those that are no whole number are rounded down, to quarters if they are few: there would
// be draws for each group.
func (l *lottery) scale(df float64) []float64 {
	step := 1.0
	if df < 16 {
		step = 0.25
	}
	df = float64(math.Floor(df/step) * step)
	if l.scales[df] == nil {
		stream := rng.New(l.seed, 0).Stream(drawBest, 1, uint64(df), uint64(4*(df-math.Floor(df))))
		all := make([]float64, draws)
		for i := range all {
			all[i] = math.Sqrt(df / stream.Gamma(df/2, 2))
		}
		l.scales[df] = all
	}
	return l.scales[df]
}

// best draws the differences of all designs to the first, in which the part that the same
// random numbers give to all has gone.
func (l *lottery) best(u *units, df float64, better int) []float64 {
	k := u.designs - 1
	mean, root := u.differences()
	scale := l.scale(df)
	wins, at := make([]float64, k+1), make([]float64, k+1)
	for i := range draws {
		z := l.normals[i*k : (i+1)*k]
		for d := range k {
			x := 0.0
			for j := 0; j <= d; j++ {
				x += float64(root[d*k+j] * z[j])
			}
			at[d+1] = float64(better) * (mean[d] + float64(scale[i]*x))
		}
		score(at, wins)
	}
	for d := range wins {
		wins[d] /= draws
	}
	return wins
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
	mean, cov := u.covariance()
	if u.worlds != nil {
		_, more := u.worlds.covariance()
		for i, x := range more {
			cov[i] += x
		}
	}
	const rounding = 1e-12
	root = make([]float64, k*k)
	for a := range k {
		for b := 0; b <= a; b++ {
			rest := cov[a*k+b]
			for j := range b {
				rest -= float64(root[a*k+j] * root[b*k+j])
			}
			switch {
			case a == b && rest > float64(rounding*cov[a*k+a]):
				root[a*k+a] = math.Sqrt(rest)
			case a != b && root[b*k+b] > 0:
				root[a*k+b] = rest / root[b*k+b]
			}
		}
	}
	return mean, root
}

// covariance returns the means of all designs less the first, and the covariance of these
// means, its lower triangle.
func (u *units) covariance() (mean, cov []float64) {
	k := u.designs - 1
	mean, cov = make([]float64, k), make([]float64, k*k)
	for d := range k {
		t := u.tally(0, d+1, 0)
		mean[d] = t.Mean()
	}
	for i := range u.n {
		values := u.at(i, 0)
		for a := range k {
			for b := 0; b <= a; b++ {
				cov[a*k+b] += float64((values[a+1] - values[0] - mean[a]) * (values[b+1] - values[0] - mean[b]))
			}
		}
	}
	for i := range cov {
		cov[i] /= float64(u.n-1) * float64(u.n)
	}
	return mean, cov
}
