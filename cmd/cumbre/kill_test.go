package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// command is the program as a process of its own.
func command(t *testing.T, args ...string) *exec.Cmd {
	self, err := os.Executable()
	require.NoError(t, err)
	c := exec.CommandContext(t.Context(), self, args...)
	c.Args[0] = "cumbre" // the name by which the test binary is the program
	c.Env = append(os.Environ(), "LC_ALL=C", "COLUMNS=")
	return c
}

// A folder in use refuses a second command; once the first has been killed the
// next goes on, with nothing to clean up by hand.
func TestFolderOfAKilledCommand(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	first := command(t, "compare", "-n", "1000000", "-q", "-o", out)
	require.NoError(t, first.Start())
	require.Eventually(t, func() bool {
		files, _ := filepath.Glob(filepath.Join(out, ".cumbre-years.csv-*"))
		return len(files) > 0
	}, time.Minute, 10*time.Millisecond, "the first command does not start")

	said, err := command(t, "compare", "-n", "1", "-o", out).CombinedOutput()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	require.Equal(t, 1, exit.ExitCode())
	require.Contains(t, string(said), "another cumbre command is writing to that folder")
	require.NotContains(t, string(said), "mandates fulfilled")

	require.NoError(t, first.Process.Kill())
	require.Error(t, first.Wait())
	said, err = command(t, "compare", "-n", "1", "-o", out).CombinedOutput()
	require.NoError(t, err, string(said))
	entries, err := os.ReadDir(out)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	require.Equal(t, []string{"README.txt", "figures", "manifest.json", "report.html", "runs.csv", "scenario.yaml", "years.csv"}, names)
}
