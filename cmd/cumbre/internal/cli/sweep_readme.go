package cli

import (
	"fmt"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// sweepReadme is README.txt: what the files are, how to load them, what each column means.
func (a *app) sweepReadme(st *sweep.Store, m sweep.Merged, csv bool) string {
	var b strings.Builder
	s := st.Study
	also := ""
	if csv {
		also = a.say("  *.csv          las mismas tablas como CSV (UTF-8, coma, punto decimal)\n", "  *.csv          the same tables as CSV (UTF-8, comma, decimal point)\n")
	}
	replications := fmt.Sprint(s.Replications)
	if s.Until != nil {
		replications = scenarios.UntilOf(s.Until) + fmt.Sprintf(a.say(", a lo sumo %d", ", at most %d"), s.Replications)
	}
	fmt.Fprintf(&b, a.say(sweepReadmeES, sweepReadmeEN), s.Title.In(a.lang), st.Points.N(), strings.Join(s.DesignNames(), ", "), replications, m.Runs, m.Failed, m.Digest, also, loadingOf(s))
	fmt.Fprintf(&b, "\n%s\n\n", a.say("COLUMNAS DE runs.parquet", "COLUMNS OF runs.parquet"))
	b.WriteString(a.columnTable(sweep.RunColumns(s)))
	if s.Years {
		fmt.Fprintf(&b, "\n%s\n\n", a.say("COLUMNAS DE years.parquet", "COLUMNS OF years.parquet"))
		b.WriteString(a.columnTable(sweep.YearColumns(s)))
	}
	return b.String()
}

func (a *app) columnTable(columns []sweep.Column) string {
	t := &layout.Table{Gap: 2, Columns: make([]layout.Column, 3)} // name, unit, text
	for _, c := range columns {
		describe(t, c.Name, compare.Unit(c.Unit, a.lang), c.Text.In(a.lang))
	}
	return t.Set(layout.Page{}) // the same for whatever screen
}

const sweepReadmeES = `RESULTADOS DE UN ESTUDIO DE CUMBRE

Estudio:   %s
Puntos:    %d
Diseños:   %s
Réplicas:  %s
Corridas:  %d, de las que fallaron %d
Huella:    %s

ARCHIVOS

  runs.parquet   una fila por corrida (punto, réplica, diseño)
  years.parquet  una fila por corrida y año, si el estudio las guarda
%s  study.yaml     el estudio, completo, con su escenario en scenario/; en esta carpeta
                 cumbre sweep study.yaml -o . continúa, y con --only N repite la corrida N
  sweep.json     de qué es la carpeta: por él se rechaza otro estudio o versión
  manifest.json  versión, escenario, semilla, factores, parámetros con su procedencia,
                 y SHA-256 de las tablas

Una misma réplica es el mismo mundo para todos los diseños y en todos los puntos:
compárelos por parejas dentro de cada punto y réplica, no como muestras independientes.
Una corrida que falló no tiene medidas: dice por qué en error, y en rerun la orden que la
repite. Unidad y texto de cada columna están también en los metadatos de los Parquet
(clave cumbre.columns). Un valor que no existe en una corrida es nulo.

CÓMO CARGARLOS

Cada programa da lo mismo: en cada punto, la media de las diferencias por parejas con el
primer diseño y su intervalo de confianza del 95%% (t de Student); si hay un solo diseño,
su media. Con más de cuatro factores, el punto lleva los valores de los cuatro primeros.
La línea comentada lee el CSV en vez del Parquet; los CSV los escribe
cumbre merge CARPETA --csv. Mientras el estudio corre, DuckDB y polars leen
parts/*.runs.parquet. En R también sirve el paquete nanoparquet. La t de DuckDB es un
desarrollo en serie: con 10 parejas yerra en 6 partes por millón.

%s`

const sweepReadmeEN = `RESULTS OF A STUDY OF CUMBRE

Study:         %s
Points:        %d
Designs:       %s
Replications:  %s
Runs:          %d, of which failed %d
Digest:        %s

FILES

  runs.parquet   one row per run (point, replication, design)
  years.parquet  one row per run and year, if the study keeps them
%s  study.yaml     the study in full, with its scenario in scenario/; in this folder
                 cumbre sweep study.yaml -o . goes on, and --only N repeats run N
  sweep.json     what the folder is of: by it another study or version is refused
  manifest.json  version, scenario, seed, factors, parameters with their provenance,
                 and SHA-256 of the tables

One replication is the same world for all designs and at all points: compare them in
pairs within points and replications, not as independent samples. A run that failed has
no measures: error says why, and rerun the command that repeats it. Unit and text of
every column are in the metadata of the Parquet files too (key cumbre.columns). A value
that does not exist in a run is null.

HOW TO LOAD THEM

Every program gives the same: at each point, the mean of the paired differences to the
first design with its 95%% confidence interval (Student's t); of a single design, its
mean. With more than four factors a point carries the values of the first four. The line
in a comment reads the CSV instead of the Parquet; cumbre merge FOLDER --csv writes the
CSV. While the study is under way DuckDB and polars read parts/*.runs.parquet. In R the
package nanoparquet does as well. DuckDB's t is an expansion in a series: with 10 pairs
it is off by 6 parts in a million.

%s`
