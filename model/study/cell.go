package study

import (
	"errors"
	"runtime/debug"

	"cumbre/model"
	"cumbre/sim/experiment"
)

// Run is what became of one run: one design in one cell.
type Run struct {
	Number      int64 // of the run within the study
	Point       int
	Values      []float64 // of the factors
	Design      int       // position in Study.Designs
	Replication int
	Result      *model.Result // nil if the run failed
	Err         error         // why; an *experiment.PanicError if the model panicked
}

// RunFunc runs one replication of one design of a Spec, whose values may have changed
// since the last one.
type RunFunc func(seed, replication uint64) *model.Result

// NewRunFunc makes one for a design of a Spec.
type NewRunFunc func(spec *model.Spec, design int) RunFunc

// Model runs the model itself.
func Model(spec *model.Spec, design int) RunFunc { return model.NewRunner(spec, design).Run }

// Worker runs cells, one after another, reusing memory; it is for one goroutine.
type Worker struct {
	study  *Study
	points *Points
	spec   *model.Spec
	places []*float64
	newRun NewRunFunc
	runs   []RunFunc // by design; nil after a failure
}

// NewWorker returns a worker.
func (p *Points) NewWorker(newRun NewRunFunc) *Worker {
	w := &Worker{study: p.study, points: p, spec: own(p.study.Spec), newRun: newRun, runs: make([]RunFunc, len(p.study.Designs))}
	factors := p.study.Factors()
	for _, f := range factors { // a place may be made, and move what was found before
		f.place(w.spec)
	}
	for _, f := range factors {
		w.places = append(w.places, f.place(w.spec))
	}
	return w
}

// Cell runs every design of a cell.
func (w *Worker) Cell(cell int64) []Run {
	point, replication := w.points.Cell(cell)
	values := w.points.Values(point)
	for i, place := range w.places {
		*place = values[i]
	}
	all := make([]Run, len(w.study.Designs))
	for d := range all {
		all[d] = Run{Number: cell*int64(len(all)) + int64(d), Point: point, Values: values, Design: d, Replication: replication}
		all[d].Result, all[d].Err = w.run(d, uint64(replication))
	}
	return all
}

// errNothing is a run that returned no result.
var errNothing = errors.New("the run returned no result")

// run runs one design. After a failure its memory may be half changed: the next run gets
// a new one.
func (w *Worker) run(design int, replication uint64) (r *model.Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			r, err = nil, &experiment.PanicError{Value: v, Stack: debug.Stack()}
		}
		if err != nil {
			w.runs[design] = nil
		}
	}()
	if w.runs[design] == nil {
		w.runs[design] = w.newRun(w.spec, w.study.Designs[design])
	}
	if r = w.runs[design](w.study.Seed, replication); r == nil {
		return nil, errNothing
	}
	return r, nil
}
