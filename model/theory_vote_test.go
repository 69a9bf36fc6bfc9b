package model

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/sim/rng"
)

// Decision rules against the theory of voting power. If every member consents with
// probability p, independently, a proposal passes with the probability of the winning
// coalitions, Σ pˢ(1 − p)ⁿ⁻ˢ over their sizes s; at p = ½ that is their share of all
// 2ⁿ coalitions, the power of a collectivity to act (Coleman 1971). Here the rules
// themselves are asked, ballot by ballot; that runs pass as often is tested in
// closedform_vote_test.go for the plain rules and below for the Council's.

// winners counts a rule's winning coalitions by size, by asking for its verdict on
// every ballot of n members in which all have voted.
func winners(t *testing.T, rule Rule, people []float64) []float64 {
	n := len(people)
	bySize := make([]float64, n+1)
	all := uint32(1<<n - 1)
	for c := range all + 1 {
		switch rule.Verdict(Ballot{Voters: all, Consents: c, Objections: all &^ c, Population: people}) {
		case Passed:
			bySize[bits.OnesCount32(c)]++
		case Pending:
			require.Fail(t, "all have voted", "%b", c)
		}
	}
	return bySize
}

// passage is the probability that a proposal passes, from its winning coalitions by size.
func passage(bySize []float64, p float64) float64 {
	sum := 0.0
	for s, count := range bySize {
		sum += count * math.Pow(p, float64(s)) * math.Pow(1-p, float64(len(bySize)-1-s))
	}
	return sum
}

func parsed(t *testing.T, rule string) Rule {
	r, err := ParseRule(rule)
	require.NoError(t, err)
	return r
}

// Rules that count heads: pⁿ under unanimity, the upper tail of the binomial with
// k = ⌊n/2⌋ + 1 under a simple majority and with k = n − m under consensus minus m.
func TestPowerToActOfRulesThatCountHeads(t *testing.T) {
	for n := 1; n <= MaxMembers+3; n++ {
		equal := make([]float64, n)
		needed := map[string]int{"unanimity": n, "simple_majority": n/2 + 1}
		for m := 1; m < min(n, 4); m++ {
			needed[fmt.Sprintf("consensus_minus(%d)", m)] = n - m
		}
		for rule, k := range needed {
			counted := winners(t, parsed(t, rule), equal)
			for _, p := range []float64{0.5, 0.1, 0.75, 0.97} {
				want := 1 - distuv.Binomial{N: float64(n), P: p}.CDF(float64(k)-1)
				if k == n {
					want = math.Pow(p, float64(n))
				}
				require.InDelta(t, want, passage(counted, p), 1e-12, "%s of %d at p = %v", rule, n, p)
			}
		}
	}
}

// The Council's weighted votes while it had no more members than a run can hold. A rule
// of shares of a population is one of weights: quota of all votes. Votes and quotas are
// those of the treaties (table: github.com/sumtxt/coresize, eucouncil_weights), members
// in order of their votes.
var councils = []struct {
	name  string
	quota float64
	votes []float64
}{
	{"the Six, 1958", 12, []float64{4, 4, 4, 2, 2, 1}},
	{"the Nine, 1973", 41, []float64{10, 10, 10, 10, 5, 5, 3, 3, 2}},
	{"the Ten, 1981", 45, []float64{10, 10, 10, 10, 5, 5, 5, 3, 3, 2}},
	{"the Twelve, 1986", 54, []float64{10, 10, 10, 10, 8, 5, 5, 5, 5, 3, 3, 2}},
}

// share is a quota as a share of all votes, half a vote below it: votes are whole, so
// the rule is the same, and no rounding can lift the threshold above the quota.
func share(quota float64, votes []float64) float64 {
	all := 0.0
	for _, v := range votes {
		all += v
	}
	return (quota - 0.5) / all
}

