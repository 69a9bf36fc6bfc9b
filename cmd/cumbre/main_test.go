package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"

	"cumbre/model"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"cumbre": main})
}

// The scripts are what a user types and sees. LANG is set, as the language of
// the output follows the environment.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "en_GB.UTF-8")
			env.Setenv("LC_ALL", "")
			env.Setenv("LC_MESSAGES", "")
			env.Setenv("COLUMNS", "")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"comparison": comparison,
			"samedigest": sameDigest,
			"csvrows":    csvRows,
			"empty":      empty,
			"inlife":     inLife,
			"fits":       fits,
			"keeps":      keeps,
			"grows":      grows,
			"tear":       tear,
			"parts":      parts,
			"older":      olderMark,
			"samerows":   sameRows,
			"analysed":   checkAnalysis,
			"agrees":     agrees,
		},
	})
}

// comparisonObject is what `cumbre compare --json` promises.
type comparisonObject struct {
	Scenario     string
	Seed         *uint64
	Replications int
	Digest       string
	Designs      []struct {
		Name       string
		Metrics    map[string]map[string]any
		Vetoes     map[string]map[string]float64
		Dimensions map[string]map[string]map[string]any
	}
	Differences []map[string]any
	Between     []map[string]any
	Interval    struct {
		Level float64
		Kind  string
	}
	Correction struct {
		Method   string
		Families []struct {
			Family      string
			Comparisons int
			Metrics     []string
		}
	}
}

// comparison FILE SCENARIO N DESIGN... checks that FILE holds the object that
// `cumbre compare --json` promises: these keys in this order, every metric.
func comparison(ts *testscript.TestScript, neg bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	var c comparisonObject
	must(ts, json.Unmarshal(data, &c))
	checkOrder(ts, data, "scenario", "seed", "replications", "digest", "designs", "differences", "between", "interval", "correction", "robust")
	want(ts, c.Scenario, args[1])
	want(ts, fmt.Sprint(c.Replications), args[2])
	want(ts, fmt.Sprint(len(c.Digest)), "64")
	want(ts, fmt.Sprint(len(c.Designs)), fmt.Sprint(len(args)-3))
	want(ts, fmt.Sprint(len(c.Differences)), fmt.Sprint((len(args)-4)*int(model.NumMetrics)))
	for i, name := range args[3:] {
		want(ts, c.Designs[i].Name, name)
		want(ts, fmt.Sprint(len(c.Designs[i].Metrics)), fmt.Sprint(int(model.NumMetrics)))
		for _, m := range model.Metrics() {
			e := c.Designs[i].Metrics[m.String()]
			want(ts, keys(e), "high low mean unit")
			want(ts, fmt.Sprint(e["unit"]), m.Info().Unit)
		}
		where(ts, c, i)
	}
	others := len(args) - 4
	want(ts, fmt.Sprint(len(c.Between)), fmt.Sprint(others*(others-1)/2*int(model.NumMetrics)))
	for _, d := range c.Differences {
		want(ts, keys(d), "adjusted_p baseline design high low mean metric")
		want(ts, fmt.Sprint(d["baseline"]), args[3])
	}
	for _, d := range c.Between {
		want(ts, keys(d), "adjusted_p baseline design high low mean metric")
		want(ts, fmt.Sprint(d["baseline"] != args[3] && d["design"] != d["baseline"]), "true")
	}
	want(ts, fmt.Sprintf("%g %s", c.Interval.Level, c.Interval.Kind), "0.95 pointwise")
	families(ts, c)
}

// where checks that a design's vetoes, by body and member and by dimension, are all
// the vetoes there are.
func where(ts *testscript.TestScript, c comparisonObject, design int) {
	d := c.Designs[design]
	want(ts, fmt.Sprint(len(d.Vetoes)), fmt.Sprint(int(model.NumBodies)))
	cast, total := 0.0, d.Metrics["vetoes"]["mean"].(float64)
	for _, members := range d.Vetoes {
		want(ts, keys(members), "CL CO MX PE")
		for _, n := range members {
			cast += n
		}
	}
	want(ts, fmt.Sprintf("%.6f", cast), fmt.Sprintf("%.6f", total))
	want(ts, fmt.Sprint(len(d.Dimensions)), fmt.Sprint(int(model.NumDimensions)))
	cast = 0
	for _, dim := range d.Dimensions {
		want(ts, keys(dim), "bargained depth effective vetoes")
		cast += dim["vetoes"]["mean"].(float64)
		want(ts, keys(dim["bargained"]), "high low mean unit")
	}
	want(ts, fmt.Sprintf("%.6f", cast), fmt.Sprintf("%.6f", total))
}

