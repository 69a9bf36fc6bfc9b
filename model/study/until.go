package study

import (
	"math"

	"cumbre/model"
	"cumbre/sim/stat"
)

// Until says how well the differences between designs are to be known at every point:
// replications go on until the half-width of the paired 95% interval of each design's
// difference to the first is no larger than asked.
//
// It is checked at a few numbers of replications only, so that whether a point goes on
// depends on results alone and not on who runs them when. Stopping when an interval
// happens to be narrow makes its coverage a little less than its level (Law 2015,
// section 9.4.1); the first check after ten replications keeps that small.
type Until struct {
	Metric    model.Metric
	Half      float64 // half-width asked for
	OfMean    bool    // in per cent of the baseline's mean
	level     float64
	firstLook int
}

// NewUntil returns the criterion.
func NewUntil(metric model.Metric, half float64, ofMean bool) *Until {
	return &Until{Metric: metric, Half: half, OfMean: ofMean, level: 0.95, firstLook: 10}
}

// Stages returns the numbers of replications after which points are looked at; the last
// is the most there may be. Each is a quarter more than the one before: looking more
// often would stop on chance more often.
func (s *Study) Stages() []int {
	if s.Until == nil {
		return []int{s.Replications}
	}
	var all []int
	for n := s.Until.firstLook; n < s.Replications; n += (n + 3) / 4 {
		all = append(all, n)
	}
	return append(all, s.Replications)
}

// Watch is what is known so far of the differences at every point.
type Watch struct {
	until *Until
	base  []stat.Tally    // by point
	diffs [][]stat.Paired // by point and design after the first
}

// NewWatch returns a watch that has seen nothing.
func (u *Until) NewWatch(points, designs int) *Watch {
	w := &Watch{until: u, base: make([]stat.Tally, points), diffs: make([][]stat.Paired, points)}
	for i := range w.diffs {
		w.diffs[i] = make([]stat.Paired, designs-1)
	}
	return w
}

// Value is what a run adds to the watch: NaN where it failed or the measure is undefined.
func (u *Until) Value(r *model.Result) float64 {
	if r == nil || math.IsInf(r.Metrics[u.Metric], 0) {
		return math.NaN()
	}
	return r.Metrics[u.Metric]
}

// Add takes in a cell of a point: a value for each design. Cells of one point must come
// in order of replication.
func (w *Watch) Add(point int, values []float64) {
	if x := values[0]; x == x {
		w.base[point].Add(x)
	}
	for d := range w.diffs[point] {
		w.diffs[point][d].Add(values[d+1], values[0])
	}
}

// Known reports whether every difference of a point is known as well as asked.
func (w *Watch) Known(point int) bool {
	want := w.until.Half
	if w.until.OfMean {
		want *= math.Abs(w.base[point].Mean()) / 100
	}
	for _, d := range w.diffs[point] {
		if !(d.Interval(w.until.level).HalfWidth() <= want) { // NaN is not known
			return false
		}
	}
	return true
}
