package biography

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"

	"cumbre/model"
)

// Counterfactual is a run beside the same history without one veto.
type Counterfactual struct {
	Veto          model.Veto
	Number        int        // which of the mandate's vetoes, from 1
	Chosen        bool       // by WithoutPivotalVeto
	With, Without *Biography // of the mandate that was vetoed
	Split         int        // Events[Split] is the ballot at which the two part
	Rejoin        int        // so many events at the end are the same in both again
	Metrics       []Change   // in order of the registry
	Others        int        // other mandates of the run
	OtherEnds     int        // of those, how many are in another state at the end
}

// Change is a metric of the run with the veto and without it.
type Change struct {
	Metric        model.Metric
	With, Without float64
}

// VetoError says that a mandate was not vetoed as often as was asked for.
type VetoError struct {
	Mandate        string
	Number, Vetoes int
}

func (e *VetoError) Error() string {
	return fmt.Sprintf("mandate %s has %d vetoes: there is no veto %d", e.Mandate, e.Vetoes, e.Number)
}

// WithoutVeto compares a run with the same history without the number-th veto
// (from 1) against a mandate: that member consents in that ballot, and all else
// is drawn as before. An empty mandate chooses as Of does. The error is an
// *UnknownError, ErrNoMandates or a *VetoError.
func WithoutVeto(spec *model.Spec, design int, seed, replication uint64, mandate string, number int) (*Counterfactual, error) {
	fact := relive(Run{spec, design, seed, replication}, nil)
	i, err := fact.find(mandate)
	if err != nil {
		return nil, err
	}
	return fact.withoutVeto(i, number)
}

// WithoutPivotalVeto compares a run with the same history without the mandate's
// first pivotal veto: the first without which the mandate or the run would have
// ended otherwise. If none is, it is the first veto. Mandate and error are those
// of WithoutVeto.
func WithoutPivotalVeto(spec *model.Spec, design int, seed, replication uint64, mandate string) (*Counterfactual, error) {
	fact := relive(Run{spec, design, seed, replication}, nil)
	i, err := fact.find(mandate)
	if err != nil {
		return nil, err
	}
	c, err := firstPivotal(func(number int) (*Counterfactual, error) { return fact.withoutVeto(i, number) })
	if err != nil {
		return nil, err
	}
	c.Chosen = true
	return c, nil
}

// firstPivotal asks for one veto after the other until one is pivotal; after
// the last, which a *VetoError tells, it returns the first.
func firstPivotal(without func(number int) (*Counterfactual, error)) (*Counterfactual, error) {
	first, err := without(1)
	if err != nil {
		return nil, err
	}
	chosen := first
	for number := 2; !chosen.Pivotal(); number++ {
		chosen, err = without(number)
		var none *VetoError
		if errors.As(err, &none) {
			return first, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return chosen, nil
}

// withoutVeto compares a history with itself without a veto against mandate i.
func (h *history) withoutVeto(i, number int) (*Counterfactual, error) {
	c := &Counterfactual{Number: number, With: h.biography(i)}
	vetoes := c.With.VetoesCast()
	if number < 1 || number > len(vetoes) {
		return nil, &VetoError{c.With.Name, number, len(vetoes)}
	}
	c.Veto = vetoes[number-1]
	c.Split = c.With.ballotOf(c.Veto)
	other := relive(h.Run, &c.Veto)
	at, err := other.find(c.Veto.Mandate)
	if err != nil {
		return nil, err
	}
	c.Without = other.biography(at)
	c.Rejoin = rejoin(c.With.Events[c.Split+1:], c.Without.Events[c.Split+1:])
	c.compare(h, other)
	return c, nil
}

// ballotOf returns the index of the event at which a veto was cast.
func (b *Biography) ballotOf(v model.Veto) int {
	return slices.IndexFunc(b.Events, func(e Event) bool {
		return e.Kind == Ballot && e.Body == v.Body && e.Round == v.Round && e.Member == v.Member
	})
}

// rejoin counts the events at the end that two lives share.
func rejoin(a, b []Event) int {
	n := 0
	for n < min(len(a), len(b)) && same(a[len(a)-1-n], b[len(b)-1-n]) {
		n++
	}
	return n
}

// same compares events of two runs; their places among the records may differ.
func same(a, b Event) bool {
	a.seq, b.seq = 0, 0
	return reflect.DeepEqual(a, b)
}

// Replaced returns who vetoed instead, in the same ballot; None if nobody did.
// Under unanimity only the first objection is heard: without it, the next
// member's may be.
func (c *Counterfactual) Replaced() int { return c.Without.Events[c.Split].Member }

// Pivotal reports whether the veto decided anything: without it the mandate, a
// head metric of the run or the state of another mandate would have ended
// otherwise.
func (c *Counterfactual) Pivotal() bool {
	return len(c.Metrics) > 0 || c.OtherEnds > 0 || !sameEnd(c.With.MandateInfo, c.Without.MandateInfo)
}

func sameEnd(a, b model.MandateInfo) bool {
	return a.State == b.State && equal(a.Adopted, b.Adopted) && equal(a.Ended, b.Ended) && a.Depth == b.Depth
}

// equal compares values of which undefined ones are equal.
func equal(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// compare fills in what changed in the run as a whole.
func (c *Counterfactual) compare(fact, other *history) {
	for _, m := range model.Metrics() {
		with, without := fact.result.Metrics[m], other.result.Metrics[m]
		if m.Info().Head && !equal(with, without) {
			c.Metrics = append(c.Metrics, Change{m, with, without})
		}
	}
	states := make(map[string]string) // looked up, never listed
	for _, m := range other.mandates {
		states[m.Name] = m.State
	}
	for _, m := range fact.mandates {
		if m.Name == c.Veto.Mandate {
			continue
		}
		c.Others++
		if states[m.Name] != m.State {
			c.OtherEnds++
		}
	}
}
