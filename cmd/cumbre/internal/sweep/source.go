package sweep

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// source is one file of rows in order of runs.
type source struct {
	path  string
	first int64 // no run before it
	t     *tableReader
	head  parquet.Row // nil at the end
}

func runOf(r parquet.Row) int64 { return r[0].Int64() }

func (s *source) open() error {
	t, err := openTable(s.path)
	if err != nil {
		return err
	}
	s.t = t
	return s.advance()
}

func (s *source) advance() error {
	row, err := s.t.next()
	if errors.Is(err, io.EOF) {
		s.head = nil
		return s.close()
	}
	s.head = row
	return err
}

func (s *source) close() error {
	if s.t == nil {
		return nil
	}
	err := s.t.close()
	s.t = nil
	return err
}

// stream is all sources of one table as one, in order of runs; a run that several have is
// taken once. Files are opened when their turn comes: few are open at a time.
type stream struct {
	waiting []*source // by first run
	open    []*source
}

// peek returns the next run; false at the end.
func (m *stream) peek() (run int64, ok bool, err error) {
	for {
		at := m.least()
		if len(m.waiting) == 0 || at >= 0 && runOf(m.open[at].head) < m.waiting[0].first {
			if at < 0 {
				return 0, false, nil
			}
			return runOf(m.open[at].head), true, nil
		}
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		if err := s.open(); err != nil {
			return 0, false, err
		}
		m.add(s)
	}
}

func (m *stream) add(s *source) {
	if s.head != nil {
		m.open = append(m.open, s)
	}
}

// least is the open source with the earliest run; -1 if none is open.
func (m *stream) least() int {
	best := -1
	for i, s := range m.open {
		if best < 0 || runOf(s.head) < runOf(m.open[best].head) {
			best = i
		}
	}
	return best
}

// take returns the rows of a run, which must be the next.
func (m *stream) take(run int64) ([]parquet.Row, error) {
	var rows []parquet.Row
	for {
		at := m.least()
		if at < 0 || runOf(m.open[at].head) != run {
			return rows, nil
		}
		own, err := m.group(at, run)
		if err != nil {
			return nil, err
		}
		if rows == nil {
			rows = own
		}
	}
}

// group takes the rows of a run from one source.
func (m *stream) group(at int, run int64) ([]parquet.Row, error) {
	s := m.open[at]
	var rows []parquet.Row
	for s.head != nil && runOf(s.head) == run {
		rows = append(rows, s.head)
		if err := s.advance(); err != nil {
			return nil, err
		}
	}
	if s.head == nil {
		m.open = append(m.open[:at], m.open[at+1:]...)
	} else if runOf(s.head) < run {
		return nil, fmt.Errorf("%s: run %d after run %d", s.path, runOf(s.head), run)
	}
	return rows, nil
}

func (m *stream) close() {
	for _, s := range m.open {
		_ = s.close()
	}
}

// streams returns the tables of runs and of years; the latter is empty if none are kept.
func (st *Store) streams(h *holding) (runs, years *stream) {
	runs, years = &stream{}, &stream{}
	designs := int64(len(st.Study.Designs))
	if h.table > 0 {
		runs.waiting = append(runs.waiting, &source{path: filepath.Join(st.Dir, RunsName)})
		years.waiting = append(years.waiting, &source{path: filepath.Join(st.Dir, YearsName)})
	}
	for _, p := range h.parts {
		path := filepath.Join(p.dir, partsName, p.stem())
		runs.waiting = append(runs.waiting, &source{path: path + runsEnding, first: p.first * designs})
		years.waiting = append(years.waiting, &source{path: path + yearsEnding, first: p.first * designs})
	}
	if !st.Study.Years {
		years.waiting = nil
	}
	return runs, years
}

// holding is what a store holds: a whole table of so many cells, if any, and parts.
type holding struct {
	table int64
	parts []placed
}

// placed is a part and the folder of the study it lies in.
type placed struct {
	span
	dir string
}

func (h *holding) spans() []span {
	all := make([]span, 0, len(h.parts)+1)
	if h.table > 0 {
		all = append(all, span{0, h.table, Whole})
	}
	for _, p := range h.parts {
		all = append(all, p.span)
	}
	return all
}

// Damaged is a part that cannot be read or is of another study; it does not count.
type Damaged struct {
	Path string
	Err  error
}

// ErrOther is the Err of a part of another study.
var ErrOther = errors.New("the part is of another study")

// hold finds what the store holds. A part is opened to see that it is whole.
func (st *Store) hold() (*holding, []Damaged, error) {
	h := &holding{table: st.tableCells()}
	bad, err := st.gather(st.Dir, h)
	return h, bad, err
}

// gather adds the parts of a folder.
func (st *Store) gather(dir string, h *holding) ([]Damaged, error) {
	all, err := (&Store{Dir: dir}).parts()
	if err != nil {
		return nil, err
	}
	var bad []Damaged
	for _, s := range all {
		stem := filepath.Join(dir, partsName, s.stem())
		paths := []string{stem + runsEnding}
		if st.Study.Years {
			paths = append(paths, stem+yearsEnding)
		}
		fine := true
		for _, path := range paths {
			if err := st.vet(path); err != nil {
				bad = append(bad, Damaged{path, err})
				fine = false
			}
		}
		if fine {
			h.parts = append(h.parts, placed{s, dir})
		}
	}
	return bad, nil
}

// vet opens a table and checks what it is of.
func (st *Store) vet(path string) error {
	t, err := openTable(path)
	if err != nil {
		return err
	}
	defer t.close()
	if t.lookup(metaIdentity) != st.id.digest() {
		return ErrOther
	}
	return nil
}

// tableCells is how many cells, from the first on, the final tables hold; 0 if they are
// not there, not whole or of another study. If a crash came between the two, what both
// hold counts.
func (st *Store) tableCells() int64 {
	least := int64(-1)
	names := []string{RunsName}
	if st.Study.Years {
		names = append(names, YearsName)
	}
	for _, name := range names {
		path := filepath.Join(st.Dir, name)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) || st.vet(path) != nil {
			return 0
		}
		t, err := openTable(path)
		if err != nil {
			return 0
		}
		n, _ := strconv.ParseInt(t.lookup(metaCells), 10, 64)
		_ = t.close()
		if least < 0 || n < least {
			least = n
		}
	}
	return max(least, 0)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
