package model

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
	RecordRatified
	RecordMemoryLost
	RecordMeeting // a body met
	RecordSummitCancelled
	RecordPresidency // Member holds the presidency, in State
	RecordGovernment // Member's government is in State
	RecordSecretariat
	RecordAccession
	RecordPandemic
	RecordCrisis
	RecordTradeShock
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
}

// MandateInfo describes a mandate.
type MandateInfo struct {
	Name          string
	Group         int
	Dimension     Dimension
	Instrument    Text
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

func (w *world) note(m *mandate, kind RecordKind, b Body, member int, value float64) {
	if w.watch == nil {
		return
	}
	w.watch(Record{Time: w.k.Now(), Kind: kind, Mandate: m.name(), State: mandateStates[m.state], Body: b, Member: member, Round: m.round, Value: value})
}

func (w *world) noteMeeting(b Body) {
	if w.watch != nil {
		w.watch(Record{Time: w.k.Now(), Kind: RecordMeeting, Body: b, Member: w.presidency.holder})
	}
}

func (w *world) noteInstitution(kind RecordKind, member int) {
	if w.watch == nil {
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
