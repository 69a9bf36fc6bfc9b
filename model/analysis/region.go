package analysis

import "cumbre/sim/sens"

// Regions says where each design leads: boxes of the space of factors, found by PRIM.
type Regions struct {
	Points  int      // that were used
	Designs []Region // by design
}

// Region is where one design leads.
type Region struct {
	Leads int // points at which it does
	// Box is the balanced box of PRIM, pasted; nil if the design leads nowhere, everywhere
	// or at too few points to look.
	Box *sens.Box
	// Restrictions are its bounds with the evidence for each, in values of the factors
	// (not places), only those that hold.
	Restrictions []sens.Restriction
}
