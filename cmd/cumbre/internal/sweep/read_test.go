package sweep

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// readRun is a run as Read hands it on.
type readRun struct {
	number int64
	values [2]float64
	failed bool
}

// readMeasures are not in the order of the columns.
var readMeasures = []model.Metric{model.MCost, model.MThroughput}

func readAll(t *testing.T, st *Store) ([]readRun, Readout) {
	t.Helper()
	var all []readRun
	r, err := st.Read(t.Context(), ReadOptions{Metrics: readMeasures}, func(run int64, values []float64, failed bool) error {
		all = append(all, readRun{run, [2]float64{values[0], values[1]}, failed})
		return nil
	})
	require.NoError(t, err)
	return all, r
}

// expectedRuns computes the runs of a study anew.
func expectedRuns(s *study.Study, cells int64) (all []readRun) {
	p := s.Points()
	w := p.NewWorker(made)
	for cell := range cells {
		for _, run := range w.Cell(cell) {
			r := readRun{run.Number, [2]float64{math.NaN(), math.NaN()}, run.Err != nil}
			if run.Err == nil {
				r.values = [2]float64{run.Result.Metrics[model.MCost], run.Result.Metrics[model.MThroughput]}
			}
			all = append(all, r)
		}
	}
	return all
}

func requireRuns(t *testing.T, want, got []readRun) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		require.Equal(t, want[i].number, got[i].number)
		require.Equal(t, want[i].failed, got[i].failed)
		for v := range 2 {
			a, b := want[i].values[v], got[i].values[v]
			require.True(t, a == b || math.IsNaN(a) && math.IsNaN(b), "run %d: %g and %g", i, a, b)
		}
	}
}

// What is read of a table is what was computed, in order; so it is of parts of shares that
// overlap, and of a study that is not done.
func TestReadHandsOnEveryRunOnce(t *testing.T) {
	s := testStudy(t, "replications: 130") // more than one batch, and failures
	st := finish(t, t.TempDir(), s, 2)
	want := expectedRuns(s, st.Cells())
	got, r := readAll(t, st)
	requireRuns(t, want, got)
	m, err := st.Merge(MergeOptions{})
	require.NoError(t, err)
	require.Equal(t, Readout{m.Runs, m.Failed, m.Digest}, r)
	require.Positive(t, r.Failed)

	shares := Open(t.TempDir(), s, "v1")
	for _, shard := range []Shard{{2, 3}, {1, 2}, {1, 3}} { // overlapping; the last third is missing in part
		require.NoError(t, shares.Begin(shard))
		_, err := shares.Run(t.Context(), options(2, shard))
		require.NoError(t, err)
	}
	got, _ = readAll(t, shares)
	status, err := shares.Status()
	require.NoError(t, err)
	require.Len(t, got, int(status.Runs), "status counts what is read")
	var some []readRun
	at := 0
	for _, run := range want {
		if at < len(got) && got[at].number == run.number {
			some = append(some, run)
			at++
		}
	}
	requireRuns(t, some, got)
	require.Less(t, len(got), len(want))
}

func TestReadTellsOfDamage(t *testing.T) {
	s := testStudy(t, fixed)
	st := Open(t.TempDir(), s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(1, Whole))
	require.NoError(t, err)
	whole, _ := readAll(t, st)
	parts, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"+runsEnding))
	require.NoError(t, err)
	require.Greater(t, len(parts), 2)
	require.NoError(t, os.Truncate(parts[1], 100))
	var bad []Damaged
	n := 0
	_, err = st.Read(t.Context(), ReadOptions{Damaged: func(d Damaged) { bad = append(bad, d) }}, func(int64, []float64, bool) error { n++; return nil })
	require.NoError(t, err)
	require.Len(t, bad, 1)
	require.Equal(t, parts[1], bad[0].Path)
	require.Less(t, n, len(whole))
}

