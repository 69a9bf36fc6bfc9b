package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestExperiment executes the page that goes from a question to a figure, in both
// languages. The study is run once: the second page finds the runs of the first when it
// goes on after its interruption.
func TestExperiment(t *testing.T) {
	english, spanish := newPage(t, "../../docs/experiment.md"), newPage(t, "../../docs/experiment.es.md")
	english.execute(t)
	spanish.before = func(command string) {
		if whole, folder := filepath.Join(english.dir, "results"), filepath.Join(spanish.dir, "resultados"); strings.HasPrefix(command, "cumbre sweep") && isThere(filepath.Join(folder, "parts")) {
			require.NoError(t, os.RemoveAll(folder))
			require.NoError(t, os.CopyFS(folder, os.DirFS(whole)))
		}
	}
	spanish.execute(t)
	docs := filepath.Dir(english.path)
	figure(t, filepath.Join(docs, "experiment-map.svg"), filepath.Join(english.dir, "analysis", "figures", "map.svg"))
	figure(t, filepath.Join(docs, "experiment-map.es.svg"), filepath.Join(spanish.dir, "analisis", "figures", "map.svg"))
	readsRight(t, filepath.Join(english.dir, "analysis", "analysis.json"))
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// readsRight holds what the pages say of the results against them.
func readsRight(t *testing.T, name string) {
	var a analysed
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &a))
	m := a.Measures[0]
	require.Equal(t, "throughput", m.Metric)
	require.Len(t, m.Points, 20)
	for i, p := range m.Points {
		officials, mandates := a.Points[i]["officials_per_ministry"], a.Points[i]["mandates_per_summit"]
		sherpa, secretariat := p.Differences["sherpa"], p.Differences["secretariat"]
		if officials <= 4 {
			require.Less(t, max(*sherpa.High, *secretariat.High), 0.5, "hardly anything helps: %v", a.Points[i])
		}
		if officials >= 8 && mandates <= 60 {
			require.Positive(t, *sherpa.Low, "the sentence to quote: %v", a.Points[i])
		}
		if officials >= 8 && mandates <= 40 {
			require.Equal(t, "sherpa", *p.Leader, "many officials, few mandates")
			require.Greater(t, *sherpa.Mean-*secretariat.Mean, 2.0, "by several")
		}
		border := map[float64]float64{6: 40, 8: 60, 10: 80} // officials, mandates
		if border[officials] == mandates {
			require.Equal(t, "secretariat", *p.Leader, "the border runs up and to the right")
			require.Greater(t, p.Probability["secretariat"], 0.99)
		}
	}
	require.Equal(t, "sherpa", *m.Overall.Leader)
	require.Less(t, *m.Overall.Differences["sherpa"].Mean-*m.Overall.Differences["secretariat"].Mean, 0.75, "by half a mandate")
	require.Equal(t, "depth_throughput", a.Measures[1].Metric)
	require.Equal(t, "secretariat", *a.Measures[1].Overall.Leader, "another measure, another answer")
	cost := a.Measures[3]
	require.Equal(t, "cost", cost.Metric)
	require.Greater(t, *cost.Overall.Differences["secretariat"].Low, *cost.Overall.Differences["sherpa"].High, "a secretariat costs more")
}
