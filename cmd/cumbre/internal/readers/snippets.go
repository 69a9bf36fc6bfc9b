package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// estimate is a mean and its interval.
type estimate struct {
	N               int
	Mean, Low, High float64
}

// answer is what the code of README.txt computes: an estimate by point and design.
type answer map[string]estimate

func key(point, design string) string { return point + " " + design }

// expected asks the program itself: `cumbre compare` with the values of each point, the
// paired differences to the first design; of a single design, its mean.
func (c *checker) expected(s *results) (answer, error) {
	runs, err := csvTable(s.file("runs.csv"))
	if err != nil {
		return nil, err
	}
	want := answer{}
	seen := map[string]bool{}
	for _, row := range runs.rows {
		point := row[runs.column("point")]
		if seen[point] {
			continue
		}
		seen[point] = true
		args := []string{"compare", "short.yaml", "--json", "-q", "--designs", strings.Join(s.manifest.Designs, ","),
			"-n", fmt.Sprint(s.manifest.Replications), "--seed", fmt.Sprint(s.manifest.Seed)}
		for _, f := range s.manifest.Factors {
			args = append(args, "--set", f.Name+"="+row[runs.column(f.Column)])
		}
		out, err := run(c.dir, nil, c.cumbre, args...)
		if err != nil {
			return nil, err
		}
		if err := want.add(point, s.manifest.Replications, out); err != nil {
			return nil, err
		}
	}
	return want, nil
}

