package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"cumbre/cmd/cumbre/internal/sweep"
)

// reader is a program that reads tables.
type reader struct {
	name      string
	command   []string
	csv       bool              // reads the CSV, having nothing for Parquet
	types     map[string]string // what it calls our types
	tolerance float64           // of numbers, relative: 0 if it must read them to the last bit
}

func (c *checker) readers() []reader {
	node := func(script string) []string { return []string{"node", c.script(script)} }
	return []reader{
		{name: "DuckDB", command: node("duckdb.cjs"), types: map[string]string{"text": "VARCHAR", "float64": "DOUBLE", "int32": "INTEGER", "int64": "BIGINT", "uint64": "UBIGINT"}},
		{name: "Polars", command: node("polars.cjs"), types: map[string]string{"text": "String", "float64": "Float64", "int32": "Int32", "int64": "Int64", "uint64": "UInt64"}},
		{name: "Arrow (Rust)", command: node("arrow.cjs"), types: map[string]string{"text": "Utf8", "float64": "Float64", "int32": "Int32", "int64": "Int64", "uint64": "Uint64"}},
		{name: "pandas", command: []string{c.python, c.script("pandas_reader.py")}, csv: true},
		// R's reading of decimals may miss the last bit (?NumericConstants).
		{name: "R", command: []string{"Rscript", "--vanilla", c.script("reader.R")}, csv: true, tolerance: 1e-15},
	}
}

func (c *checker) read(r reader, args ...string) (*table, error) {
	out, err := run(c.dir, []string{"NODE_PATH=" + filepath.Join(c.npm, "node_modules"), "LC_ALL=C.UTF-8"}, r.command[0], append(slices.Clone(r.command[1:]), args...)...)
	if err != nil {
		return nil, err
	}
	t, err := parseTable(out)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.name, err)
	}
	c.versions[r.name] = t.version
	return t, nil
}

// tables checks that every reader finds in both tables what the program wrote as CSV.
func (c *checker) tables(what string, s *results) {
	for _, name := range []string{"runs", "years"} {
		columns := sweep.RunColumns(s.study)
		if name == "years" {
			columns = sweep.YearColumns(s.study)
		}
		want, err := csvTable(s.file(name + ".csv"))
		if err == nil && name == "runs" {
			err = s.says(want)
		}
		c.report(err, "%s: %s.csv has the runs, failures and design names of manifest.json", what, name)
		if err != nil {
			continue
		}
		for _, r := range c.readers() {
			file := name + ".parquet"
			if r.csv {
				file = name + ".csv"
			}
			err := c.table(r, s.file(file), want, types(columns))
			nulls := want.count(func(cell string) bool { return cell == null })
			c.report(err, "%s: %s reads %s: %d rows of %d columns, %d nulls, every cell as in %s.csv", what, r.name, file, len(want.rows), len(want.names), nulls, name)
		}
		c.report(c.metadata(s.file(name+".parquet"), columns), "%s: units and texts in the metadata of %s.parquet (cumbre.columns)", what, name)
	}
}

func (c *checker) table(r reader, file string, want *table, types []string) error {
	got, err := c.read(r, "table", file)
	if err != nil {
		return err
	}
	if r.types != nil {
		for i, of := range got.types {
			if of != r.types[types[i]] {
				return fmt.Errorf("%s has type %s, want %s", got.names[i], of, r.types[types[i]])
			}
		}
	}
	return got.same(want, types, r.tolerance)
}

// says checks a table of runs against the manifest.
func (s *results) says(t *table) error {
	if len(t.rows) != s.manifest.Runs {
		return fmt.Errorf("%d rows, manifest.json says %d", len(t.rows), s.manifest.Runs)
	}
	failure, design, rerun := t.column("error"), t.column("design"), t.column("rerun")
	failed := 0
	for i, row := range t.rows {
		if row[failure] != null {
			failed++
			if row[t.column("throughput_mandates_per_year")] != null || row[t.column("digest")] != null || row[rerun] == null {
				return fmt.Errorf("row %d failed and has results, or no command that repeats it", i)
			}
		}
		if !slices.Contains(s.manifest.Designs, row[design]) {
			return fmt.Errorf("row %d: design %s is not in manifest.json", i, row[design])
		}
	}
	if failed != s.manifest.Failed {
		return fmt.Errorf("%d failures, manifest.json says %d", failed, s.manifest.Failed)
	}
	return nil
}

// metadata checks that each column has its unit and its texts in a file's metadata.
func (c *checker) metadata(file string, columns []sweep.Column) error {
	out, err := run(c.dir, []string{"NODE_PATH=" + filepath.Join(c.npm, "node_modules")}, "node", c.script("duckdb.cjs"), "meta", file, "cumbre.columns")
	if err != nil {
		return err
	}
	var found []struct {
		Name, Unit string
		EN         string `json:"text_en"`
		ES         string `json:"text_es"`
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		return err
	}
	if len(found) != len(columns) {
		return fmt.Errorf("%d columns described, want %d", len(found), len(columns))
	}
	for i, column := range columns {
		if f := found[i]; f.Name != column.Name || f.Unit != column.Unit || f.EN != column.Text.EN || f.ES != column.Text.ES {
			return fmt.Errorf("column %s is described as %v", column.Name, f)
		}
	}
	if !strings.Contains(out, "réplica") {
		return errors.New("no accents in the Spanish texts")
	}
	return nil
}

// parts checks that readers take the parts of a study that is not finished as one table: a
// part of the whole one.
func (c *checker) parts(half, whole *results) {
	want, err := csvTable(whole.file("runs.csv"))
	c.report(err, "runs.csv of the whole study reads")
	columns := sweep.RunColumns(whole.study)
	for _, r := range c.readers()[:2] { // those that the page says can
		got, err := c.read(r, "table", half.file("parts/*.runs.parquet"))
		if err == nil {
			err = got.same(want.subset(got), types(columns), r.tolerance)
		}
		if err == nil && (len(got.rows) == 0 || len(got.rows) >= len(want.rows)) {
			err = fmt.Errorf("%d rows of %d", len(got.rows), len(want.rows))
		}
		c.report(err, "unfinished: %s reads parts/*.runs.parquet as a part of the whole table", r.name)
	}
}

// subset are the rows of the runs that another table has.
func (t *table) subset(other *table) *table {
	has := map[string]bool{}
	for _, row := range other.rows {
		has[row[0]] = true
	}
	part := &table{names: t.names}
	for _, row := range t.rows {
		if has[row[0]] {
			part.rows = append(part.rows, row)
		}
	}
	return part
}
