package cli

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/study"
)

// Where there is no Slurm, submitting says so and writes nothing; what it would do it shows.
func TestSubmitWithoutSlurm(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("PATH", "")
	require.NoError(t, os.WriteFile("s.yaml", []byte(smallStudy), 0o644))
	code, _, notes := sweeping(failing, "submit", "s.yaml", "-o", "out", "--slurm")
	require.Equal(t, exitFailed, code)
	require.Contains(t, notes, "sbatch is not found")
	require.NoDirExists(t, "out")
	code, out, _ := sweeping(failing, "submit", "s.yaml", "-o", "out", "--slurm", "--dry-run", "--lang", "es")
	require.Equal(t, exitDone, code)
	require.Contains(t, out, "faltan 12 corridas, en 6 de 6 partes: 1-6", "no more shares than cells")
	require.NoDirExists(t, "out")
}

// slow is a model whose runs take some time.
func slow(*model.Spec, int) study.RunFunc {
	return func(uint64, uint64) *model.Result {
		time.Sleep(20 * time.Millisecond)
		return &model.Result{FirstYear: 2011, Years: make([][model.NumSeries]float64, 2)}
	}
}

// Where the user does not say how many, shares are of about a quarter of an hour; if they
// take longer than the time limit the user is told.
func TestSubmitChoosesShares(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("PATH", "")
	text := "study: Large\ncompare: [light, sherpa]\nsweep: {noise: [0.1, 0.2]}\nreplications: 1000000\n" // 4 million runs: 22 hours
	require.NoError(t, os.WriteFile("s.yaml", []byte(text), 0o644))
	code, out, notes := sweeping(slow, "submit", "s.yaml", "-o", "out", "--slurm", "--dry-run", "--time", "5")
	require.Equal(t, exitDone, code)
	require.Regexp(t, `in [0-9]+ of \d+ shares`, out)
	require.Regexp(t, `a whole share takes about 1[3-5]m`, out)
	require.Contains(t, notes, "more than --time 5: each time it is cut")
	_, four, _ := sweeping(slow, "submit", "s.yaml", "-o", "out", "--slurm", "--dry-run", "--cpus-per-task", "4")
	require.Regexp(t, `in [0-9]+ of [0-9]+ shares`, four)
	require.Contains(t, four, "with 4 at once")
}

// A record that cannot be read is told like any other mistake.
func TestSubmitWithADamagedRecord(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("s.yaml", []byte(smallStudy), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join("out", "slurm"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join("out", "slurm", "submit.json"), []byte("{"), 0o644))
	code, _, notes := sweeping(failing, "submit", "s.yaml", "-o", "out", "--slurm", "--shards", "-1")
	require.Equal(t, exitInput, code)
	require.Contains(t, notes, filepath.Join("out", "slurm", "submit.json")+": cannot be read")
	require.Contains(t, notes, "--shards -1: must be 1 or more")
	require.Contains(t, notes, "holds other things")
}
