package model

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every purpose of purpose.go has its line, under the number that it has in the code.
func TestEveryDrawIsDescribed(t *testing.T) {
	require.Len(t, Draws(), int(numPurposes)-1)
	require.Equal(t, "virtual", Draws()[drawVirtual-1].Name)
	seen := map[string]bool{}
	for i, d := range Draws() {
		require.Equal(t, i+1, d.Number)
		for _, text := range []string{d.Name, d.Keys.ES, d.Keys.EN, d.Text.ES, d.Text.EN} {
			require.NotEmpty(t, text, "purpose %d has no line in draw.go", d.Number)
		}
		require.False(t, seen[d.Name], d.Name)
		seen[d.Name] = true
	}
}

// The schedule lists what newWorld registers, described and in the order of one time.
func TestEveryTimedEventIsDescribed(t *testing.T) {
	all := Schedule()
	require.Len(t, all, len(timedTexts))
	for _, e := range all {
		require.NotEmpty(t, e.Text.ES, "%s has no line in schedule.go", e.Name)
		require.NotEmpty(t, e.Text.EN, e.Name)
	}
	require.True(t, slices.IsSortedFunc(all, func(a, b TimedEvent) int { return int(a.Priority) - int(b.Priority) }))
	require.Equal(t, "year", all[0].Name)
	require.Equal(t, "arrival", all[len(all)-1].Name)
}
