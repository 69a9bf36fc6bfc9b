package slurm

import (
	"fmt"
	"strings"

	"cumbre/model"
)

// The files that submitting keeps in the folder of a study, relative to it.
const (
	Folder      = "slurm"
	ArrayScript = Folder + "/array.sh"
	MergeScript = Folder + "/merge.sh"
	LogFolder   = Folder + "/logs"
	RecordName  = Folder + "/submit.json"
)

// Job is what the scripts run.
type Job struct {
	Options
	Name    string // of the jobs in the queue
	Program string // the path of cumbre, quoted for a shell
	Study   string // the file of the study within the folder
	Lang    string // of the comments
}

// Array is the script of one share. Paths in it are relative to the folder of the study,
// which sbatch makes the directory of the job: no name of a folder needs to be quoted for
// Slurm, and the folder may be moved.
func (j Job) Array() string {
	return j.script(
		model.Text{
			ES: "Una parte del estudio de esta carpeta: la tarea n corre la parte n. Lo escribió cumbre submit,\n" +
				"que la próxima vez lo escribe de nuevo. A mano, desde la carpeta del estudio:\n" +
				fmt.Sprintf("sbatch --array=1-%d %s", j.Shards, ArrayScript),
			EN: "A share of the study in this folder: task n runs share n. Written by cumbre submit, which\n" +
				"writes it anew the next time. By hand, from the folder of the study:\n" +
				fmt.Sprintf("sbatch --array=1-%d %s", j.Shards, ArrayScript),
		},
		j.Name, "%A_%a.log", j.Cores(),
		fmt.Sprintf(`sweep %s -o . --shard "$SLURM_ARRAY_TASK_ID/%d" --workers %d`, j.Study, j.Shards, j.Cores()))
}

// Merge is the script of the job that puts the shares together.
func (j Job) Merge() string {
	csv := ""
	if j.CSV {
		csv = " --csv"
	}
	return j.script(
		model.Text{
			ES: "Junta las partes del estudio de esta carpeta en sus tablas. Si falta alguna no escribe nada y\n" +
				"dice cómo seguir. A mano, desde la carpeta del estudio: sbatch " + MergeScript,
			EN: "Puts the shares of the study in this folder together into its tables. If one is missing it\n" +
				"writes nothing and says how to go on. By hand, from the folder of the study: sbatch " + MergeScript,
		},
		j.Name+"-merge", "merge-%j.log", 1, "merge ."+csv)
}

// script is one script. Slurm reads the last of two equal options, so that those of the user
// come last.
func (j Job) script(what model.Text, name, log string, cores int, command string) string {
	var b strings.Builder
	b.WriteString("#!/bin/bash\n")
	comment(&b, what.In(j.Lang))
	set := func(option, value string) {
		if value != "" {
			fmt.Fprintf(&b, "#SBATCH --%s=%s\n", option, value)
		}
	}
	set("job-name", name)
	set("output", LogFolder+"/"+log)
	set("open-mode", "append") // a task that is run again adds to its log
	b.WriteString("#SBATCH --requeue\n")
	set("ntasks", "1")
	set("cpus-per-task", fmt.Sprint(cores))
	set("mem", j.Mem)
	set("time", j.Time)
	set("partition", j.Partition)
	set("account", j.Account)
	for _, o := range j.More {
		fmt.Fprintf(&b, "#SBATCH %s\n", o)
	}
	b.WriteString("\n")
	comment(&b, model.Text{
		ES: "El programa con que se envió el estudio: partes de otra versión se rechazarían.",
		EN: "The program that the study was submitted with: parts of another version would be refused.",
	}.In(j.Lang))
	fmt.Fprintf(&b, "cumbre=%s\nif [[ ! -x $cumbre ]]; then\n  echo \"$cumbre: %s $(hostname)%s\" >&2\n  exit 127\nfi\n", j.Program,
		model.Text{ES: "no se puede ejecutar en", EN: "cannot be executed on"}.In(j.Lang),
		model.Text{ES: "; ponga el programa donde lo vean todos los nodos y envíe de nuevo", EN: "; put the program where all nodes see it and submit again"}.In(j.Lang))
	comment(&b, model.Text{
		ES: "exec: el programa reemplaza al intérprete y recibe él las señales de Slurm; así, cuando lo\ndetienen, guarda las corridas que tiene en curso.",
		EN: "exec: the program takes the place of the shell and gets Slurm's signals itself, so that when\nit is stopped it keeps the runs in hand.",
	}.In(j.Lang))
	fmt.Fprintf(&b, "exec \"$cumbre\" %s\n", command)
	return b.String()
}

func comment(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("# " + line + "\n")
	}
}
