package sweep

// Status is what the files of a folder say is done.
type Status struct {
	Merged
	AtMost  bool // Total is a bound: how many there will be depends on results
	Whole   bool // nothing is missing
	Tables  bool // the final tables are there and hold all
	Parts   int
	Damaged []Damaged
}

// Status reads what is done from the files alone.
func (st *Store) Status() (Status, error) {
	h, bad, err := st.hold()
	if err != nil {
		return Status{}, err
	}
	s := Status{Parts: len(h.parts), Damaged: bad, Tables: h.table >= st.Cells(), AtMost: st.Study.Until != nil}
	if st.Study.Until == nil {
		s.Merged = st.count(h)
		s.Whole = s.Missing == 0
	} else if s.Merged, s.Whole, err = st.walk(h); err != nil {
		return s, err
	}
	s.Failed, err = st.failures(h)
	return s, err
}

// walk follows the stored results of a study with until as far as they go.
func (st *Store) walk(h *holding) (m Merged, whole bool, err error) {
	h.sort()
	runs, _ := st.streams(h)
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

// failures counts the failed runs from what the files say of their columns.
func (st *Store) failures(h *holding) (n int64, err error) {
	runs, _ := st.streams(h)
	for _, s := range runs.waiting {
		t, err := openTable(s.path)
		if err != nil {
			return n, err
		}
		for _, g := range t.meta.Metadata().RowGroups {
			error := g.Columns[st.failureColumn()].MetaData
			n += error.NumValues - error.Statistics.NullCount
		}
		if err := t.close(); err != nil {
			return n, err
		}
	}
	return n, nil
}
