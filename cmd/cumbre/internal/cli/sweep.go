package cli

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// sweepFlags are the flags of `cumbre sweep`.
type sweepFlags struct {
	folder  string
	workers int
	shard   string
	only    int64
	dryRun  bool
	restart bool
	csv     bool
	schema  bool
	quiet   bool
}

func (a *app) sweepCommand() *cobra.Command {
	var f sweepFlags
	c := &cobra.Command{
		Use:   a.say("sweep ESTUDIO", "sweep STUDY"),
		Short: a.say("Corre un estudio: muchos puntos, diseños y réplicas, sin perder nada", "Runs a study: many points, designs and replications, losing nothing"),
		Long:  a.say(sweepLongES, sweepLongEN),
		Example: a.say(`  cumbre sweep estudio.yaml --dry-run          qué correría, cuánto tarda y ocupa
  cumbre sweep estudio.yaml -o resultados      corre lo que falte; la misma orden continúa
  cumbre sweep estudio.yaml -o r --shard 2/8   la segunda de ocho partes; luego cumbre merge r
  cumbre sweep resultados/study.yaml --only 17 repite una corrida
  cumbre sweep --schema > estudio.json         para que el editor complete`,
			`  cumbre sweep study.yaml --dry-run            what it would run, how long, how large
  cumbre sweep study.yaml -o results           runs what is missing; the same command goes on
  cumbre sweep study.yaml -o r --shard 2/8     the second of eight shares; then cumbre merge r
  cumbre sweep results/study.yaml --only 17    repeats one run
  cumbre sweep --schema > study.json           so that your editor completes`),
		Args: a.atMostOne(a.say("estudio", "study")),
		RunE: func(c *cobra.Command, args []string) error { return a.sweep(c, args, f) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.folder, "output", "o", "", a.say("carpeta de los resultados; el estudio que se interrumpió continúa ahí", "folder of the results; a study that was stopped goes on there"))
	flags.IntVar(&f.workers, "workers", 0, a.say("corridas a la vez; no cambia los resultados (por omisión, una por procesador)", "runs at once; does not change the results (default: one per processor)"))
	flags.StringVar(&f.shard, "shard", "", a.say("corre sólo una parte, como 2/8: la segunda de ocho; auto/8, la que dicen Slurm, Kubernetes o CUMBRE_SHARD", "runs one share only, as 2/8: the second of eight; auto/8: the one that Slurm, Kubernetes or CUMBRE_SHARD tells"))
	flags.Int64Var(&f.only, "only", 0, a.say("corre sólo la corrida de ese número y la imprime", "runs the run of that number only and prints it"))
	flags.BoolVar(&f.dryRun, "dry-run", false, a.say("no escribe nada: dice puntos, corridas, tiempo y disco; con -o, qué hay ya ahí", "writes nothing: tells points, runs, time and disk; with -o, what is there already"))
	flags.BoolVar(&f.restart, "restart", false, a.say("si la carpeta es de otro estudio o versión, borra sus resultados y empieza de nuevo", "if the folder is of another study or version, deletes its results and begins anew"))
	flags.BoolVar(&f.csv, "csv", false, a.say("escribe las tablas también como CSV", "writes the tables as CSV too"))
	flags.BoolVar(&f.schema, "schema", false, a.say("imprime el JSON Schema de los estudios, para el editor", "prints the JSON Schema of studies, for editors"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("sin progreso", "no progress"))
	c.PreRunE = a.exclusive([]string{"only", "dry-run", "schema"}, []string{"only schema", "output"}, []string{"only", "shard"})
	return c
}

const sweepLongES = `Corre un estudio: todos los diseños que compara, en todos sus puntos, con los mismos
números aleatorios. El archivo dice qué se varía:

  study: ¿Cuándo convienen los sherpas?
  scenario: pacific-alliance
  compare: [light, sherpa, secretariat]
  sweep:
    officials_per_ministry: 2..10/2
    mandates_per_summit: [20, 40, 60, 80]
  replications: 100

Se varía cualquier parámetro (cumbre params), también MIEMBRO.parámetro,
diseño.parámetro y parámetro@evento. En vez de replications: until: diff(throughput)
±5% con cap: 500, réplicas hasta conocer las diferencias. En vez de sweep, o además:
sample: {method: latin_hypercube, points: 200, parameters: …}, o method: sobol. En vez
de ambos, para saber qué parámetros importan: sensitivity: {method: morris,
trajectories: 20, parameters: assumptions}, o {method: sobol, base_points: 256, …}.
cumbre analyze dice qué muestran las corridas.

Las corridas van por réplicas: una de cada punto, luego la siguiente; lo que haya es
siempre un estudio más pequeño. Se escriben por partes, que aparecen enteras: un corte
pierde a lo sumo la parte que se escribía, y la misma orden continúa. Más réplicas sólo
agregan. Otro estudio, escenario o versión se rechaza, salvo con --restart.

Una corrida que falla es una fila con su error y la orden que la repite; las demás
siguen, y la orden, hecho todo, sale con 1. Al final la carpeta tiene runs.parquet,
years.parquet, manifest.json y README.txt, los mismos hasta el último byte que los de una
corrida seguida con un solo procesador. Ctrl-C termina las corridas en curso, las guarda,
dice cómo seguir y sale con 1.`

const sweepLongEN = `Runs a study: all designs it compares, at all its points, on the same random numbers.
The file says what is varied:

  study: When do sherpas pay?
  scenario: pacific-alliance
  compare: [light, sherpa, secretariat]
  sweep:
    officials_per_ministry: 2..10/2
    mandates_per_summit: [20, 40, 60, 80]
  replications: 100

Any parameter can be varied (cumbre params), MEMBER.parameter, design.parameter and
parameter@event too. Instead of replications: until: diff(throughput) ±5% with cap: 500,
replications until the differences are known. Instead of sweep, or with it: sample:
{method: latin_hypercube, points: 200, parameters: …}, or method: sobol. Instead of both,
to learn which parameters matter: sensitivity: {method: morris, trajectories: 20,
parameters: assumptions}, or {method: sobol, base_points: 256, …}. cumbre analyze says
what the runs show.

Runs go by replication: one of every point, then the next; what there is is always a
smaller study. They are written in parts, which appear whole: a cut loses at most the part
being written, and the same command goes on. More replications only append. Another
study, scenario or version is refused, but for --restart.

A run that fails is a row with its error and the command that repeats it; the others go
on, and the command, all done, exits with 1. In the end the folder holds runs.parquet,
years.parquet, manifest.json and README.txt, the same to the last byte as of one
uninterrupted run on one processor. Ctrl-C finishes the runs in hand, keeps them, says how
to go on and exits with 1.`

// sweep is `cumbre sweep`. Nothing is run or written before all input is right.
func (a *app) sweep(c *cobra.Command, args []string, f sweepFlags) error {
	if f.schema {
		schema, err := scenarios.StudySchema()
		if err == nil {
			_, err = a.stdout.Write(schema)
		}
		return failed(err)
	}
	var wrong mistakes
	only := c.Flags().Changed("only")
	shard := a.shard(f.shard, &wrong)
	if f.workers < 0 {
		wrong.add(a.say("--workers %d: no puede ser negativo", "--workers %d: must not be negative"), f.workers)
	}
	if f.folder == "" && !only && !f.dryRun {
		wrong.add("%s", a.say("falta -o CARPETA, donde guardar los resultados", "-o FOLDER is missing, to keep the results in"))
	}
	if len(args) == 0 {
		wrong.add("%s", a.say("falta el archivo del estudio", "want a study file"))
		return wrong
	}
	s, err := scenarios.Study(args[0], readFile)
	if s != nil && only {
		if total := s.Cells(s.Points().N()) * int64(len(s.Designs)); f.only < 0 || f.only >= total {
			wrong.add(a.say("--only %d: las corridas van de 0 a %d", "--only %d: runs go from 0 to %d"), f.only, total-1)
		}
	}
	if s != nil && f.folder != "" {
		if err := a.checkSweep(f.folder, s, f.restart); err != nil {
			wrong.add("%v", err)
		}
	}
	if err := errors.Join(err, wrong.err()); err != nil {
		return err
	}
	a.warnOverruled(s)
	switch {
	case only:
		return a.onlyRun(s, f.only)
	case f.dryRun:
		return a.dryRun(s, f)
	}
	return a.sweepInto(sweep.Open(f.folder, s, programVersion()), f, shard)
}

// programVersion is what results must agree in to be put together.
func programVersion() string { return currentVersion().identity() }

// checkSweep says why a folder cannot take a study.
func (a *app) checkSweep(folder string, s *study.Study, restart bool) error {
	err := sweep.Check(folder, s, programVersion())
	var changed *sweep.ChangedError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &changed) && restart:
		return nil
	case errors.As(err, &changed):
		return errors.New(a.changed("-o "+folder, changed) + "\n" +
			a.say("elija otra carpeta, o --restart para borrar esos resultados y empezar de nuevo", "choose another folder, or --restart to delete those results and begin anew"))
	case errors.Is(err, sweep.ErrForeign):
		return fmt.Errorf(a.say("-o %s: la carpeta tiene otras cosas; elija otra", "-o %s: the folder holds other things; choose another"), folder)
	}
	return fmt.Errorf(a.say("-o %s: no es una carpeta que se pueda leer: %s", "-o %s: not a readable folder: %s"), folder, scenarios.Reason(err).In(a.lang))
}

