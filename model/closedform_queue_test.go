package model

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

// The stations of the institution, alone, against queueing theory. Mandates arrive in
// a Poisson stream, work is lognormal: processor sharing is insensitive to the
// distribution of work beyond its mean (Kelly 1979), so the formulas for exponential
// work hold, and a test with another distribution is the harder one.

const spread = 0.8 // log-standard deviation of work

// median is the median of a lognormal with a given mean.
func median(mean float64) float64 { return mean / math.Exp(spread*spread/2) }

// erlangNumber is the mean number in an M/M/c queue of load a < c (Erlang C).
func erlangNumber(c int, a float64) float64 {
	b := 1.0 // Erlang B, by its recursion
	for k := 1; k <= c; k++ {
		b = a * b / (float64(k) + a*b)
	}
	rho := a / float64(c)
	wait := b / (1 - rho + rho*b)
	return a + wait*rho/(1-rho)
}

func TestErlangC(t *testing.T) {
	require.InDelta(t, 0.5/(1-0.5), erlangNumber(1, 0.5), 1e-12, "M/M/1")
	require.InDelta(t, 2*0.75/(1-0.75*0.75), erlangNumber(2, 1.5), 1e-12, "M/M/2: 2ρ/(1 − ρ²)")
}

// station runs replications of a lab and returns the mean number in a station, and
// the mean time that mandates took from issue to end, both after a warm-up.
func station(s *Spec, replications int, area func(w *world) float64) (number, sojourn stat.Tally) {
	warm := 0.1 * float64(s.End-s.Start)
	for i := range replications {
		w := begun(s, 0, uint64(100+i))
		w.k.Run(warm)
		before := area(w)
		w.k.Run(w.clock(s.End))
		number.Add((area(w) - before) / (w.k.Now() - warm))
		var each stat.Tally
		for _, m := range w.mandates[:w.count] {
			if m.issued > warm && m.state == fulfilled {
				each.Add(m.ended - m.issued)
			}
		}
		sojourn.Add(each.Mean())
	}
	return number, sojourn
}

// A ministry of c officials is M/G/c processor sharing with one official per task:
// the number of tasks is that of M/M/c, M/M/1 for one official. By Little's law
// (1961), measured apart, a mandate's time is that number over the rate.
func TestMinistryIsAProcessorSharingQueue(t *testing.T) {
	for _, c := range []int{1, 3} {
		const load = 0.6
		rate := load * float64(c)
		s := lab(1, 4000, TechnicalWork).arriving(rate).
			with(Setting{Officials, float64(c)}, Setting{TechnicalDays, median(1)}, Setting{WorkSpread, spread})
		number, sojourn := station(s, 30, func(w *world) float64 { return w.members[0].ministries[trade].Area() })
		want := erlangNumber(c, rate)
		requireMean(t, want, number, 0.12, fmt.Sprint(c, " officials: tasks"))
		requireMean(t, want/rate, sojourn, 0.12, fmt.Sprint(c, " officials: days"))
	}
}

// A coordinator with a share φ of the time is one server that works φ as fast.
func TestCoordinatorIsAProcessorSharingQueue(t *testing.T) {
	const share, rate, review = 0.35, 0.5, 0.4
	s := lab(1, 5000, Coordination).arriving(rate).
		with(Setting{TimeShare, share}, Setting{ReviewDays, median(review)}, Setting{WorkSpread, spread})
	number, sojourn := station(s, 30, func(w *world) float64 { return w.members[0].coordinator.Area() })
	rho := rate * review / share
	requireMean(t, rho/(1-rho), number, 0.12, "files")
	requireMean(t, rho/(1-rho)/rate, sojourn, 0.12, "days")
}

// Follow-up of open mandates comes off the coordinator's time: with f days a month for
// each, n open ones leave φ − 12·n·f/workdays.
func TestFollowUpErodesAttention(t *testing.T) {
	s := lab(2, 400, Coordination, Meetings).declared(100).with(Setting{TimeShare, 0.8}, Setting{FollowUpDays, 0.12}, Setting{TGInterval, 1e6})
	w := begun(s, 0, 1)
	w.k.Run(40) // the monthly clock has ticked
	require.Equal(t, 100, w.obs.open)
	require.InDelta(t, 0.8-12*100*0.12/DaysPerYear, w.members[1].coordinator.Capacity(), 1e-12)
}

