package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// ensembleFlags are the flags of commands that run many histories of one design.
type ensembleFlags struct {
	runFlags
	design   string
	accepted string
	folder   string
	json     bool
	force    bool
}

// ensembleFunc is history.Run or a test's stand-in for it.
type ensembleFunc func(context.Context, *model.Spec, []history.Measure, history.Options) (*history.Ensemble, error)

func (f *ensembleFlags) registerAll(a *app, c *cobra.Command) {
	f.register(a, c.Flags())
	c.Flags().StringVar(&f.design, "design", "", a.say("el diseño (por omisión, el primero del escenario)", "the design (default: the scenario's first)"))
	c.Flags().StringVar(&f.accepted, "accepted", "", a.say("conjunto aceptado de una calibración, CSV: la réplica toma la fila que le toca; none: los valores del escenario", "accepted set of a calibration, CSV: each replication takes its row in turn; none: the scenario's own values"))
	c.Flags().BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON en vez de la tabla", "prints one JSON object instead of the table"))
	c.Flags().StringVarP(&f.folder, "output", "o", "", a.say("escribe también informe y datos en esta carpeta", "also writes report and data to this folder"))
	c.Flags().BoolVar(&f.force, "force", false, a.say("escribe en la carpeta aunque haya en ella otras cosas", "writes to the folder even if it holds other things"))
}

// ensemble is an invocation that runs many histories of one design.
type ensemble struct {
	app    *app
	flags  ensembleFlags
	asked  *model.Spec // the scenario as it was loaded
	spec   *model.Spec // the same as it runs: a replay ends earlier
	design int
	values values
	*history.Ensemble
}

// values say where the parameters of the histories come from.
type values struct {
	set    *scenarios.AcceptedSet // nil for the scenario's own
	name   string                 // of the set's file
	sha256 string                 // of its content, in hexadecimal
}

// prepare loads what an invocation names, by default a scenario of the library. Nothing
// is run or written before all input has been found right.
func (a *app) prepare(args []string, f ensembleFlags, scenario string, shipped bool) (*ensemble, error) {
	var wrong mistakes
	f.check(a, &wrong)
	if f.folder != "" {
		if err := a.checkFolder(f.folder, f.force); err != nil {
			wrong.add("%v", err)
		}
	}
	data, name := a.acceptedData(f.accepted, shipped, &wrong)
	var names []string
	if f.design != "" {
		names = []string{f.design}
	}
	if len(args) == 0 {
		args = []string{scenario}
	}
	spec, chosen, err := a.load(args, f.specFlags, names, wrong)
	if err != nil {
		return nil, err
	}
	e := &ensemble{app: a, flags: f, asked: spec, spec: spec, design: chosen[0]}
	if data != nil {
		set, err := scenarios.Accepted(name, data, spec)
		if err != nil {
			return nil, err
		}
		e.values = values{set, name, sumOf(data)}
	}
	return e, nil
}

// noAccepted asks for the scenario's own values, whatever is built in.
const noAccepted = "none"

// acceptedData is the text of the accepted set: the file named, else the one that is
// built in, if that is wanted and there is one.
func (a *app) acceptedData(file string, shipped bool, wrong *mistakes) (data []byte, name string) {
	switch file {
	case noAccepted:
		return nil, ""
	case "":
		if data, ok := scenarios.ShippedAccepted(); shipped && ok {
			return data, scenarios.AcceptedFile
		}
		return nil, ""
	}
	data, err := readFile(file)
	if err != nil {
		wrong.add(a.say("--accepted %s: no se puede leer: %s", "--accepted %s: cannot be read: %s"), file, scenarios.Reason(err).In(a.lang))
		return nil, file
	}
	return data, file
}

// simulate runs the histories with progress on standard error until they are done or the
// user interrupts. A second interrupt ends the program at once.
func (e *ensemble) simulate(measures []history.Measure) error {
	a, f := e.app, e.flags
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	bar := a.progress(f.replications, f.quiet)
	defer bar.done()
	o := history.Options{Design: e.design, Replications: f.replications, Workers: f.workers, Seed: f.seed, Progress: bar.step}
	if e.values.set != nil {
		worlds := e.values.set.Worlds(e.spec)
		o.World = func(replication int) *model.Spec { return worlds[calibrate.Row(replication, len(worlds))] }
	}
	run := a.histories
	if run == nil {
		run = history.Run
	}
	var err error
	e.Ensemble, err = run(ctx, e.spec, measures, o)
	return err
}

