package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// The scenario is short, so that `adopted_within_3_years` has no value, and the seed is the
// largest that is allowed: 2^53 less one rounds in 32 bits, not in 64.
const (
	shortYAML = `scenario: Short
extends: pacific-alliance
end: 2012-12-31
`
	pairedYAML = `study: ¿Cuándo convienen los sherpas?
scenario: short.yaml
compare: [light, sherpa, secretariat-productive]
sweep:
  mandates_per_summit: [20, 60]
  PE.ppt_capability: [0.2, 0.8]
  secretariat-productive.secretariat_agreement_days: [365]
replications: 12
seed: 9007199254740991
`
	singleYAML = `study: Only the light structure
scenario: short.yaml
compare: [light]
sweep: {tg_agenda: [2, 4], noise: [0.1]}
replications: 12
`
)

// results are the folder of a study, with what the program says of it.
type results struct {
	dir      string
	study    *study.Study
	manifest manifest
}

// manifest is what is read of manifest.json.
type manifest struct {
	Seed         uint64
	Designs      []string
	Runs         int
	Failed       int
	Replications int
	Factors      []struct{ Name, Column string }
}

// file is the path of a file of the results.
func (s *results) file(name string) string { return filepath.Join(s.dir, name) }

// types are those of a table's columns.
func types(columns []sweep.Column) []string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = c.Type()
	}
	return all
}

// sweepWhole runs a study with the program.
func (c *checker) sweepWhole(name, text string) (*results, error) {
	file := name + ".yaml"
	if err := os.WriteFile(filepath.Join(c.dir, file), []byte(text), 0o644); err != nil {
		return nil, err
	}
	if _, err := run(c.dir, nil, c.cumbre, "sweep", file, "-o", name, "--csv", "-q", "--lang", "es"); err != nil {
		return nil, err
	}
	return c.open(name, file)
}

// open reads what a folder says of itself.
func (c *checker) open(name, file string) (*results, error) {
	r := &results{dir: filepath.Join(c.dir, name)}
	data, err := os.ReadFile(r.file(sweep.ManifestName))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &r.manifest); err != nil {
		return nil, err
	}
	r.study, err = scenarios.Study(filepath.Join(c.dir, file), os.ReadFile)
	return r, err
}

// sweepFailing runs a study in which every seventh replication of one design fails: the
// model itself fails at nothing that a study may ask of it, so a stand-in does before the
// model runs. All else, the writing above all, is the program's.
func (c *checker) sweepFailing() (*results, error) {
	s, err := scenarios.Study(filepath.Join(c.dir, "paired.yaml"), os.ReadFile)
	if err != nil {
		return nil, err
	}
	failing := func(spec *model.Spec, design int) study.RunFunc {
		real := study.Model(spec, design)
		return func(seed, replication uint64) *model.Result {
			if spec.Designs[design].Name == "sherpa" && replication%7 == 3 {
				panic("capacidad «ñandú» agotada,\n\ta las 08:00, \"fin\"")
			}
			return real(seed, replication)
		}
	}
	st := sweep.Open(filepath.Join(c.dir, "failing"), s, "readers")
	if err := st.Begin(sweep.Whole); err != nil {
		return nil, err
	}
	if _, err := st.Run(context.Background(), sweep.Options{Workers: 2, Shard: sweep.Whole, NewRun: failing}); err != nil {
		return nil, err
	}
	if _, err := st.Merge(sweep.MergeOptions{CSV: true}); err != nil {
		return nil, err
	}
	r, err := c.open("failing", "paired.yaml")
	if err == nil && r.manifest.Failed == 0 {
		err = fmt.Errorf("no run failed")
	}
	return r, err
}

// sweepHalf runs one share of two of a study, which leaves parts.
func (c *checker) sweepHalf() (*results, error) {
	_, err := run(c.dir, nil, c.cumbre, "sweep", "paired.yaml", "-o", "half", "--shard", "1/2", "-q")
	return &results{dir: filepath.Join(c.dir, "half")}, err
}
