package sim

// Event is something that happens at an instant of simulated time. It is a value:
// scheduling one allocates nothing.
type Event struct {
	Time float64 // simulated time, in the model's unit
	Kind Kind    // what happens, as registered with Kernel.On
	Arg  uint64  // to whom: an index, a handle, a packed pair; free for the model
}

// Kind says what happens in an event, and so which handler runs. Kinds come from
// [Kernel.On], in order of registration from 1; the zero Kind is invalid.
type Kind uint16

// Ticket is the handle of one scheduled event. It stops being pending when the event
// is executed, cancelled or rescheduled, or the kernel is reset, and never becomes
// pending again, however often the kernel uses its memory for other events. The zero
// Ticket is never pending. A Ticket is meaningful only to the kernel that issued it.
type Ticket struct {
	serial uint64 // of the entry; 0 for no entry
	slot   uint32 // where the entry is
}
