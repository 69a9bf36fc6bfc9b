package biography

import (
	"slices"

	"cumbre/model"
)

// Chronicle is the institution's log between two dates, both included: who
// presides and governs, every meeting and what it decided, the files that lost
// their memory.
type Chronicle struct {
	Run
	From, To model.Date
	Entries  []Entry
	Waiting  [2]int // mandates before the High-Level Group, at the start of From and at the end of To
	// The last meeting of the High-Level Group before From and the first after
	// To; NaN if there is none.
	GANBefore, GANAfter float64
}

// Entry is one line of a Chronicle.
type Entry struct {
	Event
	SinceLast float64 // of a meeting: days since the body's last one; NaN for the first
	Passed    int     // of a meeting: ballots that carried
	Vetoes    []int   // of a meeting: vetoes by member
	Lost      []string
}

// Log writes the chronicle of a run between two dates.
func Log(spec *model.Spec, design int, seed, replication uint64, from, to model.Date) *Chronicle {
	h := relive(Run{spec, design, seed, replication}, nil)
	return h.chronicle(from, to)
}

func (h *history) chronicle(from, to model.Date) *Chronicle {
	start, end := float64(from-h.Spec.Start), float64(to+1-h.Spec.Start)
	c := &Chronicle{Run: h.Run, From: from, To: to, GANBefore: nan, GANAfter: nan}
	c.Waiting = [2]int{h.inState("before_gan", start), h.inState("before_gan", end)}
	var last [model.NumBodies]float64
	for b := range last {
		last[b] = nan
	}
	for _, e := range h.around {
		entry := Entry{Event: e}
		if e.Record.Kind == model.RecordMeeting {
			entry.SinceLast, last[e.Body] = e.Time-last[e.Body], e.Time
			c.noteGAN(e, start, end)
		}
		if e.Time < start || e.Time >= end {
			continue
		}
		h.complete(&entry)
		c.Entries = append(c.Entries, entry)
	}
	return c
}

// noteGAN keeps the meetings next to the period.
func (c *Chronicle) noteGAN(e Event, start, end float64) {
	switch {
	case e.Body != model.HighLevelGroup:
	case e.Time < start:
		c.GANBefore = e.Time
	case e.Time >= end && c.GANAfter != c.GANAfter:
		c.GANAfter = e.Time
	}
}

// complete adds to an entry what mandates report at the same time: the ballots
// of a meeting, the memory lost in a handover.
func (h *history) complete(e *Entry) {
	e.Vetoes = make([]int, len(h.Spec.Members))
	meeting := e.Record.Kind == model.RecordMeeting
	handover := e.Record.Kind == model.RecordPresidency && e.Record.State == "incumbent"
	for i := e.seq + 1; i < len(h.records) && h.records[i].Time == e.Time; i++ {
		r := h.records[i]
		switch {
		case meeting && r.Kind == model.RecordVeto && r.Body == e.Body:
			e.Vetoes[r.Member]++
		case meeting && r.Kind == model.RecordState && h.carried(i, e.Body):
			e.Passed++
		case handover && r.Kind == model.RecordMemoryLost:
			e.Lost = append(e.Lost, r.Mandate)
		}
	}
}

// carried reports whether record i is the step that follows a ballot of a body
// that carried: the vote before it is a consent.
func (h *history) carried(i int, b model.Body) bool {
	before := h.records[i-1]
	return before.Mandate == h.records[i].Mandate && before.Kind == model.RecordConsent && before.Body == b
}

// inState counts the mandates in a state just before a time.
func (h *history) inState(state string, at float64) int {
	now := make(map[string]string) // counted, never listed
	for _, r := range h.records {
		if r.Time >= at {
			break
		}
		if r.Kind == model.RecordState {
			now[r.Mandate] = r.State
		}
	}
	n := 0
	for _, s := range now {
		if s == state {
			n++
		}
	}
	return n
}

// Meetings counts the meetings of a body.
func (c *Chronicle) Meetings(b model.Body) int {
	return len(slices.DeleteFunc(slices.Clone(c.Entries), func(e Entry) bool {
		return e.Record.Kind != model.RecordMeeting || e.Body != b
	}))
}
