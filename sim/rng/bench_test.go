package rng

import "testing"

var (
	sink      float64
	sinkWord  uint64
	sinkCount int
)

// BenchmarkStream includes the first draw.
func BenchmarkStream(b *testing.B) {
	source := New(1, 2)
	for i := uint64(0); b.Loop(); i++ {
		s := source.Stream(3, i, 4, 5)
		sinkWord = s.Uint64()
	}
}

func BenchmarkMix(b *testing.B) {
	for i := uint64(0); b.Loop(); i++ {
		sinkWord = Mix(i, 1)
	}
}

func BenchmarkUint64(b *testing.B) {
	s := New(1, 2).Stream(3, 0, 0, 0)
	for b.Loop() {
		sinkWord = s.Uint64()
	}
}

func BenchmarkFloat64(b *testing.B) { benchmark(b, (*Stream).Float64) }
func BenchmarkExp(b *testing.B)     { benchmark(b, func(s *Stream) float64 { return s.Exp(2) }) }
func BenchmarkNormal(b *testing.B)  { benchmark(b, (*Stream).Normal) }
func BenchmarkLogNormal(b *testing.B) {
	benchmark(b, func(s *Stream) float64 { return s.LogNormal(2, 0.5) })
}
func BenchmarkGamma(b *testing.B) { benchmark(b, func(s *Stream) float64 { return s.Gamma(2.5, 1) }) }
func BenchmarkGammaSmall(b *testing.B) {
	benchmark(b, func(s *Stream) float64 { return s.Gamma(0.5, 1) })
}
func BenchmarkTriangular(b *testing.B) {
	benchmark(b, func(s *Stream) float64 { return s.Triangular(0, 1, 3) })
}
func BenchmarkIntN(b *testing.B)     { benchmarkCount(b, func(s *Stream) int { return s.IntN(7) }) }
func BenchmarkPoisson5(b *testing.B) { benchmarkCount(b, func(s *Stream) int { return s.Poisson(5) }) }
func BenchmarkPoisson50(b *testing.B) {
	benchmarkCount(b, func(s *Stream) int { return s.Poisson(50) })
}
func BenchmarkNegBin(b *testing.B) { benchmarkCount(b, func(s *Stream) int { return s.NegBin(5, 2) }) }

func benchmark(b *testing.B, draw func(*Stream) float64) {
	s := New(1, 2).Stream(3, 0, 0, 0)
	for b.Loop() {
		sink = draw(&s)
	}
}

func benchmarkCount(b *testing.B, draw func(*Stream) int) {
	s := New(1, 2).Stream(3, 0, 0, 0)
	for b.Loop() {
		sinkCount = draw(&s)
	}
}
