package scenarios

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// Each archive of testdata/studies holds a study, its files, and the exact problems.
func TestStudyProblems(t *testing.T) {
	archives, err := filepath.Glob("testdata/studies/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, archives)
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			require.NoError(t, err)
			files := map[string]string{}
			for _, f := range archive.Files {
				files[f.Name] = string(f.Data)
			}
			_, err = Study(archive.Files[0].Name, reading(files))
			var problems Problems
			require.ErrorAs(t, err, &problems, "the study loads")
			got := map[string]string{"want.en": problems.In("en") + "\n", "want.es": problems.In("es") + "\n"}
			if *update {
				rewrite(t, path, archive, got)
				return
			}
			require.Equal(t, files["want.en"], got["want.en"])
			require.Equal(t, files["want.es"], got["want.es"])
		})
	}
}

// sherpas is the study of the product's description.
const sherpas = `study: When do sherpas pay?
scenario: pacific-alliance
compare: [light, sherpa, secretariat]
sweep:
  officials_per_ministry: 2..10/2
  mandates_per_summit: [20, 40, 60, 80]
replications: 100
`

// everything uses every key and every scope.
const everything = `study: {es: Todo, en: Everything}
scenario: own.yaml
compare: [light, hybrid]
sample:
  method: latin_hypercube
  points: 7
  parameters: {slip_days: , council_interval_days: 90..300}
sweep:
  noise: 0.1..0.3/0.05
  MX.ppt_capability: [0.25]
  hybrid.secretariat_staff: 10..30/1
  gan_interval_days@gan-mature: [45, 110]
until: diff(throughput) ±7%
cap: 40
seed: 7
years: off
`

const screening = `study: What matters
compare: [light, sherpa]
sensitivity:
  method: morris
  trajectories: 7
  parameters: {slip_days: , officials_per_ministry: 2..12}
replications: 3
`

const indices = `study: What explains
compare: [light, sherpa]
sensitivity: {method: sobol, base_points: 16, parameters: [slip_days, officials_per_ministry, noise]}
replications: 2
`

func loadStudy(t *testing.T, text string) *study.Study {
	t.Helper()
	s, err := Study("s.yaml", reading(map[string]string{"s.yaml": text, "own.yaml": "scenario: Own\nextends: pacific-alliance\n"}))
	require.NoError(t, err)
	return s
}

func TestStudy(t *testing.T) {
	s := loadStudy(t, sherpas)
	require.Equal(t, []string{"light", "sherpa", "secretariat"}, s.DesignNames())
	require.Equal(t, []float64{2, 4, 6, 8, 10}, s.Grid[0].Levels)
	require.Equal(t, "mandates_per_summit", s.Grid[1].Name())
	require.Equal(t, 20, s.Points().N())
	require.Equal(t, 100, s.Replications)
	require.EqualValues(t, 1, s.Seed)
	require.True(t, s.Years)

	s = loadStudy(t, everything)
	require.Equal(t, []float64{0.1, 0.15, 0.2, 0.25, 0.3}, s.Grid[0].Levels, "decimal steps are exact")
	require.Len(t, s.Grid[2].Levels, 21)
	require.Equal(t, 5*21*2*7, s.Points().N())
	require.Equal(t, "gan_interval_days@gan-mature", s.Grid[3].Name())
	require.Equal(t, study.OfMember, s.Grid[1].Scope)
	require.Equal(t, study.OfDesign, s.Grid[2].Scope)
	slip, _ := model.ParamByName("slip_days")
	require.Equal(t, slip.Info().High, s.Sample.Factors[0].Axis.High, "the plausible range")
	require.Equal(t, 90.0, s.Sample.Factors[1].Axis.Low)
	require.False(t, s.Years)
}

func TestStudyOfSensitivity(t *testing.T) {
	s := loadStudy(t, screening)
	require.True(t, s.Sample.Sensitivity())
	require.Equal(t, 7*3, s.Points().N(), "a trajectory has a point more than factors")
	s = loadStudy(t, indices)
	require.Equal(t, 16*5, s.Points().N(), "a base point has two more")
	s = loadStudy(t, "study: A\nsensitivity: {method: morris, trajectories: 2, parameters: assumptions}\nreplications: 1\n")
	require.Greater(t, len(s.Sample.Factors), 100)
}

func TestStudyOfAssumptions(t *testing.T) {
	s := loadStudy(t, "study: A\nsample: {method: latin_hypercube, points: 3, parameters: assumptions}\nsweep: {noise: [0.1]}\nreplications: 1\n")
	require.Greater(t, len(s.Sample.Factors), 20)
	for _, f := range s.Sample.Factors {
		require.Equal(t, model.Assumption, f.Param.Info().From)
		require.NotEqual(t, "noise", f.Name(), "it is swept")
	}
}

