package compare

import (
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

func TestEveryUnitHasASpanishName(t *testing.T) {
	named := func(unit string) {
		if unit != "" {
			require.Contains(t, unitsES, unit)
			require.Equal(t, unit, Unit(unit, "en"))
			require.Equal(t, unitsES[unit], Unit(unit, "es"))
		}
	}
	for _, m := range model.Metrics() {
		named(m.Info().Unit)
	}
	for _, s := range model.AllSeries() {
		named(s.Info().Unit)
	}
	for _, p := range model.Params() {
		named(p.Info().Unit)
	}
	for _, e := range model.EventTypes() {
		for _, f := range e.Fields {
			named(f.Unit)
		}
	}
	require.Equal(t, "parsec", Unit("parsec", "es"))
}
