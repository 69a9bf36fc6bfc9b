package experiment

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim/rng"
)

func sobolPoints(s *Sobol, n int) [][]float64 {
	points := make([][]float64, n)
	for i := range points {
		points[i] = make([]float64, s.Dimensions())
		s.Point(int64(i), points[i])
	}
	return points
}

// The first ten points in three dimensions that Joe and Kuo give with their program
// (F. Y. Kuo, S. Joe, Notes on generating Sobol' sequences, 2008).
func TestSobolPublishedPoints(t *testing.T) {
	require.Equal(t, [][]float64{
		{0, 0, 0},
		{0.5, 0.5, 0.5},
		{0.75, 0.25, 0.25},
		{0.25, 0.75, 0.75},
		{0.375, 0.375, 0.625},
		{0.875, 0.875, 0.125},
		{0.625, 0.125, 0.875},
		{0.125, 0.625, 0.375},
		{0.1875, 0.3125, 0.9375},
		{0.6875, 0.8125, 0.4375},
	}, sobolPoints(NewSobol(3), 10))
}

// The table is what it should be: dimensions in order, initial numbers odd and small
// enough, as many as the degree, and polynomials that are primitive, each once. The
// test of primitivity is the definition: x has order 2^s-1 in GF(2)[x]/(p).
func TestDirectionNumbersAreValid(t *testing.T) {
	var table [][]uint32
	for line := range strings.Lines(joeKuo) {
		if line[0] != '#' {
			table = append(table, fields(line))
		}
	}
	require.Len(t, table, SobolDimensions-1)
	seen := map[uint32]bool{}
	for i, row := range table {
		require.EqualValues(t, i+2, row[0])
		degree, polynomial := row[1], 1<<row[1]|row[2]<<1|1
		require.Len(t, row[3:], int(degree))
		for b, m := range row[3:] {
			require.True(t, m%2 == 1 && m < 2<<b, "dimension %d: m_%d = %d", row[0], b+1, m)
		}
		require.False(t, seen[polynomial])
		seen[polynomial] = true
		require.Equal(t, uint32(1)<<degree-1, order(polynomial, degree), "dimension %d", row[0])
	}
}

// order returns the order of x modulo a polynomial over GF(2).
func order(polynomial, degree uint32) uint32 {
	x := uint32(1)
	for n := uint32(1); ; n++ {
		if x <<= 1; x>>degree != 0 {
			x ^= polynomial
		}
		if x == 1 || n == 1<<degree {
			return n
		}
	}
}

// Sobol's Property A: of the first 2^d points each orthant of the cube in d dimensions
// has one, that is, the first digits of the first d direction numbers of d dimensions
// are a regular matrix over GF(2). Joe and Kuo's numbers have it in up to 1,111
// dimensions, and hardly any mistake in the table would leave it. Elimination without
// exchange of rows goes through if, and only if, that is so for every d.
func TestSobolPropertyAInAllDimensions(t *testing.T) {
	rows := firstDigits(SobolDimensions)
	for d, pivot := range rows {
		require.EqualValues(t, 1, pivot.Bit(d), "%d dimensions", d+1)
		for _, row := range rows[d+1:] {
			if row.Bit(d) == 1 {
				row.Xor(row, pivot)
			}
		}
	}
}

// firstDigits returns, for each of n dimensions, the first digits of the direction
// numbers 1 … n, which need n digits in the recurrence
//
//	m_b = 2 a_1 m_b-1 ⊕ … ⊕ 2^s m_b-s ⊕ m_b-s.
func firstDigits(n int) []*big.Int {
	rows := []*big.Int{big.NewInt(1)} // dimension 1: m_b = 1
	for line := range strings.Lines(joeKuo) {
		if line[0] == '#' {
			continue
		}
		row := fields(line)
		degree := int(row[1])
		digits, m := new(big.Int), make([]*big.Int, n)
		for b := range m {
			if b < degree {
				m[b] = big.NewInt(int64(row[3+b]))
			} else {
				m[b] = new(big.Int).Lsh(m[b-degree], uint(degree))
				m[b].Xor(m[b], m[b-degree])
				for k := 1; k < degree; k++ {
					if row[2]>>(degree-1-k)&1 != 0 {
						m[b].Xor(m[b], new(big.Int).Lsh(m[b-k], uint(k)))
					}
				}
			}
			digits.SetBit(digits, b, m[b].Bit(b)) // m_b+1 / 2^(b+1): its bit b is the first digit
		}
		rows = append(rows, digits)
	}
	return rows[:n]
}

// fill counts the points in every box with sides 2^-a and 2^-b of two dimensions
// and returns the extreme numbers.
func fill(points [][]float64, j, k, a, b int) (least, most int) {
	counts := make([]int, 1<<(a+b))
	for _, p := range points {
		counts[cell(p[j], a)<<b|cell(p[k], b)]++
	}
	return slices.Min(counts), slices.Max(counts)
}

