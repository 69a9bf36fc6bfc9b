package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/scenarios"
	"cumbre/sim/experiment"
)

// runJSON is one run as `cumbre sweep --only` prints it.
type runJSON struct {
	Run         int64           `json:"run"`
	Scenario    string          `json:"scenario"`
	Point       int             `json:"point"`
	Replication int             `json:"replication"`
	Design      string          `json:"design"`
	Seed        uint64          `json:"seed"`
	Factors     ordered[number] `json:"factors"`
	Metrics     ordered[number] `json:"metrics"`
	Digest      string          `json:"digest,omitempty"`
	Error       string          `json:"error,omitempty"`
}

func (r *runJSON) fill(result *model.Result) {
	for _, m := range model.Metrics() {
		r.Metrics.add(column(m.String(), m.Info().Unit), number(result.Metrics[m]))
	}
	r.Digest = fmt.Sprintf("%016x", result.Digest)
}

// stackOf is an error with the place in the code where it came from, if it is a panic.
func stackOf(err error) string {
	var p *experiment.PanicError
	if errors.As(err, &p) {
		return fmt.Sprintf("%v\n%s", p, p.Stack)
	}
	return err.Error()
}

// sweepInto runs what is missing and, if that is the whole study, makes the tables.
func (a *app) sweepInto(st *sweep.Store, f sweepFlags, shard sweep.Shard) error {
	lock, err := a.lockSweep(st.Dir, shard)
	if err != nil {
		return err
	}
	defer lock.release()
	var changed *sweep.ChangedError
	if err := sweep.Check(st.Dir, st.Study, st.Version); errors.As(err, &changed) {
		if err := sweep.Restart(st.Dir); err != nil {
			return failed(err)
		}
		a.note("los resultados que había en %s se borraron", "the results that were in %s have been deleted", st.Dir)
	}
	if err := st.Begin(shard); err != nil {
		return failed(err)
	}
	p, err := a.sweepRuns(st, f, shard)
	if p.Stopped {
		a.note("interrumpido con %d de %d corridas, todas guardadas; para seguir: %s", "interrupted with %d of %d runs, all of them kept; to go on: %s", p.Done, p.Total, a.commandLine())
		return failed(errInterrupted)
	}
	if err != nil {
		a.note("se detuvo; las partes que ya tenían su nombre están a salvo, y la misma orden continúa: %s", "it stopped; parts that had their names are safe, and the same command goes on: %s", a.commandLine())
		return failed(err)
	}
	if shard.Of > 1 {
		_, err := fmt.Fprintf(a.stdout, a.say("parte %s hecha: %d corridas (%d ya estaban), %d fallaron; para juntarlas: cumbre merge %s\n",
			"share %s done: %d runs (%d were there), %d failed; to put them together: cumbre merge %s\n"), shard, p.Done, p.Found, p.Failed, quote(st.Dir))
		return failed(err)
	}
	return a.mergeInto(st, sweep.MergeOptions{CSV: f.csv})
}

// lockSweep makes and locks the folder. Shares of one study may write to one folder, each
// with a lock of its own.
func (a *app) lockSweep(dir string, shard sweep.Shard) (*lock, error) {
	name := lockName
	if shard.Of > 1 {
		name = fmt.Sprintf("%slock-%dof%d%s", stagedPrefix, shard.Index, shard.Of, stagedSuffix)
	}
	l, err := lockFolderAs(dir, name)
	if err != nil {
		return nil, a.cannotWrite(dir, err)
	}
	return l, nil
}

// sweepRuns runs what is missing with progress on standard error.
func (a *app) sweepRuns(st *sweep.Store, f sweepFlags, shard sweep.Shard) (sweep.Progress, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	workers := f.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	watch := a.sweepWatch(f.quiet)
	p, err := st.Run(ctx, sweep.Options{
		Workers: workers, Shard: shard, NewRun: a.runs(), Progress: watch.step,
		Damaged: func(d sweep.Damaged) { a.noteDamaged(d) },
	})
	watch.done(p)
	return p, err
}

func (a *app) noteDamaged(d sweep.Damaged) {
	if errors.Is(d.Err, sweep.ErrOther) {
		a.note("%s es de otro estudio y no cuenta", "%s is of another study and does not count", d.Path)
		return
	}
	a.note("%s está dañado y no cuenta: %v", "%s is damaged and does not count: %v", d.Path, d.Err)
}

// mergeInto makes the tables and says what there is.
func (a *app) mergeInto(st *sweep.Store, o sweep.MergeOptions) error {
	o.Readme = func(m sweep.Merged) string { return a.sweepReadme(st, m, o.CSV) }
	o.Damaged = a.noteDamaged
	dir := st.Dir
	if o.Out != "" {
		dir = o.Out
	}
	m, err := st.Merge(o)
	var changed *sweep.ChangedError
	switch {
	case errors.As(err, &changed):
		return errors.New(a.changed(changed.Dir, changed))
	case errors.Is(err, sweep.ErrIncomplete):
		return failed(errors.New(a.incomplete(st, m)))
	case err != nil:
		return failed(err)
	}
	return failed(a.printMerged(st, m, dir))
}

func (a *app) incomplete(st *sweep.Store, m sweep.Merged) string {
	if st.Study.Until != nil {
		return a.say("faltan corridas; cumbre status dice cuántas, y --partial escribe las que hay", "runs are missing; cumbre status says how many, and --partial writes those there are")
	}
	return fmt.Sprintf(a.say("faltan %d de %d corridas; --partial escribe las que hay", "%d of %d runs are missing; --partial writes those there are"), m.Missing, m.Total)
}

func (a *app) printMerged(st *sweep.Store, m sweep.Merged, dir string) error {
	s := st.Study
	_, err := fmt.Fprintf(a.stdout, a.say("%s\n%d puntos × %d diseños: %d corridas, %d fallaron\nhuella %s\n%s\n", "%s\n%d points × %d designs: %d runs, %d failed\ndigest %s\n%s\n"),
		s.Title.In(a.lang), st.Points.N(), len(s.Designs), m.Runs, m.Failed, m.Digest, filepath.Join(dir, sweep.RunsName))
	if m.Missing > 0 {
		a.note("faltan %d de %d corridas: la tabla es la de un estudio más pequeño", "%d of %d runs are missing: the table is that of a smaller study", m.Missing, m.Total)
	}
	if m.Failed > 0 {
		a.note("%d corridas fallaron; su error y la orden que repite cada una están en las columnas error y rerun", "%d runs failed; their error and the command that repeats each are in the columns error and rerun", m.Failed)
	}
	return err
}

// openSweep opens the study that a folder says it is of, to go on with it.
func (a *app) openSweep(dir string) (*sweep.Store, error) {
	st, err := sweep.OpenArchived(dir, programVersion(), readFile)
	if err != nil {
		return nil, a.noSweep(dir, err)
	}
	return st, nil
}

// noSweep says why an archived study cannot be opened.
func (a *app) noSweep(dir string, err error) error {
	var changed *sweep.ChangedError
	var problems scenarios.Problems
	switch {
	case errors.As(err, &changed):
		return errors.New(a.changed(dir, changed))
	case errors.As(err, &problems):
		return err
	case errors.Is(err, os.ErrNotExist) || errors.Is(err, sweep.ErrForeign):
		return fmt.Errorf(a.say("%s: no es la carpeta de un estudio", "%s: not the folder of a study"), dir)
	}
	return fmt.Errorf("%s: %s", dir, scenarios.Reason(err).In(a.lang))
}
