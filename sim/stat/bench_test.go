package stat

import "testing"

func BenchmarkTally(b *testing.B) {
	var s Tally
	for i := 0; b.Loop(); i++ {
		s.Add(float64(i & 255))
	}
}

func BenchmarkTimeWeighted(b *testing.B) {
	var w TimeWeighted
	w.Start(0, 0)
	for i := 0; b.Loop(); i++ {
		w.Set(float64(i), float64(i&255))
	}
}

func BenchmarkP2(b *testing.B) {
	q := NewP2(0.9)
	for i := 0; b.Loop(); i++ {
		q.Add(float64(i * 7919 & 1023))
	}
}
