package main

import (
	"cmp"
	"fmt"
	"slices"
)

// promise is a ratio of what two benchmarks measured, with a target.
type promise struct {
	what        string
	over, under string // benchmarks
	unit        string // what to compare; "" is the time
	target      float64
	atLeast     bool // the target is a least, not a most
}

// promises as the project states them; README.md repeats the measured ones.
var promises = []promise{
	{what: "M/M/1, kernel : the same draws without an event set", over: "cumbre/sim MM1", under: "cumbre/sim MM1NoEventSet", target: 2.5},
	{what: "hold model, 100,000 : 1,000 pending events", over: "cumbre/sim Hold/100000", under: "cumbre/sim Hold/1000", target: 2.5},
	{what: "state machine, fsm.Event : compiled table", over: "cumbre/model/machine FSMEvent", under: "cumbre/model/machine Transition", target: 50, atLeast: true},
	{what: "comparison, one worker : two", over: "cumbre/cmd/cumbre Workers/1", under: "cumbre/cmd/cumbre Workers/2", target: 1.9, atLeast: true},
	{what: "memory held, 64 : 16 replications", over: "cumbre/cmd/cumbre Memory/64", under: "cumbre/cmd/cumbre Memory/16", unit: "live-bytes", target: 1.1},
	{what: "processor time, study to its tables : the same runs bare", over: "cumbre/cmd/cumbre Sweep/1", under: "cumbre/cmd/cumbre Sweep/bare", unit: "cpu-sec/op", target: 1.05},
	{what: "study to its tables, one worker : two", over: "cumbre/cmd/cumbre Sweep/1", under: "cumbre/cmd/cumbre Sweep/2", target: 1.9, atLeast: true},
	{what: "memory of a merge, 120,000 : 30,000 runs", over: "cumbre/cmd/cumbre Merge/years-off/120000", under: "cumbre/cmd/cumbre Merge/years-off/30000", unit: "peak-bytes", target: 1.5},
}

const perOp = "sec/op"

// row compares round by round: a slow minute of the machine slows both sides of its
// round, so the ratios of the rounds vary less than the times do. The ratio of the two
// best rounds is what a quiet machine would show.
func (p promise) row(m measurements) string {
	unit := cmp.Or(p.unit, perOp)
	over, under := m[p.over][unit], m[p.under][unit]
	rounds := min(len(over), len(under))
	if rounds == 0 {
		return fmt.Sprintf("%s\t-\t\t\t%s\tnot measured", p.what, p.goal())
	}
	ratios := make([]float64, rounds)
	for i := range ratios {
		ratios[i] = over[i] / under[i]
	}
	s := spreadOf(ratios)
	return s.row(p.what, "%.2f", fmt.Sprintf("%.2f\t%s", slices.Min(over)/slices.Min(under), p.goal())) + p.verdict(s.median)
}

func (p promise) goal() string {
	if p.atLeast {
		return fmt.Sprintf("at least %g", p.target)
	}
	return fmt.Sprintf("at most %g", p.target)
}

func (p promise) verdict(ratio float64) string {
	if ratio == p.target || (ratio > p.target) == p.atLeast {
		return "holds"
	}
	return "DOES NOT HOLD"
}
