package detmath

import (
	"math"
	"testing"
)

// FuzzExp checks what holds for every argument: the result is not negative,
// and is NaN only for NaN.
func FuzzExp(f *testing.F) {
	for _, x := range []float64{0, 1, -1, 709.78, -745.13, inf, -inf, nan, tiny} {
		f.Add(x)
	}
	f.Fuzz(func(t *testing.T, x float64) {
		y := Exp(x)
		if math.IsNaN(y) != math.IsNaN(x) || y < 0 {
			t.Fatalf("Exp(%v) = %v", x, y)
		}
		if y >= 0x1p-1022 && y <= math.MaxFloat64 && math.Abs(Log(y)-x) > 2*ulp(x)+1.2e-16 {
			t.Fatalf("Log(Exp(%v)) = %v", x, Log(y))
		}
	})
}

// FuzzPow checks the identities of a power that rounding cannot break.
func FuzzPow(f *testing.F) {
	f.Add(2.0, 0.5)
	f.Add(tiny, -1.0)
	f.Add(0.0, -1.0)
	f.Add(1.0000000000000002, 1e18)
	f.Fuzz(func(t *testing.T, x, y float64) {
		p := Pow(x, y)
		switch {
		case y == 0 || x == 1:
			if p != 1 {
				t.Fatalf("Pow(%v, %v) = %v", x, y, p)
			}
		case x != x || y != y || x < 0:
			if !math.IsNaN(p) {
				t.Fatalf("Pow(%v, %v) = %v", x, y, p)
			}
		case !(p >= 0) || (p > 1 && (x > 1) != (y > 0)) || (p < 1 && (x > 1) == (y > 0)):
			t.Fatalf("Pow(%v, %v) = %v", x, y, p)
		case y == 1 && p != x:
			t.Fatalf("Pow(%v, 1) = %v", x, p)
		}
	})
}
