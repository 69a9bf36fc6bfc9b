package model

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

var snakeCase = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func requireTexts(t *testing.T, name string, texts ...Text) {
	t.Helper()
	for _, x := range texts {
		require.NotEmpty(t, x.In("es"), name)
		require.NotEmpty(t, x.In("en"), name)
	}
}

// Everything that a registry shows to users is there, and found by its name.
func TestParametersAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	require.Len(t, Params(), len(Defaults()))
	for _, p := range Params() {
		i := p.Info()
		require.Regexp(t, snakeCase, i.Name)
		require.False(t, seen[i.Name], "%s is declared twice", i.Name)
		seen[i.Name] = true
		require.Less(t, i.Min, i.Max, i.Name)
		require.True(t, i.Min <= i.Default && i.Default <= i.Max, "%s: default %v outside [%v, %v]", i.Name, i.Default, i.Min, i.Max)
		require.Contains(t, []Provenance{Data, Literature, Brief, Assumption}, i.From, i.Name)
		require.NotEmpty(t, i.Source, i.Name)
		requireTexts(t, i.Name, i.Text)
		require.Less(t, i.Mechanism, numMechanisms)
		if i.Whole {
			require.Equal(t, [3]float64{math.Trunc(i.Min), math.Trunc(i.Default), math.Trunc(i.Max)}, [3]float64{i.Min, i.Default, i.Max}, i.Name)
		}
		found, ok := ParamByName(i.Name)
		require.True(t, ok && found == p, i.Name)
	}
	_, ok := ParamByName("no_such_parameter")
	require.False(t, ok)
}

// outsideItsRange are the defaults that lie outside their plausible range, which is
// the calibration's (scenarios/facts/free.csv): it moves them, and this list shrinks.
var outsideItsRange = []Param{SummitReluctance}

// Every assumption, and nothing else, has a plausible range: within the limits of
// input, around the default.
func TestAssumptionsHavePlausibleRanges(t *testing.T) {
	for _, p := range Params() {
		i := p.Info()
		require.Equal(t, i.From == Assumption, i.HasRange(), i.Name)
		if !i.HasRange() {
			require.Zero(t, [2]float64{i.Low, i.High}, i.Name)
			continue
		}
		require.True(t, i.Min <= i.Low && i.Low < i.High && i.High <= i.Max, "%s: range %v to %v, limits %v to %v", i.Name, i.Low, i.High, i.Min, i.Max)
		require.Equal(t, !slices.Contains(outsideItsRange, p), i.Low <= i.Default && i.Default <= i.High, "%s: default %v, range %v to %v", i.Name, i.Default, i.Low, i.High)
		if i.Whole {
			require.Equal(t, [2]float64{math.Trunc(i.Low), math.Trunc(i.High)}, [2]float64{i.Low, i.High}, i.Name)
		}
	}
}

func TestOtherRegistriesAreDocumented(t *testing.T) {
	names := map[string]bool{}
	check := func(kind, name string, found bool, texts ...Text) {
		require.Regexp(t, snakeCase, name)
		require.False(t, names[kind+name], "%s %s is declared twice", kind, name)
		names[kind+name] = true
		require.True(t, found, name)
		requireTexts(t, name, texts...)
	}
	for _, m := range Mechanisms() {
		found, ok := MechanismByName(m.String())
		check("mechanism", m.String(), ok && found == m, m.Info().Text)
	}
	for _, m := range Metrics() {
		found, ok := MetricByName(m.String())
		check("metric", m.String(), ok && found == m, m.Info().Text)
		require.Contains(t, []int{-1, 0, 1}, m.Info().Better)
	}
	for _, s := range AllSeries() {
		check("series", s.String(), true, s.Info().Text)
	}
	for d := range NumDimensions {
		found, ok := DimensionByName(d.String())
		check("dimension", d.String(), ok && found == d, d.Info().Text)
		require.True(t, d.Info().Factors || d.Info().Norms, "%v: deep integration in some sense", d)
	}
	for b := range NumBodies {
		found, ok := BodyByName(b.String())
		check("body", b.String(), ok && found == b, b.Info().Text, b.Info().Short)
	}
	for _, e := range EventTypes() {
		found, ok := EventTypeByName(e.Name)
		check("event", e.Name, ok && found == e, e.Text)
		for _, f := range e.Fields {
			check("event "+e.Name, f.Name, true, f.Text)
			require.True(t, f.Member || f.Min < f.Max, "%s.%s", e.Name, f.Name)
		}
		require.True(t, e.Settings || len(e.Fields) > 0, "%s takes fields or settings", e.Name)
	}
	for _, r := range RuleTypes() {
		_, err := ParseRule(r.Name)
		check("rule", r.Name, err == nil, r.Text)
	}
	for _, ok := range []func(string) bool{
		func(s string) bool { _, ok := MechanismByName(s); return ok }, func(s string) bool { _, ok := MetricByName(s); return ok },
		func(s string) bool { _, ok := DimensionByName(s); return ok }, func(s string) bool { _, ok := BodyByName(s); return ok },
		func(s string) bool { _, ok := EventTypeByName(s); return ok },
	} {
		require.False(t, ok("no_such_name"))
	}
	for p, text := range PhaseNames {
		requireTexts(t, fmt.Sprint("phase ", p), text)
	}
}

