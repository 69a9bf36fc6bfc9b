package compare

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"cumbre/model"
	"cumbre/sim/experiment"
)

// Run runs all designs on the same random numbers and compares them. One unit
// of work is one replication of all designs, so whatever is complete when ctx
// ends is balanced: Run then returns it, with Interrupted set and no error.
//
// An error says which option is wrong, or which replication failed and why; a
// panic in the model is such a failure. The Spec must be valid.
func Run(ctx context.Context, spec *model.Spec, o Options) (*Comparison, error) {
	return run(ctx, spec, o, func(design int) runFunc { return model.NewRunner(spec, design).Run })
}

// runFunc runs one replication of one design.
type runFunc func(seed, replication uint64) *model.Result

// run is Run with the model behind a function, for tests.
func run(ctx context.Context, spec *model.Spec, o Options, newRun func(design int) runFunc) (*Comparison, error) {
	o, err := o.withDefaults(spec)
	if err != nil {
		return nil, err
	}
	t := newTotals(len(o.Designs))
	newWorker := func() func(int) ([]*model.Result, error) { return replicate(o, newRun) }
	err = experiment.Ordered(ctx, o.Replications, o.Workers, newWorker, func(replication int, results []*model.Result) error {
		return deliver(t, o, replication, results)
	})
	interrupted := err != nil && ctx.Err() != nil && errors.Is(err, context.Cause(ctx))
	if err != nil && !interrupted {
		return nil, explain(err, o.Seed)
	}
	c := t.comparison(spec, o)
	c.Interrupted = interrupted
	return c, nil
}

// replicate returns a worker's function: one replication of every design.
func replicate(o Options, newRun func(design int) runFunc) func(int) ([]*model.Result, error) {
	runs := make([]runFunc, len(o.Designs))
	for i, design := range o.Designs {
		runs[i] = newRun(design)
	}
	return func(replication int) ([]*model.Result, error) {
		results := make([]*model.Result, len(runs))
		for i, run := range runs {
			if results[i] = run(o.Seed, uint64(replication)); results[i] == nil {
				return nil, errors.New("the run returned no result")
			}
		}
		return results, nil
	}
}

// deliver takes in one complete replication.
func deliver(t *totals, o Options, replication int, results []*model.Result) error {
	if err := t.add(results); err != nil {
		return &experiment.ItemError{Item: replication, Err: err}
	}
	if o.Each != nil {
		for design, r := range results {
			if err := o.Each(replication, design, r); err != nil {
				return err
			}
		}
	}
	if o.Progress != nil {
		o.Progress(replication+1, o.Replications)
	}
	return nil
}

// explain turns a failure of the loop into words of the field, with what is
// needed to reproduce it.
func explain(err error, seed uint64) error {
	var failed *experiment.ItemError
	if errors.As(err, &failed) {
		return fmt.Errorf("replication %d of seed %d: %w", failed.Item, seed, failed.Err)
	}
	return err
}

// withDefaults fills in what was left out and checks the rest.
func (o Options) withDefaults(spec *model.Spec) (Options, error) {
	if len(o.Designs) == 0 {
		o.Designs = make([]int, len(spec.Designs))
		for i := range o.Designs {
			o.Designs[i] = i
		}
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	switch {
	case len(o.Designs) == 0:
		return o, errors.New("the scenario has no design to run")
	case o.Replications < 1:
		return o, fmt.Errorf("%d replications: want at least 1", o.Replications)
	case !(o.Level > 0 && o.Level < 1):
		return o, fmt.Errorf("confidence level %g: want a number between 0 and 1", o.Level)
	}
	for _, d := range o.Designs {
		if d < 0 || d >= len(spec.Designs) {
			return o, fmt.Errorf("no design number %d: the scenario has %d", d, len(spec.Designs))
		}
	}
	return o, nil
}
