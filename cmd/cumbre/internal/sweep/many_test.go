package sweep

import (
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"
)

// A study has more parts than a merge keeps open once they have ended. All rows of a run's
// years are written before its file is closed.
func TestMergeOfManyParts(t *testing.T) {
	dir, s := t.TempDir(), testStudy(t, "replications: 300")
	st := Open(dir, s, "v1")
	require.NoError(t, st.Begin(Whole))
	_, err := st.Run(t.Context(), options(2, Whole))
	require.NoError(t, err)
	parts, err := st.parts()
	require.NoError(t, err)
	require.Greater(t, len(parts), mostEnded)
	merged, err := st.Merge(MergeOptions{})
	require.NoError(t, err)
	require.EqualValues(t, 12*300*2, merged.Runs)

	years, err := parquet.ReadFile[struct {
		Run  int64 `parquet:"run"`
		Year int32 `parquet:"year"`
	}](filepath.Join(dir, YearsName))
	require.NoError(t, err)
	require.Len(t, years, int(merged.Runs-merged.Failed)*3)
	for i, y := range years {
		require.EqualValues(t, 2011+i%3, y.Year, "run %d", y.Run)
		require.Equal(t, years[i-i%3].Run, y.Run)
	}
}
