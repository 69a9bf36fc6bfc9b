// Package experiment runs the numbered items of an experiment, replications or
// design points, in parallel and hands over their results in order.
//
// It knows no model: an item is an index, and what it means is the business of
// the functions given. The order of delivery makes everything computed from
// the results, floating-point sums included, independent of the number of
// workers; the bounded window makes memory independent of the number of items.
package experiment
