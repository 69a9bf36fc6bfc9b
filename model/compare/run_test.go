package compare

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/sim/stat"
)

func mustRun(t *testing.T, spec *model.Spec, o Options, newRun func(int) runFunc) *Comparison {
	t.Helper()
	c, err := run(t.Context(), spec, o, newRun)
	require.NoError(t, err)
	return c
}

// bits writes a comparison in full precision, but for the Spec it is of.
func bits(c *Comparison) string {
	copied := *c
	copied.Spec = nil
	return fmt.Sprintf("%+v", copied)
}

// Everything estimated equals what a plain loop over the same results gives.
func TestEstimatesAgreeWithAPlainLoop(t *testing.T) {
	const n = 40
	c := mustRun(t, twoYears("a", "b", "c"), Options{Replications: n, Seed: 5, Workers: 3}, fakeRun)
	require.Equal(t, n, c.Replications)
	require.Equal(t, 0.95, c.Level)
	require.Len(t, c.Designs, 3)
	require.Len(t, c.Differences, 2*int(model.NumMetrics))
	require.Len(t, c.Between, int(model.NumMetrics))

	digest := sha256.New()
	var a, b, gap, year stat.Tally
	var yearValues []float64
	for rep := range uint64(n) {
		for d := range 3 {
			require.NoError(t, binary.Write(digest, binary.LittleEndian, fakeRun(d)(5, rep).Digest))
		}
		ra, rb := fakeRun(0)(5, rep), fakeRun(1)(5, rep)
		a.Add(ra.Metrics[model.MDepth])
		b.Add(rb.Metrics[model.MDepth])
		gap.Add(rb.Metrics[model.MDepth] - ra.Metrics[model.MDepth])
		year.Add(ra.Years[1][model.YearBeingImplemented])
		yearValues = append(yearValues, ra.Years[1][model.YearBeingImplemented])
	}
	require.Equal(t, hex.EncodeToString(digest.Sum(nil)), c.Digest)
	require.Equal(t, a.Interval(0.95), c.Designs[0].Metrics[model.MDepth])
	require.Equal(t, b.Interval(0.95), c.Designs[1].Metrics[model.MDepth])
	d, ok := c.Difference(1, model.MDepth)
	require.True(t, ok)
	require.Equal(t, gap.Interval(0.95), d.Estimate)

	band := c.Designs[0].Years[1][model.YearBeingImplemented]
	e := year.Interval(0.95)
	require.Equal(t, []float64{e.Mean, e.Low, e.High}, []float64{band.Mean, band.Low, band.High})
	slices.Sort(yearValues)
	// P² is an approximation: allow a tenth of the range of the uniform draws.
	require.InDelta(t, stat.Quantile(yearValues, 0.1), band.P10, 0.1)
	require.InDelta(t, stat.Quantile(yearValues, 0.5), band.P50, 0.1)
	require.InDelta(t, stat.Quantile(yearValues, 0.9), band.P90, 0.1)

	first := c.Designs[0]
	require.Equal(t, 2011, first.FirstYear)
	require.Equal(t, 2, first.Members)
	require.Equal(t, 100.0, first.Events)
	require.Equal(t, float64(n-1)/2, first.Vetoes[model.Summit][0])
	require.Equal(t, 3.0, first.Vetoes[model.Summit][1])
	require.Equal(t, 2.0, first.Consents[model.TechnicalGroup][1])
	require.Zero(t, first.Vetoes[model.Summit][2])
	require.Equal(t, float64(n-1)/2, first.DimVetoes[model.Goods].Mean)
	require.InDelta(t, 7, first.Phases[model.Working].Mean, 1e-12, "days per mandate issued")
	require.Equal(t, 0.5, first.Depth[model.Goods].Mean)
	require.Equal(t, 0.25, first.Effective[model.Goods].Mean)
}

// What the designs share must cancel: the differences are known far better than
// the designs.
func TestPairingCancelsTheSharedWorld(t *testing.T) {
	c := mustRun(t, twoYears("a", "b"), Options{Replications: 30, Seed: 1}, fakeRun)
	d, _ := c.Difference(1, model.MThroughput)
	require.InDelta(t, 1, d.Mean, 1e-9)
	require.Less(t, d.HalfWidth(), 1e-9)
	require.Greater(t, c.Designs[0].Metrics[model.MThroughput].HalfWidth(), 1.0)
}

