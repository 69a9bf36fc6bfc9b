package model

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"

	"cumbre/sim"
	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// Two institutions to experiment on. The alliance is the Pacific Alliance on its
// real calendar, with everything at work; it is written out here because the model
// must not know the scenario library, and so that no test moves when a scenario
// does. The lab has equal members and one group, and nothing in it works but what
// a test switches on.

func date(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// terms reads governments from "2018-03-23 early 0.5, 2026-07-28 scheduled 0".
func terms(s string) []Term {
	var all []Term
	for _, entry := range strings.Split(s, ", ") {
		f := strings.Fields(entry)
		all = append(all, Term{
			Start:       date(f[0]),
			Early:       slices.Contains(f, "early"),
			Scheduled:   slices.Contains(f, "scheduled"),
			Orientation: map[string]float64{"left": -0.8, "centre": 0, "right": 0.8}[f[len(f)-1]],
		})
	}
	return all
}

// The alliance's members.
const (
	chile = iota
	colombia
	mexico
	peru
)

var peruTerms = terms("2006-07-28 centre, 2011-07-28 left, 2016-07-28 right, 2018-03-23 early right, 2020-11-10 early right, " +
	"2020-11-17 early centre, 2021-07-28 left, 2022-12-07 early right, 2025-10-10 early right, 2026-02-18 early left, 2026-07-28 scheduled centre")

// alliance is the Pacific Alliance from 2011 to 2030, on its calendar.
func alliance() *Spec {
	s := &Spec{
		Name: "alliance", Start: date("2011-04-28"), End: date("2031-01-01"), Values: Defaults(),
		Members: []MemberSpec{
			{Code: "CL", Population: 19.3e6, Set: []Setting{{RatificationDays, 704}},
				Terms: terms("2010-03-11 right, 2014-03-11 left, 2018-03-11 right, 2022-03-11 left, 2026-03-11 right, 2030-03-11 scheduled centre")},
			{Code: "CO", Population: 50.9e6, Set: []Setting{{RatificationDays, 1307}},
				Terms: terms("2010-08-07 right, 2018-08-07 right, 2022-08-07 left, 2026-08-07 scheduled centre, 2030-08-07 scheduled centre")},
			{Code: "MX", Population: 126e6, Set: []Setting{{RatificationDays, 713}, {TermYears, 6}},
				Terms: terms("2006-12-01 right, 2012-12-01 centre, 2018-12-01 left, 2024-10-01 left, 2030-10-01 scheduled centre")},
			{Code: "PE", Population: 33.3e6, Set: []Setting{{TermYears, 5}, {EarlyEndHazard, 0.4}}, Terms: peruTerms},
		},
		Presidency: PresidencySpec{Order: []int{chile, colombia, mexico, peru}},
		Observers:  []ObserverCount{{Date: date("2013-06-30"), Count: 16}, {Date: date("2016-06-08"), Count: 49}, {Date: date("2019-10-14"), Count: 59}},
		Events: []Event{
			event("candidates", "2017-06-30", 4),
			event("agenda", "2018-07-24", 1.25, 0),
			event("pandemic", "2020-03-11", 540),
			event("contested_handover", "2022-12-14", mexico, peru, 196, 120),
		},
		Designs: designs(),
	}
	for i, start := range []string{"2011-04-28", "2011-12-04", "2012-06-06", "2013-05-23", "2014-06-20", "2015-07-03", "2016-07-01",
		"2017-06-30", "2018-07-24", "2019-07-06", "2020-12-11", "2022-01-26"} {
		holder := []int{peru, mexico, chile, colombia, mexico, peru, chile, colombia, peru, chile, colombia, mexico}[i]
		s.Presidency.History = append(s.Presidency.History, PresidencyTerm{Member: holder, Start: date(start)})
	}
	s.Values[ExtraSummits] = 0.5
	for d := range NumDimensions {
		s.Dimensions[d] = DimensionSpec{Depth: 0.1 + 0.03*float64(d), Uptake: 1, MoreHand: d == Chains, Treatable: 1}
		for i := range s.Members {
			s.Members[i].Ideal[d] = 0.5 + 0.05*float64((int(d)+i)%4)
		}
		s.Groups = append(s.Groups, GroupSpec{Dimension: d, Created: s.Start, CEAP: d%2 == 0, Weight: 1})
	}
	s.Groups = append(s.Groups, GroupSpec{Dimension: Digital, Created: date("2016-06-01"), Weight: 2})
	return s
}

// until shortens a scenario.
func (s *Spec) until(day string) *Spec {
	s.End = date(day)
	return s
}

// designs are the light structure and its alternatives, as bundles of values.
func designs() []Design {
	return []Design{
		{Name: "light"},
		{Name: "sherpa", Set: []Setting{{TimeShare, 1}, {SharedMediation, 0.5}}},
		{Name: "secretariat", Set: secretariatOf(12)},
		{Name: "hybrid", Set: append(secretariatOf(5), Setting{TimeShare, 1}, Setting{VisibleHand, 0.5})},
	}
}

func secretariatOf(staff float64) []Setting {
	return []Setting{{Staff, staff}, {SecretariatConvening, 0.9}, {SecretariatMemory, 0.8}, {SecretariatMediation, 0.5},
		{SecretariatDrafting, 0.2}, {SecretariatMonitoring, 0.4}, {OwnInitiative, 0.2}}
}

// event makes an event; args in the order of the type's fields.
func event(name, day string, args ...float64) Event {
	t, ok := EventTypeByName(name)
	if !ok || len(args) != len(t.Fields) {
		panic("no event " + name + " with so many arguments")
	}
	return Event{Date: date(day), Type: t, Args: args}
}

func setting(day string, set ...Setting) Event {
	e := event("set", day)
	e.Set = set
	return e
}

// add puts an event among the scenario's, which go by date.
func (s *Spec) add(events ...Event) *Spec {
	s.Events = append(s.Events, events...)
	slices.SortStableFunc(s.Events, func(a, b Event) int { return int(a.Date - b.Date) })
	return s
}

// with changes values of a scenario. A lab may take values outside their range:
// the model does not know of ranges.
func (s *Spec) with(settings ...Setting) *Spec {
	s.Values = s.Values.With(settings...)
	return s
}

// lab is n equal members with one group, in which nothing works but the mechanisms
// named. Values are those that leave a mechanism alone when it is switched on: work
// is done at one official-day a day by one official, no head of state differs from
// another, votes hang on chance alone, no norm adds to depth.
func lab(members int, days float64, works ...Mechanism) *Spec {
	s := &Spec{
		Name: "lab", Start: date("2001-01-01"), Off: AllOff().With(works...), Designs: []Design{{Name: "lab"}},
		Groups: []GroupSpec{{Dimension: Goods, Weight: 1}},
	}
	s.End = s.Start + Date(days)
	s.Values = Defaults().With([]Setting{
		{Workdays, DaysPerYear}, {Officials, 1}, {LeadShare, 1}, {RegulationShare, 1}, {TreatyShare, 0}, {SummitLevelShare, 0},
		{TimeShare, 1}, {FollowUpDays, 0}, {CEAPSupport, 0},
		{MandatesPerSummit, 0}, {GANMandates, 0}, {NCMandates, 0}, {TGMandates, 0}, {SpilloverRate, 0},
		{WillSD, 0}, {WillDimensionSD, 0}, {IdealSD, 0},
		{ProposalDepth, labDepth}, {ProposalSpread, 0}, {DepthPerNorm, 0}, {ToleranceBase, 0}, {ToleranceRound, 0},
	}...)
	for i := range members {
		m := MemberSpec{Code: string(rune('A' + i)), Population: 1, Terms: []Term{{Start: s.Start}}}
		for d := range NumDimensions {
			// Half way between the status quo (0) and the text: worth as much to
			// the member as the status quo, so its vote is chance and tolerance.
			m.Ideal[d] = labDepth / 2
		}
		s.Members = append(s.Members, m)
		s.Presidency.Order = append(s.Presidency.Order, i)
	}
	return s
}

const labDepth = 0.25

// declared adds n mandates on the first day.
func (s *Spec) declared(n int) *Spec { return s.add(event("mandates", s.Start.String(), float64(n))) }

// arriving lets the group's stream bring mandates at a rate per day.
func (s *Spec) arriving(perDay float64) *Spec {
	s.Off = s.Off.With(Proliferation)
	return s.with(Setting{TGMandates, perDay * DaysPerYear})
}

// run is one replication with a fresh runner.
func run(s *Spec, design int, seed uint64) *Result { return NewRunner(s, design).Run(seed, 0) }

// watched is one replication and what it recorded.
func watched(s *Spec, design int, seed uint64) ([]Record, *Runner) {
	r := NewRunner(s, design)
	var all []Record
	r.Watch(func(x Record) { all = append(all, x) })
	r.Run(seed, 0)
	return all, r
}

// begun is a world on its first day, to be taken further with world.k.Run.
func begun(s *Spec, design int, seed uint64) *world {
	w := newWorld(s, design)
	w.reset(rng.New(seed, 0))
	w.start()
	return w
}

// at takes a world to a day.
func (w *world) runTo(day string) *world {
	w.k.Run(w.clock(date(day)))
	return w
}

// only keeps the records of a kind.
func only(all []Record, kind RecordKind) []Record {
	return slices.DeleteFunc(slices.Clone(all), func(r Record) bool { return r.Kind != kind })
}

// sigmas is the width of the bands in which a simulated mean must lie, in standard
// errors. Seeds are fixed, so a test that passes always passes; 4.5 makes it pass for
// all but 7 in a million seeds when the code is right, so nobody has to hunt for one.
const sigmas = 4.5

// requireMean asks that the mean over replications agree with theory, and that the
// replications pin it down to within a share of it: a wide interval contains anything.
func requireMean(t *testing.T, want float64, got stat.Tally, within float64, what string) {
	t.Helper()
	band := sigmas * got.SD() / math.Sqrt(float64(got.N()))
	require.InDelta(t, want, got.Mean(), band, what)
	require.Less(t, band, within*math.Abs(want), "%s: too few replications to tell", what)
}

// requireShare asks that k of n agree with a probability, by the normal
// approximation to the binomial.
func requireShare(t *testing.T, p float64, k, n int, what string) {
	t.Helper()
	band := sigmas * math.Sqrt(p*(1-p)/float64(n))
	require.InDelta(t, p, float64(k)/float64(n), band, what)
	require.Less(t, band, 0.5*min(p, 1-p), "%s: too few to tell", what)
}

// requireDistribution asks that a sample come from a continuous distribution, by the
// test of Kolmogorov and Smirnov: √n·D passes 2.3 with probability 5e-5 (its limit is
// 2·exp(−2·2.3²)).
func requireDistribution(t *testing.T, sample []float64, cdf func(float64) float64, what string) {
	t.Helper()
	sample, d, n := slices.Clone(sample), 0.0, float64(len(sample))
	slices.Sort(sample)
	for i, x := range sample {
		f := cdf(x)
		d = max(d, f-float64(i)/n, float64(i+1)/n-f)
	}
	require.Less(t, math.Sqrt(n)*d, 2.3, what)
	require.Greater(t, n, 500.0, "%s: too few to tell", what)
}

// requireFrequencies asks that counts of cells agree with their probabilities, by
// Pearson's test at the level 5e-5. Cells with fewer than five expected count as one.
func requireFrequencies(t *testing.T, p []float64, counts []int, what string) {
	t.Helper()
	n, x2, cells, rareP, rare := 0, 0.0, -1.0, 0.0, 0
	for _, k := range counts {
		n += k
	}
	add := func(p float64, k int) {
		x2 += (float64(k) - p*float64(n)) * (float64(k) - p*float64(n)) / (p * float64(n))
		cells++
	}
	for i, k := range counts {
		if p[i]*float64(n) < 5 {
			rareP, rare = rareP+p[i], rare+k
			continue
		}
		add(p[i], k)
	}
	if rareP*float64(n) > 1 {
		add(rareP, rare)
	}
	require.Less(t, x2, distuv.ChiSquared{K: cells}.Quantile(1-5e-5), "%s: %v", what, counts)
	require.Greater(t, n, 1000, "%s: too few to tell", what)
}

// stageAreas runs a design and integrates over time how many mandates are in each
// phase, by counting them before every event.
func stageAreas(s *Spec, design int) (areas [NumPhases]float64, issued int, r *Result) {
	w := begun(s, design, 11)
	last := 0.0
	count := func(now float64) {
		if now > last {
			for _, m := range w.mandates[:w.count] {
				if m.isOpen() {
					areas[m.phase] += now - last
				}
			}
			last = now
		}
	}
	w.k.Trace(func(e sim.Event) { count(e.Time) })
	w.k.Run(w.clock(s.End))
	count(w.k.Now())
	return areas, w.count, w.finish()
}
