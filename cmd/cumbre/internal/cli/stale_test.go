package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/compare"
)

// listing is a manifest of ours that lists files, name and content by turns.
func listing(files ...string) string {
	s := `{"program": "cumbre", "files": {`
	for i := 0; i < len(files); i += 2 {
		sum := sha256.Sum256([]byte(files[i+1]))
		if i > 0 {
			s += ", "
		}
		s += `"` + files[i] + `": {"sha256": "` + hex.EncodeToString(sum[:]) + `"}`
	}
	return s + "}}"
}

// Figures that are not drawn any more go with the results they were of, whether
// those are whole or a run was killed while it replaced them; what is not ours,
// or not as we left it, stays.
func TestFiguresNotDrawnAnyMoreAreRemoved(t *testing.T) {
	old := listing("figures/gone.svg", "gone", "figures/throughput.svg", "old", "figures/edited.svg", "as drawn",
		"../outside.svg", "outside", "figures/../inside.svg", "inside", "figures/deep/er.svg", "deeper", "figures/data.csv", "data")
	for name, manifest := range map[string]string{
		"whole": manifestName, "killed while it published": stagedPrefix + manifestName + "-old" + stagedSuffix,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "out")
			put(t, out, manifest, old, "runs.csv", "old", "figures/gone.svg", "gone", "figures/throughput.svg", "old", "figures/edited.svg", "by hand",
				"figures/theirs.svg", "precious", "../outside.svg", "outside", "inside.svg", "inside", "figures/deep/er.svg", "deeper", "figures/data.csv", "data")
			code, _, stderr := session(compare.Run, "compare", "-n", "2", "--designs", "light", "-o", out)
			require.Equal(t, exitDone, code, stderr)
			after := contents(t, dir)
			require.NotContains(t, after, filepath.FromSlash("out/figures/gone.svg"))
			require.NotEqual(t, "old", after[filepath.FromSlash("out/figures/throughput.svg")])
			for file, want := range map[string]string{
				"out/figures/edited.svg": "by hand", "out/figures/theirs.svg": "precious", "outside.svg": "outside",
				"out/inside.svg": "inside", "out/figures/deep/er.svg": "deeper", "out/figures/data.csv": "data",
			} {
				require.Equal(t, want, after[filepath.FromSlash(file)], file)
			}
			require.NoFileExists(t, filepath.Join(out, stagedPrefix+manifestName+"-old"+stagedSuffix))
		})
	}
}

// Results that are kept keep their figures, and remain ours although the run
// that was to complete them failed.
func TestFailedRunKeepsOldFigures(t *testing.T) {
	broken := func(context.Context, *model.Spec, compare.Options) (*compare.Comparison, error) {
		return nil, errors.New("broken")
	}
	for _, manifest := range []string{manifestName, stagedPrefix + manifestName + "-old" + stagedSuffix} {
		out := t.TempDir()
		put(t, out, manifest, listing("figures/gone.svg", "gone"), "runs.csv", "old", "figures/gone.svg", "gone")
		before := contents(t, out)
		code, _, _ := session(broken, "compare", "-n", "2", "-o", out)
		require.Equal(t, exitFailed, code)
		require.Equal(t, before, contents(t, out))
		code, _, stderr := session(compare.Run, "compare", "-n", "2", "-o", out)
		require.Equal(t, exitDone, code, stderr)
		require.NoFileExists(t, filepath.Join(out, "figures", "gone.svg"))
	}
}
