package cli

import (
	"regexp"
	"slices"
	"testing"

	"cumbre/model"
)

// Every parameter whose source names 2022 or a later year either is said not to be blind,
// or is listed here because what it cites was over in January 2022.
func TestParametersThatAreNotBlind(t *testing.T) {
	over := []model.Param{model.TermDays, model.TreatyShare} // regular terms until 26 January 2022; signatures until then
	late := regexp.MustCompile(`\b(202[2-9]|20[3-9][0-9])\b`)
	for _, p := range model.Params() {
		if cites := late.MatchString(p.Info().Source); cites != (slices.Contains(hindsight, p) || slices.Contains(over, p)) {
			t.Errorf("%s: cites 2022 or later: %v: %s", p, cites, p.Info().Source)
		}
	}
}
