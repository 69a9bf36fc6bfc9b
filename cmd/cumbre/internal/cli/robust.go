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

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/robust"
)

// Defaults of `cumbre robust`. A thousand worlds know a share to three points; four
// replications are the fewest whose interval is of use.
const (
	defaultWorlds            = 1000
	defaultWorldReplications = 4
	maxWorlds                = 1_000_000 // some 1.5 GB
)

// robustFlags are the flags of `cumbre robust`.
type robustFlags struct {
	specFlags
	worlds, replications int
	seed                 uint64
	reach                float64
	keep, designs        []string
	workers              int
	quiet, json, force   bool
	folder               string
	accepted             string // "" draws from the ranges
	given                func(flag string) bool
}

// builtIn is what --accepted means without a file.
const builtIn = "built-in"

func (a *app) robustCommand() *cobra.Command {
	var f robustFlags
	c := &cobra.Command{
		Use:   a.say("robust [ESCENARIO]", "robust [SCENARIO]"),
		Short: a.say("Compara diseños en muchos mundos: todos los supuestos sorteados a la vez", "Compares designs in many worlds: all assumptions drawn at once"),
		Long:  a.say(robustLongES, robustLongEN),
		Example: a.say(`  cumbre robust                                     la Alianza, mil mundos; tarda minutos
  cumbre robust --reach 0.1                         cerca de los valores del escenario
  cumbre robust --accepted                          en los puntos que concuerdan con el registro
  cumbre robust --worlds 200 -n 2 --designs light,sherpa
  cumbre robust weak-link-presidency --keep ppt_capability --worlds 300 --reach 0.1
  cumbre robust mi-escenario.yaml -o robusto        uno propio; informe y datos`,
			`  cumbre robust                                     the Alliance, a thousand worlds; takes minutes
  cumbre robust --reach 0.1                         near the scenario's values
  cumbre robust --accepted                          over the points that agree with the record
  cumbre robust --worlds 200 -n 2 --designs light,sherpa
  cumbre robust weak-link-presidency --keep ppt_capability --worlds 300 --reach 0.1
  cumbre robust my-scenario.yaml -o robust          one's own; report and data`),
		Args: func(c *cobra.Command, args []string) error {
			asked := f // the file is taken out of the arguments below
			return a.atMostOne(a.say("escenario", "scenario"))(c, asked.scenario(args))
		},
		RunE: func(c *cobra.Command, args []string) error {
			f.given = c.Flags().Changed
			return a.robust(args, f)
		},
	}
	f.register(a, c.Flags())
	return c
}

