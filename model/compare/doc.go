// Package compare sets institutional designs against each other on the same
// random numbers.
//
// Every replication runs all designs on one world: the same mandates,
// governments, shocks and moods (common random numbers; Law 2015, section
// 11.2). What is estimated is the difference between designs within a
// replication, whose variance is far below that of the designs themselves.
// Differences are tested by the paired t test and corrected for their number
// after Holm (1979).
//
// Replications are delivered in order whatever the number of workers, so all
// results, to the last bit, depend only on the Spec, the designs, the seed and
// the number of replications; memory does not grow with that number.
package compare
