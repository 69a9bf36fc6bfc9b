package biography

import "cumbre/model"

// Delay is how one member, or Secretariat, held a mandate up.
type Delay struct {
	Member       int
	Vetoes       int
	Reservations int
	// Days during which all others had done their part of a piece of work, or
	// had ratified, and it alone had not. Both may go on at once: then the days
	// count twice.
	Days float64
}

// Delays lists who held the mandate up, in order of the scenario.
func (b *Biography) Delays() []Delay {
	var by [model.MaxMembers + 1]Delay
	var ratified []Event
	for _, e := range b.Events {
		switch e.Kind {
		case Ballot:
			if e.Member != None {
				by[e.Member].Vetoes++
			}
		case Reservation:
			by[e.Member].Reservations++
		case Work:
			by[e.Finishes[len(e.Finishes)-1].Member].Days += e.Wait()
		case Ratification:
			ratified = append(ratified, e)
		}
	}
	if n := len(ratified); n > 1 && b.State == "fulfilled" {
		by[ratified[n-1].Member].Days += ratified[n-1].Time - ratified[n-2].Time
	}
	var all []Delay
	for i, d := range by {
		d.Member = i
		if d != (Delay{Member: i}) {
			all = append(all, d)
		}
	}
	return all
}
