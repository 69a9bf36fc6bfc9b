package model

import (
	"fmt"
	"math"

	"cumbre/model/machine"
	"cumbre/sim"
)

// instrument is the form a mandate takes when adopted.
type instrument uint8

const (
	action     instrument = iota // a cooperation action
	regulation                   // a common norm
	treaty                       // a norm that parliaments must ratify
	numInstruments
)

// mandate is one request for a result, from issue to its end.
type mandate struct {
	index   int    // in world.mandates
	id      uint64 // identity across designs; keys every draw about it
	origin  origin
	series  int // which summit
	ordinal int // which one of that summit or stream
	parent  *mandate

	group      int
	dim        Dimension
	ceap       bool
	sponsor    int
	instrument instrument
	level      Body // that must adopt it
	priority   float64

	depth         float64 // proposed above the status quo, as amended
	proposedDepth float64 // as first proposed
	consulted     bool

	state    machine.State
	decision machine.State
	body     Body // before which it stands, or which vetoed it
	round    int  // of negotiation before this body
	rounds   int  // of negotiation in all
	vetoes   int

	phase      Phase
	phaseSince float64
	intrinsic  float64 // time the work in hand takes at full speed, days
	spent      [NumPhases]float64
	issued     float64
	adopted    float64 // NaN until then
	ended      float64 // NaN until then
	queued     float64 // when it joined the body's agenda

	pending      int    // tasks still awaited, neglected ones included
	neglected    uint16 // members that let it lie once adopted
	presidential bool   // its mediator is the presidency's coordinator
	ratifying    int
	catchingUp   bool
	jobs         [2*MaxMembers + 1]task
	catchUp      task
	timer        sim.Ticket // procedure or consultation
	patience     sim.Ticket
}

// task is work in a pool; the zero task is none.
type task struct {
	pool *sim.Pool
	job  sim.Job
}

// Name is the mandate's identity as people write it: S11-023 is number 23 of
// summit 11, G-7 the seventh of the GAN's stream, S11-023.1 a follow-up.
func (m *mandate) name() string {
	if m.parent != nil {
		return fmt.Sprintf("%s.%d", m.parent.name(), m.ordinal+1)
	}
	if m.origin == fromSummit || m.origin == fromExtraSummit || m.origin == fromDeclaration {
		return fmt.Sprintf("%s%d-%03d", originCode[m.origin], m.series+1, m.ordinal+1)
	}
	return fmt.Sprintf("%s-%d", originCode[m.origin], m.ordinal+1)
}

var originCode = [numOrigins]string{"S", "E", "G", "N", "T", "B", "", "D"}

// newMandate takes a blank mandate from the run's store, which keeps its memory
// from run to run.
func (w *world) newMandate() *mandate {
	if w.count == len(w.mandates) {
		w.mandates = append(w.mandates, new(mandate))
	}
	m := w.mandates[w.count]
	*m = mandate{index: w.count, issued: w.k.Now(), phaseSince: w.k.Now(), adopted: math.NaN(), ended: math.NaN()}
	w.count++
	return m
}

// advance moves a mandate through its state machine.
func (w *world) advance(m *mandate, e machine.Event) {
	MandateMachine.Step(&m.state, e)
	w.note(m, RecordState, 0, -1, 0)
}

// enter ends the mandate's present phase and begins another, so that the phases
// always add up to its age.
func (w *world) enter(m *mandate, p Phase) {
	w.closePhase(m)
	m.phase = p
}

func (w *world) closePhase(m *mandate) {
	now := w.k.Now()
	d := now - m.phaseSince
	if m.phase == Working {
		// Work takes its intrinsic time at full speed; what it took beyond that
		// was waiting for people.
		work := min(d, m.intrinsic)
		w.spend(m, Working, work)
		w.spend(m, PeopleWait, d-work)
		w.noteSpell(m, work)
		m.intrinsic = 0
	} else {
		w.spend(m, m.phase, d)
		w.noteSpell(m, min(d, m.intrinsic)) // of a negotiation: the mediator's work
		m.intrinsic = 0
	}
	m.phaseSince = now
}

func (w *world) spend(m *mandate, p Phase, days float64) {
	m.spent[p] += days
	w.res.Time[p] += days
}

// procedure lets the stage's paperwork pass before kind happens to the mandate.
func (w *world) procedure(m *mandate, next sim.Kind) {
	w.enter(m, Procedure)
	m.timer = w.k.After(w.procedureDays(), next, m.arg())
}

// isOpen reports whether the mandate still asks for something.
func (m *mandate) isOpen() bool { return m.state < fulfilled }

// inForceSought reports whether the mandate is adopted and not yet in force.
func (m *mandate) inForceSought() bool { return m.state == adopted || m.state == inImplementation }

// end closes a mandate for good: fulfilled, shelved, lapsed or withdrawn.
func (w *world) end(m *mandate, e machine.Event) {
	sought := m.inForceSought()
	w.closePhase(m)
	w.dropWork(m)
	w.k.Cancel(m.timer)
	w.k.Cancel(m.patience)
	m.ended = w.k.Now()
	w.advance(m, e)
	w.obs.ended(w, m, sought)
}

// dropWork takes a mandate's unfinished work out of the pools.
func (w *world) dropWork(m *mandate) {
	for i := range m.jobs {
		m.jobs[i].drop()
	}
	m.catchUp.drop()
	m.pending, m.ratifying, m.neglected = 0, 0, 0
}

func (t *task) drop() {
	if t.pool != nil {
		t.pool.Remove(t.job)
		*t = task{}
	}
}
