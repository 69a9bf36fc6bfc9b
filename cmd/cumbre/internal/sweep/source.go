package sweep

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// entry is a row as far as the order of rows depends on it, and where it lies.
type entry struct {
	run     int64
	failed  bool
	watched float64 // the measure that until watches; NaN if there is none
	source  *source
	row     int64
}

// source is one file of rows in order of runs.
type source struct {
	path    string
	first   int64 // no run before it
	check   func() error
	failure int // columns; -1 if not read
	watched int

	t       *tableReader
	cursors []*cursor // of run, failure and watched, as far as read
	batch   [3][]parquet.Value
	at, n   int
	row     int64 // of the first of the batch
	head    entry
	more    bool // there is a head

	columns []*cursor // by column, of those who gather rows
}

// failure reads why the run of a row failed.
func (e entry) failure() (string, error) {
	c := e.source.t.cursor(e.source.failure)
	defer c.close()
	var text [1]parquet.Value
	err := c.read(e.row, text[:])
	return string(text[0].Bytes()), err
}

// open opens a file, after making sure that it is as it was written.
func (s *source) open() error {
	if s.check != nil {
		if err := s.check(); err != nil {
			return err
		}
	}
	t, err := openTable(s.path)
	if outOfReach(err) {
		return err
	}
	if err != nil {
		return &DamagedError{s.path, err}
	}
	s.t = t
	for i, column := range []int{0, s.failure, s.watched} {
		if column >= 0 {
			s.cursors = append(s.cursors, t.cursor(column))
			s.batch[i] = make([]parquet.Value, 1024)
		} else {
			s.cursors = append(s.cursors, nil)
		}
	}
	return s.advance()
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
	last := s.head
	s.head = entry{run: s.batch[0][s.at].Int64(), watched: math.NaN(), source: s, row: s.row + int64(s.at)}
	if s.failure >= 0 {
		s.head.failed = !s.batch[1][s.at].IsNull()
	}
	if s.watched >= 0 && !s.batch[2][s.at].IsNull() {
		s.head.watched = s.batch[2][s.at].Double()
	}
	if last.source != nil && s.head.run < last.run {
		return &DamagedError{s.path, fmt.Errorf("run %d after run %d", s.head.run, last.run)}
	}
	return nil
}

// fill reads the next rows; none at the end.
func (s *source) fill() error {
	s.row += int64(s.n)
	s.at, s.n = 0, int(min(int64(len(s.batch[0])), s.t.meta.NumRows()-s.row))
	for i, c := range s.cursors {
		if c == nil || s.n == 0 {
			continue
		}
		if err := c.read(s.row, s.batch[i][:s.n]); err != nil {
			return &DamagedError{s.path, err}
		}
	}
	return nil
}

func (s *source) close() error {
	if s.t == nil {
		return nil
	}
	for _, c := range append(s.cursors, s.columns...) {
		if c != nil {
			c.close()
		}
	}
	err := s.t.close()
	s.t, s.cursors, s.columns = nil, nil, nil
	return err
}

// stream is all sources of one table as one, in order of runs; a run that several have is
// taken once. Files are opened when their turn comes: few are open at a time.
type stream struct {
	waiting []*source // by first run
	open    []*source // with a head
	keep    bool      // sources that have ended stay open until retire
	ended   []*source
	rows    []entry // what take returned
}

// peek returns the next run; false at the end.
func (m *stream) peek() (run int64, ok bool, err error) {
	for {
		at := m.least()
		if len(m.waiting) == 0 || at >= 0 && m.open[at].head.run < m.waiting[0].first {
			if at < 0 {
				return 0, false, nil
			}
			return m.open[at].head.run, true, nil
		}
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		err := s.open()
		if s.more && err == nil {
			m.open = append(m.open, s)
		} else if err = errors.Join(err, s.close()); err != nil {
			return 0, false, err
		}
	}
}

// least is the open source with the earliest run; -1 if none is open.
func (m *stream) least() int {
	best := -1
	for i, s := range m.open {
		if best < 0 || s.head.run < m.open[best].head.run {
			best = i
		}
	}
	return best
}

