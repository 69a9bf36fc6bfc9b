package sim

import (
	"fmt"
	"math"
)

// Kernel executes events in order of time. It holds the clock, the calendar of what
// is to come and the handlers; the state of the model belongs to the model. Handlers
// run one at a time, on the caller's goroutine; a Kernel is not safe for use by
// several. Replications run in parallel on one kernel each.
type Kernel struct {
	now      float64
	events   calendar
	kinds    []kind // by Kind; the first is a placeholder
	executed uint64
	limit    uint64 // 0: none
	digest   uint64
	trace    func(Event)
	running  bool
	stopped  bool
}

// kind is what On registered.
type kind struct {
	name     string
	priority uint8
	handler  func(Event)
}

// New returns a kernel with an empty calendar and the clock at 0.
func New() *Kernel {
	return &Kernel{kinds: make([]kind, 1), digest: digestStart}
}

// On registers a kind of event and its handler, and returns the new Kind. Among
// events of equal time those with the lower priority value run first. name appears in
// traces. Register everything before running, and always in the same order: the Kind
// is part of the digest. Panics if fn is nil or there are more than 65 535 kinds.
func (k *Kernel) On(name string, priority uint8, fn func(Event)) Kind {
	if fn == nil {
		panic("sim: On: kind " + name + " has no handler")
	}
	if len(k.kinds) > math.MaxUint16 {
		panic("sim: On: more than 65535 kinds of event")
	}
	k.kinds = append(k.kinds, kind{name, priority, fn})
	return Kind(len(k.kinds) - 1)
}

// Name returns the name a kind was registered with. Panics on an unknown kind.
func (k *Kernel) Name(kind Kind) string {
	k.mustKnow(kind)
	return k.kinds[kind].name
}

// Now returns the simulated time: of the event being executed, or where Run ended.
func (k *Kernel) Now() float64 { return k.now }

// At schedules an event at time t, which may be Now: it then runs after the current
// event, in its turn by priority and sequence. An event at +Inf never happens but can
// be rescheduled. Panics if t is NaN or before Now, or the kind is unknown.
func (k *Kernel) At(t float64, kind Kind, arg uint64) Ticket {
	k.mustKnow(kind)
	return k.events.insert(k.mustFollow(t), k.kinds[kind].priority, kind, arg)
}

// After schedules an event d time units from Now: At(Now()+d, kind, arg).
func (k *Kernel) After(d float64, kind Kind, arg uint64) Ticket {
	// After is inlined: without the conversion, After(x*y, …) would be fused to
	// now + x*y on arm64, and rounded once instead of twice.
	return k.At(k.now+float64(d), kind, arg)
}

// Cancel takes an event off the calendar. It reports whether the event was pending;
// if not, nothing happens.
func (k *Kernel) Cancel(t Ticket) bool { return k.events.remove(t) }

// Reschedule moves a pending event to time at, as Cancel followed by At with the same
// kind and arg would: t ends, the event goes last among equals, and the new ticket is
// returned. Panics if t is not pending, or on a time that At would refuse.
func (k *Kernel) Reschedule(t Ticket, at float64) Ticket {
	if !k.events.pending(t) {
		panic("sim: Reschedule: the event is not pending")
	}
	kind := k.events.slots[t.slot].kind
	return k.events.move(t, k.mustFollow(at), k.kinds[kind].priority)
}

// Pending reports whether the event of t is still to come.
func (k *Kernel) Pending(t Ticket) bool { return k.events.pending(t) }

// Due returns the time of a pending event; false if t is not pending.
func (k *Kernel) Due(t Ticket) (float64, bool) {
	if !k.events.pending(t) {
		return 0, false
	}
	return k.events.slots[t.slot].when, true
}

// Len returns the number of pending events, those at +Inf included.
func (k *Kernel) Len() int { return k.events.len() }

// Next returns the event that Step would execute, without executing it; false if
// nothing is to happen any more.
func (k *Kernel) Next() (Event, bool) {
	first, ok := k.events.first()
	if !ok || first.when >= never {
		return Event{}, false
	}
	s := &k.events.slots[first.slot()]
	return Event{s.when, s.kind, s.arg}, true
}

// Step executes the next event. It returns false, and the clock stays, if nothing is
// to happen any more. Panics if called from a handler.
func (k *Kernel) Step() bool {
	k.enter("Step")
	defer k.leave()
	return k.step(never)
}

