package biography

import (
	"math"
	"slices"

	"cumbre/model"
)

// Kind says what an Event tells.
type Kind uint8

// The kinds of events. All but Context and Reform are the mandate's own.
const (
	Issued       Kind = iota
	Stage             // entered State
	Work              // Finishes: everyone did their part of what State asks for
	Reservation       // Member's two ministries came to Body not agreed
	Ballot            // before Body: Consents, Dissents, and Member if it vetoed
	Amendment         // Depth is what the text keeps
	PassedOn          // Member takes over From's part of the work in hand
	MemoryLost        // Member took over the presidency and not the file
	CaughtUp          // Member's coordinator knows the file again, which was lost at Since
	Ratification      // by Member
	Neglect           // Member lets what was adopted lie
	Resumption        // Member takes it up again
	End               // State; Missing had not finished, Unratified had not ratified, Behind had not caught up
	Context           // the institution: Record
	Reform            // the design came into force
)

var kindNames = [...]string{"issued", "stage", "work", "reservation", "ballot", "amendment", "passed_on", "memory_lost", "caught_up", "ratification", "neglect", "resumption", "end", "context", "reform"}

// String names the kind as data files do.
func (k Kind) String() string { return kindNames[k] }

// None is no member.
const None = -1

// Secretariat stands for the secretariat where a member is expected.
const Secretariat = model.MaxMembers

// Event is one thing that happened to a mandate, or around it.
type Event struct {
	Time  float64 // days since Spec.Start
	Kind  Kind
	State string // of the mandate, after the event; for Work, the state that asked for it
	Body  model.Body
	Round int // of negotiation before Body, from 0

	Member               int // None if nobody in particular
	Consents, Dissents   []int
	Finishes             []Finish // in order: the last one kept the others waiting
	Partial              bool     // the Work was never completed
	Missing, Unratified  []int
	Behind               []int
	From                 int     // of a PassedOn
	Depth, Before, Since float64 // Since: when the State that asked for the Work began

	Record model.Record // of a Context
	Was    string       // state of the government before a Context about it; of the mandate before its End

	seq int // which record it comes from: the order of what happens at one time
}

// Finish is when a delegation (or Secretariat) finished its part.
type Finish struct {
	Member int
	Time   float64
}

// Wait is how long after the others the last one finished, days; of work by one
// alone it is 0. How much of it was waiting, Waits tells.
func (e Event) Wait() float64 {
	n := len(e.Finishes)
	if n < 2 || e.Partial {
		return 0
	}
	return e.Finishes[n-1].Time - e.Finishes[n-2].Time
}

// life turns a mandate's records into events and tells for whom it waited.
func (h *history) life(m model.MandateInfo) ([]Event, Waits) {
	t := teller{h: h, m: m, depth: m.ProposedDepth, since: m.Issued}
	for _, i := range h.own[m.Name] {
		t.seq = i
		t.tell(h.records[i])
	}
	if math.IsNaN(m.Ended) {
		t.seq = len(h.records)
		t.end(h.horizon(), m.State)
	}
	slices.SortStableFunc(t.events, inOrder)
	return t.events, t.clerk.waits
}

// teller gathers what belongs together: the votes of a ballot, the parts of a
// piece of work.
type teller struct {
	h        *history
	m        model.MandateInfo
	seq      int // of the record being told
	events   []Event
	state    string
	since    float64 // when it entered state
	depth    float64
	ballot   *Event
	finishes []Finish
	lastTask int     // its seq
	lost     float64 // when its memory was
	clerk    clerk
}

