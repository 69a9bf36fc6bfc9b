package model

// Phase is where a mandate's time goes.
type Phase uint8

// The phases; a mandate is in exactly one at any time, so they add up to its age.
const (
	Procedure   Phase = iota // registry, clearance, circulation: bureaucracy proper
	Working                  // officials' work at full speed
	PeopleWait               // the same work waiting for people: congestion, absent capacity, catching up
	Consulting               // citizen consultation
	MeetingWait              // ready, waiting for a body to meet and reach it
	Negotiating              // after a veto
	Ratifying                // adopted, waiting for the last ratification
	LaidAside                // adopted, and only those who let it lie have not done their part
	NumPhases
)

// PhaseNames are the texts of the phases.
var PhaseNames = [NumPhases]Text{
	Procedure:   {"trámite", "procedure"},
	Working:     {"trabajo", "work"},
	PeopleWait:  {"espera de personas", "waiting for people"},
	Consulting:  {"consulta ciudadana", "citizen consultation"},
	MeetingWait: {"espera de reunión", "waiting for a meeting"},
	Negotiating: {"negociación tras veto", "negotiation after a veto"},
	Ratifying:   {"ratificación", "ratification"},
	LaidAside:   {"dejado de lado", "laid aside"},
}

// Result is what one run observed.
type Result struct {
	Metrics   [NumMetrics]float64
	FirstYear int                  // calendar year of Years[0]
	Years     [][NumSeries]float64 // one row per calendar year touched by the horizon

	Vetoes    [NumBodies][MaxMembers]int // veto transitions, by the body and the member that cast them
	Consents  [NumBodies][MaxMembers]int
	Depth     [NumDimensions]float64 // q_d at the end
	Effective [NumDimensions]float64 // e_d at the end
	Bargained [NumDimensions]float64 // depth bargained away
	DimVetoes [NumDimensions]int
	Time      [NumPhases]float64 // mandate-days spent per phase, all mandates
	Members   int                // members at the end; indices below this are in use

	Events uint64 // kernel events executed
	Digest uint64 // fingerprint of trajectory and results
}
