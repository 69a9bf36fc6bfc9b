package robust

import (
	"hash/fnv"
	"math"
	"slices"

	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/sim/detmath"
	"cumbre/sim/experiment"
	"cumbre/sim/rng"
)

// logFactor is how many times the least value of a range its greatest must be,
// for the range to be drawn by order of magnitude. Uniformly from 1 to 120 nine
// of ten worlds would lie above 12, and hardly any would see the lower decade; up
// to a factor of 20 the difference is small, and plain numbers are easier to read.
const logFactor = 20

// Axis is one drawn parameter: one axis of the space of worlds.
type Axis struct {
	Param     model.Param
	Event     string  // the event that sets it, of Points; "" for the scenario's own value
	Low, High float64 // what is drawn between
	Log       bool    // drawn uniformly in the logarithm
}

// Name is the parameter's name, with the event that sets it: gan_interval_days@gan-mature.
func (a Axis) Name() string { return calibrate.Free{Param: a.Param, Event: a.Event}.Name() }

// Space returns what is drawn: every parameter with a plausible range, which is
// every assumption, in the order of model.Params, but for those to keep. A reach of
// 1 draws from the whole of every range; a smaller one goes that share of the way
// from the values given, the scenario's, to either end.
func Space(values model.Values, reach float64, keep ...model.Param) []Axis {
	var all []Axis
	for _, p := range model.Params() {
		if p.Info().HasRange() && !slices.Contains(keep, p) {
			all = append(all, newAxis(p, values[p], reach))
		}
	}
	return all
}

// Between returns the axis of a parameter between two values: by order of magnitude
// where the greater is more than 20 times the less.
func Between(p model.Param, low, high float64) Axis {
	return Axis{Param: p, Low: low, High: high, Log: low > 0 && high > logFactor*low}
}

func newAxis(p model.Param, centre, reach float64) Axis {
	i := p.Info()
	a := Between(p, i.Low, i.High)
	if reach < 1 {
		a.Log = a.Log && centre > 0 // a scenario may leave the range
		a.Low, a.High = a.toward(centre, i.Low, reach), a.toward(centre, i.High, reach)
	}
	return a
}

// toward goes a share of the way from one value of the axis to another.
func (a Axis) toward(from, to, share float64) float64 {
	if !a.Log {
		return from + float64(share*(to-from))
	}
	start := detmath.Log(from)
	return detmath.Exp(start + float64(share*(detmath.Log(to)-start)))
}

// Value returns the parameter's value at a place in [0, 1) along the axis. The
// range of a whole number is widened by a half at either end before rounding, so
// that its ends get the same weight as the others.
func (a Axis) Value(place float64) float64 {
	if a.Param.Info().Whole {
		x := math.Floor(a.toward(a.Low-0.5, a.High+0.5, place) + 0.5)
		return min(max(x, math.Floor(a.Low)), math.Ceil(a.High))
	}
	return min(max(a.toward(a.Low, a.High, place), a.Low), a.High)
}

// drawPlace is the purpose of the draws of worlds. It lies far above those of
// the model (model/purpose.go), which draws under the same seed.
const drawPlace rng.Purpose = 1 << 20

// places draws where each of n worlds lies along each axis. The key of an axis is
// its parameter's name: a parameter more or less leaves the others as they are.
func places(axes []Axis, seed uint64, n int) [][]float64 {
	columns := make([][]float64, len(axes))
	for i, a := range axes {
		key := fnv.New64a()
		key.Write([]byte(a.Param.String()))
		columns[i] = experiment.Latin(rng.New(seed, 0).Stream(drawPlace, key.Sum64(), 0, 0), n)
	}
	return columns
}

// Place is the way back: where on the axis, from 0 to 1, a value of the parameter lies. Of
// a whole number it is that of the value itself, without the half at either end by which
// Value widens the range.
func (a Axis) Place(value float64) float64 {
	if a.Log {
		low := detmath.Log(a.Low)
		return (detmath.Log(value) - low) / (detmath.Log(a.High) - low)
	}
	return (value - a.Low) / (a.High - a.Low)
}
