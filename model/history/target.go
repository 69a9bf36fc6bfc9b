package history

import (
	"math"

	"cumbre/model"
)

// Use says what a target is for.
type Use string

// The uses of a target.
const (
	Calibrate  Use = "calibrate"  // parameters are fitted to it
	Check      Use = "check"      // held against the fitted model, not fitted
	Input      Use = "input"      // the scenario gives it: reproduced by construction, or not
	Free       Use = "free"       // no figure of the Alliance exists: the interval is that of its peers
	Unmodelled Use = "unmodelled" // the model has no such quantity
)

// Uses returns all uses.
func Uses() []Use { return []Use{Calibrate, Check, Input, Free, Unmodelled} }

// Target is a figure of the real Alliance that a run is held against.
type Target struct {
	Name       string    // the quantity's registry name, or what an input or unmodelled row calls it
	Quantity   *Quantity // nil for those rows
	From, To   model.Date
	Value      float64 // NaN if only an interval is known
	Low, High  float64 // what the sources allow, a 90 % interval; NaN if they say nothing
	Unit       string
	Use        Use
	Source     string
	Confidence string
	Note       string
}

// z90 is the normal quantile that makes [−z, z] a 90 % interval.
const z90 = 1.6448536269514722

// ObservationError is the standard deviation of the error of the figure itself: its
// interval read as a normal one of 90 %.
func (t *Target) ObservationError() float64 { return (t.High - t.Low) / (2 * z90) }

// Error is the standard deviation allowed between figure and run: the error of the figure
// and the model's discrepancy, which is a share of the figure, in quadrature.
func (t *Target) Error(discrepancy float64) float64 {
	obs, model := t.ObservationError(), discrepancy*math.Abs(t.Value)
	return math.Sqrt(float64(obs*obs) + float64(model*model))
}

// Fitted reports whether parameters are fitted to the target.
func (t *Target) Fitted() bool { return t.Use == Calibrate }

// Of computes the target's quantity in a run, over the target's window; NaN where there
// is none.
func (t *Target) Of(h *History) float64 {
	if t.Quantity == nil {
		return math.NaN()
	}
	start := h.Spec.Start
	return t.Quantity.Of(h, Window{float64(t.From - start), float64(t.To - start)})
}

// Verdict says how a run's distribution stands to a target.
type Verdict uint8

// The verdicts.
const (
	NotCompared Verdict = iota // nothing to compare
	Hit
	Miss
)

// Compare judges the 5th, 50th and 95th percentile of runs. Where the sources give an
// interval, the median must lie in it. Where they give a value, the band from the 5th to
// the 95th percentile must hold it, widened by the error of the value itself if that is
// known: half the band and half the interval, in quadrature, about the median.
func (t *Target) Compare(low, median, high float64) Verdict {
	if t.Quantity == nil || math.IsNaN(median) {
		return NotCompared
	}
	within := math.IsNaN(t.Low) || median >= t.Low && median <= t.High
	held := math.IsNaN(t.Value) || t.Value >= low && t.Value <= high
	if !held && !math.IsNaN(t.Low) {
		band, err := (high-low)/2, (t.High-t.Low)/2
		held = math.Abs(t.Value-median) <= math.Sqrt(float64(band*band)+float64(err*err))
	}
	return hitIf(within && held)
}

func hitIf(hit bool) Verdict {
	if hit {
		return Hit
	}
	return Miss
}
