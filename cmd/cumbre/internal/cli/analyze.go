package cli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/analysis"
)

// analyzeFlags are the flags of `cumbre analyze`.
type analyzeFlags struct {
	measures []string
	plane    []string // --map
	level    float64
	points   int
	json     bool
	folder   string
	force    bool
	quiet    bool
}

// gridPoints is how many points of a grid the terminal shows: a screen of them. Those of a
// sample say nothing one by one.
const gridPoints = 20

// asFit is the number of points that the study calls for.
const asFit = math.MinInt32

// shown is how many points to print.
func (f *analyzeFlags) shown(of found) int {
	switch {
	case f.points != asFit:
		return f.points
	case of.Study.Sample.Sampler != nil:
		return 0
	}
	return gridPoints
}

func (a *app) analyzeCommand() *cobra.Command {
	var f analyzeFlags
	c := &cobra.Command{
		Use:   a.say("analyze CARPETA", "analyze FOLDER"),
		Short: a.say("Qué muestran las corridas de un estudio", "What the runs of a study show"),
		Long:  a.say(analyzeLongES, analyzeLongEN),
		Example: a.say(`  cumbre analyze resultados                        las tablas y lo que se sigue de ellas
  cumbre analyze resultados -o analisis            informe, figuras y datos
  cumbre analyze resultados --measures cost,depth  otras medidas; el mapa es el de la primera
  cumbre analyze resultados --map noise,ambition   el mapa sobre otros dos factores
  cumbre analyze resultados --json | jq .frontier  un objeto para programas`,
			`  cumbre analyze results                        the tables and what follows from them
  cumbre analyze results -o analysis            report, figures and data
  cumbre analyze results --measures cost,depth  other measures; the map is the first one's
  cumbre analyze results --map noise,ambition   the map over two other factors
  cumbre analyze results --json | jq .frontier  one object for programs`),
		Args: a.exactlyOne(a.say("la carpeta de un estudio", "the folder of a study")),
		RunE: func(_ *cobra.Command, args []string) error { return a.analyze(args[0], f) },
	}
	flags := c.Flags()
	flags.StringSliceVar(&f.measures, "measures", nil, a.say("medidas, separadas por comas; del mapa, los puntos y las regiones se imprime la primera (por omisión, las de cumbre compare y el costo)", "measures, separated by commas; of map, points and regions the first is printed (default: those of cumbre compare, and cost)"))
	flags.StringSliceVar(&f.plane, "map", nil, a.say("los dos factores del mapa: X,Y (por omisión, los dos primeros de la grilla, o aquellos con los que más varía la diferencia)", "the two factors of the map: X,Y (default: the first two of the grid, or those by which the difference varies most)"))
	flags.Float64Var(&f.level, "level", level, a.say("confianza de los intervalos, y probabilidad con la que se da por cierto quién va en cabeza", "confidence of the intervals, and probability at which a leader counts as certain"))
	flags.IntVar(&f.points, "points", asFit, a.say("puntos que imprimir (por omisión, 20 de una grilla y ninguno de una muestra)", "points to print (default: 20 of a grid and none of a sample)"))
	flags.Lookup("points").DefValue = "" // its text says it
	flags.BoolVar(&f.json, "json", false, a.say("imprime un objeto JSON en vez de las tablas", "prints one JSON object instead of the tables"))
	flags.StringVarP(&f.folder, "output", "o", "", a.say("escribe también informe, figuras y datos en esta carpeta", "also writes report, figures and data to this folder"))
	flags.BoolVar(&f.force, "force", false, a.say("escribe en la carpeta aunque haya en ella otras cosas", "writes to the folder even if it holds other things"))
	flags.BoolVarP(&f.quiet, "quiet", "q", false, a.say("sin progreso", "no progress"))
	return c
}

