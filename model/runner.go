package model

import "cumbre/sim/rng"

// Runner runs replications of one design of a Spec, one after another, reusing
// its memory; it is for one goroutine. Results depend only on (Spec, design,
// seed, replication).
type Runner struct{ w *world }

// NewRunner returns a runner of spec.Designs[design]. The spec must be valid.
func NewRunner(spec *Spec, design int) *Runner { return &Runner{newWorld(spec, design)} }

// Run runs one replication and returns what it observed; the Result is the
// caller's to keep.
func (r *Runner) Run(seed, replication uint64) *Result {
	w := r.w
	w.reset(rng.New(seed, replication))
	w.start()
	// A reform is no event: the run stops on its date, the design comes into
	// force, and the run goes on. So a reform into the design already in force
	// leaves no trace, to the bit.
	if from := w.design.From; !w.inUse && from < w.spec.End {
		w.k.Run(w.clock(from))
		w.reform()
	}
	w.k.Run(w.clock(w.spec.End))
	return w.finish()
}

// Watch has every later run report what happens, in order: records of the kinds named,
// or of all if none is; nil stops it. It does not change results.
func (r *Runner) Watch(fn func(Record), kinds ...RecordKind) {
	r.w.watch, r.w.watched = fn, 0
	for _, k := range kinds {
		r.w.watched |= 1 << k
	}
	if len(kinds) == 0 {
		r.w.watched = 1<<numRecordKinds - 1
	}
}

// Spare takes one veto away in every later run: that member consents in that
// round. All else is drawn as before, so the run is the same history without
// the veto.
func (r *Runner) Spare(v Veto) { r.w.spare = spared{v, true} }

// SpareNone ends Spare.
func (r *Runner) SpareNone() { r.w.spare = spared{} }

// Mandates describes every mandate of the last run, in order of issue.
func (r *Runner) Mandates() []MandateInfo {
	w := r.w
	all := make([]MandateInfo, w.count)
	for i, m := range w.mandates[:w.count] {
		all[i] = MandateInfo{
			Name: m.name(), Group: m.group, Dimension: m.dim, Origin: originNames[m.origin], Form: forms[m.instrument], Instrument: instruments[m.instrument], Level: m.level, Sponsor: m.sponsor,
			ProposedDepth: m.proposedDepth, Depth: m.depth, State: mandateStates[m.state], Rounds: m.rounds, Vetoes: m.vetoes,
			Issued: m.issued, Adopted: m.adopted, Ended: m.ended, Spent: m.spent,
		}
	}
	return all
}
