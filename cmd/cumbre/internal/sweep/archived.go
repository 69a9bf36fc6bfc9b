package sweep

import (
	"fmt"
	"path/filepath"
	"slices"

	"cumbre/scenarios"
)

// OpenResults returns the store of the study that a folder says it is of, to read what it
// holds and nothing else: another version of the program may have computed it. Whatever
// Read hands on is then checked to be of the points that this version knows.
func OpenResults(dir, version string, read func(string) ([]byte, error)) (*Store, error) {
	id, err := readIdentity(dir)
	if err != nil {
		return nil, err
	}
	s, err := scenarios.Study(filepath.ToSlash(filepath.Join(dir, StudyName)), read)
	if err != nil {
		return nil, err
	}
	now := newIdentity(s, id.Version)
	foreign := id.Version != version
	if foreign {
		now.Scenario = id.Scenario // another version may know other parameters
	}
	if changes := id.changes(now); len(changes) > 0 {
		return nil, &ChangedError{dir, changes}
	}
	s.Replications = max(s.Replications, id.Replications)
	st := Open(dir, s, id.Version)
	st.id, st.foreign = id, foreign
	return st, nil
}

// placeColumns are the columns by which a row says where it is.
func (st *Store) placeColumns() []string {
	names := []string{"point", "replication"}
	for _, c := range FactorColumns(st.Study) {
		names = append(names, c.Name)
	}
	return names
}

// MovedError says that a run was made elsewhere than this version of the program has it.
type MovedError struct {
	Path string
	Run  int64
}

// Error names the run.
func (e *MovedError) Error() string {
	return fmt.Sprintf("%s: run %d is at another point", e.Path, e.Run)
}

// checkPlace holds the place columns of a row against where the study has its run.
func (st *Store) checkPlace(e entry, place []float64) error {
	point, replication := st.Points.Cell(e.run / int64(len(st.Study.Designs)))
	if place[0] != float64(point) || place[1] != float64(replication) || !slices.Equal(place[2:], st.Points.Values(point)) {
		return &MovedError{e.source.path, e.run}
	}
	return nil
}
