package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/slurm"
	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/study"
	"cumbre/scenarios"
)

// submitFlags are the flags of `cumbre submit`.
type submitFlags struct {
	slurm.Options
	folder string
	slurm  bool
	dryRun bool
}

func (a *app) submitCommand() *cobra.Command {
	var f submitFlags
	c := &cobra.Command{
		Use:   a.say("submit [ESTUDIO]", "submit [STUDY]"),
		Short: a.say("Envía un estudio a un clúster Slurm; otra vez, sólo lo que falte", "Submits a study to a Slurm cluster; again, only what is missing"),
		Long:  a.say(submitLongES, submitLongEN),
		Example: a.say(`  cumbre submit estudio.yaml -o resultados --slurm --dry-run        qué escribiría y enviaría
  cumbre submit estudio.yaml -o resultados --slurm --shards 40 --time 1:00:00 --mem 2G
  cumbre submit -o resultados --slurm                               envía lo que falte
  cumbre submit estudio.yaml -o r --slurm --sbatch=--constraint=amd --sbatch=--qos=larga`,
			`  cumbre submit study.yaml -o results --slurm --dry-run             what it would write and submit
  cumbre submit study.yaml -o results --slurm --shards 40 --time 1:00:00 --mem 2G
  cumbre submit -o results --slurm                                  submits what is missing
  cumbre submit study.yaml -o r --slurm --sbatch=--constraint=amd --sbatch=--qos=long`),
		Args: a.atMostOne(a.say("estudio", "study")),
		RunE: func(c *cobra.Command, args []string) error { return a.submit(c, args, f) },
	}
	flags := c.Flags()
	flags.StringVarP(&f.folder, "output", "o", "", a.say("carpeta de los resultados, que todos los nodos vean", "folder of the results, which all nodes see"))
	flags.BoolVar(&f.slurm, "slurm", false, a.say("envía a Slurm, con sbatch", "submits to Slurm, with sbatch"))
	flags.BoolVar(&f.dryRun, "dry-run", false, a.say("no escribe ni envía nada: imprime los guiones y las órdenes", "writes and submits nothing: prints scripts and commands"))
	flags.IntVar(&f.Shards, "shards", 0, a.say("partes en que se reparte el estudio (por omisión, de un cuarto de hora)", "shares that the study is dealt to (default: of a quarter of an hour)"))
	flags.StringVar(&f.Partition, "partition", "", a.say("partición de Slurm", "Slurm's partition"))
	flags.StringVar(&f.Account, "account", "", a.say("cuenta de Slurm", "Slurm's account"))
	flags.StringVar(&f.Time, "time", "", a.say("límite de tiempo de cada trabajo, como 2:00:00", "time limit of each job, as 2:00:00"))
	flags.StringVar(&f.Mem, "mem", "", a.say("memoria de cada trabajo, como 2G", "memory of each job, as 2G"))
	flags.IntVar(&f.CPUs, "cpus-per-task", 0, a.say("procesadores de cada parte, que corre otras tantas corridas a la vez (por omisión, 1)", "processors of each share, which runs as many runs at once (default: 1)"))
	flags.IntVar(&f.AtOnce, "at-once", 0, a.say("partes que corren a la vez a lo sumo", "shares that run at once at most"))
	flags.StringArrayVar(&f.More, "sbatch", nil, a.say("otra opción de sbatch, como --sbatch=--qos=larga; se repite", "a further option of sbatch, as --sbatch=--qos=long; may be repeated"))
	flags.BoolVar(&f.CSV, "csv", false, a.say("al juntar escribe las tablas también como CSV", "the merge writes the tables as CSV too"))
	return c
}

const submitLongES = `Envía un estudio a Slurm: un arreglo de trabajos, cuyas tareas son las partes del estudio,
y después de él un trabajo que las junta. Revisa antes todo el estudio. La carpeta guarda
el estudio y el escenario enteros, que es lo que corren los trabajos: editar después su
archivo no los cambia. Los guiones quedan en CARPETA/slurm y se pueden leer y enviar a mano;
los registros, en CARPETA/slurm/logs.

La misma orden otra vez envía sólo las partes a las que les falta algo, según los archivos
de resultados y nunca según la cola; sin ESTUDIO, el de la carpeta. Recuerda las opciones de
la vez anterior. Si están todas las corridas, envía sólo la unión; si están también las
tablas, lo dice. Una parte que corre dos veces no hace daño.

Se siguen los trabajos con squeue, y lo hecho, por los archivos, con cumbre status CARPETA.`

const submitLongEN = `Submits a study to Slurm: a job array, whose tasks are the shares of the study, and a job
after it that puts them together. The whole study is checked first. The folder keeps the
study and its scenario in full, and these are what the jobs run: editing your file later
does not change them. The scripts are in FOLDER/slurm, to be read and to be submitted by
hand; the logs, in FOLDER/slurm/logs.

The same command again submits only the shares that lack something, by the files of results
and never by the queue; without STUDY, that of the folder. It remembers the options of the
last time. If all runs are there it submits the merge alone; if the tables are there too, it
says so. A share that runs twice does no harm.

The jobs are watched with squeue, and what is done, by the files, with cumbre status FOLDER.`

