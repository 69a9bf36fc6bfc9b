package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/scenarios"
)

// scenarioCommand is `cumbre scenario` with its five verbs.
func (a *app) scenarioCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "scenario",
		Short: a.say("Escenarios: la biblioteca, uno nuevo, comprobar uno", "Scenarios: the library, a new one, checking one"),
		Args:  a.noSuchCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(a.scenarioList(), a.scenarioShow(), a.scenarioNew(), a.scenarioCheck(), a.scenarioSchema())
	return c
}

func (a *app) scenarioList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: a.say("Los escenarios y diseños de la biblioteca", "The scenarios and designs of the library"),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			heading := layout.Column{Head: a.say("título", "title"), Words: true}
			library := layout.Table{Columns: []layout.Column{{Head: a.say("escenario", "scenario")}, heading,
				{Head: a.say("mandatos cumplidos por año, frente a su base", "mandates fulfilled per year, against its base"), Words: true, Width: 24}}}
			for _, s := range scenarios.List() {
				library.Texts(s.Name, s.Title.In(a.lang), a.shift(s.Name))
			}
			designs := layout.Table{Columns: []layout.Column{{Head: a.say("diseño", "design")}, heading}}
			for _, d := range scenarios.Designs() {
				designs.Texts(d.Name, title(d, a.lang))
			}
			_, err := io.WriteString(a.stdout, library.Set(a.page)+"\n"+designs.Set(a.page))
			return failed(err)
		},
	}
}

func scenarioNames() []string {
	var names []string
	for _, s := range scenarios.List() {
		names = append(names, s.Name)
	}
	return names
}

func (a *app) exactlyOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return fmt.Errorf(a.say("falta %s, y nada más", "want %s, and nothing else"), what)
		}
		return nil
	}
}

func (a *app) scenarioNew() *cobra.Command {
	var base, output string
	var force bool
	c := &cobra.Command{
		Use:     a.say("new [TÍTULO]", "new [TITLE]"),
		Short:   a.say("Un escenario nuevo para empezar a escribir", "A new scenario to start writing"),
		Example: a.say("  cumbre scenario new \"Presidencia débil\" -o debil.yaml", "  cumbre scenario new \"Weak presidency\" -o weak.yaml"),
		Args:    a.atMostOne(a.say("título (entre comillas)", "title (in quotes)")),
		RunE: func(_ *cobra.Command, args []string) error {
			heading := a.say("Mi escenario", "My scenario")
			if len(args) > 0 {
				heading = args[0]
			}
			var wrong mistakes
			if _, err := scenarios.Load(base, a.readScenario); err != nil {
				wrong.add("--extends: %s", a.unknown(a.say("escenario", "scenario"), base, scenarioNames()))
			}
			a.checkNew(output, force, &wrong)
			if err := wrong.err(); err != nil {
				return err
			}
			text := scenarios.Skeleton(heading, base, a.lang)
			if output != "" {
				return a.writeNew(output, text)
			}
			_, err := io.WriteString(a.stdout, text)
			return failed(err)
		},
	}
	c.Flags().StringVar(&base, "extends", scenarios.Default, a.say("escenario del que parte", "scenario to start from"))
	c.Flags().StringVarP(&output, "output", "o", "", a.say("archivo que escribir (por omisión, la salida estándar)", "file to write (default: standard output)"))
	c.Flags().BoolVar(&force, "force", false, a.say("sobrescribe el archivo", "overwrites the file"))
	return c
}

// writeNew writes a file that the user named. One that cannot be opened is the
// user's mistake; one that cannot be filled is a failure.
func (a *app) writeNew(path, text string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return fmt.Errorf(a.say("-o %s: no se puede escribir ahí: %s", "-o %s: cannot be written to: %s"), path, scenarios.Reason(err).In(a.lang))
	}
	_, err = io.WriteString(file, text)
	return failed(errors.Join(err, file.Close()))
}

func (a *app) scenarioSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: a.say("El JSON Schema de los escenarios, para el editor", "The JSON Schema of scenarios, for editors"),
		Args:  a.noArguments,
		RunE: func(*cobra.Command, []string) error {
			schema, err := scenarios.Schema()
			if err == nil {
				_, err = a.stdout.Write(schema)
			}
			return failed(err)
		},
	}
}
