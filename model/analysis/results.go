package analysis

import (
	"fmt"
	"math"
	"slices"

	"cumbre/model"
	"cumbre/model/study"
)

// Collector takes in the results of runs: one number a run and measure, 8 bytes each, and
// little else.
type Collector struct {
	study   *study.Study
	points  *study.Points
	o       Options
	designs int

	watched int         // place of the measure that until looks at among those wanted; None without until
	watch   []float64   // its values, by cell and design; NaN if there is none
	cells   []int64     // that were taken in, in order
	values  [][]float64 // by metric, then cell and design; NaN if there is none
	last    int64       // run taken in last
	runs    int64
	failed  int64
}

// New returns a collector of the results of a study. It returns an error if an option is
// wrong.
func New(points *study.Points, o Options) (*Collector, error) {
	s := points.Study()
	o, err := o.withDefaults(s)
	if err != nil {
		return nil, err
	}
	return &Collector{study: s, points: points, o: o, designs: len(s.Designs), values: make([][]float64, len(o.Metrics)), last: -1, watched: watchedOf(s, o.Metrics)}, nil
}

// Metrics are the measures that Add wants, in its order: those of the options, then that
// which until looks at unless it is among them.
func (c *Collector) Metrics() []model.Metric {
	if c.watched == len(c.o.Metrics) {
		return append(slices.Clone(c.o.Metrics), c.study.Until.Metric)
	}
	return c.o.Metrics
}

// Add takes in a run by its number in the study, with its value of every measure, NaN
// where it has none; those of a failed run are not looked at. Runs come in order, some may
// be missing.
func (c *Collector) Add(run int64, failed bool, values []float64) error {
	if wanted := max(len(c.o.Metrics), c.watched+1); run <= c.last || len(values) != wanted {
		return fmt.Errorf("run %d after run %d, with %d values for %d measures", run, c.last, len(values), wanted)
	}
	c.last = run
	cell, design := run/int64(c.designs), int(run%int64(c.designs))
	if n := len(c.cells); n == 0 || c.cells[n-1] != cell {
		c.cells = append(c.cells, cell)
		for range c.designs {
			for m := range c.values {
				c.values[m] = append(c.values[m], math.NaN())
			}
			if c.watched != None {
				c.watch = append(c.watch, math.NaN())
			}
		}
	}
	c.runs++
	if failed {
		c.failed++
		return nil
	}
	row := (len(c.cells) - 1) * c.designs
	for m, value := range values {
		if math.IsInf(value, 0) {
			continue
		}
		if m < len(c.values) {
			c.values[m][row+design] = value
		}
		if m == c.watched {
			c.watch[row+design] = value
		}
	}
	return nil
}

// results are all results, found by point.
type results struct {
	*Collector
	from         []int   // where the rows of a point begin in rows, and one more
	rows         []int32 // places in cells, by point and then replication
	replications int     // one more than the last
	common       []int   // replications that every point has
	standing     []int   // points that stand for the space
	lots         *lottery
	places       [][]float64     // see coordinates
	sliced       map[int][][]int // see slices
	means        []*pointMeans   // by metric; see pointMeans
}

func (c *Collector) results() *results {
	r := &results{Collector: c, from: make([]int, c.points.N()+1), rows: make([]int32, len(c.cells)), means: make([]*pointMeans, len(c.o.Metrics))}
	for _, cell := range c.cells {
		point, _ := c.points.Cell(cell)
		r.from[point+1]++
	}
	for p := range c.points.N() {
		r.from[p+1] += r.from[p]
		if c.points.Stands(p) {
			r.standing = append(r.standing, p)
		}
	}
	next := append([]int(nil), r.from...)
	count := []int{}
	for i, cell := range c.cells {
		point, replication := c.points.Cell(cell)
		r.rows[next[point]] = int32(i)
		next[point]++
		for len(count) <= replication {
			count = append(count, 0)
		}
		count[replication]++
	}
	r.replications = len(count)
	for replication, n := range count {
		if n == c.points.N() {
			r.common = append(r.common, replication)
		}
	}
	return r
}

// of returns the rows of a point.
func (r *results) of(point int) []int32 { return r.rows[r.from[point]:r.from[point+1]] }

func (r *results) replication(row int32) int {
	_, replication := r.points.Cell(r.cells[row])
	return replication
}

// value returns the values of the designs in a row, for one measure.
func (r *results) value(metric int, row int32) []float64 {
	return r.values[metric][int(row)*r.designs : (int(row)+1)*r.designs]
}

// whole reports whether every design has every one of the measures in a row.
func (r *results) whole(metrics []int, row int32) bool {
	for _, m := range metrics {
		for _, v := range r.value(m, row) {
			if math.IsNaN(v) {
				return false
			}
		}
	}
	return true
}
