// Package guard holds the rules of the house as tests: which way imports point, what
// the simulation may not touch, how long a file may be. It has no code of its own.
//
// Each guard is a function from source to violations, "file:line: what is wrong", and
// each has two tests: the module has no violation, and a small bad module has exactly
// those it should have, so that a guard which sees nothing is noticed.
package guard
