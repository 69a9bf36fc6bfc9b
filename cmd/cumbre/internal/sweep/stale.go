package sweep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// staleAfter is how long after its last change a temporary file counts as left behind by a
// process that was killed. A part gets its name half a minute after it was begun, so
// one that still lives does not come near.
const staleAfter = time.Hour

// A share of a study may be run by two processes at once: Slurm puts a task back into the
// queue when its node does not answer, which need not mean that it is dead, and a lock would
// not tell either, as file systems of clusters often know none. So shares take no lock. Both
// write to files of their own, which get the same names and hold the same rows: whoever is
// last replaces a part by itself. What must not be done is to take away, as left behind, the
// temporary files of the other.

// sweepUp removes the temporary files of killed processes from a folder: those of owner,
// and those that have not changed for long. Whoever passes an owner holds its lock.
func sweepUp(dir, owner string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	now, err := folderTime(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isTemp(e.Name()) || strings.HasPrefix(e.Name(), tempPrefix+"lock") {
			continue // a lock is its file: who holds it takes it away
		}
		info, err := e.Info()
		old := err == nil && now.Sub(info.ModTime()) > staleAfter
		if old || owner != "" && strings.HasPrefix(e.Name(), tempPrefix+owner+"-") {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

// folderTime is the time by the clock that stamps the files of a folder: that of a file
// server may be minutes from ours.
func folderTime(dir string) (time.Time, error) {
	f, err := os.CreateTemp(dir, tempPrefix+"clock-*"+tempSuffix)
	if err != nil {
		return time.Time{}, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	info, err := f.Stat()
	if err = errors.Join(err, f.Close()); err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// overtaken reports whether err comes of another process having finished the study, tables
// and all, and taken away the parts: nothing is left to be done.
func (st *Store) overtaken(err error) bool {
	n, _ := st.tableCells() // what cannot be looked at has not been finished
	return errors.Is(err, fs.ErrNotExist) && n >= st.Cells()
}

// clear takes away the folder of parts, once the tables hold all of them, with what killed
// processes left there. One that still writes there finds itself overtaken.
func (st *Store) clear() {
	dir := filepath.Join(st.Dir, partsName)
	entries, _ := os.ReadDir(dir) // without the folder there is nothing to take away
	for _, e := range entries {
		if isTemp(e.Name()) {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
	_ = os.Remove(dir) // if it is empty
}
