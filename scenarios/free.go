package scenarios

import (
	_ "embed"

	"cumbre/model"
	"cumbre/model/calibrate"
)

//go:embed facts/free.csv
var shippedFree []byte

// FreeFile is the name by which messages call the free parameters that are built in.
const FreeFile = "free.csv"

// ShippedFree returns the table of free parameters that is built in.
func ShippedFree() []byte { return shippedFree }

var freeColumns = []string{"parameter", "event", "low", "high", "why_es", "why_en"}

// Free reads a table of the parameters that a calibration leaves free, as facts/free.csv,
// for a scenario; for nil, one that could not be read, nothing is asked of its events.
// The error, if any, is of type Problems and holds every mistake.
func Free(name string, data []byte, s *model.Spec) ([]calibrate.Free, error) {
	v := &table{collector: &collector{}, src: newSource(name, string(data)), columns: freeColumns}
	var all []calibrate.Free
	seen := map[string]int{}
	for _, r := range v.rows(data) {
		f, ok := v.free(r, s)
		if !ok {
			continue
		}
		if line := seen[f.Name()]; line > 0 {
			v.at(r.row, say("`%s` ya está en la línea %d", "`%s` is in line %d already", f.Name(), line))
		}
		seen[f.Name()] = r.row.line
		all = append(all, f)
	}
	if len(all) == 0 && len(v.problems) == 0 {
		v.file(name, say("no hay parámetros libres", "there are no free parameters"), "")
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return all, nil
}

func (v *table) free(r record, s *model.Spec) (f calibrate.Free, ok bool) {
	n := r.fields
	p, known := model.ParamByName(n["parameter"].value)
	if !known {
		v.unknown(n["parameter"], parameterNoun, paramNames(func(model.ParamInfo) bool { return true }))
		return f, false
	}
	i := p.Info()
	f = calibrate.Free{Param: p, Event: n["event"].value, Why: model.Text{ES: n["why_es"].value, EN: n["why_en"].value}}
	within := interval{i.Min, i.Max, i.Unit, i.Whole}
	var fine [2]bool
	f.Low, fine[0] = v.number(n["low"], "low", within)
	f.High, fine[1] = v.number(n["high"], "high", within)
	if fine[0] && fine[1] && f.Low >= f.High {
		v.at(n["low"], say("`low`, %s, no es menor que `high`, %s", "`low`, %s, is not below `high`, %s", bound(f.Low), bound(f.High)))
	}
	if s != nil && !f.In(s) {
		v.at(n["event"], say("el escenario no tiene un evento `%s` que fije `%s`", "the scenario has no event `%s` that sets `%s`", short(f.Event), i.Name))
		return f, false
	}
	return f, fine[0] && fine[1]
}
