package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"cumbre/model"
	"cumbre/model/compare"
)

// defaultReplications keeps `cumbre compare` with its three designs under ten
// seconds on two cores, and the interval of the throughput difference narrow
// enough to tell the designs apart.
const defaultReplications = 200

// defaultSeed makes runs without --seed agree with each other.
const defaultSeed = 1

// level is the confidence level of every interval the program prints.
const level = 0.95

// runFlags are the flags of commands that run replications.
type runFlags struct {
	specFlags
	replications int
	seed         uint64
	workers      int
	quiet        bool
}

func (f *runFlags) register(a *app, flags *pflag.FlagSet) {
	flags.IntVarP(&f.replications, "replications", "n", defaultReplications, a.say("réplicas de cada diseño", "replications of each design"))
	flags.Uint64Var(&f.seed, "seed", defaultSeed, a.say("semilla: la misma da los mismos resultados, hasta el último bit", "seed: the same one gives the same results, to the last bit"))
	flags.IntVar(&f.workers, "workers", 0, a.say("réplicas a la vez; no cambia los resultados (por omisión, una por procesador)", "replications at once; does not change the results (default: one per processor)"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("sin barra de progreso", "no progress bar"))
	f.specFlags.register(a, flags)
}

// check adds what is wrong with the numbers.
func (f *runFlags) check(a *app, wrong *mistakes) {
	if f.replications < 1 {
		wrong.add(a.say("-n %d: hace falta al menos una réplica", "-n %d: it takes at least one replication"), f.replications)
	}
	if f.workers < 0 {
		wrong.add(a.say("--workers %d: no puede ser negativo", "--workers %d: must not be negative"), f.workers)
	}
}

// compareFlags are the flags of `cumbre compare`.
type compareFlags struct {
	runFlags
	designs []string
	json    bool
	folder  string
	force   bool
}

func (a *app) compareCommand() *cobra.Command {
	var f compareFlags
	c := &cobra.Command{
		Use:   a.say("compare [ESCENARIO]", "compare [SCENARIO]"),
		Short: a.say("Compara diseños institucionales con los mismos números aleatorios", "Compares institutional designs on the same random numbers"),
		Long:  a.say(compareLongES, compareLongEN),
		Example: a.say(`  cumbre compare                                  la Alianza, los tres diseños
  cumbre compare weak-link-presidency -n 500      otro escenario de la biblioteca
  cumbre compare mi-escenario.yaml -o resultados  uno propio; informe y datos
  cumbre compare --designs light,hybrid           dos diseños; el primero es la base
  cumbre compare --set officials_per_ministry=8   con otro valor de un parámetro
  cumbre compare --without friction,patience      con dos mecanismos apagados`,
			`  cumbre compare                                  the Alliance, the three designs
  cumbre compare weak-link-presidency -n 500      another scenario of the library
  cumbre compare my-scenario.yaml -o results      one's own; report and data
  cumbre compare --designs light,hybrid           two designs; the first is the baseline
  cumbre compare --set officials_per_ministry=8   with another value of a parameter
  cumbre compare --without friction,patience      with two mechanisms switched off`),
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.compare(args, f) },
	}
	f.register(a, c.Flags())
	c.Flags().StringSliceVar(&f.designs, "designs", nil, a.say("diseños, separados por comas; el primero es la base (por omisión, los del escenario)", "designs, separated by commas; the first is the baseline (default: the scenario's)"))
	c.Flags().BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON en vez de la tabla", "prints one JSON object instead of the table"))
	c.Flags().StringVarP(&f.folder, "output", "o", "", a.say("escribe también informe y datos en esta carpeta", "also writes report and data to this folder"))
	c.Flags().BoolVar(&f.force, "force", false, a.say("escribe en la carpeta aunque haya en ella otras cosas", "writes to the folder even if it holds other things"))
	return c
}

const compareLongES = `Corre todos los diseños del escenario con los mismos números aleatorios e
imprime, por medida, la media de cada diseño con su intervalo del 95 %, la
diferencia pareada con el primero, cuáles diferencias son reales tras corregir
por el número de comparaciones (Holm 1979), y qué se sigue de todo ello.

ESCENARIO es un nombre de la biblioteca (cumbre scenario list), un archivo .yaml o -,
la entrada estándar. Las notas sobre lo que tal vez no haga lo que se espera de él
salen por la salida de errores.

--json imprime un solo objeto, con las claves en este orden: scenario, seed,
replications, digest, designs (lista de name; metrics: nombre -> mean, low, high,
unit; vetoes: órgano -> miembro -> media por réplica; dimensions: dimensión ->
depth, effective, bargained, vetoes, cada uno como una medida: profundidad de las
normas y la efectiva al final, la cedida en la negociación y los vetos),
differences (lista de design, baseline, metric, mean, low, high, adjusted_p),
between (igual, de cada par de diseños sin la base, con su propia corrección),
interval (level y kind: pointwise, pues cada intervalo vale por sí
solo, no todos a la vez), correction (method y families: lista de family,
comparisons, metrics; adjusted_p se corrige por las comparaciones de todos los
diseños en las medidas de su familia: main, las de la tabla, y other, las demás),
robust (la orden que lo calcula y registros como los de cumbre robust --json) e interrupted (true) si no terminó. Lo que no está definido es null.

-o CARPETA escribe report.html, runs.csv, years.csv, scenario.yaml, manifest.json,
README.txt y figures/*.svg. Ctrl-C termina la réplica en curso, imprime lo que hay, dice cómo
obtener el resto y sale con 1; los resultados que la carpeta tenga se conservan.`

