package scenarios

import (
	"bytes"
	"embed"
	"encoding/csv"
	"slices"
	"strings"

	"cumbre/model"
	"cumbre/model/calibrate"
)

//go:embed facts/*.csv
var factTables embed.FS

// AcceptedFile is the name by which messages call the accepted set that is built in.
const AcceptedFile = "accepted.csv"

// ShippedAccepted returns the accepted set that is built in, if there is one: the file
// facts/accepted.csv is part of the program as soon as it exists.
func ShippedAccepted() (data []byte, ok bool) {
	data, err := factTables.ReadFile("facts/" + AcceptedFile)
	return data, err == nil
}

// AcceptedSet is what a calibration accepted: values of parameters that agree with the
// archives, one row each.
type AcceptedSet struct {
	Free []calibrate.Free // the columns; only parameter and event are known
	Rows [][]float64
}

// Worlds returns the scenario with each row's values, in order.
func (a *AcceptedSet) Worlds(s *model.Spec) []*model.Spec {
	all := make([]*model.Spec, len(a.Rows))
	for i, row := range a.Rows {
		all[i] = calibrate.With(s, a.Free, row)
	}
	return all
}

// Accepted reads an accepted set for a scenario: a CSV table with a column for each
// parameter, called as the parameter (gan_interval_days) or, if an event sets it, with
// the event (gan_interval_days@gan-mature). The error, if any, is of type Problems and
// holds every mistake that was found.
func Accepted(name string, data []byte, s *model.Spec) (*AcceptedSet, error) {
	v := &table{collector: &collector{}, src: newSource(name, string(data))}
	set := &AcceptedSet{}
	v.parameters(set, data, s)
	for _, r := range v.rows(data) {
		row := make([]float64, len(set.Free))
		for i, f := range set.Free {
			info := f.Param.Info()
			row[i], _ = v.number(r.fields[f.Name()], f.Name(), interval{info.Min, info.Max, info.Unit, info.Whole})
		}
		set.Rows = append(set.Rows, row)
	}
	if len(set.Rows) == 0 && len(v.problems) == 0 {
		v.file(name, say("no hay filas de valores", "there are no rows of values"), "")
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return set, nil
}

// parameters finds what the columns are of. Those that are nothing stay columns, so that
// the values of the others are checked all the same.
func (v *table) parameters(set *AcceptedSet, data []byte, s *model.Spec) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	header, err := r.Read()
	if err != nil {
		return // a matter for rows
	}
	for i, name := range header {
		name = strings.TrimSpace(name)
		f, ok := v.parameter(v.node(r, i, name), s)
		if ok && !slices.Contains(v.columns, name) {
			set.Free = append(set.Free, f)
		}
		v.columns = append(v.columns, name)
	}
}

func (v *table) parameter(n *node, s *model.Spec) (f calibrate.Free, ok bool) {
	name, event, _ := strings.Cut(n.value, "@")
	p, known := model.ParamByName(name)
	if !known {
		right, _ := Suggest(name, paramNames(func(model.ParamInfo) bool { return true }))
		v.suggest(n, say("columna `%s`: no es un parámetro", "column `%s`: no parameter", short(n.value)), right)
		return f, false
	}
	f = calibrate.Free{Param: p, Event: event}
	if !f.In(s) {
		v.at(n, say("el escenario no tiene un evento `%s` que fije `%s`", "the scenario has no event `%s` that sets `%s`", short(event), name))
		return f, false
	}
	return f, true
}
