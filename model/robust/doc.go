// Package robust compares institutional designs in many plausible worlds at
// once: every parameter that is an assumption is drawn from its plausible range, all of
// them together, and all designs are run in each of the worlds drawn.
//
// A comparison at one set of values says which design leads there. Most of the
// model's parameters are assumptions, so this package asks how often a design
// leads whatever they are, and which of them decide.
//
// What is drawn, in axis.go: the parameters that have a plausible range, which are
// those whose provenance is model.Assumption, by Latin hypercube, uniformly over
// these ranges, or by order of magnitude where a range is wide. [Options].Reach draws
// from a part of each range around the scenario's value instead, to see how far from
// that value the order of the designs holds.
//
// Or nothing is drawn and the worlds are the points that a calibration accepted, in
// points.go: what agrees with the record, and no more. That answers another question:
// not whether the order of the designs holds whatever the assumptions are, but whether
// the record settles it.
//
// What a design sets stays as the design says: it is what the design is. What the
// scenario sets of a drawn parameter, for all, for one member or by an event,
// gives way to the draw and is listed ([Robustness].Replaced); [Options].Keep
// leaves parameters undrawn where they are the scenario's very question.
//
// What is measured, in world.go: world by world, which design leads in each of
// [Measures]. All designs of a world run on the same random numbers; different
// worlds run on different ones, so that chance averages out over worlds and does
// not repeat itself. A lead counts as clear if it is larger than its own noise:
// that separates chance from assumption.
//
// Which parameters decide, in decide.go: the regional sensitivity analysis of
// Hornberger and Spear (1981).
//
// A share of worlds weighs all values within the ranges equally. It is no
// probability: nobody knows how likely the values are.
// A share of accepted points is
// conditional on the calibration: its ranges, its targets, how close it asks them to be.
package robust
