package biography

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// account lets a clerk enter records of a mandate of three members.
func account(records ...model.Record) Waits {
	h := &history{Run: Run{Spec: &model.Spec{Members: make([]model.MemberSpec, 3)}}}
	var c clerk
	for _, r := range records {
		c.note(r, h)
	}
	return c.waits
}

func at(time float64, kind model.RecordKind, member int) model.Record {
	return model.Record{Time: time, Kind: kind, Member: member}
}

func valued(r model.Record, value float64) model.Record {
	r.Value = value
	return r
}

// spell ends at a time; of it, some days were work at full speed.
func spell(time float64, phase model.Phase, work float64) model.Record {
	return model.Record{Time: time, Kind: model.RecordSpell, Member: None, Phase: phase, Value: work}
}

type days map[int]float64

func requireWaits(t *testing.T, w Waits, alone, along days, several float64) {
	t.Helper()
	for i := range w.Alone {
		require.InDelta(t, alone[i], w.Alone[i], 1e-12, "alone: %d", i)
		require.InDelta(t, along[i], w.Along[i], 1e-12, "with others: %d", i)
	}
	require.InDelta(t, several, w.Several, 1e-12)
}

// Of parallel work the last one is charged from when the second last was done; the
// work at full speed, which comes first, is nobody's, nor is the paperwork before.
func TestWaitsOfParallelWork(t *testing.T) {
	w := account(
		at(0, model.RecordState, None), spell(10, model.Procedure, 0),
		at(10, model.RecordState, None),
		at(10, model.RecordAsked, 0), at(10, model.RecordAsked, 0), at(10, model.RecordAsked, 1), at(10, model.RecordAsked, -1),
		at(12, model.RecordTask, 0), at(20, model.RecordTask, 1), at(30, model.RecordTask, -1), at(37, model.RecordTask, 0),
		spell(37, model.Working, 5), spell(50, model.MeetingWait, 0))
	requireWaits(t, w, days{0: 7}, days{0: 15, 1: 5, Secretariat: 15}, 15)
}

// Work at full speed may last beyond the second last: only what is left is waiting.
func TestWaitsBeginAfterFullSpeed(t *testing.T) {
	w := account(at(0, model.RecordAsked, 0), at(0, model.RecordAsked, 1), at(2, model.RecordTask, 1), at(12, model.RecordTask, 0), spell(12, model.Working, 10))
	requireWaits(t, w, days{0: 2}, nil, 0)
}

// A mediator alone is charged, up to a handover of the mediation or to the end if
// the mandate lapses before it is over.
func TestWaitsForAMediator(t *testing.T) {
	w := account(
		at(0, model.RecordAsked, 2), valued(at(100, model.RecordPassedOn, 1), 2), spell(160, model.Negotiating, 3))
	requireWaits(t, w, days{2: 97, 1: 60}, nil, 0)
	w = account(at(0, model.RecordAsked, -1), valued(at(40, model.RecordPassedOn, 0), -1), spell(50, model.Negotiating, 0))
	requireWaits(t, w, days{Secretariat: 40, 0: 10}, nil, 0)
}

// While a file is worked on, nobody waits for the coordinator that has lost its
// memory; once it is on an agenda, only for that one.
func TestWaitsForCatchingUp(t *testing.T) {
	w := account(
		at(0, model.RecordAsked, 0), at(5, model.RecordMemoryLost, 1), at(20, model.RecordTask, 0), spell(20, model.Working, 1),
		at(32, model.RecordCaughtUp, 1), spell(32, model.PeopleWait, 0), spell(40, model.MeetingWait, 0))
	requireWaits(t, w, days{0: 19, 1: 12}, nil, 0)
}

// Those that let an adopted mandate lie are charged, also while others still work,
// until they take it up and then for their work.
func TestWaitsForNeglect(t *testing.T) {
	w := account(
		at(0, model.RecordAsked, 0), at(0, model.RecordNeglect, 1), at(0, model.RecordNeglect, 2), at(10, model.RecordTask, 0), spell(10, model.Working, 4),
		at(50, model.RecordResumed, 1), spell(50, model.LaidAside, 0), at(50, model.RecordAsked, 1), at(58, model.RecordTask, 1), spell(58, model.Working, 8),
		spell(90, model.LaidAside, 0))
	requireWaits(t, w, days{2: 32}, days{0: 6, 1: 46, 2: 46}, 46)
}

// The last to ratify is charged with the days after the second last, but for those of
// the work; when fewer are enough, nobody is decisive.
func TestWaitsForRatification(t *testing.T) {
	sent := func(needed float64) []model.Record {
		return []model.Record{
			valued(at(0, model.RecordSentToRatify, None), needed), at(0, model.RecordAsked, 0), at(8, model.RecordTask, 0), spell(8, model.Working, 8),
			at(100, model.RecordRatified, 1), at(300, model.RecordRatified, 2),
		}
	}
	w := account(append(sent(3), at(450, model.RecordRatified, 0), spell(450, model.Ratifying, 0))...)
	requireWaits(t, w, days{0: 150}, days{0: 292, 1: 92, 2: 292}, 292)
	w = account(append(sent(2), spell(300, model.Ratifying, 0))...)
	requireWaits(t, w, nil, days{0: 292, 1: 92, 2: 292}, 292)
}
