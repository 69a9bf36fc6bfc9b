// Command peers runs two small models in this project's kernel and in other
// discrete-event simulators, in one run, and prints how long each takes per step and
// whether all simulate the same thing. `make bench-peers` runs it.
//
// M/M/1: a queue with one server; the result is the mean time in the system. A step is
// an arrival or a departure.
//
// Approval line: mandates arrive at random; one of a few officials prepares each, in
// order of arrival; then three bodies must approve it one after another. A body meets
// at fixed intervals and votes on all that waits for it; what it refuses goes back to
// the officials for rework and comes before the same body again. The result is the
// mean time from arrival to the third approval. A step is an arrival, a piece of work
// done or a vote. (No two meetings ever coincide, so no order of simultaneous events
// needs to be agreed between the languages.)
//
// Each peer is written as its own manual would: processes in SimPy, asynchronous
// scripts in SimScript, events here. All read parameters.json. A peer is called with
// model, seed, horizon and the path of the parameters, and prints one JSON object:
// version, steps, seconds (processor time of the simulation alone, without the start of
// the language) and mean.
package main
