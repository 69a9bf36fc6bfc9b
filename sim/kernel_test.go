package sim_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// recorder is a kernel whose one handler writes down what it gets.
func recorder() (k *sim.Kernel, kind sim.Kind, seen *[]sim.Event) {
	k, seen = sim.New(), new([]sim.Event)
	kind = k.On("note", 0, func(e sim.Event) { *seen = append(*seen, e) })
	return k, kind, seen
}

func args(events []sim.Event) []uint64 {
	out := make([]uint64, len(events))
	for i, e := range events {
		out[i] = e.Arg
	}
	return out
}

func TestTiesGoByPriorityThenSequence(t *testing.T) {
	k := sim.New()
	var order []string
	note := func(e sim.Event) { order = append(order, k.Name(e.Kind)) }
	late := k.On("late", 9, note)
	early := k.On("early", 1, note)
	same := k.On("same as late", 9, note)
	for _, kind := range []sim.Kind{same, late, early, late, same, early} {
		k.At(1, kind, 0)
	}
	k.Run(2)
	require.Equal(t, []string{"early", "early", "same as late", "late", "late", "same as late"}, order)
}

func TestRunExcludesItsEnd(t *testing.T) {
	k, kind, seen := recorder()
	k.At(1, kind, 1)
	k.At(2, kind, 2)
	k.Run(2)
	require.Equal(t, []uint64{1}, args(*seen))
	require.Equal(t, 2.0, k.Now())
	k.Run(2) // nothing lies before the clock
	require.Equal(t, []uint64{1}, args(*seen))
	k.Run(math.Nextafter(2, 3))
	require.Equal(t, []uint64{1, 2}, args(*seen))
	require.Equal(t, uint64(2), k.Executed())
}

// Cutting a run into pieces changes nothing: neither the trajectory nor the clock.
func TestRunInPiecesIsRunInOne(t *testing.T) {
	whole, pieces := newMM1(0.9, 1), newMM1(0.9, 1)
	whole.reset(1, 0)
	pieces.reset(1, 0)
	whole.kernel.Run(5_000)
	for at := 0.0; at < 5_000; at += 0.37 {
		pieces.kernel.Run(at)
	}
	pieces.kernel.Run(5_000)
	require.Equal(t, whole.kernel.Digest(), pieces.kernel.Digest())
	require.Equal(t, whole.kernel.Executed(), pieces.kernel.Executed())
	require.Equal(t, whole.kernel.Now(), pieces.kernel.Now())
	require.Equal(t, math.Float64bits(whole.area), math.Float64bits(pieces.area))
}

func TestStopEndsRunAfterTheCurrentEvent(t *testing.T) {
	k, kind, seen := recorder()
	stop := k.On("stop", 0, func(sim.Event) { k.Stop() })
	k.At(1, kind, 1)
	k.At(2, stop, 0)
	k.At(2, kind, 2)
	k.Run(10)
	require.Equal(t, []uint64{1}, args(*seen))
	require.Equal(t, 2.0, k.Now())
	k.Run(10)
	require.Equal(t, []uint64{1, 2}, args(*seen))
	require.Equal(t, 10.0, k.Now())

	k.Stop() // outside of Run: no effect on the next
	k.At(11, kind, 3)
	k.Run(12)
	require.Equal(t, []uint64{1, 2, 3}, args(*seen))
}

func TestEventsAtInfinityNeverHappen(t *testing.T) {
	k, kind, seen := recorder()
	parked := k.At(math.Inf(1), kind, 1)
	require.Equal(t, 1, k.Len())
	require.True(t, k.Pending(parked))
	_, ok := k.Next()
	require.False(t, ok)
	require.False(t, k.Step())
	k.At(5, kind, 2)
	k.Run(math.Inf(1))
	require.Equal(t, []uint64{2}, args(*seen))
	require.Equal(t, 5.0, k.Now(), "without an end, the clock stays at the last event")

	again := k.Reschedule(parked, 6)
	require.False(t, k.Pending(parked))
	due, ok := k.Due(again)
	require.True(t, ok)
	require.Equal(t, 6.0, due)
	k.Run(7)
	require.Equal(t, []uint64{2, 1}, args(*seen))
	_, ok = k.Due(again)
	require.False(t, ok)
}

// Minus zero is zero: its sign bit must not send it past the end of time.
func TestMinusZeroIsZero(t *testing.T) {
	k, kind, seen := recorder()
	k.At(math.Copysign(0, -1), kind, 1)
	k.At(0, kind, 2)
	k.Run(1)
	require.Equal(t, []uint64{1, 2}, args(*seen))
	require.False(t, math.Signbit((*seen)[0].Time))
	k.Reset()
	k.Run(math.Copysign(0, -1))
	require.False(t, math.Signbit(k.Now()))
}

