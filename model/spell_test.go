package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The spells of a mandate add up to its phases: what work took beyond full speed is the
// wait for people, a negotiation is one whole.
func TestSpellsAddUpToThePhases(t *testing.T) {
	all, r := watched(alliance().until("2017-01-01"), 2, 8)
	spent := map[string]*[NumPhases]float64{}
	since := map[string]float64{}
	for _, m := range r.Mandates() {
		spent[m.Name], since[m.Name] = new([NumPhases]float64), m.Issued
	}
	for _, x := range only(all, RecordSpell) {
		days, s := x.Time-since[x.Mandate], spent[x.Mandate]
		since[x.Mandate] = x.Time
		require.LessOrEqual(t, x.Value, days, "%+v", x)
		if x.Phase == Working {
			s[x.Phase] += x.Value
			s[PeopleWait] += days - x.Value
			continue
		}
		if x.Phase != Negotiating {
			require.Zero(t, x.Value)
		}
		s[x.Phase] += days
	}
	for _, m := range r.Mandates() {
		require.InDeltaSlice(t, m.Spent[:], spent[m.Name][:], 1e-9, m.Name)
	}
}

// Whoever is asked for a part is who does it, but for what passes on; no more is done
// than was asked for, and less only of what is given up or still open.
func TestWhoIsAskedDoesIt(t *testing.T) {
	all, r := watched(alliance().until("2017-01-01"), 2, 8)
	type part struct {
		mandate string
		member  int
	}
	owed := map[part]int{}
	tasks := 0
	for _, x := range all {
		switch p := (part{x.Mandate, x.Member}); x.Kind {
		case RecordAsked:
			owed[p]++
		case RecordTask:
			owed[p]--
			tasks++
			require.GreaterOrEqual(t, owed[p], 0, "%+v", x)
		case RecordPassedOn:
			owed[p]++
			p.member = int(x.Value)
			owed[p]--
			require.GreaterOrEqual(t, owed[p], 0, "%+v", x)
		}
	}
	require.Greater(t, tasks, 500)
	for _, m := range r.Mandates() {
		for i := -1; m.State == "fulfilled" && i < MaxMembers; i++ {
			require.Zero(t, owed[part{m.Name, i}], "%s: %d", m.Name, i)
		}
	}
}

// A memory that is lost is regained once, by the coordinator that had to.
func TestCatchingUpEnds(t *testing.T) {
	all, r := watched(alliance().until("2017-01-01"), 0, 8)
	behind := map[string]int{}
	regained := 0
	for _, x := range all {
		switch x.Kind {
		case RecordMemoryLost:
			behind[x.Mandate] = x.Member
		case RecordCaughtUp:
			who, lost := behind[x.Mandate]
			require.True(t, lost, "%+v", x)
			require.Equal(t, who, x.Member)
			delete(behind, x.Mandate)
			regained++
		}
	}
	require.Positive(t, regained)
	open := 0
	for i, m := range r.Mandates() {
		_, lost := behind[m.Name]
		if x := r.w.mandates[i]; x.isOpen() {
			require.Equal(t, x.catchingUp, lost, m.Name)
			open++
		}
	}
	require.Positive(t, open)
}

// What a secretariat that a reform closes had in hand is the presidency's from then on.
func TestDissolvedWorkPassesOn(t *testing.T) {
	s := lab(3, 4000, Secretariat, Positions, Negotiation).with(Setting{ToleranceBase, -1}, Setting{MaxRounds, 1}, Setting{MinDepth, 0}, Setting{MediationDays, 30}, Setting{SecretariatMediation, 1},
		Setting{Staff, 1}, Setting{ConveningStaff, 0}, Setting{AgreementDays, 0}, Setting{SetupDays, 0}, Setting{TermDays, 1e6})
	s.add(event("mandates", "2001-02-10", 20))
	s.Designs[0].From, s.Designs[0].Set = date("2001-03-10"), []Setting{{Staff, 0}}
	all, r := watched(s, 0, 1)
	passed := only(all, RecordPassedOn)
	require.NotEmpty(t, passed)
	holder := r.w.presidency.holder
	for _, x := range passed {
		require.Equal(t, float64(date("2001-03-10")-s.Start), x.Time)
		require.Equal(t, holder, x.Member)
		require.Equal(t, -1.0, x.Value)
	}
	by := 0
	for _, x := range only(all, RecordTask) {
		if x.Member == holder {
			by++
		}
	}
	require.Equal(t, len(passed), by, "the presidency's coordinator is who mediated")
}