// add takes in what `cumbre compare --json` said of a point.
func (a answer) add(point string, n int, out string) error {
	var said struct {
		Designs []struct {
			Name    string
			Metrics struct{ Throughput estimate }
		}
		Differences []struct {
			Design, Metric string
			estimate
		}
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil {
		return err
	}
	for _, d := range said.Differences {
		if d.Metric == "throughput" {
			d.N = n
			a[key(point, d.Design)] = d.estimate
		}
	}
	if len(said.Designs) == 1 {
		e := said.Designs[0].Metrics.Throughput
		e.N = n
		a[key(point, said.Designs[0].Name)] = e
	}
	return nil
}

// answerOf reads a table that a snippet gave.
func answerOf(t *table) (answer, error) {
	a := answer{}
	n := max(t.column("n"), t.column("count"))
	for _, row := range t.rows {
		var e estimate
		var errs [4]error
		var count float64
		count, errs[0] = strconv.ParseFloat(row[n], 64)
		e.N = int(count)
		e.Mean, errs[1] = strconv.ParseFloat(row[t.column("mean")], 64)
		e.Low, errs[2] = strconv.ParseFloat(row[t.column("low")], 64)
		e.High, errs[3] = strconv.ParseFloat(row[t.column("high")], 64)
		for _, err := range errs {
			if err != nil {
				return nil, err
			}
		}
		a[key(row[t.column("point")], row[t.column("design")])] = e
	}
	return a, nil
}

// same compares answers; the half width may be off by a share of itself.
func (a answer) same(want answer, share float64) error {
	if len(a) != len(want) || len(a) == 0 {
		return fmt.Errorf("%d rows, want %d", len(a), len(want))
	}
	for k, w := range want {
		g := a[k]
		half := (w.High - w.Low) / 2
		tolerance := 1e-9*(math.Abs(w.Mean)+half) + share*half
		if g.N != w.N || math.Abs(g.Mean-w.Mean) > 1e-9*(math.Abs(w.Mean)+half) || math.Abs(g.Low-w.Low) > tolerance || math.Abs(g.High-w.High) > tolerance {
			return fmt.Errorf("point and design %s: %+v, want %+v", k, g, w)
		}
	}
	return nil
}

// snippetsOf are the pieces of code of a README.txt, by the program.
func snippetsOf(readme string) map[string]string {
	_, code, _ := strings.Cut(readme, "CÓMO CARGARLOS")
	code, _, _ = strings.Cut(code, "\nCOLUMNAS DE")
	all := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^(\S.*):\n((?:  .*\n)+)`).FindAllStringSubmatch(code, -1) {
		all[m[1]] = regexp.MustCompile(`(?m)^  `).ReplaceAllString(m[2], "")
	}
	return all
}

var readsParquet = regexp.MustCompile(`(?m)^.*read_parquet.*\n# (.*)$`)

// fromCSV takes the commented line, which reads the CSV, instead of that which reads
// Parquet.
func fromCSV(code string) string { return readsParquet.ReplaceAllString(code, "$1") }

// snippets runs the code of README.txt, as it stands where its library is to be had.
func (c *checker) snippets(what string, s *results) {
	readme, err := os.ReadFile(s.file("README.txt"))
	var want answer
	if err == nil {
		want, err = c.expected(s)
	}
	code := snippetsOf(string(readme))
	if names := []string{"R", "Python, pandas", "Python, polars", "DuckDB", "Stata"}; err == nil && len(code) != len(names) {
		err = fmt.Errorf("README.txt has code for %d programs, want %v", len(code), names)
	}
	c.report(err, "%s: README.txt has code for five programs; cumbre compare gives %d estimates to hold it against", what, len(want))
	if err != nil {
		return
	}
	all := c.readers()
	pick := func(name string) reader {
		return all[slices.IndexFunc(all, func(r reader) bool { return r.name == name })]
	}
	c.snippet(what, s, pick("DuckDB"), "query", "DuckDB", code["DuckDB"], want, 1e-5)
	c.library(what, s, pick("R"), "R", code["R"], want, "arrow", "Rscript", "--vanilla", "-e", `library(arrow)`)
	c.library(what, s, pick("pandas"), "Python, pandas", code["Python, pandas"], want, "pyarrow", c.python, "-c", "import pyarrow")
	c.polars(what, s, pick("Polars"), pick("pandas"), code["Python, polars"], want)
	runs, err := csvTable(s.file("runs.csv"))
	if err == nil {
		err = stataSnippet(code["Stata"], runs.names)
	}
	c.report(err, "%s: Stata's code names columns that there are", what)
	c.skip("Stata's code: there is no Stata to run it")
}

// library runs code as it stands if its library for Parquet is there; from the CSV if not.
func (c *checker) library(what string, s *results, r reader, name, code string, want answer, library string, test ...string) {
	if _, err := run(c.dir, nil, test[0], test[1:]...); err != nil {
		c.skip("the line of the code for " + name + " that reads Parquet: no registry that is reached has its library " + library)
		code, name = fromCSV(code), name+", from the CSV"
	}
	c.snippet(what, s, r, "snippet", name, code, want, 1e-9)
}

func (c *checker) snippet(what string, s *results, r reader, mode, name, code string, want answer, share float64) {
	file := filepath.Join(c.dir, "snippet")
	err := os.WriteFile(file, []byte(code), 0o644)
	r.command = slices.Clone(r.command)
	var got *table
	if err == nil {
		got, err = c.readIn(s.dir, r, mode, file)
	}
	err = sameAnswer(got, err, want, share)
	c.report(err, "%s: the code for %s gives what cumbre compare says", what, name)
}

func sameAnswer(got *table, err error, want answer, share float64) error {
	if err != nil {
		return err
	}
	a, err := answerOf(got)
	if err != nil {
		return err
	}
	return a.same(want, share)
}

// polars runs the code for Python's polars if it is there. If not, Node's takes the same
// steps, and at least Python's compiler takes the code.
func (c *checker) polars(what string, s *results, node, python reader, code string, want answer) {
	if _, err := run(c.dir, nil, c.python, "-c", "import polars"); err == nil {
		c.snippet(what, s, python, "snippet", "Python, polars", code, want, 1e-9)
		return
	}
	c.skip("the code for Python's polars: no registry that is reached has it; the same steps are tested in Node's")
	file := filepath.Join(c.dir, "snippet")
	err := os.WriteFile(file, []byte(code), 0o644)
	if err == nil {
		_, err = run(c.dir, nil, c.python, "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", file)
	}
	c.report(err, "%s: the code for Python's polars is Python", what)
	if len(s.manifest.Designs) == 1 {
		return
	}
	args := []string{"answer", "runs.parquet", "throughput_mandates_per_year", s.manifest.Designs[0]}
	for _, f := range s.manifest.Factors {
		args = append(args, f.Column)
	}
	var got *table
	if err == nil {
		got, err = c.readIn(s.dir, node, args...)
	}
	c.report(sameAnswer(withInterval(got), err, want, 1e-9), "%s: the steps of the code for polars, taken in Node's, give what cumbre compare says", what)
}
