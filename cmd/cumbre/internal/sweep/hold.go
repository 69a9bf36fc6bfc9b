package sweep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// holding is what a store holds: a whole table of so many cells, if any, and parts.
type holding struct {
	table   int64
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

// hold finds what the store holds. A part is opened to see that it is whole. The tables are
// looked at last: parts that another process takes away meanwhile are then in them.
func (st *Store) hold() (*holding, []Damaged, error) {
	h := &holding{}
	bad, err := st.gather(st.Dir, h)
	h.table = st.tableCells()
	return h, bad, err
}

// gather adds the parts of a folder.
func (st *Store) gather(dir string, h *holding) ([]Damaged, error) {
	all, err := (&Store{Dir: dir}).parts()
	if err != nil {
		return nil, err
	}
	return st.keep(dir, all, h), nil
}

// keep adds those of the parts of a folder that are whole and still there.
func (st *Store) keep(dir string, all []span, h *holding) (bad []Damaged) {
	for _, s := range all {
		p := placed{s, dir}
		switch wrong := st.vetPart(p); {
		case wrong == nil:
			h.parts = append(h.parts, p)
		case !isGone(p.path(runsEnding)): // the tables of runs of parts go first
			bad = append(bad, wrong...)
		}
	}
	return bad
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
	defer t.close()
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
// hold counts.
func (st *Store) tableCells() int64 {
	least := int64(-1)
	for _, name := range st.tables() {
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
