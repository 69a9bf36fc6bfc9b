package sens_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/sens"
)

// A linear function has its coefficients, everywhere and from any two trajectories.
func TestMorrisOfALinearFunction(t *testing.T) {
	coefficients := []float64{3, -2, 0, 0.5}
	points, y := trajectories(func(u []float64) (sum float64) {
		for i, x := range u {
			sum += coefficients[i] * x
		}
		return sum
	}, 1, 4, 2)
	r := morris(t, points, y, sens.Options{})
	for i, f := range r.Factors {
		require.InDelta(t, coefficients[i], f.Mu.Value, 1e-12)
		require.InDelta(t, math.Abs(coefficients[i]), f.MuStar.Value, 1e-12)
		require.InDelta(t, 0, f.Sigma.Value, 1e-12)
		require.InDelta(t, 0, f.MuStar.Width(), 1e-12)
		require.Equal(t, 2, f.Effects)
	}
	require.Empty(t, r.Warnings)
}

// Morris (1991) finds, from four trajectories: factors 1 to 10 important, of which 8
// to 10 linear without interactions, all others unimportant. Four trajectories of
// another design, but the same finding.
func TestMorrisFindsTheImportantFactorsOfMorris(t *testing.T) {
	points, y := trajectories(morris20(), 1, 20, 10)
	r := morris(t, points, y, sens.Options{})
	least, most := math.Inf(1), 0.0
	for i, f := range r.Factors {
		if i < 10 {
			least = min(least, f.MuStar.Value)
		} else {
			most = max(most, f.MuStar.Value)
		}
		switch {
		case i < 7:
			require.Greater(t, f.Sigma.Value, 0.3*f.MuStar.Value, "factor %d", i)
		case i < 10:
			require.Less(t, f.Sigma.Value, 0.3*f.MuStar.Value, "factor %d", i)
			require.InDelta(t, 40, f.Mu.Value, 6, "factor %d", i) // 20 over a range of 2
		}
	}
	require.Greater(t, least, 2*most)
}

// The order of the G function's factors is that of a, with ties among the last four.
func TestMorrisOrdersTheFactorsOfG(t *testing.T) {
	points, y := trajectories(g, 2, 8, 100)
	r := morris(t, points, y, sens.Options{})
	for i := range 4 {
		require.Greater(t, r.Factors[i].MuStar.Value, 1.5*r.Factors[i+1].MuStar.Value)
		require.Less(t, math.Abs(r.Factors[i].Mu.Value), r.Factors[i].MuStar.Value, "effects of both signs")
	}
	require.Less(t, r.Ranking, 1.0)
}

// y = 6 u v: the effect of u is 6 v with v equally often 0, 1/3, 2/3 and 1, so mu = mu*
// = 3 and sigma = 6 √(5/36). Intervals from 50 trajectories cover the means as often
// as stated: 400 repetitions, 4 standard deviations, and 3 points that percentile
// intervals lose at 50.
func TestMorrisIntervalsCoverAsStated(t *testing.T) {
	const repetitions = 400
	var mu, star, sigma int
	var sigmas float64
	for seed := range uint64(repetitions) {
		points, y := trajectories(func(u []float64) float64 { return 6 * u[0] * u[1] }, seed, 2, 50)
		f := morris(t, points, y, sens.Options{Resamples: 400, Seed: seed}).Factors[0]
		covers := func(e sens.Estimate, v float64) int {
			if e.Low <= v && v <= e.High {
				return 1
			}
			return 0
		}
		mu += covers(f.Mu, 3)
		star += covers(f.MuStar, 3)
		sigma += covers(f.Sigma, 6*math.Sqrt(5.0/36))
		sigmas += f.Sigma.Value / repetitions
	}
	slack := 4*math.Sqrt(repetitions*0.95*0.05) + 0.03*repetitions
	require.InDelta(t, 0.95*repetitions, mu, slack)
	require.InDelta(t, 0.95*repetitions, star, slack)
	require.InDelta(t, 0.95*repetitions, sigma, slack)
	require.InDelta(t, 6*math.Sqrt(5.0/36), sigmas, 0.03)
}

// A missing run costs the effects on either side; the rest of its trajectory counts.
func TestMorrisMissingRuns(t *testing.T) {
	const k, n = 4, 20
	points, y := trajectories(func(u []float64) float64 { return u[0] + 2*u[1] + 3*u[2] + 4*u[3] }, 7, k, n)
	y[0] = nan                          // the start of trajectory 0: one effect
	y[(k+1)+2] = math.Inf(1)            // inside trajectory 1: two
	y[2*(k+1)], y[3*(k+1)-1] = nan, nan // both ends of trajectory 2: two
	r := morris(t, points, y, sens.Options{})
	lost, effects := 0, 0
	for i, f := range r.Factors {
		lost += f.Lost
		effects += f.Effects
		require.InDelta(t, float64(i+1), f.Mu.Value, 1e-12)
	}
	require.Equal(t, []int{5, k*n - 5, 4}, []int{lost, effects, r.Missing})
	require.Equal(t, map[sens.Kind]int{sens.MissingRuns: 1}, kinds(r.Warnings))
	require.Equal(t, 4.0/(n*(k+1)), r.Warnings[0].Value)
}

