package rng_test

import (
	"fmt"

	"cumbre/sim/rng"
)

const (
	arrival rng.Purpose = iota
	answer
)

// A draw has a name. The answer of member 3 to mandate 17 is the same whether
// or not anybody else was asked before.
func Example() {
	source := rng.New(2026, 1) // seed, replication

	for member := range uint64(4) {
		s := source.Stream(answer, 17, member, 0)
		fmt.Printf("member %d answers after %.2f days\n", member, s.LogNormal(5, 0.5))
	}
	s := source.Stream(answer, 17, 3, 0)
	fmt.Printf("member 3 alone: %.2f days\n", s.LogNormal(5, 0.5))
	// Output:
	// member 0 answers after 4.98 days
	// member 1 answers after 6.18 days
	// member 2 answers after 6.15 days
	// member 3 answers after 9.13 days
	// member 3 alone: 9.13 days
}
