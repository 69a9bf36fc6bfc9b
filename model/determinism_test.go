package model

import (
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// A result depends on the scenario, the design, the seed and the replication, and on
// nothing that ran before.
func TestRunnersHaveNoMemory(t *testing.T) {
	s := alliance().until("2017-01-01")
	for d := range s.Designs {
		used := NewRunner(s, d)
		var first []*Result
		for i := range uint64(4) {
			first = append(first, used.Run(1, i))
		}
		for i := range uint64(4) {
			requireSame(t, first[3-i], used.Run(1, 3-i), "in reverse order")
			requireSame(t, first[i], NewRunner(s, d).Run(1, i), "by a fresh runner")
		}
	}
}

// Runs share their Spec and nothing else, so any number of workers may use it at once;
// the race detector watches this test.
func TestRunnersShareASpec(t *testing.T) {
	s := busy().until("2014-01-01")
	var group sync.WaitGroup
	var got [4]*Result
	for i := range got {
		group.Go(func() { got[i] = NewRunner(s, 0).Run(1, uint64(i)) })
	}
	group.Wait()
	for i := range got {
		requireSame(t, NewRunner(s, 0).Run(1, uint64(i)), got[i], "at the same time as others")
	}
}

func TestSeedsAndReplicationsDiffer(t *testing.T) {
	s := alliance().until("2013-01-01")
	r, seen := NewRunner(s, 0), map[uint64]bool{}
	for seed := range uint64(4) {
		for i := range uint64(4) {
			seen[r.Run(seed, i).Digest] = true
		}
	}
	require.Len(t, seen, 16)
}

// A run that ended in a panic does not cost the runner.
func TestRunnerSurvivesAPanic(t *testing.T) {
	s := alliance().until("2015-01-01")
	r := NewRunner(s, 1)
	want := r.Run(1, 0)
	n := 0
	r.Watch(func(Record) {
		if n++; n == 500 {
			panic("the watcher fails")
		}
	})
	require.Panics(t, func() { r.Run(1, 1) })
	r.Watch(nil)
	requireSame(t, want, r.Run(1, 0), "after a panic")
}

func TestWatchingDoesNotChangeResults(t *testing.T) {
	s := alliance().until("2017-01-01")
	for d := range s.Designs {
		r := NewRunner(s, d)
		unseen := r.Run(6, 0)
		n := 0
		r.Watch(func(Record) { n++ })
		requireSame(t, unseen, r.Run(6, 0), "watched")
		require.Greater(t, n, 1000)
		r.Watch(nil)
		n = 0
		requireSame(t, unseen, r.Run(6, 0), "no longer watched")
		require.Zero(t, n)
	}
}

// Results are the caller's: a later run does not write into them.
func TestResultsAreTheCallers(t *testing.T) {
	s := alliance().until("2014-01-01")
	r := NewRunner(s, 0)
	kept := r.Run(1, 0)
	copied := *kept
	copied.Years = slices.Clone(kept.Years)
	r.Run(1, 1)
	requireSame(t, &copied, kept, "after another run")
}

// Records come in order of time, and what they tell is what the result counts.
func TestRecordsAgreeWithTheResult(t *testing.T) {
	s := alliance().until("2017-01-01")
	all, r := watched(s, 2, 8)
	require.True(t, slices.IsSortedFunc(all, func(a, b Record) int {
		if a.Time < b.Time {
			return -1
		}
		if a.Time > b.Time {
			return 1
		}
		return 0
	}))
	var vetoes, consents [NumBodies][MaxMembers]int
	for _, x := range all {
		require.Less(t, x.Member, len(s.Members), "%+v: no such member", x)
		switch x.Kind {
		case RecordVeto:
			vetoes[x.Body][x.Member]++
		case RecordConsent:
			consents[x.Body][x.Member]++
		}
	}
	result := r.w.res
	require.Equal(t, result.Vetoes, vetoes)
	require.Equal(t, result.Consents, consents)
	require.Len(t, slices.DeleteFunc(only(all, RecordMeeting), func(x Record) bool { return x.Body != Summit }), int(result.Metrics[MSummitsHeld]))
}

// The counterfactual without one veto is the same history up to that veto, where the
// member consents instead; what follows may differ, and does.
func TestSparedVetoIsTheFirstDifference(t *testing.T) {
	s := alliance().until("2016-01-01")
	r := NewRunner(s, 0)
	var now []Record
	r.Watch(func(x Record) { now = append(now, x) })
	r.Run(3, 0)
	history := now
	vetoes := only(history, RecordVeto)
	require.Greater(t, len(vetoes), 50)
	for _, v := range []Record{vetoes[0], vetoes[len(vetoes)/3], vetoes[len(vetoes)-1]} {
		now = nil
		r.Spare(Veto{v.Mandate, v.Body, v.Round, v.Member})
		r.Run(3, 0)
		i := 0
		for history[i] == now[i] {
			i++
		}
		require.Equal(t, v, history[i], "the first difference is the veto")
		require.Equal(t, RecordConsent, now[i].Kind)
		require.Equal(t, [4]any{v.Mandate, v.Body, v.Round, v.Member}, [4]any{now[i].Mandate, now[i].Body, now[i].Round, now[i].Member})
		untouched := func(all []Record) (names []string) {
			for _, x := range all[:i] {
				if x.Mandate != "" {
					names = append(names, x.Mandate)
				}
			}
			return names
		}
		require.Equal(t, untouched(history), untouched(now))
	}
	now = nil
	r.Spare(Veto{"S99-999", Summit, 7, 2})
	r.Run(3, 0)
	require.Equal(t, history, now, "sparing what nobody cast changes nothing")
	now = nil
	v := vetoes[0]
	r.Spare(Veto{v.Mandate, v.Body, v.Round, v.Member})
	r.SpareNone()
	r.Run(3, 0)
	require.Equal(t, history, now)
}

// With nothing that links mandates to each other, sparing one veto changes that
// mandate alone.
func TestSparedVetoTouchesNobodyElse(t *testing.T) {
	s := lab(3, 400, Positions, Negotiation, Meetings).declared(200).with(Setting{MediationDays, 1e-9}, Setting{MaxRounds, 3})
	r := NewRunner(s, 0)
	var now []Record
	r.Watch(func(x Record) { now = append(now, x) })
	r.Run(2, 0)
	history := now
	v := only(history, RecordVeto)[17]
	now = nil
	r.Spare(Veto{v.Mandate, v.Body, v.Round, v.Member})
	r.Run(2, 0)
	others := func(all []Record) []Record {
		return slices.DeleteFunc(slices.Clone(all), func(x Record) bool { return x.Mandate == v.Mandate })
	}
	require.Equal(t, others(history), others(now))
	require.NotEqual(t, history, now)

	// The veto is that one: not the member's in another body or round, nor another's.
	for _, other := range []Veto{{v.Mandate, Summit, v.Round, v.Member}, {v.Mandate, v.Body, 99, v.Member}, {v.Mandate, v.Body, v.Round, 7}, {"D9-001", v.Body, v.Round, v.Member}} {
		now = nil
		r.Spare(other)
		r.Run(2, 0)
		require.Equal(t, history, now, other)
	}
}
