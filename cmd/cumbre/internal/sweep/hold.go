package sweep

import (
	"errors"
	"path/filepath"
	"strconv"
)

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

// path is where one of the part's tables lies.
func (p placed) path(ending string) string {
	return filepath.Join(p.dir, partsName, p.stem()+ending)
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
// before: of two, one holds all that the other does. The tables are looked at last: parts
// that another process takes away meanwhile are then in them.
func (st *Store) gather(dir string, h *holding) ([]Damaged, error) {
	in := *st
	in.Dir = dir
	all, err := in.parts()
	if err != nil {
		return nil, err
	}
	bad, err := st.keep(dir, all, h)
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
	return bad, nil
}

// keep adds those of the parts of a folder that are whole and still there. An error says
// that one is there and cannot be got at.
func (st *Store) keep(dir string, all []span, h *holding) (bad []Damaged, err error) {
	for _, s := range all {
		p := placed{s, dir}
		wrong := st.vetPart(p)
		if len(wrong) == 0 {
			h.parts = append(h.parts, p)
			continue
		}
		if isGone(p.path(runsEnding)) { // the tables of runs of parts go first
			continue
		}
		for _, d := range wrong {
			if outOfReach(d.Err) {
				return nil, d.Err
			}
		}
		bad = append(bad, wrong...)
	}
	return bad, nil
}

// vetPart opens the tables of a part and tells what is wrong with them.
func (st *Store) vetPart(p placed) (bad []Damaged) {
	endings := []string{runsEnding}
	if st.Study.Years {
		endings = append(endings, yearsEnding)
	}
	for _, ending := range endings {
		if err := st.vet(p.path(ending)); err != nil {
			bad = append(bad, Damaged{p.path(ending), err})
		}
	}
	return bad
}

// vet opens a table and checks what it is of.
func (st *Store) vet(path string) error {
	t, err := openTable(path)
	if err != nil {
		return err
	}
	defer func() { _ = t.close() }()
	if t.lookup(metaIdentity) != st.id.digest() {
		return ErrOther
	}
	return nil
}

// tables are the names of the final tables.
func (st *Store) tables() []string {
	if st.Study.Years {
		return []string{RunsName, YearsName}
	}
	return []string{RunsName}
}

// tableCells is how many cells, from the first on, the final tables hold; 0 if they are
// not there, not whole or of another study. If a crash came between the two, what both
// hold counts. An error says that they are there and cannot be got at.
func (st *Store) tableCells() (int64, error) {
	least := int64(-1)
	for _, name := range st.tables() {
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
