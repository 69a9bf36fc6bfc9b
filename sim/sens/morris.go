package sens

import (
	"fmt"
	"math"

	"cumbre/sim/stat"
)

// MorrisEffects are the elementary effects of factors, summarised.
type MorrisEffects struct {
	Factors []MorrisEffect

	// Ranking is the statistic of [UnstableRanking] for the mean absolute effects.
	Ranking float64

	Trajectories  int
	Runs, Missing int

	Warnings []Warning
}

// MorrisEffect is about one factor, in units of the output for a move through its
// whole range. MuStar orders factors by importance; Sigma is large beside it if the
// effect is not the same everywhere, because it is not linear or depends on other
// factors; Mu is small beside it if effects of both signs cancel.
type MorrisEffect struct {
	Mu     Estimate // mean elementary effect
	MuStar Estimate // mean absolute elementary effect (Campolongo et al. 2007)
	Sigma  Estimate // standard deviation of the elementary effects

	Effects int // that there are
	Lost    int // for want of a run at either end
	Unmoved int // the point did not change, as when a whole number was rounded back
}

// Morris computes elementary effects from the outputs y at trajectories: blocks of
// k+1 points, of which each differs from the one before in at most one of its k
// coordinates, as those of experiment.Morris do. Points are in the unit cube, where
// each factor has its range from 0 to 1; if a run rounded a coordinate, give what was
// run. The effect of factor i between two points is
//
//	EE_i = (y' - y) / (x'_i - x_i).
//
// A missing run costs the effects on either side of it, at most two, not its
// trajectory.
//
// It returns an error if the points are not trajectories, if y has not an output for
// each, or if the options make no sense.
func Morris(points [][]float64, y []float64, o Options) (*MorrisEffects, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	if len(points) == 0 || len(points) != len(y) || len(points)%(len(points[0])+1) != 0 {
		return nil, fmt.Errorf("%d points and %d outputs are not trajectories of k+1", len(points), len(y))
	}
	k := len(points[0])
	r := &MorrisEffects{Factors: make([]MorrisEffect, k), Trajectories: len(points) / (k + 1), Runs: len(y)}
	effects, err := r.effects(points, y)
	if err != nil {
		return nil, err
	}
	for _, v := range y {
		if !finite(v) {
			r.Missing++
		}
	}
	r.estimate(effects, o)
	r.warn(o)
	return r, nil
}

// effect is an elementary effect with the trajectory that it is from.
type effect struct {
	trajectory int
	value      float64
}

// effects computes the elementary effects of each factor and counts those lost.
func (r *MorrisEffects) effects(points [][]float64, y []float64) ([][]effect, error) {
	k := len(r.Factors)
	effects := make([][]effect, k)
	for t := range r.Trajectories {
		moved := make([]bool, k)
		for i := t*(k+1) + 1; i < (t+1)*(k+1); i++ {
			factor, err := movedFactor(points[i-1], points[i])
			if err != nil {
				return nil, fmt.Errorf("points %d and %d: %w", i-1, i, err)
			}
			if factor < 0 {
				continue
			}
			moved[factor] = true
			if !finite(y[i-1]) || !finite(y[i]) {
				r.Factors[factor].Lost++
				continue
			}
			value := (y[i] - y[i-1]) / (points[i][factor] - points[i-1][factor])
			effects[factor] = append(effects[factor], effect{t, value})
		}
		for j, m := range moved {
			if !m {
				r.Factors[j].Unmoved++
			}
		}
	}
	return effects, nil
}

// movedFactor returns the coordinate in which two points differ, -1 if in none.
func movedFactor(from, to []float64) (int, error) {
	if len(from) != len(to) {
		return 0, fmt.Errorf("one has %d coordinates and the other %d", len(from), len(to))
	}
	factor := -1
	for j := range from {
		if from[j] == to[j] {
			continue
		}
		if factor >= 0 {
			return 0, fmt.Errorf("they differ in factors %d and %d: not steps of a trajectory", factor, j)
		}
		factor = j
	}
	return factor, nil
}

func (r *MorrisEffects) estimate(effects [][]effect, o Options) {
	k := len(effects)
	var samples [3][][]float64 // mu, mu* and sigma, by factor and resample
	for m := range samples {
		samples[m] = make([][]float64, k)
	}
	var ranked [][]float64
	resampled(o, r.Trajectories, func(_ int, times []float64) {
		stars := make([]float64, k)
		for j := range k {
			summary := summarise(effects[j], times)
			stars[j] = summary[1]
			for m, v := range summary {
				samples[m][j] = append(samples[m][j], v)
			}
		}
		ranked = append(ranked, stars)
	})
	r.Ranking = ranking(ranked)
	all := once(r.Trajectories)
	for j := range r.Factors {
		f, summary := &r.Factors[j], summarise(effects[j], all)
		f.Effects = len(effects[j])
		for m, e := range []*Estimate{&f.Mu, &f.MuStar, &f.Sigma} {
			*e = interval(summary[m], samples[m][j], o.Level)
		}
	}
}

// summarise returns mean, mean absolute value and standard deviation of effects, each
// counted as often as its trajectory was drawn.
func summarise(effects []effect, times []float64) [3]float64 {
	var values, absolute stat.Tally
	for _, e := range effects {
		for range int(times[e.trajectory]) {
			values.Add(e.value)
			absolute.Add(math.Abs(e.value))
		}
	}
	return [3]float64{values.Mean(), absolute.Mean(), values.SD()}
}

func (r *MorrisEffects) warn(o Options) {
	if r.Missing > 0 {
		r.Warnings = append(r.Warnings, Warning{MissingRuns, -1, float64(r.Missing) / float64(r.Runs), 0})
	}
	largest, few := 0.0, 0
	for j, f := range r.Factors {
		if f.Effects < 2 {
			r.Warnings = append(r.Warnings, Warning{TooFew, j, float64(f.Effects), 2})
			few++
		}
		if f.MuStar.Value > largest {
			largest = f.MuStar.Value
		}
	}
	if largest == 0 {
		if few < len(r.Factors) {
			r.Warnings = append(r.Warnings, Warning{Constant, -1, 0, 0})
		}
		return
	}
	for j, f := range r.Factors {
		if width := f.MuStar.Width() / largest; width > o.MaxWidth {
			r.Warnings = append(r.Warnings, Warning{WideEffect, j, width, o.MaxWidth})
		}
	}
	r.Warnings = append(r.Warnings, unstable(r.Ranking)...)
}
