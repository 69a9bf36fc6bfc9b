package sweep

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// publish gives the tables their names. The old manifest goes first and the new one comes
// last: a folder that has one is whole.
func (m *merger) publish() error {
	manifest, err := m.manifest()
	if err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(m.out.Dir, ManifestName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// The tables are held against the manifest: it must be gone for good before they change.
	if err := syncDir(m.out.Dir); err != nil {
		return err
	}
	for _, f := range m.files {
		if err := f.publish(); err != nil {
			return err
		}
	}
	m.files = nil
	if m.o.Readme != nil {
		if err := m.out.write(ReadmeName, []byte(m.o.Readme(m.Merged))); err != nil {
			return err
		}
	}
	if !m.o.CSV { // of an earlier merge: they would not be of these tables
		for _, name := range []string{runsCSVName, yearsCSVName} {
			_ = os.Remove(filepath.Join(m.out.Dir, name))
		}
	}
	return m.out.write(ManifestName, manifest)
}

// finished says what the tables of a folder hold, if all that a merge would write is there
// as the manifest has it.
func (st *Store) finished(csv bool) (Merged, bool) {
	data, err := os.ReadFile(filepath.Join(st.Dir, ManifestName))
	if err != nil {
		return Merged{}, false
	}
	var is manifest
	if json.Unmarshal(data, &is) != nil || is.Program != program || is.Version != st.Version || is.Partial {
		return Merged{}, false
	}
	names := 1
	if st.Study.Years {
		names++
	}
	if csv {
		names *= 2
	}
	for _, f := range is.Files { // those of Parquet have been checked
		path := filepath.Join(st.Dir, f.Name)
		_, err := os.Stat(path)
		if err == nil && strings.HasSuffix(f.Name, ".csv") {
			if sum, err := sumOf(path); err != nil || sum != f.SHA256 {
				return Merged{}, false
			}
		}
		if err == nil {
			names--
		}
	}
	return Merged{Runs: is.Runs, Failed: is.Failed, Total: is.Runs, Digest: is.Digest}, names <= 0
}

// tidy removes the parts that the tables now hold, and what killed processes left.
func (st *Store) tidy(h *holding) error {
	if n, err := st.tableCells(); err != nil || n < st.Cells() {
		return err
	}
	err := st.orphans()
	for _, p := range h.parts {
		if p.dir != st.Dir {
			continue
		}
		err = errors.Join(err, os.Remove(p.path(runsEnding)))
		if st.Study.Years {
			err = errors.Join(err, os.Remove(p.path(yearsEnding)))
		}
	}
	st.clear()
	_ = sweepUp(st.Dir, fileOwner)
	return err
}

// orphans removes tables of years without one of runs: a process was killed between giving
// the two their names, or that of runs was damaged.
func (st *Store) orphans() error {
	dir := filepath.Join(st.Dir, partsName)
	all, _ := filepath.Glob(filepath.Join(dir, "*"+yearsEnding))
	var err error
	for _, years := range all {
		runs := strings.TrimSuffix(years, yearsEnding) + runsEnding
		if _, e := os.Stat(runs); errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, os.Remove(years))
		}
	}
	return err
}
