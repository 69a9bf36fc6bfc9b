package biography

import "cumbre/model"

// Delay is how one member, or Secretariat, held a mandate up.
type Delay struct {
	Member       int
	Vetoes       int
	Reservations int
	Days         float64 // during which the mandate waited for it alone
	WithOthers   float64 // and together with others: these days are theirs too
}

// Delays lists who held the mandate up, in order of the scenario.
func (b *Biography) Delays() []Delay {
	var by [model.MaxMembers + 1]Delay
	for i := range by {
		by[i].Days, by[i].WithOthers = b.Waits.Alone[i], b.Waits.Along[i]
	}
	for _, e := range b.Events {
		switch {
		case e.Kind == Ballot && e.Member != None:
			by[e.Member].Vetoes++
		case e.Kind == Reservation:
			by[e.Member].Reservations++
		}
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
