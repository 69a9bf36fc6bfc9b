package sweep

import (
	"fmt"
	"math"
	"strings"

	"github.com/parquet-go/parquet-go"

	"cumbre/model"
	"cumbre/model/study"
)

// rower turns runs into rows of the two tables. A row is valid until the next.
type rower struct {
	study    *study.Study
	scenario parquet.Value
	designs  []parquet.Value
	whole    []bool // by factor
	series   []model.Series
	row      row
}

func newRower(s *study.Study) *rower {
	r := &rower{study: s, scenario: parquet.ByteArrayValue([]byte(s.Spec.Name)), series: model.SeriesOf(s.Spec)}
	for _, name := range s.DesignNames() {
		r.designs = append(r.designs, parquet.ByteArrayValue([]byte(name)))
	}
	for _, f := range s.Factors() {
		r.whole = append(r.whole, f.Param.Info().Whole)
	}
	return r
}

// row is a row in the making: values in the order of columns.
type row parquet.Row

// put puts a value that every row has.
func (r *row) put(v parquet.Value) { *r = append(*r, v.Level(0, 0, len(*r))) }

// none puts no value.
func (r *row) none() { *r = append(*r, parquet.NullValue().Level(0, 0, len(*r))) }

// some puts a value that not every row has.
func (r *row) some(v parquet.Value) { *r = append(*r, v.Level(0, 1, len(*r))) }

// number puts a number that may be undefined.
func (r *row) number(x float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		r.none()
		return
	}
	r.some(parquet.DoubleValue(x))
}

// text puts a text; the empty one is none.
func (r *row) text(s string) {
	if s == "" {
		r.none()
		return
	}
	r.some(parquet.ByteArrayValue([]byte(s)))
}

// keys begins a row.
func (w *rower) keys(x study.Run) *row {
	r := &w.row
	*r = (*r)[:0]
	r.put(parquet.Int64Value(x.Number))
	r.put(w.scenario)
	r.put(parquet.Int32Value(int32(x.Point)))
	r.put(parquet.Int32Value(int32(x.Replication)))
	r.put(w.designs[x.Design])
	return r
}

// Rerun is the command that repeats a run, in the folder of the study.
func Rerun(run int64) string { return fmt.Sprintf("cumbre sweep %s --only %d", StudyName, run) }

// run is the row of a run.
func (w *rower) run(x study.Run) parquet.Row {
	r := w.keys(x)
	r.put(parquet.Int64Value(int64(w.study.Seed)))
	for i, value := range x.Values {
		if w.whole[i] {
			r.put(parquet.Int32Value(int32(value)))
		} else {
			r.put(parquet.DoubleValue(value))
		}
	}
	digest, failure, rerun := "", "", ""
	if x.Err != nil {
		failure, rerun = oneLine(x.Err.Error()), Rerun(x.Number)
		for range model.NumMetrics {
			r.none()
		}
	} else {
		for _, value := range x.Result.Metrics {
			r.number(value)
		}
		digest = fmt.Sprintf("%016x", x.Result.Digest)
	}
	r.text(digest)
	r.text(failure)
	r.text(rerun)
	return parquet.Row(*r)
}

// oneLine has no line breaks, which split a row of CSV for many programs, and is UTF-8.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ") }

// years hands the rows of a run's years to add; none if it failed.
func (w *rower) years(x study.Run, add func(parquet.Row) error) error {
	if x.Err != nil {
		return nil
	}
	r := w.keys(x)
	for i := range x.Result.Years {
		*r = (*r)[:numKeys]
		r.put(parquet.Int32Value(int32(x.Result.FirstYear + i)))
		for _, s := range w.series {
			r.number(x.Result.Years[i][s])
		}
		if err := add(parquet.Row(*r)); err != nil {
			return err
		}
	}
	return nil
}
