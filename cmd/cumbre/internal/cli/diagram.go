package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/model"
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
	var err error
	for _, m := range model.Machines() {
		if name != "" && m.Name != name {
			continue
		}
		text, e := m.Diagram(format)
		_, e2 := fmt.Fprintln(a.stdout, strings.TrimRight(text, "\n"))
		err = errors.Join(err, e, e2)
	}
	return failed(err)
}