// Whatever bytes have changed, of the runs or of the years, what they are of does not count.
// Whoever reads tells of it and changes nothing.
func TestReadTellsOfChangedBytes(t *testing.T) {
	s := testStudy(t, fixed)
	st := Open(t.TempDir(), s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(1, Whole))
	require.NoError(t, err)
	whole, _ := readAll(t, st)
	parts, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*.parquet"))
	require.NoError(t, err)
	require.Greater(t, len(parts), 8)
	flip(t, parts[2], 500, 3) // runs
	flip(t, parts[7], 500, 3) // years
	spans, err := st.parts()
	require.NoError(t, err)
	lost := map[int64]bool{}
	for _, i := range []int{1, 3} {
		for run := spans[i].first * 2; run < spans[i].last*2; run++ {
			lost[run] = true
		}
	}
	read := func() (bad []string, got []readRun) {
		o := ReadOptions{Metrics: readMeasures, Damaged: func(d Damaged) {
			require.ErrorIs(t, d.Err, ErrChanged)
			bad = append(bad, d.Path)
		}}
		_, err := st.Read(t.Context(), o, func(run int64, v []float64, failed bool) error {
			got = append(got, readRun{run, [2]float64{v[0], v[1]}, failed})
			return nil
		})
		require.NoError(t, err)
		return bad, got
	}
	bad, got := read()
	require.Equal(t, []string{parts[2], parts[6]}, bad, "a part goes by the name of its runs")
	requireRuns(t, slices.DeleteFunc(slices.Clone(whole), func(r readRun) bool { return lost[r.number] }), got)
	left, err := filepath.Glob(filepath.Join(st.Dir, partsName, "*"))
	require.NoError(t, err)
	require.Equal(t, parts, left)

	flip(t, parts[2], 500, 3)
	flip(t, parts[7], 500, 3)
	_, err = st.Merge(MergeOptions{})
	require.NoError(t, err)
	flip(t, filepath.Join(st.Dir, YearsName), 500, 3) // nobody reads it here
	bad, got = read()
	require.Empty(t, bad)
	requireRuns(t, whole, got)
	flip(t, filepath.Join(st.Dir, RunsName), 500, 3)
	bad, got = read()
	require.Equal(t, []string{filepath.Join(st.Dir, RunsName)}, bad)
	require.Empty(t, got)
}

func TestReadStops(t *testing.T) {
	st := finish(t, t.TempDir(), testStudy(t, fixed), 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := st.Read(ctx, ReadOptions{}, func(int64, []float64, bool) error { return nil })
	require.ErrorIs(t, err, context.Canceled)
	full := errors.New("full")
	_, err = st.Read(t.Context(), ReadOptions{}, func(run int64, _ []float64, _ bool) error {
		if run == 3 {
			return full
		}
		return nil
	})
	require.ErrorIs(t, err, full)
}

// The results of another version are read if they are of the points that this one knows.
func TestResultsOfAnotherVersion(t *testing.T) {
	s := testStudy(t, fixed)
	dir := t.TempDir()
	want, _ := readAll(t, finish(t, dir, s, 1))
	_, err := OpenArchived(dir, "v2", os.ReadFile)
	var changed *ChangedError
	require.ErrorAs(t, err, &changed)
	st, err := OpenResults(dir, "v2", os.ReadFile)
	require.NoError(t, err)
	require.Equal(t, "v1", st.Version)
	got, _ := readAll(t, st)
	requireRuns(t, want, got)

	// Other levels than those that were run, though the mark says the same: refused.
	path := filepath.Join(dir, StudyName)
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(text), "0.3", "0.4", 1)), 0o644))
	_, err = OpenResults(dir, "v2", os.ReadFile)
	require.ErrorAs(t, err, &changed)
	mark := filepath.Join(dir, identityName)
	text, err = os.ReadFile(mark)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(mark, []byte(strings.Replace(string(text), "0.3", "0.4", 1)), 0o644))
	st, err = OpenResults(dir, "v2", os.ReadFile)
	require.NoError(t, err)
	st.id.Sweep[0] = strings.Replace(st.id.Sweep[0], "0.4", "0.3", 1) // or the tables would not count
	var moved *MovedError
	_, err = st.Read(t.Context(), ReadOptions{}, func(int64, []float64, bool) error { return nil })
	require.ErrorAs(t, err, &moved)
}
