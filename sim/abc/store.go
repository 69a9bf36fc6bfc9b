package abc

import (
	"math"

	"cumbre/sim/rng"
)

// Store keeps the outputs of simulations, so that a run that was interrupted
// costs no simulation twice when it is run again. Run never calls it from two
// goroutines at once.
//
// The key stands for seed, generation, move, particle and the quantities
// simulated: a store filled by a run with other observations or options is never
// wrong, at worst of no use. It does not stand for the simulator: another one
// needs another store.
type Store interface {
	// Load returns the outputs saved under the key and whether there are any.
	Load(key uint64) ([]float64, bool)

	// Save keeps outputs, NaN and infinities among them to the bit, under a key
	// not yet in the store; it may keep the slice. An error ends the run.
	Save(key uint64, output []float64) error
}

// name says which simulation of a run is meant. Move is 0 for the prior.
type name struct{ generation, move, particle int }

// word returns the name in 64 bits, different for different names within the
// bounds that Options.check enforces.
func (n name) word() uint64 {
	return uint64(n.generation)<<48 | uint64(n.move)<<40 | uint64(n.particle)
}

// key returns the key of the simulation at theta. With different names, or
// different quantities, it differs but for a chance of 2**-64.
func (n name) key(seed uint64, theta []float64) uint64 {
	key := rng.Mix(seed, n.word())
	for _, v := range theta {
		key = rng.Mix(key, math.Float64bits(v))
	}
	return key
}
