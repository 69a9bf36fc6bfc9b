package abc

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// To the line and back is where one was, and nothing lies outside the cube.
func TestLineAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := rapid.Float64Range(1e-9, 1-1e-9).Draw(t, "u")
		require.InEpsilon(t, u, inCube(onLine([]float64{u}))[0], 1e-9)
		z := rapid.Float64Range(-1e4, 1e4).Draw(t, "z")
		require.Positive(t, inCube([]float64{z})[0])
		require.Less(t, inCube([]float64{z})[0], 1.0)
	})
	require.Positive(t, inCube(onLine([]float64{0}))[0])
}

// The density of the uniform prior on the line is the derivative of the way back.
func TestPriorOnTheLine(t *testing.T) {
	for _, z := range []float64{-5, -1, 0, 0.3, 4} {
		const h = 1e-5
		derivative := (inCube([]float64{z + h})[0] - inCube([]float64{z - h})[0]) / (2 * h)
		require.InEpsilon(t, derivative, math.Exp(logPrior(inCube([]float64{z}))), 1e-6, "z %v", z)
	}
}
