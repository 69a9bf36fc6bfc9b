package model

import (
	"cumbre/sim"
	"cumbre/sim/rng"
)

// Short names of the kernel's types, as the model uses them.
type (
	ticket  = sim.Ticket
	pool    = *sim.Pool
	purpose = rng.Purpose
)

// world is the state of one run. Runs reuse it: reset brings everything back to
// the start and keeps the memory.
type world struct {
	spec   *Spec
	design *Design
	k      *sim.Kernel
	kinds  kinds
	timed  []TimedEvent // what can happen, as registered
	src    rng.Source

	set    []Setting // of events so far
	setFor []*Event  // likewise, for one member
	inUse  bool      // the design is in force
	p      Values    // values in force
	rules  [NumBodies]Rule

	members    []member
	voters     uint32 // the active members, as a bit set
	population []float64

	mandates []*mandate
	count    int
	most     int // mandates
	flows    [numOrigins]arrivals
	extra    arrivals
	shocks   [crisisShock + MaxMembers]arrivals
	agenda   float64  // scale of the agenda, 1 unless an event says so
	agendas  []*Event // that have scaled it so far
	contests []*Event // the scenario's contested handovers
	declared int      // declarations by events so far

	bodies    [NumBodies]calendar
	agendaNow []*mandate // scratch of a meeting
	waiting   []int      // scratch of a round: files per group
	online    bool       // the meeting in hand is

	presidency         presidency
	secretariat        secretariat
	secretariatPlanned bool

	depth, effective [NumDimensions]float64
	norms            float64 // regulations and treaties in force
	cohesion         float64
	observers        float64
	candidates       float64
	month            int

	pandemicUntil, tradeShockUntil, willShock float64

	obs     observation
	res     *Result
	watch   func(Record)
	watched uint32 // kinds of records, as bits
	spare   spared
}

// Priorities at equal times: the calendar closes first, then what the world does
// to the Alliance, then people's work, then papers, meetings and new mandates.
const (
	prioYear = iota * 10
	prioWorld
	prioPresidency
	prioMonth
	prioWork
	prioPaper
	prioMeeting
	prioArrival
)

// kinds are the kernel's event kinds.
type kinds struct {
	year, month, event, observers, shock, shockEnds sim.Kind
	campaign, elect, inaugurate, fall, settled      sim.Kind
	termEnds, summit, extraSummit, interim, settle  sim.Kind
	secretariat, work, tabled, consulted, ratified  sim.Kind
	lapse, meeting, arrival, agendaEnds             sim.Kind
}

// newWorld wires the handlers: one line an event.
func newWorld(spec *Spec, design int) *world {
	w := &world{spec: spec, design: &spec.Designs[design], k: sim.New(), most: MaxMandates}
	w.k.Limit(MaxEvents)
	on := func(name string, priority uint8, fn func(arg uint64)) sim.Kind {
		w.timed = append(w.timed, TimedEvent{name, priority, timedTexts[name]})
		return w.k.On(name, priority, func(e sim.Event) { fn(e.Arg) })
	}
	gov := func(name string, step func(*member)) sim.Kind {
		return on(name, prioWorld, func(arg uint64) { step(&w.members[arg]) })
	}
	paper := func(name string, step func(*mandate)) sim.Kind {
		return on(name, prioPaper, func(arg uint64) { step(w.at(arg)) })
	}
	w.kinds = kinds{
		year:        on("year", prioYear, func(arg uint64) { w.closeYear(int(arg)) }),
		event:       on("event", prioWorld, func(arg uint64) { w.happen(&w.spec.Events[arg]) }),
		agendaEnds:  on("agenda_ends", prioWorld, func(uint64) { w.agendaMoved() }),
		observers:   on("observers", prioWorld, func(arg uint64) { w.observersChange(int(arg)) }),
		shock:       on("shock", prioWorld, func(arg uint64) { w.randomShock(shockKind(arg)) }),
		shockEnds:   on("shock_ends", prioWorld, func(uint64) { w.shocksMoved() }),
		campaign:    gov("campaign", w.startCampaign),
		elect:       gov("election", w.elect),
		inaugurate:  gov("inauguration", w.inaugurate),
		fall:        gov("fall", w.fall),
		settled:     gov("settled", w.settle),
		secretariat: on("secretariat", prioWorld, func(uint64) { w.secretariatStep() }),
		settle:      on("settlement", prioPresidency, func(uint64) { w.handOver() }),
		interim:     on("interim", prioPresidency, func(uint64) { w.interim() }),
		termEnds:    on("term_ends", prioPresidency, func(uint64) { w.termEnds() }),
		summit:      on("summit", prioPresidency, func(uint64) { w.retrySummit() }),
		extraSummit: on("extra_summit", prioPresidency, func(uint64) { w.extraSummit() }),
		month:       on("month", prioMonth, func(uint64) { w.closeMonth() }),
		work:        paper("work", w.startWork),
		tabled:      paper("tabled", w.tabled),
		consulted:   paper("consulted", func(m *mandate) { w.table(m, TechnicalGroup) }),
		ratified:    on("ratified", prioPaper, w.ratified),
		lapse:       paper("lapse", func(m *mandate) { w.end(m, evLapse) }),
		meeting:     on("meeting", prioMeeting, func(arg uint64) { w.meet(Body(arg)) }),
		arrival:     on("arrival", prioArrival, func(arg uint64) { w.arrive(origin(arg)) }),
	}
	w.secretariat.pool = sim.NewPool(w.k, "secretariat", prioWork, w.taskDone)
	w.members = make([]member, len(spec.Members))
	w.population = make([]float64, len(spec.Members))
	for i := range w.members {
		m, code := &w.members[i], spec.Members[i].Code
		m.index, m.spec = i, &spec.Members[i]
		m.ministries[foreign] = sim.NewPool(w.k, code+" foreign affairs", prioWork, w.taskDone)
		m.ministries[trade] = sim.NewPool(w.k, code+" trade", prioWork, w.taskDone)
		m.coordinator = sim.NewPool(w.k, code+" coordinator", prioWork, w.taskDone)
		w.population[i] = spec.Members[i].Population
	}
	w.waiting = make([]int, len(spec.Groups))
	w.contests = contestsOf(spec)
	return w
}

