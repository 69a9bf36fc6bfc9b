package model

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	figure  = regexp.MustCompile(`\d[\d.,]*`)
	noMarks = strings.NewReplacer(".", "", ",", "")
)

// figures are the numbers in a text, without the marks in which languages differ.
func figures(text string) []string {
	all := figure.FindAllString(text, -1)
	for i, f := range all {
		all[i] = noMarks.Replace(f)
	}
	return all
}

// Every source has its Spanish, with the same figures, and none is left over
// from a source that has been changed.
func TestSourcesAreInBothLanguages(t *testing.T) {
	used := map[string]bool{}
	for _, p := range Params() {
		i := p.Info()
		if i.Source == "" {
			continue
		}
		used[i.Source] = true
		es := i.SourceIn("es")
		require.NotEqual(t, i.Source, es, i.Name)
		require.Equal(t, i.Source, i.SourceIn("en"), i.Name)
		require.ElementsMatch(t, figures(i.Source), figures(es), "%s: %s", i.Name, es)
		require.NotRegexp(t, `(?i)\b(the|of|and|brief|assumption|size|found|no count)\b`, es, i.Name)
	}
	require.Len(t, sourcesES, len(used))
}

// A decimal point in Spanish would read as a mark of thousands.
func TestSpanishOfParametersHasDecimalCommas(t *testing.T) {
	point := regexp.MustCompile(`\d\.(\d{1,2}|\d{4,})\b`)
	for _, p := range Params() {
		i := p.Info()
		require.NotRegexp(t, point, i.Text.ES, i.Name)
		require.NotRegexp(t, point, i.SourceIn("es"), i.Name)
	}
}
