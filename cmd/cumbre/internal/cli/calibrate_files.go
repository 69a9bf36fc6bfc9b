package cli

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"

	"cumbre/cmd/cumbre/internal/report"
	"cumbre/model/calibrate"
	"cumbre/model/history"
	"cumbre/scenarios"
)

// The files of data of a calibration.
const (
	acceptedName = "accepted.csv"
	chosenName   = "chosen.csv"
	outcomesName = "outcomes.csv"
)

// finishCalibration writes all files of a calibration and gives them their names.
func (f *folder) finishCalibration(c *calibration) error {
	scenario, err := scenarios.Export(calibrate.With(c.Spec, c.Free, c.chosen))
	err = errors.Join(err,
		f.add(scenarioName, func(w io.Writer) error { _, err := w.Write(scenario); return err }),
		f.add(acceptedName, c.writeAccepted), f.add(chosenName, c.writeChosen), f.add(outcomesName, c.writeOutcomes))
	page := c.page()
	err = errors.Join(err, f.add("report.html", func(w io.Writer) error { return report.WriteBands(w, page) }))
	err = errors.Join(err, f.addFigures(report.BandFigures(page)))
	if err != nil {
		return err
	}
	if err := f.add(manifestName, func(w io.Writer) error { return encode(w, f.calibrationManifest(c)) }); err != nil {
		return err
	}
	return f.publish()
}

// writeAccepted writes the accepted set: a column a parameter, a row a point.
func (c *calibration) writeAccepted(w io.Writer) error {
	out := csv.NewWriter(w)
	var header []string
	for _, f := range c.Free {
		header = append(header, f.Name())
	}
	_ = out.Write(header) // Error below
	for _, theta := range c.result.Particles {
		var row []string
		for _, x := range theta {
			row = append(row, cell(x))
		}
		_ = out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// writeChosen writes what was learnt of each parameter and the value chosen.
func (c *calibration) writeChosen(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"parameter", "event", "unit", "low", "high", "p5", "p50", "p95", "width", "chosen"}) // Error below
	for i, m := range calibrate.Accepted(c.result.Particles).Marginals(c.Free) {
		f := c.Free[i]
		_ = out.Write([]string{f.Param.String(), f.Event, f.Param.Info().Unit, cell(f.Low), cell(f.High), cell(m.Low), cell(m.Median), cell(m.High), cell(m.Width), cell(c.chosen[i])})
	}
	out.Flush()
	return out.Error()
}

// writeOutcomes writes every target with what runs make of it.
func (c *calibration) writeOutcomes(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{"points", "quantity", "from", "to", "unit", "use", "value", "low", "high", "p5", "p50", "p95", "runs", "undefined_runs", "verdict", "source", "confidence", "note"}) // Error below
	for _, set := range []struct {
		name     string
		outcomes []calibrate.Outcome
	}{{"accepted", c.fitted}, {"chosen", c.outcomes}} {
		for _, o := range set.outcomes {
			t := o.Target
			_ = out.Write([]string{set.name, t.Name, t.From.String(), t.To.String(), t.Unit, string(t.Use), cell(t.Value), cell(t.Low), cell(t.High),
				cell(o.Low), cell(o.Median), cell(o.High), strconv.Itoa(len(o.Sorted) + o.Undefined), strconv.Itoa(o.Undefined), verdictNames[o.Verdict], t.Source, t.Confidence, t.Note})
		}
	}
	out.Flush()
	return out.Error()
}

// calibrationManifest is manifest.json of a calibration.
type calibrationManifest struct {
	Program     string               `json:"program"`
	Version     versionInfo          `json:"version"`
	Command     string               `json:"command"`
	Scenario    scenarioManifest     `json:"scenario"` // with the values before
	Seed        uint64               `json:"seed"`
	Particles   int                  `json:"particles"`
	Discrepancy number               `json:"discrepancy"`
	Scale       number               `json:"scale"`
	Stop        string               `json:"stop"`
	Simulations int                  `json:"simulations"`
	Files       ordered[fileChecked] `json:"files"`
}

