package model

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// A run with more mandates, or more events, than there may be fails at the same place each
// time; one that stays within is as it was.
func TestRunawayRunsFail(t *testing.T) {
	spec := alliance()
	r := NewRunner(spec, 0)
	free := r.Run(1, 0)
	issued := r.w.count
	require.Greater(t, issued, 1)

	within := NewRunner(spec, 0)
	within.w.most = issued
	require.Equal(t, free.Digest, within.Run(1, 0).Digest)

	beyond := NewRunner(spec, 0)
	beyond.w.most = issued - 1
	caught := func() (v any) {
		defer func() { v = recover() }()
		beyond.Run(1, 0)
		return nil
	}
	first := caught()
	require.IsType(t, TooManyMandates{}, first)
	require.Equal(t, issued-1, first.(TooManyMandates).Most)
	require.Regexp(t, `^more than \d+ mandates: stopped on day \d+ of the run$`, first.(error).Error())
	require.Equal(t, first, caught())

	require.Less(t, free.Events, uint64(MaxEvents/100))
	beyond = NewRunner(spec, 0)
	beyond.w.k.Limit(free.Events - 1)
	require.IsType(t, sim.TooManyEvents{}, caught())
}
