package cli

import (
	"fmt"
	"io"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/model"
	"cumbre/model/compare"
)

// writeReadme writes README.txt: what the files are, how to load them, what
// each column means.
func (a *app) writeReadme(w io.Writer, c *compare.Comparison) error {
	var b strings.Builder
	fmt.Fprintf(&b, a.say(readmeES, readmeEN), a.reproduce(c), c.Digest, loading)
	fmt.Fprintf(&b, "\n%s\n\n", a.say("COLUMNAS DE runs.csv", "COLUMNS OF runs.csv"))
	t := a.runColumns()
	for _, m := range model.Metrics() {
		describe(t, column(m.String(), m.Info().Unit), compare.Unit(m.Info().Unit, a.lang), m.Info().Text.In(a.lang))
	}
	describe(t, "digest", "", a.say("huella de la corrida: trayectoria y resultados", "fingerprint of the run: trajectory and results"))
	b.WriteString(t.Set(layout.Page{})) // the same for whatever screen
	fmt.Fprintf(&b, "\n%s\n\n", a.say("COLUMNAS DE years.csv (flujo: del año; nivel: al final del año)", "COLUMNS OF years.csv (flow: of the year; level: at its end)"))
	t = a.runColumns()
	describe(t, "year", "", a.say("el año civil; el primero y el último pueden estar incompletos", "the calendar year; the first and the last may be incomplete"))
	for _, s := range model.SeriesOf(c.Spec) {
		info := s.InfoIn(c.Spec)
		kind := a.say("nivel", "level")
		if info.Flow {
			kind = a.say("flujo", "flow")
		}
		describe(t, column(info.Name, info.Unit), compare.Unit(info.Unit, a.lang), info.Text.In(a.lang)+" ("+kind+")")
	}
	b.WriteString(t.Set(layout.Page{})) // the same for whatever screen
	_, err := io.WriteString(w, b.String())
	return err
}

// runColumns starts a table of columns with those that say which run a row is
// of.
func (a *app) runColumns() *layout.Table {
	t := &layout.Table{Gap: 2, Columns: make([]layout.Column, 3)} // name, unit, text
	for i, text := range []string{
		a.say("el escenario, por su nombre", "the scenario, by its name"),
		a.say("el diseño, por su nombre", "the design, by its name"),
		a.say("la réplica, contada desde 0: un mundo, el mismo para todos los diseños", "the replication, counted from 0: one world, the same for all designs"),
		a.say("la semilla de la orden, la misma en todas las filas", "the command's seed, the same in all rows"),
	} {
		describe(t, runKeys[i], "", text)
	}
	return t
}

func describe(t *layout.Table, name, unit, text string) { t.Texts("  "+name, unit, text) }

const readmeES = `RESULTADOS DE CUMBRE

Orden:   %s
Huella:  %s

La misma orden con la misma versión del programa da los mismos archivos de
datos, hasta el último bit, en cualquier máquina.

ARCHIVOS

  report.html    el informe, en un solo archivo y sin red
  figures/       sus figuras, en SVG
  runs.csv       una fila por corrida (escenario, diseño, réplica)
  years.csv      una fila por corrida y año
  scenario.yaml  el escenario tal como corrió, completo: lo heredado y lo que
                 cambiaron las opciones; cumbre compare scenario.yaml lo corre
  manifest.json  versión, escenario, semilla, diseños, parámetros con su
                 procedencia, y SHA-256 de los demás archivos

Los CSV están en UTF-8, con coma entre columnas y punto decimal. Una celda vacía
es un valor que no existe en esa corrida (la mediana de ningún caso).

Una misma réplica enfrenta a todos los diseños con el mismo mundo: compárelos
por parejas dentro de cada réplica, no como muestras independientes.

CÓMO CARGARLOS

%s
Excel: Datos > Desde texto/CSV, origen UTF-8, delimitador coma, región inglés
(para el punto decimal).
`

const readmeEN = `RESULTS OF CUMBRE

Command: %s
Digest:  %s

The same command with the same version of the program gives the same data files,
to the last bit, on any machine.

FILES

  report.html    the report, one file, no network needed
  figures/       its figures, as SVG
  runs.csv       one row per run (scenario, design, replication)
  years.csv      one row per run and year
  scenario.yaml  the scenario as it ran, in full: what it inherits and what the
                 flags changed; cumbre compare scenario.yaml runs it
  manifest.json  version, scenario, seed, designs, parameters with their
                 provenance, and SHA-256 of the other files

CSV files are UTF-8, with commas between columns and decimal points. An empty
cell is a value that does not exist in that run (the median of no cases).

Within one replication all designs face the same world: compare them in pairs
within replications, not as independent samples.

HOW TO LOAD THEM

%s
Excel: Data > From Text/CSV, origin UTF-8, delimiter comma.
`

// loading pairs the designs within replications; code is the same in both
// languages.
const loading = `R:
  runs <- read.csv("runs.csv")
  wide <- reshape(runs[c("replication", "design", "throughput_mandates_per_year")],
                  idvar = "replication", timevar = "design", direction = "wide")
  t.test(wide[[3]], wide[[2]], paired = TRUE)

Python:
  import pandas as pd
  runs = pd.read_csv("runs.csv", dtype={"seed": "uint64", "digest": str})
  wide = runs.pivot(index="replication", columns="design", values="throughput_mandates_per_year")
  print(wide.sub(wide[runs["design"].iloc[0]], axis=0).describe())

Stata:
  import delimited using "runs.csv", clear varnames(1) case(preserve)
  keep replication design throughput_mandates_per_year
  rename throughput_mandates_per_year t_
  reshape wide t_, i(replication) j(design) string
`
