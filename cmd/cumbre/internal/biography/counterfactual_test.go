package biography

import (
	"math"
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
// anything; if none did, about the first.
func TestFirstPivotalVeto(t *testing.T) {
	for _, x := range []struct {
		ends []int // other mandates that end otherwise, by veto
		want int
	}{{[]int{3}, 1}, {[]int{0, 0, 2, 1}, 3}, {[]int{0}, 1}, {[]int{0, 0, 0}, 1}} {
		c, err := firstPivotal(func(number int) (*Counterfactual, error) {
			if number > len(x.ends) {
				return nil, &VetoError{Number: number, Vetoes: len(x.ends)}
			}
			return &Counterfactual{Number: number, OtherEnds: x.ends[number-1], With: &Biography{}, Without: &Biography{}}, nil
		})
		require.NoError(t, err)
		require.Equal(t, x.want, c.Number, x.ends)
	}
	_, err := firstPivotal(func(number int) (*Counterfactual, error) { return nil, &VetoError{} })
	var none *VetoError
	require.ErrorAs(t, err, &none)
}

// What makes a veto pivotal: the mandate's end, the run's measures or the end of
// another mandate.
func TestPivotal(t *testing.T) {
	never := math.NaN()
	life := func(state string, adopted float64) *Biography {
		return &Biography{MandateInfo: model.MandateInfo{State: state, Adopted: adopted, Ended: never}}
	}
	require.False(t, (&Counterfactual{With: life("vetoed", never), Without: life("vetoed", never)}).Pivotal())
	require.True(t, (&Counterfactual{With: life("vetoed", never), Without: life("lapsed", never)}).Pivotal())
	require.True(t, (&Counterfactual{With: life("adopted", 5), Without: life("adopted", 4)}).Pivotal())
	require.True(t, (&Counterfactual{With: life("vetoed", never), Without: life("vetoed", never), Metrics: make([]Change, 1)}).Pivotal())
	require.True(t, (&Counterfactual{With: life("vetoed", never), Without: life("vetoed", never), OtherEnds: 1}).Pivotal())
}

func TestWithoutPivotalVeto(t *testing.T) {
	spec := load(t, "pacific-alliance")
	c, err := WithoutPivotalVeto(spec, 0, 1, 0, "")
	require.NoError(t, err)
	require.True(t, c.Chosen)
	require.True(t, c.Pivotal())
	_, err = WithoutPivotalVeto(spec, 0, 1, 0, "X")
	var unknown *UnknownError
	require.ErrorAs(t, err, &unknown)
}
