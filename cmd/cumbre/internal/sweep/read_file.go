package sweep

import (
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/parquet-go/parquet-go"

	"cumbre/model"
)

// runsFile is one table of runs, of which a few columns are read in batches.
type runsFile struct {
	path   string
	first  int64 // no run before it
	t      *tableReader
	groups []parquet.RowGroup // not begun yet
	read   []*columnReader    // of the group in hand
	wanted []wantedColumn

	at, n   int // rows of the batch
	last    int64
	runs    []int64
	results [][]float64 // by measure
	row     []float64
	errors  []bool
	digests []string
	check   *placeCheck // nil if the points are known to be those of the study
}

// wantedColumn is a column and what to do with its values: a row of the batch each.
type wantedColumn struct {
	index int
	put   func(row int, v parquet.Value)
}

// readRows is how many rows are read at once.
const readRows = 1024

// begin opens the file and reads its first batch.
func (s *runsFile) begin(st *Store, metrics []model.Metric) (err error) {
	if s.t, err = openTable(s.path); err != nil {
		return err
	}
	defer damaged(s.path, &err)
	s.groups, s.last = s.t.groups, -1
	s.runs, s.errors, s.digests = make([]int64, readRows), make([]bool, readRows), make([]string, readRows)
	s.row = make([]float64, len(metrics))
	err = errors.Join(
		s.want("run", func(row int, v parquet.Value) { s.runs[row] = v.Int64() }),
		s.want("error", func(row int, v parquet.Value) { s.errors[row] = !v.IsNull() }),
		s.want("digest", func(row int, v parquet.Value) { s.digests[row] = string(v.ByteArray()) }),
	)
	columns := RunColumns(st.Study)[numKeys+1+len(st.Study.Factors()):]
	for _, m := range metrics {
		values := make([]float64, readRows)
		s.results = append(s.results, values)
		err = errors.Join(err, s.want(columns[m].Name, func(row int, v parquet.Value) { values[row] = double(v) }))
	}
	if st.foreign {
		err = errors.Join(err, s.checkPlaces(st))
	}
	if err != nil {
		return err
	}
	return s.fill()
}

// NoColumnError says that a table lacks a column: another version of the program wrote it.
type NoColumnError struct{ Path, Column string }

// Error names the column.
func (e *NoColumnError) Error() string { return fmt.Sprintf("%s has no column %s", e.Path, e.Column) }

// want adds a column.
func (s *runsFile) want(name string, put func(row int, v parquet.Value)) error {
	leaf, ok := s.t.meta.Schema().Lookup(name)
	if !ok {
		return &NoColumnError{s.path, name}
	}
	s.wanted = append(s.wanted, wantedColumn{leaf.ColumnIndex, put})
	return nil
}

// double is a number, NaN if there is none.
func double(v parquet.Value) float64 {
	if v.IsNull() {
		return math.NaN()
	}
	return v.Double()
}

// more reports whether there is a run in front.
func (s *runsFile) more() bool { return s.at < s.n }

func (s *runsFile) run() int64     { return s.runs[s.at] }
func (s *runsFile) failed() bool   { return s.errors[s.at] }
func (s *runsFile) digest() string { return s.digests[s.at] }

// values are the measures of the run in front; the next call overwrites them.
func (s *runsFile) values() []float64 {
	for i, values := range s.results {
		s.row[i] = values[s.at]
	}
	return s.row
}

// advance goes to the next run.
func (s *runsFile) advance() error {
	s.last = s.run()
	s.at++
	if s.more() {
		return s.ordered()
	}
	return s.fill()
}

// ordered checks that runs come in order: what is handed on is.
func (s *runsFile) ordered() error {
	if s.run() <= s.last {
		return fmt.Errorf("%s: run %d after run %d", s.path, s.run(), s.last)
	}
	return nil
}

// fill reads the next batch; none is left after the last.
func (s *runsFile) fill() (err error) {
	defer damaged(s.path, &err)
	s.at, s.n = 0, 0
	for s.n == 0 {
		if s.read == nil {
			if len(s.groups) == 0 {
				return nil
			}
			s.enter(s.groups[0])
			s.groups = s.groups[1:]
		}
		for i, r := range s.read {
			n, err := r.fill(s.wanted[i].put, readRows)
			if err == nil && i > 0 && n != s.n {
				err = fmt.Errorf("columns of %d and %d rows", s.n, n)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", s.path, err)
			}
			s.n = n
		}
		if s.n < readRows {
			s.leave()
		}
	}
	if s.check != nil {
		if err := s.check.batch(s); err != nil {
			return err
		}
	}
	return s.ordered()
}

func (s *runsFile) enter(group parquet.RowGroup) {
	chunks := group.ColumnChunks()
	s.read = make([]*columnReader, len(s.wanted))
	for i, w := range s.wanted {
		s.read[i] = &columnReader{pages: chunks[w.index].Pages(), buf: make([]parquet.Value, 256)}
	}
}

func (s *runsFile) leave() {
	for _, r := range s.read {
		_ = r.pages.Close()
	}
	s.read = nil
}

func (s *runsFile) close() {
	s.leave()
	if s.t != nil {
		_ = s.t.close()
	}
}

// columnReader reads the values of one column of a group of rows.
type columnReader struct {
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
	buf    []parquet.Value
}

// fill puts the next values, at most so many; fewer at the end of the column.
func (r *columnReader) fill(put func(row int, v parquet.Value), most int) (n int, err error) {
	for n < most {
		if r.values == nil {
			r.page, err = r.pages.ReadPage()
			if errors.Is(err, io.EOF) {
				return n, nil
			}
			if err != nil {
				return n, err
			}
			r.values = r.page.Values()
		}
		got, err := r.values.ReadValues(r.buf[:min(len(r.buf), most-n)])
		for _, v := range r.buf[:got] {
			put(n, v)
			n++
		}
		if err != nil {
			parquet.Release(r.page) // only now: texts lie in its memory
			r.values = nil
			if !errors.Is(err, io.EOF) {
				return n, err
			}
		}
	}
	return n, nil
}