// result is what a command makes of an ensemble.
type result interface {
	print(w io.Writer, json bool) error
	files() []dataFile
	page() *report.Bands
	columns() [][2]string // of the file of data: name and meaning
}

// dataFile is a file of data of a folder of results.
type dataFile struct {
	name  string
	write func(io.Writer) error
}

// deliver runs the histories, writes the folder if there is one and prints the result.
func (e *ensemble) deliver(measures []history.Measure, finish func() result) error {
	a, f := e.app, e.flags
	out, err := a.claimFolder(f.folder)
	if err != nil {
		return a.cannotWrite(f.folder, err)
	}
	defer out.discard()
	if err := e.simulate(measures); err != nil {
		return failed(err)
	}
	r := finish()
	keep := e.Interrupted && out.replaces()
	if !keep {
		if err := out.finishEnsemble(e, r); err != nil {
			return failed(err)
		}
	}
	if err := r.print(a.stdout, f.json); err != nil {
		return failed(err)
	}
	if keep {
		a.note("%s conserva sus resultados anteriores", "%s keeps its earlier results", f.folder)
	} else if f.folder != "" {
		a.note("informe y datos en %s", "report and data in %s", f.folder)
	}
	return e.closing()
}

// closing says after an interruption how to get the rest.
func (e *ensemble) closing() error {
	if !e.Interrupted {
		return nil
	}
	e.app.note("interrumpido con %d de %d réplicas; para tenerlas todas: %s", "interrupted with %d of %d replications; to get them all: %s",
		e.Replications, e.flags.replications, e.app.commandLine())
	return failed(errInterrupted)
}

// finishEnsemble writes all files of an ensemble and gives them their names.
func (f *folder) finishEnsemble(e *ensemble, r result) error {
	if f == nil {
		return nil
	}
	scenario, err := scenarios.Export(e.asked)
	err = errors.Join(err, f.add(scenarioName, func(w io.Writer) error { _, err := w.Write(scenario); return err }))
	for _, d := range r.files() {
		err = errors.Join(err, f.add(d.name, d.write))
	}
	err = errors.Join(err, f.add("README.txt", func(w io.Writer) error { return e.writeReadme(w, r) }))
	page := r.page()
	err = errors.Join(err, f.add("report.html", func(w io.Writer) error { return report.WriteBands(w, page) }))
	err = errors.Join(err, f.addFigures(report.BandFigures(page)))
	if err != nil {
		return err
	}
	if err := f.add(manifestName, func(w io.Writer) error { return encode(w, f.ensembleManifest(e)) }); err != nil {
		return err
	}
	return f.publish()
}

// where says in a sentence where the parameters' values come from, and hence what the
// bands are of.
func (e *ensemble) where() string {
	a := e.app
	if e.values.set == nil {
		return a.say("Los parámetros tienen los valores del escenario: las bandas son sólo de azar y no incluyen lo que no se sabe de los parámetros. Con --accepted ARCHIVO, cada réplica toma una fila del conjunto aceptado de una calibración.",
			"The parameters have the scenario's own values: the bands are of chance alone and leave out what is not known of the parameters. With --accepted FILE each replication takes a row of a calibration's accepted set.")
	}
	return fmt.Sprintf(a.say("Cada réplica toma una fila del conjunto aceptado %s (%d filas, %d parámetros): las bandas son de azar y de parámetros.",
		"Each replication takes a row of the accepted set %s (%d rows, %d parameters): the bands are of chance and of parameters."),
		e.values.name, len(e.values.set.Rows), len(e.values.set.Free))
}

// replicationsText writes the number of histories.
func (e *ensemble) replicationsText() string {
	if e.Replications == 1 {
		return e.app.say("1 réplica", "1 replication")
	}
	return fmt.Sprintf(e.app.say("%d réplicas", "%d replications"), e.Replications)
}
