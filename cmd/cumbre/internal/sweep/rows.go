package sweep

import (
	"fmt"
	"math"
	"strings"

	"github.com/parquet-go/parquet-go"

	"cumbre/model"
	"cumbre/model/study"
)

// rower turns runs into rows of the two tables.
type rower struct {
	study   *study.Study
	designs []string
	whole   []bool // by factor
	series  []model.Series
}

func newRower(s *study.Study) *rower {
	r := &rower{study: s, designs: s.DesignNames(), series: model.SeriesOf(s.Spec)}
	for _, f := range s.Factors() {
		r.whole = append(r.whole, f.Param.Info().Whole)
	}
	return r
}

// row is a row in the making: values in the order of columns.
type row parquet.Row

func (r *row) put(v parquet.Value, optional bool) {
	defined := 0
	if optional && !v.IsNull() {
		defined = 1
	}
	*r = append(*r, v.Level(0, defined, len(*r)))
}

// number puts a number that may be undefined.
func (r *row) number(x float64) {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		r.put(parquet.NullValue(), true)
		return
	}
	r.put(parquet.DoubleValue(x), true)
}

// text puts a text; the empty one is none.
func (r *row) text(s string) {
	if s == "" {
		r.put(parquet.NullValue(), true)
		return
	}
	r.put(parquet.ByteArrayValue([]byte(s)), true)
}

func (w *rower) keys(x study.Run, size int) row {
	r := make(row, 0, size)
	r.put(parquet.Int64Value(x.Number), false)
	r.put(parquet.ByteArrayValue([]byte(w.study.Spec.Name)), false)
	r.put(parquet.Int32Value(int32(x.Point)), false)
	r.put(parquet.Int32Value(int32(x.Replication)), false)
	r.put(parquet.ByteArrayValue([]byte(w.designs[x.Design])), false)
	return r
}

// Rerun is the command that repeats a run, in the folder of the study.
func Rerun(run int64) string { return fmt.Sprintf("cumbre sweep %s --only %d", StudyName, run) }

// run is the row of a run.
func (w *rower) run(x study.Run) parquet.Row {
	r := w.keys(x, numKeys+len(w.whole)+int(model.NumMetrics)+4)
	r.put(parquet.Int64Value(int64(w.study.Seed)), false)
	for i, value := range x.Values {
		if w.whole[i] {
			r.put(parquet.Int32Value(int32(value)), false)
		} else {
			r.put(parquet.DoubleValue(value), false)
		}
	}
	digest, failure, rerun := "", "", ""
	if x.Err != nil {
		failure, rerun = oneLine(x.Err.Error()), Rerun(x.Number)
		for range model.NumMetrics {
			r.number(math.NaN())
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
	return parquet.Row(r)
}

// oneLine has no line breaks, which split a row of CSV for many programs, and is UTF-8.
func oneLine(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "?")), " ") }

// years are the rows of a run's years; none if it failed.
func (w *rower) years(x study.Run) []parquet.Row {
	if x.Err != nil {
		return nil
	}
	all := make([]parquet.Row, len(x.Result.Years))
	for i, values := range x.Result.Years {
		r := w.keys(x, numKeys+1+len(w.series))
		r.put(parquet.Int32Value(int32(x.Result.FirstYear+i)), false)
		for _, s := range w.series {
			r.number(values[s])
		}
		all[i] = parquet.Row(r)
	}
	return all
}
