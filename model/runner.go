package model

// Runner runs replications of one design of a Spec, one after another, reusing
// its memory; it is for one goroutine. Results depend only on (Spec, design,
// seed, replication).
type Runner struct {
	spec   *Spec
	design int
}

// NewRunner returns a runner of spec.Designs[design]. The spec must be valid.
func NewRunner(spec *Spec, design int) *Runner { return &Runner{spec: spec, design: design} }

// Run runs one replication and returns what it observed; the Result is the
// caller's to keep.
func (r *Runner) Run(seed, replication uint64) *Result { return nil }
