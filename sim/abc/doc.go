// Package abc infers the free quantities of a stochastic simulator from
// observations, by sequential approximate Bayesian computation. It knows no
// model: a simulator is a function from quantities and a key to outputs, and
// its likelihood need not be known.
//
// # The statistical statement
//
// A priori each quantity is uniform on its interval, or on the whole numbers of
// it, independently of the others. One run of the simulator at theta gives
// outputs y, a realisation of a distribution nobody can write down. What was
// observed is z = y + e, with independent normal errors e of mean 0 and the
// standard deviations of [Problem.Error]: error of observation and discrepancy
// of the simulator together. Under that statement a run is to be accepted with
// probability
//
//	K(y) = exp(-½ Σ ((y_j - z_j) / (h sd_j))²)  with h = 1,
//
// and rejection sampling with this kernel is exact, not approximate (Wilkinson
// 2013). The scale h is only the path there: h = ∞ is the prior, h = 1 the
// posterior.
//
// # The algorithm
//
// [Run] is the sequential Monte Carlo sampler of Del Moral, Doucet and Jasra
// (2012), with one simulation per particle and a kernel that tightens:
//
//  1. Particles are drawn from the prior by a Latin hypercube and simulated once.
//  2. The next scale is the one at which the incremental weights
//     K_h(y)/K_h'(y) have the effective sample size [Options.Alpha] times the
//     number of particles (of those whose outputs are defined, which after the
//     first step are all), found by bisection of 1/h², in which that size is
//     monotone; or 1, if it is still as large there.
//  3. Systematic resampling, after which the particles count equally.
//  4. Each particle makes moves of ABC-MCMC (Marjoram, Molitor, Plagnol and
//     Tavaré 2003): a proposal from a normal random walk is simulated once and
//     accepted with probability min(1, K_h(y')/K_h(y)), where y is the
//     particle's own stored simulation. That leaves the joint distribution of
//     (theta, y) at scale h invariant. The walk has 2.38²/d times the weighted
//     covariance before resampling (Roberts and Rosenthal 2001), factored after
//     Cholesky; if it is singular, with as small a variance added to each
//     coordinate as makes it regular. The number of moves follows the acceptance
//     a of the first: log 0.05 / log(1-a), rounded up, so that all but one
//     particle in twenty move at least once (Drovandi and Pettitt 2011); at most
//     [Options.MaxMoves].
//
// Back to 2 until h = 1, or until moving costs too much or generations run out:
// [Result.Scale] says how far it came and [Result.Stop] why it ended.
//
// Particles walk on the whole line: a quantity at the share u of its interval is at
// log(u/(1-u)) there, and the ratio above carries the ratio of the prior's densities
// on the line, Π u(1-u). In the box itself a step of a particle of twenty quantities
// would nearly always lead out of it in one of them, and a reflected walk with
// correlated coordinates is not symmetric. Of whole numbers each owns an equal cell of
// the interval: the walk goes on within the cell, and a quantity that has settled on
// one number keeps a spread with which to leave it.
//
// An output that is not defined (NaN), or infinite, has infinite distance: such
// a run is never accepted at a finite scale.
//
// # What the result is, and is not
//
// If Scale is 1, the particles are an equally weighted sample from the posterior
// of theta under the statement above. If it is h > 1, they are one for errors h
// times those stated: wider than asked for, and to be reported as such.
//
// They are a dependent sample with repetitions, and [Result.Unique] is a first
// measure of its worth. They say nothing outside the box; particles that pile up
// at its border say that the box, and not the data, ended them. They do not test
// the statement: a wrong model has a posterior too. The outputs that come with
// them are the realisations that were accepted, thus drawn towards the observed
// values; for what the simulator would do next, simulate again under new keys.
//
// # Determinism
//
// Every random number and every simulation is keyed by seed, generation, move
// and particle, so Run is a function of Problem and Options: the same to the
// last bit for any number of workers and on any platform, as long as the
// simulator is. To resume is to run again with a [Store] that answers for the
// simulations already made.
//
// # References
//
//   - P. Del Moral, A. Doucet, A. Jasra, An adaptive sequential Monte Carlo method
//     for approximate Bayesian computation, Statistics and Computing 22 (2012).
//   - R. D. Wilkinson, Approximate Bayesian computation (ABC) gives exact results
//     under the assumption of model error, Statistical Applications in Genetics
//     and Molecular Biology 12 (2013).
//   - P. Marjoram, J. Molitor, V. Plagnol, S. Tavaré, Markov chain Monte Carlo
//     without likelihoods, PNAS 100 (2003).
//   - C. C. Drovandi, A. N. Pettitt, Estimation of parameters for macroparasite
//     population evolution using approximate Bayesian computation, Biometrics 67
//     (2011).
//   - G. O. Roberts, J. S. Rosenthal, Optimal scaling for various
//     Metropolis-Hastings algorithms, Statistical Science 16 (2001).
package abc
