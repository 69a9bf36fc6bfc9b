package sens

import (
	"errors"
	"fmt"
)

// Options says how to compute intervals and when to warn. The zero value of a field
// means its default.
type Options struct {
	// Level of confidence of the intervals, between 0 and 1; 0.95 by default.
	Level float64

	// Resamples of the bootstrap, at least 2; 1,000 by default.
	Resamples int

	// Seed names the random numbers of the bootstrap.
	Seed uint64

	// MaxWidth is the width of an interval above which to warn; 0.05 by default, the
	// bound of Sarrazin, Pianosi and Wagener. For Sobol' indices it is the width itself,
	// for elementary effects its ratio to the largest mean absolute effect.
	MaxWidth float64
}

func (o Options) withDefaults() (Options, error) {
	o.Level = orDefault(o.Level, 0.95)
	o.Resamples = orDefault(o.Resamples, 1000)
	o.MaxWidth = orDefault(o.MaxWidth, 0.05)
	var wrong []error
	if !(o.Level > 0 && o.Level < 1) {
		wrong = append(wrong, fmt.Errorf("level %v is not between 0 and 1", o.Level))
	}
	if o.Resamples < 2 {
		wrong = append(wrong, fmt.Errorf("resamples %d: need at least 2", o.Resamples))
	}
	if !(o.MaxWidth > 0) {
		wrong = append(wrong, fmt.Errorf("width %v to warn of is not positive", o.MaxWidth))
	}
	return o, errors.Join(wrong...)
}

func orDefault[T int | float64](v, otherwise T) T {
	if v == 0 {
		return otherwise
	}
	return v
}