func TestTicketsDie(t *testing.T) {
	k, kind, _ := recorder()
	require.False(t, k.Pending(sim.Ticket{}))
	require.False(t, k.Cancel(sim.Ticket{}))
	executed := k.At(1, kind, 0)
	k.Run(2)
	cancelled := k.At(3, kind, 0) // in the slot of the first
	require.True(t, k.Cancel(cancelled))
	require.False(t, k.Cancel(cancelled), "once only")
	moved := k.At(3, kind, 0)
	k.Reschedule(moved, 4)
	forgotten := k.At(5, kind, 0)
	k.Reset()
	for range 10 {
		k.At(1, kind, 0) // occupies every slot there was
	}
	for _, ticket := range []sim.Ticket{executed, cancelled, moved, forgotten, {}} {
		require.False(t, k.Pending(ticket))
		require.False(t, k.Cancel(ticket))
	}
	require.Equal(t, 10, k.Len())
}

// While its handler runs an event is no longer pending, so its ticket can be told from
// that of the event that the handler schedules in its place.
func TestExecutingEventIsNotPending(t *testing.T) {
	k := sim.New()
	var ticket sim.Ticket
	var kind sim.Kind
	kind = k.On("self", 0, func(sim.Event) {
		old := ticket
		require.False(t, k.Pending(old))
		require.Equal(t, 0, k.Len())
		ticket = k.After(1, kind, 0)
		require.False(t, k.Cancel(old))
		require.True(t, k.Pending(ticket))
	})
	ticket = k.After(1, kind, 0)
	k.Run(5)
	require.Equal(t, uint64(4), k.Executed())
}

func TestResetStartsAgain(t *testing.T) {
	q := newMM1(0.5, 1)
	traced := 0
	q.kernel.Trace(func(sim.Event) { traced++ })
	q.reset(3, 1)
	q.kernel.Run(100)
	digest, executed := q.kernel.Digest(), q.kernel.Executed()
	q.reset(3, 1)
	require.Zero(t, q.kernel.Now())
	require.Zero(t, q.kernel.Executed())
	require.Equal(t, 1, q.kernel.Len())
	require.NotEqual(t, digest, q.kernel.Digest())
	q.kernel.Run(100)
	require.Equal(t, digest, q.kernel.Digest())
	require.Equal(t, 2*executed, uint64(traced), "the trace hook stays")
}

func TestTraceSeesEachEventBeforeItHappens(t *testing.T) {
	k, kind, seen := recorder()
	var traced []sim.Event
	k.Trace(func(e sim.Event) {
		require.Len(t, *seen, len(traced))
		require.Equal(t, k.Now(), e.Time)
		traced = append(traced, e)
	})
	k.At(1, kind, 4)
	k.At(2, kind, 5)
	k.Run(3)
	require.Equal(t, *seen, traced)
	require.Equal(t, sim.Event{Time: 1, Kind: kind, Arg: 4}, traced[0])
	k.Trace(nil)
	k.At(4, kind, 6)
	k.Run(5)
	require.Len(t, traced, 2)
}

func TestProgrammerErrorsPanic(t *testing.T) {
	k, kind, _ := recorder()
	ticket := k.At(7, kind, 0)
	k.Run(5)
	nested := k.On("nested", 0, func(sim.Event) { k.Run(20) })
	reset := k.On("reset", 0, func(sim.Event) { k.Reset() })
	step := k.On("step", 0, func(sim.Event) { k.Step() })
	for what, f := range map[string]func(){
		"in the past: the clock is at 5": func() { k.At(math.Nextafter(5, 0), kind, 0) },
		"NaN or":                         func() { k.After(math.NaN(), kind, 0) },
		"-1 is NaN or in the past":       func() { k.After(-6, kind, 0) },
		"kind of event 0":                func() { k.At(6, 0, 0) },
		"kind of event 99":               func() { k.At(6, 99, 0) },
		"kind of event 98":               func() { k.Name(98) },
		"not pending":                    func() { k.Reschedule(sim.Ticket{}, 6) },
		"time 1 is":                      func() { k.Reschedule(ticket, 1) },
		"time 4 is":                      func() { k.Run(4) },
		"time NaN is":                    func() { k.Run(math.NaN()) },
		"has no handler":                 func() { k.On("nil", 0, nil) },
		"Run called from a handler":      func() { k.At(5, nested, 0); k.Run(6) },
		"Reset called from a handler":    func() { k.At(5, reset, 0); k.Run(6) },
		"Step called from a handler":     func() { k.At(5, step, 0); k.Step() },
	} {
		t.Run(what, func(t *testing.T) {
			defer func() {
				e := recover()
				if err, ok := e.(error); ok {
					e = err.Error()
				}
				require.Contains(t, e, what)
				require.True(t, k.Pending(ticket), "the calendar is as it was")
			}()
			f()
		})
	}
	k.Reset() // a kernel survives the panics of its handlers
	k.At(1, kind, 0)
	k.Run(2)
	require.Equal(t, uint64(1), k.Executed())
}
