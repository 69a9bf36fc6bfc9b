package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"cumbre/cmd/cumbre/internal/slurm"
	"cumbre/cmd/cumbre/internal/sweep"
)

// mergeFlags are the flags of `cumbre merge`.
type mergeFlags struct {
	folder  string
	partial bool
	csv     bool
}

func (a *app) mergeCommand() *cobra.Command {
	var f mergeFlags
	c := &cobra.Command{
		Use:   a.say("merge CARPETA...", "merge FOLDER..."),
		Short: a.say("Junta las partes de un estudio en sus tablas", "Puts the parts of a study together into its tables"),
		Long: a.say(`Junta las partes que corrió cumbre sweep --shard, estén en una carpeta o en varias, en
las tablas que habría dado una sola orden, hasta el último byte. Cuentan también las
tablas que ya haya en ellas, y lo que tenga la carpeta de -o. Repetirlo no cambia nada.
Una corrida hecha dos veces cuenta una. Carpetas de otro estudio, escenario o versión se
rechazan. Si faltan corridas no escribe nada y sale con 1, salvo con --partial. Una parte
dañada se aparta (.damaged): lo que tenía falta, y cumbre sweep lo corre otra vez. Si
algunas corridas fallaron lo escribe todo, lo dice y sale con 1.`,
			`Puts the parts that cumbre sweep --shard ran, in one folder or in several, together
into the tables that a single command would have given, to the last byte. Tables that are
there already count too, and so does what the folder of -o has. Doing it again changes
nothing. A run that was made twice counts once. Folders of another study, scenario or
version are refused. If runs are missing it writes nothing and exits with 1, but for
--partial. A damaged part is put aside (.damaged): what it held is missing, and cumbre
sweep runs it again. If some runs failed it writes everything, says so and exits with 1.`),
		Example: a.say("  cumbre merge resultados\n  cumbre merge nodo1 nodo2 nodo3 -o todo", "  cumbre merge results\n  cumbre merge node1 node2 node3 -o all"),
		Args:    a.someFolders,
		RunE:    func(_ *cobra.Command, args []string) error { return a.merge(args, f) },
	}
	c.Flags().StringVarP(&f.folder, "output", "o", "", a.say("carpeta de las tablas (por omisión, la primera)", "folder of the tables (default: the first)"))
	c.Flags().BoolVar(&f.partial, "partial", false, a.say("escribe las tablas de lo que hay aunque falten corridas", "writes the tables of what there is even if runs are missing"))
	c.Flags().BoolVar(&f.csv, "csv", false, a.say("escribe las tablas también como CSV", "writes the tables as CSV too"))
	return c
}

func (a *app) someFolders(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New(a.say("falta la carpeta de un estudio", "want the folder of a study"))
	}
	return nil
}

func (a *app) merge(dirs []string, f mergeFlags) error {
	st, err := a.openSweep(dirs[0])
	if err != nil {
		return err
	}
	var others []string
	var wrong mistakes
	for _, dir := range dirs[1:] {
		if filepath.Clean(dir) == filepath.Clean(dirs[0]) {
			continue
		}
		var changed *sweep.ChangedError
		if _, err := a.openSweep(dir); err != nil {
			wrong.add("%v", err)
		} else if errors.As(st.Accepts(dir), &changed) {
			wrong.add("%s", a.changed(dir, changed))
		}
		others = append(others, dir)
	}
	out := dirs[0]
	if f.folder != "" {
		out = f.folder
		if err := a.checkSweep(out, st.Study, false); err != nil {
			wrong.add("%v", err)
		}
	}
	if err := wrong.err(); err != nil {
		return err
	}
	lock, err := a.lockSweep(out, sweep.Whole)
	if err != nil {
		return err
	}
	defer lock.release()
	return a.mergeInto(st, sweep.MergeOptions{Out: f.folder, Others: others, Partial: f.partial, CSV: f.csv}, false)
}

func (a *app) statusCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   a.say("status CARPETA", "status FOLDER"),
		Short: a.say("Qué está hecho y qué falta de un estudio", "What of a study is done and what is missing"),
		Long: a.say(`Dice, por los archivos y nada más, cuántas corridas de un estudio están hechas, cuántas
fallaron y cuántas faltan. Sale con 0 si está todo, con 1 si falta algo o si alguna
corrida falló.`,
			`Tells, from the files and nothing else, how many runs of a study are done, how many
failed and how many are missing. Exits with 0 if all is there, with 1 if not or if a run
failed.`),
		Example: a.say("  cumbre status resultados", "  cumbre status results"),
		Args:    a.exactlyOne(a.say("la carpeta de un estudio", "the folder of a study")),
		RunE:    func(_ *cobra.Command, args []string) error { return a.status(args[0], asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say("imprime un objeto JSON", "prints one JSON object"))
	return c
}

