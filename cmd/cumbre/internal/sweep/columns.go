package sweep

import (
	"strings"

	"cumbre/model"
	"cumbre/model/study"
)

// kind is the type of a column's values.
type kind uint8

const (
	text kind = iota
	float
	integer // 32 bits
	long    // 64 bits
	natural // 64 bits without a sign
)

var kindNames = [...]string{text: "text", float: "float64", integer: "int32", long: "int64", natural: "uint64"}

// Column is one column of a table.
type Column struct {
	Name     string
	Unit     string
	Text     model.Text
	kind     kind
	optional bool // some rows have no value
}

// Type is what the column's values are: text, float64, int32, int64 or uint64.
func (c Column) Type() string { return kindNames[c.kind] }

func keyColumns() []Column {
	return []Column{
		{Name: "run", kind: long, Text: model.Text{ES: "la corrida, contada desde 0; cumbre sweep study.yaml --only la repite", EN: "the run, counted from 0; cumbre sweep study.yaml --only repeats it"}},
		{Name: "scenario", Text: model.Text{ES: "el escenario, por su nombre", EN: "the scenario, by its name"}},
		{Name: "point", kind: integer, Text: model.Text{ES: "el punto del estudio, contado desde 0: un valor de cada factor", EN: "the point of the study, counted from 0: one value of each factor"}},
		{Name: "replication", kind: integer, Text: model.Text{ES: "la réplica, contada desde 0: un mundo, el mismo para todos los diseños y puntos", EN: "the replication, counted from 0: one world, the same for all designs and points"}},
		{Name: "design", Text: model.Text{ES: "el diseño, por su nombre", EN: "the design, by its name"}},
	}
}

// numKeys is how many key columns stand first in both tables.
var numKeys = len(keyColumns())

// RunColumns are the columns of the table of runs: a row a run.
func RunColumns(s *study.Study) []Column {
	all := append(keyColumns(), Column{Name: "seed", kind: natural, Text: model.Text{ES: "la semilla del estudio, la misma en todas las filas", EN: "the study's seed, the same in all rows"}})
	taken := map[string]bool{"digest": true, "error": true, "rerun": true}
	for _, c := range all {
		taken[c.Name] = true
	}
	for _, m := range model.Metrics() {
		taken[strings.ToLower(measureColumn(m))] = true
	}
	for _, f := range s.Factors() {
		all = append(all, factorColumn(f, taken))
	}
	for _, m := range model.Metrics() {
		i := m.Info()
		all = append(all, Column{Name: measureColumn(m), Unit: i.Unit, Text: i.Text, kind: float, optional: true})
	}
	return append(all,
		Column{Name: "digest", optional: true, Text: model.Text{ES: "huella de la corrida: trayectoria y resultados", EN: "fingerprint of the run: trajectory and results"}},
		Column{Name: "error", optional: true, Text: model.Text{ES: "por qué falló la corrida; nada si no falló", EN: "why the run failed; nothing if it did not"}},
		Column{Name: "rerun", optional: true, Text: model.Text{ES: "la orden que repite una corrida que falló, en esta carpeta", EN: "the command that repeats a run that failed, in this folder"}})
}

// FactorColumns are those of RunColumns that hold the values of the study's factors.
func FactorColumns(s *study.Study) []Column {
	return RunColumns(s)[numKeys+1:][:len(s.Factors())]
}

// measureColumn is the name of a measure's column.
func measureColumn(m model.Metric) string {
	i := m.Info()
	return ColumnName(i.Name, i.Unit)
}

// factorColumn is the column of a factor.
func factorColumn(f study.Factor, taken map[string]bool) Column {
	i := f.Param.Info()
	c := Column{Name: factorName(f, taken), Unit: i.Unit, Text: model.Text{ES: i.Text.ES + " [" + f.Name() + "]", EN: i.Text.EN + " [" + f.Name() + "]"}, kind: float}
	if i.Whole {
		c.kind = integer
	}
	return c
}

// YearColumns are the columns of the table of yearly series: a row per run and year.
func YearColumns(s *study.Study) []Column {
	all := append(keyColumns(), Column{Name: "year", kind: integer, Text: model.Text{ES: "el año civil; el primero y el último pueden estar incompletos", EN: "the calendar year; the first and the last may be incomplete"}})
	for _, series := range model.SeriesOf(s.Spec) {
		i := series.InfoIn(s.Spec)
		flow := model.Text{ES: " (nivel a fin de año)", EN: " (level at the year's end)"}
		if i.Flow {
			flow = model.Text{ES: " (flujo del año)", EN: " (flow of the year)"}
		}
		all = append(all, Column{Name: ColumnName(i.Name, i.Unit), Unit: i.Unit, Text: model.Text{ES: i.Text.ES + flow.ES, EN: i.Text.EN + flow.EN}, kind: float, optional: true})
	}
	return all
}
