package analysis

import (
	"fmt"
	"math"

	"cumbre/sim/sens"
)

// Sensitivity is the analysis that a study's key `sensitivity` asks for, of one measure.
type Sensitivity struct {
	Method       string // name of the sampler: morris or sobol
	Size         int    // trajectories or base points that have runs
	Replications int    // that each point's value is the mean of: those that all points have
	Outputs      []Output
}

// Output is one quantity that is explained: a design's mean at a point, or its difference
// to the baseline there. One of Morris and Sobol is there.
type Output struct {
	Design     int
	Difference bool // to the first design
	Morris     *sens.MorrisEffects
	Sobol      *sens.SobolIndices
}

// methods is the registry: how the points of a sampler are analysed.
var methods = map[string]func(r *results, y []float64, size int, o sens.Options, out *Output) error{
	"morris": func(r *results, y []float64, size int, o sens.Options, out *Output) (err error) {
		out.Morris, err = sens.Morris(r.trajectories(size), y, o)
		return err
	},
	"sobol": func(r *results, y []float64, _ int, o sens.Options, out *Output) (err error) {
		out.Sobol, err = sens.Sobol(y, len(r.study.Sample.Factors), o)
		return err
	},
}

// sensitivity explains one measure; nil if the study does not ask for it or no block has
// been begun.
func (r *results) sensitivity(metric int) (*Sensitivity, error) {
	s := r.study.Sample
	if !s.Sensitivity() {
		return nil, nil
	}
	analyse := methods[s.Sampler.Name]
	if analyse == nil {
		return nil, fmt.Errorf("no analysis of the points of %s", s.Sampler.Name)
	}
	replications, size := r.explained()
	found := &Sensitivity{Method: s.Sampler.Name, Size: size, Replications: len(replications)}
	if size == 0 {
		return nil, nil
	}
	o := sens.Options{Level: r.o.Level, Resamples: r.o.Resamples, Seed: r.study.Seed}
	for d := range r.designs {
		for _, difference := range []bool{false, true}[:min(d, 1)+1] {
			out := Output{Design: d, Difference: difference}
			y := make([]float64, size*s.Block())
			for p := range y {
				y[p] = r.explain(p, metric, replications, d, difference)
			}
			if err := analyse(r, y, size, o, &out); err != nil {
				return nil, err
			}
			found.Outputs = append(found.Outputs, out)
		}
	}
	return found, nil
}

// explained says which replications a point's value is the mean of, and how many blocks
// have any. All points must have the same, or an effect would be of other worlds: while
// the first replication is under way, it is that one, of the blocks that have been begun.
func (r *results) explained() (replications []int, size int) {
	block := r.study.Sample.Block()
	if len(r.common) > 0 {
		return r.common, r.points.N() / block
	}
	for p := range r.points.N() {
		if len(r.of(p)) > 0 {
			size = p/block + 1
		}
	}
	return []int{0}, size
}

// explain is the mean of a design, or of its difference to the first, at a point: NaN if a
// replication is missing.
func (r *results) explain(point, metric int, replications []int, design int, difference bool) float64 {
	sum, n := 0.0, 0
	for _, row := range r.of(point) {
		if n == len(replications) || r.replication(row) != replications[n] {
			continue
		}
		values := r.value(metric, row)
		x := values[design]
		if difference {
			x -= values[0]
		}
		sum += x
		n++
	}
	if n < len(replications) {
		return math.NaN()
	}
	return sum / float64(n)
}

// trajectories returns where points of the sample were run, from 0 to 1 along each factor.
func (r *results) trajectories(size int) [][]float64 {
	factors := r.study.Sample.Factors
	all := make([][]float64, size*r.study.Sample.Block())
	for p := range all {
		all[p] = make([]float64, len(factors))
		for i, value := range r.points.Values(p) {
			all[p][i] = factors[i].Axis.Place(value)
		}
	}
	return all
}
