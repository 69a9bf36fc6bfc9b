package report

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/scenarios"
)

func TestSourcesSayTheirConfidenceInTheLanguage(t *testing.T) {
	es, en := newView(fake(usual), "es"), newView(fake(usual), "en")
	require.Equal(t, "El País [una sola fuente]", es.source("El País [single-source]"))
	require.Equal(t, "[de memoria]", es.source("[memory]"))
	require.Equal(t, "El País [single-source]", en.source("El País [single-source]"))
	require.Equal(t, "Act [2013]", es.source("Act [2013]"), "not every bracket is a degree")
	require.Equal(t, "–", es.source(""))
}

// No degree of confidence of the library's scenarios is left in English.
func TestSpanishTablesHaveNoEnglishDegrees(t *testing.T) {
	for _, info := range scenarios.List() {
		spec, err := scenarios.Load(info.Name, nil)
		require.NoError(t, err)
		c := fake(usual)
		c.Spec = spec
		html := written(t, c, "es")
		for degree := range confidencesES {
			require.False(t, strings.Contains(html, "["+degree+"]") || strings.Contains(html, ">"+degree+"<"), "%s in %s", degree, spec.Name)
		}
		require.Empty(t, regexp.MustCompile(`(?:>|: )1 (estados|días|mandatos)\b|para siempre`).FindString(html), spec.Name)
	}
}

func TestArgumentsOfEventsAgreeInNumber(t *testing.T) {
	es, en := newView(fake(usual), "es"), newView(fake(usual), "en")
	agenda, _ := model.EventTypeByName("agenda")
	days := agenda.Fields[1]
	require.Equal(t, "duración: permanente", es.argument(days, 0))
	require.Equal(t, "duration: permanent", en.argument(days, 0))
	require.Equal(t, "duración: 1 día", es.argument(days, 1))
	require.Equal(t, "duration: 365 days", en.argument(days, 365))
	for _, e := range model.EventTypes() {
		for _, f := range e.Fields {
			if f.Unit != "" {
				require.Contains(t, one, f.Unit, e.Name)
				require.NotContains(t, es.argument(f, 1), "1 "+es.l.unit(f.Unit), e.Name)
			}
		}
	}
}
