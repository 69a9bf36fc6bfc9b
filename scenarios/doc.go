// Package scenarios turns the files a scholar writes into what the model runs:
// strict YAML into a validated model.Spec.
//
// The way of a file, one file of code each:
//
//	parse.go    bytes to a tree of nodes that know file, line and column
//	extends.go  the chain of bases, merged key by key into one tree
//	format.go   which keys exist: one table read by loader and schema
//	convert*.go the tree to a model.Spec, every mistake collected on the way
//	problem.go  the mistakes, in both languages, with the nearest right name
//
// The package embeds the library (*.yaml, designs/*.yaml) and the facts the
// library rests on (facts/*.csv, each row with source and confidence). It reads
// no file itself: Load is given a function that does.
package scenarios
