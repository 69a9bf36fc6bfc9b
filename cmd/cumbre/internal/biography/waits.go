package biography

import (
	"math/bits"

	"cumbre/model"
)

// Waits says for whom a mandate waited. The rule is in the package's comment.
type Waits struct {
	Alone   [model.MaxMembers + 1]float64 // days on which only this party was awaited
	Along   [model.MaxMembers + 1]float64 // days on which it was awaited together with others
	Several float64                       // days on which several were

	Mediated float64 // days of negotiation that were the mediator's work, and no waiting
}

// Total is how long the mandate waited for people, days.
func (w *Waits) Total() float64 {
	sum := w.Several
	for _, days := range w.Alone {
		sum += days
	}
	return sum
}

// charge enters some days on which a set of parties was awaited.
func (w *Waits) charge(awaited parties, days float64) {
	if awaited.count() == 1 {
		w.Alone[bits.TrailingZeros32(uint32(awaited))] += days
		return
	}
	w.Several += days
	for _, i := range awaited.list() {
		w.Along[i] += days
	}
}

// parties is a set of members and Secretariat.
type parties uint32

func just(i int) parties { return 1 << i }

func (p parties) has(i int) bool { return p&just(i) != 0 }
func (p parties) count() int     { return bits.OnesCount32(uint32(p)) }

// list is in order of the scenario, the secretariat last.
func (p parties) list() []int {
	var all []int
	for i := range model.MaxMembers + 1 {
		if p.has(i) {
			all = append(all, i)
		}
	}
	return all
}

// debts is what a mandate awaits at a time, and from whom.
type debts struct {
	parts   [model.MaxMembers + 1]int // of the work in hand, asked for and not done
	lying   parties                   // members that let it lie
	sent    parties                   // members whose parliament has it and has not ratified
	needed  int                       // ratifications that bring it into force
	catchUp parties                   // whose coordinator must catch up with it
}

// newState forgets what only the last state asked for.
func (d *debts) newState() { *d = debts{catchUp: d.catchUp} }

// missing are those whose part of the work in hand is not done.
func (d *debts) missing() parties {
	all := d.lying
	for i, n := range d.parts {
		if n > 0 {
			all |= just(i)
		}
	}
	return all
}

// unratified are those whose ratification the treaty still waits for.
func (d *debts) unratified() parties {
	if d.needed <= 0 {
		return 0
	}
	return d.sent
}

// awaited are those for whom a mandate waits in a phase. A file that is on an
// agenda waits for nobody but the coordinator that must catch up with it; one
// that is being worked on, for everybody else.
func (d *debts) awaited(p model.Phase) parties {
	if p == model.PeopleWait {
		return d.catchUp
	}
	return d.missing() | d.unratified()
}

// waitsIn reports whether days of a phase beyond the work at full speed are
// waiting for somebody.
func waitsIn(p model.Phase) bool {
	switch p {
	case model.Working, model.Negotiating, model.PeopleWait, model.Ratifying, model.LaidAside:
		return true
	}
	return false
}

// clerk keeps account of what a mandate awaits, record by record.
type clerk struct {
	waits  Waits
	now    debts
	past   []entry // what was awaited since the present spell began
	opened float64 // when it began
}

// entry is what was awaited from a time on.
type entry struct {
	from float64
	debts
}

// note enters a record.
func (c *clerk) note(r model.Record, h *history) {
	switch r.Kind {
	case model.RecordState:
		c.now.newState()
	case model.RecordAsked:
		c.now.parts[party(r.Member)]++
	case model.RecordTask:
		c.now.parts[party(r.Member)]--
	case model.RecordPassedOn:
		c.now.parts[party(int(r.Value))]--
		c.now.parts[party(r.Member)]++
	case model.RecordNeglect:
		c.now.lying |= just(r.Member)
	case model.RecordResumed:
		c.now.lying &^= just(r.Member)
	case model.RecordSentToRatify:
		c.now.needed = int(r.Value)
		for _, i := range h.members(r.Time) {
			c.now.sent |= just(i)
		}
	case model.RecordRatified:
		c.now.needed--
		c.now.sent &^= just(r.Member)
	case model.RecordMemoryLost:
		c.now.catchUp = just(r.Member)
	case model.RecordCaughtUp:
		c.now.catchUp = 0
	case model.RecordSpell:
		c.close(r)
	default:
		return
	}
	c.past = append(c.past, entry{r.Time, c.now})
}

// party is a member, or Secretariat where a record names none.
func party(member int) int {
	if member < 0 {
		return Secretariat
	}
	return member
}

// close charges the waiting of a spell. Its work at full speed comes first, as
// the phases have it.
func (c *clerk) close(spell model.Record) {
	if waitsIn(spell.Phase) {
		for n, e := range c.past {
			to := spell.Time
			if n+1 < len(c.past) {
				to = c.past[n+1].from
			}
			if from := max(e.from, c.opened+spell.Value); to > from {
				c.waits.charge(e.awaited(spell.Phase), to-from)
			}
		}
	}
	if spell.Phase == model.Negotiating {
		c.waits.Mediated += spell.Value
	}
	c.past, c.opened = c.past[:0], spell.Time
}
