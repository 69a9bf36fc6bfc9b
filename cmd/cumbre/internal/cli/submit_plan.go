package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/slurm"
	"cumbre/cmd/cumbre/internal/sweep"
)

// submission is what is to be submitted.
type submission struct {
	store   *sweep.Store
	status  sweep.Status
	job     slurm.Job
	record  slurm.Record // of the submissions before, with the options of this one
	missing []int        // shards
	each    float64      // seconds of a whole share
}

// shareTime is how long a share is meant to take: long beside what starting a job costs,
// short beside the time limits of partitions.
const shareTime = 15 * time.Minute

// Bounds on the number of shares that is chosen for the user: some, so that a cluster is
// used at all; no more than most clusters take in an array.
const (
	fewestShards = 8
	mostShards   = 1000
)

// planSubmission finds out what is missing. It is nil if nothing is, which it says.
func (a *app) planSubmission(c *cobra.Command, st *sweep.Store, f submitFlags, record slurm.Record) (*submission, error) {
	status, err := st.Status()
	if err != nil {
		return nil, failed(err)
	}
	for _, d := range status.Damaged {
		a.noteDamaged(d)
	}
	p := &submission{store: st, status: status, record: record}
	p.record.Options = remembered(c, f.Options, record.Options)
	if status.Tables && status.Whole {
		if f.CSV {
			a.note("si faltan las tablas en CSV: cumbre merge %s --csv", "if the tables as CSV are missing: cumbre merge %s --csv", quote(st.Dir))
		}
		_, err := fmt.Fprintf(a.stdout, a.say("%s\nestán las %d corridas y las tablas: no hay nada que enviar\n", "%s\nall %d runs are there, and the tables: nothing to submit\n"), st.Study.Title.In(a.lang), status.Runs)
		return nil, failed(err)
	}
	if err := a.deal(p); err != nil {
		return nil, err
	}
	program, err := os.Executable()
	if err != nil {
		return nil, failed(err)
	}
	p.job = slurm.Job{Options: p.record.Options, Name: jobName(st.Dir), Program: quote(program), Study: sweep.StudyName, Lang: a.lang}
	if p.missing, err = st.Missing(p.job.Shards); err != nil {
		return nil, failed(err)
	}
	return p, nil
}

// remembered are the options of this time: those given, for the others those of the last.
func remembered(c *cobra.Command, now, before slurm.Options) slurm.Options {
	o := before
	for flag, take := range map[string]func(){
		"shards": func() { o.Shards = now.Shards }, "partition": func() { o.Partition = now.Partition }, "account": func() { o.Account = now.Account },
		"time": func() { o.Time = now.Time }, "mem": func() { o.Mem = now.Mem }, "cpus-per-task": func() { o.CPUs = now.CPUs },
		"at-once": func() { o.AtOnce = now.AtOnce }, "sbatch": func() { o.More = now.More }, "csv": func() { o.CSV = now.CSV },
	} {
		if c.Flags().Changed(flag) {
			take()
		}
	}
	return o
}

// deal settles how many shares there are and how long each takes.
func (a *app) deal(p *submission) error {
	o := &p.record.Options
	most, err := slurm.MaxIndex(context.Background())
	if errors.Is(err, slurm.ErrUnknown) { // sbatch will say
		most = sweep.MaxShards
	}
	if o.Shards > most {
		return fmt.Errorf(a.say("--shards %d: este clúster admite índices hasta %d en un arreglo (su MaxArraySize es %d); use --shards %d o menos, con más procesadores cada una (--cpus-per-task)",
			"--shards %d: this cluster takes indices up to %d in an array (its MaxArraySize is %d); use --shards %d or fewer, with more processors each (--cpus-per-task)"), o.Shards, most, most+1, most)
	}
	m, err := p.store.Measure(a.runs(), measuredCells)
	if err != nil {
		return failed(err)
	}
	cells := p.store.Cells()
	total := m.Each.Seconds() * float64(cells) * float64(len(p.store.Study.Designs)) / float64(o.Cores())
	if o.Shards == 0 {
		dealt := cells // one by one at most
		if p.store.Study.Until != nil {
			dealt = int64(p.store.Points.N())
		}
		o.Shards = int(min(max(total/shareTime.Seconds()+1, fewestShards), mostShards, float64(most), float64(dealt)))
	}
	p.each = total / float64(o.Shards)
	if limit, ok := slurm.ParseTime(o.Time); ok && p.each > limit.Seconds() {
		a.note("una parte tarda unos %s, más que --time %s: cada vez que se corte, lo corrido queda guardado y %s sigue; o use más partes (--shards)",
			"a share takes about %s, more than --time %s: each time it is cut, what has run is kept and %s goes on; or use more shares (--shards)", a.estimate(p.each), o.Time, resubmit(p.store.Dir))
	}
	return nil
}
