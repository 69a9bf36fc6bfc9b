package model

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

// shocked is a lab of two whose capacity depends on shocks alone.
func shocked() *Spec {
	return lab(2, 1000, Capacity, Shocks).with(Setting{Officials, 10}, Setting{CompetingShare, 0}, Setting{WillCapacity, 0},
		Setting{PandemicLoss, 0.3}, Setting{CrisisLoss, 0.5}, Setting{TradeShockLoss, 0.2})
}

// Shocks begin and end on their days, overlap, and strike whom they name.
func TestShocksBeginAndEnd(t *testing.T) {
	s := shocked().add(
		event("pandemic", "2001-02-10", 100), // days 40 to 140
		event("crisis", "2001-04-11", 1, 50), // days 100 to 150
		event("pandemic", "2001-04-21", 10),  // days 110 to 120: shorter than what is on
	)
	w := begun(s, 0, 1)
	for _, c := range []struct{ day, first, second float64 }{
		{40, 10, 10}, {41, 7, 7}, {100, 7, 7}, {101, 7, 3.5}, {121, 7, 3.5}, {139, 7, 3.5}, {141, 10, 5}, {151, 10, 10},
	} {
		w.k.Run(c.day)
		require.InDelta(t, c.first, w.members[0].ministries[foreign].Capacity(), 1e-12, "day %v", c.day)
		require.InDelta(t, c.second, w.members[1].ministries[trade].Capacity(), 1e-12, "day %v", c.day)
	}
	s.Off = s.Off.Without(Shocks)
	w = begun(s, 0, 1)
	w.k.Run(125)
	require.Equal(t, 10.0, w.members[1].ministries[trade].Capacity(), "off")
}

func TestTradeShockTakesWill(t *testing.T) {
	s := shocked().add(event("trade_shock", "2001-02-10", 100)).with(Setting{WillBase, 0.5}, Setting{WillCapacity, 0.4})
	w := begun(s, 0, 1)
	for _, c := range []struct{ day, will float64 }{{39, 0.5}, {41, 0.3}, {139, 0.3}, {141, 0.5}} {
		w.k.Run(c.day)
		require.InDelta(t, c.will, w.meanWill(), 1e-12)
		require.InDelta(t, c.will, w.softWill(1, Digital), 1e-12)
		require.InDelta(t, 10*(1-0.4*(1-c.will)), w.members[0].ministries[trade].Capacity(), 1e-12)
	}
}

// A pandemic postpones a summit with its probability at each attempt; a crisis in a
// member with its own.
func TestShocksPostponeSummits(t *testing.T) {
	for _, c := range []struct {
		shock Event
		delay float64
	}{{event("pandemic", "2001-01-01", 400), 0.6}, {event("crisis", "2001-01-01", 1, 400), 0.25}} {
		s := lab(2, 150, Shocks).with(Setting{TermDays, 100}, Setting{SummitAttempts, 2}, Setting{SummitRetry, 20}, Setting{PandemicDelay, 0.6}, Setting{SummitCrisis, 0.25})
		s.add(c.shock)
		held := 0
		r := NewRunner(s, 0)
		for i := range uint64(2000) {
			held += int(r.Run(1, i).Metrics[MSummitsHeld])
		}
		requireShare(t, 1-c.delay*c.delay, held, 2000, c.shock.Type.Name)
	}
}

// Random shocks are Poisson with their hazard, also with one that an event sets.
func TestRandomShocksAreAPoissonProcess(t *testing.T) {
	const before, after, years = 0.1, 0.5, 20
	s := lab(1, years*DaysPerYear, Shocks).with(Setting{PandemicHazard, before}, Setting{CrisisHazard, before}, Setting{TradeShockHazard, before})
	s.add(setting("2011-01-01", Setting{PandemicHazard, after}, Setting{CrisisHazard, after}, Setting{TradeShockHazard, after}))
	changes := float64(date("2011-01-01")-s.Start) / DaysPerYear
	want := before*changes + after*(years-changes)
	count := map[RecordKind]*stat.Tally{RecordPandemic: {}, RecordCrisis: {}, RecordTradeShock: {}}
	for seed := range uint64(150) {
		all, _ := watched(s, 0, seed)
		for kind, n := range count {
			n.Add(float64(len(only(all, kind))))
		}
	}
	for kind, n := range count {
		requireMean(t, want, *n, 0.2, fmt.Sprint("shock ", kind))
		require.InEpsilon(t, want, n.Var(), 0.55, "variance is mean; its own error is 12 %")
	}
}

