package biography

import (
	"fmt"
	"slices"

	"cumbre/model"
	"cumbre/scenarios"
)

// Run identifies one run: a design of a scenario, a seed and a replication.
type Run struct {
	Spec        *model.Spec
	Design      int // index in Spec.Designs
	Seed        uint64
	Replication uint64
}

// design is the design that ran.
func (r Run) design() *model.Design { return &r.Spec.Designs[r.Design] }

// horizon is the clock time at which the run ends, days.
func (r Run) horizon() float64 { return float64(r.Spec.End - r.Spec.Start) }

// date is the civil date of a clock time.
func (r Run) date(t float64) model.Date { return r.Spec.Start + model.Date(t) }

// history is a run with all it reported.
type history struct {
	Run
	records  []model.Record
	own      map[string][]int // indices in records, by mandate; "" for the institution
	around   []Event          // the institution's
	mandates []model.MandateInfo
	result   *model.Result
}

// relive runs r and keeps what it reports; a spared veto is taken away, nil is
// none.
func relive(r Run, spared *model.Veto) *history {
	h := &history{Run: r, own: make(map[string][]int)}
	runner := model.NewRunner(r.Spec, r.Design)
	if spared != nil {
		runner.Spare(*spared)
	}
	runner.Watch(func(x model.Record) {
		if x.Kind == model.RecordSession {
			return // no mandate's story: which of its groups a round seated
		}
		h.own[x.Mandate] = append(h.own[x.Mandate], len(h.records))
		h.records = append(h.records, x)
	})
	h.result = runner.Run(r.Seed, r.Replication)
	h.mandates = runner.Mandates()
	h.around = h.institution()
	return h
}

// members lists those that take part at a time, in order of the scenario.
func (h *history) members(at float64) []int {
	var all []int
	for i := range h.Spec.Members {
		joined := func(e Event) bool {
			return e.Record.Kind == model.RecordAccession && e.Member == i && e.Time <= at
		}
		if !h.Spec.Members[i].Joins || slices.ContainsFunc(h.around, joined) {
			all = append(all, i)
		}
	}
	return all
}

// UnknownError says that a run has no mandate of that name.
type UnknownError struct {
	Name  string
	Names []string // those it has
}

func (e *UnknownError) Error() string {
	s := fmt.Sprintf("no mandate %q in this run", e.Name)
	if near, ok := scenarios.Suggest(e.Name, e.Names); ok {
		s += fmt.Sprintf(": did you mean %q?", near)
	}
	return s
}

// find returns the index of a mandate by name; an empty name chooses one.
func (h *history) find(name string) (int, error) {
	if name == "" {
		return h.choose()
	}
	if i := slices.IndexFunc(h.mandates, func(m model.MandateInfo) bool { return m.Name == name }); i >= 0 {
		return i, nil
	}
	e := &UnknownError{Name: name}
	for _, m := range h.mandates {
		e.Names = append(e.Names, m.Name)
	}
	return 0, e
}
