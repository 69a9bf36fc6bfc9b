package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/model"
	"cumbre/model/history"
)

// histories runs the program in English with a stand-in for the ensemble.
func histories(run ensembleFunc, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, tongue: tongue{"en"}, histories: run}
	return a.main(), out.String(), errs.String()
}

// stoppedAfter runs so many replications of those asked for and is then interrupted.
func stoppedAfter(n int) ensembleFunc {
	return func(_ context.Context, s *model.Spec, m []history.Measure, o history.Options) (*history.Ensemble, error) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		o.Workers = 1
		if n == 0 {
			cancel()
		}
		o.Progress = func(done, _ int) {
			if done == n {
				cancel()
			}
		}
		return history.Run(ctx, s, m, o)
	}
}

func TestInterruptedEnsemble(t *testing.T) {
	for _, command := range []string{"replay", "predict"} {
		out := filepath.Join(t.TempDir(), "out")
		code, stdout, stderr := histories(stoppedAfter(2), command, "-n", "90", "-o", out)
		require.Equal(t, exitFailed, code)
		require.Contains(t, stdout, "INTERRUPTED")
		require.Contains(t, stderr, "of 90 replications; to get them all: cumbre "+command+" -n 90 -o "+out)
		first := contents(t, out)
		require.Contains(t, first[manifestName], `"interrupted": true`)
		code, _, stderr = histories(stoppedAfter(1), command, "-n", "80", "-o", out)
		require.Equal(t, exitFailed, code)
		require.Contains(t, stderr, "keeps its earlier results")
		require.Equal(t, first, contents(t, out))
		for _, form := range [][]string{{command}, {command, "--json"}, {command, "-o", filepath.Join(t.TempDir(), "none")}} {
			code, stdout, stderr := histories(stoppedAfter(0), form...)
			require.Equal(t, exitFailed, code)
			require.NotContains(t, stdout, "NaN")
			require.Contains(t, stderr, "interrupted with 0 of 200 replications")
		}
	}
}

func TestFailedEnsembleLeavesNoTrace(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	code, stdout, stderr := histories(func(context.Context, *model.Spec, []history.Measure, history.Options) (*history.Ensemble, error) {
		return nil, errors.New("replication 3 of seed 1: broken")
	}, "predict", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Empty(t, stdout)
	require.Contains(t, stderr, "replication 3 of seed 1: broken")
	require.NoDirExists(t, out)
}

// Each replication runs with its row of the accepted set, in turn.
func TestAcceptedRowsAreTakenInTurn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "accepted.csv")
	require.NoError(t, os.WriteFile(file, []byte("slip_days,gan_interval_days@gan-mature\n10,50\n20,60\n30,70\n"), 0o644))
	var slips []float64
	code, stdout, _ := histories(func(ctx context.Context, s *model.Spec, m []history.Measure, o history.Options) (*history.Ensemble, error) {
		slip, _ := model.ParamByName("slip_days")
		for replication := range 5 {
			slips = append(slips, o.World(replication).Values[slip])
		}
		return history.Run(ctx, s, m, o)
	}, "predict", "-n", "4", "--accepted", file)
	require.Equal(t, exitDone, code)
	require.Equal(t, []float64{10, 30, 20, 10, 30}, slips, "by a stride, each once before any twice")
	require.Contains(t, strings.Join(strings.Fields(stdout), " "), "(3 rows, 2 parameters): the bands are of chance and of parameters")
	require.NotContains(t, stdout, "own values")
}

// Data of another command do not stay in a folder whose manifest no longer lists them.
func TestFolderChangesHands(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	for _, step := range []struct{ command, has, hasNot string }{
		{"replay", replayName, predictionsName}, {"predict", predictionsName, replayName}, {"replay", replayName, predictionsName},
	} {
		code, _, stderr := histories(nil, step.command, "-n", "1", "-o", out)
		require.Equal(t, exitDone, code, stderr)
		require.FileExists(t, filepath.Join(out, step.has))
		require.NoFileExists(t, filepath.Join(out, step.hasNot))
	}
	edited := filepath.Join(out, replayName)
	require.NoError(t, os.WriteFile(edited, []byte("mine"), 0o644))
	code, _, _ := histories(nil, "predict", "-n", "1", "-o", out)
	require.Equal(t, exitDone, code)
	require.FileExists(t, edited, "what somebody changed stays")
}
