package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

const smallStudy = `study: Small
compare: [light, sherpa]
sweep: {noise: [0.1, 0.2]}
replications: 3
`

// failing is a model that fails in one design of one cell.
func failing(spec *model.Spec, design int) study.RunFunc {
	noise, _ := model.ParamByName("noise")
	return func(_, replication uint64) *model.Result {
		if spec.Values[noise] == 0.2 && replication == 1 && spec.Designs[design].Name == "sherpa" {
			panic("a mandate in two phases at once")
		}
		return &model.Result{FirstYear: 2011, Years: make([][model.NumSeries]float64, 2)}
	}
}

// sweeping runs the command with a stand-in for the model.
func sweeping(newRun study.NewRunFunc, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, tongue: pickLanguage(args, func(string) string { return "" }), newRun: newRun}
	code = a.main()
	return code, out.String(), errs.String()
}

// A run that fails does not end the sweep; the table has the command that repeats it, and
// that command does.
func TestSweepOutlivesAFailingRun(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("s.yaml", []byte(smallStudy), 0o644))
	code, out, notes := sweeping(failing, "sweep", "s.yaml", "-o", "out", "--csv")
	require.Equal(t, exitFailed, code, notes)
	require.Contains(t, out, "2 points × 2 designs: 12 runs, 1 failed")
	require.Contains(t, notes, "cumbre: 1 run failed: why")

	data, err := os.ReadFile(filepath.Join("out", "runs.csv"))
	require.NoError(t, err)
	var row string
	for line := range strings.Lines(string(data)) {
		if strings.Contains(line, "a mandate in two phases at once") {
			row = strings.TrimSpace(line)
		}
	}
	_, command, _ := strings.Cut(row, "panic: a mandate in two phases at once,")
	require.Regexp(t, `^cumbre sweep study.yaml --only \d+$`, command)

	t.Chdir("out")
	code, out, notes = sweeping(failing, strings.Fields(command)[1:]...)
	require.Equal(t, exitFailed, code)
	require.Contains(t, notes, "cumbre: panic: a mandate in two phases at once")
	require.Contains(t, notes, "sweep_test.go", "with the place in the code")
	var run struct {
		Design      string
		Replication int
		Factors     map[string]float64
		Error       string
	}
	require.NoError(t, json.Unmarshal([]byte(out), &run))
	require.Equal(t, "sherpa", run.Design)
	require.Equal(t, 1, run.Replication)
	require.Equal(t, map[string]float64{"noise": 0.2}, run.Factors)
	require.Equal(t, "panic: a mandate in two phases at once", run.Error)
}

// All texts exist in Spanish too.
func TestSweepInSpanish(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("s.yaml", []byte(smallStudy), 0o644))
	code, out, notes := sweeping(failing, "sweep", "s.yaml", "-o", "out", "--lang", "es")
	require.Equal(t, exitFailed, code)
	require.Contains(t, out, "2 puntos × 2 diseños: 12 corridas, fallaron 1")
	require.Contains(t, notes, "1 corrida fallida: por qué")
	readme, err := os.ReadFile(filepath.Join("out", "README.txt"))
	require.NoError(t, err)
	require.Contains(t, string(readme), "RESULTADOS DE UN ESTUDIO DE CUMBRE")
	require.Contains(t, string(readme), "COLUMNAS DE years.parquet")
	code, out, notes = sweeping(failing, "status", "out", "--lang", "es")
	require.Equal(t, exitFailed, code)
	require.Equal(t, "cumbre: la corrida 5 falló: panic: a mandate in two phases at once; para repetirla, en out: cumbre sweep study.yaml --only 5\n", notes)
	require.Contains(t, out, "hechas 12 corridas de 12 (100 %); faltan 0; fallaron 1")
	code, out, _ = sweeping(failing, "status", "out", "--json")
	require.Equal(t, exitFailed, code)
	require.Contains(t, out, `"rerun": "cumbre sweep study.yaml --only 5"`)
	require.Contains(t, out, `"complete": true`)
}
