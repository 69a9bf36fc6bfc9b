package sweep

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// holdAll finds the parts of all folders and refuses those of other studies.
func (st *Store) holdAll(o MergeOptions) (*holding, error) {
	h, bad, err := st.hold()
	if err != nil {
		return nil, err
	}
	for _, dir := range st.others(o) {
		if err := st.Accepts(dir); err != nil {
			return nil, err
		}
		more, err := st.gather(dir, h)
		if err != nil {
			return nil, err
		}
		bad = append(bad, more...)
	}
	for _, d := range bad {
		if errors.Is(d.Err, ErrOther) {
			return nil, fmt.Errorf("%s: %w", d.Path, d.Err)
		}
	}
	changed, err := st.checkAll(context.Background(), h, st.tables())
	if err != nil {
		return nil, err
	}
	putAside(append(bad, changed...), o.Damaged)
	h.sort()
	return h, nil
}

// others are the folders that a merge takes in beside its own, each once. The one that gets
// the tables is one of them if it is of a study: what it has must not be lost to tables that
// have less.
func (st *Store) others(o MergeOptions) []string {
	all := []string{st.Dir}
	if o.Out != "" && IsStudy(o.Out) && !sameFolder(o.Out, st.Dir) {
		all = append(all, o.Out)
	}
	for _, dir := range o.Others {
		if !slices.ContainsFunc(all, func(known string) bool { return sameFolder(known, dir) }) {
			all = append(all, dir)
		}
	}
	return all[1:]
}

// sameFolder reports whether two names are of one folder, by whatever way.
func sameFolder(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return filepath.Clean(a) == filepath.Clean(b)
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// Accepts says why the parts of a folder cannot be taken in: a *ChangedError if it is of
// another study, scenario or version. The number of replications may differ.
func (st *Store) Accepts(dir string) error {
	id, err := readIdentity(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, err)
	}
	mine := st.id
	mine.Replications = id.Replications
	if changes := mine.changes(id); len(changes) > 0 {
		return &ChangedError{dir, changes}
	}
	return nil
}