const compareLongEN = `Runs all designs of the scenario on the same random numbers and prints, for each
measure, every design's mean with its 95% interval, the paired difference to the
first design, which differences are real once corrected for the number of
comparisons (Holm 1979), and what follows from it all.

SCENARIO is a name of the library (cumbre scenario list), a .yaml file or -, standard
input. Notes on what may not do what is expected of it go to standard error.

--json prints one object, its keys in this order: scenario, seed, replications,
digest, designs (list of name; metrics: name -> mean, low, high, unit; vetoes:
body -> member -> mean per replication; dimensions: dimension -> depth, effective,
bargained, vetoes, each like a metric: depth of norms and effective depth at the
end, depth bargained away, and vetoes),
differences (list of design, baseline, metric, mean, low, high, adjusted_p),
between (the same, of every pair of designs without the baseline, corrected apart),
interval (level and kind: pointwise, as each interval holds on its own, not all
at once), correction (method and families: list of family, comparisons, metrics;
adjusted_p is corrected for the comparisons of all designs on the metrics of its
family: main, those of the table, and other, the rest), robust (command; records,
as of cumbre robust --json) and interrupted (true) if it did not finish. What is undefined is null.

-o FOLDER writes report.html, runs.csv, years.csv, scenario.yaml, manifest.json,
README.txt and figures/*.svg. Ctrl-C finishes the replication in hand, prints what there is,
says how to get the rest and exits with 1; results that the folder holds stay.`

// atMostOne accepts one argument or none.
func (a *app) atMostOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return fmt.Errorf(a.say("sólo cabe un %s; sobra: %s", "there can be only one %s; too many: %s"), what, strings.Join(args[1:], " "))
		}
		return nil
	}
}

// compare is `cumbre compare`. Nothing is run or written before all input has
// been found right.
func (a *app) compare(args []string, f compareFlags) error {
	var wrong mistakes
	f.check(a, &wrong)
	if f.folder != "" {
		if err := a.checkFolder(f.folder, f.force); err != nil {
			wrong.add("%v", err)
		}
	}
	spec, chosen, err := a.load(args, f.specFlags, f.designs, wrong)
	if err != nil {
		return err
	}
	c, out, err := a.replicate(spec, chosen, f)
	if err != nil {
		return err
	}
	defer out.discard()
	keep := c.Interrupted && out.replaces()
	if !keep {
		if err := out.finish(c); err != nil {
			return failed(err)
		}
	}
	if err := a.print(c, f.json); err != nil {
		return failed(err)
	}
	if keep {
		a.note("%s conserva sus resultados anteriores", "%s keeps its earlier results", f.folder)
	} else if f.folder != "" {
		a.note("informe y datos en %s", "report and data in %s", f.folder)
	}
	return a.closing(c, f.runFlags)
}

// replicate runs the comparison, streaming its runs to the folder if there is
// one. The caller must finish or discard the folder.
func (a *app) replicate(spec *model.Spec, chosen []int, f compareFlags) (*compare.Comparison, *folder, error) {
	out, err := a.openFolder(f.folder, spec, chosen, f.seed)
	if err != nil {
		return nil, nil, a.cannotWrite(f.folder, err)
	}
	c, err := a.simulate(spec, f.runFlags, compare.Options{Designs: chosen, Each: out.each()})
	if err != nil {
		out.discard()
		return nil, nil, failed(err)
	}
	return c, out, nil
}

// simulate runs replications with progress on standard error until they are
// done or the user interrupts. A second interrupt ends the program at once.
func (a *app) simulate(spec *model.Spec, f runFlags, o compare.Options) (*compare.Comparison, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	bar := a.progress(f.replications, f.quiet)
	defer bar.done()
	o.Replications, o.Seed, o.Workers, o.Level, o.Progress = f.replications, f.seed, f.workers, level, bar.step
	return a.run(ctx, spec, o)
}

func (a *app) print(c *compare.Comparison, asJSON bool) error {
	if asJSON {
		return writeJSON(a.stdout, c, a.robustAnswer(c))
	}
	return a.writeTable(a.stdout, c)
}

// closing says after an interruption how to get the rest.
func (a *app) closing(c *compare.Comparison, f runFlags) error {
	if !c.Interrupted {
		return nil
	}
	a.note("interrumpido con %d de %d réplicas; para tenerlas todas: %s", "interrupted with %d of %d replications; to get them all: %s",
		c.Replications, f.replications, a.commandLine())
	return failed(errInterrupted)
}

// commandLine is the invocation as one can type it again.
func (a *app) commandLine() string {
	words := []string{"cumbre"}
	for _, arg := range a.args {
		words = append(words, quote(arg))
	}
	return strings.Join(words, " ")
}

// quote writes an argument so that a POSIX shell reads it as one word.
func quote(arg string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./=,:@%+", r)
	}
	if arg != "" && strings.IndexFunc(arg, func(r rune) bool { return !plain(r) }) < 0 {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}
