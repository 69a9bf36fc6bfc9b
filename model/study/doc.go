// Package study says what an experiment at scale consists of: which designs run at which
// points, how often, and in what order.
//
// A point gives every factor one value. A cell is one replication of every design at one
// point, on the same random numbers; replication r is the same world at every point, so
// that points are compared in pairs too, as designs are. Cells are numbered in the order in
// which they are run: one replication of every point, then the next. Any prefix of the
// cells is therefore a smaller valid study, and more replications only append.
//
//	factor.go   what is varied: a parameter of the scenario, of a member, of a design or of an event
//	sampler.go  the ways to choose points besides the full factorial, for samples and for analyses of sensitivity: one line a way
//	points.go   the points and the order of cells
//	cell.go     running a cell; a run that fails is a result too
//	until.go    replications until the differences between designs are known
//
// The package knows no files: cmd/cumbre keeps the results.
package study
