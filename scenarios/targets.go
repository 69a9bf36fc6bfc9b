package scenarios

import (
	_ "embed"
	"math"
	"slices"

	"cumbre/model"
	"cumbre/model/history"
)

//go:embed facts/targets.csv
var shippedTargets []byte

// TargetsFile is the name by which messages call the targets that are built in.
const TargetsFile = "targets.csv"

// ShippedTargets returns the table of targets that is built in.
func ShippedTargets() []byte { return shippedTargets }

var (
	useNoun      = noun{say("un uso", "a use"), say("uso desconocido", "unknown use")}
	quantityNoun = noun{say("una cantidad", "a quantity"), say("cantidad desconocida", "unknown quantity")}
)

// targetConfidences are those of facts, and that of a figure that does not exist.
var targetConfidences = append(slices.Clone(confidences), "not found")

var targetColumns = []string{"quantity", "from", "to", "value", "low", "high", "unit", "use", "source", "confidence", "note"}

// Targets reads a table of targets, as facts/targets.csv. The error, if any, is of type
// Problems and holds every mistake that was found.
func Targets(name string, data []byte) ([]history.Target, error) {
	return TargetsFor(name, data, nil)
}

// TargetsFor reads a table of targets for a scenario, which must cover their windows; nil
// for none.
func TargetsFor(name string, data []byte, s *model.Spec) ([]history.Target, error) {
	v := &targetReader{spec: s, table: table{collector: &collector{}, src: newSource(name, string(data)), columns: targetColumns}}
	var all []history.Target
	for _, r := range v.rows(data) {
		all = append(all, v.target(r))
		v.places = append(v.places, r)
	}
	v.contradictions(all)
	if err := v.err(); err != nil {
		return nil, err
	}
	return all, nil
}

type targetReader struct {
	table
	spec   *model.Spec // nil if windows are not held against any
	places []record
}

func (v *targetReader) target(r record) history.Target {
	f := r.fields
	t := history.Target{Name: f["quantity"].value, Unit: f["unit"].value, Note: f["note"].value, Source: f["source"].value}
	use, _ := v.among(f["use"], "use", useNoun, useNames())
	t.Use = history.Use(use)
	t.Confidence, _ = v.among(f["confidence"], "confidence", confidenceNoun, targetConfidences)
	if f["source"].kind == empty {
		v.at(f["source"], say("un objetivo sin fuente no es un hecho", "a target without a source is no fact"))
	}
	v.quantity(&t, f["quantity"], f["unit"])
	v.window(&t, f["from"], f["to"])
	v.figures(&t, f)
	return t
}

// quantity finds what the target is of. Inputs and what the model does not have may be
// called as one likes.
func (v *targetReader) quantity(t *history.Target, n, unit *node) {
	q, ok := history.ByName(n.value)
	if !ok {
		if t.Use != history.Input && t.Use != history.Unmodelled {
			v.unknown(n, quantityNoun, quantityNames())
		}
		return
	}
	t.Quantity = q
	if unit.value != q.Unit {
		v.at(unit, say("`%s` se mide en `%s`, no en `%s`", "`%s` is measured in `%s`, not in `%s`", q.Name, q.Unit, short(unit.value)))
	}
}

func (v *targetReader) window(t *history.Target, from, to *node) {
	if t.Quantity == nil && from.kind == empty && to.kind == empty {
		return
	}
	var ok [2]bool
	t.From, ok[0] = v.date(from, "from")
	t.To, ok[1] = v.date(to, "to")
	if !ok[0] || !ok[1] {
		return
	}
	moment := t.Quantity == nil || t.Quantity.Moment
	if t.From > t.To || t.From == t.To && !moment {
		v.at(to, say("la ventana termina el %v y empieza el %v", "the window ends on %v and begins on %v", t.To, t.From))
		return
	}
	if v.spec != nil && outside(t, v.spec) {
		place := to
		if t.From < v.spec.Start {
			place = from
		}
		v.at(place, say("la ventana va del %v al %v y el escenario, del %v al %v", "the window goes from %v to %v and the scenario from %v to %v", t.From, t.To, v.spec.Start, v.spec.End-1))
	}
}

