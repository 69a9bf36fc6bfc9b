package abc

import (
	"context"
	"errors"
	"math"
	"slices"

	"cumbre/sim/rng"
)

// Purposes of the algorithm's own random numbers.
const (
	forDesign   rng.Purpose = iota // the prior's Latin hypercube, by coordinate
	forResample                    // the offset, by generation
	forMove                        // proposal and acceptance, by generation, move and particle
)

// Run computes a sample of the posterior, see the package. It returns what is
// wrong with the problem or the options, all at once; the cause, if ctx ended; a
// [*SimulationError] or an [*UndefinedError]. In every case the store has all
// simulations that were finished. A simulation is not interrupted by ctx.
func Run(ctx context.Context, p Problem, o Options) (*Result, error) {
	o = o.withDefaults()
	if err := errors.Join(p.check(), o.check(len(p.Low))); err != nil {
		return nil, err
	}
	r := &run{
		options: o,
		box:     newBox(&p),
		random:  rng.New(o.Seed, 0),
		lab:     laboratory{problem: &p, workers: o.Workers, store: o.Store},
	}
	if err := r.prior(ctx); err != nil {
		return nil, err
	}
	for {
		if err := r.generation(ctx); err != nil {
			return nil, err
		}
		if stop, ended := r.ended(); ended {
			return r.result(stop), nil
		}
	}
}

// run is the state of the algorithm.
type run struct {
	options Options
	box     box
	random  rng.Source
	lab     laboratory

	precision   float64 // 1/h² of the present scale h
	cloud       []particle
	generations []Generation // the present one last

	simulations, loaded int
}

// prior draws the particles from the prior and simulates each.
func (r *run) prior(ctx context.Context) error {
	n, d := r.options.Particles, r.box.dimension()
	r.generations = []Generation{{Scale: math.Inf(1)}}
	r.cloud = make([]particle, n)
	points := latinHypercube(n, d, func(coordinate int) rng.Stream {
		return r.random.Stream(forDesign, uint64(coordinate), 0, 0)
	})
	candidates := make([]candidate, n)
	for i, unit := range points {
		candidates[i] = r.candidate(0, i, unit, onLine(unit))
	}
	if err := r.simulate(ctx, candidates, func(c candidate) { r.cloud[c.name.particle] = c.particle }); err != nil {
		return err
	}
	usable := defined(distances(r.cloud))
	if usable < d+2 {
		return &UndefinedError{Defined: usable, Particles: n}
	}
	g := r.present()
	g.ESS, g.Unique = float64(usable), n
	return nil
}

// generation goes on to the next scale.
func (r *run) generation(ctx context.Context) error {
	far := distances(r.cloud)
	// Undefined particles, which only the prior has, do not count: no scale
	// gives them weight.
	next := nextPrecision(far, r.precision, r.options.Alpha*float64(defined(far)))
	weights := incrementalWeights(far, next-r.precision)
	w := newWalk(r.cloud, weights)
	r.precision = next
	r.generations = append(r.generations, Generation{Scale: 1 / math.Sqrt(next), ESS: effective(weights)})
	r.resample(weights)
	return r.move(ctx, w)
}

func (r *run) resample(weights []float64) {
	s := r.random.Stream(forResample, uint64(r.number()), 0, 0)
	old := slices.Clone(r.cloud)
	for i, from := range systematic(weights, s.Float64()) {
		r.cloud[i] = old[from]
	}
}

// ended reports whether the present generation is the last, and why.
func (r *run) ended() (Stop, bool) {
	switch {
	case r.precision == 1:
		return AtStatedError, true
	case r.present().Acceptance < r.options.MinAcceptance:
		return LowAcceptance, true
	case r.number() >= r.options.MaxGenerations:
		return OutOfGenerations, true
	}
	return 0, false
}

func (r *run) result(stop Stop) *Result {
	res := &Result{
		Scale: r.present().Scale, Stop: stop,
		Generations: r.generations, Simulations: r.simulations,
		Unique: unique(r.cloud),
	}
	for _, p := range r.cloud { // copies: repeated particles share their slices
		res.Particles = append(res.Particles, slices.Clone(p.theta))
		res.Outputs = append(res.Outputs, slices.Clone(p.output))
	}
	return res
}

// present is the generation at work, number its number.
func (r *run) present() *Generation { return &r.generations[r.number()] }
func (r *run) number() int          { return len(r.generations) - 1 }
