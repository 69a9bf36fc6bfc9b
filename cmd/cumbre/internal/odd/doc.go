// Package odd writes the description of the model by the ODD protocol (Grimm et al.
// 2020), in Spanish and in English.
//
//	document.go   the whole document: prose of text/, tables of the registries
//	registry.go   the tables of parameters, events, metrics, draws and the rest
//	defaults.go   the values of parameters in the default scenario
//	calibration.go what they were fitted to, and what was learnt
//	addendum.go   what one scenario adds: changes, with changes*.go, and inputs.go
//	markdown.go   tables and numbers as Markdown
//
// Prose is written by hand, one file an element and language, in text/. Formulas stand
// once for both languages in text/formulas.md, so that the two cannot disagree; the words
// in them are given in both, by {{w "Spanish" "English"}}. What a
// registry knows is never written by hand. model/ODD.md and model/ODD.es.md are the
// output; a test fails when they are old.
package odd
