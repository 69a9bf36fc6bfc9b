package sweep

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// DamagedError is a file that is not as it was written: what it holds is to be run again.
type DamagedError struct {
	Path string
	Err  error
}

// Error names the file.
func (e *DamagedError) Error() string { return fmt.Sprintf("%s is damaged: %v", e.Path, e.Err) }

func (e *DamagedError) Unwrap() error { return e.Err }

// ErrChanged is a file whose bytes are no longer those that were written.
var ErrChanged = errors.New("its bytes have changed since it was written")

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", unreadable(path, err)
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// checkPart says whether the files of a part are those that its name was made of.
func (st *Store) checkPart(p placed) error {
	var sums []string
	for _, ending := range []string{yearsEnding, runsEnding} {
		if ending == yearsEnding && !st.Study.Years {
			continue
		}
		sum, err := sumOf(p.path(ending))
		if err != nil {
			return err
		}
		sums = append(sums, sum)
	}
	if partSum(sums...) != p.sum {
		return unreadable(p.path(runsEnding), ErrChanged)
	}
	return nil
}

// checkTables says whether the tables of a folder, those of these names, are as its manifest
// has them. Without one, as after a crash that came before it, there is nothing to hold them
// against.
func checkTables(dir string, names []string) error {
	path := filepath.Join(dir, ManifestName)
	for {
		data, err := os.ReadFile(path)
		var is manifest
		if err != nil || json.Unmarshal(data, &is) != nil {
			return nil
		}
		found := compareTables(dir, is, names)
		if again, _ := os.ReadFile(path); found == nil || bytes.Equal(data, again) {
			return found
		} // or another process has put other tables there meanwhile
	}
}

func compareTables(dir string, is manifest, names []string) error {
	for _, f := range is.Files {
		if !slices.Contains(names, f.Name) {
			continue
		}
		path := filepath.Join(dir, f.Name)
		if sum, err := sumOf(path); err != nil {
			return err
		} else if sum != f.SHA256 {
			return unreadable(path, ErrChanged)
		}
	}
	return nil
}

// checkAll holds the parts and these tables against their checksums, until the context
// ends, and drops parts that have changed. Tables that have are an error: without them
// others may count.
func (st *Store) checkAll(ctx context.Context, h *holding, tables []string) ([]Damaged, error) {
	errs := make([]error, len(h.parts)+1)
	onAllProcessors(len(errs), func(next func() (int, bool)) {
		for i, ok := next(); ok && ctx.Err() == nil; i, ok = next() {
			if i < len(h.parts) {
				errs[i] = st.checkPart(h.parts[i])
			} else if h.table > 0 {
				errs[i] = checkTables(h.tables, tables)
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var bad []Damaged
	var fine []placed
	for i, err := range errs {
		var d *DamagedError
		switch {
		case errors.As(err, &d) && i < len(h.parts):
			bad = append(bad, Damaged{d.Path, d.Err})
		case err != nil:
			return nil, err
		case i < len(h.parts):
			fine = append(fine, h.parts[i])
		}
	}
	h.parts, h.checked = fine, true
	return bad, nil
}

// asideEnding is what is added to the names of damaged files: they are kept, so that
// somebody may look, and count no more.
const asideEnding = ".damaged"

// aside renames a damaged file, of a part both files.
func aside(path string) error {
	all := []string{path}
	for _, ending := range []string{runsEnding, yearsEnding} {
		if stem, ok := strings.CutSuffix(path, ending); ok {
			all = []string{stem + runsEnding, stem + yearsEnding}
		}
	}
	var err error
	for _, name := range all {
		if e := os.Rename(name, name+asideEnding); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// putAside puts aside parts that cannot be opened and tells of them. One of another study
// is left where it is.
func putAside(bad []Damaged, tell func(Damaged)) {
	for _, d := range bad {
		if !errors.Is(d.Err, ErrOther) {
			_ = aside(d.Path) // if not, it does not count either
		}
		if tell != nil {
			tell(d)
		}
	}
}

// withoutDamage does something that reads parts and tables. Where it meets one that is
// damaged it puts that aside, tells of it and begins anew: the study then lacks what the
// file held.
func withoutDamage(tell func(Damaged), do func() error) error {
	for {
		err := anew(do)
		var d *DamagedError
		if !errors.As(err, &d) {
			return err
		}
		if e := aside(d.Path); e != nil {
			return errors.Join(err, e)
		}
		if tell != nil {
			tell(Damaged{d.Path, d.Err})
		}
	}
}
