package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A warm runner allocates what it hands over, the result and its yearly rows, and
// nothing per event: a run twice as long allocates no more.
func TestWarmRunsAllocateNothingPerEvent(t *testing.T) {
	for d := range designs() {
		var counts []float64
		for _, end := range []string{"2016-01-01", "2021-01-01"} {
			r := NewRunner(alliance().until(end), d)
			r.Run(1, 0)
			counts = append(counts, testing.AllocsPerRun(3, func() { r.Run(1, 0) }))
		}
		require.LessOrEqual(t, counts[1], 5.0, designs()[d].Name)
		require.Equal(t, counts[0], counts[1], designs()[d].Name)
	}
	r := NewRunner(busy(), 0)
	r.Run(1, 0)
	require.LessOrEqual(t, testing.AllocsPerRun(3, func() { r.Run(1, 0) }), 5.0, "with everything at work")
}

// BenchmarkRun is the price of one replication of the alliance, 2011 to 2030. Each
// iteration is another replication.
func BenchmarkRun(b *testing.B) {
	s := alliance()
	for d := range s.Designs {
		b.Run(s.Designs[d].Name, func(b *testing.B) {
			r, events := NewRunner(s, d), uint64(0)
			r.Run(1, 0)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				events += r.Run(1, uint64(i)).Events
			}
			b.ReportMetric(float64(events)/float64(b.N), "events/op")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(events), "ns/event")
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "replications/s")
		})
	}
}
