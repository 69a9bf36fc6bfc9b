package abc

import (
	"context"
	"math"

	"cumbre/sim/detmath"
)

// candidate is a particle that was not simulated yet, and where it would go.
type candidate struct {
	particle
	name name
	u    float64 // uniform, decides whether it is accepted
}

func (r *run) candidate(move, i int, unit, line []float64) candidate {
	c := candidate{name: name{r.number(), move, i}}
	c.unit, c.line, c.theta = unit, line, r.box.theta(unit)
	c.key = c.name.key(r.options.Seed, c.theta)
	return c
}

// move makes the moves of all particles, as many as the first one suggests.
func (r *run) move(ctx context.Context, w walk) error {
	g, accepted := r.present(), 0
	for moves := 1; g.Moves < moves; {
		n, err := r.moveOnce(ctx, g.Moves+1, w)
		if err != nil {
			return err
		}
		accepted += n
		if g.Moves++; g.Moves == 1 {
			moves = movesFor(float64(n)/float64(len(r.cloud)), r.options.MaxMoves)
		}
	}
	g.Acceptance = float64(accepted) / float64(g.Moves*len(r.cloud))
	g.Unique = unique(r.cloud)
	return nil
}

// movesFor returns how many moves leave one particle in twenty unmoved at a rate
// of acceptance, between 1 and most.
func movesFor(acceptance float64, most int) int {
	unmoved := 1 - acceptance // by one move
	switch unmoved {
	case 1:
		return most
	case 0:
		return 1
	}
	moves := math.Ceil(detmath.Log(0.05) / detmath.Log(unmoved))
	return int(min(max(moves, 1), float64(most)))
}

// moveOnce makes one move of each particle and returns how many were accepted.
func (r *run) moveOnce(ctx context.Context, move int, w walk) (accepted int, err error) {
	candidates := make([]candidate, len(r.cloud))
	for i, p := range r.cloud {
		s := r.random.Stream(forMove, uint64(r.number()), uint64(move), uint64(i))
		line := w.from(p.line, &s)
		candidates[i] = r.candidate(move, i, inCube(line), line)
		candidates[i].u = s.Float64()
	}
	err = r.simulate(ctx, candidates, func(c candidate) {
		i := c.name.particle
		now := r.cloud[i]
		if c.u < ratio(r.precision, c.distance, now.distance)*priorRatio(c.unit, now.unit) {
			r.cloud[i] = c.particle
			accepted++
		}
	})
	return accepted, err
}

// simulate simulates candidates of one move, hands each over in order, and keeps
// count.
func (r *run) simulate(ctx context.Context, candidates []candidate, deliver func(candidate)) error {
	tasks := make([]task, len(candidates))
	for i, c := range candidates {
		tasks[i] = task{c.name, c.theta, c.key}
	}
	return r.lab.run(ctx, tasks, func(i int, m measurement) {
		c := candidates[i]
		c.output, c.distance = m.output, m.distance
		deliver(c)
		r.count(c.name.move, i+1, len(tasks), m.loaded)
	})
}

func (r *run) count(move, done, total int, loaded bool) {
	r.present().Simulations++
	r.simulations++
	if loaded {
		r.loaded++
	}
	if r.options.Progress == nil {
		return
	}
	r.options.Progress(Progress{
		Generation: r.number(), Move: move, Scale: r.present().Scale,
		Done: done, Total: total,
		Simulations: r.simulations, Loaded: r.loaded,
	})
}
