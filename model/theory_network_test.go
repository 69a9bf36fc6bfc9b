package model

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/stat"
)

// The institution as an open network of queues with a negotiation loop. A veto sends the
// file to a mediator, the secretariat with probability r, else the presidency's
// coordinator, and from there back to the body that vetoed it. With q the probability of
// a veto a body is visited 1/(1 − q) times, and a file is mediated q/(1 − q) times for
// each. So with three bodies, arrivals at rate λ and mean work t of technical staff, v of a
// review, m of a mediation, the stations' loads are
//
//	ministry λt,  coordinator λ(v + 3(1 − r)m·q/(1 − q)),  secretariat λ·3r·m·q/(1 − q).
//
// The arrivals that the loop sends back are no Poisson stream; all the same the network has
// the product form (Jackson 1957; for processor sharing, any law of work and several kinds
// of it at one station, Baskett et al. 1975): each station is geometric as if it were alone.
const (
	loopRate, loopVeto, loopShare           = 0.5, 0.3, 0.5 // λ, q, r
	loopWork, loopReview, loopMediationDays = 1.0, 0.5, 0.6 // t, v, m
)

// loopLoads are the loads of ministry, coordinator and secretariat.
func loopLoads() [3]float64 {
	mediations := 3 * loopVeto / (1 - loopVeto)
	return [3]float64{
		loopRate * loopWork,
		loopRate * (loopReview + (1-loopShare)*mediations*loopMediationDays),
		loopRate * loopShare * mediations * loopMediationDays,
	}
}

// negotiationLoop is that network in the model's own stages: one member, whose text keeps
// its depth in negotiation and is never given up, and a secretariat of one mediator.
func negotiationLoop(days float64) *Spec {
	s := voting(1, 1-loopVeto, TechnicalWork, Coordination, Negotiation, Secretariat).arriving(loopRate).with(
		Setting{TechnicalDays, median(loopWork)}, Setting{ReviewDays, median(loopReview)}, Setting{MediationDays, median(loopMediationDays)},
		Setting{WorkSpread, spread}, Setting{Amendment, 1}, Setting{MinDepth, 0}, Setting{MaxRounds, 1e9},
		Setting{Staff, 1}, Setting{AgreementDays, 0}, Setting{SetupDays, 0}, Setting{SecretariatMediation, loopShare}, Setting{SovereigntyCostParam, 0})
	s.End = s.Start + Date(days)
	return s
}

// stations are the network's pools in one run.
func stations(w *world) [3]pool {
	return [3]pool{w.members[0].ministries[trade], w.members[0].coordinator, w.secretariat.pool}
}

// Mean numbers are ρ/(1 − ρ) at each station, and a file takes their sum over λ from its
// issue to its end (Little 1961, measured apart).
func TestNegotiationLoopIsAJacksonNetwork(t *testing.T) {
	var number [3]stat.Tally
	var sojourn, visits stat.Tally
	const length, warm = 6000.0, 600.0
	for i := range uint64(40) {
		w := begun(negotiationLoop(length), 0, 300+i)
		w.k.Run(warm)
		var before [3]float64
		for j, p := range stations(w) {
			before[j] = p.Area()
		}
		w.k.Run(length)
		for j, p := range stations(w) {
			number[j].Add((p.Area() - before[j]) / (length - warm))
		}
		var took, each stat.Tally
		for _, m := range w.mandates[:w.count] {
			if m.issued > warm && m.state == fulfilled {
				took.Add(m.ended - m.issued)
				each.Add(float64(3 + m.vetoes)) // once each, and once more after each veto
			}
		}
		sojourn.Add(took.Mean())
		visits.Add(each.Mean())
	}
	want := 0.0
	for j, rho := range loopLoads() {
		requireMean(t, rho/(1-rho), number[j], 0.12, []string{"ministry", "coordinator", "secretariat"}[j])
		want += rho / (1 - rho) / loopRate
	}
	requireMean(t, want, sojourn, 0.08, "days from issue to end")
	requireMean(t, 3/(1-loopVeto), visits, 0.02, "visits to the three bodies")
}

// At any one time the three numbers are independent, each geometric.
func TestNegotiationLoopHasTheProductForm(t *testing.T) {
	const most, length = 2, 8000.0
	var counts [most + 1][most + 1][most + 1]int
	for i := range uint64(25) {
		w := begun(negotiationLoop(length), 0, 400+i)
		for day := 500.0; day < length; day += 100 { // the network has forgotten by then
			w.k.Run(day)
			var at [3]int
			for j, p := range stations(w) {
				at[j] = min(p.Len(), most)
			}
			counts[at[0]][at[1]][at[2]]++
		}
	}
	rho := loopLoads()
	law := func(j, n int) float64 {
		if n == most {
			return math.Pow(rho[j], most) // that many or more
		}
		return (1 - rho[j]) * math.Pow(rho[j], float64(n))
	}
	var p []float64
	var k []int
	for a := range counts {
		for b := range counts[a] {
			for c := range counts[a][b] {
				p, k = append(p, law(0, a)*law(1, b)*law(2, c)), append(k, counts[a][b][c])
			}
		}
	}
	require.Less(t, max(rho[0], rho[1], rho[2]), 1.0, "stable")
	requireFrequencies(t, p, k, "numbers in ministry, coordinator and secretariat")
}
