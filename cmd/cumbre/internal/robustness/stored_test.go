package robustness

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/scenarios"
)

const stale = "the stored robust comparison is not this model's or this scenario's any more: `make robust` computes it anew"

func builtIn(t *testing.T) (*model.Spec, []string) {
	t.Helper()
	spec, err := scenarios.Load(scenarios.Default, nil)
	require.NoError(t, err)
	var names []string
	for _, d := range spec.Designs {
		names = append(names, d.Name)
	}
	return spec, names
}

// The stored records are of the built-in scenario as it is, of its designs, and of
// the parameters and ranges of the registry; and the model still gives them: some
// of their worlds, run again, come out the same to the last bit.
func TestTheStoredRecordsHold(t *testing.T) {
	spec, names := builtIn(t)
	all := For(spec, names)
	require.Len(t, all, len(stored), stale)
	for i, rec := range all {
		require.False(t, rec.Interrupted, stored[i])
		require.GreaterOrEqual(t, rec.Worlds, 1000, stored[i])
		require.Equal(t, []int{all[0].Worlds, all[0].Drawn}, []int{rec.Worlds, rec.Drawn}, "they are told in one breath")
		require.Empty(t, rec.Kept, stored[i])
		require.Len(t, rec.Measures, robust.NumMeasures, stale)
		o := robust.Options{Worlds: rec.Worlds, Replications: rec.Replications, Seed: rec.Seed, Reach: rec.Reach, Level: rec.Level}
		require.GreaterOrEqual(t, len(rec.Checks), 3)
		for number, want := range rec.Checks[:3] {
			w, err := robust.One(spec, o, number)
			require.NoError(t, err)
			require.Equal(t, want, w.Digest(), "world %d of %s: %s", number, stored[i], stale)
		}
	}
	for i := range all[1:] {
		require.Less(t, all[i].Reach, all[i+1].Reach, "the nearest first")
	}
	require.Equal(t, 1.0, all[len(all)-1].Reach, "whole ranges are there too")
}

// Every world of a record is told once, and the shares are those of the counts.
func TestTheStoredRecordsAddUp(t *testing.T) {
	all, err := read()
	require.NoError(t, err)
	for _, rec := range all {
		for _, m := range rec.Measures {
			sum := m.Ties + m.Undefined
			for _, l := range m.Leads {
				sum += l.Worlds
				require.LessOrEqual(t, l.Clear, l.Worlds)
				require.InDelta(t, rec.Part(l.Worlds), float64(l.Share), 1e-12)
				require.True(t, l.Low <= l.Share && l.Share <= l.High)
				for _, d := range l.Decisive {
					require.Greater(t, d.Distance, l.Critical)
					info, ok := d.Info()
					require.True(t, ok, d.Parameter)
					require.Equal(t, model.Assumption, info.From)
				}
			}
			require.Equal(t, rec.Worlds, sum, m.Metric)
		}
	}
}

// A comparison of anything else has no record: another value, other designs,
// another order of them, a mechanism off, another horizon.
func TestNothingElseHasARecord(t *testing.T) {
	spec, names := builtIn(t)
	require.NotEmpty(t, For(spec, names), stale)
	require.Empty(t, For(spec, names[:2]))
	require.Empty(t, For(spec, []string{names[1], names[0], names[2]}))
	for name, change := range map[string]func(*model.Spec){
		"value":     func(s *model.Spec) { s.Values[model.Officials]++ },
		"mechanism": func(s *model.Spec) { s.Off = s.Off.Without(model.Patience) },
		"horizon":   func(s *model.Spec) { s.End-- },
		"design":    func(s *model.Spec) { s.Designs[1].Set[0].Value /= 2 },
	} {
		other, _ := builtIn(t)
		change(other)
		require.Empty(t, For(other, names), name)
	}
}

// What is drawn, and between which values, is part of what a record is of.
func TestTheSpaceHashSeesRanges(t *testing.T) {
	axes := robust.Space(model.Defaults(), 1)
	hash := spaceHash(axes)
	for i := range []int{0, len(axes) - 1} {
		changed := append([]robust.Axis{}, axes...)
		changed[i].High *= 1.0000001
		changed[i].High++
		require.NotEqual(t, hash, spaceHash(changed))
		changed = append([]robust.Axis{}, axes...)
		changed[i].Log = !changed[i].Log
		require.NotEqual(t, hash, spaceHash(changed))
	}
	require.NotEqual(t, hash, spaceHash(axes[1:]))
	require.Equal(t, hash, spaceHash(robust.Space(model.Defaults(), 1)))
}

// What is written reads back the same, undefined numbers too.
func TestRecordsReadBack(t *testing.T) {
	all, err := read()
	require.NoError(t, err)
	for _, rec := range all {
		data, err := json.Marshal(rec)
		require.NoError(t, err)
		var again Record
		require.NoError(t, json.Unmarshal(data, &again))
		twice, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(data), string(twice))
		require.NotContains(t, string(data), "NaN")
	}
	var n Number
	require.NoError(t, json.Unmarshal([]byte("null"), &n))
	require.NotEqual(t, n, n, "null is undefined")
}
