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
	require.Equal(t, 1.5, d.Quantile(0.125))
	require.Equal(t, 3.0, d.Quantile(0.5), "an order statistic that exists")
	require.Equal(t, inf, d.Quantile(0.6), "between one that exists and one beyond")
	require.Equal(t, inf, d.Quantile(1))
	d = e.Distribution(1)
	require.Equal(t, 6, d.Undefined)
	require.True(t, math.IsNaN(d.Quantile(0.5)))
}
