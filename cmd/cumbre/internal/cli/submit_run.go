package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"cumbre/cmd/cumbre/internal/slurm"
	"cumbre/cmd/cumbre/internal/sweep"
)

// head says what of the study is missing.
func (a *app) head(p *submission) string {
	text := p.store.Study.Title.In(a.lang) + "\n"
	if len(p.missing) == 0 {
		return text + fmt.Sprintf(a.say("están las %d corridas; faltan las tablas\n", "all %d runs are there; the tables are not\n"), p.status.Runs)
	}
	atLeast := ""
	if p.status.AtMost {
		atLeast = a.say("al menos ", "at least ")
	}
	return text + fmt.Sprintf(a.say("faltan %s%d corridas, en %d de %d partes: %s\nuna parte entera tarda unos %s con %d a la vez, medido aquí\n",
		"%s%d runs are missing, in %d of %d shares: %s\na whole share takes about %s with %d at once, measured here\n"),
		atLeast, p.status.Missing, len(p.missing), p.job.Shards, slurm.Compact(p.missing), a.estimate(p.each), p.job.Cores())
}

// printSubmission says what would be written and submitted.
func (a *app) printSubmission(p *submission) error {
	var b strings.Builder
	b.WriteString(a.head(p))
	for _, s := range []struct{ name, text string }{{slurm.ArrayScript, p.job.Array()}, {slurm.MergeScript, p.job.Merge()}} {
		fmt.Fprintf(&b, a.say("\nescribiría %s:\n\n", "\nwould write %s:\n\n"), filepath.Join(p.store.Dir, filepath.FromSlash(s.name)))
		for line := range strings.Lines(s.text) {
			b.WriteString("    " + line)
		}
	}
	fmt.Fprintf(&b, a.say("\nenviaría, desde %s:\n\n", "\nwould submit, from %s:\n\n"), p.store.Dir)
	array := ""
	if len(p.missing) > 0 {
		array = a.say("ARREGLO", "ARRAY")
		fmt.Fprintf(&b, "    %s\n", strings.Join(slurm.ArrayCommand(p.missing, p.job.AtOnce), " "))
	}
	fmt.Fprintf(&b, "    %s\n", strings.Join(slurm.MergeCommand(array), " "))
	_, err := io.WriteString(a.stdout, b.String())
	return err
}

// launch writes the folder and submits the jobs.
func (a *app) launch(p *submission) error {
	if err := a.archive(p); err != nil {
		return err
	}
	if before := p.record.Jobs; len(before) > 0 && len(p.missing) > 0 {
		last := before[len(before)-1]
		a.note("si los trabajos anteriores siguen en la cola (squeue -j %s), lo que falta correrá dos veces: no hace daño, pero cuesta; scancel %s los quita",
			"if the earlier jobs are still in the queue (squeue -j %s), what is missing will run twice: that does no harm but costs; scancel %s takes them away", last.List(","), last.List(" "))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var jobs slurm.Jobs
	send := func(command []string) (string, error) {
		id, err := slurm.Submit(ctx, p.store.Dir, command, safeWriter{a.stderr})
		if err == nil {
			_, err = fmt.Fprintf(a.stdout, a.say("enviado %s: %s\n", "submitted %s: %s\n"), id, strings.Join(command, " "))
		}
		return id, err
	}
	fmt.Fprint(a.stdout, a.head(p))
	var err error
	if len(p.missing) > 0 {
		jobs.Shards = slurm.Compact(p.missing)
		if jobs.Array, err = send(slurm.ArrayCommand(p.missing, p.job.AtOnce)); err != nil {
			a.note("no se envió nada; la carpeta y los guiones quedan, y la misma orden sigue", "nothing was submitted; the folder and the scripts stay, and the same command goes on")
			return failed(err)
		}
	}
	if jobs.Merge, err = send(slurm.MergeCommand(jobs.Array)); err != nil {
		a.note("la unión no se envió: cuando terminen las partes, cumbre merge %s", "the merge was not submitted: once the shares are over, cumbre merge %s", quote(p.store.Dir))
	}
	p.record.Jobs = append(p.record.Jobs, jobs)
	if e := slurm.WriteRecord(p.store.Dir, p.record); err == nil {
		err = e
	}
	if err != nil {
		return failed(err)
	}
	dir := quote(p.store.Dir)
	_, err = fmt.Fprintf(a.stdout, a.say(`los trabajos: squeue -j %s
los registros: %s
lo hecho, por los archivos: cumbre status %s
si algo se pierde, esto envía sólo lo que falte: %s
`, `the jobs: squeue -j %s
their logs: %s
what is done, by the files: cumbre status %s
if something gets lost, this submits only what is missing: %s
`), jobs.List(","), quote(filepath.Join(p.store.Dir, filepath.FromSlash(slurm.LogFolder))), dir, resubmit(p.store.Dir))
	return failed(err)
}

// archive keeps the study in full and writes the scripts. The folder is locked meanwhile, and
// not while jobs are submitted: the first may run before the last is.
func (a *app) archive(p *submission) error {
	lock, err := a.lockSweep(p.store.Dir, sweep.Whole)
	if err != nil {
		return err
	}
	defer lock.release()
	if err := p.store.Begin(sweep.Whole); err != nil {
		return failed(err)
	}
	return failed(slurm.Write(p.store.Dir, p.job, p.record))
}
