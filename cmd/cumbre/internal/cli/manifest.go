package cli

import (
	"encoding/json"
	"os"

	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// program marks a manifest as ours.
const program = "cumbre"

// manifest is manifest.json: everything needed to know what the data are and to
// get them again. It holds no time and no machine's name, so that the same
// command gives the same file.
type manifest struct {
	Program      string               `json:"program"`
	Version      versionInfo          `json:"version"`
	Command      string               `json:"command"`
	Scenario     scenarioManifest     `json:"scenario"`
	Seed         uint64               `json:"seed"`
	Replications int                  `json:"replications"`
	Interrupted  bool                 `json:"interrupted,omitempty"`
	Digest       string               `json:"digest"`
	Designs      []designManifest     `json:"designs"`
	SwitchedOff  []string             `json:"switched_off"`
	Members      []memberManifest     `json:"members"`
	Parameters   []parameterManifest  `json:"parameters"`
	Files        ordered[fileChecked] `json:"files"`
}

type scenarioManifest struct {
	Name  string   `json:"name"`
	Title textJSON `json:"title"`
	Hash  string   `json:"hash"`
	Start string   `json:"start"`
	End   string   `json:"end"` // last day simulated
}

type designManifest struct {
	Name     string          `json:"name"`
	Title    textJSON        `json:"title"`
	Source   string          `json:"source,omitempty"`
	From     string          `json:"from,omitempty"` // date of the reform
	Settings ordered[number] `json:"settings"`
	Rules    ordered[string] `json:"rules"`
}

type memberManifest struct {
	Code     string          `json:"code"`
	Settings ordered[number] `json:"settings"`
}

type parameterManifest struct {
	Name       string           `json:"name"`
	Value      number           `json:"value"`
	Default    number           `json:"default"`
	Low        *number          `json:"low,omitempty"` // the plausible range of an assumption
	High       *number          `json:"high,omitempty"`
	Min        number           `json:"min"` // limits of input
	Max        number           `json:"max"`
	Unit       string           `json:"unit"`
	Provenance model.Provenance `json:"provenance"`
	Source     string           `json:"source"`
	Mechanism  string           `json:"mechanism"`
}

type fileChecked struct {
	SHA256 string `json:"sha256"`
}

// manifest describes the comparison and the files staged so far.
func (f *folder) manifest(c *compare.Comparison) manifest {
	spec := c.Spec
	m := manifest{
		Program: program, Version: currentVersion(), Command: f.app.reproduce(c),
		Scenario: scenarioManifest{spec.Name, textJSON(spec.Title), scenarios.Hash(spec), spec.Start.String(), (spec.End - 1).String()},
		Seed:     c.Seed, Replications: c.Replications, Interrupted: c.Interrupted, Digest: c.Digest,
		SwitchedOff: []string{}, Parameters: parameterManifests(spec.Values),
	}
	for _, r := range c.Designs {
		m.Designs = append(m.Designs, newDesignManifest(r.Design, spec.Rules))
	}
	for _, mechanism := range model.Mechanisms() {
		if !spec.Off.On(mechanism) {
			m.SwitchedOff = append(m.SwitchedOff, mechanism.String())
		}
	}
	for _, member := range spec.Members {
		m.Members = append(m.Members, memberManifest{member.Code, settings(member.Set)})
	}
	for _, s := range f.staged {
		if s.sealed {
			m.Files.add(s.name, fileChecked{s.checksum()})
		}
	}
	return m
}

func newDesignManifest(d model.Design, scenario [model.NumBodies]model.Rule) designManifest {
	m := designManifest{Name: d.Name, Title: textJSON(d.Title), Source: d.Source, Settings: settings(d.Set)}
	if d.From != 0 {
		m.From = d.From.String()
	}
	for body := range model.NumBodies {
		m.Rules.add(body.String(), ruleName(d.Rules[body], scenario[body]))
	}
	return m
}

// ruleName is the rule in force: the design's, else the scenario's, else
// unanimity.
func ruleName(rules ...model.Rule) string {
	for _, r := range rules {
		if r != nil {
			return r.String()
		}
	}
	return "unanimity"
}

func settings(all []model.Setting) ordered[number] {
	var o ordered[number]
	for _, s := range all {
		o.add(s.Param.String(), number(s.Value))
	}
	return o
}

func parameterManifests(values model.Values) []parameterManifest {
	all := []parameterManifest{}
	for _, p := range model.Params() {
		i := p.Info()
		m := parameterManifest{i.Name, number(values[p]), number(i.Default), nil, nil, number(i.Min), number(i.Max), i.Unit, i.From, i.Source, i.Mechanism.String()}
		if low, high := number(i.Low), number(i.High); i.HasRange() {
			m.Low, m.High = &low, &high
		}
		all = append(all, m)
	}
	return all
}

// isOurs reports whether the file at path is a manifest of this program.
func isOurs(path string) bool {
	data, err := os.ReadFile(path)
	if err != nil {
		return false
	}
	var m struct{ Program string }
	return json.Unmarshal(data, &m) == nil && m.Program == program
}
