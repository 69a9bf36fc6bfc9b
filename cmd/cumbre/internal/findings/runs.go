package main

import (
	"context"
	"fmt"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// runs are all runs of one scenario.
type runs struct {
	*compare.Comparison
	results [][]result // by design, then by replication
}

// result is what is kept of a run.
type result struct {
	metrics   [model.NumMetrics]float64
	effective [model.NumDimensions]float64
}

// library runs scenarios of the library, each once: a scenario and its base share their
// random numbers, so that the runs of the one are the pairs of the other.
type library struct {
	replications int
	done         map[string]*runs
}

func newLibrary(replications int) *library { return &library{replications, map[string]*runs{}} }

func (l *library) run(name string) (*runs, error) {
	if r := l.done[name]; r != nil {
		return r, nil
	}
	spec, err := scenarios.Load(name, nil)
	if err != nil {
		return nil, err
	}
	r := &runs{results: make([][]result, len(spec.Designs))}
	o := options(l.replications)
	o.Each = func(_, design int, one *model.Result) error {
		r.results[design] = append(r.results[design], result{one.Metrics, one.Effective})
		return nil
	}
	if r.Comparison, err = compare.Run(context.Background(), spec, o); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l.done[name] = r
	return r, nil
}

// design is the position of a design by its name, −1 if the scenario lacks it.
func (r *runs) design(name string) int {
	for i, d := range r.Designs {
		if d.Design.Name == name {
			return i
		}
	}
	return -1
}

// fingerprint is the digest of the first replication of every design of a scenario.
func fingerprint(spec *model.Spec) (string, error) {
	c, err := compare.Run(context.Background(), spec, options(1))
	if err != nil {
		return "", fmt.Errorf("%s: %w", spec.Name, err)
	}
	return c.Digest, nil
}
