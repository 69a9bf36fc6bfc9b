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
//	waits.go              for whom it waited
//	delays.go             who held a mandate up
//	write*.go             the texts
//
// Whom a mandate waited for. A mandate waits on the days that its phases count as
// waiting for people, negotiation, ratification and laid aside: those that work took
// beyond the time it takes at full speed (which is counted first, the mediator's in a
// negotiation too), those on an agenda while a
// coordinator catches up with a lost memory, those after the work was done and
// before a treaty was in force, and those on which only members that let it lie
// had not done their part. Days of paperwork, of consultation and before a meeting
// are nobody's. On each day of waiting some parties are awaited: members (their
// ministries or coordinator have a part of the work in hand, they let the mandate
// lie, or their parliament has not ratified) or the secretariat. The day is charged
//
//   - to the party that alone is awaited: had it been done, the mandate would have
//     gone on. Of parallel work that is the last one, from when the second last was
//     done or the work would have been done at full speed, whichever is later; of a
//     mediation by one, the mediator throughout;
//   - to nobody in particular if several are: none alone would have freed it. These
//     days are told as those of several at once and, beside each of these, as days
//     with others.
//
// Where fewer ratifications than there are members bring a treaty into force, all
// that have not ratified are awaited until there are enough. A part that passes to
// another party is awaited from the new one from then on. So the days charged and
// those of several add up to the mandate's waiting, whether it was fulfilled,
// given up or is still open.
//
// Everything here is a function of (spec, design, seed, replication), so a text
// can be cited by its command line and compared whole by a test.
package biography