func (f *robustFlags) register(a *app, flags *pflag.FlagSet) {
	flags.IntVar(&f.worlds, "worlds", defaultWorlds, a.say("mundos que sortear", "worlds to draw"))
	flags.IntVarP(&f.replications, "replications", "n", defaultWorldReplications, a.say("réplicas de cada diseño en cada mundo", "replications of each design in each world"))
	flags.Uint64Var(&f.seed, "seed", defaultSeed, a.say("semilla: la misma da los mismos resultados, hasta el último bit", "seed: the same one gives the same results, to the last bit"))
	flags.Float64Var(&f.reach, "reach", 1, a.say("hasta dónde sortear: 1 es todo el rango plausible; 0.1, la décima parte del camino del valor del escenario a sus extremos", "how far to draw: 1 is the whole plausible range; 0.1 a tenth of the way from the scenario's value to its ends"))
	flags.StringSliceVar(&f.keep, "keep", nil, a.say("supuestos que no se sortean, separados por comas: quedan como dice el escenario", "assumptions not to draw, separated by commas: they stay as the scenario says"))
	flags.StringVar(&f.accepted, "accepted", "", a.say("los mundos son los puntos de un conjunto aceptado de una calibración, CSV (sin archivo, el incluido), en vez de un sorteo", "the worlds are the points of a calibration's accepted set, CSV (without a file the one built in), instead of a draw"))
	flags.Lookup("accepted").NoOptDefVal = builtIn
	flags.StringSliceVar(&f.designs, "designs", nil, a.say("diseños, separados por comas; el primero es la base (por omisión, los del escenario)", "designs, separated by commas; the first is the baseline (default: the scenario's)"))
	flags.IntVar(&f.workers, "workers", 0, a.say("mundos a la vez; no cambia los resultados (por omisión, uno por procesador)", "worlds at once; does not change the results (default: one per processor)"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("sin barra de progreso", "no progress bar"))
	flags.BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON en vez de las tablas", "prints one JSON object instead of the tables"))
	flags.StringVarP(&f.folder, "output", "o", "", a.say("escribe también informe y datos en esta carpeta", "also writes report and data to this folder"))
	flags.BoolVar(&f.force, "force", false, a.say("escribe en la carpeta aunque haya en ella otras cosas", "writes to the folder even if it holds other things"))
	f.specFlags.register(a, flags)
}

const robustLongES = `Sortea a la vez todos los parámetros que son supuestos, cada uno en su rango
plausible (cumbre params; por hipercubo latino; cuando el rango abarca más de un
factor de 20, por órdenes de magnitud), corre todos los diseños en cada mundo con los mismos números
aleatorios y dice en qué proporción de los mundos va en cabeza cada diseño en
mandatos cumplidos, en su profundidad, en brecha de implementación y en costo por
mandato cumplido, con intervalos de Wilson; cuándo esa ventaja es mayor que su
propio azar; y qué parámetros deciden (Hornberger y Spear 1981).

Lo que fija un diseño queda como dice el diseño. Lo que el escenario fija de un
supuesto, también para un miembro o por un evento, cede ante el sorteo, y se dice;
--keep lo conserva. Estas proporciones no son probabilidades.

--accepted [ARCHIVO]: los mundos son puntos que concuerdan con el registro, los del
conjunto aceptado de una calibración (cumbre calibrate; sin ARCHIVO.csv, el incluido),
todos o los primeros --worlds, tomados a saltos para que sean una muestra de todos.
Lo demás queda como dice el escenario; los intervalos cuentan una vez las copias.

--json imprime un solo objeto, con las claves en este orden: scenario,
scenario_hash, accepted (sólo con --accepted: file, sha256, rows y
effective_worlds; reach es 0), reach, parameters_drawn, space_hash, kept, replaced, seed, worlds,
replications, level, digest, first_worlds, worlds_without_fulfilment, designs,
measures (lista de metric, unit, leads, ties, undefined, partly_undefined y
differences), note y, si no terminó, worlds_asked e interrupted (true).

-o CARPETA escribe report.html, worlds.csv (una fila por mundo), scenario.yaml,
manifest.json, README.txt y figures/*.svg. Ctrl-C termina los mundos en curso,
imprime lo que hay, dice cómo obtener el resto y sale con 1.`

const robustLongEN = `Draws all parameters that are assumptions at once, each from its plausible range
(cumbre params; by Latin hypercube; by order of magnitude where the range spans
more than a factor of 20), runs all designs in each world on the same random numbers, and says in what share
of the worlds each design leads in mandates fulfilled, in their depth, in
implementation gap and in cost per fulfilled mandate, with Wilson intervals; when
that lead is larger than its own chance; and which parameters decide (Hornberger
and Spear 1981).

What a design sets stays as the design says. What the scenario sets of an
assumption, for one member or by an event too, gives way to the draw, and is
named; --keep keeps it. These shares are not probabilities.

--accepted [FILE]: the worlds are points that agree with the record, those of a
calibration's accepted set (cumbre calibrate; without FILE.csv, the one built in), all
of them or the first --worlds, taken in strides so that they are a sample of all. The
rest stays as the scenario says; intervals count copies of a point once.

--json prints one object, its keys in this order: scenario, scenario_hash, accepted
(with --accepted only: file, sha256, rows and effective_worlds; reach is 0), reach,
parameters_drawn, space_hash, kept, replaced, seed, worlds, replications, level,
digest, first_worlds, worlds_without_fulfilment, designs, measures (list of metric,
unit, leads, ties, undefined, partly_undefined and differences), note and, if it
did not finish, worlds_asked and interrupted (true).

-o FOLDER writes report.html, worlds.csv (a row per world), scenario.yaml,
manifest.json, README.txt and figures/*.svg. Ctrl-C finishes the worlds in hand,
prints what there is, says how to get the rest and exits with 1.`

// worldsFunc is robust.Run or a test's stand-in for it.
type worldsFunc func(context.Context, *model.Spec, robust.Options) (*robust.Robustness, error)

// robust is `cumbre robust`. Nothing is run or written before all input has been
// found right.
func (a *app) robust(args []string, f robustFlags) error {
	var wrong mistakes
	f.check(a, &wrong)
	keep := a.keep(f.keep, &wrong)
	if f.folder != "" {
		if err := a.checkFolder(f.folder, f.force); err != nil {
			wrong.add("%v", err)
		}
	}
	if len(f.designs) == 1 {
		wrong.add(a.say("--designs %s: un diseño solo no va en cabeza de nada; hacen falta dos", "--designs %s: one design alone leads nothing; it takes two"), f.designs[0])
	}
	args = f.scenario(args)
	data, name := a.pointsData(f, &wrong)
	spec, chosen, err := a.load(args, f.specFlags, f.designs, wrong)
	if err != nil {
		return err
	}
	if len(chosen) < 2 {
		return fmt.Errorf(a.say("el escenario tiene un solo diseño; con --designs se añaden otros (hay: %s)", "the scenario has one design only; --designs adds others (there are: %s)"), strings.Join(designNames(spec), ", "))
	}
	o := robust.Options{Designs: chosen, Worlds: f.worlds, Replications: f.replications, Seed: f.seed, Workers: f.workers, Level: level, Reach: f.reach, Keep: keep}
	if data != nil {
		if o, err = a.ofPoints(spec, o, f, data, name); err != nil {
			return err
		}
	}
	return a.robustly(spec, o, f, source{name, data})
}

// robustly runs the worlds and puts out what they show.
func (a *app) robustly(spec *model.Spec, o robust.Options, f robustFlags, from source) error {
	out, err := a.openWorlds(f.folder, spec, o)
	if err != nil {
		return a.cannotWrite(f.folder, err)
	}
	defer out.discard()
	o.Each = out.each()
	r, err := a.drawWorlds(spec, o, f)
	if err != nil {
		return failed(err)
	}
	rec := robustness.New(r).From(from.name, from.data)
	keep := r.Interrupted && out.replaces()
	if !keep {
		if err := out.finish(r, rec); err != nil {
			return failed(err)
		}
	}
	if err := a.printRobust(r, rec, f.json); err != nil {
		return failed(err)
	}
	if keep {
		a.note("%s conserva sus resultados anteriores", "%s keeps its earlier results", f.folder)
	} else if f.folder != "" {
		a.note("informe y datos en %s", "report and data in %s", f.folder)
	}
	if !r.Interrupted {
		return nil
	}
	a.note("interrumpido con %d de %d mundos; para tenerlos todos: %s", "interrupted with %d of %d worlds; to get them all: %s", r.Worlds, r.Asked, a.commandLine())
	return failed(errInterrupted)
}

// drawWorlds runs the worlds with progress on standard error until they are done
// or the user interrupts. A second interrupt ends the program at once.
func (a *app) drawWorlds(spec *model.Spec, o robust.Options, f robustFlags) (*robust.Robustness, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	bar := a.progressOf(a.say("mundos", "worlds"), o.Worlds, f.quiet)
	defer bar.done()
	o.Progress = bar.step
	run := a.worlds
	if run == nil {
		run = robust.Run
	}
	return run(ctx, spec, o)
}

// check adds what is wrong with the numbers.
func (f *robustFlags) check(a *app, wrong *mistakes) {
	if f.worlds < 1 || f.worlds > maxWorlds {
		wrong.add(a.say("--worlds %d: de 1 a %d", "--worlds %d: want 1 to %d"), f.worlds, maxWorlds)
	}
	if f.replications < 1 {
		wrong.add(a.say("-n %d: hace falta al menos una réplica", "-n %d: it takes at least one replication"), f.replications)
	}
	if !(f.reach > 0 && f.reach <= 1) {
		wrong.add(a.say("--reach %g: mayor que 0 y a lo sumo 1", "--reach %g: want more than 0 and at most 1"), f.reach)
	}
	if f.workers < 0 {
		wrong.add(a.say("--workers %d: no puede ser negativo", "--workers %d: must not be negative"), f.workers)
	}
}

// keep finds the parameters that are not to be drawn.
func (a *app) keep(names []string, wrong *mistakes) []model.Param {
	var all []model.Param
	for _, name := range names {
		name = strings.TrimSpace(name)
		p, ok := model.ParamByName(name)
		switch {
		case !ok:
			wrong.add("--keep: %s", a.unknown(a.say("parámetro", "parameter"), name, paramNames()))
		case p.Info().From != model.Assumption:
			wrong.add(a.say("--keep %s: no es un supuesto, así que no se sortea", "--keep %s: no assumption, so it is not drawn"), name)
		default:
			all = append(all, p)
		}
	}
	return all
}
