package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model"
	"cumbre/model/analysis"
	"cumbre/model/study"
	"cumbre/scenarios"
)

const analyzedStudy = `study: Small
compare: [light, sherpa]
sweep: {noise: [0.1, 0.2], tg_agenda: [2, 4]}
replications: 4
`

// counted is a model whose throughput is known: 10 in the first design, and in the second
// more by noise·10 and the replication's number; one run fails.
func counted(spec *model.Spec, design int) study.RunFunc {
	noise, _ := model.ParamByName("noise")
	agenda, _ := model.ParamByName("tg_agenda")
	return func(_, replication uint64) *model.Result {
		r := &model.Result{FirstYear: 2011, Years: make([][model.NumSeries]float64, 1), Digest: replication}
		r.Metrics[model.MThroughput] = 10
		if spec.Designs[design].Name == "sherpa" {
			if replication == 3 && spec.Values[noise] == 0.2 && spec.Values[agenda] == 4 {
				panic("a mandate in two phases at once")
			}
			r.Metrics[model.MThroughput] += spec.Values[noise]*10 + float64(replication)
		}
		return r
	}
}

// sweptTo runs a study with a made-up model.
func sweptTo(t *testing.T, folder string) {
	t.Helper()
	require.NoError(t, os.WriteFile("s.yaml", []byte(analyzedStudy), 0o644))
	code, _, notes := sweeping(counted, "sweep", "s.yaml", "-o", folder)
	require.Equal(t, exitFailed, code, notes) // one run fails, the others are there
}

// A failed run takes its replication out of the comparison, of all designs, and is said.
func TestAnalysisOfFailedRuns(t *testing.T) {
	t.Chdir(t.TempDir())
	sweptTo(t, "out")
	code, out, notes := sweeping(nil, "analyze", "out", "--json", "--measures", "throughput")
	require.Equal(t, exitDone, code, notes)
	var got struct {
		Runs, Failed, Missing int
		Points                []map[string]float64
		Measures              []struct {
			Overall struct {
				Units, Lost int
				Differences map[string]struct{ Mean float64 }
				Leader      string
			}
			Points []struct {
				Units, Lost int
				Differences map[string]struct{ Mean float64 }
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Equal(t, []int{32, 1, 0}, []int{got.Runs, got.Failed, got.Missing})
	m := got.Measures[0]
	require.Equal(t, []int{3, 1}, []int{m.Overall.Units, m.Overall.Lost})
	require.InDelta(t, 1.5+1, m.Overall.Differences["sherpa"].Mean, 1e-12, "the mean of 1 and 2, and of replications 0 to 2")
	require.Equal(t, "sherpa", m.Overall.Leader)
	last := m.Points[3]
	require.Equal(t, map[string]float64{"noise": 0.2, "tg_agenda": 4}, got.Points[3])
	require.Equal(t, []int{3, 1}, []int{last.Units, last.Lost})
	require.InDelta(t, 2+1, last.Differences["sherpa"].Mean, 1e-12)
	require.InDelta(t, 2+1.5, m.Points[2].Differences["sherpa"].Mean, 1e-12)

	for lang, want := range map[string][]string{"en": {"FAILED RUNS: 1;", "in 3 of 4 replications"}, "es": {"CORRIDAS FALLIDAS: 1;", "en 3 de 4 réplicas"}} {
		code, out, _ = sweeping(nil, "analyze", "out", "--lang", lang)
		require.Equal(t, exitDone, code)
		require.Contains(t, out, want[0])
		require.Contains(t, strings.Join(strings.Fields(out), " "), want[1])
		require.NotContains(t, out, "NaN")
	}
}

// What another version of the program computed can be analysed, and that is said.
func TestAnalysisOfAnotherVersion(t *testing.T) {
	t.Chdir(t.TempDir())
	sweptTo(t, "mine")
	s, err := scenarios.Study("s.yaml", os.ReadFile)
	require.NoError(t, err)
	st := sweep.Open("old", s, "v0.0.1")
	require.NoError(t, st.Begin(sweep.Whole))
	_, err = st.Run(t.Context(), sweep.Options{Workers: 1, Shard: sweep.Whole, NewRun: counted})
	require.NoError(t, err)
	_, want, _ := sweeping(nil, "analyze", "mine")
	code, out, notes := sweeping(nil, "analyze", "old")
	require.Equal(t, exitDone, code)
	require.Contains(t, notes, "cumbre: old: computed by version v0.0.1 of the program, analysed by")
	require.Equal(t, want, out)
	code, _, notes = sweeping(nil, "status", "old")
	require.Equal(t, exitInput, code, "but not gone on with")
	require.Contains(t, notes, "version of the program")
}

// Interrupted, it writes nothing.
func TestInterruptedAnalysis(t *testing.T) {
	t.Chdir(t.TempDir())
	sweptTo(t, "out")
	var errs bytes.Buffer
	a := &app{stdout: &errs, stderr: &errs, tongue: tongue{"en"}}
	st, err := a.openResults("out")
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = a.analyzed(ctx, st, analysis.Options{}, true)
	require.ErrorIs(t, err, errInterrupted)
	require.Contains(t, errs.String(), "interrupted; nothing has been written")
}

// Until there is a run there is nothing to analyse.
func TestAnalysisOfNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	sweptTo(t, "out")
	for _, name := range []string{sweep.RunsName, sweep.YearsName, sweep.ManifestName} {
		require.NoError(t, os.Remove(filepath.Join("out", name)))
	}
	code, out, notes := sweeping(nil, "analyze", "out", "-o", "analysis")
	require.Equal(t, exitFailed, code)
	require.Empty(t, out)
	require.Equal(t, "cumbre: out: there is no run yet", strings.TrimSpace(notes))
	require.NoDirExists(t, "analysis")
}

// The examples of the help work, in both languages.
func TestExamplesOfAnalyze(t *testing.T) {
	t.Chdir(t.TempDir())
	study := strings.Replace(analyzedStudy, "tg_agenda: [2, 4]", "ambition: [1, 2]", 1)
	require.NoError(t, os.WriteFile("s.yaml", []byte(study), 0o644))
	for lang, folder := range map[string]string{"es": "resultados", "en": "results"} {
		code, _, notes := sweeping(counted, "sweep", "s.yaml", "-o", folder)
		require.Equal(t, exitFailed, code, notes) // two runs fail, the others are there
		tried := 0
		for _, line := range exampleLines(lang) {
			if !strings.HasPrefix(line, "cumbre analyze") {
				continue
			}
			code, out, notes := sweeping(nil, append(exampleArgs(line), "--lang", lang)...)
			require.Equal(t, exitDone, code, "%s: %s", line, notes)
			require.NotEmpty(t, out)
			tried++
		}
		require.Equal(t, 5, tried)
	}
}
