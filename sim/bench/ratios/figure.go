package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// figure is something measured that has no target.
type figure struct {
	what    string
	name    string // benchmark, or the beginning of several if it ends in a slash
	unit    string
	format  string
	display func(float64) float64 // from unit to what is displayed; nil: as it is
}

var figures = []figure{
	{what: "M/M/1, ns per event", name: "cumbre/sim MM1", unit: perOp, format: "%.1f", display: nanoseconds},
	{what: "hold model, 1,000 pending, ns per event", name: "cumbre/sim Hold/1000", unit: perOp, format: "%.1f", display: nanoseconds},
	{what: "processor-sharing pool, ns per event", name: "cumbre/sim Pool", unit: perOp, format: "%.1f", display: nanoseconds},
	{what: "exponential draw, ns", name: "cumbre/sim/rng Exp", unit: perOp, format: "%.1f", display: nanoseconds},
	{what: "a new stream and its first draw, ns", name: "cumbre/sim/rng Stream", unit: perOp, format: "%.1f", display: nanoseconds},
	{what: "default scenario, one worker, replications per second", name: "cumbre/cmd/cumbre Default/", unit: perOp, format: "%.1f", display: perSecond},
	{what: "default scenario, events per replication", name: "cumbre/cmd/cumbre Default/", unit: "events/op", format: "%.0f"},
	{what: "comparison, bytes held at the end of 16 and 64 replications", name: "cumbre/cmd/cumbre Memory/", unit: "live-bytes", format: "%.0f"},
	{what: "default scenario, bytes allocated per replication", name: "cumbre/cmd/cumbre Default/", unit: "B/op", format: "%.0f"},
	{what: "study of the default scenario to its tables, milliseconds per run", name: "cumbre/cmd/cumbre Sweep/", unit: "sec/run", format: "%.2f", display: milliseconds},
	{what: "merge, microseconds per run", name: "cumbre/cmd/cumbre Merge/", unit: "sec/run", format: "%.1f", display: microseconds},
	{what: "merge, most bytes in use", name: "cumbre/cmd/cumbre Merge/", unit: "peak-bytes", format: "%.0f"},
}

func milliseconds(seconds float64) float64 { return seconds * 1e3 }

func microseconds(seconds float64) float64 { return seconds * 1e6 }

func nanoseconds(seconds float64) float64 { return seconds * 1e9 }

func perSecond(seconds float64) float64 { return 1 / seconds }

// rows returns a row for each benchmark that f names, in order of name.
func (f figure) rows(m measurements) []string {
	var rows []string
	for _, name := range slices.Sorted(maps.Keys(m)) {
		rest, below := strings.CutPrefix(name, f.name)
		if below = below && strings.HasSuffix(f.name, "/"); name != f.name && !below {
			continue
		}
		values := m[name][f.unit]
		if len(values) == 0 {
			continue
		}
		what := f.what
		if below {
			what = fmt.Sprintf("%s (%s)", f.what, rest)
		}
		rows = append(rows, f.spread(values).row(what, f.format, "\t"))
	}
	if len(rows) == 0 {
		return []string{f.what + "\t-\tnot measured\t\t\t"}
	}
	return rows
}

func (f figure) spread(values []float64) spread {
	if f.display == nil {
		return spreadOf(values)
	}
	shown := make([]float64, len(values))
	for i, v := range values {
		shown[i] = f.display(v)
	}
	return spreadOf(shown)
}
