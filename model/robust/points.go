package robust

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"cumbre/model"
	"cumbre/model/calibrate"
)

// Points are worlds that a calibration accepted: values of some parameters, together,
// that agree with the record. What they do not name stays as the scenario says.
type Points struct {
	Free []calibrate.Free // the columns; only parameter and event matter
	Rows [][]float64
}

// Row is the position of the row that a world takes. Resampling leaves copies of one
// point and its kin side by side, so the rows are visited in strides of the golden
// section: whatever number of worlds is asked for, they lie evenly over the rows.
func (p *Points) Row(world int) int {
	n := len(p.Rows)
	return int(uint64(world) * uint64(stride(n)) % uint64(n))
}

// stride is the step nearest above the golden section of n that visits all n rows
// before any twice.
func stride(n int) int {
	const golden = 0.6180339887498949
	step := max(1, int(golden*float64(n)))
	for gcd(step, n) != 1 {
		step++
	}
	return step
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// check says what is wrong with the points for a scenario.
func (p *Points) check(spec *model.Spec) error {
	if len(p.Rows) == 0 || len(p.Free) == 0 {
		return errors.New("no points: want at least one row of one parameter")
	}
	for _, f := range p.Free {
		if !f.In(spec) {
			return fmt.Errorf("the scenario has no place for %s", f.Name())
		}
	}
	for i, row := range p.Rows {
		if len(row) != len(p.Free) {
			return fmt.Errorf("row %d has %d values for %d parameters", i, len(row), len(p.Free))
		}
	}
	return nil
}

// axes are the columns, each from the least value of all rows to the greatest.
func (p *Points) axes() []Axis {
	all := make([]Axis, len(p.Free))
	for i, f := range p.Free {
		column := p.column(i, len(p.Rows))
		all[i] = Axis{Param: f.Param, Event: f.Event, Low: slices.Min(column), High: slices.Max(column)}
	}
	return all
}

// column holds the values of a parameter in the first worlds.
func (p *Points) column(i, worlds int) []float64 {
	x := make([]float64, worlds)
	for w := range x {
		x[w] = p.Rows[p.Row(w)][i]
	}
	return x
}

// places is where each world lies along each axis: what part of all worlds has smaller
// values. Points that agree with the record crowd, so thirds of the worlds say more
// than thirds of the way; equal values share the middle of their places.
func (p *Points) places(worlds int) [][]float64 {
	columns := make([][]float64, len(p.Free))
	for i := range columns {
		x := p.column(i, worlds)
		sorted := slices.Clone(x)
		slices.Sort(sorted)
		for w, value := range x {
			first, _ := slices.BinarySearch(sorted, value)
			past, _ := slices.BinarySearchFunc(sorted, value, func(e, v float64) int {
				if e <= v {
					return -1
				}
				return 1
			})
			x[w] = (float64(first) + float64(past)) / 2 / float64(worlds)
		}
		columns[i] = x
	}
	return columns
}

// kinds numbers the worlds by their values: copies of a point have one number.
func (p *Points) kinds(worlds int) []int {
	known := map[string]int{}
	all := make([]int, worlds)
	for w := range all {
		key := fmt.Sprint(p.Rows[p.Row(w)])
		kind, ok := known[key]
		if !ok {
			kind = len(known)
			known[key] = kind
		}
		all[w] = kind
	}
	return all
}

// effective is how many different worlds of equal weight would know a share as well as
// these (Kish 1965): their number squared by the sum of squares of how often each kind
// is among them. Without copies it is their number.
func effective(kinds []int) int {
	if len(kinds) == 0 {
		return 0
	}
	count := make([]int, slices.Max(kinds)+1)
	for _, k := range kinds {
		count[k]++
	}
	squares := 0
	for _, n := range count {
		squares += n * n
	}
	return int(math.Floor(float64(len(kinds)) * float64(len(kinds)) / float64(squares)))
}
