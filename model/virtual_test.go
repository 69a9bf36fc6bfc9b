package model

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A pandemic moves meetings online: they cost their share and get through theirs of the
// agenda, those of the coordinations as ever.
func TestPandemicMovesMeetingsOnline(t *testing.T) {
	s := lab(1, 400, Meetings, Shocks, Costs).declared(40).with(Setting{TGInterval, 50}, Setting{TGAgenda, 10}, Setting{NCInterval, 30}, Setting{NCAgenda, 5},
		Setting{GANInterval, 1e6}, Setting{CouncilInterval, 1e6}, Setting{TermDays, 1e6}, Setting{CostRound, 1e6}, Setting{CostNC, 0}, Setting{CostCoordinator, 0},
		Setting{VirtualCost, 0.25}, Setting{VirtualAgenda, 0.6})
	s.add(event("pandemic", "2001-03-02", 100)) // days 60 to 160: rounds of 100 and 150
	all, r := watched(s, 0, 1)
	require.Equal(t, map[float64]int{50: 10, 100: 6, 150: 6, 200: 10, 250: 8}, entered(all, "before_nc"))
	for day, n := range entered(all, "before_gan") {
		require.LessOrEqual(t, n, 5, "day %v", day)
	}
	require.Equal(t, 5, entered(all, "before_gan")[120], "coordinators meet by video anyway")
	x := r.w.res.Metrics
	require.Equal(t, 2.0, x[MVirtualMeetings])
	require.InDelta(t, 5+2*0.25, x[MCost], 1e-12)

	s.with(Setting{PandemicVirtual, 0})
	all, _ = watched(s, 0, 1)
	require.Equal(t, map[float64]int{50: 10, 100: 10, 150: 10, 200: 10}, entered(all, "before_nc"), "none moved")
}

// The share of meetings online is the parameter, and a meeting online slips less often
// by its factor.
func TestVirtualMeetingsSlipLess(t *testing.T) {
	const share = 0.3
	s := lab(1, 40000, Meetings, Presidency).with(Setting{VirtualShare, share}, Setting{GANInterval, 20}, Setting{CouncilInterval, 1e6}, Setting{TGInterval, 1e6}, Setting{TermDays, 1e6},
		Setting{PPTCapability, 0.6}, Setting{VirtualSlip, 0.25}, Setting{MaxSlips, 1}, Setting{SlipDays, 10})
	x := run(s, 0, 1).Metrics
	meetings := x[MGANMeetings] * 40000 / DaysPerYear
	requireShare(t, share, int(x[MVirtualMeetings]), int(meetings+0.5), "online")
	// A meeting takes its interval and, with the probability of a slip, ten days more.
	slip := share*0.4*0.25 + (1-share)*0.4
	require.InEpsilon(t, 40000/(20+10*slip), meetings, 0.01)
}
