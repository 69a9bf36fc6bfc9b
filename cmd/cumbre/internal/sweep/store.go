package sweep

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cumbre/model/study"
	"cumbre/scenarios"
)

// Store is the folder of a study.
type Store struct {
	Dir     string
	Study   *study.Study
	Points  *study.Points
	Version string // of the program, for people

	id      identity
	foreign bool // another version of the program wrote what is there
	create  createFunc
}

// Open returns the store of a study in a folder, which need not exist yet. Check first
// whether the folder is of this study.
func Open(dir string, s *study.Study, version string) *Store {
	return &Store{Dir: dir, Study: s, Points: s.Points(), Version: version, id: newIdentity(s, version), create: createTemp}
}

// OpenArchived returns the store of the study that a folder says it is of.
func OpenArchived(dir, version string, read func(string) ([]byte, error)) (*Store, error) {
	id, err := readIdentity(dir)
	if err != nil {
		return nil, err
	}
	s, err := scenarios.Study(filepath.ToSlash(filepath.Join(dir, StudyName)), read)
	if err != nil {
		return nil, err
	}
	if changes := id.changes(newIdentity(s, version)); len(changes) > 0 {
		return nil, &ChangedError{dir, changes}
	}
	s.Replications = max(s.Replications, id.Replications)
	return Open(dir, s, version), nil
}

// Cells is the number of cells of the study; with Until, the most there may be.
func (st *Store) Cells() int64 { return st.Study.Cells(st.Points.N()) }

// isTemp reports whether a name is a temporary one of ours.
func isTemp(name string) bool {
	return strings.HasPrefix(name, tempPrefix) && strings.HasSuffix(name, tempSuffix)
}

// owner is whose a temporary part is: of a shard, so that several may write to one folder.
func owner(s Shard) string { return fmt.Sprintf("part-%dof%d", s.Index, s.Of) }

// Begin makes the folder and writes down what it is of, before any part. What killed
// processes left half written goes. Whoever begins the whole has locked the folder.
func (st *Store) Begin(s Shard) error {
	if err := st.describe(); err != nil {
		return err
	}
	dir := filepath.Join(st.Dir, partsName)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	mine := ""
	if s.Of == 1 {
		mine = owner(s)
	}
	if err := sweepUp(dir, mine); err != nil {
		return err
	}
	if s == Whole { // shares may be writing theirs
		if err := sweepUp(st.Dir, fileOwner); err != nil {
			return err
		}
	}
	return syncDir(st.Dir)
}

// Whose the temporary files are that are not of parts: of a merge, and of what describes a
// folder.
const (
	tableOwner = "table"
	fileOwner  = "file"
)

// describe writes the mark of the folder, by which it is known as ours whatever happens
// next, the scenario and the study. What is there already stays as it is.
func (st *Store) describe() error {
	scenario, err := scenarios.Export(st.Study.Spec)
	if err != nil {
		return err
	}
	mark, err := indented(st.id)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(st.Dir, 0o777); err != nil {
		return err
	}
	name := st.scenarioName()
	for _, f := range []struct {
		name string
		data []byte
	}{{identityName, mark}, {name, scenario}, {StudyName, scenarios.ExportStudy(st.Study, name)}} {
		path := filepath.Join(st.Dir, f.name)
		if is, err := os.ReadFile(path); err == nil && bytes.Equal(is, f.data) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := st.write(f.name, f.data); err != nil {
			return err
		}
	}
	syncAbove(st.Dir)
	return nil
}

// scenarioName is the file of the scenario within the folder.
func (st *Store) scenarioName() string { return scenarioDir + "/" + st.Study.Spec.Name + ".yaml" }

// Restart takes away all that a sweep keeps in a folder, the mark last, and nothing else.
func Restart(dir string) error {
	id, err := readIdentity(dir)
	if err != nil {
		return err
	}
	parts := filepath.Join(dir, partsName)
	entries, _ := os.ReadDir(parts) // without parts there is nothing to take away
	for _, e := range entries {
		_, ours := parsePart(strings.Replace(strings.TrimSuffix(e.Name(), asideEnding), yearsEnding, runsEnding, 1))
		if ours || isTemp(e.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(parts, e.Name())))
		}
	}
	_ = os.Remove(parts) // if it is empty
	for _, name := range []string{ManifestName, ReadmeName, RunsName, YearsName, RunsName + asideEnding, YearsName + asideEnding, runsCSVName, yearsCSVName, StudyName, scenarioDir + "/" + id.ScenarioName + ".yaml", scenarioDir, identityName} {
		if e := os.Remove(filepath.Join(dir, name)); !errors.Is(e, os.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}
