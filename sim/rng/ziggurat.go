package rng

import (
	"math"

	"cumbre/sim/detmath"
)

// A ziggurat covers the area under a decreasing density f on [0, ∞) with
// layers of equal area v: rectangle i spans [0, x(i)] and the heights f(x(i))
// to f(x(i+1)); layer 0 is the rectangle up to r = x(1) together with the tail
// beyond it (Marsaglia and Tsang 2000). A point chosen uniformly in a layer
// lies below the curve at once if it lies in the rectangle above, which for
// 256 layers happens 98.5 % of the time.
type ziggurat struct {
	edges   [layers]edge
	heights [layers + 1]float64 // f(x(i)) without the normalising constant
}

// edge is what the fast path reads of a layer, in one cache line.
type edge struct {
	inside uint64  // abscissas below it lie under the curve
	width  float64 // x(i) / 2**53, for an abscissa counted in 53 bits
}

const (
	layers    = 256
	layerMask = layers - 1
)

// newZiggurat builds the layers for a density f with inverse g, f(0) = 1,
// where the tail starts at r and each layer has area v. The tables come out
// the same on every platform because detmath does.
func newZiggurat(f, g func(float64) float64, r, v float64) (z ziggurat) {
	var x [layers + 1]float64
	x[0], x[1] = v/f(r), r
	for i := 1; i < layers-1; i++ {
		x[i+1] = g(f(x[i]) + v/x[i])
	}
	x[layers] = 0
	for i := range z.edges {
		z.edges[i] = edge{uint64(x[i+1] / x[i] * 0x1p53), x[i] * 0x1p-53}
	}
	for i := range z.heights {
		z.heights[i] = f(x[i])
	}
	return z
}

// below decides whether a point at abscissa x, uniform in the height of layer
// i >= 1, lies below the curve whose height at x is fx.
func (z *ziggurat) below(i int, u, fx float64) bool {
	low, high := z.heights[i], z.heights[i+1]
	return low+float64(u*(high-low)) < fx
}

// Where the tail starts and the area of a layer, for 256 layers: the pair for
// which the topmost layer closes at the peak.
const (
	expTail    = 7.69711747013104972
	expArea    = 0.0039496598225815571993
	normalTail = 3.6541528853610088
	normalArea = 0.00492867323399
)

var (
	expLayers = newZiggurat(
		func(x float64) float64 { return detmath.Exp(-x) },
		func(y float64) float64 { return -detmath.Log(y) },
		expTail, expArea)
	normalLayers = newZiggurat(
		func(x float64) float64 { return detmath.Exp(-0.5 * x * x) },
		func(y float64) float64 { return math.Sqrt(-2 * detmath.Log(y)) },
		normalTail, normalArea)
)
