package biography

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// Up to the ballot without the veto both histories are one; in it the member
// consents.
func TestSameHistoryUpToTheVeto(t *testing.T) {
	h := relive(Run{Spec: load(t, "pacific-alliance"), Seed: 1}, nil)
	i, err := h.find("")
	require.NoError(t, err)
	b := h.biography(i)
	for n, veto := range b.VetoesCast() {
		c, err := h.withoutVeto(i, n+1)
		require.NoError(t, err)
		require.Equal(t, veto, c.Veto)
		require.Equal(t, b.Events, c.With.Events)
		require.Equal(t, b.Events[:c.Split], c.Without.Events[:c.Split])
		ballot := c.Without.Events[c.Split]
		require.Equal(t, Ballot, ballot.Kind)
		require.Contains(t, ballot.Consents, veto.Member)
		require.Equal(t, veto.Body, ballot.Body)
		heard := b.Events[c.Split].Consents // before the veto, as without it
		require.Equal(t, append(slices.Clone(heard), veto.Member), ballot.Consents[:len(heard)+1])
	}
}

// A veto that another member repeats in the same ballot changes nothing; any
// other changes the mandate's life.
func TestOnlyAPivotalVetoChangesTheLife(t *testing.T) {
	h := relive(Run{Spec: load(t, "pacific-alliance"), Seed: 1}, nil)
	pivotal, repeated := 0, 0
	for i, m := range h.mandates {
		if m.Vetoes == 0 || pivotal+repeated == 10 {
			continue
		}
		c, err := h.withoutVeto(i, 1)
		require.NoError(t, err)
		if c.Replaced() == None {
			pivotal++
			require.NotEqual(t, c.With.Events[c.Split+1], c.Without.Events[c.Split+1], m.Name)
			continue
		}
		repeated++
		require.NotEqual(t, c.Veto.Member, c.Replaced())
		require.Empty(t, c.Metrics, m.Name)
		require.Zero(t, c.OtherEnds)
		require.Equal(t, c.With.MandateInfo.State, c.Without.MandateInfo.State)
	}
	require.Positive(t, pivotal, "no veto of the sample was pivotal")
	t.Logf("%d pivotal, %d repeated by another member", pivotal, repeated)
}

func TestNoSuchVeto(t *testing.T) {
	spec := load(t, "pacific-alliance")
	b, err := Of(spec, 0, 1, 0, "")
	require.NoError(t, err)
	for _, n := range []int{-1, 0, b.MandateInfo.Vetoes + 1} {
		_, err = WithoutVeto(spec, 0, 1, 0, b.Name, n)
		var none *VetoError
		require.ErrorAs(t, err, &none)
	}
}

// A line of the table adds up as it is printed.
func TestChangeAddsUp(t *testing.T) {
	for _, c := range []struct {
		with, without float64
		decimals      int
	}{
		{718, 716, 0},
		{718.4, 716.6, 1}, // 718 and 717, which are not 2 apart
		{718.01, 718.02, 2},
		{718, 718 + 1e-9, 3},
	} {
		require.Equal(t, c.decimals, Change{model.MMedianDaysToFulfilment, c.with, c.without}.decimals(), "%v", c)
	}
}

// Without a number the counterfactual is about the first veto that decided
// anything: every earlier one decided nothing.
func TestFirstPivotalVeto(t *testing.T) {
	spec := load(t, "pacific-alliance")
	h := relive(Run{Spec: spec, Seed: 1}, nil)
	later, none := 0, 0
	for i, m := range h.mandates {
		if m.Vetoes == 0 || m.Vetoes > 2 || later+none == 3 {
			continue
		}
		c, err := WithoutPivotalVeto(spec, 0, 1, 0, m.Name)
		require.NoError(t, err)
		require.True(t, c.Chosen)
		for n := 1; n <= m.Vetoes; n++ {
			other, err := h.withoutVeto(i, n)
			require.NoError(t, err)
			if n == c.Number && c.Pivotal() {
				require.True(t, other.Pivotal())
				break
			}
			require.False(t, other.Pivotal(), "%s, veto %d", m.Name, n)
		}
		switch {
		case !c.Pivotal():
			none++
			require.Equal(t, 1, c.Number)
			require.NotEqual(t, None, c.Replaced(), "%s: a veto that nobody repeats changes the mandate's life", m.Name)
		case c.Number > 1:
			later++
		}
	}
	require.Positive(t, later+none, "the first veto was always pivotal: nothing was tested")
	t.Logf("%d later, %d none", later, none)

	_, err := WithoutPivotalVeto(spec, 0, 1, 0, "X")
	var unknown *UnknownError
	require.ErrorAs(t, err, &unknown)
	free := slices.IndexFunc(h.mandates, func(m model.MandateInfo) bool { return m.Vetoes == 0 })
	_, err = WithoutPivotalVeto(spec, 0, 1, 0, h.mandates[free].Name)
	var veto *VetoError
	require.ErrorAs(t, err, &veto)
	require.Zero(t, veto.Vetoes)
}
