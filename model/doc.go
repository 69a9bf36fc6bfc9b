// Package model is the institution that Cumbre simulates: an intergovernmental
// body with a light structure (presidential summits, a High-Level Group,
// National Coordinations, technical groups, a rotating presidency pro tempore)
// in which every representative may hold a veto at every level.
//
// Reading order for a newcomer:
//
//	spec.go        what a run is given: members, bodies, calendar, designs
//	machines.go    the five state machines, declared once; labels.go, what their states are called
//	mandate.go     the life of one mandate, the entity everything else serves
//	world.go       the state of one run and how its parts are wired
//	runner.go      one replication: from a Spec and a seed to a Result
//
// Every other file is one mechanism: its parameters at the top, its formulas
// below. Formulas are those of the model's ODD document. No design is a branch
// in this code: light structure, sherpas, secretariat and any hybrid are
// bundles of parameter values (Design in spec.go).
//
// All quantities are in days, official-days (one official's working day) and
// shares in [0, 1] unless a doc comment says otherwise. Every random draw is
// keyed by what it is for and who it concerns, never by the order of events,
// so designs compared in one replication face the same world.
package model
