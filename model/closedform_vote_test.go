package model

import (
	"fmt"
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// Ballots against elementary probability. In the lab the text is worth as much to
// every member as the status quo (its ideal lies half way), so that it consents with
// probability p = Φ(τ/σ), independently of all others.

const noise = 0.1

// voting is a lab in which n members consent with probability p each.
func voting(n int, p float64, works ...Mechanism) *Spec {
	tolerance := noise * distuv.UnitNormal.Quantile(p)
	return lab(n, 400, append(works, Positions)...).with(Setting{Noise, noise}, Setting{ToleranceBase, tolerance})
}

// ballots counts the mandates that each body decided, and those that it passed.
func (r *Runner) ballots() (decided, passed [NumBodies]int) {
	for _, m := range r.w.mandates[:r.w.count] {
		for b := range m.body + 1 {
			decided[b]++
			if b < m.body || m.state == fulfilled {
				passed[b]++
			}
		}
	}
	return decided, passed
}

// requireLevels asks that the levels, from the technical group up, each pass a share
// of what they decide.
func requireLevels(t *testing.T, s *Spec, design int, what string, shares ...float64) {
	t.Helper()
	r := NewRunner(s, design)
	r.Run(21, 0)
	decided, passed := r.ballots()
	for b, share := range shares {
		requireShare(t, share, passed[b], decided[b], fmt.Sprint(what, " ", Body(b)))
	}
}

// Under unanimity a level of n members passes pⁿ.
func TestUnanimityPassesThePowerOfOne(t *testing.T) {
	for _, n := range []int{1, 2, 4, 7, MaxMembers} {
		const p = 0.93
		pass := math.Pow(p, float64(n))
		requireLevels(t, voting(n, p).declared(6000), 0, fmt.Sprint(n, " members"), pass, pass, pass)
	}
}

// Under k of n a level passes the upper tail of the binomial.
func TestMajoritiesPassTheBinomialTail(t *testing.T) {
	const n, p = 5, 0.85
	for rule, k := range map[string]float64{
		"consensus_minus":                5 - 1,
		"consensus_minus(2)":             5 - 2,
		"simple_majority":                3,
		"qualified_majority(0.8, 0)":     4,
		"qualified_majority(0, 0.6)":     3, // of equal populations
		"qualified_majority(0.55, 0.65)": 4,
		"unanimity":                      5,
	} {
		s := voting(n, p).declared(6000).under(rule)
		pass := 1 - distuv.Binomial{N: n, P: p}.CDF(k-1)
		requireLevels(t, s, 0, rule, pass, pass, pass)
	}
}

// under gives every body a rule.
func (s *Spec) under(rule string) *Spec {
	r, err := ParseRule(rule)
	if err != nil {
		panic(err)
	}
	for b := range s.Rules {
		s.Rules[b] = r
	}
	return s
}

// With populations as unequal as the Alliance's, a qualified majority passes the
// probability of the coalitions that reach both shares, added up one by one.
func TestQualifiedMajorityPassesItsWinningCoalitions(t *testing.T) {
	const p = 0.6
	s := voting(4, p).declared(6000).under("qualified_majority(0.55, 0.65)")
	people := []float64{19.3, 50.9, 126, 33.3} // millions; the second condition binds
	want := 0.0
	for c := range uint(16) {
		q, sum := 1.0, 0.0
		for i := range people {
			s.Members[i].Population = people[i] * 1e6
			if c>>i&1 == 1 {
				q, sum = q*p, sum+people[i]
			} else {
				q *= 1 - p
			}
		}
		if float64(bits.OnesCount(c)) >= 0.55*4 && sum >= 0.65*229.5 {
			want += q
		}
	}
	requireLevels(t, s, 0, "qualified majority", want, want, want)
}

// A rule may differ from body to body, and from design to design.
func TestRulesAreThoseOfBodyAndDesign(t *testing.T) {
	const n, p = 5, 0.85
	s := voting(n, p).declared(8000)
	majority, err := ParseRule("simple_majority")
	require.NoError(t, err)
	s.Rules[NationalCoordination] = majority
	s.Designs = append(s.Designs, Design{Name: "majority in the GAN", Rules: [NumBodies]Rule{HighLevelGroup: majority}})
	tail, power := 1-distuv.Binomial{N: n, P: p}.CDF(2), math.Pow(p, n)
	requireLevels(t, s, 0, "scenario", power, tail, power)
	requireLevels(t, s, 1, "design", power, tail, tail)
}

// Under unanimity the first objection is heard and no other: whoever objects is as
// likely to be heard as anyone, and each failed ballot has one veto.
func TestVetoesAreHeardFromAllAlike(t *testing.T) {
	const n, p = 4, 0.7
	s := voting(n, p).declared(8000)
	x := run(s, 0, 6)
	require.Equal(t, x.Metrics[MShelved], x.Metrics[MVetoes])
	total := 0
	for i := range n {
		total += x.Vetoes[TechnicalGroup][i]
	}
	for i := range n {
		requireShare(t, 1.0/n, x.Vetoes[TechnicalGroup][i], total, fmt.Sprint("member ", i))
	}
}

// Those outvoted are the objections heard in ballots that passed. Two of
// three suffice here, and a poll stops as soon as it is decided.
func TestOutvotedAreCounted(t *testing.T) {
	const n, p = 3, 0.8
	s := voting(n, p).declared(6000).under("simple_majority") // 2 of 3
	r := NewRunner(s, 0)
	x := r.Run(9, 0)
	// A ballot passes with one objection heard iff the second consent comes third:
	// 2p²(1 − p) of ballots, out of p² + 2p²(1 − p) that pass.
	_, passed := r.ballots()
	requireShare(t, 2*(1-p)/(1+2*(1-p)), int(x.Metrics[MOutvoted]), passed[0]+passed[1]+passed[2], "outvoted")
}

// A text that keeps its depth is polled until all consent: rounds of negotiation
// before a body are geometric.
func TestRoundsUntilUnanimityAreGeometric(t *testing.T) {
	const n, p = 3, 0.8
	pass := math.Pow(p, n)
	s := voting(n, p, Negotiation).declared(5000).
		with(Setting{Amendment, 1}, Setting{MaxRounds, 1e9}, Setting{MinDepth, 0}, Setting{MediationDays, 1e-4})
	all, r := watched(s, 0, 14)
	require.Equal(t, 5000.0, r.w.res.Metrics[MFulfilled], "everything passes in the end")
	var rounds [3]map[string]int
	for b := range rounds {
		rounds[b] = map[string]int{}
	}
	for _, x := range only(all, RecordVeto) {
		rounds[x.Body][x.Mandate]++
	}
	for b := range rounds {
		const most = 12
		p, counts := make([]float64, most+1), make([]int, most+1)
		for i := range p {
			p[i] = pass * math.Pow(1-pass, float64(i))
		}
		p[most] = math.Pow(1-pass, most)
		for _, m := range r.Mandates() {
			counts[min(rounds[b][m.Name], most)]++
		}
		requireFrequencies(t, p, counts, Body(b).String())
	}
}

// Negotiation that ends after r rounds shelves what failed r + 1 times.
func TestMaxRoundsShelves(t *testing.T) {
	const n, p, most = 2, 0.75, 2
	s := voting(n, p, Negotiation).declared(6000).
		with(Setting{Amendment, 1}, Setting{MaxRounds, most}, Setting{MinDepth, 0}, Setting{MediationDays, 1e-4})
	pass := 1 - math.Pow(1-p*p, most+1)
	requireLevels(t, s, 0, "two rounds", pass, pass, pass)
}

// Each amendment takes the text nearer to the status quo, δ ← η·δ, until it is empty:
// with texts that nobody takes, the rounds that fit are known.
func TestAmendmentsEmptyTheText(t *testing.T) {
	const keep, least = 0.8, 0.1
	s := lab(2, 400, Positions, Negotiation).declared(50).
		with(Setting{Noise, 0}, Setting{ToleranceBase, -1}, Setting{Amendment, keep}, Setting{MinDepth, least}, Setting{MaxRounds, 99})
	rounds := int(math.Floor(math.Log(least/labDepth)/math.Log(keep))) + 1 // the last one empties it
	r := NewRunner(s, 0)
	require.Equal(t, 50.0, r.Run(1, 0).Metrics[MShelved])
	for _, m := range r.Mandates() {
		require.Equal(t, rounds, m.Rounds)
		require.Equal(t, rounds, m.Vetoes)
		require.InDelta(t, labDepth*math.Pow(keep, float64(rounds)), m.Depth, 1e-15)
	}
}

// Without noise a vote is the comparison of the spatial model, u + τ ≥ 0, worked out
// by hand: q, δ, ideal x, tolerance, vote.
func TestVotesFollowTheSpatialModel(t *testing.T) {
	for _, c := range []struct {
		q, depth, ideal, tolerance float64
		consents                   bool
	}{
		{0.2, 0.2, 0.9, 0, true},       // the text comes nearer
		{0.25, 0.25, 0.375, 0, true},   // as far beyond as the status quo is short: indifferent
		{0.25, 0.25, 0.25, 0, false},   // content with the status quo
		{0.25, 0.25, 0.25, 0.25, true}, // and tolerant just enough
		{0.25, 0.25, 0.25, 0.24, false},
		{0.5, 0.25, 0.125, 0, false}, // the status quo is too deep already
		{0.9, 0.5, 1, 0, true},       // depth ends at 1
	} {
		s := lab(1, 400, Positions).declared(1).with(Setting{Noise, 0}, Setting{ToleranceBase, c.tolerance}, Setting{ProposalDepth, c.depth})
		s.Dimensions[Goods].Depth = c.q
		s.Members[0].Ideal[Goods] = c.ideal
		require.Equal(t, c.consents, run(s, 0, 1).Metrics[MAdopted] == 1, "%+v", c)
	}
}

// Tolerance by its terms: cohesion, will, rounds, legitimacy, sovereignty.
func TestToleranceAddsUp(t *testing.T) {
	s := lab(1, 400, Positions, Secretariat, Uptake).declared(1).with(
		Setting{ToleranceBase, 0.01}, Setting{ToleranceCohesion, 0.4}, Setting{CohesionStart, 0.75}, Setting{ToleranceWill, 0.2}, Setting{WillBase, 1},
		Setting{ToleranceRound, 0.03}, Setting{LegitimacyGain, 0.05}, Setting{SovereigntyCostParam, 0.06},
		Setting{Staff, 5}, Setting{SecretariatConvening, 1}, Setting{SecretariatMediation, 0.5}, Setting{VisibleHand, 0.75})
	w := begun(s, 0, 1)
	m := &mandate{dim: Goods}
	require.InDelta(t, 0.01+0.4*0.25+0.2*0.5-0.06*0.75/6, w.tolerance(m, 0), 1e-15)
	w.secretariat.state = operating
	m.round, m.consulted = 2, true
	require.InDelta(t, 0.01+0.4*0.25+0.2*0.5+0.03*2+0.05-0.06*(1+0.5+0.75)/6, w.tolerance(m, 0), 1e-15)
}