// busy is an institution in which every parameter has something to act on: all that a
// design may have is in the scenario's values, calendars end early so that rules of the
// model take over, everything that may happen does.
func busy() *Spec {
	s := alliance().until("2022-01-01")
	s.Designs = []Design{{Name: "busy"}}
	s.with(secretariatOf(12)...).with(
		Setting{SharedMediation, 0.5}, Setting{VisibleHand, 0.5}, Setting{CouncilOn, 1}, Setting{ConsultationShare, 0.3}, Setting{TreatyShare, 0.3}, Setting{TreatyFactor, 1},
		Setting{PandemicHazard, 0.1}, Setting{CrisisHazard, 0.3}, Setting{TradeShockHazard, 0.3}, Setting{EarlyEndHazard, 0.3}, Setting{ExtraSummits, 1},
		Setting{AgreementDays, 200}, Setting{SetupDays, 100}, Setting{RatificationDays, 200}, Setting{WillBase, 0.45}, Setting{ForceShare, 0.9}, Setting{SummitAgenda, 15}, Setting{NCAgenda, 10})
	for i := range s.Members {
		s.Members[i].Set, s.Members[i].Terms = nil, s.Members[i].Terms[:2]
	}
	joining := s.Members[chile]
	joining.Code, joining.Joins = "EC", true
	s.Members = append(s.Members, joining)
	s.Presidency.History = s.Presidency.History[:3]
	s.add(event("accession", "2015-03-03", 4), event("contested_handover", "2013-01-01", colombia, mexico, 100, 120), event("candidates", "2012-01-01", 3))
	return s
}

// busySeed is one in which a random pandemic comes.
const busySeed = 2

// actsIn reports whether one end of a parameter's range or the other changes the run.
func (p Param) actsIn(s *Spec, put func(s *Spec, x float64)) bool {
	digest := func(x float64) uint64 {
		changed := *s
		put(&changed, x)
		return run(&changed, 0, busySeed).Digest
	}
	base, i := digest(s.Values[p]), p.Info()
	return digest(i.Min) != base || digest(i.Max) != base
}

// A parameter that does nothing is a defect: each one, moved to an end of its range,
// changes the run, and neither end breaks it.
func TestEveryParameterActs(t *testing.T) {
	s := busy()
	for _, p := range Params() {
		acts := p.actsIn(s, func(s *Spec, x float64) { s.Values = s.Values.With(Setting{p, x}) })
		require.True(t, acts, "%v moves nothing", p)
	}
}

// A value that an event changes in mid-course acts from then on.
func TestEveryParameterActsFromAnEventOn(t *testing.T) {
	s := busy()
	s.Values[Staff] = 0
	s.Designs[0] = Design{Name: "secretariat from 2012", Set: []Setting{{Staff, 12}}, From: date("2012-06-01")}
	for _, p := range Params() {
		on := s
		if p == Staff {
			on = busy()
		}
		acts := p.actsIn(on, func(s *Spec, x float64) {
			s.Events = slices.Clone(s.Events)
			s.add(setting("2012-05-05", Setting{p, x}))
		})
		require.True(t, acts, "%v set by an event", p)
	}
}

// Switching a mechanism off changes the run; in the alliance as it is today all but
// those it has no use for: no consultation, no secretariat. (Treaties are made light
// there, or too few come as far as ratification.)
func TestEveryMechanismActs(t *testing.T) {
	for _, c := range []struct {
		spec *Spec
		idle Switches
	}{{busy(), 0}, {alliance().with(Setting{TreatyShare, 0.2}, Setting{TreatyFactor, 1}), Switches(0).Without(Citizens, Secretariat)}} {
		base := run(c.spec, 0, busySeed).Digest
		for _, m := range Mechanisms() {
			changed := *c.spec
			changed.Off = changed.Off.Without(m)
			require.Equal(t, c.idle.On(m), run(&changed, 0, busySeed).Digest != base, m)
		}
	}
}

func TestSwitches(t *testing.T) {
	for _, m := range Mechanisms() {
		require.True(t, Switches(0).On(m))
		require.False(t, AllOff().On(m))
		only := AllOff().With(m)
		for _, o := range Mechanisms() {
			require.Equal(t, o == m, only.On(o))
		}
		require.Equal(t, AllOff(), only.Without(m))
	}
}
