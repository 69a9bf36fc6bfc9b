package model

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Verdict is what a decision rule says of a ballot in progress.
type Verdict uint8

// A ballot ends as soon as its verdict is not Pending.
const (
	Pending Verdict = iota
	Passed
	Failed
)

// Ballot is the state of a poll: who may vote, who consented, who objected,
// as bit sets over member indices, and each member's population. A rule can be asked
// of more members than a run holds, 32: the Council of the European Union has 27.
type Ballot struct {
	Voters, Consents, Objections uint32
	Population                   []float64 // persons, of each member
}

// Rule decides a ballot. Verdict must be final: once Passed or Failed, no
// further vote may change it; that is what lets a poll stop early.
type Rule interface {
	Verdict(b Ballot) Verdict
	String() string // as written in a scenario file
}

// RuleType is a rule's line in the registry of decision rules.
type RuleType struct {
	Name string
	Text Text
	Args []RuleArg
	New  func(args []float64) Rule
}

// RuleArg is one argument of a rule, with default and range.
type RuleArg struct {
	Name              string
	Default, Min, Max float64
	Whole             bool // takes whole numbers only
	Members           bool // counts members: less than all who vote
}

// RuleTypes is the registry of decision rules: one line a rule.
func RuleTypes() []RuleType {
	return []RuleType{
		{"unanimity", Text{"todos consienten; cada miembro tiene veto", "all consent; every member holds a veto"}, nil,
			func([]float64) Rule { return unanimity }},
		{"consensus_minus", Text{"todos menos n consienten", "all but n consent"}, []RuleArg{{"n", 1, 0, MaxMembers, true, true}},
			func(a []float64) Rule { return named{format("consensus_minus", a), consensusMinus(int(a[0]))} }},
		{"qualified_majority", Text{"una parte de los miembros que reúne una parte de la población", "a share of members holding a share of the population"},
			[]RuleArg{{"members", 0.55, 0, 1, false, false}, {"population", 0.65, 0, 1, false, false}},
			func(a []float64) Rule { return named{format("qualified_majority", a), qualified(a[0], a[1])} }},
		{"simple_majority", Text{"más de la mitad de los miembros", "more than half of the members"}, nil,
			func([]float64) Rule { return named{"simple_majority", simpleMajority} }},
	}
}

// ParseRule reads a rule as a scenario file writes it: a name, with arguments
// in parentheses where the defaults do not serve: qualified_majority(0.6, 0.5).
func ParseRule(s string) (Rule, error) {
	t, args, err := ReadRule(s)
	if err != nil {
		return nil, err
	}
	return t.New(args), nil
}

// ReadRule is ParseRule short of making the rule: it returns the rule's line of
// the registry and the arguments for its New, with defaults where s gives none.
func ReadRule(s string) (RuleType, []float64, error) {
	name, rest, hasArgs := strings.Cut(strings.TrimSpace(s), "(")
	types := RuleTypes()
	i := slices.IndexFunc(types, func(t RuleType) bool { return t.Name == name })
	if i < 0 {
		return RuleType{}, nil, fmt.Errorf("no decision rule %q", name)
	}
	args := make([]float64, len(types[i].Args))
	for k, a := range types[i].Args {
		args[k] = a.Default
	}
	if hasArgs {
		fields := strings.Split(strings.TrimSuffix(rest, ")"), ",")
		if !strings.HasSuffix(rest, ")") || len(fields) != len(args) {
			return RuleType{}, nil, fmt.Errorf("rule %q takes %d argument(s) in parentheses", name, len(args))
		}
		for k, f := range fields {
			v, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
			a := types[i].Args[k]
			if err != nil || !(v >= a.Min && v <= a.Max) {
				return RuleType{}, nil, fmt.Errorf("rule %q: %s must be a number from %g to %g", name, a.Name, a.Min, a.Max)
			}
			if a.Whole && v != float64(int(v)) {
				return RuleType{}, nil, fmt.Errorf("rule %q: %s must be a whole number", name, a.Name)
			}
			args[k] = v
		}
	}
	return types[i], args, nil
}

func format(name string, args []float64) string {
	s := make([]string, len(args))
	for i, a := range args {
		s[i] = strconv.FormatFloat(a, 'g', -1, 64)
	}
	return name + "(" + strings.Join(s, ", ") + ")"
}

// unanimity is the default everywhere: every member holds a veto.
var unanimity Rule = named{"unanimity", consensusMinus(0)}

// named is a rule by its coalition test: whether those who consent suffice.
type named struct {
	name   string
	enough func(b Ballot, coalition uint32) bool
}

// Verdict is passed when those who consented suffice, failed when even all who have
// not objected would not. Whatever the thresholds, somebody must consent.
func (r named) Verdict(b Ballot) Verdict {
	willing := b.Voters &^ b.Objections
	switch {
	case b.Consents != 0 && r.enough(b, b.Consents):
		return Passed
	case willing == 0 || !r.enough(b, willing):
		return Failed
	}
	return Pending
}

func (r named) String() string { return r.name }

// AsksNothing reports whether nobody at all meets the thresholds of a rule of the
// registry when so many members vote, 1 to MaxMembers. Such a rule makes no sense: it
// would pass whatever any single member wants.
func AsksNothing(r Rule, members int) bool {
	n, ok := r.(named)
	return ok && n.enough(Ballot{Voters: 1<<members - 1, Population: slices.Repeat([]float64{1}, members)}, 0)
}

func consensusMinus(n int) func(Ballot, uint32) bool {
	return func(b Ballot, c uint32) bool { return bits.OnesCount32(c) >= bits.OnesCount32(b.Voters)-n }
}

func simpleMajority(b Ballot, c uint32) bool {
	return 2*bits.OnesCount32(c) > bits.OnesCount32(b.Voters)
}

func qualified(members, population float64) func(Ballot, uint32) bool {
	return func(b Ballot, c uint32) bool {
		return float64(bits.OnesCount32(c)) >= float64(members*float64(bits.OnesCount32(b.Voters))) &&
			b.people(c) >= float64(population*b.people(b.Voters))
	}
}

func (b Ballot) people(set uint32) float64 {
	sum := 0.0
	for ; set != 0; set &= set - 1 {
		sum += b.Population[bits.TrailingZeros32(set)]
	}
	return sum
}
