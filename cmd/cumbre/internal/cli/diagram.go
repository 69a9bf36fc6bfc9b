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
	c := &cobra.Command{
		Use:   a.say("diagram [MÁQUINA]", "diagram [MACHINE]"),
		Short: a.say("Dibuja las máquinas de estados", "Draws the state machines"),
		Long: a.say(`Escribe el diagrama de una máquina de estados, o de todas: el mandato, la decisión,
la presidencia pro tempore, el gobierno y la secretaría.`,
			`Writes the diagram of one state machine, or of all: the mandate, the decision, the
presidency pro tempore, the government and the secretariat.`),
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
		text, err := m.Diagram(format)
		if err != nil {
			return failed(err)
		}
		if name == "" { // several documents: each says which it is
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			fmt.Fprintf(&b, "%s %s\n", comment, m.Name)
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
