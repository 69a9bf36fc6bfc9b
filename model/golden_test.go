package model

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata/digests.csv anew")

//go:embed testdata/digests.csv
var goldenDigests string

// goldenRuns are short runs that visit every mechanism: each design, events of every
// type, every rule, joining members, a reform, an institution in which all is at work.
func goldenRuns() (names []string, specs []*Spec) {
	add := func(name string, s *Spec) { names, specs = append(names, name), append(specs, s) }
	add("alliance", alliance().until("2020-01-01"))

	events := alliance().until("2015-01-01").add(
		event("agenda", "2011-09-01", 1.7, 300), event("mandates", "2011-10-10", 25), event("candidates", "2012-01-01", 3),
		event("pandemic", "2012-05-05", 120), event("crisis", "2012-07-01", peru, 200), event("trade_shock", "2013-01-01", 150),
		event("contested_handover", "2012-02-02", mexico, chile, 90, 120), setting("2013-03-03", Setting{Noise, 0.11}, Setting{CrisisHazard, 0.7}))
	add("events", events)

	for _, rule := range []string{"consensus_minus(2)", "simple_majority", "qualified_majority(0.55, 0.65)"} {
		s := alliance().until("2014-01-01").under(rule)
		s.Designs = s.Designs[:1]
		add(rule, s)
	}

	reform := alliance().until("2015-01-01")
	for d := range reform.Designs {
		reform.Designs[d].From = date("2013-02-14")
	}
	add("reform", reform)
	add("busy", busy().until("2017-01-01"))
	add("unlinked", lab(5, 3000, Positions, Negotiation, Patience, Ratification, Spillover).declared(200))
	return names, specs
}

// TestGoldenDigest fixes trajectories and results to the bit. A change of any draw,
// formula or order of events changes them; it must be on purpose, and then
//
//	go test ./model -run GoldenDigest -update
//
// writes them anew. They were taken on amd64; WebAssembly, arm64 and amd64 with fused
// multiply-add must reproduce them.
func TestGoldenDigest(t *testing.T) {
	var got strings.Builder
	got.WriteString("run,design,replication,events,digest\n")
	names, specs := goldenRuns()
	for i, s := range specs {
		for d := range s.Designs {
			r := NewRunner(s, d)
			for replication := range uint64(2) {
				x := r.Run(2026, replication)
				fmt.Fprintf(&got, "%q,%s,%d,%d,%016x\n", names[i], s.Designs[d].Name, replication, x.Events, x.Digest)
			}
		}
	}
	if *update {
		require.NoError(t, os.WriteFile("testdata/digests.csv", []byte(got.String()), 0o644))
		return
	}
	require.Equal(t, goldenDigests, got.String(), "on purpose? then: go test ./model -run GoldenDigest -update")
}
