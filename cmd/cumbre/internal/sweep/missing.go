package sweep

import "slices"

// Missing lists, of so many shards, those that have cells which no file holds: what is to
// be run for the study to be whole. It looks at files alone, so that it is right whatever
// became of the processes that were to write them.
func (st *Store) Missing(of int) (shards []int, err error) {
	err = anew(func() (err error) {
		shards, err = st.missing(of)
		return err
	})
	return shards, err
}

func (st *Store) missing(of int) ([]int, error) {
	h, _, err := st.hold()
	if err != nil {
		return nil, err
	}
	lacks := make([]bool, of)
	if st.Study.Until == nil {
		st.gaps(h, lacks)
	} else if err := st.unknown(h, lacks); err != nil {
		return nil, err
	}
	var shards []int
	for i, l := range lacks {
		if l {
			shards = append(shards, i+1)
		}
	}
	return shards, nil
}

// gaps marks the shards that have a cell in a gap between the parts.
func (st *Store) gaps(h *holding, lacks []bool) {
	block, of := st.block(len(lacks)), int64(len(lacks))
	mark := func(from, to int64) {
		// A gap of as many blocks as there are shards has some of each.
		for b := from / block; b*block < to && b < from/block+of; b++ {
			lacks[b%of] = true
		}
	}
	done := int64(0)
	for _, s := range newCoverage(st.Points.N(), h.spans()).spans[Whole] {
		if s.first > done {
			mark(done, min(s.first, st.Cells()))
		}
		done = max(done, s.last)
	}
	if done < st.Cells() {
		mark(done, st.Cells())
	}
}

// unknown marks the shards of the points whose stored results end before the point needs
// no more. A shard has its points to itself, so it stops being followed where it stops.
func (st *Store) unknown(h *holding, lacks []bool) error {
	h.sort()
	runs := st.runs(h, st.watched())
	defer runs.close()
	n, of := int64(st.Points.N()), int64(len(lacks))
	values := make([]float64, len(st.Study.Designs))
	for w := st.walker(); w.nextStage() && slices.Contains(lacks, false); {
		for cell, ok := w.next(); ok; cell, ok = w.next() {
			shard := cell % n % of
			if lacks[shard] {
				continue
			}
			there, err := st.look(runs, cell, values)
			if err != nil {
				return err
			}
			if lacks[shard] = !there; there {
				w.give(cell, values)
			}
		}
	}
	return nil
}

// look reads what a stored cell resulted in; false if it is not there. Cells must come in
// order.
func (st *Store) look(runs *stream, cell int64, into []float64) (bool, error) {
	for d := range into {
		want := cell*int64(len(into)) + int64(d)
		run, ok, err := runs.peek()
		for ; err == nil && ok && run < want; run, ok, err = runs.peek() {
			if _, err := runs.take(run); err != nil {
				return false, err
			}
		}
		if err != nil || !ok || run > want {
			return false, err
		}
		rows, err := runs.take(run)
		if err != nil {
			return false, err
		}
		into[d] = st.measured(rows[0])
	}
	return true, nil
}
