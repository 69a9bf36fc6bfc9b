// Package rng gives every random decision of a simulation its own stream of
// numbers, found by name and not by turn.
//
// A draw is a pure function of (seed, replication, purpose, who): the delay of
// member 3 on mandate 17 in round 2 is the same number whatever else the run
// draws, in whatever order its events happen. So two designs of an institution
// run under common random numbers without any bookkeeping, a difference
// between them comes from the design alone, and adding a mechanism disturbs no
// other. That is the purpose of the streams and substreams of L'Ecuyer et al.
// (2002), taken down to the single decision.
//
// # Keys: Philox
//
// [Source.Stream] turns the name into a state with the Philox4x64-7 block
// function of Salmon et al. (2011): (seed, replication) is its 128-bit key,
// (a, b, c, purpose) its 256-bit counter. It is made for exactly such input
// (structured, mostly small integers), is a bijection of the counter, and
// passes TestU01's BigCrush with 7 rounds. Its published test vectors are in
// the tests here, next to tests of avalanche and of neighbouring keys.
//
// # Draws: PCG-DXSM
//
// A stream then runs on PCG-DXSM (O'Neill 2014, and the DXSM output function
// she proposed in 2019), the generator of math/rand/v2 and the default of
// NumPy for new parallel work. The alternative was to draw from Philox itself
// by counting. Philox costs the same for a first draw and four times as much
// for each one after it, and a ziggurat needs an unknown number of them. PCG's
// price is that streams are stretches of one cycle of 2**128 numbers rather
// than disjoint by construction: n streams of length l overlap with
// probability about n² l / 2**128 (L'Ecuyer, Munger, Oreshkin and Simard 2017),
// below 1e-14 for a billion streams of a million draws.
//
// # Distributions
//
// The samplers use exact operations and package detmath only, so a draw has
// the same bits on amd64, arm64 and WebAssembly. The exponential and the
// normal come from ziggurats (Marsaglia and Tsang 2000) with a 53-bit abscissa
// and layer bits of their own, which avoids the correlation that Doornik
// (2005) found in the original. Samplers panic on parameters outside their
// domain, which is the mistake of a programmer: check a user's input earlier.
//
// # References
//
//   - J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random
//     numbers: as easy as 1, 2, 3, SC '11 (2011).
//   - M. E. O'Neill, PCG: a family of simple fast space-efficient
//     statistically good algorithms for random number generation, Harvey Mudd
//     College HMC-CS-2014-0905 (2014).
//   - P. L'Ecuyer, R. Simard, E. J. Chen, W. D. Kelton, An object-oriented
//     random-number package with many long streams and substreams, Operations
//     Research 50 (2002).
//   - P. L'Ecuyer, D. Munger, B. Oreshkin, R. Simard, Random numbers for
//     parallel computers, Mathematics and Computers in Simulation 135 (2017).
//   - G. Marsaglia, W. W. Tsang, The ziggurat method for generating random
//     variables, Journal of Statistical Software 5(8) (2000).
//   - J. A. Doornik, An improved ziggurat method to generate normal random
//     samples, University of Oxford (2005).
package rng
