package machine

import (
	"fmt"
	"slices"
	"strings"

	"github.com/looplab/fsm"
)

// Labels say how a diagram calls states and events, given their names; a nil
// function leaves the names. A label has no quotation marks, and two events that
// leave one state have different ones.
type Labels struct{ State, Event func(name string) string }

// Diagram draws the machine as text: format "mermaid" or "dot". States keep their
// names as identifiers, whatever their labels.
func (m *Machine) Diagram(format string, l Labels) (string, error) {
	f := fsm.NewFSM(m.States[0], m.relabelled(l.Event), nil)
	switch format {
	case "mermaid":
		text, err := fsm.VisualizeForMermaidWithGraphType(f, fsm.StateDiagram)
		head, arrows, _ := strings.Cut(text, "\n")
		return head + "\n" + m.stateLabels(l.State, "    state \"%[2]s\" as %[1]s\n") + arrows, err
	case "dot":
		text, end := strings.CutSuffix(fsm.Visualize(f), "}\n")
		if !end {
			return "", fmt.Errorf("machine %s: the graph does not end in a brace", m.Name)
		}
		return text + m.stateLabels(l.State, "    \"%[1]s\" [ label = \"%[2]s\" ];\n") + "}\n", nil
	}
	return "", fmt.Errorf("no diagram format %q: use mermaid or dot", format)
}

// relabelled is the declaration with the labels of events in place of names.
func (m *Machine) relabelled(label func(string) string) fsm.Events {
	desc := slices.Clone(m.desc)
	for i := range desc {
		if label != nil {
			desc[i].Name = label(desc[i].Name)
		}
	}
	return desc
}

// stateLabels writes a line for each state, its name and its label.
func (m *Machine) stateLabels(label func(string) string, line string) string {
	if label == nil {
		return ""
	}
	var b strings.Builder
	for _, name := range m.States {
		fmt.Fprintf(&b, line, name, label(name))
	}
	return b.String()
}
