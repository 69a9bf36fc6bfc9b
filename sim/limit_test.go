package sim_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/sim"
)

// A model that never comes to an end fails at the same event always, and Reset keeps the
// limit; one that ends within it does not notice.
func TestLimitOfEvents(t *testing.T) {
	k := sim.New()
	var again sim.Kind
	again = k.On("again", 0, func(sim.Event) { k.After(0, again, 0) })
	k.Limit(1000)
	for range 2 {
		k.Reset()
		k.At(3, again, 0)
		require.PanicsWithValue(t, sim.TooManyEvents{Limit: 1000, Time: 3}, func() { k.Run(4) })
		require.EqualValues(t, 1000, k.Executed())
	}
	require.Equal(t, "more than 1000 events: stopped at time 3", sim.TooManyEvents{Limit: 1000, Time: 3}.Error())

	k.Reset()
	count := 0
	once := k.On("once", 0, func(sim.Event) { count++ })
	for range 1000 {
		k.At(1, once, 0)
	}
	k.Run(4)
	require.Equal(t, 1000, count)
	k.Limit(0)
	for range 1000 {
		k.After(1, once, 0)
	}
	k.Run(9)
	require.Equal(t, 2000, count)
}
