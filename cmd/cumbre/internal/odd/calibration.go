package odd

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"cumbre/model"
	"cumbre/model/calibrate"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// fit is the calibration that the default scenario rests on: the tables that are built in
// and what came of them.
type fit struct {
	targets  []history.Target
	free     []calibrate.Free
	accepted calibrate.Accepted
	learnt   []calibrate.Marginal // of each of free
}

// readFit reads the tables of a calibration for the scenario that it chose a point for.
func readFit(s *model.Spec) (*fit, error) {
	f := &fit{}
	var err error
	if f.targets, err = scenarios.Targets(scenarios.TargetsFile, scenarios.ShippedTargets()); err != nil {
		return nil, err
	}
	if f.free, err = scenarios.Free(scenarios.FreeFile, scenarios.ShippedFree(), s); err != nil {
		return nil, err
	}
	data, ok := scenarios.ShippedAccepted()
	if !ok {
		return nil, fmt.Errorf("odd: no %s: make calibrate", scenarios.AcceptedFile)
	}
	set, err := scenarios.Accepted(scenarios.AcceptedFile, data, s)
	if err != nil {
		return nil, err
	}
	if !slices.EqualFunc(set.Free, f.free, func(a, b calibrate.Free) bool { return a.Name() == b.Name() }) {
		return nil, fmt.Errorf("odd: %s is not of the parameters of %s: make calibrate", scenarios.AcceptedFile, scenarios.FreeFile)
	}
	f.accepted = set.Rows
	f.learnt = f.accepted.Marginals(f.free)
	return f, nil
}

// chosen reports whether the scenario's value of a parameter, or the one that an event
// sets, comes from the calibration.
func (f *fit) chosen(p model.Param, event string) bool {
	return slices.ContainsFunc(f.free, func(x calibrate.Free) bool { return x.Param == p && x.Event == event })
}

// count is how many targets have a use.
func (f *fit) count(use string) int {
	n := 0
	for _, t := range f.targets {
		if string(t.Use) == use {
			n++
		}
	}
	return n
}

// narrower is of how many parameters the accepted values are narrower than a share of
// what they could be before.
func (f *fit) narrower(share float64) int {
	n := 0
	for _, m := range f.learnt {
		if m.Width < share {
			n++
		}
	}
	return n
}

// distinct is how many different points the accepted set has.
func (f *fit) distinct() int {
	points := slices.Clone(f.accepted)
	slices.SortFunc(points, slices.Compare)
	return len(slices.CompactFunc(points, slices.Equal))
}

// record is the table of what parameters are fitted to and held against.
func (a author) record() string {
	t := columns(a.say("cantidad", "quantity"), a.say("ventana o día", "window or day"), a.say("valor", "value"), a.say("intervalo", "interval"),
		a.say("unidad", "unit"), a.say("uso", "use"), a.say("fuente", "source"))
	for _, x := range a.fit.targets {
		source := x.Source
		if x.Note != "" {
			source += "; " + x.Note
		}
		t.add(a.quantity(x), a.window(x), a.figure(x.Value), a.interval(x.Low, x.High), a.unit(x.Unit), code(string(x.Use)), source+" ["+x.Confidence+"]")
	}
	return t.String()
}

// quantity says what a target is of: what the archives tell, or what its row calls it.
func (a author) quantity(x history.Target) string {
	if x.Quantity == nil {
		return x.Name
	}
	return code(x.Quantity.Name) + ": " + x.Quantity.Text.In(a.lang)
}

func (a author) window(x history.Target) string {
	switch {
	case x.From == 0 && x.To == 0:
		return "–"
	case x.From == x.To || x.Quantity != nil && x.Quantity.Moment:
		return x.To.String()
	}
	return x.From.String() + a.say(" a ", " to ") + x.To.String()
}

func (a author) figure(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return a.number(x)
}

func (a author) interval(low, high float64) string {
	if math.IsNaN(low) {
		return "–"
	}
	return a.span(low, high)
}

// priors is the table of what was free, between which bounds and why.
func (a author) priors() string {
	t := columns(a.say("parámetro", "parameter"), a.say("rango previo", "prior range"), a.say("unidad", "unit"), a.say("razón", "reason"))
	for _, f := range a.fit.free {
		i := f.Param.Info()
		t.add(a.freeName(f), a.span(f.Low, f.High), orDash(a.unit(i.Unit)), f.Why.In(a.lang))
	}
	return t.String()
}

// learnt is the table of what the accepted set says of each parameter.
func (a author) learnt() string {
	t := columns(a.say("parámetro", "parameter"), a.say("rango previo", "prior range"), a.say("aceptado: mediana", "accepted: median"), a.say("5 a 95 %", "5 to 95 %"),
		a.say("anchura", "width"), a.say("elegido", "chosen"), a.say("registro", "registry"), a.say("unidad", "unit"))
	for k, f := range a.fit.free {
		i, m := f.Param.Info(), a.fit.learnt[k]
		t.add(a.freeName(f), a.span(f.Low, f.High), a.number(three(m.Median)), a.span(three(m.Low), three(m.High)), a.format.Number(m.Width, 2),
			a.number(f.ValueIn(a.spec)), a.number(i.Default), orDash(a.unit(i.Unit)))
	}
	return t.String()
}

// freeName is a parameter with the event that sets it.
func (a author) freeName(f calibrate.Free) string {
	if f.Event == "" {
		return code(f.Param.String())
	}
	return code(f.Param.String()) + a.say(" desde el evento ", " from the event ") + code(f.Event)
}

// three keeps three significant digits.
func three(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 3, 64), 64)
	if err != nil {
		panic(err) // what was written can be read
	}
	return y
}
