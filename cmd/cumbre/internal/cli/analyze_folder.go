package cli

import (
	"fmt"
	"io"
	"strings"

	"cumbre/cmd/cumbre/internal/layout"
	"cumbre/cmd/cumbre/internal/report"
	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

// analysisName is the file of all that an analysis says.
const analysisName = "analysis.json"

// finishAnalysis writes the folder of an analysis; a nil one is not.
func (a *app) finishAnalysis(out *folder, f found) error {
	if out == nil {
		return nil
	}
	page := report.NewStudy(f.Analysis, a.lang, report.Command(a.analysisCommand()), report.Version(currentVersion().Version), report.Digest(f.digest))
	for _, file := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.html", page.Write},
		{pointsName, f.writePoints},
		{analysisName, func(w io.Writer) error { return encode(w, newAnalysisJSON(f)) }},
		{sweep.ReadmeName, func(w io.Writer) error { return a.writeAnalysisReadme(w, f) }},
	} {
		if err := out.add(file.name, file.write); err != nil {
			return err
		}
	}
	if err := out.addFigures(page.Figures()); err != nil {
		return err
	}
	if err := out.add(manifestName, func(w io.Writer) error { return encode(w, out.analysisManifest(f)) }); err != nil {
		return err
	}
	return out.publish()
}

// analysisCommand is this invocation without what does not matter to the results.
func (a *app) analysisCommand() string {
	words, _ := a.lasting()
	return strings.Join(words, " ")
}

// analysisManifest is manifest.json of an analysis.
type analysisManifest struct {
	Program  string               `json:"program"`
	Version  versionInfo          `json:"version"`
	Command  string               `json:"command"`
	Study    textJSON             `json:"study"`
	RunBy    string               `json:"run_by"` // the version that computed the runs
	Scenario scenarioManifest     `json:"scenario"`
	Seed     uint64               `json:"seed"`
	Designs  []designManifest     `json:"designs"`
	Factors  []factorJSON         `json:"factors"`
	Measures []string             `json:"measures"`
	Level    number               `json:"level"`
	Runs     int64                `json:"runs"`
	Failed   int64                `json:"failed"`
	Missing  int64                `json:"missing"`
	Digest   string               `json:"digest"` // of the runs
	Params   []parameterManifest  `json:"parameters"`
	Files    ordered[fileChecked] `json:"files"`
}

func (f *folder) analysisManifest(a found) analysisManifest {
	s := a.Study
	spec := s.Spec
	m := analysisManifest{
		Program: program, Version: currentVersion(), Command: f.app.analysisCommand(), Study: textJSON(s.Title), RunBy: a.store.Version,
		Scenario: scenarioManifest{spec.Name, textJSON(spec.Title), scenarios.Hash(spec), spec.Start.String(), (spec.End - 1).String()},
		Seed:     s.Seed, Factors: []factorJSON{}, Level: number(a.Options.Level),
		Runs: a.Runs, Failed: a.Failed, Missing: a.Missing, Digest: a.digest, Params: parameterManifests(spec.Values),
	}
	for _, d := range a.Designs {
		m.Designs = append(m.Designs, newDesignManifest(d, spec.Rules))
	}
	for _, x := range s.Factors() {
		m.Factors = append(m.Factors, newFactorJSON(x))
	}
	for _, x := range a.Measures {
		m.Measures = append(m.Measures, x.Metric.String())
	}
	for _, x := range f.staged {
		if x.sealed {
			m.Files.add(x.name, fileChecked{x.checksum()})
		}
	}
	return m
}

// writeAnalysisReadme writes README.txt: what the files are, how to load them, what each
// column means.
func (a *app) writeAnalysisReadme(w io.Writer, f found) error {
	var b strings.Builder
	fmt.Fprintf(&b, a.say(analysisReadmeES, analysisReadmeEN), f.Study.Title.In(a.lang), a.analysisCommand(), f.Runs, f.Failed, f.Missing, f.digest, analysisLoading)
	fmt.Fprintf(&b, "\n%s\n\n", a.say("COLUMNAS DE points.csv", "COLUMNS OF points.csv"))
	t := &layout.Table{Gap: 2, Columns: make([]layout.Column, 3)} // name, unit, text
	describe(t, "scenario", "", a.say("el escenario, por su nombre", "the scenario, by its name"))
	describe(t, "seed", "", a.say("la semilla del estudio", "the study's seed"))
	describe(t, "point", "", a.say("el punto del estudio, contado desde 0, como en runs.parquet", "the point of the study, counted from 0, as in runs.parquet"))
	for _, c := range sweep.FactorColumns(f.Study) {
		describe(t, c.Name, compare.Unit(c.Unit, a.lang), c.Text.In(a.lang))
	}
	for _, c := range a.pointColumns(f) {
		describe(t, c[0], "", c[1])
	}
	b.WriteString(t.Set(layout.Page{}) + "\n" + a.say("MEDIDAS", "MEASURES") + "\n\n")
	t = &layout.Table{Gap: 2, Columns: make([]layout.Column, 3)}
	for _, m := range f.Measures {
		i := m.Metric.Info()
		describe(t, i.Name, compare.Unit(i.Unit, a.lang), i.Text.In(a.lang))
	}
	b.WriteString(t.Set(layout.Page{}))
	_, err := io.WriteString(w, b.String())
	return err
}

