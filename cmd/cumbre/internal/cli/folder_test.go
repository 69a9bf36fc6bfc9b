package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model/compare"
)

// put writes files, name and content by turns, into a folder.
func put(t *testing.T, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(files[i+1]), 0o666))
	}
}

// contents returns all files below a folder by their path in it.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	require.NoError(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		data, err := os.ReadFile(path)
		all[name] = string(data)
		return err
	}))
	return all
}

const oldManifest = `{"program": "cumbre"}`

// A fragment is no replacement for results: a run that is interrupted leaves
// those of an earlier one as they are.
func TestInterruptedRerunKeepsTheResults(t *testing.T) {
	out := t.TempDir()
	put(t, out, manifestName, oldManifest, "runs.csv", "before")
	before := contents(t, out)
	code, stdout, stderr := session(interrupted, "compare", "-n", "50", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Contains(t, stdout, "INTERRUPTED")
	require.Contains(t, stderr, out+" keeps its earlier results")
	require.NotContains(t, stderr, "report and data in")
	require.Contains(t, stderr, "to get them all: cumbre compare -n 50 -o "+out)
	require.Equal(t, before, contents(t, out))
}

// What a killed run left does not make the folder somebody else's, and the next
// run takes it away.
func TestRemainsOfAKilledRun(t *testing.T) {
	for name, left := range map[string][]string{
		"while it ran":         {".cumbre-runs.csv-1.tmp", "half", ".cumbre-years.csv-1.tmp", "half"},
		"while it drew":        {".cumbre-runs.csv-1.tmp", "whole", "figures/.cumbre-throughput.svg-1.tmp", "<svg"},
		"while it published":   {"runs.csv", "new", ".cumbre-manifest.json-1.tmp", oldManifest, "figures/throughput.svg", "<svg/>"},
		"over earlier results": {manifestName, oldManifest, "runs.csv", "old", ".cumbre-runs.csv-1.tmp", "half"},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			put(t, out, left...)
			code, _, stderr := session(compare.Run, "compare", "-n", "2", "--designs", "light", "-o", out)
			require.Equal(t, exitDone, code, stderr)
			for file := range contents(t, out) {
				require.NotContains(t, file, ".tmp")
			}
			require.True(t, holdsResults(out))
		})
	}
	for name, left := range map[string][]string{
		"a thesis":             {".cumbre-runs.csv-1.tmp", "half", "thesis.txt", "precious"},
		"photographs":          {".cumbre-runs.csv-1.tmp", "half", "figures/me.jpg", "precious"},
		"a half written claim": {"runs.csv", "mine", ".cumbre-manifest.json-1.tmp", `{"program": "cum`},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			put(t, out, left...)
			before := contents(t, out)
			code, _, stderr := session(compare.Run, "compare", "-n", "2", "-o", out)
			require.Equal(t, exitInput, code)
			require.Contains(t, stderr, "the folder holds other things")
			require.Equal(t, before, contents(t, out))
		})
	}
}

// Whoever stops the program between two renames must not find a manifest that
// vouches for a mixture of old files and new ones.
func TestNoManifestWhilePublishing(t *testing.T) {
	out := t.TempDir()
	put(t, out, manifestName, oldManifest, "runs.csv", "old", "years.csv/in the way", "")
	code, _, stderr := session(compare.Run, "compare", "-n", "2", "--designs", "light", "-o", out)
	require.Equal(t, exitFailed, code, stderr)
	require.NotEqual(t, "old", contents(t, out)["runs.csv"], "it was to fail between two files")
	require.NoFileExists(t, filepath.Join(out, manifestName))
}
