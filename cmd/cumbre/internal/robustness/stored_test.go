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

// The stored record is of the built-in scenario as it is, of its designs, and of
// the parameters and plausible ranges of the registry; and the model still gives it:
// some of its worlds, run again, come out the same to the last bit.
func TestTheStoredRecordHolds(t *testing.T) {
	spec, names := builtIn(t)
	rec, ok := For(spec, names)
	require.True(t, ok, stale)
	require.False(t, rec.Interrupted)
	require.GreaterOrEqual(t, rec.Worlds, 1000)
	require.Equal(t, 1.0, rec.Reach, "whole ranges")
	require.Empty(t, rec.Kept)
	require.Len(t, rec.Measures, robust.NumMeasures, stale)
	o := robust.Options{Worlds: rec.Worlds, Replications: rec.Replications, Seed: rec.Seed, Reach: rec.Reach, Level: rec.Level}
	require.GreaterOrEqual(t, len(rec.Checks), 3)
	for number, want := range rec.Checks[:3] {
		w, err := robust.One(spec, o, number)
		require.NoError(t, err)
		require.Equal(t, want, w.Digest(), "world %d: %s", number, stale)
	}
}

// fewestPoints is how many accepted points the stored record must be of at least:
// `make robust` takes all rows of the built-in set.
const fewestPoints = 800

// The same of the record over accepted points: of the set that is built in, and the model
// still gives it.
func TestTheStoredRecordOfPointsHolds(t *testing.T) {
	spec, names := builtIn(t)
	rec, ok := ForAccepted(spec, names)
	require.True(t, ok, stale)
	require.False(t, rec.Interrupted)
	require.GreaterOrEqual(t, rec.Worlds, fewestPoints)
	require.LessOrEqual(t, rec.Accepted.Effective, rec.Worlds)
	require.Equal(t, AcceptedNote, rec.Note)
	require.Len(t, rec.Measures, robust.NumMeasures, stale)
	data, ok := scenarios.ShippedAccepted()
	require.True(t, ok)
	set, err := scenarios.Accepted(scenarios.AcceptedFile, data, spec)
	require.NoError(t, err)
	require.Equal(t, len(set.Rows), rec.Accepted.Rows)
	require.Equal(t, len(set.Free), rec.Drawn)
	o := robust.Options{Worlds: rec.Worlds, Replications: rec.Replications, Seed: rec.Seed, Level: rec.Level, Points: &robust.Points{Free: set.Free, Rows: set.Rows}}
	require.GreaterOrEqual(t, len(rec.Checks), 3)
	for number, want := range rec.Checks[:3] {
		w, err := robust.One(spec, o, number)
		require.NoError(t, err)
		require.Equal(t, want, w.Digest(), "world %d: %s", number, stale)
	}
}

// A record of another accepted set is none, nor is one of worlds that were drawn.
func TestPointsOfAnotherSetHaveNoRecord(t *testing.T) {
	spec, names := builtIn(t)
	kept := acceptedFile
	t.Cleanup(func() { acceptedFile = kept })
	_, ok := ForAccepted(spec, names)
	require.True(t, ok, stale)
	rec, err := read(kept)
	require.NoError(t, err)
	acceptedFile, err = json.Marshal(rec.From(scenarios.AcceptedFile, []byte("slip_days\n20\n")))
	require.NoError(t, err)
	_, ok = ForAccepted(spec, names)
	require.False(t, ok)
	acceptedFile = drawnFile
	_, ok = ForAccepted(spec, names)
	require.False(t, ok)
}

// Within plausible ranges most worlds have a working institution; the limits of
// input, drawn from, left one in eight (what was seen is in the ODD document). Ranges
// that leave hardly any are limits again, not judgements of what is plausible.
func TestMostPlausibleWorldsFulfilSomething(t *testing.T) {
	rec, err := read(drawnFile)
	require.NoError(t, err)
	require.Less(t, rec.Part(rec.Barren), 0.25)
}

// Every world of the record is told once, and the shares are those of the counts.
func TestTheStoredRecordAddsUp(t *testing.T) {
	for _, file := range [][]byte{drawnFile, acceptedFile} {
		rec, err := read(file)
		require.NoError(t, err)
		for _, m := range rec.Measures {
			sum := m.Ties + m.Undefined
			for _, l := range m.Leads {
				sum += l.Worlds
				addsUp(t, rec, l)
			}
			require.Equal(t, rec.Worlds, sum, m.Metric)
		}
	}
}

func addsUp(t *testing.T, rec Record, l Lead) {
	t.Helper()
	require.LessOrEqual(t, l.Clear, l.Worlds)
	require.InDelta(t, rec.Part(l.Worlds), float64(l.Share), 1e-12)
	require.True(t, l.Low <= l.Share && l.Share <= l.High)
	for _, d := range l.Decisive {
		require.Greater(t, d.Distance, l.Critical)
		info, ok := d.Info()
		require.True(t, ok, d.Parameter)
		if rec.Accepted == nil {
			require.Equal(t, model.Assumption, info.From)
		}
	}
}

// A comparison of anything else has no record: another value, other designs,
// another order of them, a mechanism off, another horizon.
func TestNothingElseHasARecord(t *testing.T) {
	spec, names := builtIn(t)
	holds := func(s *model.Spec, designs ...string) bool {
		_, ok := For(s, designs)
		_, points := ForAccepted(s, designs)
		require.Equal(t, ok, points, "both records are of the same")
		return ok
	}
	require.True(t, holds(spec, names...), stale)
	require.False(t, holds(spec, names[:2]...))
	require.False(t, holds(spec, names[1], names[0], names[2]))
	for name, change := range map[string]func(*model.Spec){
		"value":     func(s *model.Spec) { s.Values[model.Officials]++ },
		"mechanism": func(s *model.Spec) { s.Off = s.Off.Without(model.Patience) },
		"horizon":   func(s *model.Spec) { s.End-- },
		"design":    func(s *model.Spec) { s.Designs[1].Set[0].Value /= 2 },
	} {
		other, _ := builtIn(t)
		change(other)
		require.False(t, holds(other, names...), name)
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
	rec, err := read(drawnFile)
	require.NoError(t, err)
	data, err := json.Marshal(rec)
	require.NoError(t, err)
	var again Record
	require.NoError(t, json.Unmarshal(data, &again))
	twice, err := json.Marshal(again)
	require.NoError(t, err)
	require.Equal(t, string(data), string(twice))
	require.NotContains(t, string(data), "NaN")
	var n Number
	require.NoError(t, json.Unmarshal([]byte("null"), &n))
	require.NotEqual(t, n, n, "null is undefined")
}