// failureJSON is a run that failed.
type failureJSON struct {
	Run   int64  `json:"run"`
	Error string `json:"error"`
	Rerun string `json:"rerun"`
}

// statusJSON is what `cumbre status --json` prints.
type statusJSON struct {
	Study    textJSON      `json:"study"`
	Done     int64         `json:"done"`
	Failed   int64         `json:"failed"`
	Failures []failureJSON `json:"failures,omitempty"` // the first
	Missing  int64         `json:"missing"`
	Total    int64         `json:"total"`
	AtMost   bool          `json:"total_is_at_most,omitempty"`
	Complete bool          `json:"complete"`
	Tables   bool          `json:"tables"`
	Parts    int           `json:"parts"`
	Damaged  int           `json:"damaged"`
	Shards   int           `json:"shards,omitempty"` // that a study submitted to Slurm is dealt to
	Lacking  []int         `json:"missing_shards,omitempty"`
}

func (a *app) status(dir string, asJSON bool) error {
	st, err := a.openSweep(dir)
	if err != nil {
		return err
	}
	s, err := st.Status()
	if err != nil {
		return failed(err)
	}
	for _, d := range s.Damaged {
		a.noteDamaged(d)
	}
	shards, lacking, err := a.lacking(st, s)
	if err != nil {
		return err
	}
	if asJSON {
		var failures []failureJSON
		for _, f := range s.Failures {
			failures = append(failures, failureJSON{f.Run, f.Error, sweep.Rerun(f.Run)})
		}
		err = encode(a.stdout, statusJSON{textJSON(st.Study.Title), s.Runs, s.Failed, failures, s.Missing, s.Total, s.AtMost && !s.Whole, s.Whole, s.Tables, s.Parts, len(s.Damaged), shards, lacking})
	} else {
		_, err = io.WriteString(a.stdout, a.statusText(st, s)+a.lackingText(st, shards, lacking))
	}
	if err == nil && s.Failed > 0 {
		a.noteFailed(st, s)
		err = errFailedRuns
	}
	if err == nil && !s.Whole {
		err = errInterrupted
	}
	return failed(err)
}

// lacking are the shares in which something is missing, of a study that was submitted to
// Slurm, and how many shares there are.
func (a *app) lacking(st *sweep.Store, s sweep.Status) (of int, shards []int, err error) {
	record, err := slurm.Read(st.Dir)
	if err != nil || record.Shards == 0 {
		return 0, nil, failed(err)
	}
	if !s.Whole {
		shards, err = st.Missing(record.Shards)
	}
	return record.Shards, shards, failed(err)
}

func (a *app) lackingText(st *sweep.Store, of int, shards []int) string {
	if len(shards) == 0 {
		return ""
	}
	return fmt.Sprintf(a.say("falta algo en %d de %d partes: %s\nsi sus trabajos ya no están en la cola, esto envía sólo esas: %s\n", "something is missing in %d of %d shares: %s\nif their jobs are not in the queue any more, this submits only these: %s\n"),
		len(shards), of, slurm.Compact(shards), resubmit(st.Dir))
}

// noteFailed names the runs that failed, the first of them.
func (a *app) noteFailed(st *sweep.Store, s sweep.Status) {
	for _, f := range s.Failures {
		a.note("la corrida %d falló: %s; para repetirla, en %s: %s", "run %d failed: %s; to repeat it, in %s: %s", f.Run, f.Error, quote(st.Dir), sweep.Rerun(f.Run))
	}
	if more := s.Failed - int64(len(s.Failures)); more > 0 {
		a.note("y %d más", "and %d more", more)
	}
}

func (a *app) statusText(st *sweep.Store, s sweep.Status) string {
	text := st.Study.Title.In(a.lang) + "\n"
	if s.AtMost && !s.Whole {
		text += fmt.Sprintf(a.say("hechas %d corridas de a lo sumo %d; faltan al menos %d; fallaron %d\n", "done: %d runs of at most %d; missing: at least %d; failed: %d\n"), s.Runs, s.Total, s.Missing, s.Failed)
	} else {
		text += fmt.Sprintf(a.say("hechas %d corridas de %d (%d %%); faltan %d; fallaron %d\n", "done: %d runs of %d (%d%%); missing: %d; failed: %d\n"), s.Runs, s.Total, share(s.Runs, s.Total), s.Missing, s.Failed)
	}
	switch {
	case s.Tables:
		text += a.say("las tablas están escritas\n", "the tables are written\n")
	case s.Whole:
		text += fmt.Sprintf(a.say("faltan las tablas: cumbre merge %s\n", "the tables are not written yet: cumbre merge %s\n"), quote(st.Dir))
	}
	return text
}