// families checks that every metric is in one family, and that each family counts
// those of its differences that have a p-value.
func families(ts *testscript.TestScript, c comparisonObject) {
	want(ts, c.Correction.Method, "holm")
	of := map[string]string{}
	tests := map[string]int{}
	for _, f := range c.Correction.Families {
		for _, m := range f.Metrics {
			want(ts, of[m], "")
			of[m] = f.Family
		}
	}
	want(ts, fmt.Sprint(len(of)), fmt.Sprint(int(model.NumMetrics)))
	want(ts, of["throughput"], "main")
	for _, d := range c.Differences {
		if d["adjusted_p"] != nil {
			tests[of[fmt.Sprint(d["metric"])]]++
		}
	}
	for _, f := range c.Correction.Families {
		want(ts, fmt.Sprint(f.Comparisons), fmt.Sprint(tests[f.Family]))
	}
}

// sameDigest FILE... checks that all comparisons have one digest.
func sameDigest(ts *testscript.TestScript, neg bool, files []string) {
	var digests []string
	for _, file := range files {
		var c struct{ Digest string }
		must(ts, json.Unmarshal([]byte(ts.ReadFile(file)), &c))
		digests = append(digests, c.Digest)
	}
	for _, d := range digests[1:] {
		if (d == digests[0]) == neg {
			ts.Fatalf("digests: %q", digests)
		}
	}
}

// csvRows FILE N checks that a CSV file is well formed, has N rows below its
// header, no column twice and a decimal point in every number.
func csvRows(ts *testscript.TestScript, neg bool, args []string) {
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	must(ts, err)
	want(ts, fmt.Sprint(len(rows)-1), args[1])
	seen := map[string]bool{}
	for _, column := range rows[0] {
		if seen[column] {
			ts.Fatalf("column %q twice", column)
		}
		seen[column] = true
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if strings.Contains(cell, "NaN") || strings.Contains(cell, "Inf") || strings.Contains(cell, ",") && rows[0][i] != "text" && rows[0][i] != "source" {
				ts.Fatalf("column %q holds %q", rows[0][i], cell)
			}
		}
	}
}

// empty DIR checks that a folder does not exist or holds nothing.
func empty(ts *testscript.TestScript, neg bool, args []string) {
	entries, _ := os.ReadDir(ts.MkAbs(args[0]))
	if (len(entries) == 0) == neg {
		ts.Fatalf("%s holds %v", args[0], entries)
	}
}

// fits FILE N checks that no line of FILE is longer than N characters.
func fits(ts *testscript.TestScript, neg bool, args []string) {
	width, err := strconv.Atoi(args[1])
	must(ts, err)
	long := ""
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		// A command to be copied stands on a line of its own, unbroken.
		if line = strings.TrimSuffix(line, "\n"); utf8.RuneCountInString(line) > width && !strings.HasPrefix(line, "    cumbre ") {
			long = line
		}
	}
	if (long == "") == neg {
		ts.Fatalf("longer than %d: %q", width, long)
	}
}

// keeps FILE WIDE checks that FILE has every word of WIDE at least as often:
// what makes a table narrower may repeat, but must not lose.
func keeps(ts *testscript.TestScript, neg bool, args []string) {
	count := map[string]int{}
	for _, word := range strings.Fields(ts.ReadFile(args[0])) {
		count[word]++
	}
	for _, word := range strings.Fields(ts.ReadFile(args[1])) {
		if count[word]--; count[word] < 0 && word != "·" {
			ts.Fatalf("lost: %q", word)
		}
	}
}

// inLife FILE KIND FIELD... checks that what `cumbre explain --json` tells has an
// event of the institution of that kind with those fields, and that every event
// of the institution says that it is one.
func inLife(ts *testscript.TestScript, neg bool, args []string) {
	var told struct{ Events, Entries []map[string]any }
	must(ts, json.Unmarshal([]byte(ts.ReadFile(args[0])), &told))
	found := false
	for _, e := range slices.Concat(told.Events, told.Entries) {
		if e["kind"] != args[1] {
			continue
		}
		want(ts, fmt.Sprint(e["institution"]), "true")
		has := func(field string) bool { return e[field] != nil }
		found = found || !slices.ContainsFunc(args[2:], func(field string) bool { return !has(field) })
	}
	if found == neg {
		ts.Fatalf("%s: event %v", args[0], args[1:])
	}
}

func checkOrder(ts *testscript.TestScript, data []byte, keys ...string) {
	last := -1
	for _, key := range keys {
		at := bytes.Index(data, []byte("\n  \""+key+"\":"))
		if at <= last {
			ts.Fatalf("key %q is missing or out of order", key)
		}
		last = at
	}
}

func keys[T any](object map[string]T) string {
	return strings.Join(slices.Sorted(maps.Keys(object)), " ")
}

func must(ts *testscript.TestScript, err error) {
	if err != nil {
		ts.Fatalf("%v", err)
	}
}

func want(ts *testscript.TestScript, got, want string) {
	if got != want {
		ts.Fatalf("got %q, want %q", got, want)
	}
}

// grows FILE N waits until a file that another process writes has N lines.
func grows(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	for range 3000 {
		data, _ := os.ReadFile(ts.MkAbs(args[0])) // not there yet
		if bytes.Count(data, []byte("\n")) >= want {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s never had %d lines", args[0], want)
}

// tear FILE cuts a file off in the middle of its last line, as a crash may.
func tear(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	ts.Check(os.WriteFile(name, data[:len(data)-7], 0o644))
}
