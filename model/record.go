package model

import "cumbre/sim"

// RecordKind says what a Record tells.
type RecordKind uint8

// What is recorded of mandates and of the institution.
const (
	RecordState RecordKind = iota // a mandate entered State
	RecordConsent
	RecordDissent
	RecordVeto
	RecordTask // Member finished its part of the work in hand
	RecordReservation
	RecordAmended // Value is the depth left
	RecordNeglect // Member lets an adopted mandate lie
	RecordResumed // Member takes it up again
	RecordRatified
	RecordMemoryLost
	RecordMeeting // a body met
	RecordSession // a technical group sat in a round; Value is its index in Spec.Groups
	RecordSummitCancelled
	RecordPresidency // Member holds the presidency, in State
	RecordGovernment // Member's government is in State
	RecordSecretariat
	RecordAccession
	RecordPandemic
	RecordCrisis
	RecordTradeShock
	RecordAsked        // Member (-1: the secretariat) is asked for a part of the work in hand
	RecordPassedOn     // Member takes over a part of the work in hand from member Value (-1: the secretariat)
	RecordCaughtUp     // Member's coordinator has caught up with a file that had lost its memory
	RecordSentToRatify // to every parliament; Value ratifications bring the treaty into force
	RecordSpell        // a spell in Phase ended; Value days of it were work at full speed
	numRecordKinds
)

// Record is one thing that happened: the raw material of a biography.
type Record struct {
	Time    float64 // days since Spec.Start
	Kind    RecordKind
	Mandate string // its name; "" for the institution
	State   string
	Body    Body
	Member  int // -1 for none
	Round   int
	Value   float64
	Phase   Phase // of a RecordSpell
}

// MandateInfo describes a mandate.
type MandateInfo struct {
	Name          string
	Group         int
	Dimension     Dimension
	Origin        string // where it was issued: summit, extra_summit, gan, …
	Form          string // what it asks for: action, regulation, treaty
	Instrument    Text   // the same in words
	Level         Body
	Sponsor       int
	ProposedDepth float64
	Depth         float64 // as amended
	State         string
	Rounds        int
	Vetoes        int
	Issued        float64 // days since Spec.Start
	Adopted       float64 // NaN if never
	Ended         float64 // NaN if open
	Spent         [NumPhases]float64
}

// Registry names of a mandate's form.
const (
	FormAction     = "action"
	FormRegulation = "regulation"
	FormTreaty     = "treaty"
)

var forms = [numInstruments]string{action: FormAction, regulation: FormRegulation, treaty: FormTreaty}

// Registry names of the origins that are summits.
const (
	OriginSummit      = "summit"
	OriginExtraSummit = "extra_summit"
)

var originNames = [numOrigins]string{
	fromSummit: OriginSummit, fromExtraSummit: OriginExtraSummit, fromGAN: "gan", fromNC: "nc", fromTG: "tg",
	fromSecretariat: "secretariat", fromFollowUp: "follow_up", fromDeclaration: "declaration",
}

var instruments = [numInstruments]Text{
	action:     {"acción de cooperación", "cooperation action"},
	regulation: {"norma", "regulation"},
	treaty:     {"tratado", "treaty"},
}

// Veto names one veto: which mandate, before which body, in which round, whose.
type Veto struct {
	Mandate string
	Body    Body
	Round   int
	Member  int
}

// spared is the veto that a counterfactual takes away; the zero value is none.
type spared struct {
	veto Veto
	set  bool
}

func (s *spared) matches(m *mandate, i int) bool {
	return s.set && i == s.veto.Member && m.body == s.veto.Body && m.round == s.veto.Round && m.name() == s.veto.Mandate
}

// watches reports whether somebody wants records of a kind.
func (w *world) watches(kind RecordKind) bool { return w.watch != nil && w.watched&(1<<kind) != 0 }

func (w *world) note(m *mandate, kind RecordKind, b Body, member int, value float64) {
	if !w.watches(kind) {
		return
	}
	w.watch(Record{Time: w.k.Now(), Kind: kind, Mandate: m.name(), State: mandateStates[m.state], Body: b, Member: member, Round: m.round, Value: value})
}

// noteSpell tells what a mandate's phase until now was, and how much of it was work.
func (w *world) noteSpell(m *mandate, work float64) {
	if w.watches(RecordSpell) && w.k.Now() > m.phaseSince {
		w.watch(Record{Time: w.k.Now(), Kind: RecordSpell, Mandate: m.name(), State: mandateStates[m.state], Member: -1, Round: m.round, Value: work, Phase: m.phase})
	}
}

// notePassedOn tells that the holder of one pool takes over a part from that of another.
func (w *world) notePassedOn(m *mandate, from, to *sim.Pool) {
	w.note(m, RecordPassedOn, 0, w.owner(to), float64(w.owner(from)))
}

// owner is the member whose people a pool is; -1 is the secretariat.
func (w *world) owner(p *sim.Pool) int {
	for i := range w.members {
		if m := &w.members[i]; p == m.coordinator || p == m.ministries[foreign] || p == m.ministries[trade] {
			return i
		}
	}
	return -1
}

func (w *world) noteMeeting(b Body) {
	if w.watches(RecordMeeting) {
		w.watch(Record{Time: w.k.Now(), Kind: RecordMeeting, Body: b, Member: w.presidency.holder})
	}
}

func (w *world) noteSession(group int) {
	if w.watches(RecordSession) {
		w.watch(Record{Time: w.k.Now(), Kind: RecordSession, Body: TechnicalGroup, Member: -1, Value: float64(group)})
	}
}

func (w *world) noteInstitution(kind RecordKind, member int) {
	if !w.watches(kind) {
		return
	}
	state := ""
	switch kind {
	case RecordPresidency:
		state = PresidencyMachine.States[w.presidency.state]
	case RecordGovernment:
		state = GovernmentMachine.States[w.members[member].state]
	case RecordSecretariat:
		state = SecretariatMachine.States[w.secretariat.state]
	}
	w.watch(Record{Time: w.k.Now(), Kind: kind, State: state, Member: member})
}
