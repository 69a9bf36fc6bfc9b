package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/scenarios"
)

func (a *app) scenarioShow() *cobra.Command {
	var design bool
	c := &cobra.Command{
		Use:   a.say("show NOMBRE", "show NAME"),
		Short: a.say("Un escenario o un diseño de la biblioteca: de dónde viene, qué mostró, su texto", "A scenario or design of the library: where it comes from, what it showed, its text"),
		Long: a.say(`Imprime el archivo de un escenario de la biblioteca, listo para guardarlo y cambiarlo.
Lo preceden, como comentario, su pregunta, su fuente y lo que mostró la última vez.
De un diseño imprime lo que se escribe en la lista designs de un escenario.`,
			`Prints the file of a scenario of the library, ready to be saved and changed. Ahead of
it, as a comment, stand its question, its source and what it showed when last run.
Of a design it prints what is written into a scenario's list designs.`),
		Example: "  cumbre scenario show weak-link-presidency\n  cumbre scenario show hybrid",
		Args:    a.exactlyOne(a.say("el nombre de un escenario o de un diseño", "the name of a scenario or design")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.show(args[0], design) },
	}
	c.Flags().BoolVar(&design, "design", false, a.say("el diseño, si hay un escenario del mismo nombre", "the design, if there is a scenario of the same name"))
	return c
}

// show is `cumbre scenario show`.
func (a *app) show(name string, design bool) error {
	file, noDesign := scenarios.DesignSource(name)
	if !design {
		text, err := scenarios.Source(name)
		switch {
		case err == nil && noDesign == nil:
			a.note("también hay un diseño `%[1]s`: cumbre scenario show --design %[1]s", "there is a design `%[1]s` too: cumbre scenario show --design %[1]s", name)
			fallthrough
		case err == nil:
			_, err = io.WriteString(a.stdout, a.showed(name)+"\n"+string(text))
			return failed(err)
		case noDesign != nil:
			return errors.New(a.unknown(a.say("escenario o diseño", "scenario or design"), name, append(scenarioNames(), libraryDesigns()...)))
		}
	}
	if noDesign != nil {
		return errors.New(a.unknown(a.say("diseño", "design"), name, libraryDesigns()))
	}
	_, err := io.WriteString(a.stdout, a.designComment(name)+"\n"+string(file))
	return failed(err)
}

// designComment says how a design is used.
func (a *app) designComment(name string) string {
	const mark = "# "
	var b strings.Builder
	for _, line := range a.page.Lines(fmt.Sprintf(a.say(
		"Un diseño de la biblioteca. Se compara con --designs %[1]s o en un escenario con `designs: [%[1]s]`; cambiado y con otro nombre, es un elemento de esa lista.",
		"A design of the library. To compare it: --designs %[1]s, or in a scenario `designs: [%[1]s]`; changed, and with another name, it is an item of that list."), name), len(mark)) {
		b.WriteString(mark + line + "\n")
	}
	return b.String()
}

func libraryDesigns() []string {
	var names []string
	for _, d := range scenarios.Designs() {
		names = append(names, d.Name)
	}
	return names
}
