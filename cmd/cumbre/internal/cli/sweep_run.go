package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"cumbre/cmd/cumbre/internal/slurm"
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
	if err := a.begin(st, shard); err != nil {
		return err
	}
	for {
		err := a.sweepOnce(st, f, shard)
		if again := (runAgainError{}); !errors.As(err, &again) {
			return err
		}
	}
}

// begin has the folder be of the study. Shares that are told to begin anew do so one after
// the other, or a second one would delete what the first has run since.
func (a *app) begin(st *sweep.Store, shard sweep.Shard) error {
	changed := func() bool {
		var e *sweep.ChangedError
		return errors.As(sweep.Check(st.Dir, st.Study, st.Version), &e)
	}
	if shard.Of > 1 && changed() {
		lock, err := waitForFolder(st.Dir)
		if err != nil {
			return a.cannotWrite(st.Dir, err)
		}
		defer lock.release()
	}
	if changed() {
		if err := errors.Join(slurm.Forget(st.Dir), sweep.Restart(st.Dir)); err != nil {
			return failed(err)
		}
		a.note("los resultados que había en %s se borraron", "the results that were in %s have been deleted", st.Dir)
	}
	if err := st.Begin(shard); err != nil {
		return a.stoppedBy(err, st.Dir)
	}
	return nil
}

// sweepOnce runs what is missing and makes the tables; a runAgainError if parts prove
// damaged only then.
func (a *app) sweepOnce(st *sweep.Store, f sweepFlags, shard sweep.Shard) error {
	p, err := a.sweepRuns(st, f, shard)
	if p.Stopped {
		a.note("interrumpido con %d de %d corridas, todas guardadas; para seguir: %s", "interrupted with %d of %d runs, all of them kept; to go on: %s", p.Done, p.Total, a.commandLine())
		return failed(errInterrupted)
	}
	if err != nil {
		return a.stoppedBy(err, st.Dir)
	}
	if shard.Of > 1 {
		merge := "cumbre merge " + quote(st.Dir)
		if f.csv { // shares have no tables of their own
			merge += " --csv"
		}
		_, err := fmt.Fprintf(a.stdout, a.say("parte %s hecha: %d corridas (%d ya estaban), %d fallaron; para juntarlas: %s\n",
			"share %s done: %d runs (%d were there), %d failed; to put them together: %s\n"), shard, p.Done, p.Found, p.Failed, merge)
		if err == nil && p.Failed > 0 {
			err = errFailedRuns
		}
		return failed(err)
	}
	return a.mergeInto(st, sweep.MergeOptions{CSV: f.csv}, f.quiet)
}

// runAgainError says that a damaged part was put aside: its runs are missing.
type runAgainError struct{ error }

// errFailedRuns ends a command that did all it was to do and has said that runs failed.
var errFailedRuns = fmt.Errorf("runs failed: %w", errInterrupted)

// stoppedBy says what an error of the disk or of the program leaves behind, and what to do.
func (a *app) stoppedBy(err error, dir string) error {
	if isFull(err) {
		a.note("no queda lugar en el disco de %s: haga lugar, o mueva la carpeta a otro disco, y repita la misma orden; a lo sumo se perdió la parte que se escribía: %s",
			"there is no room left on the disk of %s: make room, or move the folder to another disk, and give the same command again; at most the part being written is lost: %s", dir, a.commandLine())
		return failed(err)
	}
	a.note("se detuvo; las partes que ya tenían su nombre están a salvo, y la misma orden continúa: %s", "it stopped; parts that had their names are safe, and the same command goes on: %s", a.commandLine())
	return failed(err)
}

// isFull reports whether there is no room for what was to be written.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// lockSweep makes and locks the folder. A share takes no lock: several write to one folder,
// and the same one run twice does no harm (see internal/sweep).
func (a *app) lockSweep(dir string, shard sweep.Shard) (*lock, error) {
	if shard.Of > 1 {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return nil, a.cannotWrite(dir, err)
		}
		return &lock{}, nil
	}
	l, err := lockFolder(dir)
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
