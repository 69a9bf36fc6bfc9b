package sens_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/experiment"
	"cumbre/sim/rng"
	"cumbre/sim/sens"
)

// ishigami is the test function of Ishigami and Homma (1990) with a = 7, b = 0.1, of
// three factors uniform on [-π, π], here of the unit cube.
func ishigami(u []float64) float64 {
	x := func(i int) float64 { return math.Pi * (2*u[i] - 1) }
	return math.Sin(x(0)) + 7*math.Pow(math.Sin(x(1)), 2) + 0.1*math.Pow(x(2), 4)*math.Sin(x(0))
}

// Published indices of it (Saltelli et al. 2008, Global sensitivity analysis: the
// primer).
var ishigamiFirst, ishigamiTotal = []float64{0.3139, 0.4424, 0}, []float64{0.5576, 0.4424, 0.2437}

// gA are the parameters of Sobol's G function as Saltelli and Sobol' (1995) use it.
var gA = []float64{0, 1, 4.5, 9, 99, 99, 99, 99}

// g is Sobol's G function: the product of (|4x_i - 2| + a_i) / (1 + a_i).
func g(u []float64) float64 {
	product := 1.0
	for i, a := range gA {
		product *= (math.Abs(4*u[i]-2) + a) / (1 + a)
	}
	return product
}

// gIndices are its analytic indices: with V_i = 1 / (3 (1+a_i)²) the variance is
// Π(1+V_i) - 1, S_i is V_i of it and ST_i is V_i Π_j≠i (1+V_j) of it.
func gIndices() (first, total []float64) {
	all := 1.0
	for _, a := range gA {
		all *= 1 + 1/(3*(1+a)*(1+a))
	}
	for _, a := range gA {
		v := 1 / (3 * (1 + a) * (1 + a))
		first = append(first, v/(all-1))
		total = append(total, v*all/(1+v)/(all-1))
	}
	return first, total
}

// morris20 is the function of Morris (1991) of 20 factors; all of its coefficients are
// given there but those of small order, which he drew from the standard normal, and
// which are drawn here. Ten factors have large effects: 1 to 7 not linear or with
// interactions, 8 to 10 linear.
func morris20() func(u []float64) float64 {
	s := rng.New(1991, 0).Stream(0, 0, 0, 0)
	var first [20]float64
	var second [20][20]float64
	for i := range 20 {
		first[i] = s.Normal()
		for j := range i {
			second[j][i] = s.Normal()
		}
	}
	return func(u []float64) float64 {
		var w [20]float64
		for i, x := range u {
			w[i] = 2 * (x - 0.5)
			if i == 2 || i == 4 || i == 6 {
				w[i] = 2 * (1.1*x/(x+0.1) - 0.5)
			}
		}
		y := 0.0
		for i := range 20 {
			y += pick(i < 10, 20, first[i]) * w[i]
			for j := range i {
				y += pick(i < 6, -15, second[j][i]) * w[j] * w[i]
				for l := range j {
					y += pick(i < 5, -10, 0) * w[l] * w[j] * w[i]
				}
			}
		}
		return y + 5*w[0]*w[1]*w[2]*w[3]
	}
}

func pick(large bool, a, b float64) float64 {
	if large {
		return a
	}
	return b
}

// saltelli runs f at n blocks of Saltelli's design.
func saltelli(f func([]float64) float64, seed uint64, k, n int) []float64 {
	design := experiment.NewSaltelli(seed, k)
	y := make([]float64, n*design.Block())
	x := make([]float64, k)
	for i := range y {
		design.Point(int64(i), x)
		y[i] = f(x)
	}
	return y
}

// independent is saltelli with independent base points.
func independent(f func([]float64) float64, seed uint64, k, n int) []float64 {
	s := rng.New(seed, 1).Stream(0, 0, 0, 0)
	var y []float64
	for range n {
		a, b := make([]float64, k), make([]float64, k)
		for i := range a {
			a[i], b[i] = s.Float64(), s.Float64()
		}
		y = append(y, f(a))
		for i := range a {
			ab := append([]float64{}, a...)
			ab[i] = b[i]
			y = append(y, f(ab))
		}
		y = append(y, f(b))
	}
	return y
}

// trajectories runs f at n trajectories of Morris's design on four levels.
func trajectories(f func([]float64) float64, seed uint64, k, n int) (points [][]float64, y []float64) {
	design := experiment.NewMorris(seed, k, 4)
	for i := range n * design.Block() {
		x := make([]float64, k)
		design.Point(int64(i), x)
		points, y = append(points, x), append(y, f(x))
	}
	return points, y
}

func sobol(t *testing.T, y []float64, k int, o sens.Options) *sens.SobolIndices {
	t.Helper()
	r, err := sens.Sobol(y, k, o)
	require.NoError(t, err)
	return r
}

func morris(t *testing.T, points [][]float64, y []float64, o sens.Options) *sens.MorrisEffects {
	t.Helper()
	r, err := sens.Morris(points, y, o)
	require.NoError(t, err)
	return r
}

func kinds(warnings []sens.Warning) map[sens.Kind]int {
	count := map[sens.Kind]int{}
	for _, w := range warnings {
		count[w.Kind]++
	}
	return count
}
