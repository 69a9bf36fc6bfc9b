package scenarios

import (
	"math"
	"slices"

	"cumbre/model/history"
)

// PredictionColumns are the columns of predictions.csv.
func PredictionColumns() []string { return slices.Clone(predictionColumns) }

// OutcomeColumns are the columns of a table of what came of predictions.
func OutcomeColumns() []string { return slices.Clone(outcomeColumns) }

var (
	predictionColumns = []string{"quantity", "scope", "year", "ordinal", "member", "member_share", "from", "to", "role", "level", "value", "unit",
		"runs", "undefined_runs", "beyond_runs"}
	outcomeColumns = []string{"quantity", "scope", "year", "ordinal", "from", "to", "unit", "value"}
)

var (
	scopeNoun = noun{say("un alcance", "a scope"), say("alcance desconocido", "unknown scope")}
	roleNoun  = noun{say("un papel", "a role"), say("papel desconocido", "unknown role")}
)

// Forecasts reads predictions.csv as `cumbre predict` writes it. The error, if any, is of
// type Problems and holds every mistake that was found.
func Forecasts(name string, data []byte) ([]*history.Forecast, error) {
	v := &table{collector: &collector{}, src: newSource(name, string(data)), columns: predictionColumns}
	var all []*history.Forecast
	of := map[history.ForecastKey]*history.Forecast{}
	for _, r := range v.rows(data) {
		n := r.fields
		v.among(n["scope"], "scope", scopeNoun, []string{string(history.OfYear), string(history.Cumulative), string(history.AtMoment), string(history.ByOrdinal)})
		v.among(n["role"], "role", roleNoun, roleNames())
		k := keyOf(n)
		f := of[k]
		if f == nil {
			f = &history.Forecast{Key: k, Year: n["year"].value, Unit: n["unit"].value, Role: history.Role(n["role"].value)}
			of[k], all = f, append(all, f)
		}
		level, ok := v.number(n["level"], "level", interval{min: 0, max: 1})
		if last := len(f.Levels) - 1; ok && last >= 0 && level <= f.Levels[last] {
			v.at(n["level"], say("los niveles de una predicción van de menor a mayor", "the levels of a prediction go from low to high"))
		}
		f.Levels, f.Values = append(f.Levels, level), append(f.Values, v.forecastValue(n))
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return all, nil
}

// forecastValue reads a quantile. An empty one lies beyond the horizon if histories do,
// and does not exist otherwise.
func (t *table) forecastValue(n map[string]*node) float64 {
	if n["value"].kind != empty {
		x, _ := t.number(n["value"], "value", interval{min: -1e12, max: 1e12})
		return x
	}
	if beyond, ok := t.number(n["beyond_runs"], "beyond_runs", interval{min: 0, max: 1e12}); ok && beyond > 0 {
		return math.Inf(1)
	}
	return math.NaN()
}

func keyOf(n map[string]*node) history.ForecastKey {
	return history.ForecastKey{Quantity: n["quantity"].value, Scope: history.Scope(n["scope"].value), Ordinal: n["ordinal"].value, From: n["from"].value, To: n["to"].value}
}

func roleNames() []string {
	var names []string
	for _, r := range history.Roles() {
		names = append(names, string(r))
	}
	return names
}

// Outcomes reads what came of forecasts: a row for each, those with an empty value being
// not yet known. The error, if any, is of type Problems and holds every mistake.
func Outcomes(name string, data []byte, forecasts []*history.Forecast) ([]history.Outcome, error) {
	v := &table{collector: &collector{}, src: newSource(name, string(data)), columns: outcomeColumns}
	of := map[history.ForecastKey]*history.Forecast{}
	for _, f := range forecasts {
		of[f.Key] = f
	}
	line := map[history.ForecastKey]int{}
	var all []history.Outcome
	for _, r := range v.rows(data) {
		n := r.fields
		f, k := of[keyOf(n)], keyOf(n)
		switch {
		case f == nil:
			v.at(r.row, say("ninguna predicción es de esta cantidad y ventana", "no prediction is of this quantity and window"))
			continue
		case line[k] > 0:
			v.at(r.row, say("ya está en la línea %d", "it is in line %d already", line[k]))
		case n["unit"].value != f.Unit:
			v.at(n["unit"], say("la predicción está en `%s`, no en `%s`", "the prediction is in `%s`, not in `%s`", f.Unit, short(n["unit"].value)))
		}
		line[k] = r.row.line
		if n["value"].kind == empty {
			continue
		}
		if x, ok := v.number(n["value"], "value", interval{min: -1e12, max: 1e12}); ok {
			all = append(all, history.Outcome{Forecast: f, Value: x})
		}
	}
	if len(all) == 0 && len(v.problems) == 0 {
		v.file(name, say("ninguna fila tiene valor", "no row has a value"), "")
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return all, nil
}
