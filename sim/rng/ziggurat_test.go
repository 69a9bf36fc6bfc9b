package rng

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// TestLayersHaveEqualArea checks the defining property of both ziggurats, of
// every layer including the base with its tail, and that the top one closes at
// the peak. The constants are known to about 1e-13.
func TestLayersHaveEqualArea(t *testing.T) {
	for _, c := range []struct {
		label    string
		z        *ziggurat
		r, v     float64
		f        func(x float64) float64
		tailArea float64
	}{
		{"exponential", &expLayers, expTail, expArea, func(x float64) float64 { return math.Exp(-x) }, math.Exp(-expTail)},
		{"normal", &normalLayers, normalTail, normalArea, func(x float64) float64 { return math.Exp(-x * x / 2) },
			math.Sqrt(math.Pi/2) * math.Erfc(normalTail/math.Sqrt2)},
	} {
		x := func(i int) float64 {
			if i == layers {
				return 0
			}
			return c.z.edges[i].width * 0x1p53
		}
		require.InDelta(t, c.v, c.r*c.f(c.r)+c.tailArea, 1e-11, "%s: base", c.label)
		for i := 1; i < layers; i++ {
			require.InDelta(t, c.v, x(i)*(c.f(x(i+1))-c.f(x(i))), 1e-11, "%s: layer %d", c.label, i)
			require.InDelta(t, c.f(x(i)), c.z.heights[i], 1e-15, "%s: height %d", c.label, i)
		}
		for i := range layers {
			require.InDelta(t, x(i+1)/x(i), float64(c.z.edges[i].inside)*0x1p-53, 1e-15, "%s: inner edge %d", c.label, i)
		}
	}
}

// TestTails looks beyond the start of the tail, where only one draw in
// thousands falls: their number, and their distribution given that they are
// there.
func TestTails(t *testing.T) {
	const n = 8 << 20
	for _, c := range []struct {
		label    string
		r        float64
		draw     func(s *Stream) float64
		survival func(x float64) float64
	}{
		{"exponential", expTail, func(s *Stream) float64 { return s.Exp(1) }, func(x float64) float64 { return math.Exp(-x) }},
		{"normal", normalTail, (*Stream).Normal, func(x float64) float64 { return distuv.UnitNormal.Survival(x) }},
		{"normal, left", normalTail, func(s *Stream) float64 { return -s.Normal() }, func(x float64) float64 { return distuv.UnitNormal.Survival(x) }},
	} {
		s := New(3, 1).Stream(2, 0, 0, 0)
		beyond, edge := []float64{}, c.survival(c.r)
		for range n {
			if x := c.draw(&s); x > c.r {
				beyond = append(beyond, c.survival(x)/edge)
			}
		}
		want := n * edge
		require.InDelta(t, want, len(beyond), 5*math.Sqrt(want), c.label)
		requireKolmogorov(t, c.label, beyond)
	}
}

// TestFineCells repeats the distribution test with many more draws from one
// stream, to see the seams between layers: 8,192 cells of equal probability.
func TestFineCells(t *testing.T) {
	const n, cells = 1 << 22, 1 << 13
	for _, c := range []struct {
		label string
		draw  func(s *Stream) float64
		cdf   func(x float64) float64
	}{
		{"exponential", func(s *Stream) float64 { return s.Exp(1) }, func(x float64) float64 { return -math.Expm1(-x) }},
		{"normal", (*Stream).Normal, distuv.UnitNormal.CDF},
	} {
		s := New(3, 2).Stream(2, 0, 0, 0)
		observed, expected := make([]float64, cells), make([]float64, cells)
		for range n {
			observed[min(int(c.cdf(c.draw(&s))*cells), cells-1)]++
		}
		for i := range expected {
			expected[i] = n / cells
		}
		requireFrequencies(t, c.label, observed, expected)
	}
}