// submit is `cumbre submit`. Nothing is written or submitted before all input is right.
func (a *app) submit(c *cobra.Command, args []string, f submitFlags) error {
	var wrong mistakes
	a.checkSubmit(c, f, &wrong)
	if f.folder == "" {
		wrong.add("%s", a.say("falta -o CARPETA, donde guardar los resultados", "-o FOLDER is missing, to keep the results in"))
		if len(args) == 0 {
			return wrong
		}
	}
	st, err := a.submitted(args, f.folder, &wrong)
	record, e := slurm.Read(f.folder)
	if e != nil {
		wrong.add(a.say("%v; bórrelo para olvidar las opciones anteriores", "%v; delete it to forget the earlier options"), e)
	}
	if err := errors.Join(err, wrong.err()); err != nil {
		return err
	}
	a.warnOverruled(st.Study)
	if !f.dryRun && slurm.Ready() != nil {
		return failed(errors.New(a.say("no se encuentra sbatch: esta orden es para un nodo de acceso de un clúster Slurm; --dry-run muestra lo que enviaría",
			"sbatch is not found: this command is for a login node of a Slurm cluster; --dry-run shows what it would submit")))
	}
	p, err := a.planSubmission(c, st, f, record)
	if err != nil || p == nil {
		return err
	}
	if f.dryRun {
		return failed(a.printSubmission(p))
	}
	return a.launch(p)
}

// checkSubmit checks the flags.
func (a *app) checkSubmit(c *cobra.Command, f submitFlags, wrong *mistakes) {
	if !f.slurm {
		wrong.add("%s", a.say("falta --slurm, que dice adónde", "--slurm is missing, which says where to"))
	}
	for _, n := range []struct {
		flag  string
		value int
	}{{"shards", f.Shards}, {"cpus-per-task", f.CPUs}, {"at-once", f.AtOnce}} {
		if c.Flags().Changed(n.flag) && n.value < 1 {
			wrong.add(a.say("--%s %d: tiene que ser 1 o más", "--%s %d: must be 1 or more"), n.flag, n.value)
		}
	}
	if f.Shards > sweep.MaxShards {
		wrong.add(a.say("--shards %d: a lo sumo %d", "--shards %d: at most %d"), f.Shards, sweep.MaxShards)
	}
	for _, w := range []struct{ flag, value string }{{"partition", f.Partition}, {"account", f.Account}} {
		if w.value != "" && !slurm.IsWord(w.value) {
			wrong.add(a.say("--%s %q: no es un nombre de Slurm", "--%s %q: is no name of Slurm's"), w.flag, w.value)
		}
	}
	if _, ok := slurm.ParseTime(f.Time); f.Time != "" && !ok {
		wrong.add(a.say("--time %q: se escribe minutos, horas:minutos:segundos o días-horas, como 90, 1:30:00 o 2-12", "--time %q: it is written minutes, hours:minutes:seconds or days-hours, as 90, 1:30:00 or 2-12"), f.Time)
	}
	if f.Mem != "" && !slurm.IsMemory(f.Mem) {
		wrong.add(a.say("--mem %q: se escribe como 2G o 500M", "--mem %q: it is written as 2G or 500M"), f.Mem)
	}
	for _, o := range f.More {
		if !slurm.IsOption(o) {
			wrong.add(a.say("--sbatch %q: no es una opción de sbatch que se pueda añadir: se escribe --sbatch=--qos=larga, y el arreglo, la dependencia y la carpeta los pone cumbre",
				"--sbatch %q: is no option of sbatch that can be added: it is written --sbatch=--qos=long, and the array, the dependency and the folder are set by cumbre"), o)
		}
	}
}

// submitted opens the study that is to be submitted: the one given, or that of the folder.
func (a *app) submitted(args []string, folder string, wrong *mistakes) (*sweep.Store, error) {
	if len(args) == 0 {
		if _, err := os.Stat(filepath.Join(folder, sweep.StudyName)); errors.Is(err, os.ErrNotExist) {
			wrong.add(a.say("falta el archivo del estudio: %s no es todavía la carpeta de ninguno", "want a study file: %s is not the folder of a study yet"), folder)
			return nil, nil
		}
		return a.openSweep(folder)
	}
	s, err := scenarios.Study(args[0], readFile)
	if s == nil {
		return nil, err
	}
	if folder != "" {
		if err := a.checkOther(folder, s); err != nil {
			wrong.add("%v", err)
		}
	}
	return sweep.Open(folder, s, programVersion()), err
}

// checkOther says why a folder cannot take a study that is to be submitted. There is no
// --restart here: jobs may still be writing to the folder.
func (a *app) checkOther(folder string, s *study.Study) error {
	var changed *sweep.ChangedError
	if errors.As(sweep.Check(folder, s, programVersion()), &changed) {
		return errors.New(a.changed("-o "+folder, changed) + "\n" + a.say("elija otra carpeta", "choose another folder"))
	}
	return a.checkSweep(folder, s, false)
}

var notInNames = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// jobName is what the jobs of a folder are called in the queue.
func jobName(folder string) string {
	return "cumbre-" + strings.Trim(notInNames.ReplaceAllString(filepath.Base(absolute(folder)), "-"), "-")
}

// resubmit is the command that submits what is missing.
func resubmit(folder string) string {
	return fmt.Sprintf("cumbre submit -o %s --slurm", quote(folder))
}
