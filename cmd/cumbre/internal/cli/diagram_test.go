package cli

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
)

// The lines that a diagram may have, by format; an arrow's ends are its groups.
var (
	arrowLines = map[string]*regexp.Regexp{
		"mermaid": regexp.MustCompile(`^    ([a-z_]+) --> ([a-z_]+): [\p{L}][\p{L} -]*$`),
		"dot":     regexp.MustCompile(`^    "([a-z_]+)" -> "([a-z_]+)" \[ label = "[\p{L} -]+" \];$`),
	}
	stateLines = map[string]*regexp.Regexp{
		"mermaid": regexp.MustCompile(`^    state "[\p{L} -]+" as ([a-z_]+)$`),
		"dot":     regexp.MustCompile(`^    "([a-z_]+)" \[ label = "[\p{L} -]+" \];$`),
	}
	otherLines = map[string]*regexp.Regexp{
		"mermaid": regexp.MustCompile(`^stateDiagram-v2$|^    \[\*\] --> [a-z_]+$|^    [a-z_]+ --> \[\*\]$`),
		"dot":     regexp.MustCompile(`^digraph fsm \{$|^\}$|^$|^    "[a-z_]+"( \[color = "red"\])?;$`),
	}
)

// A diagram is the same machine in both languages: the same identifiers, each
// with a text, the same arrows, and nothing that its reader would not understand.
func TestDiagramIsTheSameMachineInBothLanguages(t *testing.T) {
	for _, m := range model.Machines() {
		for format := range arrowLines {
			drawn := map[string][]string{}
			for _, lang := range []string{"es", "en"} {
				code, text := spoken(lang, "diagram", m.Name, "--format", format)
				require.Equal(t, exitDone, code)
				var states []string
				for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
					if ends := arrowLines[format].FindStringSubmatch(line); ends != nil {
						require.Subset(t, m.States, ends[1:])
						drawn[lang] = append(drawn[lang], ends[1]+" "+ends[2])
					} else if state := stateLines[format].FindStringSubmatch(line); state != nil {
						states = append(states, state[1])
					} else {
						require.Regexp(t, otherLines[format], line)
					}
				}
				require.Equal(t, m.States, states, "%s in %s", m.Name, lang)
				slices.Sort(drawn[lang])
			}
			require.NotEmpty(t, drawn["es"])
			require.Equal(t, drawn["en"], drawn["es"])
		}
	}
}