// A new agenda scales what is issued and goes back, to the bit, to the old scale: also
// one that stops all, and several at once.
func TestAgendaReturnsToItsScale(t *testing.T) {
	more, less := 1.3, 0.7 // variables: as constants their product would be exact
	s := lab(2, 1000, Proliferation).with(Setting{TGMandates, 50}).add(
		event("agenda", "2001-02-10", more, 100), // days 40 to 140
		event("agenda", "2001-04-11", less, 100), // days 100 to 200
		event("agenda", "2001-10-28", 0, 50),     // days 300 to 350
		event("agenda", "2002-02-05", 2, 0),      // from day 400 for ever
	)
	w := begun(s, 0, 1)
	issued := 0
	for _, c := range []struct{ day, scale float64 }{{39, 1}, {41, more}, {139, more * less}, {141, less}, {201, 1}, {299, 1}, {349, 0}, {351, 1}, {401, 2}, {999, 2}} {
		if c.scale == 0 {
			w.k.Run(301)
			issued = w.count
		}
		w.k.Run(c.day)
		if c.scale == 0 {
			require.Equal(t, issued, w.count, "nothing is issued")
		}
		require.Equal(t, c.scale, w.agenda, "day %v", c.day)
	}
	require.Greater(t, w.count, issued+50, "and then it goes on")
}

func TestDeclarationsIssueMandates(t *testing.T) {
	s := lab(2, 400).add(event("mandates", "2001-02-10", 3), event("mandates", "2001-03-10", 2))
	r := NewRunner(s, 0)
	r.Run(1, 0)
	var names []string
	for _, m := range r.Mandates() {
		names = append(names, m.Name)
		require.Equal(t, map[bool]float64{true: 40, false: 68}[m.Name[:2] == "D1"], m.Issued)
	}
	require.Equal(t, []string{"D1-001", "D1-002", "D1-003", "D2-001", "D2-002"}, names)
}

// An event's values give way to a design's, and a design's to a member's own, except
// for the levers of a design: what it sets there it sets in every member. A rule of the
// design gives way to nothing.
func TestWhoseValueCounts(t *testing.T) {
	s := lab(2, 400).with(Setting{TimeShare, 0.1}, Setting{Officials, 2}, Setting{NCInterval, 20})
	s.Members[1].Set = []Setting{{TimeShare, 0.9}}
	s.Designs = []Design{{Name: "as it is"}, {Name: "changed", Set: []Setting{{TimeShare, 0.6}, {NCInterval, 50}}}}
	s.add(setting("2001-02-10", Setting{TimeShare, 0.3}, Setting{Officials, 5}, Setting{NCInterval, 40}))
	for d, want := range [][2]float64{{0.1, 20}, {0.6, 50}} {
		w := begun(s, d, 1)
		w.k.Run(10)
		require.Equal(t, want[0], w.members[0].v[TimeShare])
		require.Equal(t, [2]float64{0.9, 0.6}[d], w.members[1].v[TimeShare])
		require.Equal(t, want[1], w.p[NCInterval])
		require.Equal(t, 2.0, w.members[0].ministries[trade].Capacity())
	}
	for d, want := range [][2]float64{{0.3, 40}, {0.6, 50}} {
		w := begun(s, d, 1)
		w.k.Run(41)
		require.Equal(t, want[0], w.members[0].v[TimeShare])
		require.Equal(t, [2]float64{0.9, 0.6}[d], w.members[1].v[TimeShare])
		require.Equal(t, want[1], w.p[NCInterval])
		require.Equal(t, 5.0, w.members[0].ministries[trade].Capacity(), "at once")
	}
	require.Equal(t, 2.0, s.Values[Officials], "the scenario is untouched")
}

