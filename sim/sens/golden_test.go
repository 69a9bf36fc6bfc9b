package sens_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/sens"
)

// product is a function in exact operations only, without a chance to fuse them.
func product(u []float64) float64 {
	p := 1.0
	for i, x := range u {
		p *= float64(x*float64(i+1)) + 0.5
	}
	return p
}

// bits returns a digest of all numbers of a result: %x writes floats exactly.
func bits(results ...any) uint64 {
	h := fnv.New64a()
	for _, r := range results {
		fmt.Fprintf(h, "%x\n", r)
	}
	return h.Sum64()
}

// The bits of every platform. A change changes published intervals and must be on
// purpose.
func TestSensGolden(t *testing.T) {
	y := saltelli(product, 1, 5, 128)
	y[3], y[50] = nan, math.Inf(1)
	require.Equal(t, uint64(0x67cffcfd18e537d2), bits(*sobol(t, y, 5, sens.Options{Seed: 1})))

	points, y := trajectories(product, 1, 5, 20)
	y[3] = nan
	require.Equal(t, uint64(0x29756efd9d804938), bits(*morris(t, points, y, sens.Options{Seed: 1})))

	points, y = boxed(1, 1000, 0.8, 0.2)
	p := peel(t, points, y, sens.PrimOptions{})
	box := p.Paste(p.Boxes[p.Balanced()])
	require.Equal(t, uint64(0x3b049e111b9cf7b4), bits(p.Boxes, box, p.Restrictions(box)))
}
