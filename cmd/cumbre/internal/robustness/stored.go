package robustness

import (
	_ "embed"
	"encoding/json"
	"slices"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/scenarios"
)

// file is the record of the built-in scenario with its own designs and every
// assumption drawn from its whole plausible range, as `make robust` writes it:
// nothing but what `cumbre robust --json` prints.
//
//go:embed stored/default.json
var file []byte

// For returns the record that holds for a comparison of the named designs of a
// scenario; ok is false unless scenario, designs and what is drawn are exactly those
// that it was computed for. Whether the model still gives these results, a test
// checks: it cannot change without the program.
func For(spec *model.Spec, designs []string) (rec Record, ok bool) {
	rec, err := read()
	if err != nil {
		return Record{}, false // a test forbids it
	}
	if rec.ScenarioHash != scenarios.Hash(spec) || !slices.Equal(rec.Designs, designs) || rec.Space != spaceHash(robust.Space(spec.Values, rec.Reach)) {
		return Record{}, false
	}
	return rec, true
}

func read() (rec Record, err error) {
	err = json.Unmarshal(file, &rec)
	return rec, err
}
