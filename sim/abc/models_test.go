package abc

import (
	"math"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/rng"
	"cumbre/sim/stat"
)

// linear is the simulator y = Aθ + noise, independent normal of deviation s.
func linear(a [][]float64, s float64) func() simulator {
	return func() simulator {
		y := make([]float64, len(a)) // reused, as the contract allows
		return func(theta []float64, key uint64) ([]float64, error) {
			stream := rng.New(99, key).Stream(0, 0, 0, 0)
			for j, row := range a {
				y[j] = float64(s * stream.Normal())
				for k, v := range row {
					y[j] += float64(v * theta[k])
				}
			}
			return y, nil
		}
	}
}

// scalar is y = θ + noise of deviation 0.8, observed with error 0.6: together of
// deviation 1.
func scalar(low, high, observed float64) Problem {
	return Problem{
		Low: []float64{low}, High: []float64{high},
		Observed: []float64{observed}, Error: []float64{0.6},
		NewSimulator: linear([][]float64{{1}}, 0.8),
	}
}

// Runs with different seeds are independent, so their spread is the Monte Carlo
// error, whatever the dependence within one. An interval of Student's t over
// them at this level misses the true value once in ten thousand.
const (
	seeds = 24
	level = 0.9999
)

// expectation is a function of theta and what its posterior mean is.
type expectation struct {
	label string
	of    func(theta []float64) float64
	is    float64
}

// requireMoments runs the problem under several seeds and compares averages over
// the particles with posterior expectations. The intervals must be narrower than
// ±width, so that they could miss.
func requireMoments(t *testing.T, p Problem, o Options, width float64, expected ...expectation) {
	t.Helper()
	tallies := make([]stat.Tally, len(expected))
	for seed := range uint64(seeds) {
		o.Seed = seed
		r, err := Run(t.Context(), p, o)
		require.NoError(t, err)
		require.Equal(t, AtStatedError, r.Stop)
		require.Equal(t, 1.0, r.Scale)
		for i, e := range expected {
			var mean stat.Tally
			for _, theta := range r.Particles {
				mean.Add(e.of(theta))
			}
			tallies[i].Add(mean.Mean())
		}
	}
	for i, e := range expected {
		in := tallies[i].Interval(level)
		require.Less(t, in.HalfWidth(), width, "%s: interval too wide to see a mistake", e.label)
		require.Truef(t, in.Low <= e.is && e.is <= in.High, "%s: %v not in [%v, %v]", e.label, e.is, in.Low, in.High)
	}
}

// grid returns the expectation of f under a density on a box in the plane, by
// the midpoint rule.
func grid(low, high [2]float64, density, f func(x, y float64) float64) float64 {
	const n = 600
	sum, total := 0.0, 0.0
	for i := range n {
		x := low[0] + (high[0]-low[0])*(float64(i)+0.5)/n
		for j := range n {
			y := low[1] + (high[1]-low[1])*(float64(j)+0.5)/n
			d := density(x, y)
			sum += d * f(x, y)
			total += d
		}
	}
	return sum / total
}

// memory is a store that refuses to be used against its contract.
type memory struct {
	t       *testing.T
	busy    sync.Mutex
	outputs map[uint64][]float64
	onSave  func(saved int) error // may be nil
}

func newMemory(t *testing.T) *memory { return &memory{t: t, outputs: make(map[uint64][]float64)} }

func (m *memory) Load(key uint64) ([]float64, bool) {
	if !m.busy.TryLock() {
		m.t.Error("two calls of the store at once")
		m.busy.Lock()
	}
	defer m.busy.Unlock()
	y, ok := m.outputs[key]
	return y, ok
}

func (m *memory) Save(key uint64, output []float64) error {
	if !m.busy.TryLock() {
		m.t.Error("two calls of the store at once")
		m.busy.Lock()
	}
	defer m.busy.Unlock()
	if _, twice := m.outputs[key]; twice {
		m.t.Errorf("key %d saved twice", key)
	}
	m.outputs[key] = output
	if m.onSave != nil {
		return m.onSave(len(m.outputs))
	}
	return nil
}

// bits returns all of a result as words, so that NaN equals itself and 0 differs
// from -0.
func bits(r *Result) (words []uint64) {
	add := func(x ...float64) {
		for _, v := range x {
			words = append(words, math.Float64bits(v))
		}
	}
	for i := range r.Particles {
		add(r.Particles[i]...)
		add(r.Outputs[i]...)
	}
	for _, g := range r.Generations {
		add(g.Scale, g.ESS, g.Acceptance, float64(g.Moves), float64(g.Simulations), float64(g.Unique))
	}
	add(r.Scale, float64(r.Stop), float64(r.Simulations), float64(r.Unique))
	return words
}
