package analysis

import (
	"slices"

	"cumbre/model"
	"cumbre/model/study"
)

// watchedOf is where the measure that until looks at is among some, or would be after them;
// None without until.
func watchedOf(s *study.Study, metrics []model.Metric) int {
	if s.Until == nil {
		return None
	}
	if i := slices.Index(metrics, s.Until.Metric); i >= 0 {
		return i
	}
	return len(metrics)
}

// open says of a study with until how many runs are missing at least, up to the next look
// at each point that goes on, and at how many points the most replications there may be
// were too few.
func (r *results) open() (missing int64, unknown int) {
	watch := r.study.Until.NewWatch(r.points.N(), r.designs)
	for i, cell := range r.cells {
		point, _ := r.points.Cell(cell)
		watch.Add(point, r.watch[i*r.designs:(i+1)*r.designs])
	}
	stages := r.study.Stages()
	for p := range r.points.N() {
		n := len(r.of(p))
		stage, looked := slices.BinarySearch(stages, n)
		switch {
		case !looked && stage < len(stages):
			missing += int64(stages[stage] - n)
		case watch.Known(p):
		case stage < len(stages)-1:
			missing += int64(stages[stage+1] - n)
		default:
			unknown++
		}
	}
	return missing * int64(r.designs), unknown
}
