package sens

import "fmt"

// Warning is a doubt about a result.
type Warning struct {
	Kind   Kind
	Factor int     // counted from 0; -1 if it is about all
	Value  float64 // what was found
	Bound  float64 // what it should not exceed; 0 for MissingRuns and Constant
}

// Kind is what a warning is about.
type Kind int

const (
	// WideFirst means that the interval of a first-order index is wider (Value) than
	// [Options.MaxWidth].
	WideFirst Kind = iota
	// WideTotal is the same for a total index.
	WideTotal
	// WideEffect is the same for the mean absolute elementary effect; Value is the
	// ratio of the width to the largest of these effects.
	WideEffect
	// UnstableRanking means that with other points of the same number the more
	// important factors may well come in another order; Value is the statistic of
	// Sarrazin, Pianosi and Wagener, Bound is 1.
	UnstableRanking
	// MissingRuns means that runs are missing; Value is their share. What is left tells
	// of the inputs for which the simulator does not fail.
	MissingRuns
	// TooFew means that for a factor too few (Value, less than two) blocks or effects are
	// left to estimate anything, or an interval.
	TooFew
	// Constant means that the output does not vary: there is nothing to explain, and
	// shares of its variance do not exist.
	Constant
)

// String returns the warning in English; factors are counted from 0.
func (w Warning) String() string {
	switch w.Kind {
	case WideFirst:
		return fmt.Sprintf("factor %d: the interval of the first-order index is %.3g wide, more than %.3g", w.Factor, w.Value, w.Bound)
	case WideTotal:
		return fmt.Sprintf("factor %d: the interval of the total index is %.3g wide, more than %.3g", w.Factor, w.Value, w.Bound)
	case WideEffect:
		return fmt.Sprintf("factor %d: the interval of the mean absolute effect is %.3g times the largest effect wide, more than %.3g", w.Factor, w.Value, w.Bound)
	case UnstableRanking:
		return fmt.Sprintf("the ranking of the factors is not stable: statistic %.3g, more than %.3g", w.Value, w.Bound)
	case MissingRuns:
		return fmt.Sprintf("%.3g%% of the runs are missing", 100*w.Value)
	case TooFew:
		return fmt.Sprintf("factor %d: only %.0f usable, need at least %.0f", w.Factor, w.Value, w.Bound)
	case Constant:
		return "the output does not vary"
	}
	return "unknown warning"
}
