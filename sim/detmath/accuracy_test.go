package detmath

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// maxUlp is the promise of the package comment.
const maxUlp = 1.0

func generator() *rand.Rand { return rand.New(rand.NewPCG(20, 26)) }

// positive returns a positive float64 of any magnitude, subnormals included.
func positive(r *rand.Rand) float64 {
	for {
		x := math.Float64frombits(r.Uint64() >> 1)
		if x > 0 && x <= math.MaxFloat64 {
			return x
		}
	}
}

func TestReferenceKnowsConstants(t *testing.T) {
	e, _ := bigExp(bigFloat(1)).Float64()
	ln2, _ := bigLog(2).Float64()
	ln10, _ := bigLog(10).Float64()
	require.Equal(t, []float64{math.E, math.Ln2, math.Ln10}, []float64{e, ln2, ln10})
}

func TestExpAccuracy(t *testing.T) {
	r, worst := generator(), 0.0
	for range 8000 {
		for _, x := range []float64{r.Float64()*1454 - 745, r.Float64()*4 - 2, 1e-9 * r.NormFloat64()} {
			u := ulpError(Exp(x), bigExp(bigFloat(x)))
			require.Lessf(t, u, maxUlp, "Exp(%v)", x)
			worst = max(worst, u)
		}
	}
	t.Logf("worst error %.3f ulp", worst)
}

func TestLogAccuracy(t *testing.T) {
	r, worst := generator(), 0.0
	for range 2000 {
		for _, x := range []float64{positive(r), r.Float64() + 0.5, 1 + 1e-9*r.NormFloat64(), 0x1p-1050 * r.Float64()} {
			if x == 0 {
				continue
			}
			u := ulpError(Log(x), bigLog(x))
			require.Lessf(t, u, maxUlp, "Log(%v)", x)
			worst = max(worst, u)
		}
	}
	t.Logf("worst error %.3f ulp", worst)
}

// TestPowAccuracy spreads the results over the whole range of float64, where
// the error of the logarithm is magnified most.
func TestPowAccuracy(t *testing.T) {
	r, worst := generator(), 0.0
	for range 2500 {
		for _, x := range []float64{positive(r), 2 * r.Float64(), 1 + 1e-6*r.NormFloat64()} {
			if x == 0 || x == 1 {
				continue
			}
			y := (r.Float64()*1450 - 742) / Log(x)
			u := ulpError(Pow(x, y), bigPow(x, y))
			require.Lessf(t, u, maxUlp, "Pow(%v, %v)", x, y)
			worst = max(worst, u)
		}
	}
	t.Logf("worst error %.3f ulp", worst)
}

// TestAgainstMath covers far more points than the reference can. Only normal
// arguments: math.Log on amd64 and thus math.Pow are wrong for subnormal ones.
// The tolerance of 2 ulp is the sum of one for either side; math.Pow itself
// loses up to 6 for these exponents.
func TestAgainstMath(t *testing.T) {
	r := generator()
	for range 500_000 {
		x, y := r.Float64()*1416-708, positive(r)
		if d := math.Abs(Exp(x) - math.Exp(x)); d > 2*ulp(math.Exp(x)) {
			t.Fatalf("Exp(%v) differs by %v", x, d)
		}
		if d := math.Abs(Log(y) - math.Log(y)); y >= 0x1p-1022 && d > 2*ulp(math.Log(y)) {
			t.Fatalf("Log(%v) differs by %v", y, d)
		}
		u, v := r.Float64(), 3*r.Float64()
		if d := math.Abs(Pow(u, v) - math.Pow(u, v)); d > 8*ulp(math.Pow(u, v)) {
			t.Fatalf("Pow(%v, %v) differs by %v", u, v, d)
		}
	}
}

// TestPowExact holds where the result is a float64: with an error below 1 ulp
// it could still miss it by one, with 65 bits in the logarithm it does not.
func TestPowExact(t *testing.T) {
	for base := 2.0; base <= 40; base++ {
		for n, want := 0.0, 1.0; want <= 1<<53; n, want = n+1, want*base {
			require.Equalf(t, want, Pow(base, n), "%v**%v", base, n)
			require.Equalf(t, base, Pow(base*base, 0.5), "√%v²", base)
		}
	}
	for n := -1074; n <= 1023; n++ {
		require.Equalf(t, math.Ldexp(1, n), Pow(2, float64(n)), "2**%d", n)
	}
}
