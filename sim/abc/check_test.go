package abc

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Everything that is wrong is said at once, and nothing is simulated.
func TestMistakesAreReportedTogether(t *testing.T) {
	_, err := Run(t.Context(), Problem{
		Low:      []float64{0, 2, 0.5, 0, math.NaN(), 3, -math.MaxFloat64, 0},
		High:     []float64{1, 2, 3, math.Inf(1), 1, 2, math.MaxFloat64, 1e17},
		Whole:    []bool{false, false, true, false, false, true, false, true},
		Observed: []float64{1, math.Inf(1), 0, 0},
		Error:    []float64{1, 1, 0, math.NaN()},
	}, Options{Particles: 9, Alpha: 1, MaxMoves: -1, MinAcceptance: math.NaN(), MaxGenerations: 65536})
	require.Error(t, err)
	require.Equal(t, []string{
		"quantity 1: interval [2, 2] is empty",
		"quantity 2: ends of [0.5, 3] are not whole",
		"quantity 3: interval [0, +Inf] is not finite",
		"quantity 4: interval [NaN, 1] is not finite",
		"quantity 5: interval [3, 2] is empty",
		"quantity 6: interval [-1.7976931348623157e+308, 1.7976931348623157e+308] is not finite",
		"quantity 7: ends of [0, 1e+17] beyond 2**53",
		"observation 1: +Inf is not finite",
		"observation 2: error 0 is not positive and finite",
		"observation 3: error NaN is not positive and finite",
		"no NewSimulator",
		"Particles 9: need at least 10 for 8 free quantities",
		"Alpha 1 is not between 0 and 1",
		"MaxMoves -1 is not between 1 and 255",
		"MinAcceptance NaN is not between 0 and 1",
		"MaxGenerations 65536 is not between 1 and 65535",
	}, strings.Split(err.Error(), "\n"))
}

func TestLengthsMustAgree(t *testing.T) {
	for _, c := range []struct {
		change func(*Problem)
		says   string
	}{
		{func(p *Problem) { p.High = nil }, "1 values in Low but 0 in High"},
		{func(p *Problem) { p.Whole = []bool{} }, "1 values in Low but 0 in Whole"},
		{func(p *Problem) { p.Error = []float64{1, 1} }, "1 values in Observed but 2 in Error"},
		{func(p *Problem) { p.Low, p.High = nil, nil }, "no free quantity: Low is empty"},
		{func(p *Problem) { p.Observed, p.Error = nil, nil }, "nothing observed: Observed is empty"},
	} {
		p := scalar(0, 1, 0)
		c.change(&p)
		_, err := Run(t.Context(), p, Options{Particles: 10})
		require.EqualError(t, err, c.says)
	}
}

// A whole number with one value left is allowed: a quantity held fixed.
func TestQuantityHeldFixed(t *testing.T) {
	p := scalar(3, 3, 3)
	p.Whole = []bool{true}
	r, err := Run(t.Context(), p, Options{Particles: 20})
	require.NoError(t, err)
	for _, theta := range r.Particles {
		require.Equal(t, 3.0, theta[0])
	}
}
