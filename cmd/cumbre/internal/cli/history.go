package cli

import (
	"fmt"
	"math"
	"runtime/debug"
	"slices"

	"cumbre/model"
)

// history is one replication of one design, watched: what happened to one
// mandate and to the institution while it was open.
type history struct {
	spec    *model.Spec
	runner  *model.Runner
	seed    uint64
	number  uint64 // of the replication
	result  *model.Result
	mandate model.MandateInfo
	records []model.Record // of the mandate and of the institution, in order
}

// newHistory runs the replication and watches the mandate of that name, or the
// most telling one if the name is empty. ok is false if there is none.
func newHistory(spec *model.Spec, design int, seed, replication uint64, name string) (h *history, ok bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("replication %d of seed %d: panic: %v\n%s", replication, seed, v, debug.Stack())
		}
	}()
	h = &history{spec: spec, runner: model.NewRunner(spec, design), seed: seed, number: replication}
	h.result = h.runner.Run(seed, replication)
	if h.mandate, ok = h.find(name); !ok {
		return h, false, nil
	}
	h.watch()
	return h, true, nil
}

// find returns a mandate of the last run. Without a name it is the one with the
// most vetoes of those fulfilled, or of all if none was; the first of equals.
func (h *history) find(name string) (best model.MandateInfo, ok bool) {
	rank := func(m model.MandateInfo) int {
		if m.State == "fulfilled" {
			return math.MaxInt32 + m.Vetoes
		}
		return m.Vetoes
	}
	for _, m := range h.runner.Mandates() {
		switch {
		case name == m.Name:
			return m, true
		case name == "" && (!ok || rank(m) > rank(best)):
			best, ok = m, true
		}
	}
	return best, ok
}

// watch runs the replication again, as the mandate is only known after it.
func (h *history) watch() {
	until := h.mandate.Ended
	if math.IsNaN(until) {
		until = math.Inf(1)
	}
	h.runner.Watch(func(r model.Record) {
		own := r.Mandate == h.mandate.Name
		around := r.Mandate == "" && r.Time >= h.mandate.Issued && r.Time <= until
		if own || around {
			h.records = append(h.records, r)
		}
	})
	h.runner.Run(h.seed, h.number)
	h.runner.Watch(nil)
}

// vetoes are the mandate's vetoes in order.
func (h *history) vetoes() []model.Record {
	return slices.DeleteFunc(slices.Clone(h.records), func(r model.Record) bool { return r.Kind != model.RecordVeto })
}

// otherwise is the same history without one veto.
type otherwise struct {
	mandate model.MandateInfo
	vetoes  []model.Record // of the mandate
	result  *model.Result
}

// without runs the history without one veto. The mandate is there again: it had
// been issued before it was vetoed.
func (h *history) without(veto model.Record) otherwise {
	var o otherwise
	h.runner.Spare(model.Veto{Mandate: veto.Mandate, Body: veto.Body, Round: veto.Round, Member: veto.Member})
	defer h.runner.SpareNone()
	h.runner.Watch(func(r model.Record) {
		if r.Kind == model.RecordVeto && r.Mandate == veto.Mandate {
			o.vetoes = append(o.vetoes, r)
		}
	})
	defer h.runner.Watch(nil)
	o.result = h.runner.Run(h.seed, h.number)
	o.mandate, _ = h.find(veto.Mandate)
	return o
}

// date is the civil date of a time of the simulation clock.
func (h *history) date(t float64) model.Date { return h.spec.Start + model.Date(math.Floor(t)) }