func TestResultsDoNotDependOnWorkers(t *testing.T) {
	of := func(workers int) *Comparison {
		return mustRun(t, twoYears("a", "b", "c"), Options{Replications: 50, Seed: 9, Workers: workers}, fakeRun)
	}
	one := bits(of(1))
	require.True(t, one == bits(of(2)))
	require.True(t, one == bits(of(7)))
}

func TestDigestTellsSeedsDesignsAndOrderApart(t *testing.T) {
	spec := twoYears("a", "b")
	other := func(d int) runFunc {
		return func(seed, rep uint64) *model.Result { return fakeRun(0)(seed+uint64(d), rep) }
	}
	seen := map[string]string{}
	for name, o := range map[string]Options{
		"base": {Replications: 3, Seed: 1}, "seed": {Replications: 3, Seed: 3}, "more": {Replications: 4, Seed: 1},
		"order": {Replications: 3, Seed: 1, Designs: []int{1, 0}}, "one": {Replications: 3, Seed: 1, Designs: []int{0}},
	} {
		digest := mustRun(t, spec, o, other).Digest
		require.Len(t, digest, 64)
		require.NotContains(t, seen, digest, name)
		seen[digest] = name
	}
}

func TestChosenDesignsInTheOrderAsked(t *testing.T) {
	c := mustRun(t, twoYears("a", "b", "c"), Options{Designs: []int{2, 0}, Replications: 4}, fakeRun)
	require.Equal(t, "c", c.Designs[0].Design.Name)
	require.Equal(t, "a", c.Designs[1].Design.Name)
	d, _ := c.Difference(1, model.MCost)
	require.InDelta(t, -2, d.Mean, 1e-9, "the baseline is the first asked for")
}

func TestUndefinedMetricsAreSkippedAndCounted(t *testing.T) {
	newRun := func(design int) runFunc {
		return func(seed, rep uint64) *model.Result {
			r := fakeRun(design)(seed, rep)
			if design == 0 && rep%2 == 0 {
				r.Metrics[model.MMedianDaysToFulfilment] = math.NaN()
			}
			if design == 1 && rep == 1 {
				r.Metrics[model.MMedianDaysToFulfilment] = math.Inf(1)
			}
			r.Metrics[model.MCostPerFulfilled] = math.NaN()
			r.Years[0][model.YearCohesion] = math.NaN()
			return r
		}
	}
	c := mustRun(t, twoYears("a", "b"), Options{Replications: 10}, newRun)
	require.Equal(t, 5, c.Designs[0].Metrics[model.MMedianDaysToFulfilment].N)
	require.Equal(t, 9, c.Designs[1].Metrics[model.MMedianDaysToFulfilment].N)
	d, _ := c.Difference(1, model.MMedianDaysToFulfilment)
	require.Equal(t, []int{4, 6}, []int{d.N, d.Skipped})

	none, _ := c.Difference(1, model.MCostPerFulfilled)
	require.Equal(t, []int{0, 10}, []int{none.N, none.Skipped})
	require.True(t, math.IsNaN(none.Mean) && math.IsNaN(none.P) && math.IsNaN(none.AdjustedP))
	require.False(t, none.Real())
	require.True(t, math.IsNaN(c.Designs[0].Years[0][model.YearCohesion].P50))
}

// The correction is Holm's, within the head metrics of the differences to the
// baseline, and again within the others.
func TestPValuesAreCorrectedByFamily(t *testing.T) {
	noisy := func(design int) runFunc {
		return func(seed, rep uint64) *model.Result { return fakeRun(0)(seed+10*uint64(design), rep) }
	}
	c := mustRun(t, twoYears("a", "b", "c"), Options{Replications: 12, Seed: 3}, noisy)
	for _, all := range [][]Difference{c.Differences, c.Between} {
		for _, head := range []bool{true, false} {
			var raw, adjusted []float64
			for _, d := range all {
				if d.Metric.Info().Head == head {
					raw, adjusted = append(raw, d.P), append(adjusted, d.AdjustedP)
				}
			}
			require.Equal(t, stat.Holm(raw), adjusted)
			require.NotEqual(t, raw, adjusted)
		}
	}
}

// Designs that do not differ are told apart at most as often as Alpha allows:
// with 100 comparisons at a familywise rate of 5 %, more than 13 have
// probability 0.0005 (binomial tail); independent designs, not paired ones, as
// those differ by nothing at all.
func TestFamilywiseErrorRate(t *testing.T) {
	independent := func(design int) runFunc {
		return func(seed, rep uint64) *model.Result { return fakeRun(0)(2*seed+uint64(design), rep) }
	}
	wrong := 0
	for seed := range uint64(100) {
		c := mustRun(t, twoYears("a", "b"), Options{Replications: 10, Seed: seed}, independent)
		if slices.ContainsFunc(c.Differences, func(d Difference) bool { return d.Metric.Info().Head && d.Real() }) {
			wrong++
		}
	}
	require.LessOrEqual(t, wrong, 13)
}