// Run executes all events strictly before until, then sets the clock to until. What
// happens exactly at until is left to the next Run, so that Run(a) followed by Run(b)
// is Run(b), and statistics of [a, b) count each instant once. Run(+Inf) goes on until
// nothing is to happen any more and leaves the clock at the last event. Panics if
// until is NaN or before Now, or when called from a handler.
func (k *Kernel) Run(until float64) {
	until = k.mustFollow(until)
	horizon := math.Float64bits(until)
	k.enter("Run")
	defer k.leave()
	for !k.stopped && k.step(horizon) {
	}
	if !k.stopped && horizon < never {
		k.now = until
	}
}

// Stop ends Run after the current event; the clock stays at that event. A later Run
// or Step goes on from there. Outside of Run it does nothing.
func (k *Kernel) Stop() { k.stopped = true }

// Executed returns the number of events executed since New or Reset.
func (k *Kernel) Executed() uint64 { return k.executed }

// Limit bounds the events of a replication: the one after n panics with TooManyEvents. It
// turns a model that never comes to an end into one that fails, at the same event on every
// machine. 0, as New has it, is no limit. Reset keeps it.
func (k *Kernel) Limit(n uint64) { k.limit = n }

// TooManyEvents is the panic of a run that goes beyond its Limit.
type TooManyEvents struct {
	Limit uint64
	Time  float64 // of the event that was one too many
}

// Error names the limit.
func (e TooManyEvents) Error() string {
	return fmt.Sprintf("more than %d events: stopped at time %v", e.Limit, e.Time)
}

// Digest returns the fingerprint of the trajectory so far: an order-sensitive hash of
// the time (to the bit), kind and arg of every event executed and of every word given
// to Fold. Reading it changes nothing.
func (k *Kernel) Digest() uint64 { return finish(k.digest) }

// Fold mixes a word of the model's own into the digest, such as a part of its state
// that the events do not show.
func (k *Kernel) Fold(x uint64) { k.digest = absorb(k.digest, x) }

// Trace sets a hook to be called before each event, with the clock already at its
// time. The hook must not change the model. nil turns it off, at no cost.
func (k *Kernel) Trace(fn func(Event)) { k.trace = fn }

// Reset makes the kernel as it was before its first event: calendar empty, clock at 0,
// counters and digest at their start. Handlers, trace hook and memory stay, so a
// second replication allocates nothing. Panics if called from a handler.
func (k *Kernel) Reset() {
	if k.running {
		panic("sim: Reset called from a handler")
	}
	k.events.reset()
	k.now, k.executed, k.digest = 0, 0, digestStart
}

// never is the time of what does not happen, +Inf, as a key compares it.
const never = 0x7ff0000000000000

// step executes the next event if its time is before horizon.
func (k *Kernel) step(horizon uint64) bool {
	first, ok := k.events.first()
	if !ok || first.when >= horizon {
		return false
	}
	kind, arg := k.events.takeFirst(first) // now: what happens is no longer pending
	e := Event{first.time(), kind, arg}
	k.now = e.Time
	if k.executed == k.limit && k.limit > 0 {
		panic(TooManyEvents{k.limit, k.now})
	}
	k.executed++
	k.digest = absorbEvent(k.digest, first.when, e)
	if k.trace != nil {
		k.trace(e)
	}
	k.kinds[e.Kind].handler(e)
	return true
}

// enter marks the kernel as running; leave, deferred, ends that also when a handler
// panics, so that a failed replication does not cost the kernel.
func (k *Kernel) enter(method string) {
	if k.running {
		panic("sim: " + method + " called from a handler")
	}
	k.running, k.stopped = true, false
}

func (k *Kernel) leave() { k.running = false }

func (k *Kernel) mustKnow(kind Kind) {
	if kind == 0 || int(kind) >= len(k.kinds) {
		panic(unknownKind(kind))
	}
}

// mustFollow returns t, −0 as 0, if it is not in the past.
func (k *Kernel) mustFollow(t float64) float64 {
	if !(t >= k.now) { // NaN included
		panic(notAfter{t, k.now})
	}
	return t + 0
}

// The panics of the hot path are types, so that only a panic pays for its text.

type unknownKind Kind

func (e unknownKind) Error() string {
	return fmt.Sprintf("sim: kind of event %d is not registered: get it from On", uint16(e))
}

type notAfter struct{ t, now float64 }

func (e notAfter) Error() string {
	return fmt.Sprintf("sim: time %v is NaN or in the past: the clock is at %v", e.t, e.now)
}
