package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/odd"
)

func (a *app) oddCommand() *cobra.Command {
	var output string
	var force bool
	c := &cobra.Command{
		Use:   a.say("odd [ESCENARIO]", "odd [SCENARIO]"),
		Short: a.say("La descripción del modelo (protocolo ODD), o lo que un escenario le añade", "The description of the model (ODD protocol), or what a scenario adds to it"),
		Long: a.say(`Sin argumento, escribe la descripción completa del modelo según el protocolo ODD
(Grimm et al. 2020): propósito, entidades, procesos, conceptos de diseño,
inicialización, datos de entrada y submodelos, con sus fórmulas, todos los
parámetros con su fuente, las decisiones que son nuestras y lo que queda fuera.

Con un escenario, de la biblioteca o de un archivo, escribe su adenda: pregunta y
fuente, lo que cambia frente al que extiende (valor anterior y nuevo, unidad y
procedencia), diseños con sus palancas, los valores que no son los del registro,
valores iniciales, datos de entrada con sus fuentes y la huella del contenido, para
el apéndice de un artículo.

El resultado es Markdown; --lang es o en elige la lengua.`,
			`Without an argument, writes the complete description of the model by the ODD
protocol (Grimm et al. 2020): purpose, entities, processes, design concepts,
initialization, input data and submodels with their formulas, every parameter with
its source, the decisions that are ours and what is left out.

With a scenario, of the library or of a file, writes its addendum: question and
source, what it changes in the one it extends (old and new value, unit and
provenance), designs with their levers, the values that are not the registry's,
initial values, input data with their sources and the content hash, for the
appendix of an article.

The result is Markdown; --lang es or en chooses the language.`),
		Example: a.say("  cumbre odd -o modelo.md\n  cumbre odd weak-link-presidency\n  cumbre odd weak-link-presidency --lang en | pandoc -o addendum.pdf",
			"  cumbre odd -o model.md\n  cumbre odd weak-link-presidency\n  cumbre odd weak-link-presidency --lang es | pandoc -o adenda.pdf"),
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.odd(args, output, force) },
	}
	c.Flags().StringVarP(&output, "output", "o", "", a.say("archivo que escribir (por omisión, la salida estándar)", "file to write (default: standard output)"))
	c.Flags().BoolVar(&force, "force", false, a.say("sobrescribe el archivo", "overwrites the file"))
	return c
}

// odd is `cumbre odd`. All mistakes, of the scenario and of the flags, are one error.
func (a *app) odd(args []string, output string, force bool) error {
	var wrong mistakes
	a.checkNew(output, force, &wrong)
	text, err := a.oddText(args)
	if err := errors.Join(err, wrong.err()); err != nil {
		return err
	}
	if output != "" {
		return a.writeNew(output, text)
	}
	_, err = io.WriteString(a.stdout, text)
	return failed(err)
}

func (a *app) oddText(args []string) (string, error) {
	if len(args) == 0 {
		return odd.Document(a.lang), nil
	}
	s, err := odd.Read(strings.Join(args, ""), a.readScenario)
	if err != nil {
		return "", err
	}
	return odd.Addendum(s, a.lang, currentVersion().Version), nil
}

// checkNew refuses a file that exists, unless force accepts it.
func (a *app) checkNew(output string, force bool, wrong *mistakes) {
	if _, err := os.Stat(output); output != "" && !force && !errors.Is(err, fs.ErrNotExist) {
		wrong.add(a.say("-o %s: ya existe; elija otro nombre o añada --force", "-o %s: it exists; choose another name or add --force"), output)
	}
}
