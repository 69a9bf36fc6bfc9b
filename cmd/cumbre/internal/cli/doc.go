// Package cli is the command line of cumbre.
//
// Each command is one file: what it is asked (flags), what it does (calls into
// scenarios and model/compare) and the result it prints. Nothing but the result
// goes to standard output; progress, notes and errors go to standard error.
//
//	cli.go        Main, exit codes, errors
//	language.go   Spanish or English; usage.go, the frame of every help
//	screen.go     the width of the terminal, for internal/layout
//	scenario.go   from flags to a Spec, all mistakes at once
//	compare.go    cumbre compare, with table.go and json.go
//	folder.go     a folder of results, written whole or not at all, with
//	              csv.go, manifest.go and readme.go; lock.go keeps a second
//	              command out, stale.go removes figures no longer drawn
//
// Both versions of a text stand side by side in the code, so that neither can
// be forgotten when the other changes.
package cli
