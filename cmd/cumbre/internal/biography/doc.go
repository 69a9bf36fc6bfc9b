// Package biography tells what happened in one run: the life of a mandate event
// by event, what would have become of it without one veto, and the log of the
// institution between two dates.
//
//	history.go            one run, with everything it reported
//	life.go               from records to the events of a mandate's life
//	biography.go          Of, and which mandate to tell of when none is named
//	context.go            what the institution went through meanwhile
//	list.go               all mandates of the run
//	counterfactual.go     the same history without one veto
//	chronicle.go          the institution between two dates
//	voice.go              Spanish and English: names, dates, lists, widths
//	sentences.go          one sentence an event of a mandate
//	context_sentences.go  and of the institution
//	delays.go             who held a mandate up
//	write*.go             the texts
//
// Everything here is a function of (spec, design, seed, replication), so a text
// can be cited by its command line and compared whole by a test.
package biography
