package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model"
	"cumbre/scenarios"
)

// ensembleManifest is manifest.json of a replay or a prediction.
type ensembleManifest struct {
	Program      string               `json:"program"`
	Version      versionInfo          `json:"version"`
	Command      string               `json:"command"`
	Scenario     scenarioManifest     `json:"scenario"`
	Seed         uint64               `json:"seed"`
	Replications int                  `json:"replications"`
	Interrupted  bool                 `json:"interrupted,omitempty"`
	Digest       string               `json:"digest"`
	Design       designManifest       `json:"design"`
	Accepted     *acceptedManifest    `json:"accepted"` // null: the scenario's own values
	SwitchedOff  []string             `json:"switched_off"`
	Parameters   []parameterManifest  `json:"parameters"`
	Files        ordered[fileChecked] `json:"files"`
}

// acceptedManifest says which accepted set the histories drew from.
type acceptedManifest struct {
	File       string   `json:"file"`
	SHA256     string   `json:"sha256"`
	Rows       int      `json:"rows"`
	Parameters []string `json:"parameters"`
}

// newAcceptedManifest is nil for the scenario's own values.
func newAcceptedManifest(v values) *acceptedManifest {
	if v.set == nil {
		return nil
	}
	m := &acceptedManifest{File: v.name, SHA256: v.sha256, Rows: len(v.set.Rows)}
	for _, f := range v.set.Free {
		m.Parameters = append(m.Parameters, f.Name())
	}
	return m
}

func (f *folder) ensembleManifest(e *ensemble) ensembleManifest {
	spec := e.spec
	m := ensembleManifest{
		Program: program, Version: currentVersion(), Command: f.app.again(e.Replications, e.flags.seed),
		Scenario: scenarioManifest{spec.Name, textJSON(spec.Title), scenarios.Hash(e.asked), spec.Start.String(), (spec.End - 1).String()},
		Seed:     e.flags.seed, Replications: e.Replications, Interrupted: e.Interrupted, Digest: e.Digest,
		Design: newDesignManifest(spec.Designs[e.design], spec.Rules), Accepted: newAcceptedManifest(e.values),
		SwitchedOff: []string{}, Parameters: parameterManifests(spec.Values),
	}
	for _, mechanism := range model.Mechanisms() {
		if !spec.Off.On(mechanism) {
			m.SwitchedOff = append(m.SwitchedOff, mechanism.String())
		}
	}
	for _, s := range f.staged {
		if s.sealed {
			m.Files.add(s.name, fileChecked{s.checksum()})
		}
	}
	return m
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// facts are what the report says was asked.
func (e *ensemble) facts() []report.BandFact {
	a, spec := e.app, e.spec
	all := []report.BandFact{
		{Term: a.say("Escenario", "Scenario"), Value: spec.Name, Code: true},
		{Term: a.say("Horizonte", "Horizon"), Value: fmt.Sprintf(a.say("de %s a %s", "%s to %s"), spec.Start, spec.End-1)},
		{Term: a.say("Diseño", "Design"), Value: title(spec.Designs[e.design], a.lang)},
		{Term: a.say("Réplicas", "Replications"), Value: strconv.Itoa(e.Replications)},
		{Term: a.say("Semilla", "Seed"), Value: strconv.FormatUint(e.flags.seed, 10), Code: true},
		{Term: a.say("Huella de los resultados", "Digest of the results"), Value: e.Digest, Code: true},
		{Term: a.say("Parámetros", "Parameters"), Value: e.where()},
		{Term: a.say("Versión del programa", "Program version"), Value: currentVersion().Version, Code: true},
	}
	if e.Interrupted {
		all = append(all, report.BandFact{Term: a.say("Interrumpida", "Interrupted"),
			Value: a.say("sí: es lo que dio tiempo a completar", "yes: this is what it completed")})
	}
	return all
}

// cite is how the results are cited.
func (e *ensemble) cite() string {
	a := e.app
	return fmt.Sprintf(a.say("Cumbre, simulador de la Alianza del Pacífico, versión %s. Escenario «%s», %s, semilla %d, huella %.16s.",
		"Cumbre, a simulator of the Pacific Alliance, version %s. Scenario “%s”, %s, seed %d, digest %.16s."),
		currentVersion().Version, e.spec.Title.In(a.lang), e.replicationsText(), e.flags.seed, e.Digest)
}

// readable is the page with an edge where it has none: tables of ten columns are not
// read in one line, not even from a file.
func (e *ensemble) readable() layout.Page {
	page := e.app.page
	if page.Width == 0 {
		page.Width = layout.TextWidth
	}
	return page
}

// heading says what was run.
func (e *ensemble) heading(page layout.Page) string {
	a, spec := e.app, e.spec
	s := page.Prose(spec.Title.In(a.lang)) + "\n"
	if question := spec.Question.In(a.lang); question != "" {
		s += page.Prose(question) + "\n"
	}
	s += page.Fill(" · ", spec.Name, title(spec.Designs[e.design], a.lang), fmt.Sprintf(a.say("de %s a %s", "%s to %s"), spec.Start, spec.End-1),
		e.replicationsText(), fmt.Sprintf(a.say("semilla %d", "seed %d"), e.flags.seed)) + "\n"
	if e.Interrupted {
		s += page.Prose(a.say("INTERRUMPIDO: éstas son las réplicas completas hasta entonces.", "INTERRUPTED: these are the replications complete by then.")) + "\n"
	}
	return s + "\n" + page.Prose(e.where()) + "\n"
}
