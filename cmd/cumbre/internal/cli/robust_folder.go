package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/robust"
	"cumbre/scenarios"
)

// worldsName is the file of data of a robust comparison.
const worldsName = "worlds.csv"

// worldsFolder is a folder of results of a robust comparison. A nil one writes
// nothing.
type worldsFolder struct {
	*folder
	csv *worldsCSV
}

// openWorlds claims the folder and opens the file that worlds are streamed to; nil if
// path is empty.
func (a *app) openWorlds(path string, spec *model.Spec, o robust.Options) (*worldsFolder, error) {
	claimed, err := a.claimFolder(path)
	if claimed == nil {
		return nil, err
	}
	f := &worldsFolder{folder: claimed}
	file, err := f.stage(worldsName)
	if err != nil {
		f.folder.discard()
		return nil, err
	}
	f.csv = newWorldsCSV(file, spec, o)
	return f, nil
}

func (f *worldsFolder) each() func(robust.World) error {
	if f == nil {
		return nil
	}
	return f.csv.write
}

func (f *worldsFolder) discard() {
	if f != nil {
		f.folder.discard()
	}
}

func (f *worldsFolder) replaces() bool { return f != nil && f.folder.replaces() }

// finish writes the other files and gives all their names.
func (f *worldsFolder) finish(r *robust.Robustness, rec robustness.Record) error {
	if f == nil {
		return nil
	}
	if err := closeCSV(f.csv.csv, f.csv.file); err != nil {
		return err
	}
	a := f.app
	page := report.NewRobust(r.Spec, r.Designs, rec, r.Axes, a.lang, report.Command(a.reproduceRobust(rec)), report.Version(currentVersion().Version))
	scenario, err := scenarios.Export(r.Spec)
	err = errors.Join(
		err,
		f.add(scenarioName, func(w io.Writer) error { _, err := w.Write(scenario); return err }),
		f.add("report.html", page.Write),
		f.add("README.txt", func(w io.Writer) error { return a.writeRobustReadme(w, r, rec) }),
	)
	err = errors.Join(err, f.addFigures(page.Figures()))
	if err != nil {
		return err
	}
	if err := f.add(manifestName, func(w io.Writer) error { return encode(w, f.manifest(r, rec)) }); err != nil {
		return err
	}
	return f.publish()
}

// robustManifest is manifest.json of a robust comparison, with its result in it.
type robustManifest struct {
	Program    string               `json:"program"`
	Version    versionInfo          `json:"version"`
	Command    string               `json:"command"`
	Scenario   scenarioManifest     `json:"scenario"`
	Designs    []designManifest     `json:"designs"`
	Drawn      []drawnManifest      `json:"drawn"`
	Parameters []parameterManifest  `json:"parameters"` // of the scenario, before the draw
	Robust     robustness.Record    `json:"robust"`
	Files      ordered[fileChecked] `json:"files"`
}

// drawnManifest says between what values a parameter was drawn, and how.
type drawnManifest struct {
	Name string `json:"name"`
	Low  number `json:"low"`
	High number `json:"high"`
	Log  bool   `json:"by_order_of_magnitude,omitempty"`
}

func (f *worldsFolder) manifest(r *robust.Robustness, rec robustness.Record) robustManifest {
	spec := r.Spec
	m := robustManifest{
		Program: program, Version: currentVersion(), Command: f.app.reproduceRobust(rec), Robust: rec, Parameters: parameterManifests(spec.Values),
		Scenario: scenarioManifest{spec.Name, textJSON(spec.Title), rec.ScenarioHash, spec.Start.String(), (spec.End - 1).String()},
	}
	for _, d := range r.Designs {
		m.Designs = append(m.Designs, newDesignManifest(d, spec.Rules))
	}
	for _, a := range r.Axes {
		m.Drawn = append(m.Drawn, drawnManifest{a.Name(), number(a.Low), number(a.High), a.Log})
	}
	for _, s := range f.staged {
		if s.sealed {
			m.Files.add(s.name, fileChecked{s.checksum()})
		}
	}
	return m
}

// worldsCSV is worlds.csv: a row per world, what was drawn and what came of it.
type worldsCSV struct {
	file *stagedFile
	csv  *csv.Writer
	spec *model.Spec
	o    robust.Options
}

func newWorldsCSV(file *stagedFile, spec *model.Spec, o robust.Options) *worldsCSV {
	c := &worldsCSV{file, csv.NewWriter(file), spec, o}
	_ = c.csv.Write(c.header()) // closeCSV reports what fails here
	return c
}

// worldKeys are the columns that say which world a row is of.
var worldKeys = []string{"scenario", "seed", "world"}

func (c *worldsCSV) header() []string {
	head := append([]string{}, worldKeys...)
	if p := c.o.Points; p != nil {
		head = append(head, "row")
		for _, f := range p.Free {
			head = append(head, f.Name()) // as in the file that the points are of
		}
	} else {
		for _, a := range robust.Space(c.spec.Values, c.o.Reach, c.o.Keep...) {
			head = append(head, column(a.Name(), a.Param.Info().Unit))
		}
	}
	for _, d := range c.o.Designs {
		for _, m := range robust.Measures {
			head = append(head, c.outcomeColumn(d, m))
		}
	}
	for _, m := range robust.Measures {
		head = append(head, "leader_"+m.String(), "clear_"+m.String())
	}
	return append(head, "digest")
}

