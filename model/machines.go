package model

import (
	"github.com/looplab/fsm"

	"cumbre/model/machine"
)

// The five state machines of the institution, each declared once. The run loop
// steps their compiled tables; `cumbre diagram` draws them.

// States of a mandate.
const (
	proposed machine.State = iota
	assigned
	inTechnicalWork
	inConsultation
	beforeTG
	beforeNC
	beforeGAN
	beforeCouncil
	beforeSummit
	vetoed
	inNegotiation
	adopted
	inImplementation
	fulfilled
	shelved
	lapsed
	withdrawn
)

// Events of a mandate.
const (
	evAssign machine.Event = iota
	evStart
	evConsult
	evToTG
	evToNC
	evToGAN
	evToCouncil
	evToSummit
	evVeto
	evNegotiate
	evAdopt
	evImplement
	evFulfil
	evShelve
	evLapse
	evWithdraw
)

var mandateStates = []string{"proposed", "assigned", "in_technical_work", "in_consultation", "before_tg", "before_nc", "before_gan",
	"before_council", "before_summit", "vetoed", "in_negotiation", "adopted", "in_implementation", "fulfilled", "shelved", "lapsed", "withdrawn"}

var mandateEvents = []string{"assign", "start", "consult", "to_tg", "to_nc", "to_gan", "to_council", "to_summit", "veto", "negotiate",
	"adopt", "implement", "fulfil", "shelve", "lapse", "withdraw"}

// openStates are those a mandate can lapse or be withdrawn from.
var openStates = mandateStates[:fulfilled]

// MandateMachine is the life of a mandate. A negotiated text returns to the
// stage that vetoed it.
var MandateMachine = machine.Compile("mandate", mandateStates, mandateEvents, fsm.Events{
	{Name: "assign", Src: []string{"proposed"}, Dst: "assigned"},
	{Name: "start", Src: []string{"assigned"}, Dst: "in_technical_work"},
	{Name: "consult", Src: []string{"in_technical_work"}, Dst: "in_consultation"},
	{Name: "to_tg", Src: []string{"in_technical_work", "in_consultation", "in_negotiation"}, Dst: "before_tg"},
	{Name: "to_nc", Src: []string{"before_tg", "in_negotiation"}, Dst: "before_nc"},
	{Name: "to_gan", Src: []string{"before_nc", "in_negotiation"}, Dst: "before_gan"},
	{Name: "to_council", Src: []string{"before_gan", "in_negotiation"}, Dst: "before_council"},
	{Name: "to_summit", Src: []string{"before_gan", "before_council", "in_negotiation"}, Dst: "before_summit"},
	{Name: "veto", Src: []string{"before_tg", "before_nc", "before_gan", "before_council", "before_summit"}, Dst: "vetoed"},
	{Name: "negotiate", Src: []string{"vetoed"}, Dst: "in_negotiation"},
	{Name: "adopt", Src: []string{"before_gan", "before_council", "before_summit"}, Dst: "adopted"},
	{Name: "implement", Src: []string{"adopted"}, Dst: "in_implementation"},
	{Name: "fulfil", Src: []string{"in_implementation"}, Dst: "fulfilled"},
	{Name: "shelve", Src: []string{"vetoed", "in_negotiation"}, Dst: "shelved"},
	{Name: "lapse", Src: openStates, Dst: "lapsed"},
	{Name: "withdraw", Src: openStates, Dst: "withdrawn"},
})

// before is the state of a mandate that waits for a body; toBody the event that
// brings it there.
var (
	before = [NumBodies]machine.State{beforeTG, beforeNC, beforeGAN, beforeCouncil, beforeSummit}
	toBody = [NumBodies]machine.Event{evToTG, evToNC, evToGAN, evToCouncil, evToSummit}
)

// States of a decision: one mandate before one body.
const (
	convened machine.State = iota
	polling
	decisionVetoed
	decisionNegotiating
	decisionAdopted
	exhausted
)

// Events of a decision. A vote is one transition and names its member: consent
// and dissent leave the poll open, carry and veto end it.
const (
	evOpen machine.Event = iota
	evConsent
	evDissent
	evCarry
	evObject
	evMediate
	evReopen
	evExhaust
)