// pointColumns are the columns of points.csv behind the factors.
func (a *app) pointColumns(f found) [][2]string {
	base := title(f.Designs[0], a.lang)
	return [][2]string{
		{"design", a.say("el diseño, por su nombre", "the design, by its name")},
		{"measure", a.say("la medida; su unidad está en unit", "the measure; its unit is in unit")},
		{"unit", a.say("la unidad de mean, low y high, y de las diferencias", "the unit of mean, low and high, and of the differences")},
		{"n", a.say("réplicas del punto en que todos los diseños tienen valor", "replications of the point in which all designs have a value")},
		{"mean", a.say("media del diseño en el punto", "mean of the design at the point")},
		{"low", fmt.Sprintf(a.say("extremo inferior de su intervalo (t de Student, confianza %g)", "lower end of its interval (Student's t, confidence %g)"), f.Options.Level)},
		{"high", a.say("extremo superior", "upper end")},
		{"difference", fmt.Sprintf(a.say("diferencia pareada media con «%s»; nada en él mismo", "mean paired difference to “%s”; nothing in itself"), base)},
		{"difference_low", a.say("extremo inferior de su intervalo", "lower end of its interval")},
		{"difference_high", a.say("extremo superior", "upper end")},
		{"probability_of_leading", a.say("probabilidad de que su media sea la mejor en el punto; nada si la medida no tiene mejor ni peor", "probability that its mean is the best at the point; nothing if the measure has no better and worse")},
	}
}

const analysisReadmeES = `ANÁLISIS DE UN ESTUDIO DE CUMBRE

Estudio:   %s
Orden:     %s
Corridas:  %d, de las que fallaron %d; faltan %d
Huella:    %s

La misma orden, con la misma versión del programa y las mismas corridas, da los mismos
archivos, hasta el último bit.

ARCHIVOS

  report.html    el informe, un solo archivo y sin red
  figures/       sus figuras, en SVG
  points.csv     una fila por punto, diseño y medida: media, diferencia pareada,
                 intervalos, probabilidad de ir en cabeza
  analysis.json  todo lo que dice el análisis; cumbre analyze --help explica sus claves
  manifest.json  versión, estudio, escenario, semilla, diseños, factores, parámetros con
                 su procedencia, y SHA-256 de los demás archivos

Las corridas no están aquí, sino en la carpeta del estudio. El CSV está en UTF-8, con
coma entre columnas y punto decimal. Una celda vacía es un valor que no existe.

CÓMO CARGARLO

%s`

const analysisReadmeEN = `ANALYSIS OF A STUDY OF CUMBRE

Study:    %s
Command:  %s
Runs:     %d, of which failed %d; missing %d
Digest:   %s

The same command, with the same version of the program and the same runs, gives the same
files, to the last bit.

FILES

  report.html    the report, one file, no network needed
  figures/       its figures, as SVG
  points.csv     one row per point, design and measure: mean, paired difference,
                 intervals, probability of leading
  analysis.json  all that the analysis says; cumbre analyze --help explains its keys
  manifest.json  version, study, scenario, seed, designs, factors, parameters with their
                 provenance, and SHA-256 of the other files

The runs are not here but in the folder of the study. The CSV is UTF-8, with commas
between columns and decimal points. An empty cell is a value that does not exist.

HOW TO LOAD IT

%s`

// analysisLoading is code, the same in both languages.
const analysisLoading = `R:
  points <- read.csv("points.csv")
  subset(points, measure == "throughput" & design != points$design[1])

Python:
  import pandas as pd
  points = pd.read_csv("points.csv", dtype={"seed": "uint64"})
  print(points[points["measure"] == "throughput"].pivot(index="point", columns="design", values="difference"))

Stata:
  import delimited using "points.csv", clear varnames(1) case(preserve)
  keep if measure == "throughput"
`