// A whole number that was rounded back has not moved: no effect, rather than none of
// size. If it moved by another step, the effect is still per range.
func TestMorrisWithRoundedFactors(t *testing.T) {
	design, _ := trajectories(func([]float64) float64 { return 0 }, 3, 2, 40)
	var y []float64
	for _, x := range design {
		x[0] = math.Round(3*x[0]) / 3 // as it is
		x[1] = math.Round(x[1])       // 0 or 1: every move is over the whole range
		y = append(y, 5*x[1]-x[0])
	}
	r := morris(t, design, y, sens.Options{})
	require.InDelta(t, 5, r.Factors[1].MuStar.Value, 1e-12)
	require.InDelta(t, -1, r.Factors[0].Mu.Value, 1e-12)
	require.Zero(t, r.Factors[1].Unmoved)

	for i, x := range design {
		x[1] = 0
		y[i] = -x[0]
	}
	r = morris(t, design, y, sens.Options{})
	require.Equal(t, []int{40, 0}, []int{r.Factors[1].Unmoved, r.Factors[1].Effects})
	require.True(t, math.IsNaN(r.Factors[1].Mu.Value))
	require.Contains(t, r.Warnings, sens.Warning{Kind: sens.TooFew, Factor: 1, Value: 0, Bound: 2})
}

func TestMorrisInvariance(t *testing.T) {
	const k, n = 8, 30
	points, y := trajectories(g, 5, k, n)
	r := morris(t, points, y, sens.Options{})

	relabelled := make([][]float64, len(points))
	for i, x := range points {
		relabelled[i] = slices.Clone(x)
		slices.Reverse(relabelled[i])
	}
	l := morris(t, relabelled, y, sens.Options{})
	slices.Reverse(l.Factors)
	require.Equal(t, r.Factors, l.Factors)

	var backP [][]float64
	var backY []float64
	for b := n - 1; b >= 0; b-- {
		backP, backY = append(backP, points[b*(k+1):(b+1)*(k+1)]...), append(backY, y[b*(k+1):(b+1)*(k+1)]...)
	}
	b := morris(t, backP, backY, sens.Options{})
	slices.Reverse(points) // a trajectory backwards has the same effects
	slices.Reverse(y)
	w := morris(t, points, y, sens.Options{})
	for i := range k {
		for _, other := range []*sens.MorrisEffects{b, w} {
			require.InDelta(t, r.Factors[i].Mu.Value, other.Factors[i].Mu.Value, 1e-12)
			require.InDelta(t, r.Factors[i].Sigma.Value, other.Factors[i].Sigma.Value, 1e-12)
		}
	}
}

func TestMorrisWarns(t *testing.T) {
	points, y := trajectories(g, 5, 8, 10)
	require.Positive(t, kinds(morris(t, points, y, sens.Options{}).Warnings)[sens.WideEffect])

	points, y = trajectories(func([]float64) float64 { return 4 }, 1, 3, 10)
	r := morris(t, points, y, sens.Options{})
	require.Equal(t, []sens.Warning{{Kind: sens.Constant, Factor: -1}}, r.Warnings)
	require.Zero(t, r.Factors[0].MuStar.Value)

	for i := range y {
		y[i] = nan
	}
	require.Equal(t, map[sens.Kind]int{sens.MissingRuns: 1, sens.TooFew: 3}, kinds(morris(t, points, y, sens.Options{}).Warnings))
}

func TestMorrisRefusesWhatIsNoTrajectory(t *testing.T) {
	points, y := trajectories(g, 5, 8, 2)
	_, err := sens.Morris(points[:17], y[:17], sens.Options{})
	require.EqualError(t, err, "17 points and 17 outputs are not trajectories of k+1")
	_, err = sens.Morris(points, y[:17], sens.Options{})
	require.Error(t, err)
	_, err = sens.Morris(nil, nil, sens.Options{})
	require.Error(t, err)
	_, err = sens.Morris(points, y, sens.Options{Level: 2})
	require.Error(t, err)
	points[1], points[2] = points[2], points[1]
	_, err = sens.Morris(points, y, sens.Options{})
	require.ErrorContains(t, err, "points 0 and 1: they differ in factors")
}
