package abc

import "fmt"

// SimulationError is a simulation that failed: by an error or a panic of the
// simulator, a wrong number of outputs, or because it could not be saved. If
// several fail, it is the first by particle, whatever the number of workers.
type SimulationError struct {
	Generation, Move, Particle int // see [Progress]; particles are counted from 0

	Theta []float64 // at which quantities
	Key   uint64    // under which key
	Err   error
}

// Error says which simulation failed, where, and how.
func (e *SimulationError) Error() string {
	return fmt.Sprintf("generation %d, move %d, particle %d at %v (key %d): %v",
		e.Generation, e.Move, e.Particle, e.Theta, e.Key, e.Err)
}

// Unwrap returns the error of the simulation itself.
func (e *SimulationError) Unwrap() error { return e.Err }

// UndefinedError means that too few simulations from the prior had all their
// outputs defined to go on: at least two more than there are free quantities
// are needed to see how the quantities vary together.
type UndefinedError struct {
	Defined, Particles int
}

// Error gives both numbers.
func (e *UndefinedError) Error() string {
	return fmt.Sprintf("only %d of %d simulations from the prior had all their outputs defined", e.Defined, e.Particles)
}
