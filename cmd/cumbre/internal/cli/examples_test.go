package cli

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"

	"cumbre/model/compare"
)

// What help shows as an example works, in both languages. Left out are those
// that read a file of the user's; TestExamplesOfAnalyze has its own.
func TestExamplesOfHelp(t *testing.T) {
	t.Chdir(t.TempDir())
	needsFile := regexp.MustCompile(`^cumbre (score|calibrate|merge|status|submit|analyze|sweep .*\.yaml|(compare|robust|run|explain|replay|predict|scenario check) .*(\.yaml|\.csv))`)
	for _, lang := range []string{"es", "en"} {
		tried := 0
		for _, line := range exampleLines(lang) {
			if needsFile.MatchString(line) {
				continue
			}
			args := exampleArgs(line)
			if slices.Contains([]string{"compare", "run", "replay", "predict"}, args[0]) {
				args = append(args, "-n", "1") // the last one counts
			}
			if args[0] == "robust" {
				args = append(args, "-n", "1", "--worlds", "2")
			}
			if args[0] == "scenario" && args[1] == "new" {
				args = append(args, "--force") // from the other language
			}
			var out, errs bytes.Buffer
			a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, tongue: tongue{lang}, run: compare.Run}
			require.Equal(t, exitDone, a.main(), "%s: %s", line, errs.String())
			tried++
		}
		require.GreaterOrEqual(t, tried, 15, lang)
	}
}

// exampleLines lists the examples of all commands.
func exampleLines(lang string) []string {
	var lines []string
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		for line := range strings.SplitSeq(c.Example, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit((&app{tongue: tongue{lang}}).root())
	return lines
}

// exampleArgs returns the arguments of an example without its explanation,
// which stands apart, and without what the shell makes of its output.
func exampleArgs(line string) []string {
	line = regexp.MustCompile(`\s{2,}.*| [|>] .*`).ReplaceAllString(line, "")
	words := regexp.MustCompile(`"[^"]*"|\S+`).FindAllString(line, -1)
	for i, word := range words {
		words[i] = strings.Trim(word, `"`)
	}
	return words[1:]
}
