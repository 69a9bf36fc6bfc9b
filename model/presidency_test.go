package model

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

// holders tells who took the presidency when, from a run's records.
func holders(all []Record) (members []int, times []float64) {
	for _, x := range only(all, RecordPresidency) {
		if x.State == "incumbent" {
			members, times = append(members, x.Member), append(times, x.Time)
		}
	}
	return members, times
}

// between counts the meetings of a body in [from, to).
func between(all []Record, b Body, from, to float64) (n int) {
	for _, x := range only(all, RecordMeeting) {
		if x.Body == b && x.Time >= from && x.Time < to {
			n++
		}
	}
	return n
}

func TestPresidencyFollowsTheRealCalendar(t *testing.T) {
	s := alliance()
	for seed := range uint64(3) {
		all, _ := watched(s, 0, seed)
		members, times := holders(all)
		for i, h := range s.Presidency.History[1:] {
			require.Equal(t, h.Member, members[i])
			require.Equal(t, float64(h.Start-s.Start), times[i], h.Start)
		}
		// Mexico to Peru after the contested handover; then the treaty's order.
		require.Equal(t, float64(date("2023-06-28")-s.Start), times[11])
		want := []int{peru, chile, colombia, mexico, peru, chile}
		require.Equal(t, want[:min(len(want), len(members)-11)], members[11:min(len(members), 17)])
		require.Greater(t, len(members), 15)
	}
}

// December 2022 to June 2023: technical groups and National Coordinations meet, the
// GAN does not and there is no summit; Mexico holds on as interim, then Peru receives.
func TestContestedHandover(t *testing.T) {
	s := alliance().with(Setting{ExtraSummits, 4}, Setting{CouncilOn, 1}) // so that their absence says something
	from := float64(date("2022-12-14") - s.Start)
	all, r := watched(s, 0, 1)
	type step struct {
		state  string
		member int
		days   float64
	}
	var steps []step
	for _, x := range only(all, RecordPresidency) {
		if x.Time >= from && x.Time <= from+196 {
			steps = append(steps, step{x.State, x.Member, x.Time - from})
		}
	}
	require.Equal(t, []step{{"contested", mexico, 0}, {"interim_holder", mexico, s.Values[InterimDays]}, {"incumbent", peru, 196}}, steps)
	for _, b := range []Body{HighLevelGroup, Council, Summit} {
		require.Zero(t, between(all, b, from, from+196), b)
		require.Positive(t, between(all, b, from-400, from), b)
		require.Positive(t, between(all, b, from+196, from+900), b)
	}
	require.Positive(t, between(all, TechnicalGroup, from, from+196))
	require.Greater(t, between(all, NationalCoordination, from, from+196), 3)
	require.Equal(t, 196.0, r.w.res.Metrics[MDaysWithoutPPT])
}

// A run that ends before the quarrel does counts its days so far.
func TestContestThatOutlastsTheRun(t *testing.T) {
	x := run(alliance().until("2023-01-13"), 0, 1)
	require.Equal(t, 30.0, x.Metrics[MDaysWithoutPPT])
}

// If another member holds the presidency on the day of the event, the contest waits
// for the next term of `from` to end; if that never comes, there is none.
func TestContestWaitsForItsHolder(t *testing.T) {
	s := alliance().until("2017-01-01").add(event("contested_handover", "2013-07-01", mexico, chile, 100, 120))
	all, _ := watched(s, 0, 2)
	at := slices.IndexFunc(all, func(x Record) bool { return x.Kind == RecordPresidency && x.State == "contested" })
	require.Equal(t, float64(date("2015-07-03")-s.Start), all[at].Time, "the end of Mexico's next term")
	members, times := holders(all)
	i := slices.Index(times, all[at].Time+100)
	require.Equal(t, chile, members[i], "whom the event names, not whom the calendar does")

	s = alliance().until("2014-01-01").add(event("contested_handover", "2013-07-01", mexico, chile, 100, 120))
	all, r := watched(s, 0, 2)
	require.False(t, slices.ContainsFunc(all, func(x Record) bool { return x.State == "contested" }))
	require.Zero(t, r.w.res.Metrics[MDaysWithoutPPT])
}

