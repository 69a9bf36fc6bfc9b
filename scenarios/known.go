package scenarios

import (
	"bytes"
	"encoding/csv"
	"slices"

	"cumbre/model"
)

// SummitsFile is the table of summits that is built in.
const SummitsFile = "summits.csv"

// KnownSummits is what the facts tell of presidential summits after one of them. It is no
// input of any scenario.
type KnownSummits struct {
	Held               []model.Date // after that one, in order
	Until              model.Date   // the last day that the facts speak of
	Source, Confidence string       // of there being none since the last
}

// Before is how many were held before a day.
func (k *KnownSummits) Before(d model.Date) int {
	n := 0
	for _, held := range k.Held {
		if held < d {
			n++
		}
	}
	return n
}

// SummitsAfter returns what is known since a summit that ended on a day; false if none
// did, or if the facts do not say until when they know.
func SummitsAfter(d model.Date) (KnownSummits, bool) {
	data, err := factTables.ReadFile("facts/" + SummitsFile)
	if err != nil {
		return KnownSummits{}, false
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		return KnownSummits{}, false
	}
	column := func(row []string, name string) string { return row[slices.Index(rows[0], name)] }
	var k KnownSummits
	anchored := false
	for _, row := range rows[1:] {
		end, err := model.ParseDate(column(row, "date_end"))
		switch {
		case err != nil:
		case column(row, "number") == "none since":
			k.Until, k.Source, k.Confidence = end, column(row, "source"), column(row, "confidence")
		case end == d:
			anchored = true
		case end > d:
			k.Held = append(k.Held, end)
		}
	}
	return k, anchored && k.Until > d
}
