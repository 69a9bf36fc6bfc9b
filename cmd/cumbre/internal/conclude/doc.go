// Package conclude puts into words what an analysis of a study (model/analysis) says, in
// Spanish or English, for the terminal and the report alike.
//
// It claims a lead only where [Sure] does, says beside an order of factors whether it has
// converged, and says what was not run, what failed, and what the numbers cannot show.
//
//	sentences.go  the plain answer: what was run, who leads over all
//	place.go      where the lead changes: design map, one factor, scenario discovery
//	decide.go     which factors matter; cost and effect
//	caveats.go    what is missing and what the numbers do not show
//	factor.go     factors, their cuts and bounds
//	warning.go    doubts of an analysis of sensitivity, and what to do
//	words.go      numbers, designs, lists
package conclude