// A handover by `from` shortly before the date is the one the event is about; then its
// next term, years later, is not contested. Lab terms end on days 200, 400, 600 …
func TestContestThatComesBeforeItsDate(t *testing.T) {
	contests := func(day string, early float64, calendar ...PresidencyTerm) (from []float64) {
		s := lab(2, 1500, Presidency).with(Setting{TermDays, 200}, Setting{SummitReluctance, 0})
		s.Presidency.History = append(s.Presidency.History, calendar...)
		s.add(event("contested_handover", day, 0, 1, 50, early))
		all, _ := watched(s, 0, 1)
		for _, x := range only(all, RecordPresidency) {
			if x.State == "contested" {
				require.Equal(t, 0, x.Member)
				from = append(from, x.Time)
			}
		}
		return from
	}
	require.Equal(t, []float64{200}, contests("2001-08-19", 120), "thirty days before day 230, and once only")
	require.Equal(t, []float64{200}, contests("2001-08-19", 30), "the last day counts")
	require.Equal(t, []float64{600}, contests("2001-08-19", 29), "earlier than that it is another handover")
	require.Equal(t, []float64{600}, contests("2001-08-19", 0))
	require.Equal(t, []float64{199}, contests("2001-07-19", 120), "who still holds it waits for the date")
	given := []PresidencyTerm{{Member: 0, Start: date("2001-01-01")}, {Member: 1, Start: date("2001-07-20")}}
	require.Equal(t, []float64{600}, contests("2001-08-19", 120, given...), "a handover that the calendar gives was none of it")
}

// A handover that waits for its summit is contested as soon as a new attempt is near the date.
func TestContestOfAHandoverThatWaits(t *testing.T) {
	s := lab(2, 600, Presidency).with(Setting{TermDays, 200}, Setting{WillBase, 0}, Setting{SummitReluctance, 1}, Setting{SummitAttempts, 3}, Setting{SummitRetry, 40})
	s.add(event("contested_handover", "2001-10-18", 0, 1, 20, 60)) // day 290; attempts on days 200, 240 and 280
	all, _ := watched(s, 0, 1)
	_, times := holders(all)
	require.Equal(t, 240.0+20, times[0])
}

// A quarrel shorter than the time it takes to call the holder interim ends all the same.
func TestShortContest(t *testing.T) {
	s := lab(2, 400, Meetings, Presidency).add(event("contested_handover", "2001-02-01", 0, 1, 5, 120))
	all, r := watched(s, 0, 1)
	members, times := holders(all)
	require.Equal(t, []int{1}, members[:1])
	require.Equal(t, 31.0+5, times[0])
	require.Equal(t, 5.0, r.w.res.Metrics[MDaysWithoutPPT])
}

// Without a calendar the presidency goes round in the treaty's order, a term each.
func TestRotation(t *testing.T) {
	s := lab(4, 1000).with(Setting{TermDays, 100}, Setting{SummitReluctance, 0})
	s.Presidency.Order = []int{2, 0, 3, 1}
	all, r := watched(s, 0, 1)
	members, times := holders(all)
	require.Equal(t, []int{0, 3, 1, 2, 0, 3, 1, 2, 0}, members, "the first holder began with the run")
	for i, at := range times {
		require.Equal(t, 100*float64(i+1), at)
	}
	require.Equal(t, 100.0, r.w.res.Metrics[MPPTLength])
	require.Equal(t, 9.0, r.w.res.Metrics[MSummitsHeld], "a summit closes each term")
	require.Equal(t, 100.0, r.w.res.Metrics[MSummitGap])
}

// A handover waits for its summit as often as it is tried, and then goes on without
// presidents; one on the calendar does not wait.
func TestHandoverWaitsForTheSummit(t *testing.T) {
	s := lab(2, 1000).with(Setting{TermDays, 200}, Setting{WillBase, 0}, Setting{SummitReluctance, 1}, Setting{SummitAttempts, 3}, Setting{SummitRetry, 40})
	all, r := watched(s, 0, 1)
	_, times := holders(all)
	require.Equal(t, []float64{280, 560, 840}, times)
	require.Len(t, only(all, RecordSummitCancelled), 3)
	require.Zero(t, r.w.res.Metrics[MSummitsHeld])
	require.Equal(t, 1000.0, r.w.res.Metrics[MSummitGap])

	s.Presidency.History = []PresidencyTerm{{Member: 0, Start: s.Start}, {Member: 1, Start: s.Start + 200}}
	all, _ = watched(s, 0, 1)
	_, times = holders(all)
	require.Equal(t, []float64{200, 480, 760}, times)
}

