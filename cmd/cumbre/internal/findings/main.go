// Command findings runs every scenario of the library and writes down what it showed:
// scenarios/findings.json, which is built into the program, and the two pages on the
// library, scenarios/README.md and README.es.md. `make findings` runs it in the module's
// folder; a test tells when what it wrote is old.
//
//	measure.go    what a scenario's question is about
//	runs.go       the runs, each scenario once
//	effects.go    a scenario against its base, its designs against each other
//	targets.go    a scenario of the past against what is known of it
//	sentences.go  all of it in plain words, in both languages
//	finding.go    the finding, and when one is old
//	page.go       the pages
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"

	"cumbre/model/compare"
	"cumbre/scenarios"
)

// replications keep the whole library under two minutes on two processors.
const replications = 60

// seed is that of every finding.
const seed = 1

// level is the confidence level of every interval.
const level = 0.95

// folder is where the library is, seen from the module's folder.
const folder = "scenarios"

func main() {
	if err := write(folder, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "findings:", err)
		os.Exit(1)
	}
}

// write writes findings and pages. Nothing is written before everything has been run.
func write(dir string, progress io.Writer) error {
	if _, err := os.Stat(filepath.Join(dir, scenarios.Default+".yaml")); err != nil {
		return fmt.Errorf("the library is not in %s: run this in the module's folder", dir)
	}
	l := newLibrary(replications)
	all := scenarios.List()
	var found []scenarios.Finding
	for i, info := range all {
		fmt.Fprintf(progress, "%2d/%d %s\n", i+1, len(all), info.Name)
		f, err := l.finding(info)
		if err != nil {
			return err
		}
		found = append(found, f)
	}
	data, err := encode(found)
	if err != nil {
		return err
	}
	files := map[string][]byte{scenarios.FindingsFile: data}
	for lang, name := range pages {
		files[name] = page(lang, found)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// encode writes findings as JSON, each effect on a line of its own, so that what changed
// can be read in a diff.
func encode(found []scenarios.Finding) ([]byte, error) {
	data, err := json.MarshalIndent(found, "", " ")
	data = effectLines.ReplaceAllFunc(data, func(b []byte) []byte { return lineEnd.ReplaceAll(b, []byte(" ")) })
	return append(data, '\n'), err
}

var (
	effectLines = regexp.MustCompile(`\{\s*"kind"[^{}]*\}`)
	lineEnd     = regexp.MustCompile(`\n\s*`)
)

// options are those of a comparison of this many replications.
func options(n int) compare.Options {
	return compare.Options{Replications: n, Seed: seed, Level: level}
}
