package stat

import "math"

// Paired compares a treatment with a baseline by the differences of pairs,
// usually two designs run under the same random numbers: what the pairs share
// cancels, and the interval shrinks. The zero value is ready for use.
type Paired struct {
	Tally   // of treatment minus baseline
	skipped int
}

// Add records a pair. One with a NaN on either side is skipped and counted.
func (p *Paired) Add(treatment, baseline float64) {
	if math.IsNaN(treatment) || math.IsNaN(baseline) {
		p.skipped++
		return
	}
	p.Tally.Add(treatment - baseline)
}

// Skipped returns how many pairs had a NaN.
func (p Paired) Skipped() int { return p.skipped }

// P returns the two-sided p-value of no difference, see [TTest].
func (p Paired) P() float64 { return TTest(p.Tally) }
