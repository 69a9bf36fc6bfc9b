package scenarios

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func TestWhatIsKnownSinceASummit(t *testing.T) {
	k, ok := SummitsAfter(model.NewDate(2022, 1, 26))
	require.True(t, ok)
	require.Empty(t, k.Held)
	require.Equal(t, model.NewDate(2026, 1, 30), k.Until)
	require.Equal(t, "single-source", k.Confidence)
	require.Contains(t, k.Source, "Absence of evidence")
	k, ok = SummitsAfter(model.NewDate(2019, 7, 6))
	require.True(t, ok)
	require.Equal(t, []model.Date{model.NewDate(2020, 12, 11), model.NewDate(2022, 1, 26)}, k.Held)
	require.Equal(t, 1, k.Before(model.NewDate(2022, 1, 26)))
	require.Equal(t, 2, k.Before(model.NewDate(2022, 1, 27)))
	_, ok = SummitsAfter(model.NewDate(2022, 1, 27))
	require.False(t, ok, "no summit was held on that day")
}
