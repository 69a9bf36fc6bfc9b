package sweep

import (
	"fmt"
	"math"

	"cumbre/model"
)

// watched is what is read of runs to know which have failed and, with until, whether more
// are needed.
func (st *Store) watched() wanted {
	w := wanted{failure: true}
	if st.Study.Until != nil {
		w.numbers = []string{measureColumn(st.Study.Until.Metric)}
	}
	return w
}

// stored reads what a stored cell resulted in. Cells must come in order.
func (r *runner) stored(cell int64, into []float64) error {
	for d := range into {
		want := cell*int64(len(into)) + int64(d)
		for {
			run, ok, err := r.results.peek()
			if err != nil {
				return err
			}
			if !ok || run > want {
				return fmt.Errorf("run %d is missing in the parts that should have it", want)
			}
			rows, err := r.results.take(run)
			if err != nil {
				return err
			}
			if run == want {
				into[d] = r.st.measured(rows[0])
				break
			}
		}
	}
	return nil
}

// failureColumn is where a row of runs says why the run failed.
func (st *Store) failureColumn() int {
	return numKeys + 1 + len(st.Study.Factors()) + int(model.NumMetrics) + 1
}

// digestColumn is where a row of runs has the run's digest.
func (st *Store) digestColumn() int { return st.failureColumn() - 1 }

// measured is the measure of a row that until watches: NaN if it has none.
func (st *Store) measured(e entry) float64 {
	if st.Study.Until == nil {
		return math.NaN()
	}
	return e.numbers[0]
}
