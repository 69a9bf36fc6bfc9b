package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the outputs and the figure in the documentation")

const (
	readme = "../../README.md"
	figure = "../../.github/throughput.svg"
)

var block = regexp.MustCompile("(?ms)^```(yaml|console)(?: (\\S+))?\n(.*?)^```$")

// TestReadme executes the README: files that it tells the reader to save are
// saved, commands are run in order, and what they print must be what it shows.
func TestReadme(t *testing.T) {
	page, err := filepath.Abs(readme) // commands change the directory
	require.NoError(t, err)
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	dir := t.TempDir()
	got := block.ReplaceAllFunc(text, func(b []byte) []byte {
		parts := block.FindSubmatch(b)
		kind, name, body := string(parts[1]), string(parts[2]), string(parts[3])
		if kind == "yaml" {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), parts[3], 0o644))
			return b
		}
		command, _, _ := strings.Cut(strings.TrimPrefix(body, "$ "), "\n")
		return fmt.Appendf(nil, "```console\n$ %s\n%s```", command, run(t, dir, command))
	})
	if *update {
		require.NoError(t, os.WriteFile(page, got, 0o644))
		return
	}
	require.Equal(t, string(text), string(got), "the README no longer says what the program prints; go test ./cmd/cumbre -run Readme -update rewrites it")
}

// run executes a cumbre command line in dir and returns what a terminal shows.
func run(t *testing.T, dir, command string) string {
	args := strings.Fields(command)
	require.Equal(t, "cumbre", args[0], "only cumbre commands are executed")
	t.Chdir(dir)
	t.Setenv("LC_ALL", "C")
	t.Setenv("COLUMNS", "")
	var out bytes.Buffer
	cli.Main(args[1:], strings.NewReader(""), &out, &out)
	return out.String()
}

// TestReadmeFigure draws the README's figure anew from the main job.
func TestReadmeFigure(t *testing.T) {
	dir := t.TempDir()
	want, err := filepath.Abs(figure)
	require.NoError(t, err)
	run(t, dir, "cumbre compare --lang en -q -o results")
	drawn, err := os.ReadFile(filepath.Join(dir, "results", "figures", "throughput.svg"))
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(want, drawn, 0o644))
		return
	}
	shown, err := os.ReadFile(want)
	require.NoError(t, err)
	require.Equal(t, string(shown), string(drawn), "the README's figure is not the main job's any more; -update redraws it")
}
