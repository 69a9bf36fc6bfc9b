package detmath

import "testing"

var sink float64

func BenchmarkExp(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		sink = Exp(float64(i&1023) * 0.01)
	}
}

func BenchmarkLog(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		sink = Log(float64(i&1023) + 0.5)
	}
}

func BenchmarkPow(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		sink = Pow(float64(i&1023)+0.5, 0.3)
	}
}
