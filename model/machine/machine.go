// Package machine declares finite state machines once, with looplab/fsm, and
// compiles each into a dense table for the run loop.
//
// Why both: the fsm declaration is the definition that people read, that is
// validated, stepped through and drawn; but fsm.Event costs some 500 ns and
// five allocations, a table look-up 2 ns and none, and a run makes a hundred
// thousand transitions. The table is filled by asking the fsm itself, through
// its public API, so the two cannot disagree; a test proves it for every state
// and event.
package machine

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/looplab/fsm"
)

// State indexes Machine.States. An entity stores its state in this one byte.
type State uint8

// Event indexes Machine.Events.
type Event uint8

// none marks a state and event without a transition.
const none = State(255)

// Machine is a compiled state machine. It is read-only and safe to share.
type Machine struct {
	Name   string
	States []string // States[0] is the initial state
	Events []string

	desc  fsm.Events
	table [][]State // [state][event]
}

// Compile builds the machine whose states and events carry the given names, in
// the order of the caller's constants. It panics when the names and the
// declaration disagree, which is an error of the program.
func Compile(name string, states, events []string, desc fsm.Events) *Machine {
	m := &Machine{Name: name, States: states, Events: events, desc: desc}
	for _, d := range desc {
		m.mustKnow(events, d.Name)
		m.mustKnow(states, d.Dst)
		for _, s := range d.Src {
			m.mustKnow(states, s)
		}
	}
	m.table = make([][]State, len(states))
	for s := range states {
		m.table[s] = make([]State, len(events))
		for e := range events {
			m.table[s][e] = m.ask(states[s], events[e])
		}
	}
	return m
}

func (m *Machine) mustKnow(names []string, n string) {
	if !slices.Contains(names, n) {
		panic(fmt.Sprintf("machine %s: %q is declared in a transition but not named", m.Name, n))
	}
}

// ask lets the fsm itself answer where an event leads.
func (m *Machine) ask(state, event string) State {
	f := m.FSM(nil)
	f.SetState(state)
	err := f.Event(context.Background(), event)
	var loop fsm.NoTransitionError // a self-loop is a success to us
	if err != nil && !errors.As(err, &loop) {
		return none
	}
	return State(slices.Index(m.States, f.Current()))
}

// FSM returns a fresh looplab/fsm machine in the initial state, for stepping
// and inspection. Callbacks may be nil.
func (m *Machine) FSM(callbacks fsm.Callbacks) *fsm.FSM {
	return fsm.NewFSM(m.States[0], m.desc, callbacks)
}

// Next returns where event e leads from state s, and whether it may happen.
func (m *Machine) Next(s State, e Event) (State, bool) {
	to := m.table[s][e]
	return to, to != none
}

// Step moves *s by event e. A transition that the machine does not have is an
// error of the program: it panics.
func (m *Machine) Step(s *State, e Event) {
	to := m.table[*s][e]
	if to == none {
		panic(fmt.Sprintf("machine %s: no %q from %q", m.Name, m.Events[e], m.States[*s]))
	}
	*s = to
}

// Final reports whether no event leads out of s.
func (m *Machine) Final(s State) bool {
	return !slices.ContainsFunc(m.table[s], func(to State) bool { return to != none })
}
