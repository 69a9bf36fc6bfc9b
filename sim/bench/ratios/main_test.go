package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Two rounds; in the second the machine is half as fast.
const rounds = `
goos: linux
pkg: cumbre/sim
BenchmarkMM1-2             	 1000	        24.0 ns/op	       0 B/op	       0 allocs/op
BenchmarkMM1NoEventSet-2   	 1000	        12.0 ns/op
BenchmarkHold/1000         	 1000	        60.0 ns/op
BenchmarkHold/100000       	 1000	       180.0 ns/op
PASS
pkg: cumbre/cmd/cumbre
BenchmarkDefault/light-2   	  100	  10000000 ns/op	     25000 events/op
pkg: cumbre/sim
BenchmarkMM1-2             	 1000	        48.0 ns/op
BenchmarkMM1NoEventSet-2   	 1000	        24.0 ns/op
BenchmarkHold/1000         	 1000	       120.0 ns/op
BenchmarkHold/100000       	 1000	       300.0 ns/op
`

func TestTable(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(strings.NewReader(rounds), &out))
	lines := strings.Split(regexp.MustCompile(` {2,}`).ReplaceAllString(out.String(), "|"), "\n")
	for _, want := range []string{
		"M/M/1, kernel : the same draws without an event set|2.00|2.00 .. 2.00|2.00|at most 2.5|holds",
		"hold model, 100,000 : 1,000 pending events|2.75|2.50 .. 3.00|3.00|at most 2.5|DOES NOT HOLD",
		"comparison, one worker : two|-|at least 1.9|not measured",
		"M/M/1, ns per event|36.0|24.0 .. 48.0|",
		"default scenario, one worker, replications per second (light)|100.0|100.0 .. 100.0|",
		"default scenario, events per replication (light)|25000|25000 .. 25000|",
		"exponential draw, ns|-|not measured|",
	} {
		require.Contains(t, lines, want)
	}
}

func TestMalformedLogIsAnError(t *testing.T) {
	require.Error(t, run(strings.NewReader("BenchmarkMM1-2 1000 ns/op\n"), &strings.Builder{}))
}

func TestSpreadOfEvenAndOdd(t *testing.T) {
	require.Equal(t, spread{1, 2, 9}, spreadOf([]float64{9, 1, 2}))
	require.Equal(t, spread{1, 2.5, 9}, spreadOf([]float64{9, 1, 2, 3}))
}
