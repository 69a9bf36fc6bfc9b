package sweep

import (
	"fmt"
	"math"

	"github.com/parquet-go/parquet-go"
)

// wanted is what is read of the rows of a table, beside their runs.
type wanted struct {
	failure bool     // whether they failed
	digest  bool     // the fingerprint of the run
	numbers []string // columns of numbers, of whatever type
}

// entry is a row as far as it is read, and where it lies.
type entry struct {
	run     int64
	failed  bool
	digest  []byte    // none if the run failed
	numbers []float64 // as wanted; NaN where there is none
	source  *source
	row     int64
}

// source is one file of rows in order of runs.
type source struct {
	path  string
	first int64 // no run before it
	check func() error
	want  wanted

	t       *tableReader
	runs    *reading
	failed  *reading // nil if not wanted, as digest
	digest  *reading
	numbers []*reading
	all     []*reading
	at, n   int
	row     int64 // of the first of the batch
	run     int64 // of the row at hand
	more    bool  // there is a row at hand

	columns []*cursor // by column, of those who gather rows
}

// reading is a column that is read, a batch of its values at a time.
type reading struct {
	*cursor
	batch []parquet.Value
}

// readRows is how many values of a column are in memory at a time.
const readRows = 256

// NoColumnError says that a table lacks a column: another version of the program wrote it.
type NoColumnError struct{ Path, Column string }

// Error names the column.
func (e *NoColumnError) Error() string { return fmt.Sprintf("%s has no column %s", e.Path, e.Column) }

// failure reads why the run of a row failed.
func (e entry) failure() (string, error) {
	c := e.source.t.cursor(e.source.failed.column)
	defer c.close()
	var text [1]parquet.Value
	if err := c.read(e.row, text[:]); err != nil {
		return "", unreadable(e.source.path, err)
	}
	return string(text[0].Bytes()), nil
}

// open opens a file, after making sure that it is as it was written, and goes to its first
// row.
func (s *source) open() (err error) {
	if s.check != nil {
		if err := s.check(); err != nil {
			return err
		}
	}
	if s.t, err = openTable(s.path); err != nil {
		return unreadable(s.path, err)
	}
	if err := s.openColumns(); err != nil {
		return err
	}
	s.run = math.MinInt64
	return s.advance()
}

func (s *source) openColumns() (err error) {
	if s.runs, err = s.column("run"); err != nil {
		return err
	}
	if s.want.failure {
		if s.failed, err = s.column("error"); err != nil {
			return err
		}
	}
	if s.want.digest {
		if s.digest, err = s.column("digest"); err != nil {
			return err
		}
	}
	s.numbers = make([]*reading, len(s.want.numbers))
	for i, name := range s.want.numbers {
		if s.numbers[i], err = s.column(name); err != nil {
			return err
		}
	}
	return nil
}

// column begins to read a column. It goes by the name: another version of the program may
// have it at another place.
func (s *source) column(name string) (*reading, error) {
	leaf, ok := s.t.meta.Schema().Lookup(name)
	if !ok {
		return nil, &NoColumnError{s.path, name}
	}
	r := &reading{s.t.cursor(leaf.ColumnIndex), make([]parquet.Value, readRows)}
	s.all = append(s.all, r)
	return r, nil
}

// advance goes to the next row.
func (s *source) advance() error {
	if s.at++; s.at >= s.n {
		if err := s.fill(); err != nil {
			return err
		}
	}
	if s.more = s.n > 0; !s.more {
		return nil
	}
	last := s.run
	if s.run = s.runs.batch[s.at].Int64(); s.run < last {
		return unreadable(s.path, fmt.Errorf("run %d after run %d", s.run, last))
	}
	return nil
}

// fill reads the next rows; none at the end.
func (s *source) fill() error {
	s.row += int64(s.n)
	s.at, s.n = 0, int(min(readRows, s.t.meta.NumRows()-s.row))
	if s.n == 0 {
		return nil
	}
	for _, r := range s.all {
		if err := r.read(s.row, r.batch[:s.n]); err != nil {
			return unreadable(s.path, err)
		}
	}
	return nil
}

// entry is the row at hand. Its numbers are added to those in room.
func (s *source) entry(room *[]float64) entry {
	e := entry{run: s.run, source: s, row: s.row + int64(s.at)}
	if s.failed != nil {
		e.failed = !s.failed.batch[s.at].IsNull()
	}
	if s.digest != nil {
		e.digest = s.digest.batch[s.at].ByteArray()
	}
	from := len(*room)
	for _, r := range s.numbers {
		*room = append(*room, number(r.batch[s.at]))
	}
	e.numbers = (*room)[from:]
	return e
}

// number is a number of whatever type; NaN if there is none.
func number(v parquet.Value) float64 {
	switch v.Kind() {
	case parquet.Double:
		return v.Double()
	case parquet.Int32:
		return float64(v.Int32())
	case parquet.Int64:
		return float64(v.Int64())
	}
	return math.NaN()
}

func (s *source) close() error {
	if s.t == nil {
		return nil
	}
	for _, r := range s.all {
		r.close()
	}
	for _, c := range s.columns {
		if c != nil {
			c.close()
		}
	}
	err := s.t.close()
	s.t, s.runs, s.failed, s.digest, s.numbers, s.all, s.columns = nil, nil, nil, nil, nil, nil, nil
	return err
}
