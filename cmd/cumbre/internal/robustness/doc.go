// Package robustness is the robust comparison on paper: the record of it that the
// program prints as JSON and keeps in the repository, and the sentences that say
// what it found.
//
//	record.go   the record, made from what package robust found
//	stored.go   the records of the built-in scenario, and whether they still hold
//	beside.go   what of them stands beside a point answer
//	words.go    the sentences, in Spanish and English
//
// Nobody should quote which design leads at one set of values without knowing how
// often it leads at others. To know takes minutes, so for the built-in scenario
// it was computed beforehand, over all assumptions and over the points that the
// calibration accepted; a test computes some of it again.
package robustness
