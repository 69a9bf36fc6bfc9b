package model

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/looplab/fsm"
	"github.com/stretchr/testify/require"

	"cumbre/model/machine"
)

// The run loop's table says what looplab/fsm says, for every state and event.
func TestTablesAgreeWithFSM(t *testing.T) {
	require.Len(t, Machines(), 5)
	for _, m := range Machines() {
		transitions := 0
		for s, state := range m.States {
			for e, name := range m.Events {
				f := m.FSM(nil)
				f.SetState(state)
				err := f.Event(context.Background(), name)
				var loop fsm.NoTransitionError
				ok := err == nil || errors.As(err, &loop)
				next, may := m.Next(machine.State(s), machine.Event(e))
				require.Equal(t, ok, may, "%s: %s from %s", m.Name, name, state)
				if !may {
					require.Panics(t, func() { at := machine.State(s); m.Step(&at, machine.Event(e)) })
					continue
				}
				transitions++
				require.Equal(t, f.Current(), m.States[next], "%s: %s from %s", m.Name, name, state)
				at := machine.State(s)
				m.Step(&at, machine.Event(e))
				require.Equal(t, next, at)
			}
		}
		require.Positive(t, transitions)
	}
}

// Every state can be reached, and a machine ends where it should and nowhere else.
func TestMachinesReachEveryStateAndEndWhereTheyShould(t *testing.T) {
	terminal := map[string][]string{
		"mandate":     {"fulfilled", "shelved", "lapsed", "withdrawn"},
		"decision":    {"adopted", "exhausted"},
		"presidency":  nil, // for ever
		"government":  nil,
		"secretariat": {"operating"},
	}
	for _, m := range Machines() {
		reached := map[machine.State]bool{0: true}
		for frontier := []machine.State{0}; len(frontier) > 0; frontier = frontier[1:] {
			for e := range m.Events {
				if next, ok := m.Next(frontier[0], machine.Event(e)); ok && !reached[next] {
					reached[next] = true
					frontier = append(frontier, next)
				}
			}
		}
		require.Len(t, reached, len(m.States), m.Name)
		var ends []string
		for s, name := range m.States {
			if m.Final(machine.State(s)) {
				ends = append(ends, name)
			}
		}
		want, known := terminal[m.Name]
		require.True(t, known, m.Name)
		require.Equal(t, want, ends, m.Name)
	}
}

// Constants and names stand in the same order: the state that the code calls by a
// constant is the one that people read.
func TestConstantsAndNamesAgree(t *testing.T) {
	for _, c := range []struct {
		m      *machine.Machine
		states map[machine.State]string
		events map[machine.Event]string
	}{
		{MandateMachine, map[machine.State]string{proposed: "proposed", beforeTG: "before_tg", beforeSummit: "before_summit", adopted: "adopted", fulfilled: "fulfilled", withdrawn: "withdrawn"},
			map[machine.Event]string{evAssign: "assign", evToTG: "to_tg", evAdopt: "adopt", evWithdraw: "withdraw"}},
		{DecisionMachine, map[machine.State]string{convened: "convened", decisionVetoed: "vetoed", exhausted: "exhausted"},
			map[machine.Event]string{evOpen: "open", evObject: "veto", evExhaust: "exhaust"}},
		{PresidencyMachine, map[machine.State]string{incumbent: "incumbent", contested: "contested", transferred: "transferred"},
			map[machine.Event]string{evTermEnds: "term_ends", evAssume: "assume"}},
		{GovernmentMachine, map[machine.State]string{inOffice: "in_office", inCrisis: "crisis"}, map[machine.Event]string{evCampaign: "campaign", evInaugurate: "inaugurate"}},
		{SecretariatMachine, map[machine.State]string{absent: "absent", operating: "operating"}, map[machine.Event]string{evAgree: "agree", evOperate: "operate"}},
	} {
		for s, name := range c.states {
			require.Equal(t, name, c.m.States[s])
		}
		for e, name := range c.events {
			require.Equal(t, name, c.m.Events[e])
		}
	}
}

// A mandate is open until an end, and may lapse or be withdrawn until then.
func TestMandatesMayLapseUntilTheyEnd(t *testing.T) {
	for s := range MandateMachine.States {
		m := mandate{state: machine.State(s)}
		_, lapses := MandateMachine.Next(m.state, evLapse)
		require.Equal(t, m.isOpen(), lapses)
		require.Equal(t, !m.isOpen(), MandateMachine.Final(m.state))
	}
}

// Whatever a run records of a mandate is a path through its machine.
func TestRecordedLivesArePathsOfTheMachine(t *testing.T) {
	s := alliance().until("2017-01-01").with(Setting{ConsultationShare, 0.3}, Setting{CouncilOn, 1}, Setting{TreatyShare, 0.2}, Setting{MaxRounds, 1})
	all, _ := watched(s, 2, 5)
	state, visited := map[string]machine.State{}, map[string]bool{}
	for _, x := range only(all, RecordState) {
		from := state[x.Mandate]
		to := machine.State(slices.Index(MandateMachine.States, x.State))
		require.True(t, leads(MandateMachine, from, to), "%s: %s to %s", x.Mandate, MandateMachine.States[from], x.State)
		state[x.Mandate] = to
		visited[x.State] = true
	}
	for _, name := range MandateMachine.States[1:] {
		require.True(t, visited[name], "no mandate was ever %s", name)
	}
}

func leads(m *machine.Machine, from, to machine.State) bool {
	for e := range m.Events {
		if next, ok := m.Next(from, machine.Event(e)); ok && next == to {
			return true
		}
	}
	return false
}