// A presidency of capability c convenes on time with probability c: a meeting slips
// 0, 1, … up to max_slips times, so its mean distance from the last is known. The
// weak link is a number.
func TestWeakLinkSlowsConvening(t *testing.T) {
	const interval, slip, most = 30, 20, 3
	for _, c := range []float64{1, 0.85, 0.3} {
		s := lab(1, 20000, Meetings, Presidency).with(Setting{PPTCapability, c}, Setting{NCInterval, interval}, Setting{SlipDays, slip}, Setting{MaxSlips, most})
		all, _ := watched(s, 0, 5)
		var distance stat.Tally
		last := 0.0
		for _, x := range only(all, RecordMeeting) {
			if x.Body == NationalCoordination {
				distance.Add(x.Time - last)
				last = x.Time
			}
		}
		want := float64(interval)
		for k := 1; k <= most; k++ {
			want += slip * math.Pow(1-c, float64(k))
		}
		if c == 1 {
			require.InDelta(t, want, distance.Mean(), 1e-9)
			continue
		}
		requireMean(t, want, distance, 0.12, fmt.Sprint("capability ", c))
	}
	s := lab(2, 400, Meetings)
	s.Values[PPTCapability] = 0
	require.InDelta(t, 400.0/30, run(s, 0, 1).Metrics[MNCMeetings]*400/DaysPerYear, 1, "off: it convenes without fail")
}

// At a handover a share λ of open files is forgotten and must be caught up with.
func TestHandoverLosesMemory(t *testing.T) {
	const n, lost = 2000, 0.3
	s := lab(2, 500, Meetings, Presidency).declared(n).with(Setting{MemoryLoss, lost}, Setting{TermDays, 300}, Setting{TGInterval, 1e6}, Setting{SummitReluctance, 0},
		Setting{CatchUpDays, 0.1}, Setting{PPTCapability, 0.5}, Setting{PPTChores, 0})
	all, r := watched(s, 0, 1)
	forgotten := only(all, RecordMemoryLost)
	requireShare(t, lost, len(forgotten), n, "forgotten")
	for _, x := range forgotten {
		require.Equal(t, 300.0, x.Time)
		require.Equal(t, 1, x.Member, "the incoming coordinator catches up")
	}
	days := 0.1 / 0.5 * float64(len(forgotten)) // one full-time coordinator, all files at once; a weak link takes longer
	for _, m := range r.Mandates() {
		if m.Spent[PeopleWait] > 0 {
			require.InDelta(t, days, m.Spent[PeopleWait], 1e-6)
		}
	}
}

// What has lost its memory is not decided before the incoming coordinator has caught up.
func TestForgottenFilesWait(t *testing.T) {
	const n = 50
	s := lab(2, 400, Meetings, Presidency).declared(n).with(Setting{MemoryLoss, 1}, Setting{CatchUpDays, 1}, Setting{TermDays, 1e6}, Setting{TGInterval, 10}, Setting{TGAgenda, n},
		Setting{NCInterval, 100}, Setting{NCAgenda, n}, Setting{PPTCapability, 1}, Setting{PPTChores, 0})
	s.Presidency.History = []PresidencyTerm{{Member: 0, Start: s.Start}, {Member: 1, Start: s.Start + 90}} // to be caught up with by day 140
	all, _ := watched(s, 0, 1)
	require.Equal(t, map[float64]int{200: n}, entered(all, "before_gan"))
	s.Values[MemoryLoss] = 0
	all, _ = watched(s, 0, 1)
	require.Equal(t, map[float64]int{100: n}, entered(all, "before_gan"))
}

