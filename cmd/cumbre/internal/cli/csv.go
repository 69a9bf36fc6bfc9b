package cli

import (
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
)

// runLabels say which run a row of data is of.
type runLabels struct {
	spec    *model.Spec
	designs []string // by position in the comparison
	seed    uint64
}

// of returns the cells by which a run is known.
func (l runLabels) of(replication, design int) []string {
	return []string{l.spec.Name, l.designs[design], strconv.Itoa(replication), strconv.FormatUint(l.seed, 10)}
}

var runKeys = []string{"scenario", "design", "replication", "seed"}

// runsCSV is runs.csv: one row a run, a column a metric.
type runsCSV struct {
	file   *stagedFile
	csv    *csv.Writer
	labels runLabels
}

func newRunsCSV(file *stagedFile, labels runLabels) *runsCSV {
	r := &runsCSV{file, csv.NewWriter(file), labels}
	header := runKeys[:len(runKeys):len(runKeys)]
	for _, m := range model.Metrics() {
		header = append(header, column(m.String(), m.Info().Unit))
	}
	_ = r.csv.Write(append(header, "digest")) // close reports what fails here
	return r
}

func (r *runsCSV) write(replication, design int, result *model.Result) error {
	row := r.labels.of(replication, design)
	for _, x := range result.Metrics {
		row = append(row, cell(x))
	}
	return r.csv.Write(append(row, fmt.Sprintf("%016x", result.Digest)))
}

func (r *runsCSV) close() error { return closeCSV(r.csv, r.file) }

// yearsCSV is years.csv: one row per run and calendar year, a column a series.
type yearsCSV struct {
	file   *stagedFile
	csv    *csv.Writer
	labels runLabels
	series []model.Series
}

func newYearsCSV(file *stagedFile, labels runLabels) *yearsCSV {
	y := &yearsCSV{file, csv.NewWriter(file), labels, model.SeriesOf(labels.spec)}
	header := slices.Concat(runKeys, []string{"year"})
	for _, s := range y.series {
		info := s.InfoIn(labels.spec)
		header = append(header, column(info.Name, info.Unit))
	}
	_ = y.csv.Write(header) // close reports what fails here
	return y
}

func (y *yearsCSV) write(replication, design int, result *model.Result) error {
	for i, values := range result.Years {
		row := append(y.labels.of(replication, design), strconv.Itoa(result.FirstYear+i))
		for _, s := range y.series {
			row = append(row, cell(values[s]))
		}
		if err := y.csv.Write(row); err != nil {
			return err
		}
	}
	return nil
}

func (y *yearsCSV) close() error { return closeCSV(y.csv, y.file) }

func closeCSV(w *csv.Writer, file *stagedFile) error {
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	return file.seal()
}

// cell writes a number so that it reads back to the same bits, with a decimal
// point in every language; nothing if it is undefined.
func cell(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// column names a column of data: the quantity and its unit, unless its name
// says the unit.
func column(name, unit string) string { return sweep.ColumnName(name, unit) }
