package history

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestQuantileBeyondTheHorizon(t *testing.T) {
	inf := math.Inf(1)
	e := &Ensemble{Values: [][]float64{{3, inf, 1, none, 2, inf}, {none, none, none, none, none, none}}, Replications: 6}
	d := e.Distribution(0)
	require.Equal(t, Distribution{[]float64{1, 2, 3, inf, inf}, 1}, d)
	require.Equal(t, 2, d.Beyond())
	require.Equal(t, 1.0, d.Quantile(0))
	require.Equal(t, 1.0, d.Quantile(0.2))
	require.Equal(t, 2.0, d.Quantile(0.21))
	require.Equal(t, 3.0, d.Quantile(0.5))
	require.Equal(t, 3.0, d.Quantile(0.6))
	require.Equal(t, inf, d.Quantile(0.61))
	require.Equal(t, inf, d.Quantile(1))
	d = e.Distribution(1)
	require.Equal(t, 6, d.Undefined)
	require.True(t, math.IsNaN(d.Quantile(0.5)))
}

// Of twenty histories the 5th and 95th percentile are the first and the nineteenth.
func TestQuantileIsAValueThatOccurred(t *testing.T) {
	d := Distribution{}
	for i := range 20 {
		d.Sorted = append(d.Sorted, float64(i+1))
	}
	require.Equal(t, []float64{1, 5, 10, 15, 19}, []float64{d.Quantile(0.05), d.Quantile(0.25), d.Quantile(0.5), d.Quantile(0.75), d.Quantile(0.95)})
}