// DecisionMachine is a ballot with its negotiation. Under unanimity the first
// objection is a veto and the last consent carries; under any other rule the
// rule's verdict says which vote ends the poll.
var DecisionMachine = machine.Compile("decision",
	[]string{"convened", "polling", "vetoed", "negotiating", "adopted", "exhausted"},
	[]string{"open", "consent", "dissent", "carry", "veto", "negotiate", "reopen", "exhaust"}, fsm.Events{
		{Name: "open", Src: []string{"convened"}, Dst: "polling"},
		{Name: "consent", Src: []string{"polling"}, Dst: "polling"},
		{Name: "dissent", Src: []string{"polling"}, Dst: "polling"},
		{Name: "carry", Src: []string{"polling"}, Dst: "adopted"},
		{Name: "veto", Src: []string{"polling"}, Dst: "vetoed"},
		{Name: "negotiate", Src: []string{"vetoed"}, Dst: "negotiating"},
		{Name: "reopen", Src: []string{"negotiating"}, Dst: "polling"},
		{Name: "exhaust", Src: []string{"vetoed", "negotiating"}, Dst: "exhausted"},
	})

// States of the presidency pro tempore.
const (
	incumbent machine.State = iota
	handoverDue
	contested
	interimHolder
	transferred
)

// Events of the presidency pro tempore.
const (
	evTermEnds machine.Event = iota
	evContest
	evInterim
	evHandOver
	evAssume
)

// PresidencyMachine is the handover of the presidency pro tempore.
var PresidencyMachine = machine.Compile("presidency",
	[]string{"incumbent", "handover_due", "contested", "interim_holder", "transferred"},
	[]string{"term_ends", "contest", "interim", "hand_over", "assume"}, fsm.Events{
		{Name: "term_ends", Src: []string{"incumbent"}, Dst: "handover_due"},
		{Name: "contest", Src: []string{"handover_due"}, Dst: "contested"},
		{Name: "interim", Src: []string{"contested"}, Dst: "interim_holder"},
		{Name: "hand_over", Src: []string{"handover_due", "interim_holder"}, Dst: "transferred"},
		{Name: "assume", Src: []string{"transferred"}, Dst: "incumbent"},
	})

// States of a government.
const (
	inOffice machine.State = iota
	campaign
	transition
	inCrisis
)

// Events of a government.
const (
	evCampaign machine.Event = iota
	evElect
	evFall
	evCrisis
	evSettle
	evInaugurate
)

// GovernmentMachine is a head of state's time in office; campaign is the lame-
// duck period. A crisis may come at any time; it ends a government (fall) or only
// takes it out of its course (crisis).
var GovernmentMachine = machine.Compile("government",
	[]string{"in_office", "campaign", "transition", "crisis"},
	[]string{"campaign", "elect", "fall", "crisis", "settle", "inaugurate"}, fsm.Events{
		{Name: "campaign", Src: []string{"in_office"}, Dst: "campaign"},
		{Name: "elect", Src: []string{"campaign"}, Dst: "transition"},
		{Name: "fall", Src: []string{"in_office", "campaign", "transition", "crisis"}, Dst: "crisis"},
		{Name: "crisis", Src: []string{"in_office", "campaign", "transition", "crisis"}, Dst: "crisis"},
		{Name: "settle", Src: []string{"crisis"}, Dst: "transition"},
		{Name: "inaugurate", Src: []string{"transition"}, Dst: "in_office"},
	})

// States of the secretariat.
const (
	absent machine.State = iota
	agreed
	beingSetUp
	operating
)

// Events of the secretariat.
const (
	evAgree machine.Event = iota
	evRatify
	evOperate
)

// SecretariatMachine is how a secretariat comes into being: by a treaty.
var SecretariatMachine = machine.Compile("secretariat",
	[]string{"absent", "agreed", "being_set_up", "operating"},
	[]string{"agree", "ratify", "operate"}, fsm.Events{
		{Name: "agree", Src: []string{"absent"}, Dst: "agreed"},
		{Name: "ratify", Src: []string{"agreed"}, Dst: "being_set_up"},
		{Name: "operate", Src: []string{"being_set_up"}, Dst: "operating"},
	})

// Machines returns the five state machines.
func Machines() []*machine.Machine {
	return []*machine.Machine{MandateMachine, DecisionMachine, PresidencyMachine, GovernmentMachine, SecretariatMachine}
}
