package scenarios

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/history"
)

const fewPredictions = `quantity,scope,year,ordinal,member,member_share,from,to,role,level,value,unit,runs,undefined_runs,beyond_runs
summits,year,2023,,,,2023-01-01,2024-01-01,prediction,0.05,0,summits,20,0,0
summits,year,2023,,,,2023-01-01,2024-01-01,prediction,0.95,2,summits,20,0,0
presidency_days,ordinal,,13,PE,1,,,prediction,0.05,300,days,20,0,2
presidency_days,ordinal,,13,PE,1,,,prediction,0.95,,days,20,0,2
treaty_days_to_force,moment,2022,,,,2022-01-27,2022-12-31,prediction,0.05,,days,20,20,0
`

func TestForecastsAndTheirOutcomes(t *testing.T) {
	all, err := Forecasts("predictions.csv", []byte(fewPredictions))
	require.NoError(t, err)
	require.Len(t, all, 3)
	require.Equal(t, history.ForecastKey{Quantity: "summits", Scope: history.OfYear, From: "2023-01-01", To: "2024-01-01"}, all[0].Key)
	require.Equal(t, []float64{0, 2}, all[0].Values)
	require.Equal(t, []float64{300, math.Inf(1)}, all[1].Values)
	require.True(t, math.IsNaN(all[2].Values[0]))

	outcomes, err := Outcomes("mine.csv", []byte("quantity,scope,year,ordinal,from,to,unit,value\n"+
		"summits,year,2023,,2023-01-01,2024-01-01,summits,0\npresidency_days,ordinal,,13,,,days,\n"), all)
	require.NoError(t, err)
	require.Equal(t, []history.Outcome{{Forecast: all[0], Value: 0}}, outcomes)
}

func TestMistakesOfForecastsAndOutcomes(t *testing.T) {
	_, err := Forecasts("predictions.csv", []byte(strings.NewReplacer(",0.95,2,", ",0.05,two,", "summits,year,", "summits,yaer,", ",PE,1,,,prediction,0.05", ",PE,1,,,guess,0.05").Replace(fewPredictions)))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	for _, want := range []string{"predictions.csv:2:9:", "`year`", "go from low to high", "predictions.csv:3:60:", "predictions.csv:4:"} {
		require.Contains(t, problems.In("en"), want)
	}
	all, err := Forecasts("predictions.csv", []byte(fewPredictions))
	require.NoError(t, err)
	_, err = Outcomes("mine.csv", []byte("quantity,scope,year,ordinal,from,to,unit,value\n"+
		"summits,year,2023,,2023-01-01,2024-01-02,summits,0\nsummits,year,2023,,2023-01-01,2024-01-01,days,none\nsummits,year,2023,,2023-01-01,2024-01-01,summits,1\n"), all)
	require.ErrorAs(t, err, &problems)
	for _, want := range []string{"mine.csv:2:1: no prediction is of", "mine.csv:3:42: the prediction is in `summits`, not in `days`", "mine.csv:3:47:", "mine.csv:4:1: it is in line 3 already"} {
		require.Contains(t, problems.In("en"), want)
	}
	_, err = Outcomes("mine.csv", []byte("quantity,scope,year,ordinal,from,to,unit,value\nsummits,year,2023,,2023-01-01,2024-01-01,summits,\n"), all)
	require.ErrorContains(t, err, "no row has a value")
}
