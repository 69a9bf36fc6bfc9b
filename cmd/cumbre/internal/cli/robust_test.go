package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"cumbre/cmd/cumbre/internal/robustness"
	"cumbre/model"
	"cumbre/model/compare"
	"cumbre/model/robust"
)

// inWorlds runs the program in English with a stand-in for the robust comparison.
func inWorlds(run worldsFunc, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	a := &app{args: args, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, tongue: tongue{"en"}, run: compare.Run, worlds: run}
	return a.main(), out.String(), errs.String()
}

// stopped interrupts after some worlds of those asked for.
func stopped(after int) worldsFunc {
	return func(_ context.Context, spec *model.Spec, o robust.Options) (*robust.Robustness, error) {
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		if after == 0 {
			cancel()
		}
		each, done := o.Each, 0
		o.Workers = 1
		o.Each = func(w robust.World) error {
			if done++; done == after {
				cancel()
			}
			if each != nil {
				return each(w)
			}
			return nil
		}
		return robust.Run(ctx, spec, o)
	}
}

func TestInterruptedWorldsAreKept(t *testing.T) {
	short := filepath.Join(t.TempDir(), "short.yaml")
	require.NoError(t, os.WriteFile(short, []byte("scenario: Short\nextends: pacific-alliance\nend: 2011-12-31\n"), 0o666))
	out := filepath.Join(t.TempDir(), "out")
	code, stdout, stderr := inWorlds(stopped(3), "robust", short, "--worlds", "5000", "-n", "1", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Contains(t, stdout, "INTERRUPTED: these are the worlds finished, of 5000.")
	require.Regexp(t, `interrupted with \d+ of 5000 worlds; to get them all: cumbre robust .*short.yaml --worlds 5000 -n 1 -o `, stderr)
	data, err := os.ReadFile(filepath.Join(out, manifestName))
	require.NoError(t, err)
	var m struct {
		Robust struct {
			Worlds      int
			Interrupted bool
		}
	}
	require.NoError(t, json.Unmarshal(data, &m))
	require.True(t, m.Robust.Interrupted)
	rows, err := os.ReadFile(filepath.Join(out, worldsName))
	require.NoError(t, err)
	require.Equal(t, m.Robust.Worlds+1, bytes.Count(rows, []byte("\n")), "the worlds finished, and no others")

	// What a folder holds already is not replaced by less.
	before := string(rows)
	code, _, stderr = inWorlds(stopped(1), "robust", short, "--worlds", "5000", "-n", "1", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Contains(t, stderr, "keeps its earlier results")
	rows, err = os.ReadFile(filepath.Join(out, worldsName))
	require.NoError(t, err)
	require.Equal(t, before, string(rows))
}

// Interrupted before the first world there is nothing to show, and that is no crash.
func TestWorldsInterruptedAtOnce(t *testing.T) {
	for _, args := range [][]string{{"robust"}, {"robust", "--json"}, {"robust", "-o", filepath.Join(t.TempDir(), "out")}} {
		code, stdout, stderr := inWorlds(stopped(0), args...)
		require.Equal(t, exitFailed, code, args)
		require.NotContains(t, stdout, "NaN")
		require.Contains(t, stderr, "interrupted with 0 of 1000 worlds")
	}
}

func TestFailedWorldsLeaveNoTrace(t *testing.T) {
	broken := func(context.Context, *model.Spec, robust.Options) (*robust.Robustness, error) {
		return nil, errors.New("world 3 of seed 1: panic: veto without a member")
	}
	out := filepath.Join(t.TempDir(), "new")
	code, stdout, stderr := inWorlds(broken, "robust", "-o", out)
	require.Equal(t, exitFailed, code)
	require.Empty(t, stdout)
	require.Equal(t, "cumbre: world 3 of seed 1: panic: veto without a member\n", stderr)
	require.NoDirExists(t, out)
}

// The robust comparison of what was compared is its command without what does not
// belong to it.
func TestRobustCommandLine(t *testing.T) {
	for want, args := range map[string]string{
		"cumbre robust":                        "compare",
		"cumbre robust x.yaml --set noise=0.1": "compare x.yaml -n 40 --set noise=0.1 -o out",
		"cumbre robust --designs a,b":          "--lang es compare --designs a,b -n40 --json",
		"cumbre robust compare --seed 3":       "compare compare --replications=5 --seed 3 --workers 2",
	} {
		a := &app{args: strings.Fields(args)}
		require.Equal(t, want, a.robustCommandLine())
	}
}

func TestRobustIsReproducedWithItsDefaults(t *testing.T) {
	a := &app{args: []string{"robust", "x.yaml", "-o", "out", "--worlds", "200"}}
	rec := robustness.Record{Worlds: 200, Replications: 4, Seed: 1, Reach: 1}
	require.Equal(t, "cumbre robust x.yaml --worlds 200 -n 4 --seed 1 --reach 1", a.reproduceRobust(rec))
	points := rec
	points.Accepted = &robustness.Accepted{}
	a.args = []string{"robust", "--accepted", "mine.csv", "-n", "3"}
	require.Equal(t, "cumbre robust --accepted mine.csv -n 3 --worlds 200 --seed 1", a.reproduceRobust(points))
	a.args = []string{"robust", "x.yaml", "-o", "out", "--worlds", "200"}
	rec.Worlds, rec.Asked, rec.Interrupted = 7, 200, true
	a.args = []string{"robust"}
	require.Equal(t, "cumbre robust --worlds 200 -n 4 --seed 1 --reach 1", a.reproduceRobust(rec))
}
