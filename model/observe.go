package model

import (
	"math"
	"slices"

	"cumbre/sim/stat"
)

// observation keeps the counts of one run and turns them into its Result.
type observation struct {
	issuedCount, adoptedCount, fulfilledCount, shelvedCount, lapsedCount, withdrawnCount int
	open                                                                                 int // not ended and not adopted
	sought                                                                               int // adopted and not in force
	vetoes                                                                               int
	consulted                                                                            int // adopted after consultation
	outvoted                                                                             int

	depthFulfilled, depthProposed, depthAdopted float64
	toAdoption, toFulfilment                    []float64

	meetings     [NumBodies]int
	virtual      int // of these, online
	sessions     int
	summitIssued int
	lastSummit   float64
	longestGap   float64
	terms        int
	termDays     float64

	officialDays, staffYears, cost, meetingCosts, busyBilled, sovereignty, secretariatYears float64
	officialsHeld, membersHeld                                                              float64 // days times officials, days times members
	daysWithoutPPT                                                                          float64
	billed                                                                                  float64 // up to when

	year       [NumSeries]float64 // flows of the running year
	areas      loadAreas          // at the start of the year
	costBefore float64            // likewise
}

// loadAreas are integrals over time: of tasks in the pools, and of the officials
// and members that there were to carry them.
type loadAreas struct{ officials, coordinators, officialsHeld, membersHeld float64 }

func (o *observation) reset(w *world) {
	*o = observation{toAdoption: o.toAdoption[:0], toFulfilment: o.toFulfilment[:0]}
}

func newResult(s *Spec) *Result {
	first, last := s.Start.Year(), (s.End - 1).Year()
	return &Result{FirstYear: first, Years: make([][NumSeries]float64, 0, last-first+1), Members: len(s.Members)}
}

func (o *observation) issued(w *world, m *mandate) {
	o.issuedCount++
	o.open++
	o.year[YearIssued]++
	o.year[YearIssuedIn(m.dim)]++
}

func (o *observation) adopted(w *world, m *mandate) {
	o.adoptedCount++
	if m.consulted {
		o.consulted++
	}
	o.open--
	o.sought++
	o.year[YearAdopted]++
	o.year[YearAdoptedIn(m.dim)]++
	o.depthProposed += m.proposedDepth
	o.depthAdopted += m.depth
	w.res.Bargained[m.dim] += m.proposedDepth - m.depth
	o.toAdoption = append(o.toAdoption, m.adopted-m.issued)
}

// ended counts a mandate's end; sought says it was adopted before.
func (o *observation) ended(w *world, m *mandate, sought bool) {
	if sought {
		o.sought--
	} else {
		o.open--
	}
	switch m.state {
	case fulfilled:
		o.fulfilledCount++
		o.year[YearFulfilled]++
		o.year[YearFulfilledIn(m.dim)]++
		o.depthFulfilled += m.depth
		o.toFulfilment = append(o.toFulfilment, m.ended-m.issued)
	case shelved:
		o.shelvedCount++
		o.year[YearShelved]++
	case lapsed:
		o.lapsedCount++
		o.year[YearLapsed]++
	case withdrawn:
		o.withdrawnCount++
		o.year[YearWithdrawn]++
	}
}

func (o *observation) vetoed(w *world, m *mandate, member int) {
	o.vetoes++
	m.vetoes++
	o.year[YearVetoes]++
	o.year[YearVetoesOf(m.body)]++
	o.year[YearVetoesIn(m.dim)]++
	o.year[YearVetoesBy(member)]++
	w.res.Vetoes[m.body][member]++
	w.res.DimVetoes[m.dim]++
	w.loseFromVeto()
}

func (o *observation) met(w *world, b Body) {
	o.meetings[b]++
	cost := w.meetingCost(b)
	if w.online {
		o.virtual++
		cost *= w.p[VirtualCost]
	}
	o.meetingCosts += cost
	switch b {
	case Summit:
		o.year[YearSummits]++
		o.longestGap = max(o.longestGap, w.k.Now()-o.lastSummit)
		o.lastSummit = w.k.Now()
	case Council:
		o.year[YearCouncils]++
	case HighLevelGroup:
		o.year[YearGANs]++
	case TechnicalGroup:
		o.year[YearRounds]++
	}
}

func (o *observation) session() { o.sessions++ }

func (o *observation) termEnded(days float64) {
	o.terms++
	o.termDays += days
}