// take returns the rows of a run, which must be the next; they are valid until the next
// call.
func (m *stream) take(run int64) ([]entry, error) {
	m.rows = m.rows[:0]
	for from := (*source)(nil); ; {
		at := m.least()
		if at < 0 || m.open[at].head.run != run {
			return m.rows, nil
		}
		s := m.open[at]
		if from == nil {
			from = s
		}
		if s == from {
			m.rows = append(m.rows, s.head)
		}
		if err := s.advance(); err != nil {
			return nil, err
		}
		if !s.more {
			m.open = append(m.open[:at], m.open[at+1:]...)
			m.ended = append(m.ended, s)
			if !m.keep {
				m.retire()
			}
		}
	}
}

// retire closes the sources that have ended.
func (m *stream) retire() {
	for _, s := range m.ended {
		_ = s.close()
	}
	m.ended = m.ended[:0]
}

func (m *stream) close() {
	m.retire()
	for _, s := range m.open {
		_ = s.close()
	}
	m.open = nil
}

// streams returns the tables of runs and of years; the latter is empty if none are kept.
func (st *Store) streams(h *holding) (runs, years *stream) {
	runs, years = &stream{}, &stream{}
	designs := int64(len(st.Study.Designs))
	add := func(stem string, names [2]string, first int64, check func() error) {
		if h.checked {
			check = nil
		}
		watched := -1
		if st.Study.Until != nil {
			watched = st.watchedColumn()
		}
		runs.waiting = append(runs.waiting, &source{path: stem + names[0], first: first, check: check, failure: st.failureColumn(), watched: watched})
		years.waiting = append(years.waiting, &source{path: stem + names[1], first: first, failure: -1, watched: -1})
	}
	if h.table > 0 {
		add(h.tables+string(filepath.Separator), [2]string{RunsName, YearsName}, 0, func() error { return checkTables(h.tables) })
	}
	for _, p := range h.parts {
		add(filepath.Join(p.dir, partsName, p.stem()), [2]string{runsEnding, yearsEnding}, p.first*designs, func() error { return st.checkPart(p) })
	}
	if !st.Study.Years {
		years.waiting = nil
	}
	return runs, years
}

// holding is what a store holds: a whole table of so many cells, if any, and parts.
type holding struct {
	table   int64
	tables  string // the folder of that table, and of that of years
	parts   []placed
	checked bool // all files are as they were written
}

// placed is a part and the folder of the study it lies in.
type placed struct {
	span
	dir string
}

func (h *holding) spans() []span {
	all := make([]span, 0, len(h.parts)+1)
	if h.table > 0 {
		all = append(all, span{last: h.table, Shard: Whole})
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
	h := &holding{}
	bad, err := st.gather(st.Dir, h)
	return h, bad, err
}

// gather adds the parts of a folder, and its tables if they hold more than those found
// before: of two, one holds all that the other does.
func (st *Store) gather(dir string, h *holding) ([]Damaged, error) {
	in := *st
	in.Dir = dir
	all, err := in.parts()
	if err != nil {
		return nil, err
	}
	n, err := in.tableCells()
	if err != nil {
		return nil, err
	}
	if n > h.table {
		h.table, h.tables = n, dir
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
			err := st.vet(path)
			if err == nil {
				continue
			}
			fine = false
			if _, gone := os.Stat(paths[0]); errors.Is(gone, fs.ErrNotExist) {
				break // a merge has just taken the part away: its tables have it
			}
			if outOfReach(err) {
				return nil, err
			}
			bad = append(bad, Damaged{path, err})
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
// hold counts. An error says that they are there and cannot be got at.
func (st *Store) tableCells() (int64, error) {
	least := int64(-1)
	names := []string{RunsName}
	if st.Study.Years {
		names = append(names, YearsName)
	}
	for _, name := range names {
		path := filepath.Join(st.Dir, name)
		err := st.vet(path)
		var t *tableReader
		if err == nil {
			t, err = openTable(path)
		}
		if outOfReach(err) {
			return 0, err
		}
		if err != nil {
			return 0, nil
		}
		n, _ := strconv.ParseInt(t.lookup(metaCells), 10, 64)
		_ = t.close()
		if least < 0 || n < least {
			least = n
		}
	}
	return max(least, 0), nil
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
