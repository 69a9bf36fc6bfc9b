package cli

import (
	"fmt"
	"io"

	"cumbre/cmd/cumbre/internal/layout"
)

// writeReadme writes README.txt: what the files are, how to load the data, what each
// column means.
func (e *ensemble) writeReadme(w io.Writer, r result) error {
	a := e.app
	file := r.files()[0].name
	t := &layout.Table{Gap: 2, Columns: make([]layout.Column, 2)}
	for _, c := range r.columns() {
		t.Texts("  "+c[0], c[1])
	}
	_, err := fmt.Fprintf(w, a.say(ensembleReadmeES, ensembleReadmeEN), a.again(e.Replications, e.flags.seed), e.Digest, file,
		t.Set(layout.Page{})) // the same for whatever screen
	return err
}

const ensembleReadmeES = `RESULTADOS DE CUMBRE

Orden:   %s
Huella:  %s

La misma orden con la misma versión del programa, y el mismo conjunto aceptado si lo
hay, da los mismos archivos de datos, hasta el último bit, en cualquier máquina.

ARCHIVOS

  report.html    el informe, en un solo archivo y sin red
  figures/       sus figuras, en SVG
  scenario.yaml  el escenario en extenso
  manifest.json  versión, escenario, semilla, parámetros y SHA-256 de los archivos
  %s

CSV en UTF-8, con coma entre columnas y punto decimal. Celda vacía: no hay valor.

  R       x <- read.csv("%[3]s")
  Python  x = pandas.read_csv("%[3]s")
  Stata   import delimited using "%[3]s", clear varnames(1) case(preserve)

COLUMNAS

%[4]s`

const ensembleReadmeEN = `RESULTS OF CUMBRE

Command: %s
Digest:  %s

The same command with the same version of the program, and the same accepted set if
there is one, gives the same data files, to the last bit, on any machine.

FILES

  report.html    the report, one file, no network needed
  figures/       its figures, as SVG
  scenario.yaml  the scenario in full
  manifest.json  version, scenario, seed, parameters and SHA-256 of the files
  %s

CSV in UTF-8, with commas between columns and decimal points. Empty cell: no value.

  R       x <- read.csv("%[3]s")
  Python  x = pandas.read_csv("%[3]s")
  Stata   import delimited using "%[3]s", clear varnames(1) case(preserve)

COLUMNS

%[4]s`

// columns are those of replay.csv.
func (r *replay) columns() [][2]string {
	a := r.app
	return [][2]string{
		{"scenario, design", a.say("qué corrió", "what ran")},
		{"quantity, unit", a.say("la cantidad y en qué se mide", "the quantity and what it is measured in")},
		{"year", a.say("el año civil al que corresponde la ventana; vacío si a ninguno", "the calendar year that the window stands for; empty for none")},
		{"from, to", a.say("la ventana: primer día, y primer día después; el mismo si es de un día", "the window: first day, and first day after it; the same for one day")},
		{"role", a.say("qué vale el acierto: input, conditional, fitted, prediction", "what a hit is worth: input, conditional, fitted, prediction")},
		{"p5, p50, p95", a.say("percentiles de las historias simuladas", "percentiles of the simulated histories")},
		{"runs, undefined_runs", a.say("historias, y las que no tienen caso", "histories, and those without a case")},
		{"observed, low, high", a.say("lo observado y el intervalo que dejan sus fuentes", "what was observed and the interval its sources leave")},
		{"verdict", a.say("hit o miss; vacío si no hay qué comparar", "hit or miss; empty if there is nothing to compare")},
		{"source, confidence, note", a.say("de dónde sale lo observado", "where the observation comes from")},
	}
}

// columns are those of predictions.csv.
func (p *prediction) columns() [][2]string {
	a := p.app
	return [][2]string{
		{"quantity, unit", a.say("la cantidad y en qué se mide", "the quantity and what it is measured in")},
		{"scope", a.say("year: un año civil; cumulative: desde el inicio; moment: en ese día; ordinal: una presidencia", "year: a calendar year; cumulative: from the start; moment: on that day; ordinal: one presidency")},
		{"year, ordinal", a.say("el año, o el número de la presidencia desde la primera del escenario", "the year, or the presidency's number from the scenario's first")},
		{"member, member_share", a.say("quién la ejerce más a menudo, y en qué parte de las historias en que empieza", "who holds it most often, and in what share of the histories in which it begins")},
		{"from, to", a.say("la ventana: primer día, y primer día después; el mismo si es de un día; de los días hasta la entrada en vigor, firmados desde uno y antes del otro, y seguidos hasta el horizonte",
			"the window: first day, and first day after it; the same for one day; of days to entry into force, signed from the one and before the other, and followed to the horizon")},
		{"role", a.say("input: lo da el escenario; fitted: abarca años del registro; prediction: del modelo", "input: the scenario states it; fitted: it covers years of the record; prediction: the model's")},
		{"level, value", a.say("nivel y valor del cuantil; vacío si no hay caso o queda después del horizonte", "level and value of the quantile; empty for no case or beyond the horizon")},
		{"runs, undefined_runs, beyond_runs", a.say("historias, las que no tienen caso, las que quedan después del horizonte", "histories, those without a case, those beyond the horizon")},
	}
}
