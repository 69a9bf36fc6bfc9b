package scenarios_test

import (
	"fmt"
	"math"
	"slices"

	"cumbre/model"
	"cumbre/model/machine"
)

// ledger keeps the books of a run from its records alone, as an auditor would: it
// shares no counter with the model. The first record that breaks a law is its fault.
type ledger struct {
	spec  *model.Spec
	fault string
	now   float64

	files   map[string]*file // by name of mandate
	in      []int            // mandates in each state
	entered []int            // times each state was entered
	rows    []row            // a row per calendar year
	year    row              // the one running
	turns   []float64        // when calendar years end
	active  uint16           // members

	vetoes, consents [model.NumBodies][model.MaxMembers]int
	outvoted         int
	meetings         [model.NumBodies]int

	handovers                  int
	contestedSince, withoutPPT float64 // contestedSince is NaN while somebody presides
	operated                   bool    // there was a secretariat
}

// row holds the yearly series that records tell of; the rest stay 0.
type row [model.NumSeries]float64

// file is what the ledger knows of one mandate.
type file struct {
	state                  int
	issued, adopted, ended float64 // NaN until then
	vetoes, rounds         int
	depth                  float64 // as last amended; NaN if never

	voted   uint16 // in the ballot in progress
	against int
	blocked bool // vetoed; the state has still to say so
}

// The states of a mandate whose entries a series and a metric count.
var counted = []struct {
	state  string
	series model.Series
	metric model.Metric
}{
	{"assigned", model.YearIssued, model.MIssued},
	{"adopted", model.YearAdopted, model.MAdopted},
	{"fulfilled", model.YearFulfilled, model.MFulfilled},
	{"shelved", model.YearShelved, model.MShelved},
	{"lapsed", model.YearLapsed, model.MLapsed},
	{"withdrawn", model.YearWithdrawn, model.MWithdrawn},
}

var (
	states     = model.MandateMachine.States
	moves      = legalMoves()
	ends       = finalStates()
	meetSeries = map[model.Body]model.Series{model.Summit: model.YearSummits, model.Council: model.YearCouncils,
		model.HighLevelGroup: model.YearGANs, model.TechnicalGroup: model.YearRounds}
)

// legalMoves are the pairs of states, from and to, that the mandate's machine declares.
func legalMoves() map[[2]int]bool {
	legal := map[[2]int]bool{}
	for s := range states {
		for e := range model.MandateMachine.Events {
			if to, ok := model.MandateMachine.Next(machine.State(s), machine.Event(e)); ok {
				legal[[2]int{s, int(to)}] = true
			}
		}
	}
	return legal
}

// finalStates says of each state whether a mandate ends in it.
func finalStates() []bool {
	final := make([]bool, len(states))
	for s := range states {
		final[s] = model.MandateMachine.Final(machine.State(s))
	}
	return final
}

func newLedger(s *model.Spec) *ledger {
	l := &ledger{spec: s, files: map[string]*file{}, in: make([]int, len(states)), entered: make([]int, len(states)), contestedSince: math.NaN()}
	for y := s.Start.Year() + 1; model.NewDate(y, 1, 1) < s.End; y++ {
		l.turns = append(l.turns, l.clock(model.NewDate(y, 1, 1)))
	}
	for i, m := range s.Members {
		if !m.Joins {
			l.active |= 1 << i
		}
	}
	return l
}

func (l *ledger) clock(d model.Date) float64 { return float64(d - l.spec.Start) }
func (l *ledger) horizon() float64           { return l.clock(l.spec.End) }

func (l *ledger) fail(r model.Record, format string, args ...any) {
	if l.fault == "" {
		l.fault = fmt.Sprintf("%s, in record %+v", fmt.Sprintf(format, args...), r)
	}
}

// record enters one record and draws up the balance.
func (l *ledger) record(r model.Record) {
	within := r.Time < l.horizon() || r.Kind == model.RecordSpell && r.Time == l.horizon() // what is open is closed there
	if !(r.Time >= l.now && within) {
		l.fail(r, "out of order or outside of the horizon: it was %v", l.now)
	}
	l.now = r.Time
	for len(l.rows) < len(l.turns) && r.Time >= l.turns[len(l.rows)] {
		l.closeYear()
	}
	switch r.Kind {
	case model.RecordState:
		l.moved(r)
		l.balance(r)
	case model.RecordMeeting:
		l.meetings[r.Body]++
		if s, ok := meetSeries[r.Body]; ok {
			l.year[s]++
		}
	case model.RecordPresidency:
		l.presidency(r)
	case model.RecordSecretariat:
		l.operated = l.operated || r.State == "operating"
	case model.RecordAccession:
		l.active |= 1 << r.Member
	}
	if r.Mandate != "" && r.Kind != model.RecordState {
		l.noted(r)
	}
}

