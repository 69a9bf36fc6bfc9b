package model

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// winning is the plain definition of each rule: does a coalition carry?
func winning(rule string, args []float64, coalition, voters uint32, people []float64) bool {
	n, of := bits.OnesCount32(coalition), bits.OnesCount32(voters)
	switch rule {
	case "unanimity":
		return n == of
	case "consensus_minus":
		return n > 0 && n >= of-int(args[0])
	case "simple_majority":
		return 2*n > of
	}
	sum, all := 0.0, 0.0
	for i, x := range people {
		if voters>>i&1 == 1 {
			all += x
		}
		if coalition>>i&1 == 1 {
			sum += x
		}
	}
	return n > 0 && float64(n) >= args[0]*float64(of) && sum >= args[1]*all
}

// A ballot in any order: the verdict comes as soon as it is certain and no sooner, and
// no later vote changes it.
func TestVerdictsAreFinalAndRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(RuleTypes()).Draw(t, "rule")
		var args []float64
		for _, a := range kind.Args {
			x := rapid.OneOf(rapid.Float64Range(a.Min, a.Max), rapid.SampledFrom([]float64{a.Min, a.Max, a.Default})).Draw(t, a.Name)
			if a.Max > 1 {
				x = float64(int(x))
			}
			args = append(args, x)
		}
		rule := kind.New(args)
		var people [MaxMembers]float64
		for i := range people {
			people[i] = float64(rapid.IntRange(1, 200).Draw(t, "millions")) // whole: sums are exact in any order
		}
		voters := uint32(rapid.IntRange(1, 1<<MaxMembers-1).Draw(t, "voters"))
		b := Ballot{Voters: voters, Population: people[:]}
		var order []int
		for i := range MaxMembers {
			if voters>>i&1 == 1 {
				order = append(order, i)
			}
		}
		var before Verdict
		for _, i := range rapid.Permutation(order).Draw(t, "order") {
			if rapid.Bool().Draw(t, "consents") {
				b.Consents |= 1 << i
			} else {
				b.Objections |= 1 << i
			}
			now := rule.Verdict(b)
			if before != Pending {
				require.Equal(t, before, now, "a verdict is final")
			}
			// Certain: were all who are still to vote to consent, or to object, the
			// outcome would be the same.
			best := winning(kind.Name, args, b.Voters&^b.Objections, voters, people[:])
			worst := winning(kind.Name, args, b.Consents, voters, people[:])
			want := Pending
			if best == worst {
				want = map[bool]Verdict{true: Passed, false: Failed}[best]
			}
			require.Equal(t, want, now)
			before = now
		}
		require.NotEqual(t, Pending, before, "all have voted")
	})
}

func TestUnanimityFailsOnTheFirstObjection(t *testing.T) {
	b := Ballot{Voters: 0b1111, Consents: 0b0111, Objections: 0}
	require.Equal(t, Pending, unanimity.Verdict(b))
	b.Objections = 0b1000
	require.Equal(t, Failed, unanimity.Verdict(b))
	require.Equal(t, Passed, unanimity.Verdict(Ballot{Voters: 0b1111, Consents: 0b1111}))
}

// With the shares of the Treaty of Lisbon (55 % of members, 65 % of population) among
// four members with the Alliance's populations: three without Mexico are 45 % of the
// people and fail; Mexico and Colombia are 77 % but two of four and fail; with Chile
// they pass.
func TestQualifiedMajorityNeedsBothShares(t *testing.T) {
	rule, err := ParseRule("qualified_majority")
	require.NoError(t, err)
	people := [MaxMembers]float64{19.3e6, 50.9e6, 126e6, 33.3e6}
	verdict := func(consents uint32) Verdict {
		return rule.Verdict(Ballot{Voters: 0b1111, Consents: consents, Objections: 0b1111 &^ consents, Population: people[:]})
	}
	require.Equal(t, Failed, verdict(1<<chile|1<<colombia|1<<peru))
	require.Equal(t, Failed, verdict(1<<mexico|1<<colombia))
	require.Equal(t, Passed, verdict(1<<mexico|1<<colombia|1<<chile))
	require.Equal(t, Passed, verdict(0b1111))
	require.Equal(t, Failed, verdict(0))
}

