package sweep

import (
	"bytes"
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"

	"cumbre/model"
)

// manifest is manifest.json: everything needed to know what the data are and to get them
// again. It holds no time and no machine's name: the same study gives the same file.
type manifest struct {
	Program  string        `json:"program"`
	Version  string        `json:"version"`
	Command  string        `json:"command"`
	Study    textJSON      `json:"study"`
	Scenario string        `json:"scenario"`
	Hash     string        `json:"scenario_sha256"`
	Seed     uint64        `json:"seed"`
	Designs  []string      `json:"designs"`
	Factors  []factorJSON  `json:"factors"`
	Points   int           `json:"points"`
	Until    string        `json:"until,omitempty"`
	Most     int           `json:"replications"`
	Runs     int64         `json:"runs"`
	Failed   int64         `json:"failed"`
	Partial  bool          `json:"partial,omitempty"`
	Digest   string        `json:"digest"`
	Params   []paramJSON   `json:"parameters"`
	Files    []fileChecked `json:"files"`
}

type textJSON struct {
	ES string `json:"es"`
	EN string `json:"en"`
}

type factorJSON struct {
	Name   string    `json:"name"`
	Column string    `json:"column"`
	Unit   string    `json:"unit,omitempty"`
	Levels []float64 `json:"levels,omitempty"`
	Low    *float64  `json:"low,omitempty"`
	High   *float64  `json:"high,omitempty"`
	Log    bool      `json:"log,omitempty"`
}

type paramJSON struct {
	Name       string           `json:"name"`
	Value      float64          `json:"value"`
	Unit       string           `json:"unit,omitempty"`
	Provenance model.Provenance `json:"provenance"`
}

type fileChecked struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

func (m *merger) manifest() ([]byte, error) {
	s := m.st.Study
	out := manifest{
		Program: program, Version: m.st.Version, Command: "cumbre sweep " + StudyName + " -o .",
		Study: textJSON(s.Title), Scenario: s.Spec.Name, Hash: m.st.id.Scenario, Seed: s.Seed, Designs: s.DesignNames(),
		Factors: []factorJSON{}, Points: m.st.Points.N(), Until: m.st.id.Until, Most: s.Replications,
		Runs: m.Runs, Failed: m.Failed, Partial: m.Missing > 0 || m.o.Partial, Digest: m.Digest,
	}
	columns := FactorColumns(s)
	for i, f := range s.Factors() {
		j := factorJSON{Name: f.Name(), Column: columns[i].Name, Unit: columns[i].Unit, Levels: f.Levels}
		if f.Levels == nil {
			j.Low, j.High, j.Log = &f.Axis.Low, &f.Axis.High, f.Axis.Log
		}
		out.Factors = append(out.Factors, j)
	}
	for _, p := range model.Params() {
		i := p.Info()
		out.Params = append(out.Params, paramJSON{i.Name, s.Spec.Values[p], i.Unit, i.From})
	}
	for _, f := range m.files {
		out.Files = append(out.Files, fileChecked{filepath.Base(f.path), f.checksum()})
	}
	return indented(out)
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// sort orders the parts by their first cell, those of one folder with those of others.
func (h *holding) sort() {
	slices.SortStableFunc(h.parts, func(a, b placed) int { return cmp.Compare(a.first, b.first) })
}