// moved follows a mandate to its next state.
func (l *ledger) moved(r model.Record) {
	f, known := l.files[r.Mandate]
	to := slices.Index(states, r.State)
	switch {
	case !known && r.State != "assigned", known && !moves[[2]int{f.state, to}]:
		l.fail(r, "no such move, known %v", known)
		return
	case !known:
		f = &file{issued: r.Time, adopted: math.NaN(), ended: math.NaN(), depth: math.NaN()}
		l.files[r.Mandate] = f
	default:
		l.in[f.state]--
	}
	if f.blocked != (r.State == "vetoed") {
		l.fail(r, "vetoed by nobody, or a veto without effect")
	}
	if r.State != "vetoed" {
		l.outvoted += f.against
	}
	f.state, f.voted, f.against, f.blocked = to, 0, 0, false
	l.in[to]++
	l.entered[to]++
	switch {
	case r.State == "adopted":
		f.adopted = r.Time
	case ends[to]:
		f.ended = r.Time
	}
	for _, c := range counted {
		if c.state == r.State {
			l.year[c.series]++
		}
	}
}

// noted enters what else happens to a mandate.
func (l *ledger) noted(r model.Record) {
	f := l.files[r.Mandate]
	if f == nil || states[f.state] != r.State {
		l.fail(r, "told of a mandate in another state")
		return
	}
	switch r.Kind {
	case model.RecordConsent, model.RecordDissent, model.RecordVeto:
		l.vote(f, r)
	case model.RecordAmended:
		f.depth = r.Value
		f.rounds++
	}
}

func (l *ledger) vote(f *file, r model.Record) {
	who := uint16(1) << r.Member
	if states[f.state] != "before_"+r.Body.String() || f.voted&who != 0 || l.active&who == 0 || f.blocked {
		l.fail(r, "a vote elsewhere, twice, of no member or after the veto")
	}
	f.voted |= who
	switch r.Kind {
	case model.RecordConsent:
		l.consents[r.Body][r.Member]++
	case model.RecordDissent:
		f.against++
	case model.RecordVeto:
		f.vetoes++
		f.blocked = true
		l.vetoes[r.Body][r.Member]++
		l.year[model.YearVetoes]++
		l.year[model.YearVetoesOf(r.Body)]++
	}
}

func (l *ledger) presidency(r model.Record) {
	switch r.State {
	case "contested":
		l.contestedSince = r.Time
	case "incumbent":
		l.handovers++
		l.endContest(r.Time)
	}
}

func (l *ledger) endContest(now float64) {
	if !math.IsNaN(l.contestedSince) {
		l.withoutPPT += now - l.contestedSince
		l.contestedSince = math.NaN()
	}
}

// balance asks for conservation now: what was issued ended in one way or is open.
func (l *ledger) balance(r model.Record) {
	ended, open := 0, 0
	for s, n := range l.in {
		if n < 0 {
			l.fail(r, "%d mandates are %s", n, states[s])
		}
		if ends[s] {
			ended += l.entered[s]
		} else {
			open += n
		}
	}
	if issued := l.count("assigned"); issued != ended+open || issued != len(l.files) {
		l.fail(r, "issued %d (%d names), ended %d, open %d", issued, len(l.files), ended, open)
	}
}

func (l *ledger) count(state string) int { return l.entered[slices.Index(states, state)] }

// levels are the mandates open before adoption and those adopted and not in force.
func (l *ledger) levels() (before, after int) {
	for s, n := range l.in {
		switch {
		case ends[s]:
		case states[s] == "adopted", states[s] == "in_implementation":
			after += n
		default:
			before += n
		}
	}
	return before, after
}

func (l *ledger) closeYear() {
	before, after := l.levels()
	l.year[model.YearOpenBeforeAdoption], l.year[model.YearBeingImplemented] = float64(before), float64(after)
	for i := range model.MaxMembers {
		l.year[model.YearMembers] += float64(l.active >> i & 1)
	}
	l.rows = append(l.rows, l.year)
	l.year = row{}
}

// close ends the books at the horizon.
func (l *ledger) close() {
	for len(l.rows) <= len(l.turns) {
		l.closeYear()
	}
	l.endContest(l.horizon())
}