// The longest time without a summit counts from the start and to the end too.
func TestLongestGapBetweenSummits(t *testing.T) {
	for want, days := range map[float64][2]int{200: {50, 250}, 150: {150, 250}, 180: {60, 120}} {
		s := lab(2, 300).with(Setting{TermDays, 1e6}, Setting{SummitReluctance, 0})
		s.Presidency.History = []PresidencyTerm{{Member: 0, Start: s.Start}, {Member: 1, Start: s.Start + Date(days[0])}, {Member: 0, Start: s.Start + Date(days[1])}}
		require.Equal(t, want, run(s, 0, 1).Metrics[MSummitGap])
	}
}

// A secretariat keeps its share of the memory.
func TestSecretariatKeepsMemory(t *testing.T) {
	const n, lost, kept = 4000, 0.5, 0.8
	s := lab(2, 400, Meetings, Presidency, Secretariat).declared(n).with(Setting{MemoryLoss, lost}, Setting{TermDays, 300}, Setting{TGInterval, 1e6}, Setting{SummitReluctance, 0},
		Setting{Staff, 3}, Setting{SecretariatMemory, kept}, Setting{AgreementDays, 0}, Setting{SetupDays, 0})
	all, _ := watched(s, 0, 1)
	requireShare(t, lost*(1-kept), len(only(all, RecordMemoryLost)), n, "forgotten")
}

// A quarrel settles the handover that waited for a summit: nobody tries that summit again.
func TestContestEndsTheWaitForASummit(t *testing.T) {
	s := lab(2, 300, Presidency).with(Setting{TermDays, 200}, Setting{WillBase, 0}, Setting{SummitReluctance, 1}, Setting{SummitAttempts, 2}, Setting{SummitRetry, 40})
	s.add(event("contested_handover", "2001-07-30", 0, 1, 20, 0)) // day 210, the next attempt being on day 240
	all, _ := watched(s, 0, 1)
	_, times := holders(all)
	require.Equal(t, []float64{230}, times)
	require.Empty(t, only(all, RecordSummitCancelled))
}

// The holder's coordinator does the chores.
func TestChoresFallOnTheHolder(t *testing.T) {
	s := lab(3, 400, Presidency, Coordination).with(Setting{TimeShare, 0.5}, Setting{PPTChores, 0.2}, Setting{TermDays, 100}, Setting{SummitReluctance, 0})
	w := begun(s, 0, 1)
	for _, c := range []struct {
		day    float64
		holder int
	}{{50, 0}, {150, 1}, {250, 2}, {350, 0}} {
		w.k.Run(c.day)
		for i := range w.members {
			want := 0.5
			if i == c.holder {
				want = 0.3
			}
			require.InDelta(t, want, w.members[i].coordinator.Capacity(), 1e-15)
		}
	}
}

// A member that joins comes last in the rotation, and takes part from then on.
func TestAccession(t *testing.T) {
	s := lab(3, 1500, Positions, Cohesion).with(Setting{TermDays, 100}, Setting{SummitReluctance, 0}, Setting{CohesionAccession, 0.1}, Setting{CohesionDecay, 0},
		Setting{CohesionMeeting, 0}, Setting{CohesionResult, 0}, Setting{CohesionVeto, 0})
	s.Members[2].Joins = true
	s.Presidency.Order = []int{0, 1}
	s.add(event("mandates", "2001-01-31", 40), event("accession", "2001-09-08", 2), event("accession", "2001-09-09", 2), event("mandates", "2001-09-10", 40))
	s.Values[ToleranceBase] = 1
	all, r := watched(s, 0, 1)
	members, _ := holders(all)
	require.Equal(t, []int{1, 0, 1, 2, 0, 1, 2, 0}, members[:8])
	x := r.w.res
	require.Equal(t, 3*80, x.Consents[0][0]+x.Consents[1][0]+x.Consents[2][0])
	require.Equal(t, 3*40, x.Consents[0][2]+x.Consents[1][2]+x.Consents[2][2], "votes on what comes after")
	require.Equal(t, 3.0, x.Years[0][YearMembers])
	require.Len(t, only(all, RecordAccession), 1, "nobody joins twice")
	require.InDelta(t, 0.5*0.9, x.Metrics[MCohesionEnd], 1e-15)
}
