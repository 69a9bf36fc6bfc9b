package machine_test

import (
	"context"
	"testing"

	"github.com/looplab/fsm"
	"github.com/stretchr/testify/require"

	"cumbre/model/machine"
)

const (
	shut machine.State = iota
	open
	broken
)

const (
	push machine.Event = iota
	pull
	kick
)

func door() *machine.Machine {
	return machine.Compile("door", []string{"shut", "open", "broken"}, []string{"push", "pull", "kick"}, fsm.Events{
		{Name: "push", Src: []string{"shut"}, Dst: "open"},
		{Name: "push", Src: []string{"open"}, Dst: "open"}, // a self-loop
		{Name: "pull", Src: []string{"open"}, Dst: "shut"},
		{Name: "kick", Src: []string{"shut", "open"}, Dst: "broken"},
	})
}

func TestNextFollowsTheDeclaration(t *testing.T) {
	m := door()
	for _, c := range []struct {
		from machine.State
		by   machine.Event
		to   machine.State
		ok   bool
	}{
		{shut, push, open, true}, {open, push, open, true}, {open, pull, shut, true},
		{shut, kick, broken, true}, {shut, pull, 0, false}, {broken, push, 0, false},
	} {
		to, ok := m.Next(c.from, c.by)
		require.Equal(t, c.ok, ok, "%v by %v", c.from, c.by)
		if ok {
			require.Equal(t, c.to, to)
		}
	}
	require.True(t, m.Final(broken))
	require.False(t, m.Final(open))
}

func TestStepPanicsOnATransitionThatDoesNotExist(t *testing.T) {
	m, s := door(), broken
	require.PanicsWithValue(t, `machine door: no "push" from "broken"`, func() { m.Step(&s, push) })
}

func TestCompileRefusesNamesItWasNotGiven(t *testing.T) {
	require.Panics(t, func() {
		machine.Compile("x", []string{"a"}, []string{"go"}, fsm.Events{{Name: "go", Src: []string{"a"}, Dst: "b"}})
	})
	require.Panics(t, func() {
		machine.Compile("x", []string{"a"}, nil, fsm.Events{{Name: "go", Src: []string{"a"}, Dst: "a"}})
	})
}

func TestDiagramDrawsEveryTransition(t *testing.T) {
	s, err := door().Diagram("mermaid", machine.Labels{})
	require.NoError(t, err)
	require.Contains(t, s, "shut --> open: push")
	s, err = door().Diagram("dot", machine.Labels{})
	require.NoError(t, err)
	require.Contains(t, s, `"open" -> "broken"`)
	_, err = door().Diagram("png", machine.Labels{})
	require.ErrorContains(t, err, "mermaid or dot")
}

func TestDiagramWithLabels(t *testing.T) {
	l := machine.Labels{State: func(s string) string { return "is " + s }, Event: func(e string) string { return "to " + e }}
	s, err := door().Diagram("mermaid", l)
	require.NoError(t, err)
	require.Equal(t, `stateDiagram-v2
    state "is shut" as shut
    state "is open" as open
    state "is broken" as broken
    [*] --> shut
    open --> broken: to kick
    open --> shut: to pull
    open --> open: to push
    shut --> broken: to kick
    shut --> open: to push
`, s)
	s, err = door().Diagram("dot", l)
	require.NoError(t, err)
	require.Contains(t, s, `    "open" -> "shut" [ label = "to pull" ];`)
	require.Regexp(t, `(?s)^digraph fsm \{\n.*\n    "broken" \[ label = "is broken" \];\n\}\n$`, s)
}

func BenchmarkTransition(b *testing.B) {
	m, s := door(), shut
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		m.Step(&s, push)
		m.Step(&s, pull)
	}
	if s != shut {
		b.Fatal("the door is not shut")
	}
}

func BenchmarkFSMEvent(b *testing.B) {
	f := door().FSM(nil)
	ctx := context.Background()
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		if f.Event(ctx, "push") != nil || f.Event(ctx, "pull") != nil {
			b.Fatal("the door does not move")
		}
	}
}
