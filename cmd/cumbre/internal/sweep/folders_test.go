package sweep

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// share runs a share of a study in a new folder.
func share(t *testing.T, kind string, s Shard) *Store {
	t.Helper()
	st := Open(t.TempDir(), testStudy(t, kind), "v1")
	require.NoError(t, st.Begin(s))
	_, err := st.Run(t.Context(), options(2, s))
	require.NoError(t, err)
	return st
}

// A folder that gets the tables of others has results itself: parts or tables. They count,
// or tables of less would replace them.
func TestMergeLosesNothingOfWhereItWrites(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		whole := t.TempDir()
		finish(t, whole, testStudy(t, kind), 1)

		one, full := share(t, kind, Shard{1, 2}), t.TempDir()
		finish(t, full, testStudy(t, kind), 2)
		_, err := one.Merge(MergeOptions{Out: full, Partial: true})
		require.NoError(t, err)
		same(t, whole, full)

		two := share(t, kind, Shard{2, 2})
		_, err = one.Merge(MergeOptions{Out: two.Dir, Others: []string{two.Dir + "/../" + filepath.Base(two.Dir)}})
		require.NoError(t, err)
		same(t, whole, two.Dir)
	}
}

// Of folders that are merged it does not matter which have tables and which parts, nor
// which comes first.
func TestMergeTakesTablesOfOthers(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		whole := t.TempDir()
		finish(t, whole, testStudy(t, kind), 1)
		one, out := share(t, kind, Shard{1, 2}), t.TempDir()
		_, err := one.Merge(MergeOptions{Others: []string{whole}, Out: out})
		require.NoError(t, err)
		same(t, whole, out)

		// Tables that prove damaged are put aside, and others count.
		flip(t, filepath.Join(out, RunsName), 700, 2)
		_, err = one.Merge(MergeOptions{Others: []string{out, whole}})
		require.NoError(t, err)
		same(t, whole, one.Dir)
		require.FileExists(t, filepath.Join(out, RunsName+asideEnding))
	}
}

// A merge that lacks runs writes nothing.
func TestMergeThatLacksRunsWritesNothing(t *testing.T) {
	for _, kind := range []string{fixed, until} {
		out := filepath.Join(t.TempDir(), "out")
		_, err := share(t, kind, Shard{1, 2}).Merge(MergeOptions{Out: out})
		require.ErrorIs(t, err, ErrIncomplete)
		entries, _ := os.ReadDir(out)
		require.Empty(t, entries)
	}
}

// Runs of more replications than the study has are no part of its tables.
func TestPartialMergeHasNoRunsBeyondTheStudy(t *testing.T) {
	few, many := share(t, "replications: 3", Shard{1, 2}), share(t, "replications: 6", Shard{2, 2})
	m, err := few.Merge(MergeOptions{Others: []string{many.Dir}, Partial: true})
	require.NoError(t, err)
	require.Positive(t, m.Missing)
	require.Less(t, m.Runs, m.Total)
}

// Tables as CSV that somebody has changed are written anew.
func TestMergeMendsCSV(t *testing.T) {
	st := finish(t, t.TempDir(), testStudy(t, fixed), 1)
	_, err := st.Merge(MergeOptions{CSV: true})
	require.NoError(t, err)
	path := filepath.Join(st.Dir, runsCSVName)
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, append(want, "1,2\n"...), 0o644))
	_, err = st.Merge(MergeOptions{CSV: true})
	require.NoError(t, err)
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}
