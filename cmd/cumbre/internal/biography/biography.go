package biography

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"cumbre/model"
)

// Biography is the life of one mandate.
type Biography struct {
	Run
	model.MandateInfo
	Events []Event // in order of time
	Waits  Waits
}

// ErrNoMandates says that a run issued no mandate at all.
var ErrNoMandates = errors.New("this run issued no mandates")

// Of tells the life of a mandate of a run. An empty name chooses the fulfilled
// mandate with most vetoes, the first issued among equals; without a fulfilled
// one, the mandate with most vetoes. The error is an *UnknownError or
// ErrNoMandates.
func Of(spec *model.Spec, design int, seed, replication uint64, mandate string) (*Biography, error) {
	h := relive(Run{spec, design, seed, replication}, nil)
	i, err := h.find(mandate)
	if err != nil {
		return nil, err
	}
	return h.biography(i), nil
}

func (h *history) biography(i int) *Biography {
	b := &Biography{Run: h.Run, MandateInfo: h.mandates[i]}
	life, waits := h.life(b.MandateInfo)
	b.Waits = waits
	b.Events = slices.Concat(life, h.context(life[0], b.end()))
	slices.SortStableFunc(b.Events, inOrder)
	return b
}

// choose picks the mandate worth telling of: much contested, and fulfilled.
func (h *history) choose() (int, error) {
	best := -1
	better := func(a, b model.MandateInfo) bool {
		if done := a.State == "fulfilled"; done != (b.State == "fulfilled") {
			return done
		}
		return a.Vetoes > b.Vetoes
	}
	for i, m := range h.mandates {
		if best < 0 || better(m, h.mandates[best]) {
			best = i
		}
	}
	if best < 0 {
		return 0, ErrNoMandates
	}
	return best, nil
}

// end is when the mandate ended or, if it is open, the horizon.
func (b *Biography) end() float64 { return endOf(b.Run, b.MandateInfo) }

// Age is how long the mandate lived, days; to the horizon if it is open.
func (b *Biography) Age() float64 { return b.end() - b.Issued }

// VetoesCast lists the vetoes against the mandate, in order.
func (b *Biography) VetoesCast() []model.Veto {
	var all []model.Veto
	for _, e := range b.Events {
		if e.Kind == Ballot && e.Member != None {
			all = append(all, model.Veto{Mandate: b.Name, Body: e.Body, Round: e.Round, Member: e.Member})
		}
	}
	return all
}

func endOf(r Run, m model.MandateInfo) float64 {
	if math.IsNaN(m.Ended) {
		return r.horizon()
	}
	return m.Ended
}

// inOrder compares events by time and, at one time, by which was reported first.
func inOrder(a, b Event) int { return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.seq, b.seq)) }