// closeYear writes the row of a calendar year that ends now.
func (w *world) closeYear(int) {
	o := &w.obs
	w.account()
	row := o.year
	row[YearOpenBeforeAdoption], row[YearBeingImplemented] = float64(o.open), float64(o.sought)
	row[YearDepth], row[YearEffective] = mean(w.depth[:]), mean(w.effective[:])
	for d := range NumDimensions {
		row[YearDepthOf(d)], row[YearEffectiveOf(d)] = w.depth[d], w.effective[d]
	}
	row[YearCohesion], row[YearNorms] = w.cohesion, w.norms
	row[YearObservers], row[YearMembers] = w.observers, float64(w.activeCount())
	row[YearCost] = (o.cost - o.costBefore) / 1e6
	for i := range w.spec.Groups {
		if w.exists(i) {
			row[YearGroups]++
		}
	}
	now := w.loads()
	row[YearOfficialsLoad] = (now.officials - o.areas.officials) / (now.officialsHeld - o.areas.officialsHeld)
	row[YearCoordinatorsLoad] = (now.coordinators - o.areas.coordinators) / (now.membersHeld - o.areas.membersHeld)
	w.res.Years = append(w.res.Years, row)
	o.year, o.areas, o.costBefore = [NumSeries]float64{}, now, o.cost
}

func (w *world) loads() loadAreas {
	a := loadAreas{officialsHeld: w.obs.officialsHeld, membersHeld: w.obs.membersHeld}
	for i := range w.members {
		m := &w.members[i]
		a.officials += m.ministries[foreign].Area() + m.ministries[trade].Area()
		a.coordinators += m.coordinator.Area()
	}
	return a
}

// officials is the nominal number of officials of the present members.
func (w *world) officials() float64 {
	sum := 0.0
	for i := range w.members {
		if m := &w.members[i]; m.active {
			sum += float64(numMinistries) * m.v[Officials]
		}
	}
	return sum
}

// finish closes the run at its horizon and fills in the metrics.
func (w *world) finish() *Result {
	for _, m := range w.mandates[:w.count] {
		if m.isOpen() {
			w.closePhase(m)
		}
	}
	w.closeYear(0)
	w.obs.longestGap = max(w.obs.longestGap, w.k.Now()-w.obs.lastSummit)
	if w.presidencyVacant() {
		w.obs.daysWithoutPPT += w.k.Now() - w.presidency.vacant
	}
	w.res.Depth, w.res.Effective = w.depth, w.effective
	w.countMetrics()
	w.timeMetrics()
	w.depthMetrics()
	w.loadMetrics()
	w.meetingMetrics()
	w.seal()
	return w.res
}

func (w *world) countMetrics() {
	o, x := &w.obs, &w.res.Metrics
	years := w.k.Now() / DaysPerYear
	x[MThroughput] = float64(o.fulfilledCount) / years
	x[MIssued] = float64(o.issuedCount)
	x[MAdopted] = float64(o.adoptedCount)
	x[MFulfilled] = float64(o.fulfilledCount)
	x[MShelved] = float64(o.shelvedCount)
	x[MLapsed] = float64(o.lapsedCount)
	x[MWithdrawn] = float64(o.withdrawnCount)
	x[MOpen] = float64(o.open + o.sought)
	x[MFulfilledShare] = float64(o.fulfilledCount) / float64(o.issuedCount)
	x[MVetoes] = float64(o.vetoes)
	x[MVetoesPerMandate] = float64(o.vetoes) / float64(o.issuedCount)
	x[MImplementationGap] = 1 - float64(o.fulfilledCount)/float64(o.adoptedCount)
	x[MBeingImplemented] = float64(o.sought)
	x[MOutvoted] = float64(o.outvoted)
	x[MLegitimacy] = float64(o.consulted) / float64(o.adoptedCount)
}

func (w *world) timeMetrics() {
	o, x := &w.obs, &w.res.Metrics
	x[MMedianDaysToAdoption], x[MP90DaysToAdoption] = medianAndP90(o.toAdoption)
	x[MMedianDaysToFulfilment], x[MP90DaysToFulfilment] = medianAndP90(o.toFulfilment)
	x[MAdoptedWithin3Years] = w.adoptedWithin(3 * DaysPerYear)
	total := 0.0
	for _, d := range w.res.Time {
		total += d
	}
	x[MBureaucracyShare] = w.res.Time[Procedure] / total
	x[MWorkingShare] = w.res.Time[Working] / total
	x[MPeopleShare] = w.res.Time[PeopleWait] / total
	x[MConsultingShare] = w.res.Time[Consulting] / total
	x[MMeetingShare] = w.res.Time[MeetingWait] / total
	x[MNegotiatingShare] = w.res.Time[Negotiating] / total
	x[MRatifyingShare] = w.res.Time[Ratifying] / total
	x[MLaidAsideShare] = w.res.Time[LaidAside] / total
}

