package sweep

import (
	"fmt"
	"path/filepath"
	"slices"

	"github.com/parquet-go/parquet-go"

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

// placeCheck checks that the rows of a table are at the points where the study has them.
type placeCheck struct {
	st      *Store
	points  []int64
	again   []int64     // replications
	factors [][]float64 // by factor
}

// checkPlaces adds the columns by which a row says where it is.
func (s *runsFile) checkPlaces(st *Store) error {
	c := &placeCheck{st: st, points: make([]int64, readRows), again: make([]int64, readRows)}
	s.check = c
	all := []error{
		s.want("point", func(row int, v parquet.Value) { c.points[row] = int64(v.Int32()) }),
		s.want("replication", func(row int, v parquet.Value) { c.again[row] = int64(v.Int32()) }),
	}
	columns := FactorColumns(st.Study)
	for i := range st.Study.Factors() {
		values := make([]float64, readRows)
		c.factors = append(c.factors, values)
		all = append(all, s.want(columns[i].Name, func(row int, v parquet.Value) {
			if columns[i].kind == integer {
				values[row] = float64(v.Int32())
			} else {
				values[row] = v.Double()
			}
		}))
	}
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
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

// batch checks the rows in hand.
func (c *placeCheck) batch(s *runsFile) error {
	at := make([]float64, len(c.factors))
	for row := range s.n {
		for i, values := range c.factors {
			at[i] = values[row]
		}
		point, replication := c.st.Points.Cell(s.runs[row] / int64(len(c.st.Study.Designs)))
		if int64(point) != c.points[row] || int64(replication) != c.again[row] || !slices.Equal(at, c.st.Points.Values(point)) {
			return &MovedError{s.path, s.runs[row]}
		}
	}
	return nil
}
