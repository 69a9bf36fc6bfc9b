package cli

import (
	"encoding/csv"
	"io"
	"strconv"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/analysis"
	"cumbre/sim/stat"
)

// pointsName is the file of data of an analysis.
const pointsName = "points.csv"

// writePoints writes points.csv: a row per point, design and measure.
func (f found) writePoints(w io.Writer) error {
	out := csv.NewWriter(w)
	factors := sweep.FactorColumns(f.Study)
	head := []string{"scenario", "seed", "point"}
	for _, c := range factors {
		head = append(head, c.Name)
	}
	if err := out.Write(append(head, "design", "measure", "unit", "n", "mean", "low", "high", "difference", "difference_low", "difference_high", "probability_of_leading")); err != nil {
		return err
	}
	for p := range f.Points.N() {
		at := []string{f.Study.Spec.Name, strconv.FormatUint(f.Study.Seed, 10), itoa(p)}
		for _, x := range f.Points.Values(p) {
			at = append(at, cell(x))
		}
		for d := range f.Designs {
			for _, m := range f.Measures {
				if err := out.Write(append(at[:len(at):len(at)], f.pointCells(m, p, d)...)); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// pointCells is what a row says of a design and measure.
func (f found) pointCells(m analysis.Measure, point, design int) []string {
	g := m.At[point]
	e, i := g.Designs[design], m.Metric.Info()
	row := []string{f.Designs[design].Name, i.Name, i.Unit, itoa(g.Units)}
	row = append(row, ends(e)...)
	if design == 0 {
		row = append(row, "", "", "")
	} else {
		row = append(row, ends(g.Differences[design])...)
	}
	if g.Probability == nil {
		return append(row, "")
	}
	return append(row, cell(g.Probability[design]))
}

// ends are a mean and the ends of its interval.
func ends(e stat.Estimate) []string { return []string{cell(e.Mean), cell(e.Low), cell(e.High)} }