func (f *folder) calibrationManifest(c *calibration) calibrationManifest {
	s := c.Spec
	m := calibrationManifest{
		Program: program, Version: currentVersion(), Command: f.app.again(checkRuns, c.flags.seed),
		Scenario: scenarioManifest{s.Name, textJSON(s.Title), scenarios.Hash(s), s.Start.String(), (s.End - 1).String()},
		Seed:     c.flags.seed, Particles: c.flags.particles, Discrepancy: number(c.Discrepancy),
		Scale: number(c.result.Scale), Stop: c.result.Stop.String(), Simulations: c.result.Simulations,
	}
	for _, s := range f.staged {
		if s.sealed {
			m.Files.add(s.name, fileChecked{s.checksum()})
		}
	}
	return m
}

// calibrationJSON is what `cumbre calibrate --json` prints.
type calibrationJSON struct {
	Scenario    string       `json:"scenario"`
	Design      string       `json:"design"`
	Seed        uint64       `json:"seed"`
	Particles   int          `json:"particles,omitempty"`
	Discrepancy number       `json:"discrepancy"`
	Scale       number       `json:"scale,omitempty"`
	Stop        string       `json:"stop,omitempty"`
	Simulations int          `json:"simulations,omitempty"`
	Unique      int          `json:"unique,omitempty"`
	Free        []freeJSON   `json:"free,omitempty"`
	Targets     []targetJSON `json:"targets"`
}

type freeJSON struct {
	Name   string `json:"name"`
	Low    number `json:"low"`
	High   number `json:"high"`
	P5     number `json:"p5"`
	P50    number `json:"p50"`
	P95    number `json:"p95"`
	Width  number `json:"width"`
	Chosen number `json:"chosen"`
}

type targetJSON struct {
	Quantity string       `json:"quantity"`
	From     string       `json:"from"`
	To       string       `json:"to"`
	Use      history.Use  `json:"use"`
	Value    number       `json:"value"`
	Low      number       `json:"low"`
	High     number       `json:"high"`
	Accepted *outcomeJSON `json:"accepted,omitempty"`
	Chosen   outcomeJSON  `json:"chosen"` // or, with --check, the scenario's own values
}

type outcomeJSON struct {
	P5        number `json:"p5"`
	P50       number `json:"p50"`
	P95       number `json:"p95"`
	Undefined int    `json:"undefined_runs"`
	Verdict   string `json:"verdict"`
}

func newOutcomeJSON(o calibrate.Outcome) outcomeJSON {
	return outcomeJSON{number(o.Low), number(o.Median), number(o.High), o.Undefined, verdictNames[o.Verdict]}
}

func (c *calibration) object() calibrationJSON {
	x := calibrationJSON{Scenario: c.Spec.Name, Design: c.Spec.Designs[c.Design].Name, Seed: c.flags.seed, Discrepancy: number(c.Discrepancy)}
	if c.chosen != nil {
		r := c.result
		x.Particles, x.Scale, x.Stop, x.Simulations, x.Unique = c.flags.particles, number(r.Scale), r.Stop.String(), r.Simulations, r.Unique
		for i, m := range calibrate.Accepted(r.Particles).Marginals(c.Free) {
			f := c.Free[i]
			x.Free = append(x.Free, freeJSON{f.Name(), number(f.Low), number(f.High), number(m.Low), number(m.Median), number(m.High), number(m.Width), number(c.chosen[i])})
		}
	}
	for i, o := range c.outcomes {
		t := o.Target
		y := targetJSON{Quantity: t.Name, From: t.From.String(), To: t.To.String(), Use: t.Use, Value: number(t.Value), Low: number(t.Low), High: number(t.High), Chosen: newOutcomeJSON(o)}
		if c.chosen != nil {
			accepted := newOutcomeJSON(c.fitted[i])
			y.Accepted = &accepted
		}
		x.Targets = append(x.Targets, y)
	}
	return x
}
