package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/machine"
)

// Every machine, state and event has a text in both languages, its own within
// the machine: two events of one text from one state would be one arrow.
func TestMachinesAreNamed(t *testing.T) {
	require.Len(t, machineTexts, len(Machines()))
	for _, m := range Machines() {
		requireTitle(t, MachineTitle(m))
		require.Len(t, machineTexts[m.Name].states, len(m.States))
		require.Len(t, machineTexts[m.Name].events, len(m.Events))
		requireNames(t, m, m.States, StateText)
		requireNames(t, m, m.Events, EventText)
	}
	require.Empty(t, StateText(MandateMachine, "polling"))
	require.Empty(t, EventText(DecisionMachine, "lapse"))
}

func requireNames(t *testing.T, m *machine.Machine, names []string, text func(*machine.Machine, string) Text) {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range names {
		label := text(m, name)
		requireTitle(t, label)
		require.NotEqual(t, name, label.ES, "%s %s", m.Name, name)
		for lang, said := range map[string]string{"es": label.ES, "en": label.EN} {
			require.False(t, seen[lang+said], "%s: %q twice", m.Name, said)
			seen[lang+said] = true
		}
	}
}

// A text has no sign that means something in Mermaid or DOT.
func requireTitle(t *testing.T, label Text) {
	t.Helper()
	require.Regexp(t, `^[a-zA-ZáéíóúñÁÉÍÓÚÑ]+([ -][a-zA-ZáéíóúñÁÉÍÓÚÑ]+)*$`, label.ES)
	require.Regexp(t, `^[a-zA-Z]+([ -][a-zA-Z]+)*$`, label.EN)
}