// As a net: each dimension has t = 0, and so have the first two together; scrambling
// keeps that. Any aligned stretch of 2^m points, not just the first.
func TestSobolIsANet(t *testing.T) {
	const m = 7
	for name, s := range map[string]*Sobol{"published": NewSobol(40), "scrambled": NewScrambledSobol(9, 40)} {
		points := sobolPoints(s, 4<<m)
		for from := 0; from < len(points); from += 1 << m {
			stretch := points[from : from+1<<m]
			for j := range s.Dimensions() {
				least, most := fill(stretch, j, j, m, 0)
				require.Equal(t, []int{1, 1}, []int{least, most}, "%s: dimension %d from %d", name, j, from)
			}
			for a := range m + 1 {
				least, most := fill(stretch, 0, 1, a, m-a)
				require.Equal(t, []int{1, 1}, []int{least, most}, "%s: 2^-%d × 2^-%d from %d", name, a, m-a, from)
			}
		}
	}
}

// In d dimensions t is at most the sum of the degrees less one (Sobol' 1967), with
// degree 1 for the first: 1 in three dimensions.
func TestSobolIsANetInThreeDimensions(t *testing.T) {
	const m = 6
	for name, s := range map[string]*Sobol{"published": NewSobol(3), "scrambled": NewScrambledSobol(2, 3)} {
		points := sobolPoints(s, 1<<m)
		for a := range m {
			for b := range m - a {
				c := m - 1 - a - b
				counts := make([]int, 1<<(m-1))
				for _, p := range points {
					counts[cell(p[0], a)<<(b+c)|cell(p[1], b)<<c|cell(p[2], c)]++
				}
				require.Equal(t, slices.Repeat([]int{2}, 1<<(m-1)), counts, "%s: 2^-%d × 2^-%d × 2^-%d", name, a, b, c)
			}
		}
	}
}

// cell returns which of 2^a equal intervals x is in.
func cell(x float64, a int) int { return int(math.Floor(x * float64(int(1)<<a))) }

// Owen's scrambling: each point alone is uniform over seeds (Kolmogorov-Smirnov at
// 0.001, point by point), and the variance of the mean of a smooth function falls
// much faster than 1/n: below a hundredth of independent sampling's at 256 points.
func TestScrambledSobolIsUniformAndEven(t *testing.T) {
	const seeds, n = 400, 256
	var zeroth []float64
	var square float64
	for seed := range uint64(seeds) {
		points := sobolPoints(NewScrambledSobol(seed, 3), n)
		zeroth = append(zeroth, points[0][2])
		var mean float64
		for _, p := range points {
			mean += p[0] * p[1] * p[2] / n
		}
		square += (mean - 0.125) * (mean - 0.125) / seeds
	}
	slices.Sort(zeroth)
	var distance float64
	for i, x := range zeroth {
		distance = max(distance, math.Abs(x-float64(i)/seeds), math.Abs(x-float64(i+1)/seeds))
	}
	require.Less(t, distance, 1.95/math.Sqrt(seeds))
	independent := (1.0/27 - 1.0/64) / n
	require.Less(t, square, independent/100)
}

// Nested, not just shifted: points 0 and 1 of the first dimension, 0 and 1/2, have the
// same second digit, and after different first digits it is swapped independently:
// the two agree half of the time (4 standard deviations of a count of 400).
func TestScramblingIsNested(t *testing.T) {
	agree := 0
	for seed := range uint64(400) {
		points := sobolPoints(NewScrambledSobol(seed, 1), 2)
		require.NotEqual(t, cell(points[0][0], 1), cell(points[1][0], 1))
		if cell(points[0][0], 2)%2 == cell(points[1][0], 2)%2 {
			agree++
		}
	}
	require.InDelta(t, 200, agree, 40)
}

// Seeds and dimensions are scrambled differently, digits after the 32 of the sequence
// too, and a dimension is as it is when others come or go.
func TestScrambledSobolDependsOnSeedAndDimension(t *testing.T) {
	a, b := sobolPoints(NewScrambledSobol(1, 3), 1)[0], sobolPoints(NewScrambledSobol(2, 3), 1)[0]
	require.NotEqual(t, a, b)
	require.NotEqual(t, a[0], a[1])
	require.NotEqual(t, math.Floor(a[0]*0x1p32), a[0]*0x1p32)
	require.Equal(t, a[:2], sobolPoints(NewScrambledSobol(1, 2), 1)[0])
}

func TestSobolPanicsOutsideItsDomain(t *testing.T) {
	require.Panics(t, func() { NewSobol(0) })
	require.Panics(t, func() { NewSobol(SobolDimensions + 1) })
	require.Panics(t, func() { NewSobol(2).Point(1<<32, make([]float64, 2)) })
	require.Panics(t, func() { NewSobol(2).Point(-1, make([]float64, 2)) })
	require.Panics(t, func() { NewSobol(2).Point(0, make([]float64, 3)) })
	NewSobol(SobolDimensions).Point(1<<32-1, make([]float64, SobolDimensions))
}

func TestSobolGolden(t *testing.T) {
	require.Equal(t, uint64(0xc89a42ee087aec9f), digest(sobolPoints(NewSobol(SobolDimensions), 100)))
	require.Equal(t, uint64(0xdf0b56795c242308), digest(sobolPoints(NewScrambledSobol(1, 50), 1000)))
}

func digest(points [][]float64) (sum uint64) {
	for _, p := range points {
		for _, x := range p {
			sum = rng.Mix(sum, math.Float64bits(x))
		}
	}
	return sum
}
