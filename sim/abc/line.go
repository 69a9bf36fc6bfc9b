package abc

import (
	"math"

	"cumbre/sim/detmath"
)

// Particles walk on the whole line, where no step leads out: a coordinate u of the unit
// cube is at log(u/(1−u)) there. The prior, uniform on the cube, has the density
// Π u(1−u) on the line, which the acceptance of a move must account for.

// least keeps a coordinate off the ends of the cube, which are at infinity on the line.
const least = 0x1p-53

// onLine returns the place on the line of a point of the cube.
func onLine(unit []float64) []float64 {
	line := make([]float64, len(unit))
	for k, u := range unit {
		u = min(max(u, least), 1-least)
		line[k] = detmath.Log(u) - detmath.Log(1-u)
	}
	return line
}

// inCube returns the point of the cube at a place of the line.
func inCube(line []float64) []float64 {
	unit := make([]float64, len(line))
	for k, z := range line {
		unit[k] = min(max(1/(1+detmath.Exp(-z)), least), 1-least)
	}
	return unit
}

// logPrior returns the logarithm of the prior's density on the line.
func logPrior(unit []float64) float64 {
	sum := 0.0
	for _, u := range unit {
		u = min(max(u, least), 1-least)
		sum += detmath.Log(u) + detmath.Log(1-u)
	}
	return sum
}

// priorRatio returns the ratio of the prior's densities on the line, at most the largest
// number.
func priorRatio(proposed, current []float64) float64 {
	return min(detmath.Exp(logPrior(proposed)-logPrior(current)), math.MaxFloat64)
}
