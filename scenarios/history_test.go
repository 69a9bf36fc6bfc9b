package scenarios_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// What a recorder reads off the records of a run is what the run counts itself.
func TestRecorderAgreesWithTheMetricsOfTheSameRun(t *testing.T) {
	for _, name := range []string{"pacific-alliance", "history-2011-2022"} {
		spec, err := scenarios.Load(name, nil)
		require.NoError(t, err)
		recorder, plain := history.NewRecorder(spec, 0), model.NewRunner(spec, 0)
		for replication := range uint64(4) {
			h, result := recorder.Run(1, replication)
			require.Equal(t, plain.Run(1, replication).Digest, result.Digest, "recording changes nothing")
			whole := history.Window{From: 0, To: h.End + 1}
			of := func(quantity string, w history.Window) float64 {
				q, ok := history.ByName(quantity)
				require.True(t, ok, quantity)
				return q.Of(h, w)
			}
			x := result.Metrics
			years := h.End / model.DaysPerYear
			require.Equal(t, x[model.MSummitsHeld], of("summits", whole))
			require.InDelta(t, x[model.MGANMeetings], of("gan_meetings", whole)/years, 1e-9)
			require.InDelta(t, x[model.MCouncilMeetings], of("council_meetings", whole)/years, 1e-9)
			require.InDelta(t, x[model.MTGRounds], of("tg_rounds", whole)/years, 1e-9)
			require.InDelta(t, x[model.MGroupsPerRound], of("groups_in_session", whole), 1e-9)
			require.InDelta(t, x[model.MSummitGap], of("longest_gap_without_summit", history.Window{From: 0, To: h.End}), 1e-9)
			require.Equal(t, x[model.MIssued], of("mandates_issued", whole))
			require.Equal(t, x[model.MOpen], of("mandates_open", whole))
			sum := h.Terms[0].Start // of the one in office at the start
			for _, term := range h.Terms[:len(h.Terms)-1] {
				sum += term.End - term.Start
			}
			require.InDelta(t, x[model.MPPTLength], sum/float64(len(h.Terms)), 1e-9)
			for i, row := range result.Years {
				first := model.NewDate(result.FirstYear+i, 1, 1)
				year := history.Window{From: float64(first - spec.Start), To: float64(model.NewDate(result.FirstYear+i+1, 1, 1) - spec.Start)}
				require.Equal(t, row[model.YearSummits], of("summits", year))
				require.Equal(t, row[model.YearGANs], of("gan_meetings", year))
				require.Equal(t, row[model.YearCouncils], of("council_meetings", year))
				require.Equal(t, row[model.YearRounds], of("tg_rounds", year))
			}
		}
	}
}

// One ensemble is its replications one after another, however many workers there are,
// each in its own world.
func TestEnsembleIsItsReplications(t *testing.T) {
	spec, err := scenarios.Load("history-2011-2022", nil)
	require.NoError(t, err)
	spec.End = model.NewDate(2014, 1, 1)
	other := *spec
	other.Values = append(model.Values(nil), spec.Values...)
	other.Values[model.GANInterval] *= 3
	world := func(replication int) *model.Spec { return []*model.Spec{spec, &other}[replication%2] }
	q, _ := history.ByName("gan_meetings")
	w := history.Window{From: 0, To: 900}
	measures := []history.Measure{q.Over(w), history.PresidencyStart(3)}
	var first *history.Ensemble
	for _, workers := range []int{1, 3} {
		calls := 0
		e, err := history.Run(context.Background(), spec, measures, history.Options{
			Replications: 6, Workers: workers, Seed: 2, World: world, Progress: func(done, total int) { calls++; require.Equal(t, 6, total) },
		})
		require.NoError(t, err)
		require.Equal(t, 6, calls)
		if first == nil {
			first = e
		}
		require.Equal(t, first, e)
	}
	for i, x := range first.Values[0] {
		h, _ := history.NewRecorder(world(i), 0).Run(2, uint64(i))
		require.Equal(t, q.Of(h, w), x)
	}
	require.Less(t, first.Values[0][1], first.Values[0][0], "meetings a third as often")

	stopped, cancel := context.WithCancel(context.Background())
	e, err := history.Run(stopped, spec, measures, history.Options{Replications: 6, Workers: 1, Seed: 2, World: world, Progress: func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}})
	require.NoError(t, err)
	require.True(t, e.Interrupted)
	require.GreaterOrEqual(t, e.Replications, 2)
	require.Equal(t, first.Values[0][:e.Replications], e.Values[0], "a prefix of the whole")
	_, err = history.Run(context.Background(), spec, []history.Measure{func(*history.History) float64 { panic("broken") }}, history.Options{Replications: 2, Seed: 9})
	require.ErrorContains(t, err, "replication 0 of seed 9")
}
