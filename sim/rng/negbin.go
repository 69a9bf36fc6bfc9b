package rng

import "math"

// NegBin returns a negative binomial count of mean m and variance
// m + m²/dispersion: a Poisson count whose mean is itself gamma distributed
// with shape dispersion. The smaller the dispersion, the more clustered the
// counts; +Inf gives the Poisson. It panics unless 0 <= mean <= 2**40,
// dispersion > 0 and mean/dispersion <= 2**40.
func (s *Stream) NegBin(mean, dispersion float64) int {
	const most = 1 << 40 // keeps the gamma draw far below the Poisson's limit
	if !(mean >= 0 && mean <= most && dispersion > 0 && mean/dispersion <= most) {
		outside("NegBin", negBinDomain, mean, dispersion)
	}
	if dispersion > math.MaxFloat64 {
		return s.Poisson(mean)
	}
	return s.Poisson(s.Gamma(dispersion, mean/dispersion))
}

const negBinDomain = "0 <= mean <= 2**40, dispersion > 0, mean/dispersion <= 2**40"
