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

// TestTails draws from the tails alone, which an ordinary draw reaches once in
// thousands, and compares with the distribution given that it did.
func TestTails(t *testing.T) {
	const n = 200_000
	for _, c := range []struct {
		label    string
		r        float64
		draw     func(s *Stream) float64
		survival func(x float64) float64
	}{
		{"exponential", expTail, func(s *Stream) float64 { return s.exponentialEdge(0, math.NaN()) }, func(x float64) float64 { return math.Exp(-x) }},
		{"normal", normalTail, func(s *Stream) float64 { return s.normalEdge(0, math.NaN()) }, distuv.UnitNormal.Survival},
		{"normal, left", normalTail, func(s *Stream) float64 { return -s.normalEdge(1<<8, math.NaN()) }, distuv.UnitNormal.Survival},
	} {
		s, x := New(3, 1).Stream(2, 0, 0, 0), make([]float64, n)
		for i := range x {
			x[i] = c.survival(c.draw(&s)) / c.survival(c.r)
		}
		requireUniform(t, c.label, x)
	}
}

// TestEdges asks for a point in the edge of a layer, how often it is kept: in
// proportion to the height of the curve there, within 5 standard errors. A
// rejected point starts over and is told from a kept one by its value.
func TestEdges(t *testing.T) {
	const n = 20_000
	for _, c := range []struct {
		label string
		z     *ziggurat
		edge  func(s *Stream, i int, x float64) float64
		f     func(x float64) float64
	}{
		{"exponential", &expLayers, (*Stream).exponentialEdge, func(x float64) float64 { return math.Exp(-x) }},
		{"normal", &normalLayers, func(s *Stream, i int, x float64) float64 { return s.normalEdge(uint64(i), x) }, func(x float64) float64 { return math.Exp(-x * x / 2) }},
	} {
		s := New(3, 3).Stream(2, 0, 0, 0)
		for _, i := range []int{1, 2, 10, 100, 200, 254, 255} {
			outer, inside := c.z.edges[i].width*0x1p53, float64(c.z.edges[i].inside)*c.z.edges[i].width
			for _, share := range []float64{0.1, 0.5, 0.9} {
				x, kept := inside+share*(outer-inside), 0.0
				for range n {
					kept += indicator(c.edge(&s, i, x) == x)
				}
				p := (c.f(x) - c.f(outer)) / (c.f(inside) - c.f(outer))
				require.InDelta(t, p, kept/n, 5*math.Sqrt(p*(1-p)/n), "%s, layer %d, %v of its edge", c.label, i, share)
			}
		}
	}
}

// TestFineCells repeats the distribution test with many more draws from one
// stream, to see the seams between layers: 4,096 cells of equal probability.
func TestFineCells(t *testing.T) {
	const n, cells = 1 << 21, 1 << 12
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