func (c *worldsCSV) outcomeColumn(design int, m model.Metric) string {
	return c.spec.Designs[design].Name + "." + column(m.String(), m.Info().Unit)
}

func (c *worldsCSV) write(w robust.World) error {
	row := []string{c.spec.Name, strconv.FormatUint(c.o.Seed, 10), strconv.Itoa(w.Number)}
	if p := c.o.Points; p != nil {
		row = append(row, strconv.Itoa(p.Row(w.Number)+1))
	}
	for _, x := range w.Values {
		row = append(row, cell(x))
	}
	for _, outcome := range w.Outcomes {
		for _, x := range outcome {
			row = append(row, cell(x))
		}
	}
	for _, l := range w.Leaders {
		row = append(row, c.leader(l), strconv.FormatBool(l.Clear))
	}
	return c.csv.Write(append(row, w.Digest()))
}

// leader names who leads: a design, "tie", or nothing if the measure is undefined.
func (c *worldsCSV) leader(l robust.Leader) string {
	switch l.Design {
	case robust.None:
		return ""
	case robust.Tie:
		return "tie"
	}
	return c.spec.Designs[c.o.Designs[l.Design]].Name
}

// writeRobustReadme writes README.txt: what the files and columns are.
func (a *app) writeRobustReadme(w io.Writer, r *robust.Robustness, rec robustness.Record) error {
	var b strings.Builder
	fmt.Fprintf(&b, a.say(robustReadmeES, robustReadmeEN), a.reproduceRobust(rec), rec.Digest, layout.Page{}.Prose(a.words(r.Designs).ReadingOf(rec)))
	t := &layout.Table{Gap: 2, Columns: make([]layout.Column, 3)} // name, unit, text
	describe(t, "scenario", "", a.say("el escenario, por su nombre", "the scenario, by its name"))
	describe(t, "seed", "", a.say("la semilla de la orden, la misma en todas las filas", "the command's seed, the same in all rows"))
	describe(t, "world", "", a.say("el mundo, contado desde 0", "the world, counted from 0"))
	if r.Points != nil {
		describe(t, "row", "", a.say("la fila del conjunto aceptado, contada desde 1 sin el encabezado", "the row of the accepted set, counted from 1 without the header"))
	}
	for _, x := range r.Axes {
		i := x.Param.Info()
		name := column(i.Name, i.Unit)
		if r.Points != nil {
			name = x.Name()
		}
		describe(t, name, compare.Unit(i.Unit, a.lang), i.Text.In(a.lang))
	}
	for _, m := range robust.Measures {
		i := m.Info()
		describe(t, a.say("DISEÑO.", "DESIGN.")+column(i.Name, i.Unit), compare.Unit(i.Unit, a.lang), i.Text.In(a.lang)+a.say("; media de las réplicas de ese diseño", "; mean of that design's replications"))
	}
	describe(t, a.say("leader_MEDIDA", "leader_MEASURE"), "", a.say("el diseño que va en cabeza; tie: empate; vacío: ninguno tiene valor", "the design that leads; tie; empty: none has a value"))
	describe(t, a.say("clear_MEDIDA", "clear_MEASURE"), "", a.say("si su ventaja es mayor que su propio azar", "whether its lead is larger than its own chance"))
	describe(t, "digest", "", a.say("huella de las corridas del mundo", "fingerprint of the world's runs"))
	b.WriteString(t.Set(layout.Page{})) // the same for whatever screen
	_, err := io.WriteString(w, b.String())
	return err
}

const robustReadmeES = `RESULTADOS DE CUMBRE: COMPARACIÓN ROBUSTA

Orden:   %s
Huella:  %s

La misma orden con la misma versión del programa da los mismos archivos de
datos, hasta el último bit, en cualquier máquina.

ARCHIVOS

  report.html    el informe, en un solo archivo y sin red
  figures/       su figura, en SVG
  worlds.csv     una fila por mundo: sus valores y qué resultó
  scenario.yaml  el escenario, completo; cumbre robust scenario.yaml lo corre
  manifest.json  versión, escenario, semilla, qué varió y entre qué valores,
                 el resultado, y SHA-256 de los demás archivos

%s
worlds.csv está en UTF-8, con coma entre columnas y punto decimal;
una celda vacía es un valor que no existe (en alguna réplica no hubo ningún caso).

COLUMNAS DE worlds.csv

`

const robustReadmeEN = `RESULTS OF CUMBRE: ROBUST COMPARISON

Command: %s
Digest:  %s

The same command with the same version of the program gives the same data files,
to the last bit, on any machine.

FILES

  report.html    the report, one file, no network needed
  figures/       its figure, as SVG
  worlds.csv     one row per world: its values and what came of them
  scenario.yaml  the scenario, in full; cumbre robust scenario.yaml runs it
  manifest.json  version, scenario, seed, what varied between which values,
                 the result, and SHA-256 of the other files

%s
worlds.csv is UTF-8, with commas between columns and decimal points; an empty cell
is a value that does not exist (in some replication there was no case).

COLUMNS OF worlds.csv

`
