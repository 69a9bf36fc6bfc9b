package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// The exit codes, stable for scripts.
const (
	exitDone   = 0
	exitFailed = 1 // the run failed or was interrupted
	exitInput  = 2 // the user's input is wrong
)

// Main runs the command line args, without the program's name, and returns the
// exit code: 0 done, 1 the run failed or was interrupted, 2 the input is wrong.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{
		args: args, stdin: stdin, stdout: stdout, stderr: stderr,
		tongue: pickLanguage(args, os.Getenv), page: pageOf(stdout, os.Getenv),
		run: compare.Run,
	}
	return a.main()
}

// app is one invocation of the program.
type app struct {
	args           []string
	stdin          io.Reader
	input          *[]byte // what standard input held, once read
	stdout, stderr io.Writer
	tongue
	page   layout.Page
	run    runFunc
	worlds worldsFunc       // nil: robust.Run
	newRun study.NewRunFunc // of sweeps; nil: the model

	histories ensembleFunc // history.Run or a test's stand-in for it; nil means the former
}

// runFunc is compare.Run or a test's stand-in for it.
type runFunc func(context.Context, *model.Spec, compare.Options) (*compare.Comparison, error)

func (a *app) main() int {
	a.stdout = safeWriter{a.stdout}
	root := a.root()
	root.SetArgs(a.args)
	err := a.noSuchPath(root)
	if err == nil {
		err = root.Execute()
	}
	if err == nil {
		return exitDone
	}
	var failed *failure
	if errors.As(err, &failed) {
		if !errors.Is(err, errInterrupted) {
			a.complain(failed.err)
		}
		return exitFailed
	}
	a.complain(err)
	return exitInput
}

// failure is an error that is not the user's: the run's, the disk's.
type failure struct{ err error }

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// failed marks err, if any, as no fault of the input.
func failed(err error) error {
	if err == nil {
		return nil
	}
	return &failure{err}
}

// errInterrupted ends a run that has said itself that it was interrupted.
var errInterrupted = errors.New("interrupted")

// mistakes are all things wrong with an invocation at once.
type mistakes []string

func (m mistakes) Error() string { return strings.Join(m, "\n") }

func (m *mistakes) add(format string, args ...any) { *m = append(*m, fmt.Sprintf(format, args...)) }

// err returns the mistakes as an error, nil if there are none.
func (m mistakes) err() error {
	if len(m) == 0 {
		return nil
	}
	return m
}

// complain writes an error to standard error. Problems of a scenario name their
// place and show the line; the program's name before them would only push the
// place out of the first column, where editors look for it.
func (a *app) complain(err error) {
	var problems scenarios.Problems
	if errors.As(err, &problems) {
		fmt.Fprintln(safeWriter{a.stderr}, problems.In(a.lang))
		var flags mistakes
		if !errors.As(err, &flags) {
			return
		}
		err = flags
	}
	for line := range strings.SplitSeq(a.understandable(err), "\n") {
		fmt.Fprintln(safeWriter{a.stderr}, "cumbre: "+line)
	}
}

// note tells the user something that is neither result nor error.
func (a *app) note(es, en string, args ...any) {
	fmt.Fprintln(safeWriter{a.stderr}, "cumbre: "+fmt.Sprintf(a.say(es, en), args...))
}

// root is the command `cumbre` with all others below it.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: "cumbre",
		Short: a.say("Simula la Alianza del Pacífico y compara diseños institucionales",
			"Simulates the Pacific Alliance and compares institutional designs"),
		Long: a.say(`Cumbre simula una institución intergubernamental, la Alianza del Pacífico si no
se le dice otra cosa, mandato por mandato y veto por veto, y compara diseños
institucionales con los mismos números aleatorios.

ESCENARIO es siempre un nombre de la biblioteca (cumbre scenario list), un archivo
.yaml o -, que lee el escenario de la entrada estándar.

Códigos de salida: 0 hecho, 1 la corrida falló o se interrumpió, 2 la entrada
está mal. Por la salida estándar sólo sale el resultado.`,
			`Cumbre simulates an intergovernmental institution, the Pacific Alliance unless
told otherwise, mandate by mandate and veto by veto, and compares institutional
designs on the same random numbers.

SCENARIO is always a name of the library (cumbre scenario list), a .yaml file or -,
which reads the scenario from standard input.

Exit codes: 0 done, 1 the run failed or was interrupted, 2 the input is wrong.
Nothing but the result goes to standard output.`),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noSuchCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(a.flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("lang", a.lang, a.say("idioma de textos y números: es o en (por omisión, el del entorno)", "language of texts and numbers: es or en (default: the environment's)"))
	root.PersistentFlags().Lookup("lang").DefValue = "" // its text says where it comes from
	root.PersistentPreRunE = a.checkFlags
	root.AddCommand(a.compareCommand(), a.robustCommand(), a.runCommand(), a.replayCommand(), a.predictCommand(), a.scoreCommand(), a.calibrateCommand(), a.sweepCommand(), a.mergeCommand(), a.statusCommand(), a.submitCommand(), a.analyzeCommand(), a.explainCommand(), a.diagramCommand(), a.scenarioCommand(), a.paramsCommand(), a.oddCommand(), a.versionCommand())
	a.translate(root)
	return root
}

// noSuchPath refuses commands that do not exist before cobra sees them: it
// answers --help first, with the help of whatever stands above.
func (a *app) noSuchPath(root *cobra.Command) error {
	cmd, rest, err := root.Find(a.args)
	if err != nil || !cmd.HasSubCommands() || cmd.ParseFlags(rest) != nil {
		return nil // a matter for Execute
	}
	return a.noSuchCommand(cmd, cmd.Flags().Args())
}

// noSuchCommand refuses arguments that are no command, naming the nearest.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	return errors.New(a.unknown(a.say("orden", "command"), args[0], names))
}

// unknown says that there is no such thing, and which was probably meant.
func (a *app) unknown(kind, name string, among []string) string {
	s := fmt.Sprintf(a.say("%s que no existe: `%s`", "unknown %s `%s`"), kind, name)
	if near, ok := scenarios.Suggest(name, among); ok {
		return s + fmt.Sprintf(a.say(": ¿quiso decir `%s`?", ": did you mean `%s`?"), near)
	}
	if len(among) <= 12 {
		return s + fmt.Sprintf(a.say(" (hay: %s)", " (there are: %s)"), strings.Join(among, ", "))
	}
	return s
}
