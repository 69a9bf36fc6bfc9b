// Package robustness is the robust comparison on paper: the record of it that the
// program prints as JSON and keeps in the repository, and the sentences that say
// what it found.
//
//	record.go   the record, made from what package robust found
//	stored.go   the record of the built-in scenario, and whether it still holds
//	words.go    the sentences, in Spanish and English
//
// Nobody should quote which design leads at one set of values without knowing how
// often it leads at others. To know takes minutes, so for the built-in scenario
// it was computed beforehand; a test computes some of it again.
package robustness