// Ministry and coordinator in line are a network of queues in product form (Jackson
// 1957; Baskett et al. 1975): at any one time the two numbers are independent, and
// each is geometric as if it were alone.
func TestMinistryAndCoordinatorAreAJacksonNetwork(t *testing.T) {
	const rate, rho1, rho2, most = 0.5, 0.5, 0.6, 4
	s := lab(1, 8000, TechnicalWork, Coordination).arriving(rate).
		with(Setting{TechnicalDays, median(rho1 / rate)}, Setting{ReviewDays, median(rho2 / rate)}, Setting{WorkSpread, spread})
	var counts [most + 1][most + 1]int
	for i := range uint64(25) {
		w := begun(s, 0, i)
		// Looks are 100 days apart: the slower station forgets with a time constant of
		// its mean work over (1 − √ρ)², 24 days.
		for day := 500.0; day < 8000; day += 100 {
			w.k.Run(day)
			m := &w.members[0]
			counts[min(m.ministries[trade].Len(), most)][min(m.coordinator.Len(), most)]++
		}
	}
	geometric := func(rho float64, n int) float64 {
		if n == most {
			return math.Pow(rho, most) // that many or more
		}
		return (1 - rho) * math.Pow(rho, float64(n))
	}
	var p []float64
	var k []int
	for i := range counts {
		for j := range counts[i] {
			p, k = append(p, geometric(rho1, i)*geometric(rho2, j)), append(k, counts[i][j])
		}
	}
	requireFrequencies(t, p, k, "numbers in ministry and coordinator")
}

// Arrivals of a Poisson stream fall anywhere between two meetings, so the wait for
// the next one is uniform, half an interval on average.
func TestWaitForAMeetingIsUniform(t *testing.T) {
	const interval = 40
	s := lab(1, 80*interval+1, Meetings).arriving(1).with(Setting{TGInterval, interval}, Setting{TGAgenda, 1e6})
	all, r := watched(s, 0, 3)
	left := map[string]float64{}
	for _, x := range only(all, RecordState) {
		if x.State == "before_nc" {
			left[x.Mandate] = x.Time
		}
	}
	var waits []float64
	var mean stat.Tally
	for _, m := range r.Mandates() {
		if at, ok := left[m.Name]; ok {
			waits = append(waits, at-m.Issued)
			mean.Add(at - m.Issued)
		}
	}
	requireDistribution(t, waits, func(x float64) float64 { return min(max(x/interval, 0), 1) }, "wait")
	requireMean(t, interval/2, mean, 0.06, "wait")
}

// The share of time that a mandate spends at each stage is its stage's share of
// mandates (Little 1961). The two are measured apart: one by each mandate's own
// record, the other by counting, between any two events, who is where. This holds to
// rounding, not on average, in the whole institution.
func TestLittlesLawPerStage(t *testing.T) {
	s := alliance().until("2018-01-01").with(Setting{TreatyShare, 0.2}, Setting{ImplementDays, 1})
	for i := range s.Members {
		s.Members[i].Set = []Setting{{RatificationDays, 2500}} // so long that some treaties wait for nothing else
	}
	for d := range s.Designs {
		areas, issued, r := stageAreas(s, d)
		T := float64(s.End - s.Start)
		rate := float64(issued) / T
		for p := range NumPhases {
			if p == PeopleWait || p == Negotiating {
				continue // counted with Working: which part of work was waiting is known at its end
			}
			number, wait := areas[p]/T, r.Time[p]/float64(issued)
			if p == Working {
				number += (areas[PeopleWait] + areas[Negotiating]) / T
				wait += (r.Time[PeopleWait] + r.Time[Negotiating]) / float64(issued)
			}
			require.InDelta(t, number, rate*wait, 1e-9*(1+number), "%s: %s", s.Designs[d].Name, PhaseNames[p].EN)
			if p != Consulting {
				require.Greater(t, number, 0.01, PhaseNames[p].EN)
			}
		}
	}
}
