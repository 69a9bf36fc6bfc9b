package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/compare"
)

func TestControlCharactersAreWrittenAsEscapes(t *testing.T) {
	for in, want := range map[string]string{
		"año\t2011\n":        "año\t2011\n",
		"a\x1b[2Jb\r\a\x7f":  `a\u001b[2Jb\u000d\u0007\u007f`,
		"\u009b31m":          `\u009b31m`,
		"right\u202eto left": `right\u202eto left`,
		"\xff is no text":    "\xff is no text",
	} {
		var b bytes.Buffer
		n, err := safeWriter{&b}.Write([]byte(in))
		require.NoError(t, err)
		require.Equal(t, len(in), n)
		require.Equal(t, want, b.String())
	}
}

// Whatever a scenario calls things, no command lets it reach the terminal raw.
func TestTitlesDoNotCommandTheTerminal(t *testing.T) {
	file := filepath.Join(t.TempDir(), "evil.yaml")
	require.NoError(t, os.WriteFile(file, []byte("scenario: \"a\\u009bb\\e[2J\"\nquestion: \"c\\ad\\x7f\"\nextends: pacific-alliance\nend: 2013-12-31\n"), 0o666))
	for _, args := range [][]string{{"compare", file, "-n", "1"}, {"run", file, "-n", "1"}, {"explain", file}, {"scenario", "check", file}, {"compare", file, "-n", "1", "--json"}} {
		code, stdout, stderr := session(compare.Run, args...)
		require.NotContains(t, stdout+stderr, "\x1b", args)
		require.NotContains(t, stdout+stderr, "\u009b", args)
		require.NotContains(t, stdout+stderr, "\a", args)
		if code == exitDone && args[len(args)-1] == "--json" {
			require.True(t, json.Valid([]byte(stdout)))
		}
	}
}
