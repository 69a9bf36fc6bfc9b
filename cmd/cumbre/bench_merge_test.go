//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"slices"
	"strconv"
	"testing"
	"time"

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

// recorded gives results that the model once had, a little changed each time: tables as
// large and as hard to compress as true ones, without the time of the runs.
func recorded(b *testing.B, s *study.Study) study.NewRunFunc {
	b.Helper()
	var some []*model.Result
	for d := range s.Designs {
		runner := model.NewRunner(s.Spec, d)
		for r := range recordedRuns {
			some = append(some, runner.Run(1, uint64(r)))
		}
	}
	return func(_ *model.Spec, design int) study.RunFunc {
		return func(_, replication uint64) *model.Result {
			r := *some[design*recordedRuns+int(replication)%recordedRuns]
			change := rand.New(rand.NewPCG(replication, uint64(design)))
			r.Digest = change.Uint64()
			for i := range r.Metrics {
				r.Metrics[i] = changed(r.Metrics[i], change)
			}
			r.Years = slices.Clone(r.Years)
			for y := range r.Years {
				for i := range r.Years[y] {
					r.Years[y][i] = changed(r.Years[y][i], change)
				}
			}
			return &r
		}
	}
}

const recordedRuns = 40

// changed leaves counts counts and moves the rest by some per cent.
func changed(x float64, change *rand.Rand) float64 {
	if x == math.Trunc(x) {
		return x + float64(change.IntN(3))*math.Trunc(x/20)
	}
	return x * (0.95 + 0.1*change.Float64())
}

// BenchmarkMerge puts the tables of so many runs together, without yearly series and with,
// and tells the most memory that was in use: it must not grow with the runs.
func BenchmarkMerge(b *testing.B) {
	for _, c := range []struct {
		years string
		runs  int
	}{{"off", 30_000}, {"off", 120_000}, {"on", 12_000}} {
		b.Run(fmt.Sprintf("years-%s/%d", c.years, c.runs), func(b *testing.B) {
			s := mergeStudy(b, c.runs, c.years)
			st := sweep.Open(b.TempDir(), s, "bench")
			require.NoError(b, st.Begin(sweep.Whole))
			_, err := st.Run(b.Context(), sweep.Options{Workers: 1, Shard: sweep.Whole, NewRun: recorded(b, s)})
			require.NoError(b, err)
			out := b.TempDir()
			runtime.GC()
			peak := peakHeap(b)
			loop(b, float64(c.runs), func() {
				_, err = st.Merge(sweep.MergeOptions{Out: out})
				require.NoError(b, err)
			})
			b.ReportMetric(peak(), "peak-bytes")
		})
	}
}

// peakHeap watches the memory in use until the function that it returns is called, which
// tells the most it saw.
func peakHeap(b *testing.B) func() float64 {
	b.Helper()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		var peak uint64
		for {
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64())
			select {
			case <-done:
				most <- peak
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() float64 {
		close(done)
		return float64(<-most)
	}
}
