package model

// Decision: one mandate before one body. Every consent and every veto is a
// transition of the decision's state machine that names the member.

// treat polls the body on a mandate and follows the outcome.
func (w *world) treat(m *mandate) {
	if w.poll(m) {
		w.pass(m)
		return
	}
	w.advance(m, evVeto)
	w.answerVeto(m)
}

// poll asks each member in turn until the rule knows. The order in which
// they speak is drawn anew each time: under unanimity only the first objection is
// heard, and no member should be heard more for its place in the alphabet.
func (w *world) poll(m *mandate) bool {
	if m.decision == convened {
		DecisionMachine.Step(&m.decision, evOpen)
	} else {
		DecisionMachine.Step(&m.decision, evReopen)
	}
	ballot := Ballot{Voters: w.voters, Population: w.population}
	order, n := w.speakingOrder(m)
	for _, i := range order[:n] {
		if w.vote(m, int(i), &ballot) {
			break
		}
	}
	return m.decision == decisionAdopted
}

// speakingOrder draws in which order the n active members are heard: by a number
// of each member's own, so that neither a place in the list nor a member who has
// not joined changes who is heard before whom.
func (w *world) speakingOrder(m *mandate) (order [MaxMembers]uint8, n int) {
	var lot [MaxMembers]uint64
	for i := range w.members {
		if !w.members[i].active {
			continue
		}
		s := w.src.Stream(drawSpeaker, m.id, m.when(), uint64(i))
		lot[i] = s.Uint64()
		at := n
		for ; at > 0 && lot[order[at-1]] > lot[i]; at-- {
			order[at] = order[at-1]
		}
		order[at] = uint8(i)
		n++
	}
	return order, n
}

// when identifies the ballot on a mandate: its body and round.
func (m *mandate) when() uint64 { return uint64(m.body)<<16 | uint64(m.round) }

// vote takes member i's vote and reports whether it ends the poll.
func (w *world) vote(m *mandate, i int, b *Ballot) bool {
	rule := w.rules[m.body]
	if w.consents(m, i) {
		b.Consents |= 1 << i
		w.res.Consents[m.body][i]++
		w.note(m, RecordConsent, m.body, i, float64(m.round))
		if rule.Verdict(*b) == Passed {
			DecisionMachine.Step(&m.decision, evCarry)
			w.obs.outvoted += onesCount(b.Objections)
			return true
		}
		DecisionMachine.Step(&m.decision, evConsent)
		return false
	}
	b.Objections |= 1 << i
	if rule.Verdict(*b) == Failed {
		DecisionMachine.Step(&m.decision, evObject)
		w.obs.vetoed(w, m, i)
		w.note(m, RecordVeto, m.body, i, float64(m.round))
		return true
	}
	DecisionMachine.Step(&m.decision, evDissent)
	w.note(m, RecordDissent, m.body, i, float64(m.round))
	return false
}

// pass sends an agreed mandate to the next level, or adopts it.
func (w *world) pass(m *mandate) {
	next := m.body + 1
	if next == Council && w.p[CouncilOn] < 0.5 {
		next++
	}
	if next > m.level {
		w.adopt(m)
		return
	}
	w.table(m, next)
}
