package abc

import (
	"errors"
	"fmt"
)

// Options says how to compute. The zero value of a field with a default means
// the default.
type Options struct {
	// Particles is the size of the sample, at least two more than there are
	// free quantities; hundreds are few and thousands are many.
	Particles int

	// Seed names all random numbers of the algorithm and the keys of the
	// simulations.
	Seed uint64

	// Workers is how many simulations run at once, at least 1. The result does
	// not depend on it.
	Workers int

	// Alpha is the effective sample size to keep from one scale to the next,
	// as a share of the particles whose outputs are defined; between 0 and 1,
	// 0.6 by default. More makes smaller steps.
	Alpha float64

	// MaxMoves is the most moves of a particle in a generation, 4 by default
	// and at most 255.
	MaxMoves int

	// MinAcceptance is the share of accepted moves in a generation below which
	// to stop, 0.015 by default.
	MinAcceptance float64

	// MaxGenerations is the most generations after the prior, 60 by default
	// and at most 65,535.
	MaxGenerations int

	// Store keeps the simulations; nil keeps none.
	Store Store

	// Progress, if not nil, is called after every simulation, in an order that
	// does not depend on the workers, from the goroutine that called Run.
	Progress func(Progress)
}

// Progress says how far a run has come.
type Progress struct {
	Generation  int     // 0 is the prior
	Move        int     // within the generation, from 1; 0 for the prior
	Scale       float64 // of the generation, +Inf for the prior
	Done, Total int     // simulations of this move
	Simulations int     // since the start of the run, loaded ones included
	Loaded      int     // of these, how many came from the store
}

func (o Options) withDefaults() Options {
	o.Workers = max(o.Workers, 1)
	o.Alpha = orDefault(o.Alpha, 0.6)
	o.MaxMoves = orDefault(o.MaxMoves, 4)
	o.MinAcceptance = orDefault(o.MinAcceptance, 0.015)
	o.MaxGenerations = orDefault(o.MaxGenerations, 60)
	return o
}

func orDefault[T int | float64](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}

// Bounds that let generation, move and particle share one 64-bit word, see name.
const (
	mostParticles   = 1<<40 - 1
	mostMoves       = 1<<8 - 1
	mostGenerations = 1<<16 - 1
)

// check returns all that is wrong with the options, for d free quantities.
func (o *Options) check(d int) error {
	var wrong []error
	note := func(bad bool, format string, args ...any) {
		if bad {
			wrong = append(wrong, fmt.Errorf(format, args...))
		}
	}
	note(o.Particles < d+2 || uint64(o.Particles) > mostParticles,
		"Particles %d: need at least %d for %d free quantities", o.Particles, d+2, d)
	note(!(o.Alpha > 0 && o.Alpha < 1), "Alpha %v is not between 0 and 1", o.Alpha)
	note(o.MaxMoves < 1 || o.MaxMoves > mostMoves, "MaxMoves %d is not between 1 and %d", o.MaxMoves, mostMoves)
	note(!(o.MinAcceptance > 0 && o.MinAcceptance < 1), "MinAcceptance %v is not between 0 and 1", o.MinAcceptance)
	note(o.MaxGenerations < 1 || o.MaxGenerations > mostGenerations,
		"MaxGenerations %d is not between 1 and %d", o.MaxGenerations, mostGenerations)
	return errors.Join(wrong...)
}