// A value set for one member from a date is its own from then on, over what the scenario
// gives it and what events set for all; not over a lever of the design.
func TestSetMember(t *testing.T) {
	s := lab(3, 400).with(Setting{PPTCapability, 0.9}, Setting{TimeShare, 0.2})
	s.Members[1].Set = []Setting{{PPTCapability, 0.8}}
	s.Designs = []Design{{Name: "as it is"}, {Name: "changed", Set: []Setting{{TimeShare, 0.6}}}}
	weak := event("set_member", "2001-02-10", 1)
	weak.Set = []Setting{{PPTCapability, 0.3}, {TimeShare, 0.1}}
	again := event("set_member", "2001-05-10", 1)
	again.Set = []Setting{{PPTCapability, 0.7}}
	s.add(weak, again, setting("2001-03-10", Setting{PPTCapability, 0.5}))
	for design, share := range []float64{0.1, 0.6} {
		w := begun(s, design, 1)
		for _, c := range []struct{ day, one, others float64 }{{39, 0.8, 0.9}, {41, 0.3, 0.9}, {70, 0.3, 0.5}, {130, 0.7, 0.5}} {
			w.k.Run(c.day)
			require.Equal(t, c.one, w.members[1].v[PPTCapability], "day %v", c.day)
			require.Equal(t, c.others, w.members[2].v[PPTCapability], "day %v", c.day)
		}
		require.Equal(t, share, w.members[1].v[TimeShare])
		w.reset(w.src)
		require.Equal(t, 0.8, w.members[1].v[PPTCapability], "of another run")
	}
}

// What lies before the start is not replayed, and what lies after the end never comes.
func TestEventsOutsideTheHorizonAreIgnored(t *testing.T) {
	s := alliance().until("2014-01-01")
	want := run(s, 0, 1)
	s.add(event("mandates", "2011-04-27", 500), event("mandates", "2014-01-01", 500))
	requireEqualExceptArgs(t, want, run(s, 0, 1))
}

// requireEqualExceptArgs compares what was observed; digests know the number of an event.
func requireEqualExceptArgs(t *testing.T, want, got *Result) {
	t.Helper()
	w, g := *want, *got
	w.Digest, g.Digest = 0, 0
	requireSame(t, &w, &g, "events outside")
}

func TestObserversFollowTheirDates(t *testing.T) {
	x := run(alliance().until("2020-01-01"), 0, 1)
	var counts []float64
	for _, row := range x.Years {
		counts = append(counts, row[YearObservers])
	}
	require.Equal(t, []float64{0, 0, 16, 16, 16, 49, 49, 49, 59}, counts)
}

// Groups exist from their day, and no mandate goes to one that does not.
func TestGroupsReceiveMandatesFromTheirDay(t *testing.T) {
	s := alliance().until("2018-01-01")
	r := NewRunner(s, 0)
	x := r.Run(1, 0)
	late, digital := len(s.Groups)-1, 0
	for _, m := range r.Mandates() {
		require.Equal(t, s.Groups[m.Group].Dimension, m.Dimension)
		if m.Group == late {
			digital++
			require.GreaterOrEqual(t, m.Issued, float64(s.Groups[late].Created-s.Start))
		}
	}
	require.Positive(t, digital)

	first := lab(1, 400).add(event("mandates", "2001-02-10", 100), event("mandates", "2001-07-10", 100))
	first.Groups = []GroupSpec{{Dimension: Digital, Created: date("2001-06-01"), Weight: 3}, {Dimension: Goods, Weight: 1}}
	r = NewRunner(first, 0)
	r.Run(1, 0)
	var received [2][2]int // before and after, by group
	for i, m := range r.Mandates() {
		received[i/100][m.Group]++
	}
	require.Equal(t, [2]int{0, 100}, received[0])
	require.InDelta(t, 75, received[1][0], 4.5*4.4, "by weight: binomial with standard deviation 4.3")
	require.Equal(t, []float64{10, 11}, []float64{x.Years[4][YearGroups], x.Years[5][YearGroups]})
}
