package calibrate

import (
	"math"

	"cumbre/model"
	"cumbre/model/history"
	"cumbre/sim/abc"
)

// Calibration is what is fitted to what.
type Calibration struct {
	Spec    *model.Spec
	Design  int // of Spec.Designs: the one in force in history
	Free    []Free
	Targets []history.Target

	// Discrepancy is the standard deviation of what the model cannot get right, as a
	// share of each figure: no model is the world.
	Discrepancy float64
}

// Problem states the calibration for the sampler. One run of the Alliance is held
// against its one history: each fitted target with the error of its sources and the
// model's discrepancy. A target whose figure does not exist keeps its runs within the
// interval of its peers and prefers no value there.
func (c *Calibration) Problem() abc.Problem {
	p := abc.Problem{NewSimulator: c.simulator}
	for _, f := range c.Free {
		p.Low, p.High, p.Whole = append(p.Low, f.Low), append(p.High, f.High), append(p.Whole, f.Param.Info().Whole)
	}
	for _, t := range c.fitted() {
		observed, err := t.Value, t.Error(c.Discrepancy)
		if t.Use == history.Free {
			observed, err = 0, c.slack(&t)
		}
		p.Observed, p.Error = append(p.Observed, observed), append(p.Error, err)
	}
	return p
}

// fitted are the targets that pull on the parameters.
func (c *Calibration) fitted() []history.Target {
	var all []history.Target
	for _, t := range c.Targets {
		if t.Fitted() || t.Use == history.Free {
			all = append(all, t)
		}
	}
	return all
}

// slack is the error with which a run may leave an interval.
func (c *Calibration) slack(t *history.Target) float64 { return c.Discrepancy * (t.Low + t.High) / 2 }

func (c *Calibration) simulator() func(theta []float64, key uint64) ([]float64, error) {
	world := newWorld(c)
	fitted := c.fitted()
	return func(theta []float64, key uint64) ([]float64, error) {
		h := world.run(theta, key)
		y := make([]float64, len(fitted))
		for i := range fitted {
			y[i] = fitted[i].Of(h)
			if fitted[i].Use == history.Free {
				y[i] = outside(y[i], fitted[i].Low, fitted[i].High)
			}
		}
		return y, nil
	}
}

// outside is how far x lies from an interval: 0 within it.
func outside(x, low, high float64) float64 {
	if math.IsNaN(x) {
		return x
	}
	return max(low-x, 0) + max(x-high, 0)
}

// world runs the scenario at values of the free parameters, reusing its memory.
type world struct {
	spec     *model.Spec // its own, changed from run to run
	free     []*float64  // where the values go
	recorder *history.Recorder
}

func newWorld(c *Calibration) *world {
	w := &world{spec: own(c.Spec)}
	for _, f := range c.Free {
		w.free = append(w.free, f.place(w.spec))
	}
	w.recorder = history.NewRecorder(w.spec, c.Design)
	return w
}

// run is one replication; the key is its seed.
func (w *world) run(theta []float64, key uint64) *history.History {
	for i, x := range theta {
		*w.free[i] = x
	}
	h, _ := w.recorder.Run(key, 0)
	return h
}
