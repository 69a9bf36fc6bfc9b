package model

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// The bargaining baseline: the winset of the status quo in one dimension (Tsebelis 2002;
// the setter model of Romer and Rosenthal 1978). With no noise, member i takes a text of
// depth δ above the status quo q iff the text is no farther from its ideal than q is, but
// for its tolerance τ:
//
//	δ ≤ rᵢ = max(0, 2(xᵢ − q)) + τ,
//
// the reflection of q in the ideal. Where k of n must consent, the deepest text that
// passes is the k-th largest rᵢ: under unanimity the least willing member's, under a
// majority the median's. Nothing passes once q has reached that member's ideal: gridlock,
// the core of the game.
//
// Why this baseline and not another. Baron and Ferejohn (1989) and Rubinstein (1982)
// divide a pie between proposers who look ahead and discount; here a depth is common to
// all and mediators do not calculate, so their formulas say nothing of this model. The
// garbage can (Cohen, March and Olsen 1972) lets problems, solutions and participants
// drift between choices that are made by whoever happens to be there; here a mandate stays
// before its body until its members agree, so their figures could be met only by another
// model under this one's name.

// pivot is the reach of the member whose consent decides, the k-th largest.
func pivot(reach []float64, k int) float64 {
	reach = slices.Clone(reach)
	slices.Sort(reach)
	return reach[len(reach)-k]
}

// spatial draws members with ideals and a rule by which k of them must consent; the rest
// of the lab is as the caller wants it.
func spatial(t *rapid.T, works ...Mechanism) (s *Spec, ideals []float64, k int) {
	n := rapid.IntRange(1, 6).Draw(t, "members")
	s = lab(n, 400, append(works, Positions)...).with(Setting{Noise, 0})
	for i := range n {
		x := rapid.Float64Range(0, 1).Draw(t, "ideal")
		s.Members[i].Ideal[Goods] = x
		ideals = append(ideals, x)
	}
	k = n/2 + 1
	rule := "simple_majority"
	if rapid.Bool().Draw(t, "by consensus") {
		k = n - rapid.IntRange(0, n-1).Draw(t, "less")
		rule = fmt.Sprintf("consensus_minus(%d)", n-k)
	}
	return s.under(rule), ideals, k
}

// reaches are how deep a text each member takes.
func reaches(ideals []float64, q, tolerance float64) (r []float64) {
	for _, x := range ideals {
		r = append(r, max(0, 2*(x-q))+tolerance)
	}
	return r
}

func TestDeepestTextThatPassesIsThePivotsReflectionPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, ideals, k := spatial(t)
		q := rapid.Float64Range(0, 0.6).Draw(t, "status quo")
		tolerance := rapid.Float64Range(0, 0.1).Draw(t, "tolerance")
		s.Dimensions[Goods].Depth = q
		deepest := pivot(reaches(ideals, q, tolerance), k)
		passes := func(depth float64) bool {
			return run(s.with(Setting{ToleranceBase, tolerance}, Setting{ProposalDepth, depth}), 0, 1).Metrics[MAdopted] == 1
		}
		s.declared(1)
		if deepest > 1e-3 {
			require.True(t, passes(deepest-1e-6), "a text in the winset")
		}
		if q+deepest < 1-1e-3 {
			require.False(t, passes(deepest+1e-6), "a text beyond it")
		} else if deepest > 1-q {
			require.True(t, passes(1), "depth ends at 1")
		}
	})
}

// Bargaining shortens the text until it falls into the winset: what is agreed is
// the first of δ, ηδ, η²δ … that the pivot takes, after as many rounds.
func TestBargainEndsAtTheFirstTextInTheWinset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, ideals, k := spatial(t, Negotiation)
		q := rapid.Float64Range(0, 0.5).Draw(t, "status quo")
		s.Dimensions[Goods].Depth = q
		keep, least := rapid.Float64Range(0.5, 0.9).Draw(t, "keep"), 0.01
		first := rapid.Float64Range(least, 1-q).Draw(t, "proposal")
		deepest := pivot(reaches(ideals, q, 0), k)
		want, rounds := first, 0
		for want > deepest && want >= least {
			want, rounds = want*keep, rounds+1
		}
		if math.Abs(want-deepest) < 1e-9 || math.Abs(want-least) < 1e-9 {
			return // too near to the edge for floating point
		}
		r := NewRunner(s.declared(1).with(Setting{ProposalDepth, first}, Setting{Amendment, keep}, Setting{MinDepth, least}, Setting{MaxRounds, 1e3}), 0)
		r.Run(1, 0)
		m := r.Mandates()[0]
		require.Equal(t, want < deepest && (rounds == 0 || want >= least), m.State == "fulfilled", m.State)
		require.Equal(t, rounds, m.Rounds)
		require.InDelta(t, want, m.Depth, 1e-12)
	})
}

// Norm after norm, integration goes on while the pivot still wants more, and stops within
// the smallest text of its ideal, for good: early success, then stagnation, at the depth
// of the least willing under unanimity, of the median under a majority. No step ever takes
// the status quo farther from the pivot.
func TestIntegrationStopsAtThePivotsIdeal(t *testing.T) {
	const least = 0.004
	rapid.Check(t, func(t *rapid.T) {
		s, ideals, k := spatial(t, Negotiation)
		q := rapid.Float64Range(0, 0.5).Draw(t, "status quo")
		s.Dimensions[Goods].Depth = q
		s.with(Setting{ProposalDepth, 0.2}, Setting{ProposalSpread, 0.5}, Setting{DepthPerNorm, 0.5}, Setting{MinDepth, least}, Setting{MaxRounds, 1e3}, Setting{MediationDays, 1e-6})
		x := pivot(ideals, k)
		r := NewRunner(s.declared(400), 0)
		end := r.Run(rapid.Uint64Range(0, 99).Draw(t, "seed"), 0).Depth[Goods]
		if x <= q {
			require.Equal(t, q, end, "nobody who is needed wants more")
			return
		}
		require.Greater(t, end, x-least)
		require.LessOrEqual(t, math.Abs(end-x), math.Abs(q-x)+1e-12)
	})
}
