package compare

import (
	"cumbre/model"
	"cumbre/sim/stat"
)

// Options says what to compare and how.
type Options struct {
	Designs      []int // indices in Spec.Designs; the first is the baseline; none means all in order
	Replications int   // at least 1
	Seed         uint64
	Workers      int     // goroutines that run replications; 0 means one per processor
	Level        float64 // of all intervals; 0 means 0.95

	// Progress, if set, is called after each finished replication.
	Progress func(done, total int)
	// Each, if set, receives every run in order of (replication, position of
	// the design in Designs), for example to write it to a file. An error ends
	// the comparison. All callbacks come from the goroutine that called Run.
	Each func(replication, design int, r *model.Result) error
}

// Comparison is what Run found.
type Comparison struct {
	Spec         *model.Spec
	Seed         uint64
	Replications int     // complete ones: fewer than asked for if Interrupted
	Level        float64 // of all intervals, as 0.95
	// Digest is the SHA-256, in hexadecimal, of the digests of all runs in
	// order of (replication, design), each as eight bytes, little-endian.
	Digest      string
	Designs     []DesignResult // in the order of Options.Designs; the first is the baseline
	Differences []Difference   // every other design less the baseline: by design, then by metric
	Between     []Difference   // every pair of designs without the baseline, likewise
	Interrupted bool           // the context ended before all replications were done
}

// DesignResult is one design's results over all replications. Where a quantity
// was undefined (NaN) in a run, the run is left out, so Estimate.N may be less
// than the number of replications; with none left, the estimate is NaN.
type DesignResult struct {
	Design  model.Design
	Metrics [model.NumMetrics]stat.Estimate

	FirstYear int                     // calendar year of Years[0]
	Years     [][model.NumSeries]Band // one row per calendar year

	// Per body and member, the mean number per run.
	Vetoes, Consents [model.NumBodies][model.MaxMembers]float64
	Members          int // members at the end of the longest-grown run: indices below it are in use

	// Per dimension: depth of norms and effective depth at the end, depth
	// bargained away, number of vetoes.
	Depth, Effective, Bargained, DimVetoes [model.NumDimensions]stat.Estimate

	Phases [model.NumPhases]stat.Estimate // days per mandate issued
	Events float64                        // kernel events per run, mean
}

// Band describes one yearly quantity between replications: the mean, the
// interval of the mean at Comparison.Level, and percentiles of single runs
// (estimated in constant memory; Jain & Chlamtac 1985). The interval says how
// well the mean is known, the percentiles how much one history may differ.
type Band struct {
	Mean, Low, High float64
	P10, P50, P90   float64
}

// Difference is the paired difference of one metric between two designs:
// Design less Baseline, estimated within replications.
type Difference struct {
	Design, Baseline int // positions in Comparison.Designs
	Metric           model.Metric
	stat.Estimate    // of the mean difference; its interval is not corrected
	// P is the two-sided p-value of the paired t test of no difference; NaN if
	// fewer than two pairs are defined.
	P float64
	// AdjustedP is P corrected after Holm (1979) within a family of tests. The
	// head metrics (those of the main table) are one family, all other metrics
	// another, separately for Comparison.Differences and Comparison.Between.
	AdjustedP float64
	Skipped   int // replications left out because either design's value was undefined
}

// Alpha is the error rate at which a difference counts as real.
const Alpha = 0.05

// Real reports whether the difference stands after the correction for the
// number of tests: AdjustedP below Alpha. It is false where P is undefined.
func (d Difference) Real() bool { return d.AdjustedP < Alpha }

// Difference returns the difference of metric m between the design at position
// design and the baseline; ok is false if the position has none.
func (c *Comparison) Difference(design int, m model.Metric) (d Difference, ok bool) {
	return find(c.Differences, design, 0, m)
}

func find(all []Difference, design, baseline int, m model.Metric) (Difference, bool) {
	for _, d := range all {
		if d.Design == design && d.Baseline == baseline && d.Metric == m {
			return d, true
		}
	}
	return Difference{}, false
}