// winnersByVotes counts winning coalitions by size without a ballot: the number of
// coalitions of s members with v votes, member by member (the generating function of
// Mann and Shapley).
func winnersByVotes(votes []float64, quota float64) []float64 {
	n, all := len(votes), 0
	for _, v := range votes {
		all += int(v)
	}
	ways := make([][]float64, n+1)
	for s := range ways {
		ways[s] = make([]float64, all+1)
	}
	ways[0][0] = 1
	for i, v := range votes {
		for s := i; s >= 0; s-- {
			for sum := all - int(v); sum >= 0; sum-- {
				ways[s+1][sum+int(v)] += ways[s][sum]
			}
		}
	}
	bySize := make([]float64, n+1)
	for s := range ways {
		for sum, count := range ways[s] {
			if float64(sum) >= quota {
				bySize[s] += count
			}
		}
	}
	return bySize
}

func TestPowerToActOfTheWeightedCouncils(t *testing.T) {
	for _, c := range councils {
		rule := parsed(t, fmt.Sprintf("qualified_majority(0, %v)", share(c.quota, c.votes)))
		counted := winners(t, rule, c.votes)
		require.Equal(t, winnersByVotes(c.votes, c.quota), counted, c.name)
		t.Logf("%s: power to act %.4f", c.name, passage(counted, 0.5))
		for _, p := range []float64{0.6, 0.85} {
			s := voting(len(c.votes), p).declared(4000)
			for b := range s.Rules {
				s.Rules[b] = rule
			}
			for i, v := range c.votes {
				s.Members[i].Population = v
			}
			pass := passage(counted, p)
			requireLevels(t, s, 0, c.name, pass, pass, pass)
		}
	}
}

// A member's power by Banzhaf is its share of all swings, coalitions that win with it
// and lose without it. Published for the Council of 1958 (documentation of the Python
// package powerindex 0.2.0): 5/21 to each of the large three, 1/7 to Belgium and the
// Netherlands, and nothing to Luxembourg, whose one vote never decided.
func TestLuxembourgHadNoPower(t *testing.T) {
	c := councils[0]
	rule := parsed(t, fmt.Sprintf("qualified_majority(0, %v)", share(c.quota, c.votes)))
	swings, all := make([]float64, len(c.votes)), 0.0
	voters := uint32(1<<len(c.votes) - 1)
	wins := func(coalition uint32) bool {
		return rule.Verdict(Ballot{Voters: voters, Consents: coalition, Objections: voters &^ coalition, Population: c.votes}) == Passed
	}
	for coalition := range voters + 1 {
		for i := range c.votes {
			if coalition>>i&1 == 1 && wins(coalition) && !wins(coalition&^(1<<i)) {
				swings[i]++
				all++
			}
		}
	}
	for i, want := range []float64{5.0 / 21, 5.0 / 21, 5.0 / 21, 1.0 / 7, 1.0 / 7, 0} {
		require.InDelta(t, want, swings[i]/all, 1e-15, "member %d", i)
	}
}

// The union of twenty-seven that the Treaty of Lisbon was made for (with the United
// Kingdom, before Croatia), in thousands of inhabitants: the Eurostat figures behind the
// Treaty of Nice, as printed by the Game Theory Group of the University of Seville
// (esi2.us.es/~mbilbao/niza.htm). Older than the rule, and complete; the power to act
// moves by a few hundredths of a point with the year.
var union27 = []float64{
	82038, 59247, 58966, 57612, 39394, 38667, 22489, // DE UK FR IT ES PL RO
	15760, 10533, 10290, 10213, 10092, 9980, // NL GR CZ BE HU PT
	8854, 8230, 8082, 5393, 5313, 5160, 3744, // SE BG AT SK DK FI IE
	3701, 2439, 1978, 1446, 752, 429, 379, // LT LV SI EE CY LU MT
}

// union28 is the union of 2016 in hundredths of a per cent of its population: the figures
// of the Council's own rules of procedure (Decision 2015/2393; Agence Europe, Bulletin
// 11449, 9 December 2015).
var union28 = []float64{
	1593, 1304, 1273, 1207, 912, 747, 390, // DE FR UK IT ES PL RO
	337, 221, 213, 205, 204, 194, // NL BE GR CZ PT HU
	192, 169, 142, 111, 108, 106, 91, // SE AT BG DK FI SK IE
	83, 57, 41, 39, 26, 17, 11, 8, // HR LT SI LV EE CY LU MT
}

