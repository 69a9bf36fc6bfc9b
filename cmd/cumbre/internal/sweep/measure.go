package sweep

import (
	"io"
	"time"

	"cumbre/model/study"
)

// Measured is what a few runs cost.
type Measured struct {
	Runs  int
	Each  time.Duration // of one run on one processor
	Bytes float64       // on the disk, of one run
}

// Measure runs cells from all over the study, at most so many and for a few seconds, and
// writes them to nowhere.
func (st *Store) Measure(newRun study.NewRunFunc, cells int64) (m Measured, err error) {
	counts := [2]*counter{{}, {}}
	tables := []*tableWriter{newTableWriter(counts[0], "runs", RunColumns(st.Study), nil)}
	if st.Study.Years {
		tables = append(tables, newTableWriter(counts[1], "years", YearColumns(st.Study), nil))
	}
	rows, worker := newRower(st.Study), st.Points.NewWorker(newRun)
	worker.Cell(0) // the first run fills memory that the others reuse
	cells = min(cells, st.Cells())
	began := time.Now()
	for i := range cells {
		for _, run := range worker.Cell(i * st.Cells() / cells) {
			m.Runs++
			err = tables[0].add(rows.run(run))
			if len(tables) > 1 && err == nil {
				err = rows.years(run, tables[1].add)
			}
			if err != nil {
				return m, err
			}
		}
		if time.Since(began) > 3*time.Second {
			break
		}
	}
	m.Each = time.Since(began) / time.Duration(m.Runs)
	for i, t := range tables {
		if err := t.close(); err != nil {
			return m, err
		}
		m.Bytes += float64(counts[i].n-t.frame()) / float64(m.Runs)
	}
	return m, nil
}

// counter counts bytes.
type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) { c.n += int64(len(p)); return len(p), nil }

// frame is roughly what a table costs before it has rows: the texts of its columns and a
// description of each row group and column.
func (t *tableWriter) frame() int64 {
	c := &counter{}
	var w io.Writer = c
	empty := newTableWriter(w, "frame", t.columns, nil)
	if empty.close() != nil {
		return 0
	}
	return c.n
}
