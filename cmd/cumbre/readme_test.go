package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadme executes the README.
func TestReadme(t *testing.T) { newPage(t, "../../README.md").execute(t) }

// TestReadmeFigure draws the README's figure anew from the main job.
func TestReadmeFigure(t *testing.T) {
	dir := t.TempDir()
	shown, err := filepath.Abs("../../.github/throughput.svg")
	require.NoError(t, err)
	run(t, dir, "cumbre compare --lang en -q -o results")
	figure(t, shown, filepath.Join(dir, "results", "figures", "throughput.svg"))
}
