package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/model"
	"cumbre/model/machine"
)

func (a *app) diagramCommand() *cobra.Command {
	var format string
	var machines strings.Builder
	for _, m := range model.Machines() {
		fmt.Fprintf(&machines, "\n  %-12s %s", m.Name, model.MachineTitle(m).In(a.lang))
	}
	c := &cobra.Command{
		Use:   a.say("diagram [MÁQUINA]", "diagram [MACHINE]"),
		Short: a.say("Dibuja las máquinas de estados", "Draws the state machines"),
		Long: a.say(`Escribe el diagrama de una máquina de estados, o de todas. En Mermaid y DOT los
estados conservan de identificador su nombre en los datos, que está en inglés.`,
			`Writes the diagram of one state machine, or of all. In Mermaid and DOT states keep
the name that they have in data as their identifier.`) + "\n" + machines.String(),
		Example: "  cumbre diagram mandate\n  cumbre diagram decision --format dot | dot -Tsvg > decision.svg",
		Args:    a.atMostOne(a.say("máquina", "machine")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.diagram(strings.Join(args, ""), format) },
	}
	c.Flags().StringVar(&format, "format", "mermaid", a.say("mermaid o dot", "mermaid or dot"))
	return c
}

// diagram is `cumbre diagram`; an empty name means every machine.
func (a *app) diagram(name, format string) error {
	var wrong mistakes
	var names []string
	for _, m := range model.Machines() {
		names = append(names, m.Name)
	}
	if name != "" && !slices.Contains(names, name) {
		wrong.add("%s", a.unknown(a.say("máquina", "machine"), name, names))
	}
	if formats := []string{"mermaid", "dot"}; !slices.Contains(formats, format) {
		wrong.add("--format: %s", a.unknown(a.say("formato", "format"), format, formats))
	}
	if err := wrong.err(); err != nil {
		return err
	}
	comment := map[string]string{"mermaid": "%%", "dot": "//"}[format]
	var b strings.Builder
	for _, m := range model.Machines() {
		if name != "" && m.Name != name {
			continue
		}
		text, err := m.Diagram(format, machine.Labels{
			State: func(name string) string { return model.StateText(m, name).In(a.lang) },
			Event: func(name string) string { return model.EventText(m, name).In(a.lang) },
		})
		if err != nil {
			return failed(err)
		}
		if name == "" { // several documents: each says which it is
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s %s: %s\n", comment, m.Name, model.MachineTitle(m).In(a.lang))
		}
		b.WriteString(strings.TrimRight(text, "\n") + "\n")
		if format == "mermaid" {
			b.WriteString(finalStates(m))
		}
	}
	_, err := io.WriteString(a.stdout, b.String())
	return failed(err)
}

// finalStates leads the states that nothing leaves to Mermaid's end, which the
// fsm library does not draw.
func finalStates(m *machine.Machine) string {
	var b strings.Builder
	for s, name := range m.States {
		if m.Final(machine.State(s)) {
			fmt.Fprintf(&b, "    %s --> [*]\n", name)
		}
	}
	return b.String()
}
