package sim_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
	"cumbre/sim/rng"
)

// observe runs replications of a station after a warm-up and requires the mean number in
// the pool, the busy servers and the law of the number present.
func observe(t *testing.T, c sim.PoolConfig, lambda float64, draw func(*rng.Stream) float64, meanBusy float64, law []float64, mean float64) {
	t.Helper()
	const warmup, length = 500.0, 50_000.0
	s := newStation(len(law) + 1)
	var l, busy []float64
	share := make([][]float64, len(law))
	for r := range uint64(replications) {
		s.reset(2, r, c, lambda, draw)
		s.kernel.Run(warmup)
		s.note(s.pool.Len())
		clear(s.time)
		area, working := s.pool.Area(), s.pool.Busy()
		s.kernel.Run(warmup + length)
		s.note(s.pool.Len())
		l = append(l, (s.pool.Area()-area)/length)
		busy = append(busy, (s.pool.Busy()-working)/length)
		for n := range law {
			share[n] = append(share[n], s.time[n]/length)
		}
	}
	requireMean(t, "mean number", mean, l, 0.05)
	requireMean(t, "busy servers", meanBusy, busy, 0.02)
	for n := range law {
		requireMean(t, fmt.Sprint("probability of ", n), law[n], share[n], 0.05)
	}
}

// geometric is the law of the number in M/G/1 processor sharing, (1−ρ)ρⁿ.
func geometric(rho float64, levels int) []float64 {
	law := make([]float64, levels)
	for n := range law {
		law[n] = (1 - rho) * math.Pow(rho, float64(n))
	}
	return law
}

// The number present in M/G/1 processor sharing depends on the law of work through its
// mean only (Sakata, Noguchi & Oizumi 1971; Kelly 1979): constant work and heavy-tailed
// work give what exponential work gives. Served in order of arrival, constant work would
// give L = 1.52 at this load (Pollaczek–Khinchine), and this lognormal work 6.5.
func TestPoolIsInsensitiveToTheLawOfWork(t *testing.T) {
	const rho = 0.7
	for name, draw := range map[string]func(*rng.Stream) float64{
		"M/M/1": exponential,
		"M/D/1": func(*rng.Stream) float64 { return 1 },
		"lognormal": func(r *rng.Stream) float64 { // mean 1, coefficient of variation 2.4
			const sigma = 1.4
			return r.LogNormal(math.Exp(-sigma*sigma/2), sigma)
		},
		"two classes": func(r *rng.Stream) float64 {
			if r.Bernoulli(0.1) {
				return 5.5
			}
			return 0.5
		},
	} {
		t.Run(name, func(t *testing.T) {
			observe(t, sim.PoolConfig{Capacity: 1}, rho, draw, rho, geometric(rho, 6), rho/(1-rho))
		})
	}
}

// A job of work x spends x/(1−ρ) in M/G/1 processor sharing on average (Sakata, Noguchi &
// Oizumi 1971): the slowdown is the same for short and long.
func TestPoolSlowsAllJobsAlike(t *testing.T) {
	const rho, length = 0.7, 50_000.0
	works := [2]float64{0.5, 5.5}
	var slowdown [2][]float64
	k := sim.New()
	var gaps, work rng.Stream
	var arrived []float64
	var class []int
	var total, count [2]float64
	p := sim.NewPool(k, "done", 0, func(arg uint64) {
		c := class[arg]
		total[c] += (k.Now() - arrived[arg]) / works[c]
		count[c]++
	})
	var arrival sim.Kind
	arrival = k.On("arrival", 0, func(e sim.Event) {
		c := 0
		if work.Bernoulli(0.1) {
			c = 1
		}
		arrived, class = append(arrived, k.Now()), append(class, c)
		p.Add(works[c], e.Arg)
		k.After(gaps.Exp(1/rho), arrival, e.Arg+1)
	})
	for r := range uint64(replications) {
		k.Reset()
		p.Reset(sim.PoolConfig{Capacity: 1})
		gaps, work = streams(3, r)
		arrived, class, total, count = arrived[:0], class[:0], [2]float64{}, [2]float64{}
		k.At(0, arrival, 0)
		k.Run(length) // the empty start costs some 1 ‰ at this length
		for c := range works {
			slowdown[c] = append(slowdown[c], total[c]/count[c])
		}
	}
	requireMean(t, "slowdown of short jobs", 1/(1-rho), slowdown[0], 0.05)
	requireMean(t, "slowdown of long jobs", 1/(1-rho), slowdown[1], 0.05)
}

// With exponential work the number present is that of M/M/c, since n jobs hold min(n, c)
// servers either way: Erlang's C formula (Erlang 1917). 20/7 servers stand for "not whole":
// the same birth-death process with rates min(n, c).
func TestPoolAgreesWithErlangC(t *testing.T) {
	for _, c := range []float64{2, 4, 20.0 / 7} {
		t.Run(fmt.Sprint(c), func(t *testing.T) {
			const load = 0.75
			lambda := load * c
			law, mean := birthDeath(400, func(int) float64 { return lambda }, func(n int) float64 { return min(float64(n), c) })
			if whole := math.Floor(c); whole == c {
				require.InDelta(t, erlangC(int(c), lambda)*load/(1-load)+lambda, mean, 1e-9)
			}
			observe(t, sim.PoolConfig{Capacity: c}, lambda, exponential, lambda, law[:6], mean)
		})
	}
}

// erlangC is the probability that all c servers are busy, for a erlang of traffic.
func erlangC(c int, a float64) float64 {
	term, sum := 1.0, 0.0
	for k := range c {
		sum += term
		term *= a / float64(k+1)
	}
	term *= float64(c) / (float64(c) - a)
	return term / (sum + term)
}

// birthDeath is the stationary law on 0 … top of a birth-death process, and its mean.
func birthDeath(top int, birth, death func(n int) float64) (law []float64, mean float64) {
	law = make([]float64, top+1)
	law[0] = 1
	sum := 1.0
	for n := 1; n <= top; n++ {
		law[n] = law[n-1] * birth(n-1) / death(n)
		sum += law[n]
	}
	for n := range law {
		law[n] /= sum
		mean += float64(n) * law[n]
	}
	return law, mean
}

// Multitasking loss in a closed system (an open one is never stable with it): the clients
// think for an exponential time, then bring a job (the machine-repair model with
// state-dependent rates). Total rate with n present: n · rate(n).
func TestPoolLossAgreesWithBirthDeath(t *testing.T) {
	const clients, think, capacity, loss, speed, length = 8, 4.0, 2.0, 0.2, 1.5, 50_000.0
	_, mean := birthDeath(clients,
		func(n int) float64 { return (clients - float64(n)) / think },
		func(n int) float64 {
			present := float64(n)
			return speed * min(present, capacity) / (1 + loss*max(0, present-capacity)/capacity)
		})
	k := sim.New()
	var thinking, work rng.Stream
	var arrival sim.Kind
	p := sim.NewPool(k, "done", 0, func(client uint64) { k.After(thinking.Exp(think), arrival, client) })
	arrival = k.On("arrival", 0, func(e sim.Event) { p.Add(work.Exp(1), e.Arg) })
	var l []float64
	for r := range uint64(replications) {
		k.Reset()
		p.Reset(sim.PoolConfig{Capacity: capacity, Speed: speed, Loss: loss})
		thinking, work = streams(4, r)
		for client := range uint64(clients) {
			k.After(thinking.Exp(think), arrival, client)
		}
		k.Run(200)
		area := p.Area()
		k.Run(200 + length)
		l = append(l, (p.Area()-area)/length)
	}
	requireMean(t, "mean number", mean, l, 0.01)
}
