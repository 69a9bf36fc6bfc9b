// Package analysis says what the runs of a study (model/study) show: how designs compare at
// every point, where each leads, which parameters matter, and what more of one thing costs
// in another.
//
// Everything is estimated from groups of runs: a point, the points of a cell of the design
// map, those of a level of a factor, all. A group is made of units, which count as
// independent: replications, averaged over the group's points, where the points were set
// (a grid); points of the sample, averaged over their replications and the grid's levels,
// where they were drawn; their intervals take in the replications too, which all points
// share.
// Designs are compared within a unit, on the same random numbers.
//
//	results.go      the results of runs as they are taken in, one number a run and measure
//	units.go        what counts as independent within a group of points
//	worlds.go       what the replications of a sample add to the uncertainty of its points
//	until.go        what is missing of a study whose results decide how many runs it has
//	group.go        means, paired differences, who leads with what probability and how far
//	best.go         how probable it is that a design is the best
//	layout.go       which points a study's groups are made of, and where factors are cut
//	curve.go        the designs along one factor
//	map.go          the design map: which design leads over two factors
//	sensitivity.go  Morris's effects and Sobol' indices of each design and difference
//	region.go       scenario discovery: where does a design lead?
//	frontier.go     cost and effect
//	options.go      what to analyse
//	analysis.go     all of it
//
// The package knows no files and no words: cmd/cumbre reads results and tells of them.
package analysis
