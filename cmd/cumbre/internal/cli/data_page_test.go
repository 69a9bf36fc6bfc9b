package cli

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/sweep"
	"cumbre/model/compare"
	"cumbre/scenarios"
)

var update = flag.Bool("update", false, "rewrite the code and the columns of docs/data.md and docs/data.es.md")

var (
	dataStudy = regexp.MustCompile("(?s)```yaml\n(study: .*?)```")
	dataCode  = regexp.MustCompile("(?ms)^```(r|python|sql|stata)\n(.*?)^```$")
	dataTable = regexp.MustCompile("(?s)(<!-- columns -->\n).*?(<!-- /columns -->)")
)

// The page on the data has the code that README.txt has of the study it shows, and the
// columns that the tables have. `.ci/check readers` runs that code.
func TestDataPage(t *testing.T) {
	for lang, page := range map[string]string{"en": "../../../../docs/data.md", "es": "../../../../docs/data.es.md"} {
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		shown := dataStudy.FindSubmatch(text)
		require.NotNil(t, shown, "no study on the page")
		s, err := scenarios.Study("s.yaml", func(path string) ([]byte, error) {
			if path == "s.yaml" {
				return shown[1], nil
			}
			return nil, fs.ErrNotExist
		})
		require.NoError(t, err)
		code := loadingOf(s).snippets()
		require.Len(t, dataCode.FindAll(text, -1), len(code))
		i := -1
		got := dataCode.ReplaceAllFunc(text, func(b []byte) []byte {
			i++
			return fmt.Appendf(nil, "```%s\n%s```", dataCode.FindSubmatch(b)[1], code[i].Code)
		})
		require.Regexp(t, dataTable, string(got))
		var table strings.Builder
		fmt.Fprintln(&table, map[string]string{"en": "| column | type | unit | what |", "es": "| columna | tipo | unidad | qué es |"}[lang])
		fmt.Fprintln(&table, "|---|---|---|---|")
		for _, c := range sweep.RunColumns(s) {
			fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", c.Name, c.Type(), compare.Unit(c.Unit, lang), c.Text.In(lang))
		}
		got = dataTable.ReplaceAll(got, []byte("${1}"+strings.ReplaceAll(table.String(), "$", "$$")+"${2}"))
		if *update {
			require.NoError(t, os.WriteFile(page, got, 0o644))
			continue
		}
		require.Equal(t, string(text), string(got), "go test ./cmd/cumbre/internal/cli -run DataPage -update rewrites it")
	}
}

// A study of one design has nothing to pair; one of no factors nothing to label; one of
// many factors labels a point by the first.
func TestLoadingOfOtherStudies(t *testing.T) {
	of := func(text string) string {
		s, err := scenarios.Study("s.yaml", func(path string) ([]byte, error) {
			if path == "s.yaml" {
				return []byte("study: S\nreplications: 3\n" + text), nil
			}
			return nil, fs.ErrNotExist
		})
		require.NoError(t, err)
		return loadingOf(s).String()
	}
	single := of("compare: [light]\nsweep: {noise: [0.1, 0.2]}\n")
	require.NotContains(t, single, "base")
	require.NotContains(t, single, "difference")
	require.Contains(t, single, "aggregate(value ~ design + noise_depth + point, runs, interval)")
	plain := of("compare: [light, sherpa]\nsweep: {noise: [0.1]}\n")
	require.Contains(t, plain, `by = ["point", "noise_depth", "design"]`)
	many := of("compare: [light, sherpa]\nsweep: {noise: [0.1], tg_agenda: [2], treaty_share: [0.1], ambition: [1], mandates_per_summit: [20]}\n")
	require.Contains(t, many, "by(point noise_depth tg_agenda_mandates ")
	require.Contains(t, many, " ambition design)")
	require.NotContains(t, many, "mandates_per_summit")
}
