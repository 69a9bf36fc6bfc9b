//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// limited is the program where no file may be larger than so many blocks of 512 bytes. The
// system answers a write beyond that as it answers one to a full disk, for good.
func limited(t *testing.T, dir string, blocks int, args ...string) (code int, said string) {
	t.Helper()
	c := command(t, args...)
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh here: ", err)
	}
	if blocks > 0 {
		// A shell that takes the limit for kilobytes sets one twice as large, which does too.
		c.Args = append([]string{"sh", "-c", fmt.Sprintf(`ulimit -f %d && exec "$0" "$@"`, blocks), filepath.Join(dir, "cumbre")}, args...)
		c.Path = sh
	}
	c.Dir = dir
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), string(out)
	}
	require.NoError(t, err)
	return 0, string(out)
}

// A sweep that finds no room says so in plain words and what to do, loses the part in hand
// at most, and goes on with the same command once there is room, wherever it stopped: at
// the first part, or only at the tables.
func TestNoRoomOnTheDisk(t *testing.T) {
	dir := t.TempDir()
	self, err := os.Executable()
	require.NoError(t, err)
	require.NoError(t, os.Symlink(self, filepath.Join(dir, "cumbre")))
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("short.yaml", "scenario: Short\nextends: pacific-alliance\nend: 2012-12-31\n")
	write("s.yaml", "study: Room\nscenario: short.yaml\ncompare: [light, sherpa]\nsweep: {mandates_per_summit: [20, 60]}\nreplications: 150\n")

	code, said := limited(t, dir, 0, "sweep", "s.yaml", "-o", "want", "-q")
	require.Equal(t, 0, code, said)
	for _, c := range []struct {
		blocks int
		parts  bool // get their names
	}{{40, false}, {150, true}} {
		code, said = limited(t, dir, c.blocks, "sweep", "s.yaml", "-o", "got", "-q")
		require.Equal(t, 1, code, said)
		require.Contains(t, said, "there is no room left on the disk of got: make room")
		require.Contains(t, said, "cumbre sweep s.yaml -o got -q")
		parts, err := filepath.Glob(filepath.Join(dir, "got", "parts", "*.parquet"))
		require.NoError(t, err)
		require.Equal(t, c.parts, len(parts) > 0, said)
		require.NoFileExists(t, filepath.Join(dir, "got", "manifest.json"))
	}
	code, said = limited(t, dir, 40, "merge", "got", "--lang", "es")
	require.Equal(t, 1, code, said)
	require.Contains(t, said, "no queda lugar en el disco de got")
	code, said = limited(t, dir, 0, "sweep", "s.yaml", "-o", "got", "-q")
	require.Equal(t, 0, code, said)
	require.NotContains(t, said, "damaged")
	for _, name := range []string{"runs.parquet", "years.parquet", "manifest.json", "README.txt"} {
		want, err := os.ReadFile(filepath.Join(dir, "want", name))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(dir, "got", name))
		require.NoError(t, err)
		require.True(t, string(want) == string(got), name)
	}
}
