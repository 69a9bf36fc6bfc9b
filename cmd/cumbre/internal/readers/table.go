package main

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// null is how readers print a value that is not there.
const null = `\N`

// table is what a reader found in a file: text of every cell.
type table struct {
	version string
	names   []string
	types   []string
	rows    [][]string
}

func (t *table) column(name string) int { return slices.Index(t.names, name) }

// parseTable reads what a reader printed: version, names, types, rows.
func parseTable(out string) (*table, error) {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) < 3 || !utf8.ValidString(out) {
		return nil, fmt.Errorf("not a table: %.200q", out)
	}
	t := &table{version: lines[0], names: strings.Split(lines[1], "\t"), types: strings.Split(lines[2], "\t")}
	for i, line := range lines[3:] {
		row := strings.Split(line, "\t")
		if len(row) != len(t.names) {
			return nil, fmt.Errorf("row %d: %d cells, want %d", i, len(row), len(t.names))
		}
		t.rows = append(t.rows, row)
	}
	return t, nil
}

// run runs a program in a folder and returns what it printed.
func run(dir string, env []string, name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), env...)
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return string(out), nil
}

// csvTable is the CSV that the program wrote; nothing between commas is null.
func csvTable(path string) (*table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, row := range rows[1:] {
		for i := range row {
			if row[i] == "" {
				row[i] = null
			}
		}
	}
	return &table{names: rows[0], rows: rows[1:]}, nil
}

// same checks that a reader found every cell of the CSV: names in order, as many rows,
// texts and whole numbers to the letter, other numbers within a relative tolerance (0: to
// the last bit), nulls where there are nulls.
func (t *table) same(want *table, types []string, tolerance float64) error {
	if !slices.Equal(t.names, want.names) {
		return fmt.Errorf("columns %v, want %v", t.names, want.names)
	}
	if len(t.rows) != len(want.rows) {
		return fmt.Errorf("%d rows, want %d", len(t.rows), len(want.rows))
	}
	for i, row := range t.rows {
		for c, got := range row {
			if w := want.rows[i][c]; !sameCell(got, w, types[c] == "float64", tolerance) {
				return fmt.Errorf("row %d, %s: %s, want %s", i, t.names[c], got, w)
			}
		}
	}
	return nil
}

func sameCell(got, want string, float bool, tolerance float64) bool {
	if got == want {
		return true
	}
	if !float || got == null || want == null {
		return false
	}
	g, err1 := strconv.ParseFloat(got, 64)
	w, err2 := strconv.ParseFloat(want, 64)
	return err1 == nil && err2 == nil && math.Abs(g-w) <= tolerance*math.Abs(w)
}

// count is how many cells are something.
func (t *table) count(what func(cell string) bool) int {
	n := 0
	for _, row := range t.rows {
		for _, cell := range row {
			if what(cell) {
				n++
			}
		}
	}
	return n
}
