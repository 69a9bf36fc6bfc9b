package analysis

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// A study with until is missing what its points would still be run for, whether or not the
// measure that it looks at is asked for.
func TestAStudyWithUntilSaysWhatIsMissing(t *testing.T) {
	f := newFake(2, 20, func(v []float64, r, d int) []float64 {
		return []float64{10, 10 + float64(d)*(1+v[0]*math.Pow(-1, float64(r)))}
	})
	f.Grid = []study.Factor{swept(t, "noise", 0.001, 0.5, 100)}
	f.Until = study.NewUntil(model.MThroughput, 0.3, false)
	require.Equal(t, []int{10, 13, 17, 20}, f.Stages())
	points := f.Points()
	// The first point is known after ten, the second after seventeen, the third never is.
	wanted := func(least, middle int) func(int64) bool {
		return func(cell int64) bool {
			point, replication := points.Cell(cell)
			return replication < []int{10, middle, least}[point]
		}
	}
	for _, c := range []struct {
		least, middle    int
		missing, unknown int
	}{{20, 17, 0, 1}, {17, 17, 6, 0}, {15, 17, 4, 0}, {10, 10, 12, 0}, {7, 17, 6, 0}} {
		for _, o := range []Options{{Metrics: []model.Metric{model.MCost, model.MThroughput}}, {Metrics: []model.Metric{model.MCost}}} {
			a, err := f.collect(t, o, wanted(c.least, c.middle)).Analyze()
			require.NoError(t, err)
			require.Len(t, a.Measures, len(o.Metrics))
			require.EqualValues(t, c.missing, a.Missing, "%+v", c)
			require.Equal(t, c.unknown, a.Unknown, "%+v", c)
		}
	}
}