// A share of members that is a whole number of them asks for that number, whatever
// rounding makes of the product.
func TestSharesOfMembersAreExact(t *testing.T) {
	for n := 1; n <= MaxMembers; n++ {
		for k := 1; k <= n; k++ {
			people := slices.Repeat([]float64{1}, n)
			rule := named{"", qualified(float64(k)/float64(n), 0)}
			voters := uint32(1<<n - 1)
			consents := uint32(1<<k - 1)
			require.Equal(t, Passed, rule.Verdict(Ballot{Voters: voters, Consents: consents, Population: people}), "%d of %d", k, n)
			require.Equal(t, Failed, rule.Verdict(Ballot{Voters: voters, Consents: consents >> 1, Objections: voters &^ (consents >> 1), Population: people}), "%d of %d", k-1, n)
		}
	}
}

func TestParseRule(t *testing.T) {
	for text, want := range map[string]string{
		"unanimity":                       "unanimity",
		" unanimity ":                     "unanimity",
		"simple_majority":                 "simple_majority",
		"consensus_minus":                 "consensus_minus(1)",
		"consensus_minus( 2 )":            "consensus_minus(2)",
		"qualified_majority":              "qualified_majority(0.55, 0.65)",
		"qualified_majority(0.6,0.5)":     "qualified_majority(0.6, 0.5)",
		"qualified_majority(6e-1, 0.500)": "qualified_majority(0.6, 0.5)",
	} {
		r, err := ParseRule(text)
		require.NoError(t, err, text)
		require.Equal(t, want, r.String())
		again, err := ParseRule(r.String())
		require.NoError(t, err, "a rule reads what it writes")
		require.Equal(t, want, again.String())
	}
	for text, want := range map[string]string{
		"":                               `no decision rule ""`,
		"majority":                       `no decision rule "majority"`,
		"Unanimity":                      `no decision rule "Unanimity"`,
		"unanimity(1)":                   `takes 0 argument`,
		"unanimity()":                    `takes 0 argument`,
		"consensus_minus(1, 2)":          `takes 1 argument`,
		"consensus_minus(1":              `takes 1 argument`,
		"consensus_minus()":              `n must be a number from 0 to 12`,
		"consensus_minus(13)":            `n must be a number from 0 to 12`,
		"consensus_minus(1.5)":           `n must be a whole number`,
		"qualified_majority(0.5)":        `takes 2 argument`,
		"qualified_majority(0.5, 65)":    `population must be a number from 0 to 1`,
		"qualified_majority(NaN, 0.5)":   `members must be a number from 0 to 1`,
		"qualified_majority(0.5, 0.5) x": `takes 2 argument`,
	} {
		_, err := ParseRule(text)
		require.ErrorContains(t, err, want, text)
	}
}

// However many members a rule can do without, somebody must consent.
func TestNoRulePassesWithoutConsent(t *testing.T) {
	var people [MaxMembers]float64
	for i := range people {
		people[i] = 1
	}
	for _, rule := range []string{"unanimity", "consensus_minus(12)", "consensus_minus(9)", "qualified_majority(0, 0)", "simple_majority"} {
		r, err := ParseRule(rule)
		require.NoError(t, err)
		require.NotEqual(t, Passed, r.Verdict(Ballot{Voters: 0b1111, Population: people[:]}), rule)
		require.Equal(t, Failed, r.Verdict(Ballot{Voters: 0b1111, Objections: 0b1111, Population: people[:]}), rule)
	}
}

// A rule asks nothing when nobody at all would meet its thresholds. One consent is
// something: a single member's majority, all but three of four, a share above 0.
func TestRulesThatAskNothing(t *testing.T) {
	for text, want := range map[string]struct {
		members int
		nothing bool
	}{
		"unanimity":                    {1, false},
		"simple_majority":              {1, false},
		"consensus_minus(0)":           {1, false},
		"consensus_minus(1)":           {1, true},
		"consensus_minus(3)":           {4, false},
		"consensus_minus(4)":           {4, true},
		"consensus_minus(9)":           {4, true},
		"consensus_minus(11)":          {MaxMembers, false},
		"consensus_minus(12)":          {MaxMembers, true},
		"qualified_majority(0, 0)":     {4, true},
		"qualified_majority(0, -0)":    {MaxMembers, true},
		"qualified_majority(0.01, 0)":  {1, false},
		"qualified_majority(0, 0.01)":  {4, false},
		"qualified_majority(0, 1e-99)": {4, false},
	} {
		r, err := ParseRule(text)
		require.NoError(t, err, text)
		require.Equal(t, want.nothing, AsksNothing(r, want.members), "%s among %d", text, want.members)
	}
}
