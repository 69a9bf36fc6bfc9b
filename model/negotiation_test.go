package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// All the time from a veto to the amended text is negotiation, the mediator's queue
// included; and what the outgoing presidency has in hand goes to the incoming one, who
// needs for the rest as long as its own capability says.
func TestMediationsPassToTheNewPresidency(t *testing.T) {
	// In 60 days at half speed a capability of one half has done 30 of the 100 days; the
	// other 70 take a capable one 70.
	requireMediation(t, 60+70, Presidency)
	// Without the mechanism the presidency still rotates, and capability does not matter.
	requireMediation(t, 100)
}

func requireMediation(t *testing.T, days float64, more ...Mechanism) {
	t.Helper()
	s := lab(2, 1000, append(more, Positions, Negotiation, Coordination)...).declared(1).with(Setting{Noise, 0}, Setting{ToleranceBase, -1}, Setting{MaxRounds, 1},
		Setting{MediationDays, 100}, Setting{WorkSpread, 0}, Setting{PPTChores, 0}, Setting{MemoryLoss, 0}, Setting{ReviewDays, 1e-6}, Setting{PPTCapability, 0.5})
	s.Members[1].Set = []Setting{{PPTCapability, 1}}
	s.Presidency.History = []PresidencyTerm{{Member: 0, Start: s.Start}, {Member: 1, Start: s.Start + 60}}
	all, r := watched(s, 0, 1)
	var done Record
	for _, x := range only(all, RecordTask) {
		if x.Value == float64(taskMediate) {
			done = x
		}
	}
	require.Equal(t, 1, done.Member)
	require.InDelta(t, days, done.Time, 1e-6)
	m := r.Mandates()[0]
	require.Equal(t, "shelved", m.State)
	require.InDelta(t, done.Time, m.Spent[Negotiating], 1e-3)
}
