package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// entered counts, day by day, the mandates that entered a state.
func entered(all []Record, state string) map[float64]int {
	n := map[float64]int{}
	for _, x := range only(all, RecordState) {
		if x.State == state {
			n[x.Time]++
		}
	}
	return n
}

// What an agenda does not hold waits for the next meeting, at every level.
func TestAgendasHoldSoMuch(t *testing.T) {
	s := lab(1, 400, Meetings).declared(10).with(Setting{TGInterval, 50}, Setting{TGAgenda, 7}, Setting{NCInterval, 35}, Setting{NCAgenda, 3},
		Setting{GANInterval, 90}, Setting{GANAgenda, 6})
	all, _ := watched(s, 0, 1)
	require.Equal(t, map[float64]int{50: 7, 100: 3}, entered(all, "before_nc"))
	require.Equal(t, map[float64]int{70: 3, 105: 3, 140: 3, 175: 1}, entered(all, "before_gan"))
	require.Equal(t, map[float64]int{90: 3, 180: 6, 270: 1}, entered(all, "adopted"))
}

// A round holds so many groups, those with most files first, and each so many files.
func TestRoundsHoldSoManyGroups(t *testing.T) {
	s := lab(1, 400, Meetings).declared(300).with(Setting{TGInterval, 50}, Setting{GroupsPerRound, 2}, Setting{TGAgenda, 40})
	s.Groups = []GroupSpec{{Dimension: Goods, Weight: 0.5}, {Dimension: People, Weight: 0.2}, {Dimension: Digital, Weight: 0.3}}
	r := NewRunner(s, 0)
	var waiting [3]int
	want := map[float64][3]int{}
	r.Run(1, 0)
	for _, m := range r.Mandates() {
		waiting[m.Group]++
	}
	for day := 50.0; day < 400; day += 50 { // by hand: twice the longest queue
		var treated [3]int
		for range 2 {
			best := -1
			for g, n := range waiting {
				if treated[g] == 0 && n > 0 && (best < 0 || n > waiting[best]) {
					best = g
				}
			}
			if best >= 0 {
				treated[best] = min(waiting[best], 40)
			}
		}
		for g := range waiting {
			waiting[g] -= treated[g]
		}
		want[day] = treated
	}
	got := map[float64][3]int{}
	all, _ := watched(s, 0, 1)
	group := map[string]int{}
	for _, m := range r.Mandates() {
		group[m.Name] = m.Group
	}
	for day := range want {
		got[day] = [3]int{}
	}
	for _, x := range only(all, RecordState) {
		if x.State == "before_nc" {
			n := got[x.Time]
			n[group[x.Mandate]]++
			got[x.Time] = n
		}
	}
	require.Equal(t, want, got)
	require.Equal(t, [3]int{}, waiting, "all done")
	require.Greater(t, r.w.res.Metrics[MGroupsPerRound], 1.0)
	require.LessOrEqual(t, r.w.res.Metrics[MGroupsPerRound], 2.0)
}

// The presidents' mandates come first, a private counterpart pushes, and among equals
// who waited longest.
func TestAgendasGoByUrgency(t *testing.T) {
	s := lab(1, 900, Meetings).arriving(0.2).with(Setting{TGInterval, 1}, Setting{TGAgenda, 50}, Setting{NCInterval, 200}, Setting{NCAgenda, 25}, Setting{CEAPPriority, 0.5})
	s.add(event("mandates", "2001-06-01", 10))
	s.Groups = []GroupSpec{{Dimension: Goods, Weight: 1}, {Dimension: Digital, Weight: 1, CEAP: true}}
	w := begun(s, 0, 1)
	w.k.Run(199.5)
	queue, since := append([]*mandate{}, w.bodies[NationalCoordination].queue...), map[*mandate]float64{}
	require.Greater(t, len(queue), 30)
	for _, m := range queue {
		since[m] = m.queued
	}
	w.k.Run(200.5)
	treated, declared := 0, 0
	for _, m := range queue {
		if m.state == beforeNC {
			continue
		}
		treated++
		declared += int(m.priority)
		for _, o := range queue {
			if o.state == beforeNC {
				require.True(t, m.priority > o.priority || (m.priority == o.priority && since[m] <= since[o]), "%s before %s", m.name(), o.name())
			}
		}
	}
	require.Equal(t, 25, treated)
	require.GreaterOrEqual(t, declared, 10, "all ten of the presidents")
}

// Two ministries that are not agreed defer an item to the next GAN: with probability
// 1 − (1 − f)ⁿ a time, so its meetings until it is treated are geometric.
func TestFrictionDefers(t *testing.T) {
	const n, f, most = 3, 0.15, 5
	s := lab(n, 40*20+1, Meetings, Friction).declared(3000).with(Setting{GANFriction, f}, Setting{TGInterval, 1}, Setting{NCInterval, 1}, Setting{GANInterval, 20},
		Setting{TGAgenda, 1e6}, Setting{NCAgenda, 1e6}, Setting{GANAgenda, 1e6})
	pass := math.Pow(1-f, n)
	p, counts := make([]float64, most+1), make([]int, most+1)
	for i := range p {
		p[i] = pass * math.Pow(1-pass, float64(i))
	}
	p[most] = math.Pow(1-pass, most)
	r := NewRunner(s, 0)
	require.Equal(t, 3000.0, r.Run(2, 0).Metrics[MFulfilled])
	for _, m := range r.Mandates() {
		counts[min(int(m.Adopted)/20-1, most)]++
	}
	requireFrequencies(t, p, counts, "GAN meetings missed")
}

// The Council decides only where a design lets it, and only on norms.
func TestCouncilIsOptional(t *testing.T) {
	s := lab(1, 1000, Meetings).declared(20).with(Setting{RegulationShare, 0.5}, Setting{TermDays, 1e6})
	s.Designs = append(s.Designs, Design{Name: "with a Council", Set: []Setting{{CouncilOn, 1}}})
	for d := range s.Designs {
		all, r := watched(s, d, 1)
		require.Equal(t, 20.0, r.w.res.Metrics[MFulfilled])
		norms := 0
		for _, m := range r.Mandates() {
			if m.Instrument == instruments[regulation] {
				norms++
			}
		}
		require.Greater(t, norms, 5)
		decided := 0
		for _, n := range entered(all, "before_council") {
			decided += n
		}
		require.Equal(t, d*norms, decided)
		require.Positive(t, r.w.res.Metrics[MCouncilMeetings], "it meets all the same")
	}
}

// Mandates for the presidents wait for a summit, and are adopted there.
func TestSummitsAdoptWhatIsTheirs(t *testing.T) {
	s := lab(1, 1000, Meetings).declared(20).with(Setting{SummitLevelShare, 1}, Setting{SummitAgenda, 12}, Setting{TermDays, 365}, Setting{SummitReluctance, 0})
	all, _ := watched(s, 0, 1)
	require.Equal(t, map[float64]int{365: 12, 730: 8}, entered(all, "adopted"))
}
