package odd

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/scenarios"
)

// fact reads a table of facts by the names of its columns.
func fact(t *testing.T, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "scenarios", "facts", name))
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	var all []map[string]string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, column := range rows[0] {
			r[column] = row[i]
		}
		all = append(all, r)
	}
	return all
}

// cells are the rows of a document's tables that begin with a cell.
func cells(text, first string) [][]string {
	var all [][]string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "| "+first+" |") {
			parts := strings.Split(strings.TrimSpace(line), " | ")
			all = append(all, parts)
		}
	}
	return all
}

func calibrationOf(t *testing.T, text string) (section, rest string) {
	t.Helper()
	before, after, ok := strings.Cut(text, "\n### Calibration\n")
	require.True(t, ok)
	section, after, ok = strings.Cut(after, "\n## ")
	require.True(t, ok)
	return section, before + after
}

// Every figure of the record, every free parameter with its reason and every chosen value
// of the files of facts stands in the section on calibration.
func TestDocumentsTellTheCalibration(t *testing.T) {
	section, _ := calibrationOf(t, Document("en"))
	en := speak("en")
	for _, x := range fact(t, "targets.csv") {
		require.Contains(t, section, "| `"+x["use"]+"` | "+strings.ReplaceAll(x["source"], "|", `\|`), x["quantity"])
	}
	for _, x := range fact(t, "free.csv") {
		require.Contains(t, section, " | "+x["why_en"]+" |", x["parameter"])
	}
	number := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		return f
	}
	for _, x := range fact(t, "chosen.csv") {
		name := "`" + x["parameter"] + "`"
		if x["event"] != "" {
			name += " from the event `" + x["event"] + "`"
		}
		rows := cells(section, name)
		require.Len(t, rows, 2, "%s: among the priors and among what was learnt", name)
		learnt := rows[1]
		require.Equal(t, en.format.Number(number(x["width"]), 2), learnt[4], name)
		require.Equal(t, en.number(number(x["chosen"])), learnt[5], name)
	}
}

// The tables of parameters give the value that the default scenario runs with, and mark
// those that a calibration chose.
func TestParameterTablesGiveTheDefaultScenario(t *testing.T) {
	spec, err := scenarios.Load(scenarios.Default, nil)
	require.NoError(t, err)
	en := speak("en")
	_, rest := calibrationOf(t, Document("en"))
	_, submodels, ok := strings.Cut(rest, "7 Submodels\n")
	require.True(t, ok)
	value := map[model.Param]string{}
	for _, p := range model.Params() {
		rows := cells(submodels, "`"+p.String()+"`")
		require.Len(t, rows, 1, p)
		value[p] = rows[0][2]
		require.Contains(t, value[p], en.number(spec.Values[p]), p)
		require.Equal(t, spec.Values[p] != p.Info().Default, strings.HasPrefix(value[p], "**"), "%v: %s", p, value[p])
	}
	for _, x := range fact(t, "chosen.csv") {
		p, ok := model.ParamByName(x["parameter"])
		require.True(t, ok)
		chosen, err := strconv.ParseFloat(x["chosen"], 64)
		require.NoError(t, err)
		want := en.number(chosen)
		if chosen != p.Info().Default {
			want = "**" + want + "**"
		}
		want += `\*`
		if x["event"] != "" {
			want = "; " + want + " from "
		}
		require.Contains(t, value[p], want)
	}
	marks := strings.Count(submodels, `\*`) - strings.Count(submodels, `\*\*`)
	require.Equal(t, len(fact(t, "chosen.csv")), marks, "no other value is marked")
	peru := spec.Members[3]
	require.Equal(t, "PE", peru.Code)
	for _, s := range peru.Set {
		require.Contains(t, value[s.Param], "`PE` ")
	}
}

// What an event sets for one member alone is told with the member, and is not taken for a
// value of the calibration.
func TestValueThatAnEventSetsForAMember(t *testing.T) {
	spec, err := scenarios.Load("a.yaml", files(map[string]string{"a.yaml": `
scenario: A
extends: pacific-alliance
events:
  - {date: 2027-01-01, id: gan-mature-2, set: {gan_interval_days: 33}}
  - {date: 2028-01-01, set_member: {member: MX, ppt_capability: 0.4}}
`}))
	require.NoError(t, err)
	f, err := readFit(spec)
	require.NoError(t, err)
	a := author{speak("en"), spec, f}
	gan, _ := model.ParamByName("gan_interval_days")
	capability, _ := model.ParamByName("ppt_capability")
	require.True(t, strings.HasSuffix(a.inDefault(gan), "; **33** from 2027-01-01"), a.inDefault(gan))
	require.True(t, strings.HasSuffix(a.inDefault(capability), "; `MX` **0.4** from 2028-01-01"), a.inDefault(capability))
}
