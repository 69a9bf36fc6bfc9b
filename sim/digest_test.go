package sim_test

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// trajectory is the digest of three events, executed as given, and a folded word.
func trajectory(events [3]sim.Event, folded uint64) uint64 {
	k := sim.New()
	for range 3 {
		k.On("", 0, func(sim.Event) {})
	}
	for _, e := range events {
		k.At(e.Time, e.Kind, e.Arg)
	}
	k.Run(100)
	k.Fold(folded)
	return k.Digest()
}

// Whatever differs between two trajectories, be it one bit, their digests differ.
func TestDigestTellsTrajectoriesApart(t *testing.T) {
	base := [3]sim.Event{{Time: 1, Kind: 1, Arg: 5}, {Time: 2, Kind: 2, Arg: 6}, {Time: 2, Kind: 3, Arg: 7}}
	seen := map[uint64]string{trajectory(base, 0): "base"}
	distinct := func(what string, digest uint64) {
		other, ok := seen[digest]
		require.False(t, ok, "%s has the digest of %s", what, other)
		seen[digest] = what
	}
	change := func(what string, f func(e *[3]sim.Event)) {
		e := base
		f(&e)
		distinct(what, trajectory(e, 0))
	}
	change("the next time", func(e *[3]sim.Event) { e[0].Time = math.Nextafter(1, 2) })
	change("another kind", func(e *[3]sim.Event) { e[0].Kind = 2 })
	change("the kind as a bit of arg", func(e *[3]sim.Event) { e[0].Kind = 2; e[0].Arg ^= 3 << 48 })
	change("the last two swapped", func(e *[3]sim.Event) { e[1], e[2] = e[2], e[1] })
	change("two args swapped", func(e *[3]sim.Event) { e[1].Arg, e[2].Arg = e[2].Arg, e[1].Arg })
	for i := range 64 {
		change("a bit of arg", func(e *[3]sim.Event) { e[i%3].Arg ^= 1 << i })
		distinct("a folded bit", trajectory(base, 1<<i))
	}
	change("nothing: same digest", func(e *[3]sim.Event) { e[0].Arg = 0 })
	require.Equal(t, "base", seen[trajectory(base, 0)])
}

func TestFoldDependsOnOrderAndDigestOnlyReads(t *testing.T) {
	a, b := sim.New(), sim.New()
	a.Fold(1)
	require.Equal(t, a.Digest(), a.Digest())
	a.Fold(2)
	b.Fold(2)
	b.Fold(1)
	require.NotEqual(t, a.Digest(), b.Digest())
	a.Reset()
	require.Equal(t, sim.New().Digest(), a.Digest())
}

// Flipping one bit of one word flips half the bits of the digest on average. The mean
// of 64 · 500 flips of 64 bits has a standard deviation of 4/√32000 = 0.022 bits.
func TestDigestSpreadsEveryBit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	flipped := 0
	for range 500 {
		word := r.Uint64()
		for i := range 64 {
			a, b := sim.New(), sim.New()
			a.Fold(word)
			b.Fold(word ^ 1<<i)
			flipped += bits.OnesCount64(a.Digest() ^ b.Digest())
		}
	}
	require.InDelta(t, 32, float64(flipped)/(64*500), 0.25)
}

// The golden digest: the same on every platform (run it with GOARCH=arm64, and GOOS=js
// GOARCH=wasm) and after every change that is not meant to change results. The draws are
// made of exactly rounded operations, and independent of cumbre/sim/rng. It is how we
// learnt that the products below were fused with the addition inside After.
func TestGoldenDigest(t *testing.T) {
	r := rand.New(rand.NewPCG(2011, 4))
	k := sim.New()
	var p *sim.Pool
	p = sim.NewPool(k, "done", 1, func(arg uint64) {
		k.Fold(math.Float64bits(p.Delivered()))
		if arg%3 == 0 {
			p.Add(r.Float64(), arg/3)
		}
	})
	jobs := map[uint64]sim.Job{}
	var arrival, quit, shift sim.Kind
	arrival = k.On("arrival", 2, func(e sim.Event) {
		jobs[e.Arg] = p.Add(4*r.Float64()*r.Float64(), e.Arg)
		k.After(r.Float64(), arrival, e.Arg+1)
		k.After(3*r.Float64(), quit, e.Arg)
	})
	quit = k.On("quit", 0, func(e sim.Event) { p.Remove(jobs[e.Arg]) })
	shift = k.On("shift", 3, func(e sim.Event) {
		p.SetCapacity(float64(e.Arg%5) / 2)
		k.After(7, shift, e.Arg+1)
	})
	p.Reset(sim.PoolConfig{Speed: 1.1, Loss: 0.03})
	k.At(0, shift, 1)
	k.At(0, arrival, 1)
	k.Run(2_000)
	k.Fold(math.Float64bits(p.Area()))
	k.Fold(math.Float64bits(p.Busy()))
	require.Equal(t, uint64(0x945e0cfc346162d0), k.Digest())
}
