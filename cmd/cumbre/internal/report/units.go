package report

import (
	"strings"

	"cumbre/model/compare"
)

// one are the units that stand behind a number and have a singular: English and
// Spanish.
var one = map[string][2]string{
	"days":     {"day", "día"},
	"mandates": {"mandate", "mandato"},
	"states":   {"state", "estado"},
}

// quantity writes a number with its unit: 1 day, 2 days.
func (l tongue) quantity(x float64, unit string) string {
	words := l.unit(unit)
	if singular, ok := one[unit]; ok && x == 1 {
		words = l.say(singular[1], singular[0])
	}
	return strings.TrimSpace(l.compact(x) + " " + words)
}

// unit writes a unit of the registries in the language.
func (l tongue) unit(unit string) string { return compare.Unit(unit, l.tag) }
