package scenarios

import (
	_ "embed"

	"cumbre/model/history"
)

//go:embed facts/observed.csv
var shippedObserved []byte

// ObservedFile is the name by which messages call the observations that are built in.
const ObservedFile = "observed.csv"

// ShippedObserved returns the table of observations that is built in.
func ShippedObserved() []byte { return shippedObserved }

var observedColumns = []string{"quantity", "from", "to", "value", "low", "high", "unit", "source", "confidence", "note"}

// Observed reads a table of what was observed of the real Alliance, as facts/observed.csv:
// each row a target that is held against a run and never fitted. The error, if any, is of
// type Problems and holds every mistake that was found.
func Observed(name string, data []byte) ([]history.Target, error) {
	v := &targetReader{table: table{collector: &collector{}, src: newSource(name, string(data)), columns: observedColumns}}
	var all []history.Target
	for _, r := range v.rows(data) {
		t := v.observation(r)
		for i, earlier := range all {
			if t.Quantity != nil && t.Quantity == earlier.Quantity && t.From == earlier.From && t.To == earlier.To {
				v.at(r.row, say("`%s` de esta ventana ya está en la línea %d", "`%s` of this window is in line %d already", t.Name, v.places[i].row.line))
			}
		}
		all, v.places = append(all, t), append(v.places, r)
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return all, nil
}

func (v *targetReader) observation(r record) history.Target {
	f := r.fields
	t := history.Target{Name: f["quantity"].value, Unit: f["unit"].value, Note: f["note"].value, Source: f["source"].value, Use: history.Check}
	t.Confidence, _ = v.among(f["confidence"], "confidence", confidenceNoun, confidences)
	if f["source"].kind == empty {
		v.at(f["source"], say("una observación sin fuente no es un hecho", "an observation without a source is no fact"))
	}
	v.quantity(&t, f["quantity"], f["unit"])
	v.window(&t, f["from"], f["to"])
	v.figures(&t, f)
	return t
}
