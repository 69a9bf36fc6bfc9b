package sweep

import (
	"cumbre/model/study"
)

// walker goes through the cells of a study in order, stage by stage. What the cells of a
// stage are may depend on the results of those before, which are given to it.
type walker struct {
	study  *study.Study
	points *study.Points
	n      int64 // points
	watch  *study.Watch
	stages []int
	stage  int
	from   int // replications of the stages before
	cell   int64
	end    int64
	known  []bool // by point
}

func (st *Store) walker() *walker {
	w := &walker{study: st.Study, points: st.Points, n: int64(st.Points.N()), stages: st.Study.Stages()}
	if u := st.Study.Until; u != nil {
		w.watch = u.NewWatch(st.Points.N(), len(st.Study.Designs))
		w.known = make([]bool, w.n)
	}
	return w
}

// nextStage goes on to the next stage; false if there is none, or no point needs it.
func (w *walker) nextStage() bool {
	if w.stage == len(w.stages) {
		return false
	}
	needed := w.watch == nil
	if w.watch != nil {
		for p := range w.known {
			w.known[p] = w.stage > 0 && w.watch.Known(p)
			needed = needed || !w.known[p]
		}
	}
	to := w.stages[w.stage]
	w.cell, w.end = int64(w.from)*w.n, int64(to)*w.n
	w.stage++
	w.from = to
	return needed
}

// next returns the next cell of the stage; false after the last.
func (w *walker) next() (cell int64, ok bool) {
	for ; w.cell < w.end; w.cell++ {
		if w.known != nil {
			if point, _ := w.points.Cell(w.cell); w.known[point] {
				continue
			}
		}
		w.cell++
		return w.cell - 1, true
	}
	return 0, false
}

// give tells what a cell resulted in. Cells of one point are to be given in order.
func (w *walker) give(cell int64, values []float64) {
	if w.watch != nil {
		point, _ := w.points.Cell(cell)
		w.watch.Add(point, values)
	}
}
