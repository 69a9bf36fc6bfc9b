package detmath

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	inf  = math.Inf(1)
	nan  = math.NaN()
	tiny = math.SmallestNonzeroFloat64
)

// same compares by value, NaN equal to NaN and 0 different from -0.
func same(t *testing.T, want, got float64, format string, args ...any) {
	t.Helper()
	if math.IsNaN(want) {
		require.Truef(t, math.IsNaN(got), format+" = %v, want NaN", append(args, got)...)
		return
	}
	require.Equalf(t, math.Float64bits(want), math.Float64bits(got), format+" = %v, want %v", append(args, got, want)...)
}

func TestExpSpecial(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{0, 1}, {math.Copysign(0, -1), 1}, {inf, inf}, {-inf, 0}, {nan, nan}, {1, math.E}, {tiny, 1}, {-1e-17, 1},
		{709.782712893384, 0x1.fffffffffff2ap+1023}, {709.7827128933841, inf}, {1e300, inf},
		{-745.1332191019411, tiny}, {-745.1332191019412, 0}, {-1e300, 0},
	} {
		same(t, c.want, Exp(c.x), "Exp(%v)", c.x)
	}
}

func TestLogSpecial(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{1, 0}, {0, -inf}, {math.Copysign(0, -1), -inf}, {-1, nan}, {-inf, nan}, {inf, inf}, {nan, nan}, {2, math.Ln2}, {10, math.Ln10},
		{tiny, -744.4400719213812}, {0x1p-1022, -708.3964185322641}, {math.MaxFloat64, 709.782712893384},
	} {
		same(t, c.want, Log(c.x), "Log(%v)", c.x)
	}
}

func TestPowSpecial(t *testing.T) {
	for _, c := range []struct{ x, y, want float64 }{
		{0, 0, 1}, {nan, 0, 1}, {inf, 0, 1}, {-3, 0, 1}, {1, nan, 1}, {1, inf, 1}, {1, -1e308, 1},
		{nan, 1, nan}, {2, nan, nan}, {-1, 2, nan}, {-inf, 2, nan},
		{0, 2, 0}, {0, -2, inf}, {0, inf, 0}, {0, -inf, inf}, {inf, 0.1, inf}, {inf, -0.1, 0},
		{2, inf, inf}, {2, -inf, 0}, {0.5, inf, 0}, {0.5, -inf, inf},
		{2, -1074.9, tiny}, {2, -1075.1, 0}, {10, 309, inf}, {10, -324, 0}, {10, -323, 1e-323}, {1.0000000000000002, 1e300, inf}, {0.9999999999999999, 1e300, 0},
		{5, 1, 5}, {tiny, 1, tiny}, {math.MaxFloat64, 1, math.MaxFloat64}, {4, 0.5, 2}, {tiny, -0.5, 0x1p537},
		{3, 1e-320, 1}, {1e308, tiny, 1},
	} {
		same(t, c.want, Pow(c.x, c.y), "Pow(%v, %v)", c.x, c.y)
	}
}

// TestMonotone walks over neighbouring arguments where an approximation glued
// from pieces could step back.
func TestMonotone(t *testing.T) {
	for _, x0 := range []float64{math.Ln2 / 2, -math.Ln2 / 2, 1.5 * math.Ln2, 1e-8, 700, -700} {
		x := x0
		for range 2000 {
			next := math.Nextafter(x, inf)
			require.LessOrEqualf(t, Exp(x), Exp(next), "Exp at %v", x)
			x = next
		}
	}
	for _, x0 := range []float64{math.Sqrt2, math.Sqrt2 / 2, 1, 2, 1e300, 0x1p-1022} {
		x := math.Float64frombits(math.Float64bits(x0) - 1000)
		for range 2000 {
			next := math.Nextafter(x, inf)
			require.LessOrEqualf(t, Log(x), Log(next), "Log at %v", x)
			x = next
		}
	}
}
