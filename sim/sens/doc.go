// Package sens says which inputs of a simulator matter and where in their space a
// result of interest lies, from runs at designed points. It knows no model: inputs are
// coordinates, outputs are numbers.
//
//   - [Morris]: elementary effects, for screening many factors with few runs; points
//     from experiment.Morris.
//   - [Sobol]: the shares of the output's variance that each factor explains, alone and
//     with all its interactions; points from experiment.Saltelli.
//   - [Peel]: the patient rule induction method (PRIM), for a box in which cases of
//     interest are dense; points from any space-filling design.
//   - [Frontier]: the options that no other is better than in cost and in effect.
//
// # Intervals
//
// Intervals are percentile bootstrap intervals (Efron and Tibshirani 1993): the blocks
// of the design (base points, trajectories) are drawn with replacement, and the
// measure is computed from each such resample. They describe the error from having few
// points, on the assumption that blocks are independent. Those of a scrambled Sobol'
// sequence are more even than independent ones, so for them the intervals are too wide
// rather than too narrow. With few blocks, some ten trajectories of Morris say,
// percentile intervals cover less often than stated.
//
// A stochastic simulator adds noise, which counts as interactions of everything: it
// raises total indices and elementary effects. Average replications first, or run
// all points under common random numbers.
//
// # Missing runs
//
// A failed run is an output that is NaN; an infinite one is treated alike. It costs
// what needs it, and no more: see each function. The result counts what was lost, and a
// [Warning] says so, because failures are seldom random: the measures are then those
// of the inputs on condition that the run succeeds, under which the inputs are no longer
// independent.
//
// # Warnings
//
// Doubts are values in the result, not text on a screen: intervals wider than a bound,
// an unstable ranking, missing runs, an output that does not vary. The criteria of
// convergence are those of Sarrazin, Pianosi and Wagener (2016).
//
// # Determinism
//
// Results are functions of the arguments, the seed of the bootstrap included, the same to
// the last bit on any platform. Relabelling factors relabels the result.
//
// # References
//
//   - M. D. Morris, Factorial sampling plans for preliminary computational experiments,
//     Technometrics 33 (1991).
//   - F. Campolongo, J. Cariboni, A. Saltelli, An effective screening design for
//     sensitivity analysis of large models, Environmental Modelling & Software 22 (2007).
//   - I. M. Sobol', Sensitivity estimates for nonlinear mathematical models, Mathematical
//     Modelling and Computational Experiments 1 (1993).
//   - M. J. W. Jansen, Analysis of variance designs for model output, Computer Physics
//     Communications 117 (1999).
//   - A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, Variance
//     based sensitivity analysis of model output. Design and estimator for the total
//     sensitivity index, Computer Physics Communications 181 (2010).
//   - F. Sarrazin, F. Pianosi, T. Wagener, Global sensitivity analysis of environmental
//     models: convergence and validation, Environmental Modelling & Software 79 (2016).
//   - B. Efron, R. J. Tibshirani, An introduction to the bootstrap (1993).
//   - J. H. Friedman, N. I. Fisher, Bump hunting in high-dimensional data, Statistics and
//     Computing 9 (1999).
//   - B. P. Bryant, R. J. Lempert, Thinking inside the box: a participatory,
//     computer-assisted approach to scenario discovery, Technological Forecasting and
//     Social Change 77 (2010).
//   - J. H. Kwakkel, M. Jaxa-Rozen, Improving scenario discovery for handling
//     heterogeneous uncertainties and multinomial classified outcomes, Environmental
//     Modelling & Software 79 (2016).
package sens