func (w *world) on(m Mechanism) bool { return w.spec.Off.On(m) }

// clock turns a date into time since the start.
func (w *world) clock(d Date) float64 { return float64(d - w.spec.Start) }

// reset brings the world to the first day of a replication.
func (w *world) reset(src rng.Source) {
	w.k.Reset()
	w.src, w.set, w.setFor, w.inUse = src, w.set[:0], w.setFor[:0], w.design.From <= w.spec.Start
	w.count, w.agenda, w.declared, w.month = 0, 1, 0, 0
	w.agendas = w.agendas[:0]
	w.norms, w.candidates = 0, 0
	w.secretariat.state, w.secretariat.negotiation, w.secretariatPlanned = absent, 0, false
	w.obs.reset(w)
	w.res = newResult(w.spec)
	for b := range w.bodies {
		w.bodies[b] = calendar{queue: w.bodies[b].queue[:0]}
	}
	for i := range w.members {
		m := &w.members[i]
		m.active = !m.spec.Joins
		m.learningUntil, m.competing = 0, 0
	}
	w.countVoters()
	w.resolve()
	w.cohesion = w.p[CohesionStart]
	for d := range NumDimensions {
		w.depth[d] = w.spec.Dimensions[d].Depth
		w.effective[d] = w.spec.Dimensions[d].Depth
	}
	w.resetPools()
}

// start plans everything that begins on the first day.
func (w *world) start() {
	w.drawCompetingPriorities()
	w.planCalendar()
	w.startShocks()
	w.startGovernments()
	w.startPresidency()
	w.startObservers()
	w.planEvents()
	w.startCalendars()
	w.startArrivals()
	w.startExtraSummits()
	w.planSecretariat()
	w.recapacity()
}

// resolve computes the values in force: the scenario's, changed by events, then
// by the design if it has begun, then by each member's own, which events may change
// too, levers of the design excepted.
func (w *world) resolve() {
	w.p = append(w.p[:0], w.spec.Values...)
	w.apply(w.p, w.set)
	for b := range w.rules {
		w.rules[b] = w.spec.Rules[b]
		if w.inUse && w.design.Rules[b] != nil {
			w.rules[b] = w.design.Rules[b]
		}
		if w.rules[b] == nil {
			w.rules[b] = unanimity
		}
	}
	if w.inUse {
		w.apply(w.p, w.design.Set)
	}
	for i := range w.members {
		m := &w.members[i]
		m.v = append(m.v[:0], w.p...)
		w.apply(m.v, m.spec.Set)
		for _, e := range w.setFor {
			if e.member("member") == i {
				w.apply(m.v, e.Set)
			}
		}
		if w.inUse {
			w.applyLevers(m.v)
		}
	}
}

// applyLevers lets a design's levers prevail over a member's own value: what a
// reform sets, it sets in every member.
func (w *world) applyLevers(v Values) {
	for _, s := range w.design.Set {
		if registry[s.Param].Design {
			v[s.Param] = s.Value
		}
	}
}

func (w *world) apply(v Values, settings []Setting) {
	for _, s := range settings {
		v[s.Param] = s.Value
	}
}

// reform puts the design in force, all open files carried over.
func (w *world) reform() {
	news := w.brings(w.design)
	w.inUse = true
	if news {
		w.valuesMoved()
	}
}

// brings reports whether a design differs from what is in force. Capacities are
// brought up to date when values move; if none does, that too must wait for its day,
// or the reform that changes nothing would leave a trace.
func (w *world) brings(d *Design) bool {
	for _, s := range d.Set {
		if w.p[s.Param] != s.Value {
			return true
		}
	}
	for b, r := range d.Rules {
		if r != nil && r.String() != w.rules[b].String() {
			return true
		}
	}
	return false
}

// valuesMoved brings everything that was computed from values up to date.
func (w *world) valuesMoved() {
	w.account()
	w.resolve()
	for i := range w.members {
		w.averageWill(&w.members[i])
	}
	w.planSecretariat()
	w.dissolve()
	w.recapacity()
	w.updateFlows()
	w.updateExtraSummits()
	w.updateShocks()
}

func (w *world) countVoters() {
	w.voters = 0
	for i := range w.members {
		if w.members[i].active {
			w.voters |= 1 << i
		}
	}
}

func (w *world) activeCount() int { return onesCount(w.voters) }

// planCalendar schedules the ends of calendar years and the monthly tick.
func (w *world) planCalendar() {
	for y := w.spec.Start.Year() + 1; ; y++ {
		d := NewDate(y, 1, 1)
		if d >= w.spec.End {
			break
		}
		w.k.At(w.clock(d), w.kinds.year, uint64(y-1))
	}
	w.k.After(DaysPerYear/12, w.kinds.month, 0)
}

// closeMonth is the slow clock: cohesion, uptake, priorities, attention.
func (w *world) closeMonth() {
	w.month++
	w.account()
	w.driftCohesion()
	w.takeUp()
	if w.month%3 == 0 {
		w.drawCompetingPriorities()
	}
	w.recapacity()
	w.k.After(DaysPerYear/12, w.kinds.month, 0)
}
