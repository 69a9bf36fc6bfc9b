package sweep

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
)

// stream is all sources of one table as one, in order of runs; a run that several have is
// taken once. Files are opened when their turn comes: few are open at a time.
type stream struct {
	waiting []*source // by first run
	open    []*source // with a row at hand, by its run
	keep    bool      // sources that have ended stay open until retire
	ended   []*source
	rows    []entry // what take returned, and the numbers in it
	numbers []float64
}

// peek returns the next run; false at the end.
func (m *stream) peek() (run int64, ok bool, err error) {
	for len(m.waiting) > 0 && (len(m.open) == 0 || m.open[0].run >= m.waiting[0].first) {
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		if err := s.open(); err != nil || !s.more {
			if err = errors.Join(err, s.close()); err != nil {
				return 0, false, err
			}
			continue
		}
		m.open = slices.Insert(m.open, m.after(s.run, m.open), s)
	}
	if len(m.open) == 0 {
		return 0, false, nil
	}
	return m.open[0].run, true, nil
}

// after is the place after the sources that are at a run or before it.
func (m *stream) after(run int64, open []*source) int {
	i, _ := slices.BinarySearchFunc(open, run+1, func(s *source, run int64) int { return cmp.Compare(s.run, run) })
	return i
}

// take returns the rows of a run, which must be the next; they are valid until the next
// call.
func (m *stream) take(run int64) ([]entry, error) {
	m.rows, m.numbers = m.rows[:0], m.numbers[:0]
	for from := (*source)(nil); len(m.open) > 0 && m.open[0].run == run; {
		s := m.open[0]
		if from == nil {
			from = s
		}
		if s == from {
			m.rows = append(m.rows, s.entry(&m.numbers))
		}
		if err := m.advance(); err != nil {
			return nil, err
		}
	}
	return m.rows, nil
}

// advance goes to the next row of the first source and puts it where it then belongs.
func (m *stream) advance() error {
	s := m.open[0]
	if err := s.advance(); err != nil {
		return err
	}
	switch {
	case !s.more:
		m.open = slices.Delete(m.open, 0, 1)
		m.ended = append(m.ended, s)
		if !m.keep {
			m.retire()
		}
	case len(m.open) > 1 && s.run >= m.open[1].run:
		i := m.after(s.run, m.open[1:])
		copy(m.open, m.open[1:1+i])
		m.open[i] = s
	}
	return nil
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

// runs is the table of runs as far as it is there. Files that have not been held against
// their checksums are when they are opened.
func (st *Store) runs(h *holding, want wanted) *stream {
	m := &stream{}
	add := func(path string, first int64, check func() error) {
		if h.checked {
			check = nil
		}
		m.waiting = append(m.waiting, &source{path: path, first: first, check: check, want: want})
	}
	if h.table > 0 {
		add(filepath.Join(h.tables, RunsName), 0, func() error { return checkTables(h.tables, st.tables()) })
	}
	for _, p := range h.parts {
		add(p.path(runsEnding), st.firstRun(p), func() error { return st.checkPart(p) })
	}
	return m
}

// years is the table of years as far as it is there; empty if none are kept. Whoever reads
// it reads the runs too, which are checked with it.
func (st *Store) years(h *holding) *stream {
	m := &stream{}
	if !st.Study.Years {
		return m
	}
	if h.table > 0 {
		m.waiting = append(m.waiting, &source{path: filepath.Join(h.tables, YearsName)})
	}
	for _, p := range h.parts {
		m.waiting = append(m.waiting, &source{path: p.path(yearsEnding), first: st.firstRun(p)})
	}
	return m
}

// firstRun is a run before which a part has none.
func (st *Store) firstRun(p placed) int64 { return p.first * int64(len(st.Study.Designs)) }
