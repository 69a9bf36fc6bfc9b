// Command readers checks that programs which know nothing of ours read the tables of
// `cumbre sweep`: `.ci/check readers` runs it.
//
//	studies.go  the studies: of pairs, of one design, with failed runs, unfinished
//	readers.go  each reader finds every cell that the program wrote as CSV, types, metadata
//	snippets.go the code of README.txt runs and says what `cumbre compare` says
//	stata.go    what Stata demands of a CSV
//	table.go    what readers print
package main

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/sim/stat"
)

// checker counts what held and what did not.
type checker struct {
	dir, scripts, cumbre, npm, python string
	passed, failed                    int
	versions                          map[string]string
	skipped                           []string
}

func main() {
	c := &checker{versions: map[string]string{}}
	flag.StringVar(&c.cumbre, "cumbre", "bin/cumbre", "the program")
	flag.StringVar(&c.npm, "npm", "", "folder with node_modules")
	flag.StringVar(&c.python, "python", "python3", "Python with pandas and scipy")
	flag.Parse()
	if err := c.all(); err != nil {
		fmt.Fprintln(os.Stderr, "readers:", err)
		os.Exit(1)
	}
	for _, name := range slices.Sorted(maps.Keys(c.versions)) {
		fmt.Printf("read with %s %s\n", name, c.versions[name])
	}
	for _, what := range c.skipped {
		fmt.Println("UNTESTED:", what)
	}
	fmt.Printf("%d passed, %d failed\n", c.passed, c.failed)
	if c.failed > 0 {
		os.Exit(1)
	}
}

func (c *checker) all() (err error) {
	if c.scripts, err = filepath.Abs("cmd/cumbre/internal/readers"); err != nil {
		return err
	}
	if c.cumbre, err = filepath.Abs(c.cumbre); err != nil {
		return err
	}
	if c.dir, err = os.MkdirTemp("", "cumbre-readers"); err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(c.dir) }()
	if err := os.WriteFile(filepath.Join(c.dir, "short.yaml"), []byte(shortYAML), 0o644); err != nil {
		return err
	}
	paired, err := c.sweepWhole("paired", pairedYAML)
	if err != nil {
		return err
	}
	single, err := c.sweepWhole("single", singleYAML)
	if err != nil {
		return err
	}
	failing, err := c.sweepFailing()
	if err != nil {
		return err
	}
	half, err := c.sweepHalf()
	if err != nil {
		return err
	}
	c.tables("pairs", paired)
	c.tables("failures", failing)
	c.parts(half, paired)
	c.snippets("pairs", paired)
	c.snippets("one design", single)
	for _, s := range []*results{paired, single, failing} {
		c.report(stataTakes(s.file("runs.csv"), types(sweep.RunColumns(s.study))), "%s/runs.csv is as Stata demands", filepath.Base(s.dir))
		c.report(stataTakes(s.file("years.csv"), types(sweep.YearColumns(s.study))), "%s/years.csv is as Stata demands", filepath.Base(s.dir))
	}
	return nil
}

func (c *checker) script(name string) string { return filepath.Join(c.scripts, name) }

// report says what held, or that it did not and why.
func (c *checker) report(err error, format string, args ...any) {
	if err == nil {
		c.passed++
		fmt.Printf("ok    "+format+"\n", args...)
		return
	}
	c.failed++
	fmt.Printf("FAIL  "+format+"\n      %v\n", append(args, err)...)
}

// skip notes what is not tested, once.
func (c *checker) skip(what string) {
	if !slices.Contains(c.skipped, what) {
		c.skipped = append(c.skipped, what)
	}
}

// readIn is read in another folder.
func (c *checker) readIn(dir string, r reader, args ...string) (*table, error) {
	inside := *c
	inside.dir = dir
	return inside.read(r, args...)
}

// withInterval puts the interval to a table of n, mean and sd.
func withInterval(t *table) *table {
	if t == nil {
		return nil
	}
	all := &table{version: t.version, names: append(slices.Clone(t.names), "low", "high")}
	for _, row := range t.rows {
		var x [3]float64
		for i, name := range []string{"n", "mean", "sd"} {
			x[i], _ = strconv.ParseFloat(row[t.column(name)], 64) // what is no number gives a wrong answer
		}
		half := stat.TQuantile(0.975, x[0]-1) * x[2] / math.Sqrt(x[0])
		all.rows = append(all.rows, append(slices.Clone(row), fmt.Sprint(x[1]-half), fmt.Sprint(x[1]+half)))
	}
	return all
}
