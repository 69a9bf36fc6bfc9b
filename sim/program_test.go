package sim_test

import (
	"math"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// A program is a string of bytes, three per instruction, that drives a kernel: the
// property test draws it, the fuzz target mutates it, the test below it is the same.
// Times are small whole numbers, so that ties abound.

// scheduler is what a program drives: the kernel or its dumb reference. Tickets go by
// the order of their issue.
type scheduler interface {
	now() float64
	at(t float64, kind int, arg uint64)
	issued() int
	cancel(ticket int) bool
	reschedule(ticket int, t float64) // only if pending
	pending(ticket int) bool
	step() bool
	run(until float64)
	next() (happening, bool)
	len() int
	reset()
	log() []happening
}

// happening is an event with the kind as an index.
type happening struct {
	time float64
	kind int
	arg  uint64
}

// priorities of the three kinds a program uses: two equal, one to be run before them.
var priorities = [...]uint8{7, 7, 3}

// check runs a program on both and requires them to agree on everything all the time.
func check(t require.TestingT, program []byte) {
	real, dumb := newReal(), &reference{}
	for ; len(program) >= 3; program = program[3:] {
		execute(t, real, dumb, program[0], program[1], program[2])
		require.Equal(t, dumb.now(), real.now())
		require.Equal(t, dumb.len(), real.len())
		require.Equal(t, dumb.issued(), real.issued())
		expected, ok := dumb.next()
		next, also := real.next()
		require.Equal(t, ok, also)
		require.Equal(t, expected, next)
	}
	real.run(math.Inf(1))
	dumb.run(math.Inf(1))
	require.Equal(t, dumb.log(), real.log())
	for i := range dumb.issued() {
		require.Equal(t, dumb.pending(i), real.pending(i), "ticket %d", i)
	}
}

// execute gives one instruction to both.
func execute(t require.TestingT, real, dumb scheduler, op, a, b byte) {
	when := dumb.now() + float64(a%8)
	if a == 255 {
		when = math.Inf(1)
	}
	until := dumb.now() + float64(a%4)
	ticket := 0
	if dumb.issued() > 0 {
		ticket = int(b) % dumb.issued()
	}
	for _, s := range []scheduler{dumb, real} {
		switch op % 8 {
		case 0, 1, 2:
			s.at(when, int(op/8)%len(priorities), uint64(b))
		case 3:
			s.step()
		case 4:
			s.run(until)
		}
	}
	switch op % 8 {
	case 5:
		require.Equal(t, dumb.cancel(ticket), real.cancel(ticket))
	case 6:
		if dumb.pending(ticket) {
			dumb.reschedule(ticket, when)
			real.reschedule(ticket, when)
		}
	case 7:
		if a == 0 && b == 0 {
			dumb.reset()
			real.reset()
		}
	}
}

// react is what the handlers do: schedule, cancel and reschedule, as the argument says.
// Arguments shrink, so every program ends.
func react(s scheduler, e happening) {
	rest := e.arg / 6
	if e.arg == 0 || s.issued() == 0 {
		return
	}
	ticket := int(rest) % s.issued()
	switch e.arg % 6 {
	case 1:
		s.at(e.time, 2-e.kind, rest) // at once, perhaps with a better priority
	case 2:
		s.at(e.time+1, e.kind, rest)
		s.at(e.time+1, 1, rest/2)
	case 3:
		s.cancel(ticket)
	case 4:
		if s.pending(ticket) {
			s.reschedule(ticket, e.time+float64(rest%3))
		}
	case 5:
		s.next() // looking is free
		s.at(e.time+2, 0, rest)
	}
}

// real is the kernel under test.
type real struct {
	*sim.Kernel
	kinds   []sim.Kind
	tickets []sim.Ticket
	events  []happening
}

func newReal() *real {
	r := &real{Kernel: sim.New()}
	for i, priority := range priorities {
		r.kinds = append(r.kinds, r.On("kind", priority, func(e sim.Event) {
			h := happening{e.Time, i, e.Arg}
			r.events = append(r.events, h)
			react(r, h)
		}))
	}
	return r
}

func (r *real) now() float64                { return r.Now() }
func (r *real) issued() int                 { return len(r.tickets) }
func (r *real) cancel(i int) bool           { return i < len(r.tickets) && r.Cancel(r.tickets[i]) }
func (r *real) pending(i int) bool          { return i < len(r.tickets) && r.Pending(r.tickets[i]) }
func (r *real) step() bool                  { return r.Step() }
func (r *real) run(until float64)           { r.Run(until) }
func (r *real) len() int                    { return r.Len() }
func (r *real) log() []happening            { return r.events }
func (r *real) reset()                      { r.Reset() }
func (r *real) reschedule(i int, t float64) { r.issue(r.Reschedule(r.tickets[i], t)) }
func (r *real) issue(t sim.Ticket)          { r.tickets = append(r.tickets, t) }

func (r *real) at(t float64, kind int, arg uint64) { r.issue(r.At(t, r.kinds[kind], arg)) }

func (r *real) next() (happening, bool) {
	e, ok := r.Next()
	if !ok {
		return happening{}, false
	}
	return happening{e.Time, int(e.Kind) - 1, e.Arg}, true
}
