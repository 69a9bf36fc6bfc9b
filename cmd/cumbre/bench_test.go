package main

import (
	"context"
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// The speed of the main job, on the default scenario: `make bench` prints these with
// their targets.

func defaultScenario(b *testing.B) *model.Spec {
	b.Helper()
	spec, err := scenarios.Load("pacific-alliance", nil)
	require.NoError(b, err)
	return spec
}

// BenchmarkDefault is one replication of each design, by a runner that has run before.
func BenchmarkDefault(b *testing.B) {
	spec := defaultScenario(b)
	for i, design := range spec.Designs {
		b.Run(design.Name, func(b *testing.B) {
			runner := model.NewRunner(spec, i)
			runner.Run(1, 0)
			var replication, events uint64
			b.ReportAllocs()
			for b.Loop() {
				replication++
				events += runner.Run(1, replication).Events
			}
			b.ReportMetric(float64(events)/float64(replication), "events/op")
		})
	}
}

// BenchmarkWorkers is a comparison of all designs in 16 replications.
func BenchmarkWorkers(b *testing.B) {
	spec := defaultScenario(b)
	for _, workers := range []int{1, 2} {
		b.Run(strconv.Itoa(workers), func(b *testing.B) {
			for b.Loop() {
				_, err := compare.Run(context.Background(), spec, compare.Options{Replications: 16, Seed: 1, Workers: workers})
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkMemory reports the memory that a comparison of n replications holds when
// its last result arrives: it must not grow with n.
func BenchmarkMemory(b *testing.B) {
	spec := defaultScenario(b)
	for _, n := range []int{16, 64} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			var live uint64
			for b.Loop() {
				_, err := compare.Run(context.Background(), spec, compare.Options{
					Replications: n, Seed: 1, Workers: 1,
					Progress: func(done, total int) {
						if done == total {
							live = liveBytes()
						}
					},
				})
				require.NoError(b, err)
			}
			b.ReportMetric(float64(live), "live-bytes")
		})
	}
}

func liveBytes() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