// changed says in what a folder is of another study, a line a difference.
func (a *app) changed(what string, e *sweep.ChangedError) string {
	lines := []string{fmt.Sprintf(a.say("%s: tiene los resultados de otro estudio:", "%s: it holds the results of another study:"), what)}
	for _, c := range e.Changes {
		lines = append(lines, fmt.Sprintf(a.say("  %s: era %s, ahora %s", "  %s: was %s, now %s"), c.What.In(a.lang), c.Old, c.New))
	}
	return strings.Join(lines, "\n")
}

// warnOverruled tells of scenario parameters that some designs set themselves, a line for
// each set of designs.
func (a *app) warnOverruled(s *study.Study) {
	var order []string
	factors := map[string][]string{}
	for _, factor := range s.Factors() {
		by := strings.Join(s.Overruled(factor), ", ")
		if by != "" && factors[by] == nil {
			order = append(order, by)
		}
		factors[by] = append(factors[by], factor.Name())
	}
	for _, by := range order {
		a.note("en %s nada cambia al variar %s: lo fija el diseño", "in %s nothing changes with %s: the design sets it itself", by, strings.Join(factors[by], ", "))
	}
}

// onlyRun runs one run and prints it; a run that fails says why, with the place in the
// code.
func (a *app) onlyRun(s *study.Study, number int64) error {
	designs := int64(len(s.Designs))
	run := s.Points().NewWorker(a.runs()).Cell(number / designs)[number%designs]
	out := runJSON{Run: number, Scenario: s.Spec.Name, Point: run.Point, Replication: run.Replication, Design: s.DesignNames()[run.Design], Seed: s.Seed}
	for i, f := range s.Factors() {
		out.Factors.add(f.Name(), number64(run.Values[i]))
	}
	if run.Err == nil {
		out.fill(run.Result)
	} else {
		out.Error = run.Err.Error()
	}
	if err := encode(a.stdout, out); err != nil {
		return failed(err)
	}
	if run.Err != nil {
		return failed(errors.New(stackOf(run.Err)))
	}
	return nil
}

// number64 is a number of JSON output.
func number64(x float64) number { return number(x) }

// runs is the model, or a test's stand-in.
func (a *app) runs() study.NewRunFunc {
	if a.newRun != nil {
		return a.newRun
	}
	return study.Model
}

// share is a part of a whole in whole per cent.
func share(part, whole int64) int {
	if whole == 0 {
		return 100
	}
	return int(math.Floor(100 * float64(part) / float64(whole)))
}
