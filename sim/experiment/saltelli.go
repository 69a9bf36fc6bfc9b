package experiment

import "fmt"

// Saltelli is the design from which first-order and total Sobol' indices are
// estimated (Saltelli 2002; Saltelli et al. 2010), see package sens. A scrambled
// Sobol' sequence in 2k dimensions gives base points; its first k coordinates are
// a row of matrix A, the others of matrix B. Each base point becomes a block of
// k+2 points:
//
//	A, AB_1, …, AB_k, B
//
// where AB_i is A with coordinate i taken from B. A prefix of whole blocks is the
// design with fewer base points; their natural numbers are powers of two.
type Saltelli struct{ sobol *Sobol }

// NewSaltelli returns the design for k factors. It panics unless
// 1 <= k <= SobolDimensions/2.
func NewSaltelli(seed uint64, k int) *Saltelli {
	if k < 1 || 2*k > SobolDimensions {
		panic(fmt.Sprintf("experiment: Saltelli's design for %d factors, of 1 to %d", k, SobolDimensions/2))
	}
	return &Saltelli{NewScrambledSobol(seed, 2*k)}
}

// Block returns the number of points for each base point, k+2.
func (s *Saltelli) Block() int { return s.factors() + 2 }

func (s *Saltelli) factors() int { return s.sobol.Dimensions() / 2 }

// Point writes the coordinates, each in [0, 1), of point i into point. It
// panics if i is negative or beyond 2^32 blocks, or if there is not a place for each
// factor.
func (s *Saltelli) Point(i int64, point []float64) {
	k := s.factors()
	n, place := i/int64(k+2), int(i%int64(k+2))
	if i < 0 || n >= 1<<sobolBits || len(point) != k {
		panic(fmt.Sprintf("experiment: point %d of Saltelli's design with %d places for %d factors", i, len(point), k))
	}
	for j := range point {
		if place == k+1 || place == j+1 { // from B
			point[j] = s.sobol.coordinate(n, k+j)
		} else {
			point[j] = s.sobol.coordinate(n, j)
		}
	}
}
