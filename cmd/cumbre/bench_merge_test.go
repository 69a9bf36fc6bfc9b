package main

import (
	"io/fs"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// mergeStudy is a study of four points and three designs with so many runs.
func mergeStudy(b *testing.B, runs int, years string) *study.Study {
	b.Helper()
	text := "study: Merge\ncompare: [light, sherpa, secretariat]\nsweep:\n  officials_per_ministry: [6, 10]\n  mandates_per_summit: [20, 60]\nreplications: " + strconv.Itoa(runs/12) + "\nyears: " + years + "\n"
	s, err := scenarios.Study("study.yaml", func(path string) ([]byte, error) {
		if path == "study.yaml" {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	})
	require.NoError(b, err)
	return s
}

// real gives results that the model once had, over and over: tables as large and as hard to
// compress as true ones, without the time of the runs.
func recorded(b *testing.B, s *study.Study) study.NewRunFunc {
	b.Helper()
	var some []*model.Result
	for d := range 3 {
		runner := model.NewRunner(s.Spec, d)
		for r := range 40 {
			some = append(some, runner.Run(1, uint64(r)))
		}
	}
	return func(_ *model.Spec, design int) study.RunFunc {
		return func(_, replication uint64) *model.Result { return some[(int(replication)*7+design*40)%len(some)] }
	}
}

func BenchmarkMerge(b *testing.B) {
	for _, years := range []string{"off", "on"} {
		b.Run("years-"+years, func(b *testing.B) {
			n := 120_000
			if years == "on" {
				n = 12_000
			}
			s := mergeStudy(b, n, years)
			newRun := recorded(b, s)
			st := sweep.Open(b.TempDir(), s, "bench")
			require.NoError(b, st.Begin(sweep.Whole))
			_, err := st.Run(b.Context(), sweep.Options{Workers: 1, Shard: sweep.Whole, NewRun: newRun})
			require.NoError(b, err)
			out := b.TempDir()
			loop(b, float64(n), func() {
				_, err = st.Merge(sweep.MergeOptions{Out: out})
				require.NoError(b, err)
			})
		})
	}
}