// tell lets the clerk enter a record last: at the end of a state it is asked what
// that state left undone.
func (t *teller) tell(r model.Record) {
	defer t.clerk.note(r, t.h)
	switch r.Kind {
	case model.RecordState:
		t.enter(r)
	case model.RecordConsent, model.RecordDissent, model.RecordVeto:
		t.vote(r)
	case model.RecordTask:
		t.task(r)
	case model.RecordReservation:
		t.add(Event{Kind: Reservation, Time: r.Time, Body: r.Body, Member: r.Member})
	case model.RecordAmended:
		t.finishWork(false)
		t.add(Event{Kind: Amendment, Time: r.Time, Body: r.Body, Round: r.Round, Member: None, Depth: r.Value, Before: t.depth})
		t.depth = r.Value
	case model.RecordRatified:
		t.add(Event{Kind: Ratification, Time: r.Time, Member: r.Member})
	case model.RecordNeglect:
		t.add(Event{Kind: Neglect, Time: r.Time, Member: r.Member})
	case model.RecordResumed:
		t.add(Event{Kind: Resumption, Time: r.Time, Member: r.Member})
	case model.RecordPassedOn:
		t.add(Event{Kind: PassedOn, Time: r.Time, Member: party(r.Member), From: party(int(r.Value))})
	case model.RecordMemoryLost:
		t.lost = r.Time
		t.add(Event{Kind: MemoryLost, Time: r.Time, Member: r.Member})
	case model.RecordCaughtUp:
		t.add(Event{Kind: CaughtUp, Time: r.Time, Member: r.Member, Since: t.lost})
	}
}

func (t *teller) add(e Event) {
	if e.State == "" {
		e.State = t.state
	}
	if e.seq == 0 {
		e.seq = t.seq
	}
	t.events = append(t.events, e)
}

// enter ends what the last state asked for and begins the next.
func (t *teller) enter(r model.Record) {
	if t.ballot != nil {
		t.add(*t.ballot)
		t.ballot = nil
	}
	left := t.state
	switch {
	case left == "":
		t.state = r.State
		t.add(Event{Kind: Issued, Time: r.Time, Member: None})
	case final(r.State):
		t.end(r.Time, r.State)
	default:
		t.finishWork(false)
		t.state = r.State
		t.add(Event{Kind: Stage, Time: r.Time, Round: r.Round, Member: None})
	}
	t.since = r.Time
}

// final reports whether a mandate's life ends in a state.
func final(state string) bool {
	i := slices.Index(model.MandateMachine.States, state)
	return i >= 0 && i >= slices.Index(model.MandateMachine.States, "fulfilled")
}

func (t *teller) vote(r model.Record) {
	if t.ballot == nil {
		t.ballot = &Event{Kind: Ballot, Time: r.Time, State: t.state, Body: r.Body, Round: r.Round, Member: None}
	}
	switch r.Kind {
	case model.RecordConsent:
		t.ballot.Consents = append(t.ballot.Consents, r.Member)
	case model.RecordDissent:
		t.ballot.Dissents = append(t.ballot.Dissents, r.Member)
	default:
		t.ballot.Member = r.Member
	}
}

// task moves a delegation to the end of those that have finished: its two
// ministries report apart, and it is done when the later one is.
func (t *teller) task(r model.Record) {
	who := party(r.Member)
	t.finishes = slices.DeleteFunc(t.finishes, func(f Finish) bool { return f.Member == who })
	t.finishes = append(t.finishes, Finish{who, r.Time})
	t.lastTask = t.seq
}

// finishWork tells of the work that the state asked for, once it is done or, if
// partial, given up.
func (t *teller) finishWork(partial bool) {
	missing := t.clerk.now.missing()
	done := slices.DeleteFunc(t.finishes, func(f Finish) bool { return missing.has(f.Member) })
	if len(done) > 0 {
		t.add(Event{Kind: Work, Time: done[len(done)-1].Time, Member: None, Finishes: slices.Clone(done), Since: t.since, Partial: partial, seq: t.lastTask})
	}
	t.finishes = t.finishes[:0]
}

// end closes the life; whoever had not done their part is named.
func (t *teller) end(now float64, state string) {
	e := Event{Kind: End, Time: now, State: state, Member: None, Depth: t.depth, Was: t.state}
	partial := false
	if state != "fulfilled" {
		owed := &t.clerk.now
		e.Missing, e.Unratified, e.Behind = owed.missing().list(), owed.unratified().list(), owed.catchUp.list()
		partial = len(e.Missing) > 0 || t.state == "in_technical_work" || t.state == "in_negotiation"
	}
	t.finishWork(partial)
	t.state = state
	t.add(e)
}
