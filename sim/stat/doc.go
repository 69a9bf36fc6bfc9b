// Package stat turns the output of simulations into estimates: tallies with
// confidence intervals, averages over time, streaming quantiles, and the
// comparison of two designs pair by pair under common random numbers.
//
// [TimeWeighted], [Tally] and [P2] may be used inside a run: they use exact
// operations only and give the same bits on every platform. Quantiles and
// p-values of Student's t come from gonum and are for results, after the run.
//
// A value that does not exist (the mean of nothing, an interval from one
// observation) is NaN. Functions panic on arguments outside their domain.
package stat
