package history

import (
	"math"
	"slices"

	"cumbre/model"
)

// History is what one run leaves in the archives. Times are days since Spec.Start.
type History struct {
	Spec     *model.Spec
	Meetings [model.NumBodies][]float64 // when each body met, in order
	Sessions []float64                  // when a technical group sat: one entry per group and round
	Sat      []int                      // which group it was, by index in Spec.Groups
	Terms    []Term                     // presidencies pro tempore that began within the run, in order: the second, the third, …
	Mandates []model.MandateInfo        // in order of issue
	End      float64                    // the horizon
}

// Term is one presidency pro tempore.
type Term struct {
	Member     int
	Start, End float64 // End is NaN for the one in office at the horizon
}

// Recorder runs replications and keeps their history.
type Recorder struct {
	spec   *model.Spec
	runner *model.Runner
	now    *History
}

// NewRecorder returns a recorder of one design of a Spec; it is for one goroutine.
func NewRecorder(spec *model.Spec, design int) *Recorder {
	r := &Recorder{spec: spec, runner: model.NewRunner(spec, design)}
	r.runner.Watch(r.record, model.RecordMeeting, model.RecordSession, model.RecordPresidency)
	return r
}

// Run runs one replication. The History is the caller's to keep.
func (r *Recorder) Run(seed, replication uint64) (*History, *model.Result) {
	r.now = &History{Spec: r.spec, End: float64(r.spec.End - r.spec.Start)}
	result := r.runner.Run(seed, replication)
	r.now.Mandates = r.runner.Mandates()
	return r.now, result
}

func (r *Recorder) record(x model.Record) {
	h := r.now
	switch {
	case x.Kind == model.RecordMeeting:
		h.Meetings[x.Body] = append(h.Meetings[x.Body], x.Time)
	case x.Kind == model.RecordSession:
		h.Sessions = append(h.Sessions, x.Time)
		h.Sat = append(h.Sat, int(x.Value))
	case x.State == "incumbent":
		if n := len(h.Terms); n > 0 {
			h.Terms[n-1].End = x.Time
		}
		h.Terms = append(h.Terms, Term{x.Member, x.Time, math.NaN()})
	}
}

// Window is a stretch of time, days since Spec.Start; To is not part of it.
type Window struct{ From, To float64 }

func (w Window) holds(t float64) bool { return t >= w.From && t < w.To }

func (w Window) years() float64 { return (w.To - w.From) / model.DaysPerYear }

// within are the times of an ordered list that lie in the window.
func (w Window) within(times []float64) []float64 {
	from, _ := slices.BinarySearch(times, w.From)
	to, _ := slices.BinarySearch(times, w.To)
	return times[from:max(from, to)]
}

// treaties are the mandates that became treaties, signed before a time.
func (h *History) treaties(before float64) []model.MandateInfo {
	var all []model.MandateInfo
	for _, m := range h.Mandates {
		if m.Form == model.FormTreaty && m.Adopted < before { // false for NaN, never signed
			all = append(all, m)
		}
	}
	return all
}

// inForce reports whether a mandate was fulfilled before a time.
func inForce(m model.MandateInfo, before float64) bool {
	return m.State == "fulfilled" && m.Ended < before
}
