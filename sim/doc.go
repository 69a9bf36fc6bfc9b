// Package sim is a discrete-event simulation kernel with a processor-sharing pool. It
// knows clocks, calendars and events, and no model: it will simulate a queue at a bank
// as well as an institution.
//
//	k := sim.New()
//	var ring sim.Kind
//	ring = k.On("ring", 0, func(e sim.Event) { k.After(1, ring, e.Arg+1) })
//	k.After(1, ring, 0)
//	k.Run(10) // executes the nine events strictly before time 10
//
// The decisions behind it:
//
// Events, not processes. A model is a set of handlers that schedule further events. A
// process per entity reads well, but costs a goroutine or a stack switch per event,
// several times the price of the event itself, and state hidden on a stack can be
// neither inspected nor copied. Where a story has many stages, a state machine tells it.
//
// An event is data: a time, a kind and a word that names the subject. A closure per event
// would be handier, but it allocates, cannot be printed in a trace and cannot be part of a
// fingerprint. The handler is looked up by kind; the word is for the model to interpret.
//
// The order of events is total: time, then the priority of the kind, then the sequence of
// scheduling. Ties are frequent in models with calendars, where every meeting is at nine
// o'clock; who comes first must be the modeller's decision or, failing that, at least the
// same in every run. See key for how it is compared.
//
// The calendar is a 4-ary heap. Calendar queues and ladder queues are faster for some
// hundred thousand events with well-behaved times, and slower for others; a heap is never
// bad, is exact about ties, and fits in half a page. Cancelling leaves a stale key behind,
// which is what makes it cheap (see calendar).
//
// Run excludes its end. Run(a) and Run(b) in turn are the same as Run(b), so a run may be
// cut anywhere, to look, to save or to end a warm-up, without changing it.
//
// A trajectory has a fingerprint, always on. At one multiplication per word it costs less
// than remembering to turn it on. If two runs should be the same and are not, the first
// event where their digests part is found by bisection, with Run.
//
// Randomness is elsewhere. A kernel that owned a generator would tempt models to share
// it, and then every change of order would change every draw. See cumbre/sim/rng.
//
// Results are the same bits everywhere: on amd64, arm64 and WebAssembly. The package
// uses only operations that IEEE 754 rounds exactly, and writes float64(x*y) + z where a
// compiler could fuse the two.
//
// Nothing is allocated per event once the calendar has grown to its size, and Reset keeps
// that size for the next replication.
//
// Mistakes of the programmer panic (an event in the past, an unknown kind); there is no
// other kind of error here. Handlers that panic leave the kernel fit for Reset.
package sim
