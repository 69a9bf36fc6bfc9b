package model

import "math"

// Virtual meetings: a meeting held online costs less and slips less often, since nobody
// travels, and gets through less of its agenda. A pandemic moves meetings online; a
// design may do so at any time. National Coordinations are left out: they meet by video
// anyway.

var (
	VirtualShare = param(ParamInfo{Name: "virtual_share", Default: 0, Min: 0, Max: 1, Low: 0, High: 0.3, Unit: "share", From: Assumption, Mechanism: Meetings, Design: true,
		Source: "of fifteen summits to 2020 the III was virtual and the XV half so (summits); no count for other bodies",
		Text:   Text{"parte de las reuniones que se celebra en línea", "share of meetings held online"}})
	PandemicVirtual = param(ParamInfo{Name: "pandemic_virtual_share", Default: 1, Min: 0, Max: 1, Low: 0.5, High: 1, Unit: "share", From: Assumption, Mechanism: Shocks,
		Source: "in December 2020 two of four presidents took part online (summits); other bodies: assumption",
		Text:   Text{"parte de las reuniones que pasa a ser en línea en una pandemia", "share of meetings that move online in a pandemic"}})
	VirtualCost = param(ParamInfo{Name: "virtual_cost", Default: 0.1, Min: 0, Max: 1, Low: 0.05, High: 0.3, Unit: "share", From: Assumption, Mechanism: Meetings,
		Source: "no travel and no venue; no budget found",
		Text:   Text{"costo de una reunión en línea, como parte del presencial", "cost of a meeting online, as a share of one in person"}})
	VirtualSlip = param(ParamInfo{Name: "virtual_slip", Default: 0.5, Min: 0, Max: 2, Low: 0.25, High: 1, From: Assumption, Mechanism: Meetings,
		Source: "four calendars without travel; size: assumption, 1 within the range",
		Text:   Text{"multiplica la probabilidad de que se posponga una reunión en línea", "multiplies the probability that a meeting online slips"}})
	VirtualAgenda = param(ParamInfo{Name: "virtual_agenda", Default: 0.8, Min: 0.3, Max: 1.2, Low: 0.6, High: 1, Unit: "share", From: Assumption, Mechanism: Meetings,
		Source: "no corridor to settle things in; size: assumption, 1 within the range",
		Text:   Text{"parte de la agenda que alcanza una reunión en línea", "share of the agenda that a meeting online gets through"}})
)

// virtual draws whether a body's meeting is held online: the same draw meets whatever
// share is in force on the day.
func (w *world) virtual(b Body, series origin, ordinal int) bool {
	share := w.p[VirtualShare]
	if w.pandemicOn() {
		share = max(share, w.p[PandemicVirtual])
	}
	if b == NationalCoordination || share <= 0 {
		return false
	}
	s := w.src.Stream(drawVirtual, uint64(b), uint64(series), uint64(ordinal))
	return s.Bernoulli(share)
}

// onlineCapability is the probability that a meeting online is convened on time, given
// that of one in person.
func (w *world) onlineCapability(inPerson float64) float64 {
	return max(0, 1-float64((1-inPerson)*w.p[VirtualSlip]))
}

// onlineAgenda is how much of n items a meeting online gets through, one at least.
func (w *world) onlineAgenda(n int) int {
	return max(1, int(math.Floor(float64(float64(n)*w.p[VirtualAgenda])+0.5)))
}