// lisbon counts the winning coalitions of the double majority by size, without the rule:
// all 2ⁿ in the order of Gray's code, one member joining or leaving at each step, in
// whole numbers. blocked counts those that reach 55 % of members, miss 65 % of the
// population, and leave fewer than four against: see below.
func lisbon(people []float64) (bySize []float64, blocked int) {
	n, all := len(people), 0
	for _, x := range people {
		all += int(x)
	}
	bySize = make([]float64, n+1)
	size, sum, members := 0, 0, uint32(0)
	for step := uint32(1); ; step++ {
		if 100*size >= 55*n && size > 0 {
			if 100*sum >= 65*all {
				bySize[size]++
			} else if n-size < 4 {
				blocked++
			}
		}
		i := bits.TrailingZeros32(step)
		if i == n {
			return bySize, blocked
		}
		members ^= 1 << i
		if members>>i&1 == 1 {
			size, sum = size+1, sum+int(people[i])
		} else {
			size, sum = size-1, sum-int(people[i])
		}
	}
}

// The Council's qualified majority since the Treaty of Lisbon: 55 % of members with
// 65 % of the population. Its exact probability is computed twice without the rule, by
// enumeration and by the generating function; then the rule, asked member after member as
// in a poll, must give each ballot what the definition gives it, and pass as often.
//
// The treaty's third clause, that it takes four members to block, is not in the rule: in
// an alliance of four it would give every proposal to whoever makes it. What it would
// change is counted: ten coalitions in 134 million.
func TestPowerToActOfTheCouncilOfTheUnion(t *testing.T) {
	rule := parsed(t, "qualified_majority(0.55, 0.65)")
	for _, people := range [][]float64{union27, union28} {
		n := len(people)
		all := 0.0
		for _, x := range people {
			all += x
		}
		bySize := make([]float64, n+1)
		least := int(math.Ceil(0.55 * float64(n)))
		copy(bySize[least:], winnersByVotes(people, math.Ceil(0.65*all))[least:])
		if n == 27 {
			enumerated, blocked := lisbon(people)
			require.Equal(t, enumerated, bySize)
			require.Equal(t, 10, blocked)
		}
		t.Logf("%d members: power to act %.4f", n, passage(bySize, 0.5))
		for i, p := range []float64{0.5, 0.65, 0.8, 0.9} {
			const ballots = 20000
			passed := 0
			s := rng.New(27, uint64(i)).Stream(drawVote, 0, 0, 0)
			for range ballots {
				if polled(t, rule, people, p, all, &s) {
					passed++
				}
			}
			requireShare(t, passage(bySize, p), passed, ballots, fmt.Sprintf("%d members at p = %v", n, p))
		}
	}
}

// polled holds one ballot and requires that the verdict, final as soon as it is known,
// be that of the definition once all have voted.
func polled(t *testing.T, rule Rule, people []float64, p, all float64, s *rng.Stream) bool {
	n := len(people)
	b := Ballot{Voters: uint32(1<<n - 1), Population: people}
	early, size, sum := Pending, 0, 0.0
	for k := range n {
		i := (k*11 + 5) % n // an order that is not that of size; 11 has no divisor in common with 27 or 28
		if s.Bernoulli(p) {
			b.Consents |= 1 << i
			size, sum = size+1, sum+people[i]
		} else {
			b.Objections |= 1 << i
		}
		now := rule.Verdict(b)
		if early != Pending && now != early {
			require.Fail(t, "a verdict is final")
		}
		early = now
	}
	want := Failed
	if 100*size >= 55*n && 100*sum >= 65*all {
		want = Passed
	}
	if early != want {
		require.Equal(t, want, early, "%d members with %v of %v", size, sum, all)
	}
	return early == Passed
}
