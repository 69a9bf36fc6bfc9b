package guard

import (
	"fmt"
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// exact lists what the simulation may use of package math: IEEE 754 requires these to
// the last bit, or they are constants. All else (Exp, Log, Pow, Sin, Lgamma, FMA …)
// has an assembly version on some processor that rounds differently; sim/detmath has
// the portable ones.
var exact = []string{
	"Abs", "Ceil", "Copysign", "Float32bits", "Float32frombits", "Float64bits", "Float64frombits",
	"Floor", "Frexp", "Inf", "IsInf", "IsNaN", "Ldexp", "Max", "Min", "Modf", "NaN", "Nextafter",
	"Round", "RoundToEven", "Signbit", "Sqrt", "Trunc",
	"E", "Pi", "Phi", "Sqrt2", "SqrtE", "SqrtPi", "Ln2", "Log2E", "Ln10", "Log10E",
	"MaxFloat64", "SmallestNonzeroFloat64", "MaxFloat32", "SmallestNonzeroFloat32",
	"MaxInt", "MinInt", "MaxInt8", "MinInt8", "MaxInt16", "MinInt16", "MaxInt32", "MinInt32", "MaxInt64", "MinInt64",
	"MaxUint", "MaxUint8", "MaxUint16", "MaxUint32", "MaxUint64",
}

// inexact finds uses of functions of math that differ between processors.
func inexact(m *module) []string {
	var found []string
	for _, f := range m.within(inRun...) {
		if !slices.Contains(inRun, path.Dir(f.name)) {
			continue
		}
		m.selectors(f, "math", func(s *ast.SelectorExpr, line int) {
			if !slices.Contains(exact, s.Sel.Name) {
				found = append(found, fmt.Sprintf("%s:%d: math.%s differs between processors: use sim/detmath", f.name, line, s.Sel.Name))
			}
		})
	}
	return found
}

// fusedInstruction matches a fused multiply-add in the compiler's listing for arm64,
// with the line of source that it comes from.
var fusedInstruction = regexp.MustCompile(`\(([^()\s]+\.go):(\d+)\)\s+(FN?M(?:ADD|SUB)[SD])\b`)

// fused compiles packages for arm64, where the compiler may fuse x*y + z and so skip a
// rounding, and finds where it did. The cure is float64(x*y) + z, which forbids it
// (Go specification, "Floating-point operators").
func fused(t *testing.T, m *module, packages ...string) []string {
	t.Helper()
	args := []string{"build", "-trimpath", "-gcflags=cumbre/...=-S"}
	for _, p := range packages {
		args = append(args, "./"+p)
	}
	_, listing := m.command(t, []string{"GOARCH=arm64", "GOOS=linux", "CGO_ENABLED=0"}, "go", args...)
	require.Contains(t, listing, "TEXT", "no listing: has the compiler's -S changed?")
	var found []string
	for _, match := range fusedInstruction.FindAllStringSubmatch(listing, -1) {
		name := strings.TrimPrefix(match[1], "cumbre/")
		found = append(found, fmt.Sprintf("%s:%s: fused multiply-add (%s on arm64): write float64(x*y) + z", name, match[2], match[3]))
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func TestSimulationUsesExactMathOnly(t *testing.T) { require.Empty(t, inexact(ours(t))) }

func TestNoFusedMultiplyAdd(t *testing.T) { require.Empty(t, fused(t, ours(t), inRun...)) }

func TestGuardSeesInexactMath(t *testing.T) {
	m := example(t, `
-- sim/sim.go --
package sim

import m "math"

func a(x float64) float64 { return m.Sqrt(x) }
func b(x float64) float64 { return m.Exp(x) }

var c = m.FMA
-- sim/stat/stat.go --
package stat

import "math"

func a(x float64) float64 { return math.Exp(x) }
`)
	require.Equal(t, []string{
		"sim/sim.go:6: math.Exp differs between processors: use sim/detmath",
		"sim/sim.go:8: math.FMA differs between processors: use sim/detmath",
	}, inexact(m))
}

func TestGuardSeesFusedMultiplyAdd(t *testing.T) {
	m := example(t, `
-- sim/sim.go --
package sim

func Fused(x, y, z float64) float64 { return x*y + z }

func Rounded(x, y, z float64) float64 { return float64(x*y) + z }

type Area struct{ sum float64 }

func (a *Area) Less(x, y float64) { a.sum -= x * y }
`)
	require.Equal(t, []string{
		"sim/sim.go:3: fused multiply-add (FMADDD on arm64): write float64(x*y) + z",
		"sim/sim.go:9: fused multiply-add (FMSUBD on arm64): write float64(x*y) + z",
	}, fused(t, m, "sim"))
}