// analyze is `cumbre analyze`. Nothing is written before all input has been found right
// and all has been computed.
func (a *app) analyze(dir string, f analyzeFlags) error {
	var wrong mistakes
	f.check(a, &wrong)
	if f.folder != "" {
		if err := a.checkFolder(f.folder, f.force); err != nil {
			wrong.add("%v", err)
		}
	}
	o := analysis.Options{Metrics: a.measures(f.measures, &wrong), Level: f.level}
	st, err := a.openResults(dir)
	if err == nil {
		o.Map = a.mapFactors(f.plane, st.Study, &wrong)
	}
	if err := errors.Join(err, wrong.err()); err != nil {
		return err
	}
	a.warnOverruled(st.Study)
	out, err := a.claimFolder(f.folder)
	if err != nil {
		return a.cannotWrite(f.folder, err)
	}
	defer out.discard()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	found, err := a.analyzed(ctx, st, o, f.quiet)
	if err != nil {
		return err
	}
	if err := a.finishAnalysis(out, found); err != nil {
		return failed(err)
	}
	if err := a.printAnalysis(found, f); err != nil {
		return failed(err)
	}
	if out != nil {
		a.note("informe, figuras y datos en %s", "report, figures and data in %s", f.folder)
	}
	return nil
}

// check adds what is wrong with the numbers.
func (f *analyzeFlags) check(a *app, wrong *mistakes) {
	if !(f.level >= 0.5 && f.level < 1) {
		wrong.add(a.say("--level %g: desde 0.5 y menor que 1, como 0.95", "--level %g: want at least 0.5 and less than 1, as 0.95"), f.level)
	}
	if f.points < 0 && f.points != asFit {
		wrong.add(a.say("--points %d: no puede ser negativo", "--points %d: must not be negative"), f.points)
	}
}

// found is an analysis and what it is of.
type found struct {
	*analysis.Analysis
	store  *sweep.Store
	digest string // of the runs
}

// analyzed reads the runs and computes, until the context ends.
func (a *app) analyzed(ctx context.Context, st *sweep.Store, o analysis.Options, quiet bool) (found, error) {
	bar := a.progressOf(a.say("leyendo corridas", "reading runs"), 1, quiet)
	defer bar.done()
	c, err := analysis.New(st.Points, o)
	if err != nil {
		return found{}, err
	}
	read, err := st.Read(ctx, sweep.ReadOptions{
		Metrics: c.Metrics(), Damaged: a.noteDamaged,
		Progress: func(done, total int64) { bar.stage(a.say("leyendo corridas", "reading runs"), int(done), int(total)) },
		Anew:     func() { c, err = analysis.New(st.Points, o) },
	}, func(run int64, values []float64, failed bool) error { return c.Add(run, failed, values) })
	if err == nil && read.Runs == 0 {
		return found{}, failed(fmt.Errorf(a.say("%s: no hay ninguna corrida todavía", "%s: there is no run yet"), st.Dir))
	}
	if err != nil {
		return found{}, a.unreadable(st, err)
	}
	bar.stage(a.say("analizando", "analysing"), 0, 1)
	out := found{store: st, digest: read.Digest}
	done := make(chan error, 1)
	go func() {
		out.Analysis, err = c.Analyze()
		done <- err
	}()
	select {
	case err := <-done:
		return out, failed(err)
	case <-ctx.Done(): // what is still computed is of no use to anybody
		return found{}, a.unreadable(st, ctx.Err())
	}
}

// unreadable says why the runs could not be read to the end.
func (a *app) unreadable(st *sweep.Store, err error) error {
	var column *sweep.NoColumnError
	var moved *sweep.MovedError
	var damaged *sweep.DamagedError
	switch {
	case errors.Is(err, context.Canceled):
		a.note("interrumpido; no se ha escrito nada", "interrupted; nothing has been written")
		err = errInterrupted
	case errors.As(err, &column):
		err = fmt.Errorf(a.say("%s: no tiene la columna %s: es de otra versión del programa (%s), que la analiza", "%s: it has no column %s: it is of another version of the program (%s), which can analyse it"), column.Path, column.Column, st.Version)
	case errors.As(err, &moved):
		err = fmt.Errorf(a.say("%s: la corrida %d es de otro punto del que le da esta versión del programa; la versión %s puede analizarla", "%s: run %d is of another point than this version of the program gives it; version %s can analyse it"), moved.Path, moved.Run, st.Version)
	case errors.As(err, &damaged): // of tables without a manifest, which nothing tells before they are read
		err = fmt.Errorf(a.say("%s está dañado: %v; cumbre merge lo aparta, y lo que tenía vuelve a faltar", "%s is damaged: %v; cumbre merge puts it aside, and what it held is missing again"), damaged.Path, damaged.Err)
	}
	return failed(err)
}
