package sweep

// Status is what the files of a folder say is done.
type Status struct {
	Merged
	AtMost   bool // Total is a bound: how many there will be depends on results
	Whole    bool // nothing is missing
	Tables   bool // the final tables are there and hold all
	Parts    int
	Damaged  []Damaged
	Failures []Failure // the first of those that failed
}

// Status reads what is done from the files alone.
func (st *Store) Status() (s Status, err error) {
	err = anew(func() (err error) {
		s, err = st.status()
		return err
	})
	return s, err
}

func (st *Store) status() (Status, error) {
	h, bad, err := st.hold()
	if err != nil {
		return Status{}, err
	}
	s := Status{Parts: len(h.parts), Damaged: bad, Tables: h.table >= st.Cells(), AtMost: st.Study.Until != nil}
	h.sort()
	if st.Study.Until == nil {
		s.Merged = st.count(h)
		s.Whole = s.Missing == 0
	} else if s.Merged, s.Whole, err = st.walk(h); err != nil {
		return s, err
	}
	s.Failed, s.Failures, err = st.failures(h)
	return s, err
}

// walk follows the stored results of a study with until as far as they go.
func (st *Store) walk(h *holding) (m Merged, whole bool, err error) {
	runs := st.runs(h, st.watched())
	defer runs.close()
	designs := int64(len(st.Study.Designs))
	m.Total = st.Cells() * designs
	values := make([]float64, designs)
	for w := st.walker(); w.nextStage(); {
		missing := false
		for {
			cell, ok := w.next()
			if !ok {
				break
			}
			there := true
			for d := range designs {
				next, ok, err := runs.peek()
				if err != nil {
					return m, false, err
				}
				if !ok || next != cell*designs+d {
					there = false
					break
				}
				rows, err := runs.take(next)
				if err != nil {
					return m, false, err
				}
				values[d] = st.measured(rows[0])
			}
			if !there {
				missing = true
				m.Missing += designs
				continue
			}
			m.Runs += designs
			w.give(cell, values)
		}
		if missing {
			return m, false, nil
		}
	}
	m.Total = m.Runs
	return m, true, nil
}

// Failure is a run that failed.
type Failure struct {
	Run   int64
	Error string
}

// mostFailures is how many failed runs a status names.
const mostFailures = 10

// failures counts the failed runs and names the first.
func (st *Store) failures(h *holding) (n int64, first []Failure, err error) {
	err = st.eachFailure(h, func(e entry) error {
		if n++; len(first) >= mostFailures {
			return nil
		}
		text, err := e.failure()
		first = append(first, Failure{e.run, text})
		return err
	})
	return n, first, err
}

// eachFailure hands on the failed runs in order. What the files say of their columns tells
// which need not be read.
func (st *Store) eachFailure(h *holding, do func(entry) error) error {
	failing := &stream{keep: true}
	defer failing.close()
	runs := st.runs(h, wanted{failure: true})
	for _, s := range runs.waiting {
		n, err := st.failedIn(s.path)
		if err != nil {
			return unreadable(s.path, err)
		}
		if n > 0 {
			failing.waiting = append(failing.waiting, s)
		}
	}
	for {
		failing.retire()
		run, ok, err := failing.peek()
		if err != nil || !ok {
			return err
		}
		rows, err := failing.take(run)
		if err != nil {
			return err
		}
		if rows[0].failed {
			if err := do(rows[0]); err != nil {
				return err
			}
		}
	}
}

// failedIn is how many rows of a table of runs are of failed ones.
func (st *Store) failedIn(path string) (n int64, err error) {
	t, err := openTable(path)
	if err != nil {
		return 0, err
	}
	for _, g := range t.meta.Metadata().RowGroups {
		c := g.Columns[st.failureColumn()].MetaData
		n += c.NumValues - c.Statistics.NullCount
	}
	return n, t.close()
}
