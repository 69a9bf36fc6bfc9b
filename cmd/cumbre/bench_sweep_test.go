//go:build unix

package main

import (
	"io/fs"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// benchStudy is a study of the default scenario with yearly series: three designs, four
// points, eighty replications.
func benchStudy(b *testing.B) *study.Study {
	b.Helper()
	const text = "study: Bench\ncompare: [light, sherpa, secretariat]\nsweep:\n  officials_per_ministry: [6, 10]\n  mandates_per_summit: [20, 60]\nreplications: 80\n"
	s, err := scenarios.Study("study.yaml", func(path string) ([]byte, error) {
		if path == "study.yaml" {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	})
	require.NoError(b, err)
	return s
}

// processor is the time that the process has had on all processors.
func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// loop calls f, which does something to so many runs, and reports the processor time of a
// call and the time of a run.
func loop(b *testing.B, runs float64, f func()) {
	began := processor()
	for b.Loop() {
		f()
	}
	b.ReportMetric((processor()-began).Seconds()/float64(b.N), "cpu-sec/op")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/runs, "sec/run")
}

// BenchmarkSweep is a study run to its tables, and the same runs in the same order with
// nothing around them.
// What the sweep adds is told by the processor time: on one worker the tables are written
// beside the runs, so that the clock would hide them. So one worker has one processor here,
// and what two gain is what a second processor gives.
func BenchmarkSweep(b *testing.B) {
	s := benchStudy(b)
	runs := float64(s.Cells(s.Points().N()) * int64(len(s.Designs)))
	b.Run("bare", func(b *testing.B) {
		points := s.Points()
		loop(b, runs, func() {
			worker := points.NewWorker(study.Model)
			for cell := range s.Cells(points.N()) {
				worker.Cell(cell)
			}
		})
	})
	for _, workers := range []int{1, 2} {
		b.Run(strconv.Itoa(workers), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
			loop(b, runs, func() {
				st := sweep.Open(b.TempDir(), s, "bench")
				require.NoError(b, st.Begin(sweep.Whole))
				_, err := st.Run(b.Context(), sweep.Options{Workers: workers, Shard: sweep.Whole, NewRun: study.Model})
				require.NoError(b, err)
				_, err = st.Merge(sweep.MergeOptions{})
				require.NoError(b, err)
			})
		})
	}
}
