package sweep

import (
	"time"

	"cumbre/model/study"
)

// Measured is what a few runs cost.
type Measured struct {
	Runs  int
	Each  time.Duration // of one run on one processor
	Bytes float64       // on the disk, of one run more
	Frame float64       // on the disk, of tables of hardly any runs
}

// Measure runs cells from all over the study, at most so many and for a few seconds, and
// writes them to nowhere.
func (st *Store) Measure(newRun study.NewRunFunc, cells int64) (m Measured, err error) {
	first, all := st.scales(), st.scales()
	worker := st.Points.NewWorker(newRun)
	one := worker.Cell(0) // it fills memory that the others reuse
	if err := first.weigh(one); err != nil {
		return m, err
	}
	cells = min(cells, st.Cells())
	began := time.Now()
	for i := range cells {
		runs := worker.Cell(i * st.Cells() / cells)
		m.Runs += len(runs)
		if err := all.weigh(runs); err != nil {
			return m, err
		}
		if time.Since(began) > 3*time.Second {
			break
		}
	}
	m.Each = time.Since(began) / time.Duration(m.Runs)
	least, err := first.bytes()
	if err != nil {
		return m, err
	}
	most, err := all.bytes()
	// What a table has but once, as the texts of its columns, must not count by the run.
	if more := m.Runs - len(one); more > 0 {
		m.Bytes = max(0, float64(most-least)/float64(more))
	} else {
		m.Bytes = float64(least) / float64(len(one))
	}
	m.Frame = max(0, float64(least)-m.Bytes*float64(len(one)))
	return m, err
}

// scales are tables that are only weighed.
type scales struct {
	rows        *rower
	runs, years *tableWriter
	counter
}

// counter counts bytes.
type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) { c.n += int64(len(p)); return len(p), nil }

func (st *Store) scales() *scales {
	s := &scales{rows: newRower(st.Study)}
	s.runs = newTableWriter(&s.counter, "runs", RunColumns(st.Study), nil)
	if st.Study.Years {
		s.years = newTableWriter(&s.counter, "years", YearColumns(st.Study), nil)
	}
	return s
}

func (s *scales) weigh(runs []study.Run) error {
	for _, run := range runs {
		if err := s.runs.add(s.rows.run(run)); err != nil {
			return err
		}
		if s.years != nil {
			if err := s.rows.years(run, s.years.add); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *scales) bytes() (int64, error) {
	err := s.runs.close()
	if s.years != nil && err == nil {
		err = s.years.close()
	}
	return s.n, err
}
