package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// parts DIR N waits until a sweep that another process runs has N whole parts.
func parts(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	for range 6000 {
		found, _ := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "parts", "*.runs.parquet"))
		if len(found) >= n {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	ts.Fatalf("%s never had %d parts", args[0], n)
}

// olderMark FILE makes a sweep's mark one of an older version of the program.
func olderMark(ts *testscript.TestScript, _ bool, args []string) {
	lines := strings.Split(ts.ReadFile(args[0]), "\n")
	i := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, `"version":`) })
	lines[i] = `  "version": "v0.0.1",`
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")), 0o644))
}

// sameRows SWEEP COMPARED COLUMN=VALUE... checks that the runs of a sweep at a point are
// those of a comparison: the columns that both tables have.
func sameRows(ts *testscript.TestScript, _ bool, args []string) {
	swept, compared := table(ts, args[0]), table(ts, args[1])
	var at []map[string]string
	for _, row := range swept {
		if !slices.ContainsFunc(args[2:], func(c string) bool { name, value, _ := strings.Cut(c, "="); return row[name] != value }) {
			at = append(at, row)
		}
	}
	want(ts, strconv.Itoa(len(at)), strconv.Itoa(len(compared)))
	for i, row := range compared {
		for name, value := range row {
			want(ts, name+" "+at[i][name], name+" "+value)
		}
	}
}

// table reads a CSV file as a map per row.
func table(ts *testscript.TestScript, name string) []map[string]string {
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(name))).ReadAll()
	ts.Check(err)
	var all []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, column := range rows[0] {
			m[column] = row[i]
		}
		all = append(all, m)
	}
	return all
}
