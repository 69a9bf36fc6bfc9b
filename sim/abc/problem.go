package abc

import (
	"errors"
	"fmt"
	"math"
)

// Problem says what is sought and what was observed.
type Problem struct {
	// Low and High are the box of the free quantities, on which the prior is
	// uniform. Both ends belong to a whole-numbered quantity's interval.
	Low, High []float64

	// Whole marks the quantities that are whole numbers; nil marks none.
	Whole []bool

	// Observed are the observed values and Error the standard deviations of
	// what separates them from the simulator's outputs: error of observation
	// and discrepancy of the model combined.
	Observed, Error []float64

	// NewSimulator returns a function that runs the simulator once at theta
	// and returns as many outputs as were observed, NaN for one not defined.
	// It must depend on theta and key alone, the key naming the random numbers
	// of the run; it must not keep theta, and may reuse the slice it returns.
	// It is never used by two goroutines at once, and there are at most as many
	// as workers, so it may own memory.
	NewSimulator func() func(theta []float64, key uint64) ([]float64, error)
}

// largestWhole is the bound of whole-numbered quantities: further out, not every
// whole number is a float64.
const largestWhole = 1 << 53

// check returns all that is wrong with the problem.
func (p *Problem) check() error {
	wrong := append(p.checkBox(), p.checkObserved()...)
	if p.NewSimulator == nil {
		wrong = append(wrong, errors.New("no NewSimulator"))
	}
	return errors.Join(wrong...)
}

func (p *Problem) checkBox() (wrong []error) {
	d := len(p.Low)
	if d == 0 {
		wrong = append(wrong, errors.New("no free quantity: Low is empty"))
	}
	if len(p.High) != d {
		return append(wrong, fmt.Errorf("%d values in Low but %d in High", d, len(p.High)))
	}
	if p.Whole != nil && len(p.Whole) != d {
		return append(wrong, fmt.Errorf("%d values in Low but %d in Whole", d, len(p.Whole)))
	}
	for k := range d {
		if err := checkInterval(p.Low[k], p.High[k], p.whole(k)); err != nil {
			wrong = append(wrong, fmt.Errorf("quantity %d: %w", k, err))
		}
	}
	return wrong
}

func checkInterval(low, high float64, whole bool) error {
	switch {
	case !finite(low) || !finite(high) || !finite(high-low):
		return fmt.Errorf("interval [%v, %v] is not finite", low, high)
	case whole && (low != math.Floor(low) || high != math.Floor(high)):
		return fmt.Errorf("ends of [%v, %v] are not whole", low, high)
	case whole && (low < -largestWhole || high > largestWhole):
		return fmt.Errorf("ends of [%v, %v] beyond 2**53", low, high)
	case whole && low > high, !whole && low >= high:
		return fmt.Errorf("interval [%v, %v] is empty", low, high)
	}
	return nil
}

func (p *Problem) checkObserved() (wrong []error) {
	m := len(p.Observed)
	if m == 0 {
		wrong = append(wrong, errors.New("nothing observed: Observed is empty"))
	}
	if len(p.Error) != m {
		return append(wrong, fmt.Errorf("%d values in Observed but %d in Error", m, len(p.Error)))
	}
	for j := range m {
		if !finite(p.Observed[j]) {
			wrong = append(wrong, fmt.Errorf("observation %d: %v is not finite", j, p.Observed[j]))
		}
		if !finite(p.Error[j]) || p.Error[j] <= 0 {
			wrong = append(wrong, fmt.Errorf("observation %d: error %v is not positive and finite", j, p.Error[j]))
		}
	}
	return wrong
}

func (p *Problem) whole(k int) bool { return p.Whole != nil && p.Whole[k] }

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