// adoptedWithin is the share adopted within days of issue, among the mandates
// that had so many days before the horizon.
func (w *world) adoptedWithin(days float64) float64 {
	eligible, done := 0.0, 0.0
	for _, m := range w.mandates[:w.count] {
		if m.issued+days > w.k.Now() {
			continue
		}
		eligible++
		if m.adopted-m.issued <= days { // false for NaN, never adopted
			done++
		}
	}
	return done / eligible
}

func (w *world) depthMetrics() {
	o, x := &w.obs, &w.res.Metrics
	x[MDepthThroughput] = o.depthFulfilled / (w.k.Now() / DaysPerYear)
	x[MDepth], x[MEffectiveDepth] = mean(w.depth[:]), mean(w.effective[:])
	x[MDepthFactors] = w.depthIndex(func(d DimensionInfo) bool { return d.Factors })
	x[MDepthNorms] = w.depthIndex(func(d DimensionInfo) bool { return d.Norms })
	x[MBargainedShare] = (o.depthProposed - o.depthAdopted) / o.depthProposed
	x[MCohesionEnd] = w.cohesion
}

// depthIndex is the mean depth of norms over the dimensions of one meaning of
// deep integration.
func (w *world) depthIndex(counts func(DimensionInfo) bool) float64 {
	sum, n := 0.0, 0.0
	for d := range NumDimensions {
		if counts(d.Info()) {
			sum += w.depth[d]
			n++
		}
	}
	return sum / n
}

func (w *world) loadMetrics() {
	o, x := &w.obs, &w.res.Metrics
	a := w.loads()
	x[MOfficialsLoad] = a.officials / a.officialsHeld
	x[MCoordinatorsLoad] = a.coordinators / a.membersHeld
	x[MSecretariatLoad] = w.secretariat.pool.Area() / (o.secretariatYears * DaysPerYear)
	x[MOfficialDays], x[MStaffYears] = o.officialDays, o.staffYears
	x[MCost] = o.cost / 1e6
	x[MCostPerFulfilled] = o.cost / 1e3 / float64(o.fulfilledCount)
	x[MOfficialDaysPerFulfilled] = o.officialDays / float64(o.fulfilledCount)
	x[MSovereigntyCost] = o.sovereignty
	x[MSecretariatYears] = o.secretariatYears
}

func (w *world) meetingMetrics() {
	o, x := &w.obs, &w.res.Metrics
	years := w.k.Now() / DaysPerYear
	x[MSummitsHeld] = float64(o.meetings[Summit])
	x[MSummitGap] = o.longestGap
	x[MCouncilMeetings] = float64(o.meetings[Council]) / years
	x[MGANMeetings] = float64(o.meetings[HighLevelGroup]) / years
	x[MNCMeetings] = float64(o.meetings[NationalCoordination]) / years
	x[MTGRounds] = float64(o.meetings[TechnicalGroup]) / years
	x[MVirtualMeetings] = float64(o.virtual)
	x[MGroupsPerRound] = float64(o.sessions) / float64(o.meetings[TechnicalGroup])
	x[MSummitMandates] = float64(o.summitIssued) / float64(o.meetings[Summit])
	x[MPPTLength] = o.termDays / float64(o.terms)
	x[MDaysWithoutPPT] = o.daysWithoutPPT
}

// seal turns undefined ratios into one NaN, the same bits on every platform, and
// folds the results into the run's digest.
func (w *world) seal() {
	for i, v := range w.res.Metrics {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			v = math.NaN()
			w.res.Metrics[i] = v
		}
		w.k.Fold(math.Float64bits(v))
	}
	for _, year := range w.res.Years {
		for _, v := range year {
			w.k.Fold(math.Float64bits(v))
		}
	}
	w.res.Events, w.res.Digest = w.k.Executed(), w.k.Digest()
}

func mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

// medianAndP90 sorts xs in place; of nothing they are NaN.
func medianAndP90(xs []float64) (median, p90 float64) {
	slices.Sort(xs)
	return stat.Quantile(xs, 0.5), stat.Quantile(xs, 0.9)
}
