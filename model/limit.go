package model

import "fmt"

// Bounds on one run. A run beyond one of them panics, with sim.TooManyEvents or
// TooManyMandates, and so ends as a failed run: a point of a study at which the world runs
// away must not hold up the others. They count what happens and not time or memory, so a
// run fails on every machine or on none.
//
// They lie far above what can be meant. A run of the default scenario has 35,000 events and
// 2,200 mandates. With all parameters driven to those of their limits at which there are
// most, the search found 630,000 events and 65,000 mandates. What gets beyond is a scenario
// whose events multiply the agenda again and again: it fails after some seconds, with
// 0.7 GB in use.
const (
	MaxEvents   = 20_000_000
	MaxMandates = 500_000
)

// TooManyMandates is the panic of a run with more mandates than there may be.
type TooManyMandates struct {
	Most int
	Day  float64 // of the run
}

// Error names the limit.
func (e TooManyMandates) Error() string {
	return fmt.Sprintf("more than %d mandates: stopped on day %.0f of the run", e.Most, e.Day)
}
