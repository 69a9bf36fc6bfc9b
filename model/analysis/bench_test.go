package analysis

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// BenchmarkAnalyze takes in and analyses 300,000 runs: a grid of few points with many
// replications, one of many points, a sample with one replication, and one of all
// assumptions.
func BenchmarkAnalyze(b *testing.B) {
	values := func(v []float64, r, d int) []float64 {
		return []float64{noise(r) + float64(d)*(v[0]-v[1]) + jitter(r, d), 100 + float64(d)}
	}
	var levels [2][]float64
	for i := range 100 {
		levels[0], levels[1] = append(levels[0], float64(i)/200), append(levels[1], float64(i)/100)
	}
	grid := func(n, replications int) fake {
		f := newFake(3, replications, values)
		f.Grid = []study.Factor{swept(b, "noise", levels[0][:n]...), swept(b, "ppt_capability", levels[1][:n]...)}
		return f
	}
	sample := newFake(3, 1, values)
	sample.Sample = study.Sample{Sampler: sampler(b, study.Samplers(), "sobol"), Size: 100_000}
	for _, name := range []string{"noise", "ppt_capability", "slip_days", "ambition"} {
		sample.Sample.Factors = append(sample.Sample.Factors, drawn(b, name, 0, 1))
	}
	many := newFake(3, 20, values)
	many.Sample = study.Sample{Sampler: sampler(b, study.Samplers(), "sobol"), Size: 5000}
	for _, p := range model.Params() {
		if p.Info().From == model.Assumption {
			many.Sample.Factors = append(many.Sample.Factors, drawn(b, p.String(), 0, 1))
		}
	}
	for _, f := range []fake{grid(10, 1000), grid(100, 10), sample, many} {
		b.Run(fmt.Sprintf("points=%d,factors=%d", f.Points().N(), len(f.Factors())), func(b *testing.B) {
			for b.Loop() {
				_, err := f.collect(b, Options{}, nil).Analyze()
				require.NoError(b, err)
			}
		})
	}
}
