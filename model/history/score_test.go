package history

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func forecast(quantity string, role Role, values ...float64) *Forecast {
	return &Forecast{Key: ForecastKey{Quantity: quantity, Scope: OfYear}, Unit: "summits", Role: role, Levels: Levels(), Values: values}
}

func TestPinballLoss(t *testing.T) {
	f := forecast("summits", Predicted, 1, 2, 3, 4, 5)
	// 0.95·0 … each level's distance, weighted: (0.05·2 + 0.25·1 + 0 + 0.25·1 + 0.05·2) / 5
	require.InDelta(t, (0.1+0.25+0+0.25+0.1)/5, f.Pinball(3), 1e-12)
	require.InDelta(t, (0.05*9+0.25*8+0.5*7+0.75*6+0.95*5)/5, f.Pinball(10), 1e-12)
	require.InDelta(t, (0.95*1+0.75*2+0.5*3+0.25*4+0.05*5)/5, f.Pinball(0), 1e-12)
	require.True(t, math.IsNaN(forecast("x", Predicted, 1, 2, 3, 4, math.Inf(1)).Pinball(3)))
	require.True(t, math.IsNaN(forecast("x", Predicted, none, none, none, none, none).Pinball(3)))
}

// On average the loss is least for the true quantiles.
func TestPinballLossIsProper(t *testing.T) {
	loss := func(shift float64) float64 {
		f, sum := forecast("x", Predicted, 5+shift, 25+shift, 50+shift, 75+shift, 95+shift), 0.0
		for i := range 100 {
			sum += f.Pinball(float64(i) + 0.5)
		}
		return sum
	}
	require.Less(t, loss(0), loss(10))
	require.Less(t, loss(0), loss(-10))
}

func TestScoresByQuantity(t *testing.T) {
	inf := math.Inf(1)
	scores := ScoresOf([]Outcome{
		{forecast("summits", Predicted, 1, 2, 3, 4, 5), 3},
		{forecast("summits", Predicted, 1, 2, 3, 4, 5), 5},
		{forecast("summits", Predicted, 1, 2, 3, 4, 5), 6},
		{forecast("groups_in_existence", Given, 1, 2, 3, 4, 5), 3},
		{forecast("presidency_days", Predicted, 1, 2, 3, 4, inf), 9},
		{forecast("presidency_days", Predicted, none, none, none, none, none), 9},
	})
	require.Len(t, scores, 2, "inputs are not scored")
	require.Equal(t, []int{3, 3, 1, 2}, []int{scores[0].Scored, scores[0].Compared, scores[0].Inside50, scores[0].Inside90})
	require.InDelta(t, (0.7+0.05*4+0.25*3+0.5*2+0.75*1+0+0.05*5+0.25*4+0.5*3+0.75*2+0.95*1)/15, scores[0].Pinball, 1e-12)
	require.Equal(t, []int{2, 1, 0, 1}, []int{scores[1].Scored, scores[1].Compared, scores[1].Inside50, scores[1].Inside90})
	require.True(t, math.IsNaN(scores[1].Pinball))
}