func TestEachSeesEveryRunInOrder(t *testing.T) {
	var seen []string
	var progress []int
	mustRun(t, twoYears("a", "b"), Options{
		Replications: 3, Workers: 7,
		Each: func(rep, design int, r *model.Result) error {
			require.Equal(t, fakeRun(design)(0, uint64(rep)).Metrics, r.Metrics)
			seen = append(seen, fmt.Sprint(rep, design))
			return nil
		},
		Progress: func(done, total int) { progress = append(progress, done, total) },
	}, fakeRun)
	require.Equal(t, []string{"0 0", "0 1", "1 0", "1 1", "2 0", "2 1"}, seen)
	require.Equal(t, []int{1, 3, 2, 3, 3, 3}, progress)
}

func TestInterruptedKeepsWhatIsComplete(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		ctx, cancel := context.WithCancel(t.Context())
		c, err := run(ctx, twoYears("a", "b"), Options{Replications: 100_000, Seed: 4, Workers: workers, Progress: func(done, _ int) {
			if done == 10 {
				cancel()
			}
		}}, fakeRun)
		require.NoError(t, err)
		require.True(t, c.Interrupted)
		require.GreaterOrEqual(t, c.Replications, 10)
		require.Less(t, c.Replications, 1000)
		// What was kept is a smaller valid comparison.
		whole := mustRun(t, twoYears("a", "b"), Options{Replications: c.Replications, Seed: 4}, fakeRun)
		c.Interrupted = false
		require.True(t, bits(whole) == bits(c))
	}
}

func TestInterruptedAtOnceIsEmpty(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c, err := run(ctx, twoYears("a"), Options{Replications: 5}, fakeRun)
	require.NoError(t, err)
	require.True(t, c.Interrupted)
	require.Zero(t, c.Replications)
	require.True(t, math.IsNaN(c.Designs[0].Metrics[0].Mean))
}

func TestFailuresNameTheReplication(t *testing.T) {
	failing := func(fail func(r *model.Result) *model.Result) func(int) runFunc {
		return func(design int) runFunc {
			return func(seed, rep uint64) *model.Result {
				r := fakeRun(design)(seed, rep)
				if rep == 3 {
					return fail(r)
				}
				return r
			}
		}
	}
	for want, fail := range map[string]func(*model.Result) *model.Result{
		"replication 3 of seed 8: panic: veto without a member":             func(*model.Result) *model.Result { panic("veto without a member") },
		"replication 3 of seed 8: the run returned no result":               func(*model.Result) *model.Result { return nil },
		"replication 3 of seed 8: runs of one design cover different years": func(r *model.Result) *model.Result { r.FirstYear++; return r },
	} {
		_, err := run(t.Context(), twoYears("a", "b"), Options{Replications: 20, Seed: 8, Workers: 2}, failing(fail))
		require.EqualError(t, err, want)
	}
	full := errors.New("disk full")
	_, err := run(t.Context(), twoYears("a"), Options{Replications: 5, Each: func(int, int, *model.Result) error { return full }}, fakeRun)
	require.ErrorIs(t, err, full)
}

func TestWrongOptionsAreErrors(t *testing.T) {
	for want, o := range map[string]Options{
		"0 replications: want at least 1":                    {},
		"no design number 2: the scenario has 2":             {Replications: 1, Designs: []int{0, 2}},
		"confidence level 95: want a number between 0 and 1": {Replications: 1, Level: 95},
	} {
		_, err := Run(t.Context(), twoYears("a", "b"), o)
		require.EqualError(t, err, want)
	}
	_, err := Run(t.Context(), twoYears(), Options{Replications: 1})
	require.EqualError(t, err, "the scenario has no design to run")
}

// Memory is constant in the number of replications: totals hold no run.
func TestAddingRunsAllocatesNothing(t *testing.T) {
	totals := newTotals(2)
	results := []*model.Result{fakeRun(0)(1, 1), fakeRun(1)(1, 1)}
	require.NoError(t, totals.add(results))
	require.Zero(t, testing.AllocsPerRun(100, func() { _ = totals.add(results) }))
}
