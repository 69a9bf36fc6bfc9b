package compare

import (
	"errors"

	"cumbre/model"
	"cumbre/sim/stat"
)

// designTotals is everything remembered of one design's runs.
type designTotals struct {
	metrics                                [model.NumMetrics]stat.Tally
	depth, effective, bargained, dimVetoes [model.NumDimensions]stat.Tally
	phases                                 [model.NumPhases]stat.Tally
	vetoes, consents                       [model.NumBodies][model.MaxMembers]int // sums
	events                                 stat.Tally
	members                                int
	firstYear                              int
	years                                  [][model.NumSeries]bandTotals
}

// bandTotals is one yearly quantity: its mean and three quantiles.
type bandTotals struct {
	stat.Tally
	quantiles [3]stat.P2
}

func newBandTotals() bandTotals {
	return bandTotals{quantiles: [3]stat.P2{stat.NewP2(0.1), stat.NewP2(0.5), stat.NewP2(0.9)}}
}

// add takes in one run.
func (t *designTotals) add(r *model.Result) error {
	if t.events.N() == 0 {
		t.startYears(r)
	}
	if r.FirstYear != t.firstYear || len(r.Years) != len(t.years) {
		return errors.New("runs of one design cover different years")
	}
	observe(t.metrics[:], r.Metrics[:])
	observe(t.depth[:], r.Depth[:])
	observe(t.effective[:], r.Effective[:])
	observe(t.bargained[:], r.Bargained[:])
	for d, n := range r.DimVetoes {
		t.dimVetoes[d].Add(float64(n))
	}
	for y := range r.Years {
		observeYear(&t.years[y], &r.Years[y])
	}
	t.addPhases(r)
	t.addBallots(r)
	t.events.Add(float64(r.Events))
	return nil
}

func (t *designTotals) startYears(r *model.Result) {
	t.firstYear = r.FirstYear
	t.years = make([][model.NumSeries]bandTotals, len(r.Years))
	for y := range t.years {
		for s := range t.years[y] {
			t.years[y][s] = newBandTotals()
		}
	}
}

// addPhases spreads the time spent over the mandates issued, so that a design
// with more mandates does not look slow for it.
func (t *designTotals) addPhases(r *model.Result) {
	issued := r.Metrics[model.MIssued]
	if !(issued > 0) {
		return
	}
	for p, days := range r.Time {
		add(&t.phases[p], days/issued)
	}
}

func (t *designTotals) addBallots(r *model.Result) {
	t.members = max(t.members, r.Members)
	for b := range r.Vetoes {
		for m := range r.Members {
			t.vetoes[b][m] += r.Vetoes[b][m]
			t.consents[b][m] += r.Consents[b][m]
		}
	}
}

func observe(tallies []stat.Tally, values []float64) {
	for i, x := range values {
		add(&tallies[i], x)
	}
}

// add records x unless it is undefined.
func add(t *stat.Tally, x float64) {
	if x = finite(x); x == x {
		t.Add(x)
	}
}

func observeYear(bands *[model.NumSeries]bandTotals, values *[model.NumSeries]float64) {
	for s, x := range values {
		if x = finite(x); x != x {
			continue
		}
		bands[s].Add(x)
		for q := range bands[s].quantiles {
			bands[s].quantiles[q].Add(x)
		}
	}
}

// result estimates everything from the totals of n runs.
func (t *designTotals) result(n int, level float64) DesignResult {
	r := DesignResult{FirstYear: t.firstYear, Members: t.members, Events: t.events.Mean()}
	estimate(r.Metrics[:], t.metrics[:], level)
	estimate(r.Depth[:], t.depth[:], level)
	estimate(r.Effective[:], t.effective[:], level)
	estimate(r.Bargained[:], t.bargained[:], level)
	estimate(r.DimVetoes[:], t.dimVetoes[:], level)
	estimate(r.Phases[:], t.phases[:], level)
	for b := range t.vetoes {
		for m := range t.members {
			r.Vetoes[b][m] = float64(t.vetoes[b][m]) / float64(n)
			r.Consents[b][m] = float64(t.consents[b][m]) / float64(n)
		}
	}
	r.Years = make([][model.NumSeries]Band, len(t.years))
	for y := range t.years {
		for s := range t.years[y] {
			r.Years[y][s] = t.years[y][s].band(level)
		}
	}
	return r
}

func estimate(into []stat.Estimate, tallies []stat.Tally, level float64) {
	for i := range tallies {
		into[i] = tallies[i].Interval(level)
	}
}

func (b *bandTotals) band(level float64) Band {
	e := b.Interval(level)
	return Band{
		Mean: e.Mean, Low: e.Low, High: e.High,
		P10: b.quantiles[0].Value(), P50: b.quantiles[1].Value(), P90: b.quantiles[2].Value(),
	}
}
