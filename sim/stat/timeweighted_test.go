package stat

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestTimeWeighted(t *testing.T) {
	var w TimeWeighted
	w.Start(10, 2)
	require.True(t, math.IsNaN(w.Mean(10)))
	require.Zero(t, w.Area(10))
	w.Set(12, 5)  // 2 for 2
	w.Add(13, -4) // 5 for 1
	require.Equal(t, 1.0, w.Value())
	require.Equal(t, 9.0, w.Area(13))
	require.Equal(t, 12.0, w.Area(16), "the level lasts until asked")
	require.Equal(t, 2.0, w.Mean(16))
	require.Equal(t, 5.0, w.Max())
	w.Start(16, 1) // end of a warm-up
	require.Equal(t, [3]float64{0, 1, 1}, [3]float64{w.Area(16), w.Mean(18), w.Max()})
}

// TestInfiniteLevelForNoTime: 0 times infinity must not spoil the integral.
func TestInfiniteLevelForNoTime(t *testing.T) {
	var w TimeWeighted
	w.Start(0, 1)
	w.Set(1, math.Inf(1))
	w.Set(1, 3)
	require.Equal(t, 4.0, w.Area(2))
}

// TestAreaIsTheSumOfStays is the conservation law behind Little's formula:
// the integral of the number present is the total time spent.
func TestAreaIsTheSumOfStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var w TimeWeighted
		w.Start(0, 0)
		now, stays, present := 0.0, 0.0, []float64{}
		for range rapid.IntRange(1, 80).Draw(t, "events") {
			now += rapid.Float64Range(0, 5).Draw(t, "gap")
			if len(present) > 0 && rapid.Bool().Draw(t, "leave") {
				stays += now - present[0]
				present = present[1:]
				w.Add(now, -1)
				continue
			}
			present = append(present, now)
			w.Add(now, 1)
		}
		for _, since := range present {
			stays += now - since
		}
		require.Equal(t, float64(len(present)), w.Value())
		require.InDelta(t, stays, w.Area(now), 1e-9)
	})
}

// TestSetToTheSameLevel may split an interval but not change the integral.
func TestSetToTheSameLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var plain, split TimeWeighted
		plain.Start(0, 1)
		split.Start(0, 1)
		now := 0.0
		for range 30 {
			half := rapid.Float64Range(0, 3).Draw(t, "half gap")
			v := rapid.Float64Range(-10, 10).Draw(t, "level")
			split.Set(now+half, split.Value())
			now += 2 * half
			plain.Set(now, v)
			split.Set(now, v)
		}
		require.InDelta(t, plain.Area(now), split.Area(now), 1e-9)
		require.Equal(t, plain.Max(), split.Max())
	})
}

func TestNoAllocation(t *testing.T) {
	var w TimeWeighted
	var s Tally
	var p Paired
	q, now := NewP2(0.9), 0.0
	w.Start(0, 0)
	require.Zero(t, testing.AllocsPerRun(1000, func() {
		now++
		w.Set(now, now)
		w.Add(now, 1)
		s.Add(w.Mean(now + 1))
		p.Add(now, 1)
		q.Add(now * (1 - now))
	}))
}
