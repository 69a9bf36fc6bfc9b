package stat

import "math"

// TimeWeighted integrates a level that stays constant between changes: a queue
// length, the number of seats filled. Times are in any one unit and never go
// back. It allocates nothing and is meant for use inside runs.
type TimeWeighted struct {
	start, last float64 // start of observation, time of the last change
	value       float64
	area        float64 // from start to last
	max         float64
	started     bool
}

// Start begins observation at time t with level v and forgets all before; call
// it again at the end of a warm-up.
func (w *TimeWeighted) Start(t, v float64) {
	*w = TimeWeighted{start: t, last: t, value: v, max: v, started: true}
}

// Set changes the level to v at time t. It panics before Start or if t is
// earlier than the last change.
func (w *TimeWeighted) Set(t, v float64) {
	w.area = w.Area(t)
	w.last, w.value = t, v
	w.max = max(w.max, v)
}

// Add changes the level by dv at time t, like Set.
func (w *TimeWeighted) Add(t, dv float64) { w.Set(t, w.value+dv) }

// Value returns the present level.
func (w *TimeWeighted) Value() float64 { return w.value }

// Area returns the integral of the level from the start to time t, in level
// times time. It panics before Start or if t is earlier than the last change.
func (w *TimeWeighted) Area(t float64) float64 {
	if !w.started || !(t >= w.last) {
		outside("TimeWeighted", "Start first, then times that never go back", w.last, t)
	}
	if t == w.last {
		return w.area // an infinite level held for no time adds nothing
	}
	return w.area + float64(w.value*(t-w.last))
}

// Mean returns the average level from the start to time t, NaN if no time has
// passed. It panics like Area.
func (w *TimeWeighted) Mean(t float64) float64 {
	area := w.Area(t)
	if t == w.start {
		return math.NaN()
	}
	return area / (t - w.start)
}

// Max returns the highest level since the start, levels held for no time
// included.
func (w *TimeWeighted) Max() float64 { return w.max }
