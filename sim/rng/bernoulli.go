package rng

// Bernoulli returns true with probability p, resolved to 2**-53: never for
// p = 0, always for p = 1. It consumes one draw whatever p is. It panics
// unless 0 <= p <= 1.
func (s *Stream) Bernoulli(p float64) bool {
	if !(p >= 0 && p <= 1) {
		outside("Bernoulli", "0 <= p <= 1", p)
	}
	return s.Float64() < p
}
