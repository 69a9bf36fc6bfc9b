// Package experiment runs the numbered items of an experiment, replications or
// design points, in parallel and hands over their results in order.
//
// It knows no model: an item is an index, and what it means is the business of
// the functions given. The order of delivery makes everything computed from
// the results, floating-point sums included, independent of the number of
// workers; the bounded window makes memory independent of the number of items.
//
// Which points to run is said by designs, in the unit cube or in levels of factors:
// a column of a Latin hypercube ([Latin]), all combinations of lists ([Factorial]), a
// Sobol' sequence ([Sobol]), and the designs of the sensitivity measures in package
// sens ([Morris], [Saltelli]). Point i of a design is a function of its parameters,
// its seed and i, so runs can be made in any order and anywhere, and each design says
// which of its prefixes are designs themselves: what to have when a study is cut short.
//
// # References
//
//   - I. M. Sobol', On the distribution of points in a cube and the approximate
//     evaluation of integrals, USSR Computational Mathematics and Mathematical Physics
//     7(4) (1967).
//   - I. A. Antonov, V. M. Saleev, An economic method of computing LP_τ-sequences, USSR
//     Computational Mathematics and Mathematical Physics 19(1) (1979).
//   - S. Joe, F. Y. Kuo, Constructing Sobol sequences with better two-dimensional
//     projections, SIAM Journal on Scientific Computing 30 (2008).
//   - A. B. Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences, in Monte Carlo and
//     Quasi-Monte Carlo Methods in Scientific Computing (1995).
//   - M. D. McKay, R. J. Beckman, W. J. Conover, A comparison of three methods for
//     selecting values of input variables, Technometrics 21 (1979).
//   - M. D. Morris, Factorial sampling plans for preliminary computational experiments,
//     Technometrics 33 (1991).
//   - F. Campolongo, J. Cariboni, A. Saltelli, An effective screening design for
//     sensitivity analysis of large models, Environmental Modelling & Software 22 (2007).
//   - A. Saltelli, Making best use of model evaluations to compute sensitivity indices,
//     Computer Physics Communications 145 (2002).
//   - A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, Variance
//     based sensitivity analysis of model output. Design and estimator for the total
//     sensitivity index, Computer Physics Communications 181 (2010).
package experiment
