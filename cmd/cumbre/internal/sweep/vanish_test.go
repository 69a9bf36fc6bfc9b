package sweep

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// undamaged is told of damage where there is none.
func undamaged(t *testing.T) func(Damaged) {
	return func(d Damaged) { t.Errorf("%s is said to be damaged: %v", d.Path, d.Err) }
}

// A part that is gone between the listing of the folder and its opening is no damage; one
// whose years alone are gone is.
func TestPartsThatVanish(t *testing.T) {
	_, st := begun(t)
	all, err := st.parts()
	require.NoError(t, err)
	require.Greater(t, len(all), 3)
	gone, halved := placed{all[1], st.Dir}, placed{all[2], st.Dir}
	for _, path := range []string{gone.path(runsEnding), gone.path(yearsEnding), halved.path(yearsEnding)} {
		require.NoError(t, os.Remove(path))
	}
	h := &holding{}
	bad, err := st.keep(st.Dir, all, h)
	require.NoError(t, err)
	require.Len(t, h.parts, len(all)-2)
	require.Len(t, bad, 1)
	require.Equal(t, halved.path(yearsEnding), bad[0].Path)

	// Nor is it when it is opened or held against its checksum.
	h.parts = []placed{gone}
	_, err = st.checkAll(t.Context(), h, st.tables())
	require.ErrorIs(t, err, errVanished)
	for _, m := range []*stream{st.runs(h, wanted{}), st.years(h)} {
		_, _, err = m.peek()
		require.ErrorIs(t, err, errVanished)
	}
	_, _, err = st.failures(h)
	require.ErrorIs(t, err, errVanished)
}

// Parts that are tidied while they are read: all is read anew, from the table.
func TestMergedWhileRead(t *testing.T) {
	s := testStudy(t, "replications: 130")
	dir := t.TempDir()
	st := Open(dir, s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	var got []readRun
	afresh := 0
	o := ReadOptions{Metrics: readMeasures, Damaged: undamaged(t), Anew: func() { afresh++; got = nil }}
	r, err := st.Read(t.Context(), o, func(run int64, values []float64, failed bool) error {
		if got = append(got, readRun{run, [2]float64{values[0], values[1]}, failed}); len(got) == 100 && afresh == 0 {
			_, err := Open(dir, s, "v1").Merge(MergeOptions{})
			require.NoError(t, err)
		}
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, 1, afresh)
	requireRuns(t, expectedRuns(s, st.Cells()), got)
	_, again := readAll(t, st)
	require.Equal(t, again, r)
}

// Whoever is late finds the tables and all done, and speaks of no damage.
func TestMergedByAnotherMeanwhile(t *testing.T) {
	t.Run("merge", func(t *testing.T) {
		s, want, got := testStudy(t, "replications: 130"), t.TempDir(), t.TempDir()
		finish(t, want, s, 2)
		st := Open(got, s, "v1")
		require.NoError(t, st.Begin(Whole))
		_, err := st.Run(t.Context(), options(2, Whole))
		require.NoError(t, err)
		var once sync.Once
		m, err := st.Merge(MergeOptions{Damaged: undamaged(t), Step: func(int64, int64) {
			once.Do(func() {
				_, err := Open(got, s, "v1").Merge(MergeOptions{})
				require.NoError(t, err)
			})
		}})
		require.NoError(t, err)
		require.Zero(t, m.Missing)
		same(t, want, got)
	})
	t.Run("until", func(t *testing.T) {
		s, dir := testStudy(t, "until: diff(throughput) ±0.1\ncap: 300"), t.TempDir()
		st := Open(dir, s, "v1")
		half := Shard{1, 2}
		require.NoError(t, st.Begin(half))
		_, err := st.Run(t.Context(), options(2, half))
		require.NoError(t, err)
		parts, err := filepath.Glob(filepath.Join(dir, partsName, "*"+runsEnding))
		require.NoError(t, err)
		require.Greater(t, len(parts), 2, "some are opened after the others have merged")
		var once sync.Once
		o := options(1, Whole)
		o.Damaged = undamaged(t)
		first := int64(s.Stages()[0]*st.Points.N()) * 2
		o.Progress = func(p Progress) {
			if p.Done == first { // before stored runs of the next stage are looked at
				once.Do(func() { finish(t, dir, s, 1) })
			}
		}
		ran := 0
		o.NewRun = func(spec *model.Spec, design int) study.RunFunc { ran++; return made(spec, design) }
		p, err := st.Run(t.Context(), o)
		require.NoError(t, err)
		require.Positive(t, ran)
		require.Equal(t, p.Done, p.Found, "the second look finds all")
		require.Positive(t, p.Found)
	})
}

// Reading names the column that a table of another version lacks.
func TestColumnThatIsNotThere(t *testing.T) {
	st := finish(t, t.TempDir(), testStudy(t, fixed), 1)
	h, _, err := st.hold()
	require.NoError(t, err)
	_, _, err = st.runs(h, wanted{numbers: []string{FactorColumns(st.Study)[0].Name, "nothing"}}).peek()
	var lacks *NoColumnError
	require.ErrorAs(t, err, &lacks)
	require.Equal(t, NoColumnError{filepath.Join(st.Dir, RunsName), "nothing"}, *lacks)
}
