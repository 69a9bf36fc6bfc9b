package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"cumbre/cmd/cumbre/internal/slurm"
	"cumbre/cmd/cumbre/internal/sweep"
)

func (a *app) noteDamaged(d sweep.Damaged) {
	if errors.Is(d.Err, sweep.ErrOther) {
		a.note("%s es de otro estudio y no cuenta", "%s is of another study and does not count", d.Path)
		return
	}
	if errors.Is(d.Err, sweep.ErrChanged) {
		a.note("%s cambió desde que se escribió: no cuenta, y lo que tenía falta", "%s has changed since it was written: it does not count, and what it held is missing", d.Path)
		return
	}
	a.note("%s está dañado y no cuenta: %v", "%s is damaged and does not count: %v", d.Path, d.Err)
}

// mergeInto makes the tables and says what there is.
func (a *app) mergeInto(st *sweep.Store, o sweep.MergeOptions, quiet bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, stop)()
	damaged := false
	o.Readme = func(m sweep.Merged) string { return a.sweepReadme(st, m, o.CSV) }
	o.Damaged = func(d sweep.Damaged) {
		damaged = true
		a.noteDamaged(d)
	}
	o.Stop = func() error { return context.Cause(ctx) }
	bar := a.mergeBar(quiet)
	o.Step = bar.step
	dir := st.Dir
	if o.Out != "" {
		dir = o.Out
	}
	m, err := st.Merge(o)
	bar.done()
	var changed *sweep.ChangedError
	switch {
	case errors.As(err, &changed):
		return errors.New(a.changed(changed.Dir, changed))
	case err != nil && ctx.Err() != nil:
		a.note("interrumpido al juntar las partes, que siguen ahí; para seguir: %s", "interrupted while the parts were put together; they are still there; to go on: %s", a.commandLine())
		return failed(errInterrupted)
	case errors.Is(err, sweep.ErrIncomplete) && damaged:
		return failed(runAgainError{errors.New(a.incomplete(st, m))})
	case errors.Is(err, sweep.ErrIncomplete):
		return failed(errors.New(a.incomplete(st, m)))
	case err != nil:
		return a.stoppedBy(err, dir)
	}
	return failed(a.printMerged(st, m, dir))
}

func (a *app) incomplete(st *sweep.Store, m sweep.Merged) string {
	text := fmt.Sprintf(a.say("faltan %d de %d corridas; --partial escribe las que hay", "%d of %d runs are missing; --partial writes those there are"), m.Missing, m.Total)
	if st.Study.Until != nil {
		text = a.say("faltan corridas; cumbre status dice cuántas, y --partial escribe las que hay", "runs are missing; cumbre status says how many, and --partial writes those there are")
	}
	if r, err := slurm.Read(st.Dir); err == nil && r.Shards > 0 {
		text += a.say("\npara enviar a Slurm sólo lo que falta: ", "\nto submit to Slurm only what is missing: ") + resubmit(absolute(st.Dir))
	}
	return text
}

// absolute is a folder by its whole name: in the log of a job . says nothing.
func absolute(dir string) string {
	if path, err := filepath.Abs(dir); err == nil {
		return path
	}
	return dir
}

func (a *app) printMerged(st *sweep.Store, m sweep.Merged, dir string) error {
	s := st.Study
	_, err := fmt.Fprintf(a.stdout, a.say("%s\n%s × %s: %s, fallaron %d\nhuella %s\n%s\n", "%s\n%s × %s: %s, %d failed\ndigest %s\n%s\n"),
		s.Title.In(a.lang), a.count(st.Points.N(), "punto", "puntos", "point", "points"), a.count(len(s.Designs), "diseño", "diseños", "design", "designs"),
		a.count(int(m.Runs), "corrida", "corridas", "run", "runs"), m.Failed, m.Digest, filepath.Join(dir, sweep.RunsName))
	if m.Missing > 0 {
		a.note("faltan %d de %d corridas: la tabla es la de un estudio más pequeño", "%d of %d runs are missing: the table is that of a smaller study", m.Missing, m.Total)
	}
	if m.Failed > 0 {
		a.note("%s: por qué, y la orden que la repite, están en las columnas error y rerun", "%s failed: why, and the command that repeats it, are in the columns error and rerun",
			a.count(int(m.Failed), "corrida fallida", "corridas fallidas", "run", "runs"))
		if err == nil {
			err = errFailedRuns
		}
	}
	return err
}
