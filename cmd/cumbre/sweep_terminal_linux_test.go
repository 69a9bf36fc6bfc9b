package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// On a terminal a sweep shows how many runs are done, how many a second and the time left;
// Ctrl-C keeps what there is and says how to go on.
func TestSweepOnATerminal(t *testing.T) {
	dir := t.TempDir()
	study := filepath.Join(dir, "s.yaml")
	require.NoError(t, os.WriteFile(study, []byte("study: Long\ncompare: [light]\nsweep: {mandates_per_summit: [20, 60]}\nreplications: 500000\n"), 0o644))
	screen, program := terminal(t)
	self, err := os.Executable()
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // only against hanging
	defer cancel()
	cumbre := exec.CommandContext(ctx, self, "sweep", study, "-o", filepath.Join(dir, "out"))
	cumbre.Args[0] = "cumbre"
	cumbre.Env = append(os.Environ(), "LC_ALL=C", "TERM=xterm", "COLUMNS=")
	var stdout bytes.Buffer
	cumbre.Stdout, cumbre.Stderr = &stdout, program
	require.NoError(t, cumbre.Start())
	program.Close()

	bar := regexp.MustCompile(`runs .*\((\d{2,})/1000000, \d+ runs/s\) \[[^]]*:[^]]+\]`) // done, rate, time gone and left
	shown := readUntil(screen, bar)
	require.NoError(t, cumbre.Process.Signal(os.Interrupt))
	rest := readUntil(screen, nil)
	var exit *exec.ExitError
	require.ErrorAs(t, cumbre.Wait(), &exit)
	require.Equal(t, 1, exit.ExitCode(), rest)
	require.Regexp(t, bar, shown)
	require.Regexp(t, `interrupted with \d+ of 1000000 runs, all of them kept; to go on: cumbre sweep `, rest)
	require.Empty(t, stdout.String())
}
