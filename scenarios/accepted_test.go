package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func TestAcceptedSetGivesWorlds(t *testing.T) {
	s := base(t)
	set, err := Accepted("mine.csv", []byte("gan_interval_days@gan-mature, gan_interval_days,slip_days\n60,50,9\n80,40,12.5\n"), s)
	require.NoError(t, err)
	worlds := set.Worlds(s)
	require.Len(t, worlds, 2)
	require.Equal(t, 60.0, valueOf(t, eventOf(t, worlds[0], "gan-mature").Set, "gan_interval_days"))
	require.Equal(t, 50.0, valueAtStart(t, worlds[0], "gan_interval_days"))
	require.Equal(t, 80.0, valueOf(t, eventOf(t, worlds[1], "gan-mature").Set, "gan_interval_days"))
	require.Equal(t, 12.5, valueAtStart(t, worlds[1], "slip_days"))
	require.Equal(t, Hash(base(t)), Hash(s), "the scenario itself stays as it was")
	for _, w := range worlds {
		require.Equal(t, valueAtStart(t, s, "tg_round_interval_days"), valueAtStart(t, w, "tg_round_interval_days"))
	}
}

func TestMistakesOfAnAcceptedSet(t *testing.T) {
	for data, want := range map[string][]string{
		"gan_intervall_days,slip_days@pandemic,slip_days,slip_days\n1,2,3,4\n": {
			"mine.csv:1:1: column `gan_intervall_days`: no parameter: did you mean `gan_interval_days`?",
			"mine.csv:1:20: the scenario has no event `pandemic` that sets `slip_days`", "column `slip_days` is there twice",
		},
		"slip_days,memory_loss\nsoon,0.1\n20,1.5\n20\n": {"mine.csv:2:1:", "mine.csv:3:4:", "mine.csv:4:1: the row has 1 fields and the header 2"},
		"slip_days\n":            {"mine.csv: there are no rows of values"},
		"":                       {"mine.csv: the table is empty"},
		"slip_days\n20,\"open\n": {"mine.csv:2:", "not CSV"},
	} {
		_, err := Accepted("mine.csv", []byte(data), base(t))
		var problems Problems
		require.ErrorAs(t, err, &problems, data)
		for _, text := range want {
			require.Contains(t, problems.In("en"), text)
		}
	}
}

// The set that is built in, once there is one, fits every scenario that is predicted with.
func TestShippedAcceptedSet(t *testing.T) {
	data, ok := ShippedAccepted()
	if !ok {
		t.Skip("no accepted set is built in")
	}
	for _, name := range []string{"prediction-2022", Default} {
		s, err := Load(name, nil)
		require.NoError(t, err)
		_, err = Accepted(AcceptedFile, data, s)
		require.NoError(t, err)
	}
}

// A prediction may know nothing of what it predicts: after the handover of 26 January
// 2022 only governments and the contested handover are inputs.
func TestPredictionKnowsNothingLater(t *testing.T) {
	s, err := Load("prediction-2022", nil)
	require.NoError(t, err)
	handover := model.NewDate(2022, 1, 26)
	require.Equal(t, model.NewDate(2031, 1, 1), s.End)
	require.Equal(t, handover, s.Presidency.History[len(s.Presidency.History)-1].Start)
	for _, g := range s.Groups {
		require.LessOrEqual(t, g.Created, handover)
	}
	for _, o := range s.Observers {
		require.LessOrEqual(t, o.Date, handover)
	}
	for _, e := range s.Events {
		if e.Date > handover {
			require.Equal(t, "contested-handover", e.ID)
		}
	}
	require.Equal(t, []string{"light"}, []string{s.Designs[0].Name})
	require.Len(t, s.Designs, 1)
	require.Zero(t, s.Designs[0].From)
}
