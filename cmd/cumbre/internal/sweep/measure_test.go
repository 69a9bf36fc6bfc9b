package sweep

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/study"
	"cumbre/scenarios"
)

// What a dry run says of the disk is within a fifth of what the tables take, with yearly
// series and without.
func TestMeasuredBytes(t *testing.T) {
	for _, years := range []string{"on", "off"} {
		s, err := scenarios.Study("s.yaml", func(path string) ([]byte, error) {
			switch path {
			case "s.yaml":
				return []byte("study: Test\nscenario: short.yaml\ncompare: [light, sherpa]\nsweep: {mandates_per_summit: [20, 60]}\nreplications: 150\nyears: " + years + "\n"), nil
			case "short.yaml":
				return []byte("scenario: Short\nextends: pacific-alliance\nend: 2013-12-31\n"), nil
			}
			return nil, fs.ErrNotExist
		})
		require.NoError(t, err)
		st := Open(t.TempDir(), s, "v1")
		m, err := st.Measure(study.Model, 20)
		require.NoError(t, err)
		require.Positive(t, m.Each)
		require.NoError(t, st.Begin(Whole))
		_, err = st.Run(t.Context(), Options{Workers: 2, Shard: Whole, NewRun: study.Model})
		require.NoError(t, err)
		merged, err := st.Merge(MergeOptions{})
		require.NoError(t, err)
		var is float64
		for _, name := range []string{RunsName, YearsName} {
			if info, err := os.Stat(filepath.Join(st.Dir, name)); err == nil {
				is += float64(info.Size())
			}
		}
		require.InEpsilon(t, is, m.Frame+m.Bytes*float64(merged.Runs), 0.2, "years %s", years)
	}
}