// What is archived beside the results is the same study.
func TestExportedStudyIsTheSame(t *testing.T) {
	for _, text := range []string{sherpas, everything, screening, indices} {
		first := loadStudy(t, text)
		scenario, err := Export(first.Spec)
		require.NoError(t, err)
		file := ExportStudy(first, "scenario.yaml")
		again, err := Study("study.yaml", reading(map[string]string{"study.yaml": string(file), "scenario.yaml": string(scenario)}))
		require.NoError(t, err, "%s", file)
		require.Equal(t, string(file), string(ExportStudy(again, "scenario.yaml")))
		require.Equal(t, first.Factors(), again.Factors())
		require.Equal(t, first.Until, again.Until)
		require.Equal(t, first.DesignNames(), again.DesignNames())
		require.Equal(t, Hash(first.Spec), func() string { again.Spec.Name = first.Spec.Name; return Hash(again.Spec) }())
	}
}

// Whatever the file of the scenario is called, what is archived can be loaded again.
func TestExportedStudyFindsItsScenario(t *testing.T) {
	for _, name := range []string{"a: b", "#1 #2", `it's "so"`, "año 2030 ", "-", "[x", "@x", "no", "a, b", "%a", "tab\tname"} {
		path := "scenario/" + name + ".yaml"
		file := ExportStudy(loadStudy(t, sherpas), path)
		s, err := Study("s.yaml", reading(map[string]string{"s.yaml": string(file), path: "scenario: Own\nextends: pacific-alliance\n"}))
		require.NoError(t, err, "%s", file)
		require.Equal(t, path, "scenario/"+s.Spec.Name+".yaml")
	}
}

func studySchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := StudySchema()
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(studySchemaID, doc))
	s, err := c.Compile(studySchemaID)
	require.NoError(t, err)
	return s
}

func TestStudySchema(t *testing.T) {
	s := studySchema(t)
	for _, text := range []string{sherpas, everything, screening, indices, string(ExportStudy(loadStudy(t, everything), "scenario.yaml"))} {
		require.NoError(t, s.Validate(asJSON(t, []byte(text))))
	}
	for _, text := range []string{
		"study: T",
		"replications: 2",
		"study: T\nuntil: diff(throughput) ±5%",
		"study: T\nreplications: 0",
		"study: T\nreplications: 2\nsweep: {noise: 9}",
		"study: T\nreplications: 2\nsweep: {nois: [0.1]}",
		"study: T\nreplications: 2\nsweep: {noise: much}",
		"study: T\nreplications: 2\nsample: {method: latin}",
		"study: T\nreplications: 2\nsensitivity: {method: morris, base_points: 8, parameters: [noise]}",
		"study: T\nreplications: 2\nsensitivity: {method: sobol, points: 8, parameters: [noise]}",
		"study: T\nreplications: 2\nsample: {method: sobol, parameters: [noise]}",
	} {
		require.Error(t, s.Validate(asJSON(t, []byte(text))), text)
		_, err := Study("s.yaml", reading(map[string]string{"s.yaml": text}))
		require.Error(t, err, text)
	}
}

// Whatever the file, Study returns a study or problems in it, and a study that loads can be
// written, loaded again and laid out.
func FuzzStudy(f *testing.F) {
	f.Add([]byte(sherpas))
	f.Add([]byte(everything))
	f.Add([]byte(screening))
	f.Add([]byte(indices))
	archives, err := filepath.Glob("testdata/studies/*.txtar")
	require.NoError(f, err)
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		require.NoError(f, err)
		f.Add(archive.Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files := map[string]string{"s.yaml": string(data), "own.yaml": small}
		s, err := Study("s.yaml", reading(files))
		if err != nil {
			var problems Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			for _, p := range problems {
				require.NotEmpty(t, p.Message)
				require.NotEmpty(t, p.In("es"))
			}
			return
		}
		if s.GridSize()*s.SampleSize() > 1000 {
			return
		}
		scenario, err := Export(s.Spec)
		require.NoError(t, err)
		again, err := Study("s.yaml", reading(map[string]string{"s.yaml": string(ExportStudy(s, "own.yaml")), "own.yaml": string(scenario)}))
		require.NoError(t, err)
		require.Equal(t, s.Factors(), again.Factors())
		points := s.Points()
		for p := range points.N() {
			require.Len(t, points.Values(p), len(s.Factors()))
		}
	})
}

func TestStudyThatCannotBeRead(t *testing.T) {
	_, err := Study("none.yaml", func(string) ([]byte, error) { return nil, os.ErrNotExist })
	require.EqualError(t, err, "none.yaml: cannot be read: it does not exist")
}
