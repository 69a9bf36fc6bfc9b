package main

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

func load(t *testing.T) parameters {
	t.Helper()
	data, err := os.ReadFile("parameters.json")
	require.NoError(t, err)
	var p parameters
	require.NoError(t, json.Unmarshal(data, &p))
	return p
}

// Time in an M/M/1 system is 1/(µ−λ) = 5 on average. Over 400,000 customers at load 0.8
// its standard error is about 0.06.
func TestMM1AgainstTheory(t *testing.T) {
	r := ours(load(t), "mm1", 1, 500_000)
	require.InDelta(t, 5, r.Mean, 0.2)
	require.InDelta(t, 2*400_000, r.Steps, 5_000)
}

// Without refusals and with officials enough, a mandate needs its preparation, then
// waits half an interval for the first body, whose meetings it cannot foresee. From
// one body's meeting to the next of the other pass, as the intervals have no common
// divisor, all whole numbers of days below the interval equally often, and the
// fraction that their first meetings differ by: 0.75 and 0.875.
func TestApprovalsWithoutFriction(t *testing.T) {
	p := load(t)
	p.Approvals.Consent, p.Approvals.Officials = 1, 1000
	r := ours(p, "approvals", 1, 2_000_000)
	require.InDelta(t, 10+7./2+(30./2+0.75)+(88./2+0.875), r.Mean, 0.3)
	require.InDelta(t, 2_000_000./5*(1+1+3), r.Steps, 10_000)
}

// Each refusal costs work and a wait for the same body's next meeting.
func TestRefusalsCostTime(t *testing.T) {
	p := load(t)
	before := ours(p, "approvals", 1, 500_000)
	p.Approvals.Consent = 0.8
	require.Greater(t, ours(p, "approvals", 1, 500_000).Mean, before.Mean+10)
}

func TestAgree(t *testing.T) {
	tally := func(values ...float64) (s stat.Tally) {
		for _, v := range values {
			s.Add(v)
		}
		return s
	}
	a := tally(5.1, 4.9, 5.0, 5.2, 4.8)
	require.True(t, agree(a, tally(5.2, 4.9, 5.1, 5.0, 5.3)))
	require.False(t, agree(a, tally(6.2, 5.9, 6.1, 6.0, 6.3)))
}
