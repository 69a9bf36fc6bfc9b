package robustness

import (
	_ "embed"
	"encoding/json"
	"slices"

	"cumbre/model"
	"cumbre/model/robust"
	"cumbre/scenarios"
)

// The records of the built-in scenario with its own designs, as `make robust` writes
// them: nothing but what `cumbre robust --json` prints with every assumption drawn from
// its whole plausible range, and with --accepted, on the built-in set.
var (
	//go:embed stored/default.json
	drawnFile []byte
	//go:embed stored/accepted.json
	acceptedFile []byte
)

// For returns the record that holds for a comparison of the named designs of a
// scenario; ok is false unless scenario, designs and what is drawn are exactly those
// that it was computed for. Whether the model still gives these results, a test
// checks: it cannot change without the program.
func For(spec *model.Spec, designs []string) (rec Record, ok bool) {
	rec, err := read(drawnFile)
	if err != nil || !rec.of(spec, designs) || rec.Space != spaceHash(robust.Space(spec.Values, rec.Reach)) { // a test forbids an error
		return Record{}, false
	}
	return rec, true
}

// ForAccepted is For of the points that the calibration accepted: the record holds for
// the accepted set that is built in, and no other.
func ForAccepted(spec *model.Spec, designs []string) (rec Record, ok bool) {
	set, shipped := scenarios.ShippedAccepted()
	rec, err := read(acceptedFile)
	if err != nil || !shipped || !rec.of(spec, designs) || rec.Accepted == nil || rec.Accepted.SHA256 != sumOf(set) {
		return Record{}, false
	}
	return rec, true
}

// of reports whether a record is of these designs of the scenario.
func (rec Record) of(spec *model.Spec, designs []string) bool {
	return rec.ScenarioHash == scenarios.Hash(spec) && slices.Equal(rec.Designs, designs)
}

func read(file []byte) (rec Record, err error) {
	err = json.Unmarshal(file, &rec)
	return rec, err
}
