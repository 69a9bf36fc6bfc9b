package stat

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func tallyOf(x ...float64) Tally {
	var t Tally
	for _, v := range x {
		t.Add(v)
	}
	return t
}

// TestNIST uses the data sets NumAcc1 to NumAcc4 of the NIST Statistical
// Reference Datasets (univariate), made to break the sum of squares. The
// tolerance is what the input leaves: 0.1 added to 10,000,000 is itself known
// to 9 digits only.
func TestNIST(t *testing.T) {
	alternating := func(base float64) []float64 { // base+0.2, then 500 pairs base+0.1, base+0.3
		x := []float64{base + 0.2}
		for range 500 {
			x = append(x, base+0.1, base+0.3)
		}
		return x
	}
	for _, c := range []struct {
		label     string
		x         []float64
		mean, sd  float64
		tolerance float64
	}{
		{"NumAcc1", []float64{10000001, 10000003, 10000002}, 10000002, 1, 0},
		{"NumAcc2", alternating(1), 1.2, 0.1, 1e-14},
		{"NumAcc3", alternating(1e6), 1000000.2, 0.1, 1e-9},
		{"NumAcc4", alternating(1e7), 10000000.2, 0.1, 1e-8},
	} {
		s := tallyOf(c.x...)
		require.InEpsilon(t, c.mean, s.Mean(), 1e-15, c.label)
		require.InDelta(t, c.sd, s.SD(), c.tolerance, c.label)
		require.Equal(t, len(c.x), s.N())
	}
}

// TestTallyExact compares with rational arithmetic.
func TestTallyExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, offset := range []float64{0, 1e3, 1e6} {
		x := make([]float64, 500)
		for i := range x {
			x[i] = offset + r.NormFloat64()
		}
		mean, variance := exactMoments(x)
		s := tallyOf(x...)
		require.InDelta(t, mean, s.Mean(), 1e-14*(1+offset))
		require.InEpsilon(t, variance, s.Var(), 1e-12*(1+offset), "offset %v", offset)
	}
}

// exactMoments returns mean and sample variance, rounded once.
func exactMoments(x []float64) (mean, variance float64) {
	rat := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	sum := new(big.Rat)
	for _, v := range x {
		sum.Add(sum, rat(v))
	}
	m := sum.Quo(sum, rat(float64(len(x))))
	squares := new(big.Rat)
	for _, v := range x {
		d := rat(v)
		d.Sub(d, m)
		squares.Add(squares, d.Mul(d, d))
	}
	squares.Quo(squares, rat(float64(len(x)-1)))
	mean, _ = m.Float64()
	variance, _ = squares.Float64()
	return mean, variance
}

func TestTallyEmptyAndSingle(t *testing.T) {
	var s Tally
	for _, v := range []float64{s.Mean(), s.Var(), s.SD(), s.Min(), s.Max()} {
		require.True(t, math.IsNaN(v))
	}
	s.Add(-3)
	require.Equal(t, []float64{-3, -3, -3}, []float64{s.Mean(), s.Min(), s.Max()})
	require.True(t, math.IsNaN(s.Var()))
	s.Add(math.NaN())
	for _, v := range []float64{s.Mean(), s.Var(), s.Min(), s.Max()} {
		require.True(t, math.IsNaN(v))
	}
}

func values(t *rapid.T, label string) []float64 {
	return rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 0, 60).Draw(t, label)
}

// requireAlike compares tallies up to rounding. The variance may lose what its
// cancellation against the mean loses, hence a tolerance of the mean square.
func requireAlike(t require.TestingT, want, got Tally) {
	require.Equal(t, want.n, got.n)
	if want.n == 0 {
		return
	}
	require.Equal(t, [2]float64{want.min, want.max}, [2]float64{got.min, got.max})
	size := max(math.Abs(want.min), math.Abs(want.max))
	require.InDelta(t, want.mean, got.mean, 1e-13*size)
	require.InDelta(t, want.m2, got.m2, 1e-12*size*size*float64(want.n))
}

// TestMergeIsAdd cuts observations anywhere, into three parts.
func TestMergeIsAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y, z := values(t, "x"), values(t, "y"), values(t, "z")
		all := tallyOf(append(append(append([]float64{}, x...), y...), z...)...)
		left := tallyOf(x...)
		left.Merge(tallyOf(y...))
		left.Merge(tallyOf(z...))
		right := tallyOf(y...)
		right.Merge(tallyOf(z...))
		whole := tallyOf(x...)
		whole.Merge(right)
		requireAlike(t, all, left)
		requireAlike(t, all, whole)
	})
}

// TestTallyOrder permutes observations, shifts and scales them.
func TestTallyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := values(t, "x")
		requireAlike(t, tallyOf(x...), tallyOf(rapid.Permutation(x).Draw(t, "permuted")...))
		if len(x) < 2 {
			return
		}
		shift := rapid.Float64Range(-100, 100).Draw(t, "shift")
		y := make([]float64, len(x))
		for i := range x {
			y[i] = 4*x[i] + shift
		}
		a, b := tallyOf(x...), tallyOf(y...)
		require.InDelta(t, 4*a.Mean()+shift, b.Mean(), 1e-8)
		require.InDelta(t, 4*a.SD(), b.SD(), 1e-6)
	})
}