// figures reads value and interval. What is fitted needs both; a value outside its own
// interval contradicts itself.
func (v *targetReader) figures(t *history.Target, f map[string]*node) {
	t.Value, t.Low, t.High = v.figure(f["value"], "value"), v.figure(f["low"], "low"), v.figure(f["high"], "high")
	bounded := f["low"].kind != empty && f["high"].kind != empty
	switch {
	case f["low"].kind == empty != (f["high"].kind == empty):
		v.at(f["low"], say("`low` y `high` van juntos", "`low` and `high` go together"))
	case t.Use == history.Calibrate && (!bounded || f["value"].kind == empty):
		v.at(f["value"], say("lo que se ajusta necesita `value`, `low` y `high`", "what is fitted needs `value`, `low` and `high`"))
	case t.Use == history.Free && !bounded:
		v.at(f["low"], say("lo que queda libre necesita el intervalo de sus pares, `low` y `high`", "what stays free needs the interval of its peers, `low` and `high`"))
	case t.Use == history.Check && !bounded && f["value"].kind == empty:
		v.at(f["value"], say("no hay ni valor ni intervalo con que comparar", "there is neither a value nor an interval to compare with"))
	case t.Low >= t.High:
		v.at(f["low"], say("`low`, %s, no es menor que `high`, %s", "`low`, %s, is not below `high`, %s", bound(t.Low), bound(t.High)))
	case t.Value < t.Low || t.Value > t.High:
		v.at(f["value"], say("el valor, %s, está fuera de su intervalo, de %s a %s", "the value, %s, is outside its interval, %s to %s", bound(t.Value), bound(t.Low), bound(t.High)))
	}
}

// figure reads a number, NaN if the field is empty.
func (v *targetReader) figure(n *node, what string) float64 {
	if n.kind == empty {
		return math.NaN()
	}
	if x, ok := v.number(n, what, interval{min: 0, max: 1e6}); ok {
		return x
	}
	return math.NaN()
}

// contradictions finds targets of one quantity, one of them at least fitted, whose windows
// overlap and whose intervals do not: no run can satisfy both.
func (v *targetReader) contradictions(all []history.Target) {
	for i, t := range all {
		for j, earlier := range all[:i] {
			same := t.From == earlier.From && t.To == earlier.To
			overlap := same || t.From < earlier.To && earlier.From < t.To
			switch {
			case t.Quantity == nil || t.Quantity != earlier.Quantity || !compared(t) || !compared(earlier) || !t.Fitted() && !earlier.Fitted():
			case same && t.Fitted() && earlier.Fitted():
				v.at(v.places[i].row, say("`%s` de esta ventana ya está en la línea %d", "`%s` of this window is in line %d already", t.Name, v.places[j].row.line))
			case overlap && (t.High < earlier.Low || earlier.High < t.Low):
				v.at(v.places[i].row, say("contradice la línea %d: las ventanas se solapan y los intervalos no", "contradicts line %d: the windows overlap and the intervals do not", v.places[j].row.line))
			}
		}
	}
}

// compared reports whether runs are held against the target's interval.
func compared(t history.Target) bool {
	return t.Use == history.Calibrate || t.Use == history.Check || t.Use == history.Free
}

func useNames() []string {
	var names []string
	for _, u := range history.Uses() {
		names = append(names, string(u))
	}
	return names
}

func quantityNames() []string {
	var names []string
	for _, q := range history.Quantities() {
		names = append(names, q.Name)
	}
	return names
}

// CheckTargets finds the targets whose windows a scenario does not cover: nothing could
// be compared there.
func CheckTargets(targets []history.Target, s *model.Spec) []history.Target {
	var all []history.Target
	for _, t := range targets {
		if outside(&t, s) {
			all = append(all, t)
		}
	}
	return all
}

// outside reports whether a target's window begins before a scenario or ends after it.
func outside(t *history.Target, s *model.Spec) bool {
	return t.Quantity != nil && (t.From < s.Start || t.To > s.End)
}
