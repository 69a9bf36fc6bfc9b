package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/model/history"
	"cumbre/scenarios"
	"cumbre/sim/abc"
	"cumbre/sim/rng"
)

// The scenario that parameters are fitted on unless another is named.
const calibrationScenario = "history-2011-2022"

// Defaults of a calibration: some three minutes on two cores.
const (
	defaultParticles   = 800
	defaultDiscrepancy = 0.1
	mostMoves          = 8
	checkRuns          = 400
)

// calibrateFlags are the flags of `cumbre calibrate`.
type calibrateFlags struct {
	specFlags
	targets, free string
	particles     int
	discrepancy   float64
	seed          uint64
	workers       int
	quiet         bool
	check         bool
	json          bool
	folder        string
	force         bool
}

func (a *app) calibrateCommand() *cobra.Command {
	var f calibrateFlags
	c := &cobra.Command{
		Use:   a.say("calibrate [ESCENARIO]", "calibrate [SCENARIO]"),
		Short: a.say("Ajusta los parámetros inciertos a lo que se sabe de la Alianza", "Fits the uncertain parameters to what is known of the Alliance"),
		Long:  a.say(calibrateLongES, calibrateLongEN),
		Example: a.say(`  cumbre calibrate -o calibracion                  unos minutos; la misma orden continúa
  cumbre calibrate --check                         los valores actuales frente a los objetivos
  cumbre calibrate -o c --targets mis-objetivos.csv --free mis-parametros.csv
  cumbre calibrate -o c --discrepancy 0.2          un modelo del que se espera menos`,
			`  cumbre calibrate -o calibration                  some minutes; the same command goes on
  cumbre calibrate --check                         the present values against the targets
  cumbre calibrate -o c --targets my-targets.csv --free my-parameters.csv
  cumbre calibrate -o c --discrepancy 0.2          a model of which less is expected`),
		Args: a.atMostOne(a.say("escenario", "scenario")),
		RunE: func(_ *cobra.Command, args []string) error { return a.calibrate(args, f) },
	}
	flags := c.Flags()
	f.register(a, flags)
	flags.StringVar(&f.targets, "targets", "", a.say("tabla de objetivos, CSV (por omisión, la del programa: scenarios/facts/targets.csv)", "table of targets, CSV (default: the program's, scenarios/facts/targets.csv)"))
	flags.StringVar(&f.free, "free", "", a.say("tabla de parámetros libres, CSV (por omisión, scenarios/facts/free.csv)", "table of free parameters, CSV (default: scenarios/facts/free.csv)"))
	flags.IntVar(&f.particles, "particles", defaultParticles, a.say("puntos del conjunto aceptado", "points of the accepted set"))
	flags.Float64Var(&f.discrepancy, "discrepancy", defaultDiscrepancy, a.say("lo que el modelo no puede acertar: desviación estándar, como parte de cada cifra", "what the model cannot get right: standard deviation, as a share of each figure"))
	flags.Uint64Var(&f.seed, "seed", defaultSeed, a.say("semilla: la misma da los mismos resultados, hasta el último bit", "seed: the same one gives the same results, to the last bit"))
	flags.IntVar(&f.workers, "workers", 0, a.say("simulaciones a la vez; no cambia los resultados (por omisión, una por procesador)", "simulations at once; does not change the results (default: one per processor)"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("sin barra de progreso", "no progress bar"))
	flags.BoolVar(&f.check, "check", false, a.say("no ajusta: compara los valores del escenario con los objetivos", "fits nothing: holds the scenario's values against the targets"))
	flags.BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON en vez de las tablas", "prints one JSON object instead of the tables"))
	flags.StringVarP(&f.folder, "output", "o", "", a.say("carpeta de la calibración; ahí continúa la que se interrumpió", "folder of the calibration; one that was stopped goes on there"))
	flags.BoolVar(&f.force, "force", false, a.say("escribe en la carpeta aunque haya en ella otras cosas", "writes to the folder even if it holds other things"))
	return c
}

// calibration is one invocation.
type calibration struct {
	app   *app
	flags calibrateFlags
	*calibrate.Calibration
	identity string // of what is calibrated, for the journal
	result   *abc.Result
	chosen   []float64           // nil if nothing was fitted
	fitted   []calibrate.Outcome // of runs that draw from the accepted set
	outcomes []calibrate.Outcome // of runs at the chosen point, or at the scenario's values
}

// calibrate is `cumbre calibrate`. Nothing is run or written before all input has been
// found right.
func (a *app) calibrate(args []string, f calibrateFlags) error {
	c, err := a.prepareCalibration(args, f)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	if f.check {
		return c.checkOnly(ctx)
	}
	out, err := a.claimFolder(f.folder)
	if err != nil {
		return a.cannotWrite(f.folder, err)
	}
	defer out.discard()
	if err := c.fit(ctx); err != nil {
		return c.stopped(ctx, err)
	}
	if err := out.finishCalibration(c); err != nil {
		return failed(err)
	}
	if err := c.print(); err != nil {
		return failed(err)
	}
	a.note("informe y datos en %s", "report and data in %s", f.folder)
	return nil
}

func (a *app) prepareCalibration(args []string, f calibrateFlags) (*calibration, error) {
	var wrong mistakes
	f.verify(a, &wrong)
	if len(args) == 0 {
		args = []string{calibrationScenario}
	}
	targetData := a.tableData("--targets", f.targets, scenarios.ShippedTargets(), &wrong)
	freeData := a.tableData("--free", f.free, scenarios.ShippedFree(), &wrong)
	spec, chosen, loadErr := a.load(args, f.specFlags, nil, nil)
	// Of a scenario that cannot be read nothing is known that tables could be held against.
	targets, err := scenarios.TargetsFor(fileOr(f.targets, scenarios.TargetsFile), targetData, spec)
	free, freeErr := scenarios.Free(fileOr(f.free, scenarios.FreeFile), freeData, spec)
	switch {
	case targetData == nil: // said already: it cannot be read
		err = nil
	case err == nil && len(targets) == 0:
		wrong.add("%s", a.say("no hay objetivos", "there are no targets"))
	}
	if freeData == nil {
		freeErr = nil
	}
	var more mistakes
	if errors.As(loadErr, &more) {
		wrong = append(wrong, more...)
	}
	if err := errors.Join(joinProblems(loadErr, err, freeErr), wrong.err()); err != nil {
		return nil, err
	}
	if loadErr != nil {
		return nil, loadErr
	}
	c := &calibration{app: a, flags: f, Calibration: &calibrate.Calibration{Spec: spec, Design: chosen[0], Free: free, Targets: targets, Discrepancy: f.discrepancy}}
	c.identity = c.identify(targetData, freeData)
	return c, nil
}

// verify adds what is wrong with the flags.
func (f *calibrateFlags) verify(a *app, wrong *mistakes) {
	if f.particles < 50 || f.particles > 100000 {
		wrong.add(a.say("--particles %d: se espera un número de 50 a 100000", "--particles %d: want a number from 50 to 100000"), f.particles)
	}
	if !(f.discrepancy > 0 && f.discrepancy <= 2) {
		wrong.add(a.say("--discrepancy %v: se espera un número mayor que 0 y hasta 2; ningún modelo es el mundo", "--discrepancy %v: want a number above 0 and up to 2; no model is the world"), f.discrepancy)
	}
	if f.workers < 0 {
		wrong.add(a.say("--workers %d: no puede ser negativo", "--workers %d: must not be negative"), f.workers)
	}
	switch {
	case f.check && f.folder != "":
		wrong.add("%s", a.say("--check no escribe nada: sobra -o", "--check writes nothing: leave -o out"))
	case !f.check && f.folder == "":
		wrong.add("%s", a.say("falta -o CARPETA: una calibración tarda minutos y ahí guarda lo hecho para continuar (o --check, que sólo compara)",
			"-o FOLDER is missing: a calibration takes minutes and keeps there what it has done, to go on from it (or --check, which only compares)"))
	case !f.check:
		if err := a.checkFolder(f.folder, f.force || holdsJournal(f.folder)); err != nil {
			wrong.add("%v", err)
		}
	}
}

func (a *app) tableData(flag, file string, shipped []byte, wrong *mistakes) []byte {
	if file == "" {
		return shipped
	}
	data, err := readFile(file)
	if err != nil {
		wrong.add(a.say("%s %s: no se puede leer: %s", "%s %s: cannot be read: %s"), flag, file, scenarios.Reason(err).In(a.lang))
	}
	return data
}

func fileOr(file, name string) string {
	if file != "" {
		return file
	}
	return name
}

// joinProblems makes one error of the problems of several files.
func joinProblems(all ...error) error {
	var problems scenarios.Problems
	for _, err := range all {
		var some scenarios.Problems
		if errors.As(err, &some) {
			problems = append(problems, some...)
		}
	}
	if problems == nil {
		return nil
	}
	return problems
}

// identify says in one word what is calibrated: everything that a simulation depends on,
// this program's version included, but not how many there are.
func (c *calibration) identify(tables ...[]byte) string {
	h := sha256.New()
	v := currentVersion()
	fmt.Fprintln(h, v.Version, v.Revision, fingerprint(c.Spec, c.Design), scenarios.Hash(c.Spec), c.flags.seed, c.flags.particles, c.flags.discrepancy)
	for _, t := range tables {
		_, _ = h.Write(t) // a hash does not fail
	}
	return hex.EncodeToString(h.Sum(nil))
}

// fingerprint tells models apart that call themselves by one version, as those under
// development do: the digest of one run.
func fingerprint(spec *model.Spec, design int) uint64 {
	return model.NewRunner(spec, design).Run(0, 0).Digest
}

// fit samples the accepted set, chooses a point and holds both against the targets.
func (c *calibration) fit(ctx context.Context) error {
	j, err := openJournal(c.flags.folder, c.identity)
	if err != nil {
		return err
	}
	defer func() { _ = j.close() }() // every line was written past our buffers
	if n := len(j.known); n > 0 {
		c.app.note("continúa: %d simulaciones ya hechas", "goes on: %d simulations already made", n)
	}
	bar := c.app.progress(1, c.flags.quiet)
	defer bar.done()
	o := abc.Options{Particles: c.flags.particles, Seed: c.flags.seed, Workers: c.workers(), MaxMoves: mostMoves, Store: j,
		Progress: func(p abc.Progress) { bar.stage(c.stage(p), p.Done, p.Total) }}
	if c.result, err = abc.Run(ctx, c.Problem(), o); err != nil {
		return err
	}
	points := calibrate.Accepted(c.result.Particles)
	step := func(text string) func(done, total int) {
		return func(done, total int) { bar.stage(text, done, total) }
	}
	a := c.app
	if c.chosen, err = c.Choose(ctx, points, calibrate.ChoiceSeed(c.flags.seed), c.workers(), step(a.say("elige un punto", "choosing a point"))); err != nil {
		return err
	}
	checking := step(a.say("corre de nuevo lo aceptado", "running the accepted anew"))
	if c.fitted, err = c.Check(ctx, points, checkRuns, rng.Mix(c.flags.seed, 2), c.workers(), checking); err != nil {
		return err
	}
	c.outcomes, err = c.Check(ctx, calibrate.Accepted{c.chosen}, checkRuns, rng.Mix(c.flags.seed, 3), c.workers(), checking)
	return err
}

func (c *calibration) stage(p abc.Progress) string {
	if p.Generation == 0 {
		return c.app.say("distribución previa", "prior")
	}
	return fmt.Sprintf(c.app.say("generación %d, escala %.2f, paso %d", "generation %d, scale %.2f, move %d"), p.Generation, p.Scale, p.Move)
}

func (c *calibration) workers() int {
	if c.flags.workers > 0 {
		return c.flags.workers
	}
	return runtime.GOMAXPROCS(0)
}

// stopped says what an error or an interruption leaves and how to go on.
func (c *calibration) stopped(ctx context.Context, err error) error {
	a := c.app
	switch {
	case errors.Is(err, errOtherCalibration):
		return fmt.Errorf(a.say("-o %s: ahí está a medias otra calibración (otro escenario, otras tablas, otra semilla, otro número de puntos u otra versión del programa); elija otra carpeta, o borre %s para empezar de nuevo",
			"-o %s: another calibration is under way there (another scenario, tables, seed, number of points or version of the program); choose another folder, or remove %s to begin anew"), c.flags.folder, journalName)
	case ctx.Err() != nil && errors.Is(err, context.Cause(ctx)):
		a.note("interrumpido; no se ha perdido nada. Para continuar: %s", "interrupted; nothing is lost. To go on: %s", a.commandLine())
		return failed(errInterrupted)
	}
	return failed(err)
}

// checkOnly holds the scenario's own values against the targets.
func (c *calibration) checkOnly(ctx context.Context) error {
	own := make([]float64, len(c.Free))
	for i, f := range c.Free {
		own[i] = f.ValueIn(c.Spec)
	}
	bar := c.app.progress(checkRuns, c.flags.quiet)
	defer bar.done()
	var err error
	c.outcomes, err = c.Check(ctx, calibrate.Accepted{own}, checkRuns, rng.Mix(c.flags.seed, 3), c.workers(), bar.step)
	if err != nil {
		return failed(err)
	}
	return failed(c.print())
}

func (c *calibration) print() error {
	if c.flags.json {
		return encode(c.app.stdout, c.object())
	}
	_, err := io.WriteString(c.app.stdout, c.text())
	return err
}

// hits counts the targets of a use that were met, of those that could be compared.
func hits(outcomes []calibrate.Outcome, use history.Use) (hit, of int, missed []string) {
	for _, o := range outcomes {
		if o.Target.Use != use || o.Verdict == history.NotCompared {
			continue
		}
		of++
		if o.Verdict == history.Hit {
			hit++
		} else {
			missed = append(missed, o.Target.Name)
		}
	}
	return hit, of, missed
}

const calibrateLongES = `Ajusta los parámetros inciertos a las cifras que se conocen de la Alianza, por
cálculo bayesiano aproximado secuencial (Del Moral, Doucet y Jasra 2012): una
corrida de la Alianza frente a su única historia, cada cifra con la incertidumbre de sus
fuentes (su intervalo, leído como de 90 %) y con la discrepancia del modelo. Da un
conjunto de puntos aceptados, no uno solo; de él se elige el punto por una regla
escrita (model/calibrate/choose.go) y se corre de nuevo frente a todos los
objetivos, aciertos y fallos.

Lo hecho queda en la carpeta: la misma orden continúa donde se interrumpió, aunque
fuera con kill -9, y da los mismos bits. Escribe accepted.csv (que leen replay y
predict con --accepted), chosen.csv, outcomes.csv, report.html, scenario.yaml y
manifest.json.

--json imprime un objeto: scenario, design, seed, particles, discrepancy, scale
(1: con los errores declarados), stop, simulations, unique, free (lista de name,
low, high, p5, p50, p95, width, chosen) y targets (lista de quantity, from, to, use,
value, low, high, accepted y chosen: p5, p50, p95, undefined_runs, verdict).`

const calibrateLongEN = `Fits the uncertain parameters to the figures that are known of the Alliance, by
sequential approximate Bayesian computation (Del Moral, Doucet and Jasra 2012): one
run of the Alliance against its one history, each figure with the error of its
sources (their interval, read as one of 90%) and with the model's discrepancy. The
result is a set of accepted points, not one; from it a point is chosen by a written
rule (model/calibrate/choose.go) and run anew against all targets, hits and misses.

What is done stays in the folder: the same command goes on where it was stopped,
be it by kill -9, and gives the same bits. It writes accepted.csv (which replay and
predict read with --accepted), chosen.csv, outcomes.csv, report.html, scenario.yaml
and manifest.json.

--json prints one object: scenario, design, seed, particles, discrepancy, scale (1:
with the errors stated), stop, simulations, unique, free (list of name, low, high,
p5, p50, p95, width, chosen) and targets (list of quantity, from, to, use, value,
low, high, accepted and chosen: p5, p50, p95, undefined_runs, verdict).`
